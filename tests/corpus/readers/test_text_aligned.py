"""Tables of a plain text whose figures stand below each other, parted by spaces alone."""

from corpus.models import BlockKind
from corpus.readers.text import blocks_of
from corpus.readers.text_aligned import with_aligned_figures
from outlines import outline_of_text

SPANNED = """Salt used by depot, 2025 and 2026

                      Tonnes             Loads         Days
Depot             2025     2026      2025    2026     shut
Ford Lane          120       98        14      11        2
Upper Mill       1,040    1,112       101     108        -
Total            1,160    1,210       115     119        2
"""


def test_figures_below_each_other_are_a_table_under_the_names_over_its_columns() -> None:
    (table,) = outline_of_text(f"# Report\n\n{SPANNED}").tables
    assert table.columns == ("Depot", "Tonnes 2025", "Tonnes 2026", "Loads 2025", "Loads 2026", "Days shut")
    assert table.rows[1] == ("Upper Mill", "1,040", "1,112", "101", "108", "-")
    assert table.title == "Salt used by depot, 2025 and 2026"


def test_a_name_without_one_of_its_own_below_stands_over_its_column() -> None:
    source = "              Plan           Spent\nHead       Year   June       June     Left\n"
    rows = with_aligned_figures(
        f"{source}Roads      1,240    930        902       28\nParks        815    611        640      (29)"
    )
    assert [line.split("\t") for line in rows.split("\n")][1:3] == [
        ["Head", "Year", "June", "June", "Left"],
        ["Roads", "1,240", "930", "902", "28"],
    ]


def test_a_list_with_its_pages_and_a_lone_row_are_no_tables() -> None:
    listed = "1.   Call to order          3\n2.   Minutes                4\n3.   Salt shed roof        12"
    lone = "Ford Lane          120       98\nThe lane was shut."
    apart = "Ford Lane          120       98\nUpper Mill                         1,040    1,112"
    assert [with_aligned_figures(text) for text in (listed, lone, apart)] == [listed, lone, apart]


def test_no_word_is_lost_and_each_line_keeps_its_number() -> None:
    blocks = blocks_of(SPANNED)
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    assert [row.line for row in rows] == [3, 4, 5, 6, 7]
    words = [word for block in blocks for word in block.text.split() if word != "|"]
    assert words == SPANNED.split()
