"""Whether somebody was there: a statement about it, decided by the meetings' lists of who was. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.models import Finding
from corpus.attendance import is_same, people_in
from corpus.models import Attendance, Capacity
from index.models import Placed

Listed = tuple[Attendance, Placed]  # a person of a list, and the paragraph that lists them
Lists = Callable[
    [str], Sequence[Listed]
]  # a statement to the lists of the meetings that it names; of all where it names none
_WHEN = r"(?:(?:on|at|in|during) [^,]{3,80}, )?"
_SAYS = re.compile(
    rf"^{_WHEN}(?P<who>.{{3,90}}?) (?:(?P<there>(?:was|were) (?:also |both )?(?:present|there|in attendance)|attended)"
    r"|(?P<away>(?:was|were) (?:both )?(?:absent|missing|not (?:present|there|in attendance))|did not attend|missed|(?:wasn|weren)[’']t (?:there|present))"
    r"|(?P<sorry>(?:had )?(?:sent|gave|tendered|submitted|offered) (?:(?:his|her|their) )?apologies|apologised for (?:his |her |their )?absence))\b"
    r"(?P<rest>.*)$",
    re.I,
)
_MORE = re.compile(
    r"\b(?:when|while|vot\w+|items?|but|only|until|from(?! (?:the|this|that) (?:\w+ ){0,3}meeting)|debate|discuss\w*|and|because|late|part)\b",
    re.I,
)
_THERE = frozenset({Capacity.PRESENT, Capacity.IN_ATTENDANCE})
_AWAY = frozenset({Capacity.APOLOGIES, Capacity.ABSENT})
_BORNE_OUT = {"there": _THERE, "away": _AWAY, "sorry": frozenset({Capacity.APOLOGIES})}
_IN_WORDS = {
    Capacity.PRESENT: "as present",
    Capacity.IN_ATTENDANCE: "as in attendance",
    Capacity.APOLOGIES: "as having sent apologies",
    Capacity.ABSENT: "as absent",
}


@dataclass(frozen=True, slots=True)
class Presence:
    """What the lists say of a statement that somebody was there, or was not."""

    finding: Finding
    telling: tuple[Listed, ...]  # a list for each person
    told: str  # what they say: "Councillor F Ford as having sent apologies"


def presence_in(statement: str, lists: Lists) -> Presence | None:
    """What the lists say of a statement; None where it says nothing of who was there, or they do not tell it clearly.

    They tell nothing where they name no such person, or one meeting names them as there and another as away.
    """
    match = _SAYS.match(statement.strip().rstrip("."))
    if match is None or _MORE.search(match["rest"]):
        return None
    people = people_in(match["who"])
    if not people:
        return None
    told = next(kind for kind in _BORNE_OUT if match[kind])
    records = lists(statement)
    telling: list[Listed] = []
    for person in people:
        own = [one for one in records if is_same(person.name, one[0].name)]
        if len({one[0].capacity for one in own}) != 1 or not all(is_same(own[0][0].name, one[0].name) for one in own):
            return None
        telling.append(own[0])
    borne_out = [one[0].capacity in _BORNE_OUT[told] for one in telling]
    if any(borne_out) and not all(borne_out):
        telling = [one for one, borne in zip(telling, borne_out, strict=True) if not borne]
    return Presence(
        Finding.SUPPORTED if all(borne_out) else Finding.REFUTED,
        tuple(telling),
        " and ".join(_in_words(record) for record, _ in telling),
    )


def _in_words(record: Attendance) -> str:
    return f"{record.title} {record.name} {_IN_WORDS[record.capacity]}".strip()
