"""What the assistant says of the shipped papers, written down: compared exactly by test_golden.py, rewritten by `make golden`.

A change of behaviour shows as a diff of the files in tests/golden/. Nothing here judges whether an answer is right:
the floors of the evaluation do that.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.compose import quiet
from assistant.evaluation.measures import load_gold
from assistant.models import Answer, Asked, Turn
from assistant.support.gate import judge
from corpus.export import outline_as_json
from corpus.models import Outline
from corpus.outline import outline_of
from corpus.read import KNOWN, read_paper
from index.build import build
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.stores import Limits, open_stores
from places import PAIRS, QUESTIONS, ROOT, SAMPLE

FILES = ROOT / "tests" / "golden"


def papers() -> list[Path]:
    """The shipped papers, by name."""
    return [path for path in sorted(SAMPLE.iterdir()) if path.suffix in KNOWN]


@cache
def _outline(paper: Path) -> Outline:
    return outline_of(read_paper(paper, 10**9), paper.name)


def outline(paper: Path) -> dict[str, Any]:
    """The outline of a paper as the command prints it, and a line for each paragraph: where it stands and what it is."""
    read = _outline(paper)
    return {
        **outline_as_json(read),
        "paragraphs": [
            " | ".join(
                str(value)
                for value in (one.id, one.part, one.page or one.line, one.ref, one.status.value, one.access.value)
            )
            for one in read.paragraphs
        ],
    }


def verdicts() -> list[dict[str, Any]]:
    """The gate's verdict and flaw for every shipped pair of a sentence and its paragraphs."""
    found = []
    for row in [*load_gold(QUESTIONS / "sample-gate.jsonl"), *load_gold(PAIRS)]:
        verdict = judge(row["sentence"], row["paragraphs"])
        found.append({"id": row["id"], "supported": verdict.supported, "flaw": verdict.flaw})
    return found


def answers(assistant: Assistant) -> list[dict[str, Any]]:
    """The cited paragraphs and the wording of the answer to every shipped question and turn of a conversation."""
    found = []
    for line in [*load_gold(QUESTIONS / "sample-questions.jsonl"), *load_gold(QUESTIONS / "sample-plain.jsonl")]:
        found.append(_answer(line["id"], assistant.ask(Asked(line["question"]))))
    for line in load_gold(QUESTIONS / "sample-conversations.jsonl"):
        history: tuple[Turn, ...] = ()
        for n, turn in enumerate(line["turns"], 1):
            answer = assistant.ask(Asked(turn["question"], history))
            history = (*history, Turn(turn["question"], answer))
            found.append(_answer(f"{line['id']}#{n}", answer))
    return found


def _answer(name: str, answer: Answer) -> dict[str, Any]:
    return {
        "id": name,
        "question": answer.question,
        "declined": answer.reason,
        "answer": answer.answer.split("\n"),
        "cited": [f"{one.paragraph} | {one.file} | {one.ref} | {one.quote}" for one in answer.citations],
        "notes": list(answer.notes),
    }


def claims(assistant: Assistant) -> list[dict[str, Any]]:
    """The verdict on every shipped claim, how it is explained, and what it is cited for."""
    found = []
    for line in load_gold(QUESTIONS / "sample-claims.jsonl"):
        check = assistant.check(line["claim"])
        cited = [f"{one.paragraph} | {one.quote}" for one in check.citations]
        found.append(
            {"id": line["id"], "verdict": check.verdict.value, "explanation": check.explanation, "cited": cited}
        )
    return found


def as_text(value: Sequence[Any] | dict[str, Any]) -> str:
    """A golden file's text: JSON a line each, so that a diff names what changed."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def without_a_model() -> Iterator[tuple[str, str]]:
    """(file name, text) of each golden file that needs no embedding model."""
    yield "verdicts.json", as_text(verdicts())
    for paper in papers():
        yield f"outlines/{paper.name}.json", as_text(outline(paper))


def with_a_model(assistant: Assistant) -> Iterator[tuple[str, str]]:
    """(file name, text) of each golden file that is asked of the indexed papers."""
    yield "answers.json", as_text(answers(assistant))
    yield "claims.json", as_text(claims(assistant))


def main() -> int:
    """Write all golden files anew."""
    quiet()
    with tempfile.TemporaryDirectory() as folder:
        stores = open_stores(Path(folder) / "store", create=True)
        embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
        build([SAMPLE], stores, embedder, Limits(200_000_000, 200), lambda step: None)
        for name, text in [*without_a_model(), *with_a_model(Assistant(stores, embedder))]:
            path = FILES / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print(f"Written to {FILES.name}/. Read the diff before you commit it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
