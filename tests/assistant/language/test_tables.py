"""Tables told as sentences."""

from assistant.language.tables import tables_told


def test_a_row_s_cells_stand_behind_the_names_of_row_and_column() -> None:
    assert tables_told("Ward | 2023 | 2024\nAsh | 5 | 7") == "Ward: Ash.\nAsh 2023: 5.\nAsh 2024: 7"


def test_a_bare_number_takes_its_column_s_unit() -> None:
    assert tables_told("Ward | Cost (£000) | Share %\nAsh | 5 | 7") == "Ward: Ash.\nAsh Cost: £5k.\nAsh Share %: 7%"


def test_a_row_that_opens_with_a_figure_has_no_name() -> None:
    assert tables_told("No | Ward\n12 | Ash") == "No: 12.\n Ward: Ash"


def test_a_text_that_is_no_table_comes_back_as_it_is() -> None:
    assert tables_told("The fee rose.\nIt fell.") == "The fee rose.\nIt fell."
