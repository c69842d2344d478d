"""A brief as lines to print, with numbered sources at the end; and these lines as a page (HTML) or a document (DOCX)."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from pathlib import Path

from assistant.brief.models import Brief, CitedStatement, ItemBrief
from assistant.brief.page_fit import within
from assistant.models import Citation
from assistant.references import minute_in_words, page_or_line
from corpus.dates import long_date

_STYLE = """
@page { size: A4; margin: 12mm 14mm }
body { font: 10pt/1.2 'Times New Roman', Times, serif; color: #111; max-width: 180mm; margin: 1.5em auto; padding: 0 1em }
h1 { font-size: 15pt; margin: 0 0 .2em } h2 { font-size: 11.5pt; margin: .6em 0 .15em; border-bottom: 1px solid #999 }
h3 { font: bold 9pt/1.2 Arial, sans-serif; margin: .3em 0 .05em } h2, h3 { break-after: avoid }
p.sub { margin: 0 0 .4em; color: #444 } p.left { margin: .1em 0; color: #444; font-size: 8pt; line-height: 1.2 } ul { margin: 0; padding-left: 1.2em } li { margin: .05em 0; white-space: pre-line }
.where { color: #444; font-size: 8pt } sup { font-size: 6.5pt } ul.sources { font-size: 7pt; line-height: 1.15; columns: 2; list-style: none; padding: 0 }
@media print { body { margin: 0; padding: 0; max-width: none } }
"""

_TWO_PAGES = 1450.0  # points: two pages of A4 within their margins, less what breaks between pages lose
_ACROSS, _ACROSS_SMALL = 107, 130  # letters of a line, and of a line of sources


class LineKind(StrEnum):
    """What a line of a printed brief is."""

    TITLE = "title"
    UNDER = "under"  # what stands below the title
    ITEM = "item"
    SECTION = "section"
    POINT = "point"
    LEFT = "left out"  # what a brief of two pages had no room for
    SOURCES = "sources"
    SOURCE = "source"


_POINTS = {
    LineKind.TITLE: (30.0, 20.0), LineKind.UNDER: (17.0, 12.0), LineKind.ITEM: (21.0, 15.0), LineKind.SECTION: (15.0, 12.0),
    LineKind.POINT: (12.7, 12.0), LineKind.LEFT: (11.0, 10.0), LineKind.SOURCES: (23.0, 15.0), LineKind.SOURCE: (9.6, 9.2),
}  # fmt: skip  # the height of a line's first row with what stands around it, and of each further row
_TAGS = {LineKind.TITLE: "h1", LineKind.ITEM: "h2", LineKind.SECTION: "h3", LineKind.SOURCES: "h2"}
_LISTS = {LineKind.POINT: "<ul>", LineKind.SOURCE: '<ul class="sources">'}
_LEVELS = {LineKind.TITLE: 0, LineKind.ITEM: 1, LineKind.SECTION: 2, LineKind.SOURCES: 1}  # of a document's headings


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a printed brief."""

    kind: LineKind
    text: str
    sources: tuple[int, ...] = ()  # numbers of the paragraphs cited
    where: str = ""  # the meeting and minute that it is from, in words


def lines_of(brief: Brief) -> list[PrintedLine]:
    """A brief's lines in the order of print, cut to two pages."""
    return _lines(within(brief, _TWO_PAGES, _height))


def _height(brief: Brief) -> float:
    """How high a brief prints, in points."""
    return sum(map(_line_height, _lines(brief)))


def _line_height(line: PrintedLine) -> float:
    """How high a line prints, in points, in whichever of the two forms needs more."""
    across = _ACROSS_SMALL if line.kind is LineKind.SOURCE else _ACROSS
    words = f"{line.text}{'[00]' * len(line.sources)}{f' ({line.where})' if line.where else ''}"
    rows = sum(math.ceil(max(len(part), 1) / across) for part in words.split("\n"))
    first, more = _POINTS[line.kind]
    return first + more * (rows - 1)


def _lines(brief: Brief) -> list[PrintedLine]:
    """The lines of a brief of whatever length."""
    out = [
        PrintedLine(LineKind.TITLE, f"Brief: {brief.body or brief.council or 'meeting'}, {long_date(brief.date)}"),
        PrintedLine(
            LineKind.UNDER,
            f"{brief.council or ''} From the papers' own words; the numbers lead to the sources at the end.".strip(),
        ),
    ]
    for item in brief.items:
        out.extend(_item(item))
    if brief.actions:
        out.append(PrintedLine(LineKind.ITEM, "Other open actions"))
        out.extend(_point(said) for said in brief.actions)
    if brief.left_out:
        out.append(PrintedLine(LineKind.LEFT, _left_out(brief.left_out)))
    if brief.formal:
        out.append(PrintedLine(LineKind.ITEM, "Items without a paper here"))
        out.append(PrintedLine(LineKind.POINT, "; ".join(brief.formal)))
    sources = sources_of(brief)
    if sources:
        out.append(PrintedLine(LineKind.SOURCES, "Sources"))
        groups: dict[str, list[Citation]] = {}
        for source in sources:  # a paper in one line
            groups.setdefault(_paper_of(source, brief), []).append(source)
        out.extend(PrintedLine(LineKind.SOURCE, _sources_line(paper, cited)) for paper, cited in groups.items())
    return out


def _item(item: ItemBrief) -> Iterator[PrintedLine]:
    yield PrintedLine(LineKind.ITEM, f"{item.number}. {item.title}" if item.number else item.title)
    for name, many in (("You are asked", item.asked), ("Key figures", item.figures)):
        if many:
            yield PrintedLine(LineKind.SECTION, name)
            yield from (_point(said, bare=True) for said in many)
    if item.changes:
        yield PrintedLine(LineKind.SECTION, "What has changed since the last report")
        for change in item.changes:
            for name, said in (("Now", change.now), ("Then", change.before)):
                yield PrintedLine(LineKind.POINT, f"{name}: {said.text}", _numbers(said), _day(said))
    if item.before:
        yield PrintedLine(LineKind.SECTION, "What was said and decided before")
        yield from (_point(said) for said in item.before)
    if item.actions:
        yield PrintedLine(LineKind.SECTION, "Open actions")
        yield from (_point(said) for said in item.actions)
    if item.questions:
        yield PrintedLine(LineKind.SECTION, "Questions that the papers leave open")
        for left in item.questions:
            yield PrintedLine(LineKind.POINT, f"{left.question} “{left.about.text}”", _numbers(left.about))
    if item.left_out:
        yield PrintedLine(LineKind.LEFT, _left_out(item.left_out))


def _left_out(gone: Sequence[str]) -> str:
    return f"Left out here: {'; '.join(gone)}."


def _point(said: CitedStatement, bare: bool = False) -> PrintedLine:
    """A statement as a point of a list; `bare` without where it stands."""
    text = re.sub(r"^[•▪◦*·-]\s+", "", said.text)  # the list here has its own
    return PrintedLine(
        LineKind.POINT,
        text,
        _numbers(said),
        "" if bare else ", ".join(part for part in (_day(said), said.where) if part),
    )


def _day(said: CitedStatement) -> str:
    """The date of a statement's meeting; "" where it names that already."""
    day = long_date(said.when) if said.when else ""
    return "" if day and day in said.where else day


def _numbers(said: CitedStatement) -> tuple[int, ...]:
    """The numbers of a statement's sources, once each."""
    return tuple(dict.fromkeys(cited.n for cited in said.citations))


def statements_of(brief: Brief) -> list[CitedStatement]:
    """Every statement of a brief, in the order of print."""
    found: list[CitedStatement] = []
    for item in brief.items:
        found += [*item.asked, *item.figures]
        found += [said for change in item.changes for said in (change.now, change.before)]
        found += [*item.before, *item.actions, *(left.about for left in item.questions)]
    return [*found, *brief.actions]


def sources_of(brief: Brief) -> list[Citation]:
    """Every paragraph that a brief cites, once, in the order of their numbers."""
    by_number = {cited.n: cited for said in statements_of(brief) for cited in said.citations}
    return [by_number[n] for n in sorted(by_number)]


def _paper_of(cited: Citation, brief: Brief) -> str:
    """A source's paper with its body and date, where they are not those of the meeting itself."""
    when = long_date(cited.meeting_date) if cited.meeting_date and cited.meeting_date != brief.date else None
    body = cited.body if when or cited.body != brief.body else None
    return ", ".join(part for part in (cited.file, body, when) if part)


def _sources_line(paper: str, citations: Sequence[Citation]) -> str:
    """A paper with its paragraphs cited: "minutes.pdf: [2][5] minute 7/24 page 3; [4] page 8"."""
    places: dict[str, list[int]] = {}
    for cited in citations:
        where = (minute_in_words(cited), page_or_line(cited.page, cited.line))
        places.setdefault(" ".join(part for part in where if part), []).append(cited.n)
    told = "; ".join(f"{''.join(f'[{n}]' for n in numbers)} {place}".strip() for place, numbers in places.items())
    return f"{paper}: {told}"


def brief_html(brief: Brief) -> str:
    """A whole page, styled for paper; every word of the papers is escaped."""
    out: list[str] = []
    listing = ""  # the list that is open
    lines = lines_of(brief)
    for line in lines:
        wanted = _LISTS.get(line.kind, "")
        if listing and wanted != listing:
            out.append("</ul>")
        if wanted and wanted != listing:
            out.append(wanted)
        listing = wanted
        out.append(_html(line))
    out.append("</ul>" if listing else "")
    title = escape(lines[0].text)
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(out)}</body></html>\n"
    )


def _html(line: PrintedLine) -> str:
    text = escape(line.text)
    if line.kind in _TAGS:
        return f"<{_TAGS[line.kind]}>{text}</{_TAGS[line.kind]}>"
    if line.kind is LineKind.UNDER:
        return f'<p class="sub">{text}</p>'
    if line.kind is LineKind.LEFT:
        return f'<p class="left">{text}</p>'
    if line.kind is LineKind.SOURCE:
        marked = re.sub(r"\[(\d+)\]", r'<b id="s\1">[\1]</b>', text)
        return f"<li>{marked}</li>"
    marks = "".join(f'<sup><a href="#s{n}">[{n}]</a></sup>' for n in line.sources)
    where = f' <span class="where">({escape(line.where)})</span>' if line.where else ""
    return f"<li>{text}{marks}{where}</li>"


def write_docx(brief: Brief, path: Path) -> None:
    """Write the brief as a document, on A4 with narrow margins."""
    from docx import Document  # late: only who wants a document waits for it
    from docx.shared import Cm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.7)
    page.top_margin = page.bottom_margin = Cm(1.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.paragraph_format.space_after = "Times New Roman", Pt(10), Pt(1)
    normal.paragraph_format.line_spacing = 1.0
    for line in lines_of(brief):
        if line.kind in _LEVELS:
            document.add_heading(line.text, _LEVELS[line.kind])
            continue
        numbers = "".join(f"[{n}]" for n in line.sources)
        words = f"{line.text} {numbers}".strip()
        style = "List Bullet" if line.kind is LineKind.POINT else None
        paragraph = document.add_paragraph(f"{words} ({line.where})" if line.where else words, style)
        if line.kind in (LineKind.SOURCE, LineKind.LEFT):
            for run in paragraph.runs:
                run.font.size = Pt(7.5 if line.kind is LineKind.SOURCE else 8)
    for name, size in (("Title", 16), ("Heading 1", 12), ("Heading 2", 10)):
        document.styles[name].font.size = Pt(size)
        document.styles[name].paragraph_format.space_before = Pt(5)
        document.styles[name].paragraph_format.space_after = Pt(1)
    document.save(str(path))


def write_brief(brief: Brief, path: Path) -> None:
    """Write the brief into a file, by its ending.

    Raises: ValueError for an ending other than .html, .htm and .docx.
    """
    ending = path.suffix.lower()
    if ending == ".docx":
        write_docx(brief, path)
    elif ending in (".html", ".htm"):
        path.write_text(brief_html(brief), encoding="utf-8")
    else:
        raise ValueError(f"{path.name}: a brief is written as .html or .docx. Name a file that ends so.")
