"""The support gate on cited paragraphs, with what a reader knows of them besides their words. Pure.

This is the gate's second part. Whatever the program itself says passes here: the sentences of an answer, of a brief and of
a matter. `gate.judge` reads words and statuses alone (`minutebook verify` calls it, whose lines come without a meeting);
`judged` knows the paragraphs' meetings too, so it can tell a committee's resolution from the Council's. That check is no rule
of `gate.CHECKS`, because these see no meeting.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.models import Citation
from assistant.support.fault import Flaw
from assistant.support.gate import Verdict, judge
from corpus.dates import long_date
from corpus.models import Status
from index.models import Placed

_COUNCIL_DECIDED = re.compile(
    r"\b(?:the )?(?:full )?council (?:has |had |have |also |then |unanimously )*(?:voted|resolved|agreed|approved|decided|rejected|refused|adopted)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A paragraph's words and what is known of it, from the catalogue or from a citation."""

    text: str
    status: str
    council: str | None
    body: str | None
    date: str | None
    kind: str  # of its part
    part_title: str
    ref: str | None
    item_title: str | None


def judged(text: str, places: Sequence[Placed], above: Mapping[str, str] = MappingProxyType({})) -> Verdict:
    """Return what the support gate says of a statement on these paragraphs and their meetings.

    `above`: by a paragraph's id, what else stands above or beside it for whoever made the statement.
    """
    more = [above.get(place.paragraph.id, "") for place in places]
    return _judged(text, [_of_place(place) for place in places], [words for words in more if words])


def judged_on_citations(text: str, citations: Sequence[Citation]) -> Verdict:
    """The same for paragraphs that are at hand as citations; of a long one only the words that the citation holds count."""
    return _judged(text, [_of_citation(cited) for cited in citations])


def context_of(place: Placed) -> str:
    """What a reader of a paragraph knows of it besides its words: council, body, part, date, number, item, resolved."""
    return _context_of(_of_place(place))


def _judged(text: str, paragraphs: Sequence[_Cited], above: Sequence[str] = ()) -> Verdict:
    if (body := other_decider(text, paragraphs)) is not None:
        return Verdict(False, f"It was {body} that decided this", Flaw.BODY, other_decider.__name__)
    return judge(
        text,
        [paragraph.text for paragraph in paragraphs],
        [paragraph.status for paragraph in paragraphs],
        context=[*(_context_of(paragraph) for paragraph in paragraphs), *above],
    )


def other_decider(text: str, paragraphs: Sequence[_Cited]) -> str | None:
    """The body whose resolution a statement tells as the Council's; None where it tells none so."""
    if not _COUNCIL_DECIDED.search(text):
        return None
    bodies = [paragraph.body for paragraph in paragraphs if paragraph.status == Status.RESOLUTION]
    if len(bodies) < len(paragraphs) or any(not body or "council" in body.lower() for body in bodies):
        return None
    if any("council" in paragraph.text.lower() for paragraph in paragraphs):
        return None
    return f"the {bodies[0]}" if bodies else None


def _context_of(paragraph: _Cited) -> str:
    facts = [paragraph.council, paragraph.body, paragraph.kind.replace("-", " ")]
    facts += [f"meeting on {long_date(paragraph.date)}" if paragraph.date else None]
    facts += [f"minute {paragraph.ref}" if paragraph.ref else None, paragraph.item_title, paragraph.part_title]
    facts += ["Resolved" if paragraph.status == Status.RESOLUTION else None]
    return "; ".join(fact for fact in facts if fact) + "."


def _of_place(place: Placed) -> _Cited:
    paragraph, part, meeting = place.paragraph, place.part, place.part.meeting
    return _Cited(
        text=paragraph.text,
        status=paragraph.status.value,
        council=meeting.council,
        body=meeting.body,
        date=meeting.date,
        kind=part.kind.value,
        part_title=part.title,
        ref=paragraph.ref,
        item_title=paragraph.item_title,
    )


def _of_citation(cited: Citation) -> _Cited:
    return _Cited(
        text=cited.text,
        status=cited.status,
        council=cited.council,
        body=cited.body,
        date=cited.meeting_date,
        kind=cited.part,
        part_title=cited.part_title,
        ref=cited.ref,
        item_title=cited.item_title,
    )
