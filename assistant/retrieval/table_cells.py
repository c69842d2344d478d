"""Whether a row of a table has the very cell that a question names by its row and column. Pure."""

from assistant.question import Question, plain_years
from corpus.models import Paragraph
from index.text import words_of


def has_cell_asked_for(question: Question, paragraph: Paragraph) -> bool:
    """Whether the paragraph is a row one of whose cells holds a figure under a name that, with the row's, has every word asked.

    "What was the outturn for parks in 2024/25?" asks for the cell of the row "Parks" under "2024/25 Outturn £000".
    """
    cells = _cells(paragraph.own)
    names = _cells(paragraph.intro.split("\n")[-1])
    asked = set(words_of(plain_years(question.text)))
    if len(cells) < 2 or len(cells) != len(names) or not asked:
        return False
    row = set(words_of(cells[0]))
    if not row & asked:
        return False
    return any(
        any(map(str.isdigit, cell)) and asked <= row | set(words_of(plain_years(name)))
        for cell, name in zip(cells[1:], names[1:], strict=True)
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
