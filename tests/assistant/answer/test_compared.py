"""Which row of a table is highest or lowest, and how a figure changed: by one table that tells it clearly, else not at all."""

from collections.abc import Sequence

import pytest

from assistant.answer.compared import ChangeAsked, WhichAsked, compared_asked, compared_told
from assistant.answer.told import ToldByRecords
from assistant.question import understand
from corpus.models import Table
from index.models import Placed
from made_up import place

WARDS = """Ward | 2022/23 | 2023/24 | Within a week, 2023/24 | Cost
Mere | 410 | 395 | 74% | £1,200
Castle | 820 | 1,015 | 61% | £4,100
Quay | 137 | 260 | 83% | £900
All wards | 1,367 | 1,670 | 70% | £6,200"""


def table(
    text: str, title: str = "Potholes mended by ward", unit: str = "", file: str = "t"
) -> tuple[Table, dict[str, Placed]]:
    """A table of lines, its cells parted by bars, with its rows' paragraphs."""
    head, *lines = text.splitlines()
    rows = [place(line, intro=head, n=n, file=file, title=title) for n, line in enumerate(lines)]
    cells = tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)
    columns = tuple(cell.strip() for cell in head.split("|"))
    ids = tuple(row.paragraph.id for row in rows)
    return Table(0, title, unit, (columns,), columns, cells, ids, 1, None), {row.paragraph.id: row for row in rows}


def answer(question: str, *tables: tuple[Table, dict[str, Placed]]) -> ToldByRecords | None:
    asked = compared_asked(understand(question))
    assert asked is not None
    places = {name: row for _, rows in tables for name, row in rows.items()}
    return compared_told(asked, [one for one, _ in tables], places)


def rows_told(told: ToldByRecords | None) -> Sequence[str]:
    return [pick.span.quote.split(" | ")[0] for pick in told.picks] if told is not None else []


@pytest.mark.parametrize(
    ("question", "lead", "rows"),
    [
        ("Which ward had the most potholes mended in 2023/24?", "by “2023/24”: highest is Castle, 1,015.", ["Castle", "Mere", "Quay"]),
        ("Which ward had the fewest potholes mended in 2022-23?", "by “2022/23”: lowest is Quay, 137.", ["Quay", "Mere", "Castle"]),
        ("Which ward has the highest cost?", "by “Cost”: highest is Castle, £4,100.", ["Castle", "Mere", "Quay"]),
    ],
)  # fmt: skip
def test_the_row_asked_for_is_told_with_those_that_it_was_compared_with_and_no_total(
    question: str, lead: str, rows: list[str]
) -> None:
    told = answer(question, table(WARDS))
    assert told is not None
    assert told.lead == f"Compared in the table, 3 rows {lead}"
    assert rows_told(told) == rows


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Which ward had the most potholes mended?", WARDS),  # two years
        ("Which ward had the most potholes mended in 2021/22?", WARDS),  # another year
        ("Which street had the most potholes mended in 2023/24?", WARDS),  # rows of another kind
        ("Which ward had the most lamps mended in 2023/24?", WARDS),  # another measure
        ("Which ward had the highest cost?", WARDS.replace("£900", "£0.9m")),  # mixed units
        ("Which ward had the highest cost?", WARDS.replace("£900", "not known")),
        ("Which ward had the highest cost?", WARDS.replace("£6,200", "£9,000")),  # a total that does not add up
        ("Which ward had the highest cost?", "Ward | Cost\nMere | £5\nCastle | £6"),  # too few to compare
    ],
)
def test_a_column_that_is_not_clearly_meant_or_does_not_read_cleanly_is_not_compared(question: str, text: str) -> None:
    assert answer(question, table(text)) is None


def test_rows_of_different_units_are_not_compared() -> None:
    text = "Measure | 2023\nAttendance (%) | 91\nMoves (km) | 12\nVisits (%) | 40"
    assert answer("Which measure had the highest figure for children in 2023?", table(text, "Children")) is None


def test_two_tables_that_tell_different_things_tell_nothing_and_the_same_things_do() -> None:
    other = WARDS.replace("1,015", "215").replace("1,670", "870")
    question = "Which ward had the most potholes mended in 2023/24?"
    assert answer(question, table(WARDS), table(other, file="u")) is None
    assert rows_told(answer(question, table(WARDS), table(WARDS, file="u")))[0] == "Castle"


def test_a_row_named_all_that_is_no_total_is_not_left_out() -> None:
    text = "Church | Graves\nAll Saints | 90\nSt Ann | 20\nSt Bede | 30"
    assert answer("Which church has the most graves?", table(text, "Churches")) is None


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("What was the rise in potholes mended between 2022/23 and 2023/24 for Castle?", "820 (2022/23) to 1,015 (2023/24), a rise of 195 (23.8%)."),
        ("By how much did potholes mended in Mere fall between 2022-23 and 2023-24?", "410 (2022/23) to 395 (2023/24), a fall of 15 (3.7%)."),
    ],
)  # fmt: skip
def test_a_change_is_worked_out_from_the_two_cells_of_its_row(question: str, lead: str) -> None:
    text = "Ward | 2022/23 | 2023/24\nMere | 410 | 395\nCastle | 820 | 1,015"
    told = answer(question, table(text))
    assert told is not None
    assert told.lead == f"Worked out from the row: {lead}"
    assert len(told.picks) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ward | 2022/23 | 2023/24 target\nCastle | 820 | 1,015", "columns that differ in more than the year"),
        ("Ward | 2022/23 | 2023/24\nCastle | £820 | 41%", "mixed units"),
        ("Ward | 2022/23 | 2023/24\nCastle | 8 | 9\nCastle Hill | 1 | 2", "two rows"),
        ("Ward | 2021/22 | 2023/24\nCastle | 820 | 1,015", "another year"),
    ],
)
def test_a_change_is_not_worked_out_from(text: str, why: str) -> None:
    question = "What was the rise in potholes mended between 2022/23 and 2023/24 for Castle?"
    assert answer(question, table(text)) is None, why


def test_percentages_change_by_points() -> None:
    text = "Ward | 2022/23 | 2023/24\nCastle | 61.5% | 64%"
    told = answer("What was the change in potholes mended between 2022/23 and 2023/24 in Castle?", table(text))
    assert told is not None
    assert told.lead.endswith("a rise of 2.5 percentage points.")


@pytest.mark.parametrize(
    "question",
    [
        "Which two wards had the most potholes?",
        "Which ward has the highest rank for health?",
        "What do young people want most?",
        "Which cost is the largest?",
        "What was the rise in potholes between March and May?",
        "How many potholes were mended in 2023/24?",
    ],
)
def test_other_questions_are_not_compared(question: str) -> None:
    assert compared_asked(understand(question)) is None


def test_what_is_asked_is_kept_as_stems() -> None:
    assert compared_asked(understand("Which ward had the most visits?")) == WhichAsked(
        frozenset({"ward"}), frozenset({"visit"}), True
    )
    change = compared_asked(understand("What was the fall in visits between 2022 and 2023?"))
    assert change == ChangeAsked(frozenset({"visit"}), "2022", "2023")
