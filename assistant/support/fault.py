"""What is wrong with a sentence: the one value that every check of the support gate gives."""

from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """The class of a fault, as `verify` prints it."""

    ABSENT = "absent"  # the paragraphs say nothing of it
    FIGURE = "figure"  # a figure that no paragraph gives
    DATE = "date"  # a date, month or year that no paragraph gives, or gives for another thing
    NAME = "name"  # a person or thing that no paragraph names, or names in another part
    BODY = "body"  # another body decided it
    UNIT = "unit"  # the figure has another unit or another base
    DECISION = "decision"  # another act than the paragraphs tell: approved for noted
    STATUS = "status"  # told as decided where the paragraphs only propose
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sentence: its class, and the reason in plain English for a reader."""

    flaw: Flaw
    reason: str
