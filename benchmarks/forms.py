"""Reads the made-up papers of tests/forms and prints how much of their right reading was read.

    python benchmarks/forms.py [seen|unseen|more|packs] [--misses]

The papers were written without sight of the code. A third of them, in `unseen/`, is for scoring alone: look at its
figures, never at its papers, so that they go on to say how papers of another council are read. `more` has further papers on votes, `packs` papers of several parts.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from assistant.evaluation.forms import Tally, score_form, shares
from corpus.outline import outline_of
from corpus.read import KNOWN, read_paper

FORMS = Path(__file__).resolve().parent.parent / "tests" / "forms"


def scored(folder: Path) -> dict[str, Tally]:
    """By the name of each paper in a folder, what of it was read rightly."""
    found = {}
    for paper in sorted(folder.iterdir()):
        form = paper.with_suffix(".json")
        if paper.suffix in KNOWN and form.is_file():
            read = outline_of(read_paper(paper, 10**9), paper.name)
            found[paper.name] = score_form(json.loads(form.read_text(encoding="utf-8")), read)
    return found


def main() -> int:
    """Print the figures of both collections; with --misses, of each paper."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("half", nargs="?", choices=["seen", "unseen", "more", "packs"], default="seen")
    parser.add_argument("--misses", action="store_true", help="each paper by itself (never of the unseen)")
    options = parser.parse_args()
    collections = {"more": ["votes/more"], "packs": ["packs"]}
    for collection in collections.get(options.half, [f"reading/{options.half}", f"votes/{options.half}"]):
        tallies = scored(FORMS / collection)
        print(f"{collection}, {len(tallies)} papers: {shares(tallies.values())}")
        if options.misses and options.half != "unseen":
            for name, tally in tallies.items():
                print(f"  {name:34} {shares([Counter(tally)])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
