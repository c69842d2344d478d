"""Tables in the cells of a web page's tables."""

from corpus.models import BlockKind
from corpus.readers.html_blocks import blocks_of_html


def test_a_table_in_a_cell_stands_between_the_words_around_it() -> None:
    votes = "<table><caption>Recorded vote</caption><tr><th>Member</th><th>Vote</th></tr><tr><td>Ash</td><td>For</td></tr></table>"
    blocks = blocks_of_html(
        f"<table><tr><th>No.</th><th>Item</th></tr><tr><td>7</td><td><p>Fees</p>{votes}<p>Carried.</p></td></tr></table>"
    )
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.ROW, "No. | Item"),
        (BlockKind.ROW, "7 | Fees"),
        (BlockKind.TEXT, "Recorded vote"),
        (BlockKind.ROW, "Member | Vote"),
        (BlockKind.ROW, "Ash | For"),
        (BlockKind.ROW, "| Carried."),
    ]
    assert [block.nested for block in blocks] == [False, False, True, True, True, False]
    assert blocks[1].table == blocks[5].table != blocks[4].table


def test_a_table_of_numbered_rows_holds_them_though_tables_stand_in_it() -> None:
    inner = "<table><tr><td>Ash</td><td>4</td></tr><tr><td>Birch</td><td>5</td></tr></table>"
    rows = "".join(f"<tr><td>{n}</td><td><p>Item {n}</p>{inner}</td></tr>" for n in (1, 2, 3))
    numbered = [block.cells[0] for block in blocks_of_html(f"<table>{rows}</table>") if not block.nested]
    assert numbered == ["1", "2", "3"]
