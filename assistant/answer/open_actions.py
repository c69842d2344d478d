"""The answer to which actions are still open: the newest of them, as the trackers print them. Pure."""

import re
from collections.abc import Sequence

from assistant.decisions.models import TrackedAction
from assistant.question import Question
from assistant.retrieval.question_terms import telling_words
from index.text import words_of

_ASKS = re.compile(
    r"\bactions?\b.*\b(?:open|outstanding|overdue|unfinished|incomplete|to be done|not (?:yet )?(?:been )?(?:done|complete|completed|closed))\b|"
    r"\b(?:open|outstanding|overdue|unfinished|incomplete)\b.*\bactions?\b",
    re.I,
)
_OF_ACTIONS = frozenset(
    words_of(
        "action actions open outstanding overdue unfinished incomplete still yet done complete closed tracker list left scrutiny"
    )
)
_MOST = 3


def asks_for_open_actions(question: Question) -> bool:
    """Whether a question asks which actions are still open, and names no matter that they are of."""
    named = {word for body in question.bodies for word in words_of(body)} | _OF_ACTIONS
    return bool(_ASKS.search(question.text)) and all(word in named for word in telling_words(question))


def of_those_named(question: Question, actions: Sequence[TrackedAction]) -> list[TrackedAction]:
    """The actions of the councils and bodies that the question names; all where it names none."""
    return [
        one
        for one in actions
        if (not question.bodies or one.body in question.bodies)
        and (not question.councils or one.progress[-1].citation.council in question.councils)
    ]


def first_named(found: Sequence[TrackedAction]) -> list[str]:
    """The ids of the paragraphs with the latest word on the first few of them."""
    return [one.progress[-1].citation.paragraph for one in found[:_MOST]]


def how_many(found: Sequence[TrackedAction]) -> str:
    """How many there are, as a note on an answer that tells the first few."""
    return f"{len(found)} actions are still open as far as the trackers say; the register of decisions lists them all."
