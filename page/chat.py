"""A chat as the page keeps it, and the link that reopens it. Pure.

A link holds the questions and their filters, not the answers: it is asked again of today's papers, by today's
reader's role, and says so where the answer rests on other paragraphs than it did when the link was made.
"""

import hashlib
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from assistant.models import Answer, Filters, Turn

LONGEST_QUESTION = 2000  # characters
FILTER_FIELDS = ("council", "body", "since", "until", "kind")  # in the order of the form
_MOST_TURNS = 12  # of a link


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with the filters that it was asked under, and its answer."""

    turn: Turn
    filters: Filters
    how: str = ""  # how the question was read, in words; see recognised_words


Chat = tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Reopened:
    """What a link asks for: questions with their filters, and what the last answer rested on when it was made."""

    questions: tuple[tuple[str, Filters], ...]
    seen: str | None


def turns(chat: Chat) -> tuple[Turn, ...]:
    """The questions and answers, as the assistant takes them."""
    return tuple(exchange.turn for exchange in chat)


def seen(answer: Answer) -> str:
    """A short mark of the paragraphs that an answer cites; it changes with them, for their ids change with their words."""
    ids = "\n".join(citation.paragraph for citation in answer.citations)
    return hashlib.sha256(ids.encode()).hexdigest()[:8]


def link(chat: Chat) -> str:
    """What stands behind the # of an address that reopens the chat; "" for an empty chat."""
    pairs: list[tuple[str, str]] = []
    for exchange in chat[-_MOST_TURNS:]:
        pairs.append(("ask", exchange.turn.question))
        held = ((name, getattr(exchange.filters, name)) for name in FILTER_FIELDS)
        pairs += [(name, value) for name, value in held if value]
    return urlencode([*pairs, ("seen", seen(chat[-1].turn.answer))]) if pairs else ""


def read_link(text: str) -> Reopened:
    """What a link asks for; no questions where it is not one of the page's links."""
    questions: list[tuple[str, dict[str, str]]] = []
    mark = None
    for name, value in parse_qsl(text.lstrip("#")):
        if name == "ask" and value.strip():
            questions.append((value.strip()[:LONGEST_QUESTION], {}))
        elif name in FILTER_FIELDS and questions:
            questions[-1][1][name] = value
        elif name == "seen":
            mark = value
    kept = questions[:_MOST_TURNS]
    return Reopened(tuple((question, Filters(**held)) for question, held in kept), mark)
