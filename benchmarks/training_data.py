"""Questions with the paragraph that answers each, as pointers: what the encoder is taught with.

A pointer names a paper and the hash of the paragraph's first words there; the papers' own text is not kept. The
questions were written from the papers alone, without sight of this code. Those over the sample and the forms can be
followed anywhere, the others where the real papers lie.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import PaperError
from corpus.models import Outline
from corpus.outline import listed_day, outline_of
from corpus.read import KNOWN, read_paper
from index.passages import passages_of
from index.tokens import count_tokens

ROOT = Path(__file__).parent.parent
POINTERS = ROOT / "tests" / "gold" / "training.jsonl"
OWN = {"sample": ROOT / "corpus" / "sample", "forms": ROOT / "tests" / "forms"}
FIRST_WORDS = 6
_PASSAGE_TOKENS = 200
_SIZE = 200_000_000


@dataclass(frozen=True)
class Text:
    """A passage: the words that are embedded, and where each paragraph stands in them."""

    words: str
    paragraphs: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Asked:
    """A question, and the paragraphs that answer it: passage and paragraph."""

    collection: str
    question: str
    answers: tuple[tuple[str, str], ...]


def pointer_of(quote: str) -> tuple[int, str]:
    """How many first words a pointer counts, and their hash."""
    words = _bare(quote)[:FIRST_WORDS]
    return len(words), hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def passages_of_papers(folder: Path, files: Sequence[str]) -> Iterator[tuple[str, Outline, dict[str, Text]]]:
    """Each of these papers that can be read, with its outline and its passages by id."""
    for file in files:
        path = folder / file
        try:
            outline = outline_of(read_paper(path, _SIZE), path.name, listed_day(path))
        except PaperError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        passages = passages_of(outline, hashlib.sha256(file.encode()).hexdigest(), _PASSAGE_TOKENS, count_tokens)
        yield file, outline, {one.id: Text(one.embedded, _placed(one.units, one.spans)) for one in passages}


def _placed(units: Sequence[Any], spans: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Where each paragraph of a passage stands: from its first sentence to its last."""
    found: dict[str, tuple[int, int]] = {}
    for unit, (start, end) in zip(units, spans, strict=True):
        first = found.get(unit.paragraph, (start, end))
        found[unit.paragraph] = (min(first[0], start), max(first[1], end))
    return found


def papers_in(folder: Path) -> list[str]:
    """The papers of a collection, each relative to its folder; those kept unseen are left out."""
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in KNOWN)
    return [path.relative_to(folder).as_posix() for path in paths if not {"unseen", "_make"} & set(path.parts)]


def questions_on(collection: str) -> dict[str, list[dict[str, Any]]]:
    """The pointers into a collection's papers, by file."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in POINTERS.read_text(encoding="utf-8").splitlines():
        pointer = json.loads(line)
        if pointer["collection"] == collection:
            found.setdefault(pointer["file"], []).append(pointer)
    return found


def followed(pointers: Sequence[Mapping[str, Any]], outline: Outline, passages: Mapping[str, Text]) -> Iterator[Asked]:
    """The questions of one paper whose paragraphs are found there."""
    holding = {name: key for key, text in passages.items() for name in text.paragraphs}
    at: dict[tuple[int, str], list[str]] = {}
    for count in {pointer["n"] for pointer in pointers}:
        for paragraph in outline.paragraphs:
            words = _bare(paragraph.text)
            for i in range(len(words) - count + 1):
                key = hashlib.sha256(" ".join(words[i : i + count]).encode()).hexdigest()[:16]
                at.setdefault((count, key), []).append(paragraph.id)
    for pointer in pointers:
        ids = [name for name in dict.fromkeys(at.get((pointer["n"], pointer["hash"]), ())) if name in holding]
        if ids:
            yield Asked(pointer["collection"], pointer["question"], tuple((holding[name], name) for name in ids))


def _bare(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())
