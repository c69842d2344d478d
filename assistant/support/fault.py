"""What is wrong with a sentence: the one value that every rule gives. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sentence: a class and a reason in plain English."""

    flaw: str
    reason: str
