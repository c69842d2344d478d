"""The figures of an outline against its gold outline, by hand."""

from typing import Any

from assistant.evaluation import score_outline

GOLD: dict[str, Any] = {
    "parts": [{"kind": "minutes", "meeting_date": "2024-01-08", "start_line": 1}],
    "minutes": [
        {"ref": "1/24", "title": "Apologies", "start_line": 5, "resolutions": []},
        {"ref": "2/24", "title": "Benches", "start_line": 9, "resolutions": ["Resolved that the report is received."]},
    ],
    "numbered_paragraphs": [],
}


def test_an_outline_read_as_its_gold_has_every_figure_at_one() -> None:
    assert score_outline(GOLD, GOLD) == {"parts": 1.0, "minutes": 1.0, "resolutions": 1.0, "titles": 1.0}


def test_each_kind_of_thing_has_its_own_figure() -> None:
    read = {
        "parts": [{"kind": "agenda", "meeting_date": "2024-01-08", "start_line": 1}],
        "minutes": [
            {"ref": "1/24", "title": "Apologies", "start_line": 7, "resolutions": []},  # two lines off: the same
            {"ref": "2/24", "title": "Bench", "start_line": 9, "resolutions": ["that the report is received."]},
            {"ref": "3/24", "title": "Swings", "start_line": 12, "resolutions": []},
        ],
    }
    assert score_outline(GOLD, read) == {"parts": 0.0, "minutes": 0.8, "resolutions": 1.0, "titles": 0.5}


def test_what_is_further_apart_is_another() -> None:
    moved = {**GOLD, "minutes": [{**minute, "start_line": minute["start_line"] + 4} for minute in GOLD["minutes"]]}
    assert score_outline(GOLD, moved)["minutes"] == 0.0


def test_where_a_paper_has_no_lines_the_page_tells() -> None:
    gold = {"minutes": [{"ref": "1", "title": "Bins", "page": 3, "resolutions": []}]}
    assert score_outline(gold, {"minutes": [{"ref": "1", "title": "Bins", "page": 3}]})["minutes"] == 1.0
    assert score_outline(gold, {"minutes": [{"ref": "1", "title": "Bins", "page": 4}]})["minutes"] == 0.0
