"""The domain as immutable values: blocks, parts, minutes, paragraphs, outlines. No framework, no input or output."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """The form of a block as a reader saw it, whatever its words mean."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"  # a list item, its bullet or printed number included in the text
    ROW = "row"  # a table row
    FURNITURE = "furniture"  # running heads, page numbers, "intentionally left blank", navigation


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a PDF page in points, from the page's top left corner as it is shown."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Block:
    """A run of words as a reader found it: a paragraph, heading, list item or table row.

    `text` is verbatim in reading order, white space folded, with any printed number or bullet at its start. A row's text
    is its cells with " | " between them.
    """

    kind: BlockKind
    text: str
    page: int | None = None  # PDF page from 1, as a viewer counts
    line: int | None = None  # first line in a text file, from 1
    end_line: int | None = None
    level: int = 0  # of a heading from 1; of a list item its depth from 1
    cells: tuple[str, ...] = ()  # of a row, in order, empty cells kept
    table: int = 0  # rows of one table share a number from 1; a table split by a page keeps it
    header: bool = False  # this row is its table's header
    bold: bool = False  # wholly or leading bold: headings in papers without heading styles
    struck: str = ""  # words here with a rule through them; never part of `text`
    box: Box | None = None  # where it starts (on `page`), for showing it
    inner: tuple[tuple[str, ...], ...] = ()  # of a row, its cells' own paragraphs where one has several
    nested: bool = False  # in a table that stands in another one's cell
    after_gap: bool = True  # a blank line or a page's start stands before it
    ends_above: str = (
        ""  # what ends right above it in a text or web page: "page" (a form feed) or "rule" (a line across)
    )
    twin: int = 0  # blocks side by side in two languages share a number from 1, negative in the one that is not English
    printed: tuple[
        str, ...
    ] = ()  # of a text file: its lines as printed, where wide gaps part words that stand side by side


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got from one file: its words as blocks in reading order, nothing left out."""

    blocks: tuple[Block, ...]
    pages: int | None = None  # of a PDF
    title: str = ""  # from the file's own metadata; often wrong
    ocr_pages: frozenset[int] = frozenset()  # pages, from 1, whose words were read from their picture
    unread_pages: frozenset[int] = frozenset()  # pages, from 1, that are pictures which nothing here could read
    landscape_pages: frozenset[int] = frozenset()  # pages, from 1, that are wider than high

    @property
    def ocr(self) -> bool:
        """Whether words of any page were read from its picture."""
        return bool(self.ocr_pages)


class PartKind(StrEnum):
    """What a stretch of a paper is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    REPORT = "report"
    APPENDIX = "appendix"
    TRACKER = "tracker"
    WORK_PROGRAMME = "work-programme"
    FORWARD_PLAN = "forward-plan"
    SLIDES = "slides"
    LEGAL = "legal"
    QUESTIONS = "questions"
    AMENDMENT = "amendment"
    DECISION_RECORD = "decision-record"


class Status(StrEnum):
    """What kind of statement a paragraph is. Recommended, moved, lost and resolved never mix."""

    DISCUSSION = "discussion"
    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    AMENDMENT = "amendment"
    AMENDMENT_LOST = "amendment-lost"
    RESOLUTION = "resolution"
    NOTED = "noted"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    CALLED_IN = "called-in"
    VOTE = "vote"
    ACTION = "action"
    PLANNED = "planned"  # a forward plan's or work programme's entry: to come, not decided
    QUESTION = "question"
    ANSWER = "answer"
    ATTENDANCE = "attendance"
    DECLARATION = "declaration"


class Access(StrEnum):
    """Who may see a paragraph. Exempt: Schedule 12A, Local Government Act 1972."""

    PUBLIC = "public"
    EXEMPT = "exempt"


class Role(StrEnum):
    """Who asks. Members and officers may see exempt papers, the public never."""

    PUBLIC = "public"
    MEMBER = "member"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting: council and body as printed (None where no paper says), date as YYYY-MM-DD."""

    council: str | None
    body: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest thing that an answer may cite."""

    id: str  # the same on every run; changes only with its words
    text: str  # verbatim; a list item after the line that introduces it, a row after its header
    own: str  # its own words: without the introducing line or the table's header
    part: int  # index of its part in the paper
    item: str | None  # agenda item's number as printed
    item_title: str | None
    section: str | None  # heading of the section inside the item
    ref: str | None  # minute or paragraph number as printed, nearest above it
    page: int | None
    line: int | None
    end_line: int | None
    status: Status
    access: Access = Access.PUBLIC
    intro: str = ""  # the line or header that introduces it, "" where there is none
    heading: bool = False  # a title, kept so that no word is lost; never an answer
    box: Box | None = None
    twin: int = 0  # those side by side in two languages share a number, as blocks do: they are one source


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paper with one kind, title and meeting."""

    kind: PartKind
    title: str
    meeting: Meeting
    start_line: int | None
    end_line: int | None
    start_page: int | None
    end_page: int | None
    access: Access = Access.PUBLIC
    draft: bool = False  # minutes that call themselves draft, or not yet approved
    held: str = ""  # "cancelled" or "not quorate" where the paper says so of its meeting
    item: str | None = None  # the agenda item whose paper it is


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Numbered business on a front sheet; the number is a string ("7a")."""

    number: str
    title: str
    pages: str | None


@dataclass(frozen=True, slots=True)
class Minute:
    """The record of an item. Its number and the agenda item's number differ: both are kept."""

    ref: str  # as printed, "" where none is
    title: str
    start_line: int | None
    end_line: int | None
    page: int | None
    resolutions: tuple[str, ...]  # verbatim, after the word Resolved where there is one
    item: str | None = None  # the agenda item's number as printed


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """A paragraph with a printed number; numbers repeat, jump and are wrong."""

    number: str
    start_line: int | None
    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """A row of an action tracker, its cells as printed."""

    date: str | None
    topic: str | None
    action: str
    owner: str | None
    status: str | None
    start_line: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class ForwardPlanEntry:
    """A decision to come; never evidence of one taken."""

    number: str | None
    title: str
    decision_date: str | None
    decision_maker: str | None
    private: bool
    start_line: int | None
    page: int | None


class MotionKind(StrEnum):
    """What was put to the vote."""

    MOTION = "motion"
    AMENDMENT = "amendment"
    SUBSTANTIVE = "substantive"  # the motion as amended, put in its new words
    PROCEDURAL = "procedural"  # to defer, refer, adjourn, put the question
    RESCISSION = "rescission"


class Outcome(StrEnum):
    """What became of a motion, as the paper says."""

    CARRIED = "carried"
    LOST = "lost"
    CARRIED_BY_CASTING_VOTE = "carried-by-casting-vote"
    LOST_BY_CASTING_VOTE = "lost-by-casting-vote"
    WITHDRAWN = "withdrawn"
    NOT_SECONDED = "not-seconded"
    DEFERRED = "deferred"
    REFERRED = "referred"
    ACCEPTED = "accepted"  # an amendment that the mover took into the motion without a vote

    @property
    def is_carried(self) -> bool:
        """Whether it was voted through, by a casting vote too."""
        return self in (Outcome.CARRIED, Outcome.CARRIED_BY_CASTING_VOTE)

    @property
    def is_lost(self) -> bool:
        """Whether it was voted down, by a casting vote too, or nobody seconded it."""
        return self in (Outcome.LOST, Outcome.LOST_BY_CASTING_VOTE, Outcome.NOT_SECONDED)


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote as it was counted or named. Names as printed, without titles; counts None where no paper says."""

    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()
    unanimous: bool | None = None  # None where the paper does not say


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion or amendment with who moved it, its words, its vote and what became of it."""

    part: int  # index of its part in the paper
    item: str | None  # the number of the minute as printed
    kind: MotionKind
    words: str  # as printed, from "that" or "to" on; the words that name the matter where no more is printed
    mover: str | None  # as printed, without title
    seconder: str | None
    outcome: Outcome | None  # None where the paper does not say
    amended: bool  # whether an amendment that carried or was accepted changed it
    ballot: Ballot
    paragraph: str  # the id of the paragraph that holds its words
    told: tuple[str, ...]  # the ids of the paragraphs that tell its outcome, then those of its votes
    printed: tuple[str, ...] = ()  # the ids of all paragraphs of its words, and of the lines that say who moved it
    put: str | None = None  # the id of the line that puts it to the vote, None where there is none

    @property
    def told_and_put(self) -> tuple[str, ...]:
        """The ids of the paragraph that tells its outcome, of the line that puts it to the vote, then of its votes."""
        return tuple(dict.fromkeys((*self.told[:1], *([self.put] if self.put else []), *self.told)))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The ids of all paragraphs of its words, its outcome and its votes, each once."""
        return tuple(dict.fromkeys((self.paragraph, *self.printed, *self.told_and_put)))


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is printed; one that goes on over pages is one table."""

    part: int  # index of its part in the paper
    title: str  # the line or row above it that names it, "" where there is none
    unit: str  # what its figures are counted in ("£000", "thousands"), "" where nothing says so
    headers: tuple[tuple[str, ...], ...]  # its header rows, the outermost first
    columns: tuple[str, ...]  # of each column, the names above it from the outermost to its own, parted by a space
    rows: tuple[tuple[str, ...], ...]  # the cells of the others, as many as there are columns
    paragraphs: tuple[str, ...]  # the id of each row's paragraph
    page: int | None
    line: int | None


class Capacity(StrEnum):
    """How a person is listed at a meeting."""

    PRESENT = "present"  # a member: also one who came late, left early or took part remotely
    APOLOGIES = "apologies"
    ABSENT = "absent"
    IN_ATTENDANCE = "in-attendance"  # an officer, a visitor, a member without a seat


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one part's meeting, as its paper lists them."""

    part: int  # index of its part in the paper
    name: str  # as printed, without title
    title: str  # as printed: "Councillor", "Mr"; "" where none is
    capacity: Capacity
    role: str  # as printed beside the name: "Chair", "Town Clerk", a ward; "" where none is
    paragraph: str  # id of the paragraph that lists them
    late: bool = False  # came when the meeting had begun
    left: bool = False  # left before its end, for good
    remote: bool = False  # took part by telephone or video


@dataclass(frozen=True, slots=True)
class Office:
    """Who holds what office, as one paper says it."""

    part: int  # index of its part in the paper
    name: str  # as printed, without title
    office: str  # as printed: "Chair", "Cabinet Member for Highways"
    paragraph: str  # id of the paragraph that says so
    elected: bool = False  # elected or appointed at this part's meeting


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of one paper, as its own words show it."""

    file: str
    parts: tuple[Part, ...]
    agenda_items: tuple[AgendaItem, ...]
    minutes: tuple[Minute, ...]
    numbered_paragraphs: tuple[NumberedParagraph, ...]
    actions: tuple[Action, ...]
    forward_plan: tuple[ForwardPlanEntry, ...]
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Block, ...]
    attendance: tuple[Attendance, ...] = ()
    offices: tuple[Office, ...] = ()
    ocr_pages: frozenset[int] = frozenset()  # pages, from 1, whose words were read from their picture
    unread_pages: frozenset[int] = frozenset()  # pages, from 1, that are pictures which nothing here could read
    motions: tuple[Motion, ...] = ()
    coverage: float = 1.0  # share of the paper's words that stand in its paragraphs or furniture
    tables: tuple[Table, ...] = ()
