"""Gold outlines as floors: the made-up papers that ship, and real ones where they lie beside the repository."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation import score_outline
from corpus.errors import PaperError
from corpus.export import outline_as_json
from corpus.models import Outline, Reading
from corpus.outline import outline_of
from corpus.read import KNOWN, read_paper
from places import PAPERS, QUESTIONS, SAMPLE, SHARED, needs_papers

GOLD = QUESTIONS / "sample-outlines"
LIMIT = 10**9


@cache
def read(path: Path) -> tuple[Reading, Outline]:
    reading = read_paper(path, LIMIT)
    return reading, outline_of(reading, path.name)


def below(figures: dict[str, float], floor: dict[str, float]) -> dict[str, float]:
    return {name: figures.get(name, 0.0) for name, least in floor.items() if figures.get(name, 0.0) < least}


def score(gold: Path, paper: Path) -> dict[str, float]:
    """The figures for a gold outline and what is read from a paper."""
    wanted: dict[str, Any] = json.loads(gold.read_text(encoding="utf-8"))
    found: dict[str, Any] = json.loads(json.dumps(outline_as_json(read(paper)[1])))
    return score_outline(wanted, found)


@pytest.mark.parametrize("gold", sorted(GOLD.glob("*.json")), ids=lambda path: path.name.split(".")[0])
def test_the_made_up_papers_are_read_as_their_outlines_say(gold: Path) -> None:
    wanted: dict[str, Any] = json.loads(gold.read_text(encoding="utf-8"))
    names = {
        "parts": "parts",
        "minutes": "minutes",
        "numbered_paragraphs": "paragraphs",
        "actions": "actions",
        "forward_plan": "forward_plan",
    }
    floor = {name: 0.95 for key, name in names.items() if wanted.get(key)} | {"titles": 0.95, "resolutions": 0.95}
    assert below(score(gold, SAMPLE / wanted["file"]), floor) == {}


FLOORS = {
    "000": {"parts": 0.9, "minutes": 1.0, "titles": 0.95, "resolutions": 0.95, "paragraphs": 0.97, "actions": 0.95},
    "001": {"parts": 1.0, "minutes": 1.0, "titles": 0.95, "resolutions": 1.0},
}


@needs_papers
@pytest.mark.parametrize("number", FLOORS)
def test_the_seed_papers_are_read_above_their_floors(number: str) -> None:
    (paper,) = (SHARED / "papers" / "seeds").glob(f"{number}_*")
    assert below(score(SHARED / "eval" / "dev" / f"{number}.structure.json", paper), FLOORS[number]) == {}


@needs_papers
def test_printed_minutes_with_named_votes_are_read_above_their_floors() -> None:
    found = []
    for gold in sorted((SHARED / "eval" / "dev" / "kent-minutes").glob("*.json")):
        (paper,) = (SHARED / "papers" / "kent").rglob(gold.name.replace(".structure.json", ".pdf"))
        found.append(score(gold, paper))
    for name, least in (("minutes", 0.95), ("resolutions", 0.9)):
        assert sum(figures[name] for figures in found) / len(found) >= least


def papers() -> list[Path]:
    folders = [SAMPLE, *([PAPERS] if PAPERS.is_dir() else [])]
    found = [path for folder in folders for path in sorted(folder.rglob("*"))]
    return [path for path in found if path.suffix in KNOWN and not path.name.startswith("README")]


def each(paths: list[Path]) -> list[Any]:
    """Each paper as a test's parameter; the real ones are heavy, there are hundreds."""
    return [pytest.param(path, marks=() if path.is_relative_to(SAMPLE) else pytest.mark.heavy) for path in paths]


@pytest.mark.parametrize("path", each(papers()), ids=lambda path: path.name)
def test_no_word_of_a_paper_is_lost_and_it_reads_the_same_again(path: Path) -> None:
    try:
        reading, paper = read(path)
    except PaperError as refused:
        pytest.skip(str(refused))  # a scan or an empty file, by name
    assert paper.coverage >= 0.995
    again = outline_of(reading, path.name)
    assert again == paper
    assert len({paragraph.id for paragraph in paper.paragraphs}) == len(paper.paragraphs)


SECRETS = ("£2,850,000", "£2,600,000", "£2,310,000", "Kestrel Lane", "£13,900,000")


def test_what_the_exempt_appendix_alone_says_is_kept_from_the_public() -> None:
    for path in sorted(SAMPLE.iterdir()):
        if path.suffix in KNOWN:
            for paragraph in read(path)[1].paragraphs:
                if any(secret in paragraph.text for secret in SECRETS):
                    assert paragraph.access.value == "exempt", (path.name, paragraph.own)
