"""What an answer rests on, written into a file, and what changed since. Pure but for the file."""

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
class RecordedParagraph:
    """A paragraph that an answer was made from."""

    paragraph: str  # its id
    sha256: str  # of its words
    cited: bool
    file: str
    ref: str | None
    page: int | None
    line: int | None
    text: str  # of a cited paragraph its words; "" otherwise


@dataclass(frozen=True, slots=True)
class Made:
    """What an answer was made with; None where it was made without."""

    index_version: str | None
    embedding_model: str | None
    chat_model: str | None
    prompt_version: str | None


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """A question, its answer, and all that the answer rests on."""

    format: int  # of the file
    time: str  # when it was made, ISO 8601, UTC
    question: str
    history: tuple[str, ...]  # the questions asked before it
    filters: Filters
    role: Role
    answer: str
    abstained: bool
    mode: str
    paragraphs: tuple[RecordedParagraph, ...]
    made: Made


class Changed(StrEnum):
    """What is different from when an answer was recorded."""

    GONE = "paragraph gone"
    REWORDED = "words changed"
    CLOSED = "no longer open to this role"
    ANSWER = "other answer now"
    MADE = "made with another"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed since an answer was recorded."""

    what: Changed
    where: str  # the paragraph's file and number, or the part of the making
    then: str  # the words; "" where they may not be told
    now: str  # the words; "" where there are none


@dataclass(frozen=True, slots=True)
class Replay:
    """What became of a recorded answer."""

    same: bool  # the answer is the same, and every cited paragraph is there with the same words
    differences: tuple[Difference, ...]
    then: str  # the answer's text
    now: Answer


def record_of(asked: Asked, answer: Answer, places: Mapping[str, Placed], made: Made, time: str) -> AnswerRecord:
    """The record of an answer, made at `time` (ISO 8601, UTC).

    `places` holds the paragraphs that its role may see, by id; no other is recorded.
    """
    cited = {citation.paragraph for citation in answer.citations}
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
    """Whether the asker may see a paragraph: a second look, should `places` hold more than it should."""
    return asked.role is not Role.PUBLIC or place.paragraph.access is Access.PUBLIC


def _held(place: Placed, cited: bool) -> RecordedParagraph:
    paragraph = place.paragraph
    text = paragraph.text if cited else ""
    return RecordedParagraph(
        paragraph.id, sha_of(paragraph.text), cited, place.file, paragraph.ref, paragraph.page, paragraph.line, text
    )


def sha_of(text: str) -> str:
    """The sha256 of a paragraph's words, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_record(record: AnswerRecord, path: Path) -> None:
    """Write the record as JSON."""
    path.write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_record(path: Path) -> AnswerRecord:
    """A record from its file.

    Raises: RecordBroken where the file is no record, or one of another format.
    """
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
    """What changed since the record was made. `now` is the answer to the same question, `made` what it was made with.

    `places` holds those of its paragraphs that are still there, by id; `around` the paragraphs of the papers whose
    paragraphs are not; `hidden` the ids of paragraphs that are there but that this role may not see.
    """
    cited = [held for held in record.paragraphs if held.cited]
    found = [difference for held in cited if (difference := _difference(held, places, around, hidden))]
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
    held: RecordedParagraph, places: Mapping[str, Placed], around: Iterable[Placed], hidden: frozenset[str]
) -> Difference | None:
    """What became of a recorded paragraph; None where it is there with the same words.

    One that is gone counts as reworded where a paragraph of its paper and number is like it.
    """
    where = ", ".join(part for part in (held.file, held.ref, page_or_line(held.page, held.line)) if part)
    place = places.get(held.paragraph)
    if place is not None:
        text = place.paragraph.text
        return None if sha_of(text) == held.sha256 else Difference(Changed.REWORDED, where, held.text, text)
    if held.paragraph in hidden:
        return Difference(Changed.CLOSED, where, "", "")
    near = [
        (share(runs(held.text), runs(other.paragraph.text)), other.paragraph.text)
        for other in around
        if other.file == held.file and other.paragraph.ref == held.ref and not other.paragraph.heading
    ]
    best = max(near, default=(0.0, ""))
    if best[0] >= _REWORDED:
        return Difference(Changed.REWORDED, where, held.text, best[1])
    return Difference(Changed.GONE, where, held.text, "")
