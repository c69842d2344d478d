"""What carries over to papers that nothing was fitted on: each collection asked with everything learned without it.

    pip install peft accelerate       # for training alone
    python benchmarks/left_out.py --shared DIR [--folder DIR]

For each collection of DIR/papers: the encoder is taught without it (two encoders are trained, each without one of FOLDS),
its papers are indexed with that encoder, the weights of ranking and declining are fitted on the others, and a copy of the
program with those weights answers its gold questions. Prints a row for each gold set of DIR/eval/dev, their mean, and the
kinds of question. Under --folder (default store/left-out) encoders and indexes are kept: delete them to make them anew.
The first run takes about an hour on two cores, a later one about ten minutes.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import fit_weights
from fit_weights import STRAYS, Case, alone, as_json, fit_confidence, listwise, reranked
from train_embedder import given
from training_data import OWN, followed, papers_in, passages_of_papers, questions_on

from assistant.evaluation import load_gold, markdown_table, score, summary
from index.build import build
from index.embedder import SentenceTransformerEmbedder
from index.stores import Limits, open_stores

ROOT = Path(__file__).parent.parent
FOLDS = (("denver", "suffolk"), ("ayton", "govan", "kent", "nipissing", "seeds", "wyevalley"))
ALSO = {"kent": ("kent2-questions",), "seeds": ("conversations",)}  # further gold over a collection's papers
NINE = ("ayton", "govan", "nipissing", "wyevalley", "seeds", "kent", "kent2", "denver", "suffolk")
NEAR_MISSES = ROOT / "tests" / "gold" / "near-misses.jsonl"
SAMPLE_GOLD = ROOT / "tests" / "questions" / "sample-questions.jsonl"
FIGURES = ("hit@5", "recall@20", "grounded", "cite_precision", "answered", "abstain_recall")
LIMITS = Limits(size=200_000_000, passage_tokens=200)  # as the settings have them


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, index, fit and ask what is not there yet, and print."""
    found = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument(
        "--shared", type=Path, required=True, metavar="DIR", help="folder of the real papers and their gold"
    )
    found.add_argument(
        "--folder", type=Path, default=ROOT / "store" / "left-out", help="where encoders and indexes are kept"
    )
    options = found.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    cases: list[Case] = []
    strays: list[Case] = []
    for store, gold, encoder in prepared(options.shared, options.folder):
        embedder = SentenceTransformerEmbedder(encoder)
        cases += fit_weights.read(str(store), gold, embedder)
        strays += fit_weights.read(str(store), [{"id": text, "question": text} for text in STRAYS], embedder)
    rows: dict[str, list[Any]] = {}
    for fold in FOLDS:
        for collection in fold:
            others = [[case for case in some if not is_of(case, collection)] for some in (cases, strays)]
            rows |= asked(collection, weights_of(*others), options.shared, options.folder)
    tell(rows)
    return 0


def prepared(shared: Path, folder: Path) -> Iterator[tuple[Path, list[dict[str, Any]], str]]:
    """Each collection's store, the questions to fit on and its encoder; what is not there yet is trained and indexed.

    The sample, which the shipped encoder learned from, comes with its gold alone.
    """
    for fold in FOLDS:
        for collection in fold:
            encoder = encoder_without(folder, collection)
            if not encoder.is_file():
                command = [
                    sys.executable,
                    "benchmarks/train_embedder.py",
                    encoder,
                    "--shared",
                    shared,
                    "--leave",
                    *fold,
                ]
                subprocess.run(list(map(str, command)), check=True, cwd=ROOT)
            papers = shared / "papers" / collection
            store = indexed(papers, folder, str(encoder))
            gold = [*dev_gold(shared, collection), *taught(shared, collection, papers), *near_misses(collection)]
            yield store, gold, str(encoder)
    shipped = "all-MiniLM-L6-v2-minutes"
    sample = [alone(line) for line in load_gold(SAMPLE_GOLD)]
    yield indexed(OWN["sample"], folder, shipped), [*sample, *near_misses("sample")], shipped


def encoder_without(folder: Path, collection: str) -> Path:
    """The encoder that was not taught with a collection."""
    number = next(i for i, fold in enumerate(FOLDS, 1) if collection in fold)
    return folder / f"encoder-{number}.safetensors"


def indexed(papers: Path, folder: Path, encoder: str) -> Path:
    """The store of a collection's papers, brought up to date."""
    store = folder / f"store-{papers.name}"
    report = build(
        [papers], open_stores(store, create=True), SentenceTransformerEmbedder(encoder), LIMITS, lambda _: None
    )
    print(f"{papers.name}: {report.indexed} papers indexed, {report.unchanged} unchanged", file=sys.stderr, flush=True)
    return store


def dev_gold(shared: Path, collection: str) -> list[dict[str, Any]]:
    """The development questions over a collection; of a conversation its first."""
    return [alone(line) for path in gold_files(shared, collection) for line in load_gold(path)]


def gold_files(shared: Path, collection: str) -> list[Path]:
    """The files of development questions over a collection's papers."""
    names = (f"{collection}-questions", *ALSO.get(collection, ()))
    return [shared / "eval" / "dev" / f"{name}.jsonl" for name in names]


def taught(shared: Path, collection: str, papers: Path) -> list[dict[str, Any]]:
    """The questions written for training, with the paragraphs that their pointers lead to as evidence."""
    pointers = questions_on(collection)
    for pointer in given(shared, collection):
        pointers.setdefault(pointer["file"], []).append(pointer)
    gold: list[dict[str, Any]] = []
    for file, outline, passages in passages_of_papers(papers, papers_in(papers)):
        texts = {paragraph.id: paragraph.own for paragraph in outline.paragraphs}
        own = [one for name, many in pointers.items() if file.endswith(name) for one in many]
        for one in followed(own, outline, passages):
            evidence = [{"file": file, "quote": texts[name]} for _, name in one.answers]
            gold.append({"id": f"{collection}-{len(gold)}", "question": one.question, "evidence": evidence})
    return gold


def near_misses(collection: str) -> list[dict[str, Any]]:
    """Questions about a collection's matters that its papers do not answer."""
    return [line for line in load_gold(NEAR_MISSES) if line["collection"] == collection]


def is_of(case: Case, collection: str) -> bool:
    """Whether a case is of a collection's store."""
    return Path(case.store).name == f"store-{collection}"


def weights_of(cases: Sequence[Case], strays: Sequence[Case]) -> str:
    """What is fitted on these cases, as the file of weights."""
    weights = listwise([case for case in cases if any(case.right)])
    names, model, threshold = fit_confidence([reranked(case, weights) for case in [*cases, *strays]])
    return as_json([], weights, names, model, threshold)


def asked(collection: str, weights: str, shared: Path, folder: Path) -> dict[str, list[Any]]:
    """The scored questions of each gold set over a collection, answered by a copy of the program with these weights."""
    rows: dict[str, list[Any]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for package in ("assistant", "corpus", "index", "prompts"):
            shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__", "sample"))
        (copy / "assistant" / "retrieval" / "weights.json").write_text(weights, encoding="utf-8")
        encoder = encoder_without(folder, collection).resolve()
        environment = {**os.environ, "PYTHONPATH": scratch, "MINUTEBOOK_EMBEDDING_MODEL": str(encoder)}
        for path in gold_files(shared, collection):
            out = copy / "answers.jsonl"
            command = ["-m", "assistant", "ask", "--llm", "off", "--batch", path, "--out", out]
            store = (folder / f"store-{collection}").resolve()
            subprocess.run(
                [sys.executable, *map(str, command), "--store", str(store)], check=True, cwd=copy, env=environment
            )
            answers = load_gold(out)
            rows[path.stem.removesuffix("-questions")] = list(scored(load_gold(path), answers))
    return rows


def scored(gold: Sequence[Mapping[str, Any]], answers: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    """Each question's figures, of a conversation each turn's."""
    for line, answer in zip(gold, answers, strict=True):
        for question, told in zip(line.get("turns", [line]), answer.get("turns", [answer]), strict=True):
            yield score({"id": line["id"], **question}, told)


def tell(rows: Mapping[str, Sequence[Any]]) -> None:
    """Print a row for each set, the mean of the nine, and the kinds of question over all nine."""
    figures = {name: summary(some) for name, some in rows.items()}
    mean = ["mean of the nine", *(statistics.fmean(figures[name][figure] for name in NINE) for figure in FIGURES)]
    table = [[name, *(some[figure] for figure in FIGURES)] for name, some in figures.items()]
    print(markdown_table(("left out", *FIGURES), [*table, mean]))
    kinds = summary([row for name in NINE for row in rows[name]])["kinds"]
    heads = list(next(iter(kinds.values())))
    print("\n" + markdown_table(("kind", *heads), [[kind, *values.values()] for kind, values in kinds.items()]))


if __name__ == "__main__":
    sys.exit(main())
