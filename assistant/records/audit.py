"""What an answer rests on, written down so that it can be told later what changed. Pure but for the file."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.errors import RecordBroken
from assistant.language.similarity import letters_and_digits, runs, share
from assistant.models import Answer, Asked, Filters
from assistant.references import page_or_line
from corpus.models import Access, Role
from index.models import Placed

_FORMAT = 1
_REWORDED = 0.3  # share of runs in common from which a paragraph in the same place is the same one in other words


@dataclass(frozen=True, slots=True)
class Held:
    """A paragraph that an answer was made from: its id, the sha256 of its words, and where it stands."""

    paragraph: str
    sha256: str
    cited: bool
    file: str
    ref: str | None
    page: int | None
    line: int | None
    text: str  # of a cited paragraph its words; "" otherwise


@dataclass(frozen=True, slots=True)
class Made:
    """With what an answer was made."""

    index_version: str | None
    embedding_model: str | None
    chat_model: str | None
    prompt_version: str | None


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """A question, its answer, and all that the answer rests on."""

    format: int
    time: str  # ISO 8601, UTC
    question: str
    history: tuple[str, ...]  # the questions asked before it
    filters: Filters
    role: Role
    answer: str
    abstained: bool
    mode: str
    paragraphs: tuple[Held, ...]
    made: Made


class Changed(StrEnum):
    """What is otherwise than when an answer was recorded."""

    GONE = "paragraph gone"
    REWORDED = "words changed"
    CLOSED = "no longer open to this role"
    ANSWER = "other answer now"
    MADE = "made with another"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: what it was and what it is."""

    what: Changed
    where: str  # the paragraph's file and number, or the part of the making
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What became of a recorded answer."""

    same: bool  # same answer, and every cited paragraph there with the same words
    differences: tuple[Difference, ...]
    then: str
    now: Answer


def record_of(asked: Asked, answer: Answer, places: Mapping[str, Placed], made: Made, time: str) -> AnswerRecord:
    """The record of an answer. `places` holds the paragraphs that its role may see; no other is recorded."""
    cited = {one.paragraph for one in answer.citations}
    names = dict.fromkeys([*cited, *(name for passage in answer.passages for name in passage.paragraphs)])
    held = tuple(
        _held(places[name], name in cited) for name in names if name in places and _may_see(asked, places[name])
    )
    return AnswerRecord(
        format=_FORMAT,
        time=time,
        question=asked.question,
        history=tuple(turn.question for turn in asked.history),
        filters=asked.filters,
        role=asked.role,
        answer=answer.answer,
        abstained=answer.abstained,
        mode=answer.mode.value,
        paragraphs=held,
        made=made,
    )


def _may_see(asked: Asked, place: Placed) -> bool:
    return asked.role is not Role.PUBLIC or place.paragraph.access is Access.PUBLIC


def _held(place: Placed, cited: bool) -> Held:
    paragraph = place.paragraph
    text = paragraph.text if cited else ""
    return Held(
        paragraph.id, sha_of(paragraph.text), cited, place.file, paragraph.ref, paragraph.page, paragraph.line, text
    )


def sha_of(text: str) -> str:
    """The sha256 of a paragraph's words, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_record(record: AnswerRecord, path: Path) -> None:
    """The record as JSON."""
    path.write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_record(path: Path) -> AnswerRecord:
    """A record from its file. Raises: RecordBroken where it is none, or of another format."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        record = TypeAdapter(AnswerRecord).validate_python(data)
    except (ValidationError, json.JSONDecodeError, UnicodeDecodeError) as error:
        first = str(error).splitlines()[0]
        raise RecordBroken(
            f"{path.name} is no record of an answer ({first}). Make one with `minutebook ask --record FILE`."
        ) from error
    if record.format != _FORMAT:
        raise RecordBroken(f"{path.name} is a record of format {record.format}; this version reads format {_FORMAT}.")
    return record


def compared(
    record: AnswerRecord,
    now: Answer,
    made: Made,
    places: Mapping[str, Placed],
    around: Sequence[Placed],
    hidden: frozenset[str],
) -> Replay:
    """What changed since the record was made.

    `places` holds those of its paragraphs that are still there, `around` the paragraphs of the papers that it cites,
    `hidden` the ids of paragraphs that are there but out of this role's reach.
    """
    found = [one for held in record.paragraphs if held.cited and (one := _difference(held, places, around, hidden))]
    other = letters_and_digits(record.answer) != letters_and_digits(now.answer) or record.abstained != now.abstained
    if other:
        found.append(Difference(Changed.ANSWER, "answer", record.answer, now.answer))
    same = not found
    found += [
        Difference(Changed.MADE, name.replace("_", " "), str(then or "none"), str(asdict(made)[name] or "none"))
        for name, then in asdict(record.made).items()
        if then != asdict(made)[name]
    ]
    return Replay(same, tuple(found), record.answer, now)


def _difference(
    held: Held, places: Mapping[str, Placed], around: Iterable[Placed], hidden: frozenset[str]
) -> Difference | None:
    where = ", ".join(part for part in (held.file, held.ref, page_or_line(held.page, held.line)) if part)
    place = places.get(held.paragraph)
    if place is not None:
        text = place.paragraph.text
        return None if sha_of(text) == held.sha256 else Difference(Changed.REWORDED, where, held.text, text)
    if held.paragraph in hidden:
        return Difference(Changed.CLOSED, where, "", "")
    near = [
        (share(runs(held.text), runs(one.paragraph.text)), one.paragraph.text)
        for one in around
        if one.file == held.file and one.paragraph.ref == held.ref and not one.paragraph.heading
    ]
    best = max(near, default=(0.0, ""))
    if best[0] >= _REWORDED:
        return Difference(Changed.REWORDED, where, held.text, best[1])
    return Difference(Changed.GONE, where, held.text, "")
