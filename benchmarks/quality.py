"""Measures the present code on every gold set, and writes the table in docs/quality.md.

    python benchmarks/quality.py                                # the sample that ships
    python benchmarks/quality.py --shared DIR [--stores DIR]    # and the collections of real papers
    python benchmarks/quality.py --shared DIR --write           # the same, into docs/quality.md

DIR/papers holds a folder for each collection and DIR/eval/dev the gold over it: NAME-questions.jsonl, NAME-claims.jsonl,
NAME-gate.jsonl, outlines and meetings. Each collection is indexed into a store of its own under --stores (default
store/quality); a store that is there is brought up to date, so a second run reads only the papers that changed.

Prints a table with a row for each gold set, then the evidence in reach of a model, the gate's figures by flaw, the outlines
and the meetings. No language model is used.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answer.given import Given, given
from assistant.assistant import Assistant
from assistant.cli.verify import verify_lines
from assistant.compose import quiet
from assistant.evaluation import (
    GateRow,
    ask_gold,
    claim_summary,
    gate_summary,
    load_gold,
    markdown_table,
    meeting_summary,
    reach_summary,
    score,
    score_claim,
    score_gate,
    score_meeting,
    score_outline,
    score_reach,
    summary,
    with_block,
)
from assistant.models import Asked
from assistant.records.as_json import answer_record, check_record
from corpus.export import outline_as_json
from corpus.models import Part
from corpus.outline import outline_of
from corpus.read import read_paper
from index.build import build
from index.embedder import DEFAULT_MODEL, Embedder, SentenceTransformerEmbedder
from index.stores import Limits, open_stores

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "quality.md"
STORES = ROOT / "store" / "quality"
SAMPLE = ROOT / "corpus" / "sample"
SAMPLE_GOLD = ROOT / "tests" / "questions"
LIMITS = Limits(size=200_000_000, passage_tokens=200)  # as the settings have them

FITTED, PARTLY = "fitted", "questions fitted"  # docs/quality.md says what each means
SEEN = {
    "sample": FITTED,
    "sample-plain": FITTED,
    "sample-newcomers": PARTLY,
    "sample-conversations": FITTED,
    "seeds": FITTED,
    "conversations": FITTED,
    "kent": FITTED,
    "gate": FITTED,
    "kent2": PARTLY,
    "nipissing": PARTLY,
    "ayton": PARTLY,
    "govan": PARTLY,
    "wyevalley": PARTLY,
    "denver": PARTLY,
    "suffolk": PARTLY,
}
PAPERS_OF = {"kent2": "kent", "conversations": "seeds"}  # gold over another collection's papers

QUESTION_FIGURES = ("hit@5", "recall@20", "grounded", "cite_precision", "meeting", "ref", "page", "answered")
CLAIM_FIGURES = ("accuracy", "dangerous", "invented", "grounded")
GATE_FIGURES = ("passed", "stopped")
FLAW_HEADINGS = ("flaw", "fitted", "stopped", "not fitted", "stopped")
REACH_FIGURES = ("questions", "in_reach", "not_found", "cut")
IN_A_PROMPT = 16_000 - 400  # tokens: less the instructions and the question
MEETING_HEADINGS = ("set", "papers", "date", "body", "kind")
OUTLINE_FIGURES = ("parts", "minutes", "titles", "resolutions", "paragraphs", "actions", "forward_plan")
OUTLINE_HEADINGS = ("set", "papers", *OUTLINE_FIGURES)
HEADINGS = (
    *("set", "seen", "questions", *QUESTION_FIGURES, "abstain_recall", "words"),
    *("claims", "accuracy", "dangerous", "invented", "claims grounded", "sentences", *GATE_FIGURES),
)


@dataclass(frozen=True)
class GoldSet:
    """The gold files of one name, and the papers that they are about (None: they bring their paragraphs)."""

    name: str
    papers: Path | None
    questions: Path | None = None
    claims: Path | None = None
    gate: Path | None = None
    meetings: Path | None = None


@dataclass(frozen=True)
class Measured:
    """What one gold set gives: summaries, empty where it has no such gold."""

    name: str
    questions: Mapping[str, Any] = field(default_factory=dict)
    reach: Mapping[str, Any] = field(default_factory=dict)
    claims: Mapping[str, Any] = field(default_factory=dict)
    gate: Sequence[GateRow] = ()
    meetings: Mapping[str, Any] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 for wrong use."""
    options = parser().parse_args(arguments)
    if options.write and not options.shared:
        print("--write needs --shared: the table in docs/quality.md holds the real papers' sets too.", file=sys.stderr)
        return 2
    quiet()
    sets = [*sample_sets(), *(shared_sets(options.shared) if options.shared else [])]
    embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
    found = measure(sets, options.stores, embedder)
    block = f"Measured on {date.today()} by `{command(options)}`.\n\n{tables(found, outline_rows(options.shared))}"
    print(block)
    if options.write:
        DOCUMENT.write_text(with_block(DOCUMENT.read_text(encoding="utf-8"), block), encoding="utf-8")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    found = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("--shared", type=Path, metavar="DIR", help="folder of the real papers and their gold")
    found.add_argument("--stores", type=Path, metavar="DIR", default=STORES, help="folder for the indexes")
    found.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    return found


def command(options: argparse.Namespace) -> str:
    """The command that was run, without this machine's folders."""
    return "python benchmarks/quality.py" + (" --shared DIR" if options.shared else "")


def measure(sets: Sequence[GoldSet], stores: Path, embedder: Embedder) -> list[Measured]:
    """What every set gives, in the order of SEEN; each collection of papers is opened once."""
    found = []
    for papers in dict.fromkeys(gold.papers for gold in sets):
        assistant = indexed(papers, stores, embedder) if papers else None
        found += [measured(gold, assistant) for gold in sets if gold.papers == papers]
    order = {name: i for i, name in enumerate(SEEN)}
    return sorted(found, key=lambda one: order.get(one.name, len(order)))


def tables(found: Sequence[Measured], outlines: Iterable[Sequence[object]]) -> str:
    """Every table as Markdown, each under a line that says what it is; one that would be empty is left out."""
    reach = [[one.name, *map(one.reach.get, REACH_FIGURES)] for one in found if one.reach]
    with_meetings = [[one.name, *one.meetings.values()] for one in found if one.meetings]
    blocks: list[tuple[str, Sequence[str], Sequence[Sequence[object]]]] = [
        ("", HEADINGS, [row_of(one) for one in found]),
        ("Evidence in reach of a model that takes 16,000 tokens.", ("set", *REACH_FIGURES), reach),
        ("The gate by flaw: unsupported sentences, and the share stopped.", FLAW_HEADINGS, list(by_flaw(found))),
        ("Outlines: F1 of what a paper holds; titles: the share right.", OUTLINE_HEADINGS, list(outlines)),
        ("Meetings: the share of papers whose longest part has what the site gives.", MEETING_HEADINGS, with_meetings),
    ]
    return "\n\n".join(
        f"{words}\n\n{markdown_table(headings, rows)}".strip() for words, headings, rows in blocks if rows
    )


def sample_sets() -> list[GoldSet]:
    """The gold that ships, over the sample papers."""
    files = {kind: SAMPLE_GOLD / f"sample-{kind}.jsonl" for kind in ("questions", "claims", "gate")}
    return [
        GoldSet("sample", SAMPLE, **files),
        GoldSet("sample-plain", SAMPLE, questions=SAMPLE_GOLD / "sample-plain.jsonl"),
        GoldSet("sample-newcomers", SAMPLE, questions=SAMPLE_GOLD / "sample-newcomers.jsonl"),
        GoldSet("sample-conversations", SAMPLE, questions=SAMPLE_GOLD / "sample-conversations.jsonl"),
    ]


def shared_sets(shared: Path) -> list[GoldSet]:
    """The gold over real papers: every name that has a gold file and whose papers are there."""
    gold = shared / "eval" / "dev"
    files: dict[str, dict[str, Path]] = {}
    for kind in ("questions", "claims", "gate", "meetings"):
        for path in sorted(gold.glob(f"*-{kind}.jsonl")):
            files.setdefault(path.name.removesuffix(f"-{kind}.jsonl"), {})[kind] = path
    if (gold / "conversations.jsonl").is_file():
        files["conversations"] = {"questions": gold / "conversations.jsonl"}
    sets = []
    for name, found in files.items():
        papers = shared / "papers" / PAPERS_OF.get(name, name)
        if papers.is_dir():
            sets.append(GoldSet(name, papers, **found))
        else:
            tell(f"{name}: left out, its papers are not in {papers}")
    if (gold / "gate.jsonl").is_file():
        sets.append(GoldSet("gate", None, gate=gold / "gate.jsonl"))
    return sets


def indexed(papers: Path, stores: Path, embedder: Embedder) -> Assistant:
    """An assistant over the papers' store, which is brought up to date first."""
    tell(f"indexing {papers.name}")
    opened = open_stores(stores / f"store-{papers.name}", create=True)
    report = build([papers], opened, embedder, LIMITS, lambda step: None)
    tell(f"  {report.indexed} papers indexed, {report.unchanged} unchanged, {len(report.refused)} refused")
    return Assistant(opened, embedder)


def measured(gold: GoldSet, assistant: Assistant | None) -> Measured:
    """What the assistant gives for each gold file of a set; the gate needs none."""
    tell(f"measuring {gold.name}")
    questions: dict[str, Any] = {}
    reach: dict[str, Any] = {}
    claims: dict[str, Any] = {}
    if gold.questions and assistant:
        pairs = (pair for line in load_gold(gold.questions) for pair in ask_gold(assistant.ask, line))
        questions = summary([score(asked, answer_record(answer)) for asked, answer in pairs])
        reach = measured_reach(gold.questions, assistant)
    if gold.claims and assistant:
        lines = load_gold(gold.claims)
        claims = claim_summary([score_claim(line, check_record(assistant.check(line["claim"]))) for line in lines])
    return Measured(
        name=gold.name,
        questions=questions,
        reach=reach,
        claims=claims,
        gate=gate_rows(gold.gate) if gold.gate else (),
        meetings=measured_meetings(gold, assistant) if gold.meetings and assistant else {},
    )


def measured_reach(path: Path, assistant: Assistant) -> dict[str, Any]:
    """How often all the evidence stands in what a model would be given; {} where no question of the file stands by itself."""
    rows = []
    for line in load_gold(path):
        if line.get("evidence"):
            pieces = assistant.pieces(Asked(line["question"]))
            sides = [records_of(given(pieces, budget)) for budget in (sys.maxsize, IN_A_PROMPT)]
            rows.append(score_reach(line, *sides))
    return reach_summary(row for row in rows if row) if rows else {}


def records_of(shown: Given) -> list[dict[str, str]]:
    """Each paragraph given, and all of each paper together, as {file, text}."""
    papers: dict[str, list[str]] = {}
    for place in shown.places:
        papers.setdefault(place.file, []).append(place.paragraph.own)
    alone = [{"file": place.file, "text": place.paragraph.text} for place in shown.places]
    return [*alone, *({"file": file, "text": "\n".join(texts)} for file, texts in papers.items())]


def gate_rows(path: Path) -> list[GateRow]:
    """Every gold sentence with the gate's verdict."""
    gold = load_gold(path)
    return [score_gate(line, verdict) for line, verdict in zip(gold, verify_lines(gold), strict=True)]


def measured_meetings(gold: GoldSet, assistant: Assistant) -> dict[str, Any]:
    """How well the index knows the meeting of each paper in the set's gold."""
    assert gold.papers
    assert gold.meetings
    catalogue = assistant.stores.catalogue
    files, parts = catalogue.files(), catalogue.parts_by_paper()
    rows = []
    for line in load_gold(gold.meetings, "file"):
        file = files.get(str(gold.papers / line["file"]))
        found = parts.get(file.sha, []) if file else []
        rows.append(score_meeting(line, [part_record(part) for part in found]))
    return meeting_summary(rows)


def part_record(part: Part) -> dict[str, Any]:
    """What a meeting's score looks at in a part."""
    return {
        "kind": part.kind.value,
        "body": part.meeting.body,
        "meeting_date": part.meeting.date,
        "start_line": part.start_line,
        "end_line": part.end_line,
    }


def row_of(one: Measured) -> list[object]:
    """A set's row of the table."""
    asked, checked, gate = one.questions, one.claims, gate_summary(one.gate) if one.gate else {}
    number = f"{asked['questions']} ({asked['unanswerable']})" if asked else None
    words = f"{asked['words']:g}" if asked.get("words") is not None else None
    return [
        *(one.name, SEEN.get(one.name), number),
        *(asked.get(name) for name in (*QUESTION_FIGURES, "abstain_recall")),
        *(words, checked.get("claims")),
        *(checked.get(name) for name in CLAIM_FIGURES),
        *(gate.get(name) for name in ("sentences", *GATE_FIGURES)),
    ]


def by_flaw(found: Iterable[Measured]) -> Iterator[list[object]]:
    """A row for each flaw: how many sentences have it and the share stopped, in the fitted sets and in the others."""
    fitted: list[GateRow] = []
    others: list[GateRow] = []
    for one in found:
        (fitted if SEEN.get(one.name) == FITTED else others).extend(one.gate)
    sides = [gate_summary(rows)["by_flaw"] for rows in (fitted, others)]
    for flaw in sorted(set().union(*sides)):
        yield [flaw, *(side.get(flaw, {}).get(name) for side in sides for name in ("sentences", "stopped"))]


def outline_rows(shared: Path | None) -> Iterator[list[object]]:
    """A row for each set of gold outlines, with the mean of its papers' figures."""
    sets = [("sample", SAMPLE, sorted((SAMPLE_GOLD / "sample-outlines").glob("*.structure.json")))]
    if shared:
        gold = shared / "eval" / "dev"
        seeds = sorted(gold.glob("*.structure.json"))
        sets += [(f"seeds {path.name.split('.')[0]}", shared / "papers" / "seeds", [path]) for path in seeds]
        sets += [("kent minutes", shared / "papers" / "kent", sorted((gold / "kent-minutes").glob("*.structure.json")))]
    for name, papers, outlines in sets:
        tell(f"outlines of {name}")
        found = [outline_figures(path, papers) for path in outlines]
        if found:
            yield [name, len(found), *(_mean_of(found, figure) for figure in OUTLINE_FIGURES)]


def outline_figures(gold: Path, papers: Path) -> dict[str, float]:
    """The figures of one gold outline against what is read of its paper."""
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    (paper,) = papers.rglob(wanted["file"])
    outline = outline_of(read_paper(paper, LIMITS.size), paper.name)
    return score_outline(wanted, outline_as_json(outline))


def _mean_of(found: Iterable[Mapping[str, float]], figure: str) -> float | None:
    """The mean over the papers whose gold has such things; None where none has."""
    values = [figures[figure] for figures in found if figure in figures]
    return statistics.fmean(values) if values else None


def tell(what: str) -> None:
    """Progress, to standard error."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
