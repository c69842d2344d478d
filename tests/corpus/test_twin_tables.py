"""Tables with a column for each of two languages."""

from pathlib import Path

import docx
import pytest

from corpus.models import Block, BlockKind
from corpus.outline import outline_of
from corpus.paragraphs.twin_tables import with_twin_tables
from corpus.read import read_paper

PAGE = """<html><body><h1>Kilbrone Town Council</h1><p>Minutes of the meeting of 9 June 2025</p><table>
<tr><th>No.</th><th>Gaeilge</th><th>English</th></tr>
<tr><td>1</td><td><b>Leithscéalta</b><br>Fuarthas leithscéal ón gClr. Ní Dhuibh.</td>
<td><b>Apologies</b><br>An apology came from Cllr Ní Dhuibh.</td></tr>
<tr><td>2</td><td><b>3 bhinse nua</b><br>Socraíodh go gceannófar 3 bhinse ar €640 roimh 1 Meán Fómhair 2025.</td>
<td><b>3 new benches</b><br>It was agreed that 3 benches be bought at €640 before 1 September 2025.</td></tr>
<tr><td></td><td>Vótáil 5 ar son agus 2 i gcoinne.</td><td>There voted 5 for and 2 against.</td></tr>
<tr><td>2A</td><td><b>Soilse</b><br>Cuireadh an cheist siar go dtí 14 Iúil.</td>
<td><b>Lights</b><br>The matter was put off to 14 July.</td></tr>
</table></body></html>"""


def test_a_web_page_with_a_column_for_each_language_is_read_item_by_item(tmp_path: Path) -> None:
    path = tmp_path / "minutes.html"
    path.write_text(PAGE, encoding="utf-8")
    paper = outline_of(read_paper(path, 10**9), path.name)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("1", "Apologies"),
        ("2", "3 new benches"),
        ("2A", "Lights"),
    ]
    bought = [p for p in paper.paragraphs if "€640" in p.own]
    assert [(p.ref, p.own.split()[0]) for p in bought] == [("2", "Socraíodh"), ("2", "It")]
    assert bought[0].twin == -bought[1].twin < 0
    voted = [p for p in paper.paragraphs if "5 ar son" in p.own or "5 for" in p.own]
    assert [p.ref for p in voted] == ["2", "2"]
    assert paper.coverage == 1.0


ITEMS = [
    ("1. Leithscéalta", "1. Apologies"),
    ("Fuarthas leithscéal ón gClr. Ní Dhuibh.", "An apology came from Cllr Ní Dhuibh."),
    ("2. Binsí", "2. Benches"),
    ("Socraíodh go gceannófar 3 bhinse ar €640 roimh 1 Iúil.", "It was agreed to buy 3 benches at €640 before 1 July."),
]


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_table_of_one_row_with_all_of_each_language_in_a_cell_is_read_item_by_item(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"minutes.{form}"
    if form == "html":
        cells = "".join(f"<td>{''.join(f'<p>{item[side]}</p>' for item in ITEMS)}</td>" for side in (0, 1))
        path.write_text(f"<h1>Kilbrone Town Council</h1><p>Minutes of 9 June 2025</p><table><tr>{cells}</tr></table>")
    else:
        document = docx.Document()
        document.add_paragraph("Minutes of 9 June 2025")
        for cell, side in zip(document.add_table(1, 2).rows[0].cells, (0, 1), strict=True):
            for item in ITEMS:
                cell.add_paragraph(item[side])
        document.save(str(path))
    paper = outline_of(read_paper(path, 10**9), path.name)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [("1", "Apologies"), ("2", "Benches")]
    assert [p.ref for p in paper.paragraphs if "€640" in p.own] == ["2", "2"]


def row(*cells: str, header: bool = False) -> Block:
    return Block(BlockKind.ROW, " | ".join(cells), cells=cells, table=1, header=header)


def test_a_table_in_one_language_stays_a_table() -> None:
    rows = [
        row("Item", "Now", "From 1 April 2026", header=True),
        row("Hire of the hall by a club of the parish", "£12 for an hour of the day", "£14 for an hour of the day"),
        row("Hire of the field by a club of the parish", "£20 for the whole of a day", "£25 for the whole of a day"),
    ]
    assert with_twin_tables(rows) == rows


def test_a_row_in_one_language_is_no_twin() -> None:
    rows = [
        row(
            "Cytunwyd i wario £640 ar y 3 mainc erbyn 1 Medi yn y parc",
            "It was agreed to spend £640 on the 3 benches by 1 September",
        ),
        row("Gohiriwyd y mater arall i 14 Gorffennaf am y tro", "The other matter was put off to 14 July for now"),
        row("Noted by all.", ""),
    ]
    found = with_twin_tables(rows)
    assert [block.twin for block in found] == [-1, 1, -2, 2, 0]
    assert all(block.kind is BlockKind.TEXT for block in found)
