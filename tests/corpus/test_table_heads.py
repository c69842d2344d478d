"""What stands over a table's rows: header rows, the path over each column, title and unit; tables over pages."""

from corpus.models import Outline, Paragraph
from outlines import outline_of_text

REPORT = (
    "# Aldermere Borough Council\n\n# Report to Cabinet, 4 March 2025\n\n## 1. Budget\n\n1.1 The figures are below.\n\n"
)
TWO_ROWS = "Service\t2024/25\t\t2025/26\t\n\tBudget £000\tOutturn £000\tBudget £000\tForecast £000\n"
ROWS = "Waste\t1,902\t1,877\t2,015\t2,140\nParks\t410\t436\t425\t431\n"


def row(paper: Outline, words: str) -> Paragraph:
    """The first paragraph of a row that begins with these words."""
    return next(paragraph for paragraph in paper.paragraphs if paragraph.own.startswith(words))


def test_a_column_under_two_header_rows_is_named_by_both() -> None:
    paper = outline_of_text(f"{REPORT}{TWO_ROWS}{ROWS}")
    assert row(paper, "Waste").intro == (
        "Service | 2024/25 Budget £000 | 2024/25 Outturn £000 | 2025/26 Budget £000 | 2025/26 Forecast £000"
    )
    (table,) = paper.tables
    assert (table.columns[2], table.unit, len(table.headers)) == ("2024/25 Outturn £000", "£000", 2)
    assert table.rows[0] == ("Waste", "1,902", "1,877", "2,015", "2,140")
    assert table.paragraphs[0] == row(paper, "Waste").id


def test_a_row_of_words_above_columns_of_numbers_is_no_row_of_the_table() -> None:
    paper = outline_of_text(f"{REPORT}Grant\tAsked £\tGiven £\nOtterby Scouts\t1,250\t1,000\n")
    assert [table.headers for table in paper.tables] == [(("Grant", "Asked £", "Given £"),)]
    assert paper.tables[0].rows == (("Otterby Scouts", "1,250", "1,000"),)


def test_a_first_row_with_numbers_above_numbers_is_no_header() -> None:
    paper = outline_of_text(f"{REPORT}1\tBeirne\t14\n2\tCoady\t12\n3\tDineen\t11\n")
    assert (paper.tables[0].headers, len(paper.tables[0].rows)) == ((), 3)


def test_a_row_that_heads_those_below_it_is_no_header() -> None:
    paper = outline_of_text(f"{REPORT}Fund\t2024/25\t2025/26\nCapital\t\t\nRoads\t410\t395\nSchools\t95\t90\n")
    assert paper.tables[0].columns == ("Fund", "2024/25", "2025/26")
    assert [cells[0] for cells in paper.tables[0].rows] == ["Capital", "Roads", "Schools"]


def test_the_line_above_a_table_is_its_title_and_its_unit_is_told_there() -> None:
    paper = outline_of_text(f"{REPORT}Table 2: Spending on parks (£000)\n\nPark\t2024/25\t2025/26\nMere\t41\t38\n")
    (table,) = paper.tables
    assert (table.title, table.unit) == ("Table 2: Spending on parks (£000)", "£000")
    assert row(paper, "Mere").intro == "Table 2: Spending on parks (£000)\nPark | 2024/25 | 2025/26"


def test_a_line_with_the_unit_alone_stands_between_title_and_table() -> None:
    paper = outline_of_text(
        f"{REPORT}Spending on parks\n\nAll figures in £m\n\nPark\t2024/25\t2025/26\nMere\t4.1\t3.8\n"
    )
    (table,) = paper.tables
    assert (table.title, table.unit) == ("Spending on parks", "£m")
    assert row(paper, "Mere").intro == "Spending on parks\nAll figures in £m\nPark | 2024/25 | 2025/26"


def test_title_and_unit_may_stand_right_above_the_table_in_one_paragraph() -> None:
    paper = outline_of_text(f"{REPORT}Spending on parks\n(£000)\n\nPark\t2024/25\t2025/26\nMere\t41\t38\n")
    assert (paper.tables[0].title, paper.tables[0].unit) == ("Spending on parks", "£000")


def test_a_sentence_above_a_table_is_no_title() -> None:
    paper = outline_of_text(f"{REPORT}The parks cost less.\n\nPark\t2024/25\t2025/26\nMere\t41\t38\n")
    assert (paper.tables[0].title, paper.tables[0].unit) == ("", "")


def test_a_table_that_prints_title_and_header_again_is_one_table() -> None:
    title, header = "Table 1: Parks (£000)", "Park\t2024/25\t2025/26\n"
    paper = outline_of_text(
        f"{REPORT}{title}\n\n{header}Mere\t41\t38\n\n{title} (continued)\n\n{header}Green\t12\t11\nTotal\t53\t49\n"
    )
    (table,) = paper.tables
    assert [cells[0] for cells in table.rows] == ["Mere", "Green", "Total"]
    assert row(paper, "Total").intro == f"{title}\nPark | 2024/25 | 2025/26"


def test_pairs_of_a_name_and_what_it_is_have_no_header() -> None:
    paper = outline_of_text(f"{REPORT}Meeting\tParks Panel\nDate\t4 March 2025\nPlace\tTown Hall\n")
    (table,) = paper.tables
    assert (table.headers, table.rows[0]) == ((), ("Meeting", "Parks Panel"))
    assert row(paper, "Date").intro == ""


def test_two_columns_of_words_keep_the_header_that_names_them() -> None:
    paper = outline_of_text(f"{REPORT}Name\tRole\nAnn Birch\tChair\nTom Coot\tClerk\n")
    assert row(paper, "Ann Birch").intro == "Name | Role"
