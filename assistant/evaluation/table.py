"""Figures as a Markdown table, and a table put into a document between two comments. Pure."""

from collections.abc import Sequence

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, a line a row, with "-" where a value is None and three places of a share.

    Raises: ValueError where a row is not as long as the headings.
    """
    lines = [list(headings), ["---"] * len(headings), *([_cell(value) for value in row] for row in rows)]
    for line in lines:
        if len(line) != len(headings):
            raise ValueError(f"{line[0]}: {len(line)} cells under {len(headings)} headings.")
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value).replace("|", "\\|")


def with_block(document: str, block: str) -> str:
    """A document with the words between its two comments replaced by the block.

    Raises: ValueError where the document has not each of the comments once, in order.
    """
    before, begins, rest = document.partition(BEGIN)
    _, ends, after = rest.partition(END)
    if not begins or not ends or BEGIN in rest or END in before + after:
        raise ValueError(f"The document needs {BEGIN} and {END} once each, in this order.")
    return f"{before}{BEGIN}\n{block.strip()}\n{END}{after}"
