"""What goes in and comes out of the assistant: frozen, and worded as the command line prints it."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.models import Box, Role


class Mode(StrEnum):
    """How an answer was made."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user set. Hard: nothing outside them is retrieved. Dates are YYYY-MM-DD."""

    council: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None  # a part's kind


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Another paper that says the same: a "copy", a "twin" in another language, an "earlier" or the "current" version."""

    file: str
    relation: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph, as a clerk would point at it."""

    n: int  # its marker in the answer
    paragraph: str
    file: str
    page: int | None
    line: int | None
    council: str | None
    body: str | None
    meeting_date: str | None
    part: str
    part_title: str
    item: str | None
    ref: str | None
    status: str
    text: str
    quote: str
    item_title: str | None = None
    path: str | None = None  # where the file lies, for showing and downloading it
    box: Box | None = None
    draft: bool = False  # of minutes that call themselves draft, or not yet approved
    held: str | None = None  # "cancelled" or "not quorate", of its meeting
    ocr: bool = False  # its words were read from a picture of the page
    also: tuple[AlsoIn, ...] = ()  # other papers that say the same


@dataclass(frozen=True, slots=True)
class Nearby:
    """A paragraph before or after a cited one, in its own words."""

    text: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A cited paragraph in its surroundings, as far as the reader may see them, in the paper's order."""

    citation: Citation
    before: tuple[Nearby, ...]
    after: tuple[Nearby, ...]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that retrieval ranked; the score compares within one answer only."""

    file: str
    text: str
    score: float
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement of a language model that the support gate stopped, as the model made it, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an abstention that says what was searched."""

    question: str
    answer: str  # with markers like [1]
    abstained: bool
    reason: str | None
    mode: Mode
    citations: tuple[Citation, ...]
    passages: tuple[FoundPassage, ...]
    seconds: float
    searched: str = ""  # "1,204 paragraphs of 5 papers, 8 January 2024 to 5 January 2026"
    confidence: float = 0.0  # 0..1
    left_out: int = 0  # statements that the support gate stopped
    stopped: tuple[LeftOut, ...] = ()  # these statements, in the order in which the model made them
    model: str | None = None  # the language model that was asked, whether or not its words are shown
    prompt: str | None = None  # the prompts' names and versions, "answer/2" or "answer/2, repair/1"
    notes: tuple[str, ...] = ()  # what the reader should know, e.g. "The language model did not answer"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question of a chat and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that bears on its answer."""

    question: str
    history: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
    role: Role = Role.PUBLIC


class Finding(StrEnum):
    """What the papers say of a claim or a statement of it."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a claim and what the papers say of it."""

    text: str
    verdict: Finding
    explanation: str
    correction: str | None  # "The minutes of 9 September 2024 say 17, not 34"; only where it is refuted
    say: str | None  # the reference to say aloud: "Minute 24/24, 9 September 2024"
    citations: tuple[int, ...]  # their markers


@dataclass(frozen=True, slots=True)
class Check:
    """A claim checked: each statement by itself, then all together."""

    claim: str
    verdict: Finding
    explanation: str
    correction: str | None
    say: str | None
    citations: tuple[Citation, ...]
    statements: tuple[Statement, ...]
    seconds: float
    searched: str = ""


@dataclass(frozen=True, slots=True)
class PaperStatus:
    """A paper in the store, or one that was refused and why."""

    name: str
    path: str
    also: tuple[str, ...]  # other names of the same bytes
    pages: int | None
    paragraphs: int
    council: str | None
    bodies: tuple[str, ...]
    dates: tuple[str, ...]  # of its meetings, sorted
    refused: str | None  # the reason, or None where it is indexed
    remedy: str | None = None
    unread_pages: tuple[int, ...] = ()  # from 1; pictures which could not be read


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What is indexed, and what could not be."""

    store: str
    papers: tuple[PaperStatus, ...]
    refused: tuple[PaperStatus, ...]
    paragraphs: int
    passages: int
    meetings: int
    councils: tuple[str, ...]
    bodies: tuple[str, ...]
    first_date: str | None
    last_date: str | None
    model: str | None  # of the embeddings
