"""Who was there by the roll calls of votes, where a paper has no list of it. Pure."""

import re
from collections.abc import Iterator, Sequence

from corpus.attendance.names import people_in
from corpus.attendance.tables import Listed
from corpus.models import Capacity, Paragraph
from corpus.text_probe import says_any

_VOTED = re.compile(
    r"(?:ayes?|yes|yeas?|for|in favou?r|noes|no|nays?|against|opposed|abstain(?:ed|ing)?|abstentions?)\s*(?:\(\d+\))?\s*:\s*(?P<names>.+)",
    re.I,
)
_AWAY = re.compile(r"(?:absent|excused|not present)\s*(?:\(\d+\))?\s*:\s*(?P<names>.+)", re.I)
_EACH = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’'. -]{1,40}?)\s*(?:[–—-]|\.{3,})\s*(?P<vote>ayes?|nays?|yes|no|yea|absent|excused)\b", re.I
)
_VOTES = ["aye", "nay", "yea", "yes", "noes", "against", "opposed", "in favo"]


def roll_calls_of(paragraphs: Sequence[Paragraph]) -> Iterator[Listed]:
    """Those who voted as present, and as absent those whom roll calls call so, paragraph by paragraph."""
    for i, paragraph in enumerate(paragraphs):
        if not says_any(paragraph.own, _VOTES):
            continue
        for line in paragraph.own.split("\n"):
            each = list(_EACH.finditer(line))
            if len(each) > 1:
                for match in each:
                    away = match["vote"].lower() in {"absent", "excused"}
                    yield from _listed(match["name"].strip(" ,"), Capacity.ABSENT if away else Capacity.PRESENT, i)
            elif (voted := _VOTED.match(line)) is not None:
                yield from _listed(voted["names"], Capacity.PRESENT, i)
            elif (missing := _AWAY.match(line)) is not None:
                yield from _listed(missing["names"], Capacity.ABSENT, i)


def _listed(names: str, capacity: Capacity, at: int) -> Iterator[Listed]:
    return (Listed(person, capacity, at) for person in people_in(names))
