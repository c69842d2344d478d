"""Reads the motions of real minutes and prints how many were read rightly, a row for each collection.

    python benchmarks/motions.py --papers DIR [--misses] [--only COLLECTION]

tests/gold/motions.jsonl has 162 motions over five collections as pointers: collection, file, page or line, the hash of the
motion's first words, and what became of it. They were written from the papers alone, without sight of this code. DIR
holds a folder for each collection.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.form_motions import faults, matched, score_motions
from assistant.evaluation.forms import around, shares
from corpus.models import Outline, Paragraph
from corpus.outline import outline_of
from corpus.read import read_paper

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "motions.jsonl"
LINES, PAGES = 15, 1  # how far from its pointer a motion's words may begin


def words_at(gold: dict[str, Any], outline: Outline) -> str | None:
    """The words that a pointer points at; None where the paper has none with its hash."""
    near = [paragraph for paragraph in outline.paragraphs if _is_near(gold, paragraph)]
    for paragraphs in (near, outline.paragraphs):
        for key, count in (("hash", "n"), ("alt_hash", "alt_n")):
            if gold.get(key) and (words := _with_hash(gold[key], gold[count], paragraphs)):
                return words
    return None


def _is_near(gold: dict[str, Any], paragraph: Paragraph) -> bool:
    if gold["page"] is not None:
        return paragraph.page is not None and abs(paragraph.page - gold["page"]) <= PAGES
    if gold["line"] is None or paragraph.line is None:
        return True
    line: int = gold["line"]
    return paragraph.line - LINES <= line <= (paragraph.end_line or paragraph.line) + LINES


def _with_hash(wanted: str, count: int, paragraphs: Sequence[Paragraph]) -> str | None:
    words = [word for paragraph in paragraphs for word in paragraph.own.split()]
    bare = [re.sub(r"[^a-z0-9]", "", word.lower()) for word in words]
    for i in range(len(words)):
        kept: list[str] = []
        j = i
        while j < len(words) and len(kept) < count:
            if bare[j] or len(kept) == 0:
                kept.append(bare[j])
            j += 1
        if bare[i] and hashlib.sha256(" ".join(filter(None, kept)).encode()).hexdigest()[:16] == wanted:
            return " ".join(words[i:j])
    return None


def papers_of(only: str | None) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Each paper with its motions: collection, file, the lines of the gold."""
    by_paper: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        by_paper.setdefault((gold["collection"], gold["file"]), []).append(gold)
    for (collection, file), lines in by_paper.items():
        if only in (None, collection):
            yield collection, file, lines


def main() -> int:
    """Print the figures of each collection, and of all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--only")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    tallies: dict[str, Counter[str]] = {}
    for collection, file, lines in papers_of(options.only):
        path = options.papers / collection / file
        outline = outline_of(read_paper(path, 10**9), path.name)
        texts = around(outline.paragraphs)
        found = [gold | {"words": words} for gold in lines if (words := words_at(gold, outline))]
        if options.misses and len(found) < len(lines):
            print(f"{file}: {len(lines) - len(found)} of {len(lines)} pointers point at nothing")
        near = [
            motion
            for motion in outline.motions
            if any(motion is one for _, one in matched(found, outline.motions, texts))
        ]
        tallies.setdefault(collection, Counter()).update(score_motions(found, near, texts))
        for fault in faults(found, outline.motions, texts) if options.misses else ():
            print(f"  {file[:40]} {fault}")
    for collection, tally in tallies.items():
        print(f"{collection:12} {shares([tally])}")
    print(f"{'all':12} {shares(tallies.values())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
