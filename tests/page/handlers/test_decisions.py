"""The Decisions tab."""

import json

from assistant.decisions.models import DecisionFilters
from corpus.models import Role
from page.handlers.decisions import DecisionHandlers
from page.html.decisions import register_html
from page_fakes import FakeAssistant
from page_papers import BUDGET


def found(fake: FakeAssistant, query: str = "", kind: str = "", since: str = "") -> str:
    return DecisionHandlers(fake, Role.PUBLIC).decisions(query, "", since, "", kind, "", "")


def test_decided_and_lost_are_told_apart(fake: FakeAssistant) -> None:
    html = found(fake)
    assert "Resolution – decided" in html
    assert "Amendment – lost" in html
    assert "Stands, as far as the papers say" in html
    assert "9 for, 2 against" in html
    assert "<b>Open</b>: In hand" in html


def test_a_kind_leaves_the_others_out(fake: FakeAssistant) -> None:
    assert "Amendment – lost" not in found(fake, kind="resolution")


def test_nothing_found_says_what_to_do_and_what_it_does_not_mean(fake: FakeAssistant) -> None:
    html = found(fake, "mermaids")
    assert "does not mean that one was refused" in html
    assert "Save as CSV" not in html


def test_a_date_that_cannot_be_read(fake: FakeAssistant) -> None:
    assert "is not a date" in found(fake, since="soon")


def test_what_is_saved_is_what_was_found(fake: FakeAssistant) -> None:
    page = DecisionHandlers(fake, Role.PUBLIC)
    asked = json.dumps(["", "", "", "", "resolution", "", ""])
    table = page.saved({"asked": asked, "as": "csv"})["words"]
    assert BUDGET in table
    assert "amendment was lost" not in table
    record = json.loads(page.saved({"asked": asked, "as": "json"})["words"])
    assert [decision["words"] for decision in record["decisions"]] == [BUDGET]
    assert str(fake.folder) not in json.dumps(record)


def test_numbers_run_through_the_page(fake: FakeAssistant) -> None:
    html = register_html(fake.decisions(DecisionFilters(), Role.PUBLIC), "[]")
    assert [f'data-key="decisions-{n}"' in html for n in (1, 2, 3, 4, 5)] == [True, True, True, True, False]
