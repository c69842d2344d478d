"""Scores the register of decisions against gold outlines, and looks for what must never be listed as resolved.

    minutebook decisions --store S --json > R.json
    python benchmarks/decisions.py R.json GOLD.structure.json...

Prints a line a gold file with F1 and what was missed or is extra, then the whole, then everything listed as resolved that
was not: the words of a lost amendment, a recommendation or a forward plan. Exit status 1 where there is any.

A resolution is found where the register lists it as resolved, in the same file and minute, with the same first 60
letters and digits.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Entry = dict[str, Any]


def main() -> int:
    """Print a line a file and the whole; exit status 1 where something is listed as resolved that was not."""
    register = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    wanted = found = hits = 0
    for name in sys.argv[2:]:
        gold = json.loads(Path(name).read_text(encoding="utf-8"))
        keys = {(_minute(m["ref"]), key(text)) for m in gold["minutes"] for text in m["resolutions"]}
        listed = resolved_in(register["decisions"], gold["file"])
        dates = {part["meeting_date"] for part in gold.get("parts", []) if part["kind"] == "minutes"}
        got = {
            (_minute(entry["ref"]), key(entry["words"]))
            for entry in listed
            if dates <= {None} or entry["date"] in dates
        }
        wanted, found, hits = wanted + len(keys), found + len(got), hits + len(keys & got)
        print(
            f"{_f1(len(keys), len(got), len(keys & got)):.3f}  {len(keys & got)} of {len(keys)}, {len(got)} listed  {gold['file']}"
        )
        for missed in sorted(keys - got):
            print(f"       missed {missed}")
        for extra in sorted(got - keys):
            print(f"       extra  {extra}")
    print(f"{_f1(wanted, found, hits):.3f}  all resolutions")
    wrong = wrongly_resolved(register)
    print(f"{len(wrong)} lost, recommended or planned words listed as resolved")
    for entry in wrong:
        print(f"       {entry}")
    return 1 if wrong else 0


def resolved_in(decisions: Iterable[Entry], file: str) -> list[Entry]:
    """What the register lists as resolved and a file prints, as its own or as a reprint."""
    return [
        entry
        for entry in decisions
        if entry["resolved"] and file in {cited["file"] for cited in (*entry["citations"], *entry["also"])}
    ]


def wrongly_resolved(register: Entry) -> list[str]:
    """Resolved entries that cite a paragraph of another kind or part, or whose words are those of a lost amendment."""
    never = {"amendment", "amendment-lost", "recommendation", "motion", "planned", "vote", "question", "discussion"}
    lost = {key(entry["words"]) for entry in register["decisions"] if entry["status"] == "amendment-lost"}
    return [
        f"{entry['date']} {entry['ref']} {entry['words'][:80]}"
        for entry in register["decisions"]
        if entry["resolved"]
        and (
            key(entry["words"]) in lost
            or any(
                cited["status"] in never or cited["part"] not in ("minutes", "decision-record")
                for cited in entry["citations"]
            )
        )
    ]


def key(text: str) -> str:
    """What two prints of a resolution have in common: its first 60 letters and digits behind "Resolved that"."""
    return re.sub(r"[^a-z0-9]+", "", text.lower()).removeprefix("resolved").removeprefix("that")[:60]


def _minute(ref: str | None) -> str:
    """A reference without the number of the paragraph in its minute."""
    return re.split(r"\(|, para", ref or "")[0]


def _f1(wanted: int, found: int, hits: int) -> float:
    return 2 * hits / (wanted + found) if wanted + found else 1.0


if __name__ == "__main__":
    sys.exit(main())
