"""What a line opens, and what stands under it: lists, resolutions, motions, amendments, votes. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.models import Block, BlockKind, PartKind, Status
from corpus.numerals import roman
from corpus.paragraphs.statement_kind import is_vote
from corpus.table_heads import TableHead

FIRST_NUMBERS = 3  # a count of a minute's own paragraphs begins with one of them
_CLERK = re.compile(r"^(\()?(\d{1,3})([.)])(?=\s)")
_MARK = re.compile(r"^(\(?)(\d{1,3}|[a-zA-Z]|[ivx]{1,5})([.)])(?=\s)")
_CARRIES = re.compile(r"\b(?:resolved|agreed|motion|amendment|recommend\w*|voting was|voted|vote was|asked to)\b", re.I)
_ASKS_FOR_LIST = re.compile(r"\b(?:resolved|agreed)\b[^.]{0,300}:\s*[-–—]?$", re.I)
_OUTCOME = re.compile(
    r"^(?:on (?:being|a) .{0,30}?vote,? |upon .{0,20}?vote,? )?(?:the )?(?:(?:(?:substantive )?(?:motion|amendment)|resolution|vote|division)\b.{0,40}(?:carried|lost|agreed|fell|withdrawn)|agreed|"
    r"carried|lost|unanimous(?:ly)?)\b(?: on the casting vote.{0,30}|.{0,30})$",
    re.I,
)
_OTHER = re.compile(
    r"^(?:in accordance|this item|reasons?\b|alternative|other options|options considered|(?:mr|mrs|ms|miss|dr|sir|councillor|cllr) [A-Z]|the (?:chair|meeting|mayor)\b)",
    re.I,
)
_NAMES_FOLLOW = re.compile(
    r"^(?:for|against|abstain\w*|absent|not voting|in favour)\s*[:(]?\s*\d*\s*\)?\s*:?$", re.I
)  # those who voted one way: "Against (39)"
_LEADS_IN = re.compile(r"(?::|:-|: -|–|-|…)$|\b(?:that|to|include|includes|including|following|by)$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_ROMAN = tuple(roman(number) for number in range(1, 16))
_ASKED_OF = re.compile(r"^(?:to|that) [a-z]|^[A-Z]{3,}\b(?!:)[ ,]+[a-z]")  # "to note", "NOTE the report"
_SUMMONS = re.compile(
    r"\battend\b|\bbusiness\b", re.I
)  # "Members are asked to attend, to transact the following business:"
_INHERITED = frozenset(
    {Status.RESOLUTION, Status.AMENDMENT, Status.AMENDMENT_LOST, Status.MOTION, Status.RECOMMENDATION}
)


@dataclass
class ListState:
    """Where the walk through a part's blocks stands: in which minute and section, under which lines."""

    kind: PartKind
    item: str | None = None
    item_title: str | None = None
    in_minute: bool = False
    minute_ref: str = ""  # the minute's number, "" where it has none
    inner_ref: str = ""  # of what is numbered inside the minute or section, its number with theirs ("II.1", "4.2")
    closed: bool = False  # the meeting is: what follows is of no minute
    counts: bool = True  # a number that the paragraph at hand begins with is its own
    opens_inner: bool = False  # the paragraph at hand prints that number
    section: str | None = None
    number: str | None = None  # nearest printed paragraph or section number
    lead: str = ""  # the line that introduces what follows
    scope: Status | None = None  # what the lead opened: a resolution, an amendment
    label: str = ""  # "Resolved" on a line of its own
    listed: bool = False  # a list stands under the label
    asked: dict[str, tuple[int, bool]] = field(
        default_factory=dict
    )  # by mark, the last of what is asked, and if styled
    style: tuple[bool, str] | None = None  # how the minute numbers its own paragraphs: (True, ")") for "(1)"
    last: int = 0  # the last of them
    last_of_all: int = 0  # the last of them in the minutes above
    exempt: bool = False  # a marking keeps what follows from the public
    stays_exempt: bool = False  # and the minutes after this one as well
    transcript: bool = False  # turns of speakers, no resolutions
    parents: dict[int, str] = field(default_factory=dict)  # by depth, the items that lead in to what follows
    marks: dict[int, str] = field(default_factory=dict)  # by depth, how the items of the open list are marked
    headers: dict[int, list[Block]] = field(default_factory=dict)  # by table
    tables: Mapping[int, TableHead] = field(default_factory=dict)  # what stands over each table, by its number

    def close(self) -> None:
        """End what the last line introduced."""
        self.lead = self.label = ""
        self.listed = False
        self.scope = None
        self.asked.clear()
        self.parents.clear()
        self.marks.clear()


def begins_paragraph(state: ListState, text: str) -> bool:
    """Whether a minute's own numbered paragraph begins here, not one of a list inside it; then it is counted.

    The clerk's numbers go up in one style, "(1)" and "(2)" or "1." and "2.".
    """
    match = _CLERK.match(text)
    if not state.in_minute or state.opens_inner or match is None:
        return False
    style, number = (match[1] is not None, match[3]), int(match[2])
    if state.parents and (number == 1 or _mark(text, {}) in [mark for depth, mark in state.marks.items() if depth > 1]):
        return False  # of a list under an item
    if state.style is None:
        runs_on = 0 < number - state.last_of_all <= 3  # through all minutes
        if number > FIRST_NUMBERS and not runs_on or state.lead or state.label:
            return False
        state.style, state.last = style, number
    elif style != state.style or not state.last < number <= state.last + 3:
        return False
    state.last = state.last_of_all = number
    return True


def continues_lead(state: ListState, text: str) -> bool:
    """Whether a minute's paragraph goes on with the resolution, motion or vote that the line above opened.

    A recorded vote stands under "the voting was as follows:". A list numbered otherwise than the minute's own
    paragraphs, and unnumbered words, stand under "RESOLVED that:".
    """
    if not state.in_minute or not state.lead:
        return False
    numbered = _CLERK.match(text) is not None
    if numbered and state.lead.endswith(":"):
        return True
    if not _CARRIES.search(state.lead):
        return False
    if is_vote(text):
        return True
    if numbered:
        lists = _CLERK.match(state.lead) is not None or bool(_ASKS_FOR_LIST.search(state.lead))
        return state.style is not None or lists
    return not _OUTCOME.match(text) and not _OTHER.match(text)


def is_asked(state: ListState, blocks: Sequence[Block], i: int) -> bool:
    """Whether a report's block i is one of the list under a line that asks members to do things; then it is counted.

    The marks go up from the first, right under that line: "1." and "2.", "(a)" and "(b)", "(i)" under a line of the
    list that leads in. The short title of a section that comes next is none of them. Without marks the list goes on
    behind a semicolon or "and", or with "to note" or "NOTE the report".
    """
    if state.in_minute or state.scope is not Status.RECOMMENDATION or not state.lead.endswith(":"):
        return False
    block, above = blocks[i], blocks[i - 1].text.rstrip() if i else ""
    if _SUMMONS.search(state.lead) or block.kind is BlockKind.ROW:
        return False
    places = _places(block.text)
    styled = block.bold or block.kind is BlockKind.HEADING
    opens = above.endswith(state.lead)
    if not places:
        goes_on = opens or bool(re.search(r"(?:;|\b(?:and|or))$", above))
        return not state.asked and (goes_on and not styled or bool(_ASKED_OF.match(block.text)))
    for mark, place in places.items():
        last, last_styled = state.asked.get(mark, (0, True))
        begins = opens or bool(state.asked) and bool(leads_in(above))
        if place != last + 1 or (not begins if place == 1 else styled and not last_styled):
            continue
        if place == 1 or not _is_next_section(state.section or "", block.text, place):
            state.asked[mark] = (place, styled)
            return True
    return False


def _places(text: str) -> dict[str, int]:
    """The place in its list of a marked paragraph, for each way to read its mark; none where it has no mark.

    "(i)" is the first of "(i), (ii)" or the ninth of "(a), (b)".
    """
    match = _MARK.match(text)
    if match is None:
        return {}
    word, signs = match[2].lower(), (match[1], match[3])
    kinds = {"1": int(word) if word.isdigit() else 0, "i": _ROMAN.index(word) + 1 if word in _ROMAN else 0}
    kinds["a"] = ord(word) - ord("a") + 1 if len(word) == 1 and word.isalpha() else 0
    return {kind.join(signs): place for kind, place in kinds.items() if place}


def _is_next_section(section: str, text: str, place: int) -> bool:
    """Whether a few words with this number are the title of the section behind the open one."""
    number = re.match(r"^(\d{1,2})\b", section)
    return number is not None and int(number[1]) + 1 == place and len(text.split()) <= 5


def depth_of(state: ListState, text: str, level: int) -> int:
    """An item's depth in the open list, from 1: one below the item that leads in to it, where it is marked otherwise.

    `level` is the depth by its indent. "1)" under "b) signs about:" stands at the depth of "b)" in a text without
    indents.
    """
    mark = _mark(text, state.marks)
    if not mark:
        return level
    deeper = next((depth for depth in sorted(state.marks) if depth > level and state.marks[depth] == mark), None)
    if deeper is None and level in state.parents and state.marks.get(level, mark) != mark:
        deeper = level + 1
    level = deeper or level
    for other in [depth for depth in state.marks if depth > level]:
        del state.marks[other]
    state.marks[level] = mark
    return level


def is_beside_lead(lead: str, text: str) -> bool:
    """Whether an item belongs to the same list as the line that leads in: "c)" after "b) signs about:"."""
    return bool(_MARK.match(lead)) and _mark(lead, {}) == _mark(text, {})


def _mark(text: str, marks: dict[int, str]) -> str:
    """How an item is marked: its punctuation with 1, a, A or i for its kind of number; "" where it has none."""
    match = _MARK.match(text)
    if match is None:
        return ""
    word = match[2]
    kind = "1" if word.isdigit() else "A" if word.isupper() else "a"
    if kind == "a" and re.fullmatch(r"[ivx]+", word):
        in_roman_list = f"{match[1]}i{match[3]}" in marks.values()
        kind = "i" if word == "i" or len(word) > 1 or in_roman_list else "a"
    return f"{match[1]}{kind}{match[3]}"


def is_outcome(text: str) -> bool:
    """Whether a line only says what became of a motion or amendment ("Motion carried.")."""
    return bool(_OUTCOME.match(text))


def leads_in(text: str) -> str:
    """The words that introduce a list: all of a short paragraph, the last sentence of a long one; "" for others."""
    if not _LEADS_IN.search(text[-16:]) and not _NAMES_FOLLOW.match(text):
        return ""
    return text if len(text) <= 400 else _SENTENCE.split(text)[-1]


def inherited(status: Status) -> Status | None:
    """What the lines under a paragraph of this kind are, or None where each speaks for itself."""
    return status if status in _INHERITED else None
