"""Papers as PDF: running footers, tables that repeat their header over pages, page labels."""

import io
import re
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from sample_source.blocks import TABLES, Block, Paper, fill, plain, ranges_of
from sample_source.text import Places

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=7)
STYLES = {
    "h1": ParagraphStyle("h1", BODY, fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=10, keepWithNext=1),
    "h2": ParagraphStyle(
        "h2", BODY, fontName="Helvetica-Bold", fontSize=12.5, leading=16, spaceBefore=6, keepWithNext=1
    ),
    "h3": ParagraphStyle("h3", BODY, fontName="Helvetica-Bold", keepWithNext=1),
    "minute": ParagraphStyle("minute", BODY, fontName="Helvetica-Bold", spaceBefore=6, keepWithNext=1),
    "item": ParagraphStyle("item", BODY, fontName="Helvetica-Oblique", keepWithNext=1),
    "bullet": ParagraphStyle("bullet", BODY, leftIndent=16, bulletIndent=4),
    "listed": ParagraphStyle("listed", BODY, leftIndent=22),
    "resolution-more": ParagraphStyle("more", BODY, leftIndent=22),
    "numbered": ParagraphStyle("numbered", BODY, leftIndent=32, bulletIndent=0),
}
CELL = ParagraphStyle("cell", BODY, fontSize=9, leading=11, spaceAfter=0)
HEAD = ParagraphStyle("head", CELL, fontName="Helvetica-Bold")
WIDTH = A4[0] - 44 * mm


class Marked(Paragraph):  # type: ignore[misc]
    """A paragraph that writes down the page on which it begins."""

    mark: tuple[Places, int] | None = None

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        if parts and parts[0] is not self:
            parts[0].mark, self.mark = self.mark, None
        return parts

    def draw(self) -> None:
        if self.mark:
            places, index = self.mark
            page = self.canv.getPageNumber()
            places[index, 0] = (page, page)
        super().draw()


class MarkedTable(Table):  # type: ignore[misc]
    """A table that writes down the page on which it begins."""

    mark: tuple[Places, int] | None = None

    def draw(self) -> None:
        if self.mark:
            page = self.canv.getPageNumber()
            self.mark[0].setdefault((self.mark[1], 0), (page, page))
        super().draw()

    def onSplit(self, table: Any, byRow: int = 1) -> None:  # noqa: N802, N803 - reportlab calls it so
        table.mark = self.mark


def render_pdf(paper: Paper) -> tuple[bytes, Places, dict[str, str]]:
    """The paper as PDF. Built twice: the second time with its page ranges and number of pages."""
    _, places, pages = _build(paper, {}, 0)
    ranges = _ranges(paper, places, pages)
    data, places, _ = _build(paper, ranges, pages)
    for field in (b"/CreationDate", b"/ModDate"):
        data = re.sub(field + rb" \(D:\d{14}", field + b" (D:" + paper.meta["created"].encode() + b"090000", data)
    return data, places, ranges


def _ranges(paper: Paper, places: Places, pages: int) -> dict[str, str]:
    front = int(paper.meta.get("front", "0"))
    starts = [
        (block.fields[4], places[i + 1, 0][0] - front)
        for i, block in enumerate(paper.blocks)
        if block.kind == "part" and len(block.fields) > 4
    ]
    return ranges_of(starts, pages - front)


def _build(paper: Paper, ranges: dict[str, str], pages: int) -> tuple[bytes, Places, int]:
    places: Places = {}
    front = int(paper.meta.get("front", "0"))
    footer = paper.meta.get("footer", "Page {n} of {total}")
    count = 0

    def head(canvas: Any, doc: Any) -> None:
        if "header" in paper.meta:
            canvas.setFont("Helvetica", 8.5)
            canvas.drawString(22 * mm, A4[1] - 12 * mm, paper.meta["header"])

    def foot(canvas: Any, doc: Any) -> None:
        nonlocal count
        count = canvas.getPageNumber()
        canvas.setFont("Helvetica", 8.5)
        label = "i" * count if count <= front else str(count - front)
        if front:
            style = "ROMAN_LOWER" if count <= front else "ARABIC"
            canvas.addPageLabel(count - 1, style, count if count <= front else count - front)
        canvas.drawCentredString(A4[0] / 2, 11 * mm, footer.format(n=label, total=pages))

    buffer = io.BytesIO()
    frame = Frame(22 * mm, 18 * mm, WIDTH, A4[1] - 36 * mm, 0, 0, 0, 0)
    doc = BaseDocTemplate(
        buffer, pagesize=A4, invariant=1, pageCompression=0,
        title=paper.meta["title"], author=paper.meta.get("author", "Democratic Services"),
    )  # fmt: skip
    doc.addPageTemplates([PageTemplate("page", [frame], onPage=head, onPageEnd=foot)])
    doc.build([f for i, block in enumerate(paper.blocks) for f in _flowables(block, i, places, ranges)])
    for index, block in enumerate(paper.blocks):
        if block.kind == "part":
            places[index, 0] = places[index + 1, 0]
    return buffer.getvalue(), places, count


def _markup(text: str, ranges: dict[str, str]) -> str:
    text = fill(text, ranges).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)


def _flowables(block: Block, index: int, places: Places, ranges: dict[str, str]) -> list[Any]:
    if block.kind == "part":
        return []
    if block.kind == "page":
        return [PageBreak()]
    if block.kind == "blank":
        return [PageBreak(), Paragraph("This page is intentionally left blank", BODY), PageBreak()]
    if block.kind in TABLES:
        cells = [
            [Paragraph(_markup(cell, ranges), CELL if number else HEAD) for cell in row]
            for number, row in enumerate(block.rows)
        ]
        unit = WIDTH / sum(block.widths)
        table = MarkedTable(cells, colWidths=[unit * width for width in block.widths], repeatRows=1)
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        table.mark = (places, index)
        return [table, Spacer(1, 8)]
    style = STYLES.get(block.kind, BODY)
    words = _markup(block.text, ranges)
    bullet = "\u2022" if block.kind == "bullet" else block.label if block.kind == "numbered" else None
    if block.kind == "minute" and block.label:
        words = f"{block.label}&nbsp;&nbsp;&nbsp;{words}"
    paragraph = Marked(words, style, bulletText=bullet)
    paragraph.mark = (places, index)
    assert plain(block.text) or block.kind == "para", f"an empty {block.kind}"
    return [paragraph]
