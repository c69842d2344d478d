"""An open list of people and the words under it: who they are, and how they took part. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.attendance.names import people_in
from corpus.attendance.tables import Listed
from corpus.attendance.words import MEMBER, is_officer, office_in
from corpus.models import Capacity
from corpus.text_probe import says_any

_SAYS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|that|moved|seconded|reported|noted|agreed|asked|be|been|will|welcomed|thanked|"
    r"declared|opened|called|to the|carried|resolved|[Nn]one|NONE|[Nn]il)\b"
)
_STATE_OF = re.compile(
    r"(?:^|(?<=[,;.\n:] )|(?<=\n))(?P<name>(?:[A-Z][\w’'.-]*\s+){0,4}[A-Z][\w’'-]+)\s*[,:–-]\s*"
    r"(?P<state>present|here|absent|excused|late|remote|aye,? present)\b\s*(?P<note>\([^()]*\))?",
    re.I,
)
_STATES = ("present", "here", "absent", "excused", "late", "remote")
_BOX = re.compile(r"(?:(\[[xX✓]\]|[☒☑✓✔]|_+[xX]_+)|\[ ?\]|☐|_{2,})\s*(?=[A-Z])")
_VISITS = re.compile(
    r"(?:ward|county|district|regional|borough|city) (?:councill?or|cllr)|(?:pc|sgt|insp|pcso)\b", re.I
)


@dataclass(frozen=True, slots=True)
class OpenList:
    """The list that is open: how its people took part, and what its label says of them."""

    capacity: Capacity
    role: str = ""
    remote: bool = False
    late: bool = False
    left: bool = False
    once: bool = False  # the office is of the next person alone


def is_list(words: str) -> bool:
    """Whether words are a list of names and no sentence."""
    plain = re.sub(r"\([^()]*\)", "", words)
    small = re.findall(r"(?<![\w’'])(?!(?:of|for|and|the|de|du|van|von)\b)[a-z]{2,}", plain)
    return not _SAYS.search(plain) and len(small) <= max(3, len(plain.split()) // 3)


def listed_under(words: str, opened: OpenList, at: int) -> Iterator[Listed]:
    """The people of a list under its label; boxes before the names say who of them was there."""
    boxes = list(_BOX.finditer(words))
    if boxes and not words[: boxes[0].start()].strip():
        ends = [*(box.start() for box in boxes[1:]), len(words)]
        for box, end in zip(boxes, ends, strict=True):
            ticked = replace(opened, capacity=opened.capacity if box[1] else Capacity.ABSENT)
            yield from listed_under(words[box.end() : end], ticked, at)
        return
    for person in people_in(words):
        capacity = opened.capacity
        role = person.role if office_in(person.role) or not opened.role else opened.role
        officer = not MEMBER.match(person.title) and is_officer(role)
        if capacity is Capacity.PRESENT and (officer or _VISITS.match(role) or _VISITS.match(person.title)):
            capacity = Capacity.IN_ATTENDANCE
        remote, late, left = person.remote or opened.remote, person.late or opened.late, person.left or opened.left
        if late and capacity is Capacity.APOLOGIES and "late" not in words.lower():
            late, left = False, True  # "Apologies: Councillor ... from 10.30"
        yield Listed(replace(person, role=role, remote=remote, late=late, left=left), capacity, at)
        if opened.once:
            opened = replace(opened, role="")


def answers_in(text: str, at: int) -> Iterator[Listed]:
    """The people of a roll call that tells of each how they answered: "Ames, here; Burke, absent"."""
    answers = list(_STATE_OF.finditer(text)) if says_any(text, _STATES) else []
    for match in answers if len(answers) > 1 else ():
        state = match["state"].lower()
        capacity = Capacity.ABSENT if state in {"absent", "excused"} else Capacity.PRESENT
        for person in people_in(f"{match['name']} {match['note'] or ''}"):
            yield Listed(replace(person, late=person.late or state == "late"), capacity, at)
