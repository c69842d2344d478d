"""The register as a table: a row a decision, nothing that a spreadsheet would reckon with."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.decisions.models import Decision, Edit, Later, LaterRelation, Register
from assistant.records.csv import as_csv, write_csv
from corpus.models import Outcome
from made_up import recommended, resolved

BOUGHT = resolved("that ten benches be bought.")


def rows(*decisions: Decision) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(Register(decisions, (), ())), newline="")))


def test_a_decision_is_a_row_with_its_words_and_where_they_stand() -> None:
    row = rows(BOUGHT)[0]
    assert (row["date"], row["council"], row["body"]) == ("2024-03-04", "Aldermere Borough Council", "Council")
    assert (row["ref"], row["item"], row["title"]) == ("12", "4", "Benches")
    assert (row["status"], row["resolved"], row["standing"], row["draft"]) == ("resolution", "yes", "active", "no")
    assert (row["words"], row["file"], row["line"]) == ("that ten benches be bought.", "minutes-2024-03-04.txt", "1")
    assert (row["fate"], row["proposer"], row["tally"], row["page"], row["also"]) == ("", "", "", "", "")


def test_what_belongs_to_a_decision_stands_in_its_cells() -> None:
    advice = recommended("That benches be bought.").citations
    later = Later(LaterRelation.RESCINDED, "x", "2024-06-03", "Council", "", advice[0])
    row = rows(
        replace(
            BOUGHT,
            fate=Outcome.CARRIED,
            recommended=advice,
            later=(later,),
            also=advice,
            edits=(Edit("", "ten", "twenty"), Edit("bought", "", "soon")),
        )
    )[0]
    assert row["fate"] == "carried"
    assert row["recommended"] == "That benches be bought."
    assert row["later"] == "rescinded 2024-06-03 Council"
    assert row["also"] == "report-2024-03-04.txt, line 1"
    assert row["changes"] == "for “ten” puts “twenty”\nadds after “… bought”: “soon”"


@pytest.mark.parametrize("words", ["=1+1", "+44 20", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_reckon_with_is_kept_as_words(words: str) -> None:
    assert rows(replace(BOUGHT, title=words))[0]["title"] == f"'{words}"


def test_commas_quotes_and_lines_stay_in_their_cell() -> None:
    words = 'that "ten", or twelve,\nbenches be bought'
    assert rows(replace(BOUGHT, words=words))[0]["words"] == words


def test_a_file_begins_with_the_mark_by_which_spreadsheets_know_utf_8(tmp_path: Path) -> None:
    write_csv(tmp_path / "decisions.csv", Register((BOUGHT,), (), ()))
    data = (tmp_path / "decisions.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfdate,council,")
    assert data.decode("utf-8-sig") == as_csv(Register((BOUGHT,), (), ()))


def test_an_empty_register_is_a_header() -> None:
    assert as_csv(Register((), (), ())).count("\n") == 1
