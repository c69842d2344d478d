"""The tables of a made-up paper, and its actions and plans, held against their right reading."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.evaluation.form_tables import score_tables
from assistant.evaluation.forms import shares
from corpus.models import Action, ForwardPlanEntry, Outline, Table
from outlines import outline_of_text

READ = outline_of_text("Aldermere Borough Council\n\nParks\t2025/26\nBenches\t410\nSwings\t95\n")
ROWS = [paragraph for paragraph in READ.paragraphs if " | " in paragraph.own][-2:]
TABLE = Table(
    part=0,
    title="Spending on parks",
    unit="£000",
    headers=(("Parks", "2025/26"),),
    columns=("Parks", "2025/26"),
    rows=(("Benches", "410"), ("Swings", "95")),
    paragraphs=tuple(paragraph.id for paragraph in ROWS),
    page=None,
    line=3,
)
CELL = {"row": "Benches", "column": "2025/26", "value": "410"}
WANTED = {
    "title": "Spending on parks",
    "unit": "£000",
    "cells": [CELL],
}


def figures(form: Mapping[str, Any], read: Outline = READ) -> dict[str, float]:
    """The figures of a table above against its right reading."""
    return shares([score_tables(form, read)])


def test_a_value_counts_under_the_path_of_its_column_and_beside_its_label() -> None:
    read = replace(READ, tables=(TABLE,))
    assert figures({"tables": [WANTED]}, read)["table cells"] == 1.0
    for changed in ({"row": "Swings"}, {"column": "2024/25"}, {"value": "41"}):
        wrong = {**WANTED, "cells": [{**CELL, **changed}]}
        assert figures({"tables": [wrong]}, read)["table cells"] == 0.0


def test_a_table_that_was_not_read_has_no_title_and_no_unit() -> None:
    assert set(figures({"tables": [WANTED]}, replace(READ, tables=())).values()) == {0.0}


def test_a_sign_of_money_is_part_of_a_unit() -> None:
    read = replace(READ, tables=(replace(TABLE, unit="€000"),))
    found = figures({"tables": [WANTED]}, read)
    assert (found["table titles"], found["table units"]) == (1.0, 0.0)


def test_a_row_is_told_where_its_paragraph_has_title_and_headers_in_front() -> None:
    assert (
        figures({"tables": [{**WANTED, "title": None}]}, replace(READ, tables=(replace(TABLE, title=""),)))[
            "table rows told"
        ]
        == 1.0
    )
    assert figures({"tables": [WANTED]}, replace(READ, tables=(TABLE,)))["table rows told"] == 0.0


def test_actions_and_plans_count_with_their_owner_and_date() -> None:
    action = Action(None, None, "Ask Otterby Town Council to mow", "J. Finch", None, 4, None)
    entry = ForwardPlanEntry(None, "Sale of the depot", "5 May 2026", None, False, 9, None)
    read = replace(READ, actions=(action, replace(action, action="Mend the gate")), forward_plan=(entry,))
    form = {
        "actions": [{"action": "ask Otterby Town Council", "owner": "J. Finch"}],
        "forward_plan": [{"title": "Sale of the depot", "decision_date": "6 May 2026"}],
    }
    assert figures(form, read) == {"actions": 0.667, "forward plan": 0.0}
