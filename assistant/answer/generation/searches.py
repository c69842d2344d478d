"""What a chat model would look for: a question in its conversation to a few searches that stand alone, read tolerantly.

What the model says here is looked for and shown, never believed. Where it says nothing that can be looked for, is slow or
fails, there are no searches, and the question is looked for as it stands.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from langchain_core.language_models import BaseChatModel

from assistant.answer.generation import chat
from assistant.answer.generation.prompts import Prompt, load_prompt
from assistant.answer.sanitise import as_data, gives_orders, seen
from assistant.errors import ModelTrouble
from assistant.models import Turn
from index.text import words_of

MOST = 4
_WORDS, _LETTERS = 25, 200  # of a search
_LONGEST = 4_000  # characters read of a model
_TURNS, _QUESTION_WORDS, _ANSWER_WORDS = 6, 200, 40  # of the conversation
_COUNCILS, _BODIES = 20, 60  # names told
_FIELDS = frozenset({"councils", "bodies", "searched", "conversation", "question"})
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.S | re.I)
_NAMED_LIST = re.compile(r'"(?:searches|queries)"\s*:\s*\[', re.I)
_BARE_LIST = re.compile(r"\s*(?:```\w*\s*)?\[")
_BRACED = re.compile(r"\s*(?:```\w*\s*)?[{\[]")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|\]', re.S)
_LISTED = re.compile(r"\s*(?:\d{1,2}[.)]|[-*•])\s+")
_LABEL = re.compile(r"^\W*(?:search|query)(?: \d)?\s*:\s*", re.I)
_TO_READER = re.compile(r"\b(?:you|your|i|i'm|i’m|me|my)\b", re.I)
_PROSE_ENDS = (".", ":", "!")
SEARCHES = {
    "title": "searches",
    "description": "What to look for in the papers to answer the question.",
    "type": "object",
    "properties": {
        "searches": {
            "type": "array",
            "items": {"type": "string", "description": "one short search that can be understood by itself"},
        }
    },
    "required": ["searches"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A question to look for: as it was asked, as completed by rules, the turns before it, and what the reader may know of."""

    question: str
    completed: str
    turns: Sequence[Turn] = ()
    councils: Sequence[str] = ()
    bodies: Sequence[str] = ()
    searched: str = ""  # how many papers are searched, and from when to when


def searches_prompt() -> Prompt:
    """The prompt for searches."""
    return load_prompt("searches", _FIELDS)


def searches_of(model: BaseChatModel, asking: Asking, most: int, seconds: float) -> tuple[str, ...]:
    """The searches that a model asks for within these seconds, `most` at most; none where it is slow or fails."""
    heard = ""
    try:
        for piece in chat.pieces(model, filled(asking), seconds, searches_prompt(), SEARCHES):
            heard += piece
            if len(heard) > _LONGEST:
                break
    except ModelTrouble:
        return ()
    return read_searches(heard, (asking.question, asking.completed))[:most]


def filled(asking: Asking) -> dict[str, str]:
    """What the prompt's placeholders stand for: each name, question and answer on one line, as data."""
    told = []
    for turn in asking.turns[-_TURNS:]:
        answer = "" if gives_orders(turn.answer.answer) else _line(turn.answer.answer, _ANSWER_WORDS)
        told += [f"Asked: {_line(turn.question, _QUESTION_WORDS)}", f"Answered: {answer}"]
    return {
        "councils": _names(asking.councils[:_COUNCILS]),
        "bodies": _names(asking.bodies[:_BODIES]),
        "searched": _line(asking.searched, _QUESTION_WORDS),
        "conversation": "\n".join(told) or "none",
        "question": _line(asking.question, _QUESTION_WORDS),
    }


def read_searches(text: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """The searches in a model's words, four at most, each once and none of those `known`: as JSON, else one a line. Pure."""
    text = _THOUGHT.sub("", text)
    found: list[str] = []
    for one in _strings(text) if _is_json(text) else _lines(text):
        if len(found) < MOST and (search := as_search(one, (*known, *found))):
            found.append(search)
    return tuple(found)


def as_search(words: str, known: Sequence[str] = ()) -> str:
    """A model's words as a search; "" where they are too few, too many, an order to a model, that nothing is found, or `known`."""
    search = " ".join(_LABEL.sub("", seen(words), count=1).split()).strip(" \"'“”‘’*`-").rstrip(" .")
    if not 2 <= len(search.split()) <= _WORDS or len(search) > _LETTERS:
        return ""
    if chat.declines(search) or gives_orders(search):
        return ""
    return "" if words_of(search) in [words_of(one) for one in (*known, "")] else search


def _is_json(text: str) -> bool:
    return bool(_BRACED.match(text) or _NAMED_LIST.search(text))


def _strings(text: str) -> Iterator[str]:
    """The whole strings of the list of searches, also of one that is broken off."""
    start = _NAMED_LIST.search(text) or _BARE_LIST.match(text)
    if start is None:
        return
    for match in _QUOTED.finditer(text, start.end()):
        if match[1] is None:
            return
        if match[2]:  # a field's name
            continue
        try:
            yield str(json.loads(f'"{match[1]}"', strict=False))
        except json.JSONDecodeError:
            continue


def _lines(text: str) -> Iterator[str]:
    """The items of a list where there is one, else the lines that are no prose."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("```")]
    listed = [_LISTED.sub("", line, count=1) for line in lines if _LISTED.match(line)]
    plain = [line for line in lines if not line.rstrip().endswith(_PROSE_ENDS)]
    return (line for line in listed or plain if not _TO_READER.search(line))


def _names(names: Sequence[str]) -> str:
    return "; ".join(_line(name, _ANSWER_WORDS) for name in names if not gives_orders(name)) or "none"


def _line(text: str, most: int) -> str:
    """The first words of a text on one line, as data."""
    words = as_data(text).split()
    return " ".join(words[:most]) + (" ..." if len(words) > most else "")
