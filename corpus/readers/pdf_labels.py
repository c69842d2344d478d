"""Labels that stand left of hanging text and take two lines: "Vote on / the Motion:" is read before the text beside it."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pdf_runs import Run, merged

_WIDE = 1.1  # of the line's height; a gap so wide stands between a label and its text
_MOST_WORDS = 5  # of a label's line
_NEAR = 3.0  # points that lefts of one column may differ by


def with_whole_labels(rows: Sequence[Run]) -> list[Run]:
    """The rows in order; where a label ends with a colon in the row below, both its lines before its text.

    No word is lost. The first row keeps its place on the page, for what is judged by the space between rows.
    """
    out: list[Run] = []
    for row in rows:
        last = out[-1] if out else None
        cut = _label(last) if last is not None and last.pieces > 1 and ":" in row.text else 0
        ends = _label_below(last, cut, row) if last is not None and cut else 0
        if last is None or not ends:
            out.append(row)
            continue
        whole = merged(merged(last.part(0, cut), row.part(0, ends)), last.part(cut, last.end - last.first))
        out[-1] = replace(whole, top=last.top, bottom=last.bottom, limit=last.limit, pieces=2)
        if ends < row.end - row.first:
            out.append(replace(row.part(ends, row.end - row.first), pieces=1))
    return out


def _label(row: Run) -> int:
    """How many words stand left of the first wide gap, where they are a label without its end; else 0."""
    lefts, rights = row.columns.lefts, row.columns.rights
    for index in range(row.first + 1, min(row.first + _MOST_WORDS + 1, row.end)):
        if lefts[index] - rights[index - 1] > _WIDE * (row.bottom - row.top):
            count = index - row.first
            return 0 if row.texts[count - 1].endswith((":", ".")) else count
    return 0


def _label_below(above: Run, cut: int, row: Run) -> int:
    """How many words of the row end the label that the row above begins with `cut` words; 0 where none do.

    They stand right under it, end with a colon, and are alone in the row or beside text that begins where that above
    does.
    """
    if (
        abs(row.left - above.left) > _NEAR
        or row.table >= 0
        or not 0 < row.top - above.top < 2 * (above.bottom - above.top)
    ):
        return 0
    edge = above.columns.lefts[above.first + cut]
    lefts = row.columns.lefts[row.first : row.end]
    ends = next((i for i, left in enumerate(lefts) if left > edge - _NEAR), len(lefts))
    beside = ends == len(lefts) or abs(lefts[ends] - edge) < _NEAR
    return ends if 0 < ends <= _MOST_WORDS and beside and row.texts[ends - 1].endswith(":") else 0
