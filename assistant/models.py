"""What goes in and comes out of the assistant, as frozen values.

The names of the fields and the values of the enumerations are those of the JSON that docs/formats.md gives
(records/as_json.py). What stays in one room stands in that room's own models.py.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.models import Box, Role

BY_RECORDS = "records and comparison"


class Mode(StrEnum):
    """How an answer was worded: in the papers' own words or by a chat model. In `Answer`; answer/ sets it, the page shows it."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user narrowed a question, claim or matter to; nothing outside it is retrieved. Dates are YYYY-MM-DD.

    The command line and the page fill it; session.py makes a Scope of it; audit records keep it.
    """

    council: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None  # a value of corpus.models.PartKind


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Another paper that says the same as a cited one. In `Citation`; citations.py makes it from the catalogue's links."""

    file: str
    relation: str  # "copy", "twin" (in another language), "earlier" or "current" (version)
    draft: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph, as a clerk would point at it.

    citations.py makes it, for answers, checks, the register, briefs, matters and series; records/ writes it down.
    """

    n: int  # its marker in the answer, "[1]"
    paragraph: str  # its id
    file: str
    page: int | None
    line: int | None
    council: str | None
    body: str | None
    meeting_date: str | None
    part: str  # the kind of its part: "minutes", "report" ...
    part_title: str
    item: str | None
    ref: str | None  # its number as printed
    status: str  # a value of corpus.models.Status
    text: str  # its words with the line that leads in; of a long paragraph the part that matters
    quote: str  # the words relied on
    item_title: str | None = None
    path: str | None = None  # where the file lies, for showing and downloading it
    box: Box | None = None
    draft: bool = False  # of minutes that call themselves draft, or not yet approved
    held: str | None = None  # "cancelled" or "not quorate", of its meeting
    ocr: bool = False  # its words were read from a picture of the page
    also: tuple[AlsoIn, ...] = ()  # other papers that say the same


@dataclass(frozen=True, slots=True)
class Nearby:
    """A paragraph before or after a cited one, in its own words. In `Source`."""

    text: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A cited paragraph with those around it, in the paper's order, as far as the reader may see them.

    answer/source.py makes it; the page shows it beside an answer.
    """

    citation: Citation
    before: tuple[Nearby, ...]
    after: tuple[Nearby, ...]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that retrieval ranked. In `Answer`; evaluation/ measures the search by it, audit records keep it."""

    file: str
    text: str
    score: float  # compares within one answer alone
    paragraphs: tuple[str, ...]  # their ids


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement of a chat model that the support gate stopped, as the model made it, and why.

    In `Answer`; answer/generation/ makes it, the page shows it on demand.
    """

    text: str
    reason: str
    rule: str | None = None  # of the gate, by the name of its function


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an abstention that says what was searched. answer/pipeline.py makes it; everything shows or keeps it."""

    question: str  # as it was asked
    answer: str  # with markers like [1]
    abstained: bool
    reason: str | None  # of an abstention
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
class Looking:
    """What is being looked for while an answer is made, in words for the reader.

    answer/generation/ tells it before each search that a chat model asks for; the page and the command line show it.
    """

    text: str  # "Looking for: the vote on the lease"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question of a chat with its answer. In `Asked`; question/follow_up.py completes a question by it."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that bears on its answer: what `Assistant.ask` takes."""

    question: str
    history: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
    role: Role = Role.PUBLIC


class Finding(StrEnum):
    """What the papers say of a claim, or of one statement of it. In `Check` and `Statement`; claims/ finds it."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a claim and what the papers say of it. In `Check`."""

    text: str
    verdict: Finding
    explanation: str  # what the papers say, quoted
    correction: str | None  # "The minutes of 9 September 2024 say 17, not 34"; only where it is refuted
    say: str | None  # the reference to say aloud: "Minute 24/24, 9 September 2024"
    citations: tuple[int, ...]  # their markers
    unclear: bool = False  # not found, but the papers speak of it: the citations are what to read


@dataclass(frozen=True, slots=True)
class Check:
    """A claim checked: each statement by itself, then all together. claims/ makes it for `Assistant.check`."""

    claim: str
    verdict: Finding
    explanation: str
    correction: str | None
    say: str | None
    citations: tuple[Citation, ...]
    statements: tuple[Statement, ...]
    seconds: float
    searched: str = ""
    unclear: bool = False  # not found, but the papers speak of a statement and do not settle it as worded
    by: str = BY_RECORDS  # what judged it: this, or the name of a verifier
    notes: tuple[str, ...] = ()  # what the reader should know, e.g. that the chat model did not answer


@dataclass(frozen=True, slots=True)
class PaperStatus:
    """A paper in the store, or one that was refused and why. In `StoreStatus`."""

    name: str
    path: str
    also: tuple[str, ...]  # other paths of the same bytes
    pages: int | None
    paragraphs: int
    council: str | None
    bodies: tuple[str, ...]
    dates: tuple[str, ...]  # of its meetings, sorted
    refused: str | None  # the reason, or None where it is indexed
    remedy: str | None = None  # what to do, of a refused paper
    unread_pages: tuple[int, ...] = ()  # from 1; pictures which could not be read


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What is indexed, and what could not be. store_status.py makes it for the command `status` and the page."""

    store: str  # its folder
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
