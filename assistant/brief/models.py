"""What a brief holds: frozen, every statement with the paragraphs that bear it out."""

from dataclasses import dataclass

from assistant.models import Citation


@dataclass(frozen=True, slots=True)
class CitedStatement:
    """Words that the support gate lets pass on the paragraphs cited.

    The citations' numbers run through the whole brief or matter.
    """

    text: str
    citations: tuple[Citation, ...]
    when: str | None = None  # date of the meeting that it is of, YYYY-MM-DD
    where: str = ""  # where it stands, in words: "Minute 84, 9 January 2024"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs from what an earlier report gave."""

    measure: str
    before: CitedStatement
    now: CitedStatement


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question for members to ask, and the words of the papers that leave it open."""

    question: str
    about: CitedStatement


@dataclass(frozen=True, slots=True)
class ItemBrief:
    """The brief of one agenda item."""

    number: str | None
    title: str
    asked: tuple[CitedStatement, ...]  # recommendations, word for word
    figures: tuple[CitedStatement, ...]  # sentences with the key figures
    before: tuple[CitedStatement, ...]  # what was decided and said, the newest first
    actions: tuple[CitedStatement, ...]  # open ones
    changes: tuple[Change, ...]
    questions: tuple[OpenQuestion, ...]
    left_out: tuple[str, ...] = ()  # of a brief cut to two pages: what is left out, and where it stands


@dataclass(frozen=True, slots=True)
class BriefFor:
    """The meeting or item that a brief is wanted for; the newest meeting with papers where nothing is set."""

    council: str | None = None
    body: str | None = None
    date: str | None = None  # YYYY-MM-DD
    item: str | None = None  # its number, or words of its title


@dataclass(frozen=True, slots=True)
class Brief:
    """What a member should know before a meeting or an item."""

    council: str | None
    body: str | None
    date: str
    items: tuple[ItemBrief, ...]
    actions: tuple[CitedStatement, ...]  # open ones of the body that belong to no item
    formal: tuple[str, ...]  # agenda items without a paper: numbers and titles
    left_out: tuple[str, ...] = ()  # as an item's
    searched: str = ""
    seconds: float = 0.0
