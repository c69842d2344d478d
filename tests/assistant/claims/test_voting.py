"""Statements of votes, outcomes and movers, decided by the records of motions."""

import pytest

from assistant.claims.check import Records, check_claim
from assistant.claims.voting import voted_in
from assistant.models import Finding
from recorded import SHIRE, TOWN, records_of

S, R = Finding.SUPPORTED, Finding.REFUTED


@pytest.mark.parametrize(
    "statement, finding",
    [
        ("The sale of the old depot was carried.", R),
        ("The motion to sell the old depot was lost by 2 votes to 3.", S),
        ("The motion to sell the old depot was lost 3 to 2.", S),
        ("Resolution 2025/031 was carried 4 to 1.", S),
        ("Resolution 2025/031 was carried 4-0.", R),
        ("Resolution 2025/031 was carried unanimously.", R),
        ("Resolution 2025/031 was carried on the Mayor's casting vote.", R),
        ("The motion on library opening hours was withdrawn.", R),
        ("Resolution 2024/118 was rescinded.", R),
        ("Resolution 2024/118 stands.", S),
        ("Resolution 2024/118 was not rescinded.", S),
        ("The motion to rescind resolution 2024/118 failed.", S),
        ("Item 7.1 was lost.", S),
        ("Cr Orde voted against the library opening hours.", S),
        ("Cr Sands voted for the sale of the old depot.", R),
        ("Crs Orde and Lund voted for the sale of the old depot.", S),
        ("Cr Vale did not vote for the sale of the old depot.", S),
        ("Three councillors voted against the sale of the old depot.", S),
        ("Two members voted against the sale of the old depot.", R),
        ("Cr Neal moved the motion on library opening hours.", S),
        ("The motion on library opening hours was seconded by Cr Orde.", R),
    ],
)
def test_the_shires_records_decide(statement: str, finding: Finding) -> None:
    ruling = voted_in(statement, records_of(SHIRE))
    assert ruling is not None
    assert ruling.finding is finding
    assert ruling.places


@pytest.mark.parametrize(
    "statement, finding",
    [
        ("Councillor Kemp voted against the first amendment.", R),
        ("Councillor Finch voted against the second amendment.", S),
        ("Councillor Moss voted against the substantive motion.", S),
        ("Councillor Hoy voted against the motion on market stalls.", R),
        ("The first amendment was carried.", R),
        ("Amendment 2 was carried 4 to 1.", S),
        ("The amendment to keep £500 for awnings was carried.", S),
    ],
)
def test_votes_on_one_item_are_told_apart(statement: str, finding: Finding) -> None:
    ruling = voted_in(statement, records_of(TOWN))
    assert ruling is not None
    assert ruling.finding is finding


@pytest.mark.parametrize(
    "statement",
    [
        "Councillor Finch voted against the kiosk.",  # no names are printed
        "Councillor Zander voted for the budget.",
        "The amendment was carried.",  # two of them
        "The sale of the town hall was carried.",
        "The quote of Larch and Sons was accepted.",
        "The library has 40,000 books.",
    ],
)
def test_what_no_record_tells_clearly_is_left_to_the_papers(statement: str) -> None:
    assert voted_in(statement, records_of(TOWN)) is None


def test_the_check_cites_the_votes_and_says_what_became_of_it() -> None:
    records = Records(motions=lambda _: records_of(SHIRE))
    check = check_claim("The sale of the old depot was carried.", lambda _: ([], {}), lambda _: [], records=records)
    assert check.verdict is R
    assert check.correction == "The minutes of 18 March 2025 tell that the motion was lost (2 for, 3 against)."
    assert "LOST 2/3" in " ".join(cited.text for cited in check.citations)
