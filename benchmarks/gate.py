"""Prints what the support gate's checks let through of true sentences and stop of false ones, flaw by flaw, both halves apart.

    python benchmarks/gate.py FILE... [--apart PREFIX...] [--context PREFIX=WORDS...] [--rules]

A line of a file is {"sentence", "paragraphs", "supported", "flaw"} or {"sentence", "quote", "label", "flaw"}, where an
"unrelated" quote bears nothing out. Files whose names begin with a prefix of --apart are the half that the checks were
written without sight of. --context gives what stands above the paragraphs of the files with this prefix (the council's
name), with the line's own "file", whose name often tells the body and date. Without it a place's name is not looked for.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import process_time

from assistant.evaluation.gate import GateRow, gate_summary
from assistant.support.gate import Verdict, judge

HARD = ("figure", "date", "unit", "name")  # the flaws that the checks are made for

Judged = tuple[Path, GateRow, Verdict, float]  # with the seconds that it took


def judged(path: Path, context: str | None) -> Iterator[Judged]:
    """Yield each line of a file with its verdict."""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines()):
        line = json.loads(text)
        paragraphs = line.get("paragraphs") or [line["quote"]]
        supported = line["supported"] if "supported" in line else line["label"] == "true"
        around = [] if context is None else [f"{context}; {line.get('file', '')}"]
        started = process_time()
        verdict = judge(line["sentence"], paragraphs, line.get("statuses") or (), around)
        seconds = process_time() - started
        flaw = None if supported else line.get("flaw") or line.get("label")
        yield (
            path,
            GateRow(f"{path.name}:{number}", line["sentence"], supported, verdict.supported, flaw),
            verdict,
            seconds,
        )


def table(title: str, lines: Sequence[Judged]) -> str:
    """The figures of some lines: truths vetoed, the hard kinds of lie stopped, and each flaw."""
    rows = [row for _, row, _, _ in lines]
    summary = gate_summary(rows)
    truths = [row for row in rows if row.supported]
    hard = [row for row in rows if row.flaw in HARD]
    vetoed, stopped = sum(not row.passed for row in truths), sum(not row.passed for row in hard)
    told = [
        f"## {title}: {len(rows)} sentences",
        f"truths vetoed {vetoed}/{len(truths)} ({vetoed / max(1, len(truths)):.3f}), "
        f"lies about {', '.join(HARD)} stopped {stopped}/{len(hard)} ({stopped / max(1, len(hard)):.3f})",
    ]
    for flaw, figures in summary["by_flaw"].items():
        told.append(f"  {flaw:<12} {round(figures['stopped'] * figures['sentences'])}/{figures['sentences']}")
    return "\n".join(told)


def by_rule(lines: Iterable[Judged]) -> str:
    """How many truths and lies each check stopped as the first."""
    found = Counter((verdict.rule, row.supported) for _, row, verdict, _ in lines if verdict.rule)
    rules = sorted({rule for rule, _ in found}, key=str)
    return "\n".join(f"  {rule:<22} truths {found[rule, True]:>3} lies {found[rule, False]:>4}" for rule in rules)


def main() -> None:
    """Judge every line of the files and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--apart", nargs="*", default=[], metavar="PREFIX")
    parser.add_argument("--context", nargs="*", default=[], metavar="PREFIX=WORDS")
    parser.add_argument("--rules", action="store_true", help="tell what each check stopped")
    args = parser.parse_args()
    context = dict(item.split("=", 1) for item in args.context)
    lines = [
        line
        for path in args.files
        for line in judged(path, next((words for start, words in context.items() if path.name.startswith(start)), None))
    ]
    apart = [line for line in lines if line[0].name.startswith(tuple(args.apart))] if args.apart else []
    seen = [line for line in lines if line not in apart]
    for title, part in (("written with sight of", seen), ("without sight of", apart), ("all", lines)):
        if part and (apart or title == "all"):
            print(table(title, part), *([by_rule(part)] if args.rules else []), "", sep="\n")
    times = sorted(seconds for *_, seconds in lines)
    print(
        f"a sentence takes {1_000 * times[len(times) // 2]:.1f} ms (p50), {1_000 * times[len(times) * 95 // 100]:.1f} ms (p95)"
    )


if __name__ == "__main__":
    main()
