"""Steps of the PDF reader by themselves: letters, words, lines, grids."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.readers.pdf_characters import _INK, _KINDS, _legible
from corpus.readers.pdf_letters import repaired
from corpus.readers.pdf_lines import page_lines
from corpus.readers.pdf_measure import Measure, joined, measure
from corpus.readers.pdf_paragraphs import marker
from corpus.readers.pdf_rules import Rule
from corpus.readers.pdf_runs import Run, Word, by_position, run_of
from corpus.readers.pdf_tables import find_grids


def words(text: str, bold: bool = False) -> list[Word]:
    return [Word(word, 10.0 * i, 0.0, 10.0 * i + 9, 12.0, bold) for i, word in enumerate(text.split())]


def mended_of(*runs: Sequence[Word]) -> list[list[Run]] | None:
    return repaired([[run_of(run) for run in runs]], " ".join(word.text for run in runs for word in run))


def test_a_slash_for_a_capital_is_repaired_where_only_one_letter_fits() -> None:
    mended = mended_of(words("/ext /B PRESE/T", bold=True), words("next present nb and/or 5/24"))
    assert mended is not None
    assert [word.text for word in mended[0][0].words] == ["Next", "NB", "PRESENT"]
    assert [word.text for word in mended[0][1].words][-2:] == ["and/or", "5/24"]


def test_a_slash_that_no_letter_explains_is_not_trusted() -> None:
    assert mended_of(words("/ext /B PRESE/T", bold=True)) is None


def test_private_use_characters_are_not_trusted() -> None:
    assert mended_of(words("\ue001\ue002\ue003 \ue004\ue005")) is None


def test_a_word_parted_at_a_lines_end_is_joined_only_where_it_is_printed_whole() -> None:
    usual = Measure(12.0, 1.0, (), {"report", "high-level"}.__contains__)
    assert joined(["the re-", "port"], usual) == "the report"
    assert joined(["a high-", "level plan"], usual) == "a high-level plan"
    assert joined(["short-", "and long-term"], usual) == "short- and long-term"


@pytest.mark.parametrize("text", ["1) x", "(a) x", "4.10 x", "• x", "i. x", "299. x", "12/24 x", "5A. x"])
def test_printed_numbers_and_bullets_are_known(text: str) -> None:
    assert marker(text) == text.split()[0]


@pytest.mark.parametrize("text", ["2024. x", "The x", "£5 x", "5 May"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert marker(text) == ""


def test_runs_of_a_row_are_merged_from_the_left() -> None:
    one, two = run_of(words("b")), run_of(words("a"))
    rows = by_position([replace(one, left=50, right=60), two])
    assert [[word.text for word in row.words] for row in rows] == [["a", "b"]]


def test_characters_read_as_they_stand_would_not_be_mended() -> None:
    assert [
        chr(code) for code in range(0x80, 0x10000) if _KINDS[code] == _INK and _legible(chr(code)) != chr(code)
    ] == []


def test_a_word_is_known_as_printed_however_many_are_asked_for() -> None:
    lines = page_lines([run_of(words("The co-operative (Housing) sub-committee met."))], 600)
    is_word = measure([lines]).is_word
    asked = {"housing": True, "co-operative": True, "operative": False, "hous": False, "met": True}
    assert {word: is_word(word) for word in asked} == asked
    assert not any(is_word(f"word{n}") for n in range(40))
    assert [is_word(word) for word in ("sub-committee", "committee", "the", "sub")] == [True, False, True, False]


def test_rules_that_do_not_meet_make_no_grid() -> None:
    across = [Rule(True, y, 0, 100) for y in (0, 20, 40)]
    assert find_grids(across) == []
    upright = [Rule(False, x, 0, 40) for x in (0, 50, 100)]
    (grid,) = find_grids(across + upright)
    assert (grid.columns, len(grid.ys)) == (2, 3)
    assert find_grids([*across, *(rule._replace(at=rule.at + 300) for rule in upright)]) == []
