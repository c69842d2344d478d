"""The page of a paper that a citation points at, with the paragraph framed and its words marked."""

import unicodedata
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import pypdfium2

from assistant.models import Citation, Nearby, Source
from page.marking import broken, marked_html, quote_spans
from page.source import pdf_page
from page.source.locate import Located, left_over, locate


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a PDF; of other formats, which have no pages, the paragraph alone. `html_text` is escaped."""

    drawn: pdf_page.Drawn | None
    html_text: str
    page: int | None
    pages: int | None
    label: str
    before: int | None = None  # the nearest page before it that the reader may see
    after: int | None = None
    note: str = ""  # what the reader should know, e.g. that the words could not be marked


def source_page(source: Source, page: int | None = None, open_pages: frozenset[int] | None = None) -> SourcePage:
    """The cited page of a PDF, or the page `page` of it; of other formats the paragraph in its surroundings.

    `open_pages`: the pages whose every word the reader may see, None for all. Of any other page neither picture
    nor text is shown, only the cited paragraph, which the reader may see.
    """
    citation = source.citation
    path = Path(citation.path) if citation.path else None
    if path is None or path.suffix.lower() != ".pdf" or citation.page is None:
        return _text_only(source)
    if not path.is_file():
        return _text_only(source, "The paper is no longer where it was indexed. Index it again to see its pages.")
    wanted = page or citation.page
    if open_pages is not None and wanted not in open_pages:
        return _text_only(source, "The page itself is not shown because part of it is not public.")
    try:
        with pdf_page.LOCK, pypdfium2.PdfDocument(path) as document:
            return _pdf_page(document, citation, citation.page, min(max(wanted, 1), len(document)), open_pages)
    except pypdfium2.PdfiumError:
        return _text_only(source, "The paper can no longer be opened. Index it again to see its pages.")


def _text_only(source: Source, note: str = "") -> SourcePage:
    citation = source.citation
    marked = marked_html(citation.text, quote_spans(citation.text, citation.quote))
    before, after = "".join(map(_nearby, source.before)), "".join(map(_nearby, source.after))
    label = f"Line {citation.line}" if citation.line is not None else ""
    words = f'{before}<p class="paragraph"><span class="sr">The paragraph cited: </span>{marked}</p>{after}'
    return SourcePage(None, words, citation.page, None, label, note=note)


def _nearby(paragraph: Nearby) -> str:
    return f'<p class="nearby{" is-title" if paragraph.heading else ""}">{broken(paragraph.text)}</p>'


def _pdf_page(
    document: Any, citation: Citation, cited: int, number: int, open_pages: frozenset[int] | None
) -> SourcePage:
    page = document[number - 1]
    text = pdf_page.characters(page)
    found = _found(document, citation, cited, number, text)
    shown = [other for other in range(1, len(document) + 1) if open_pages is None or other in open_pages]
    return SourcePage(
        drawn=pdf_page.draw(page, found, citation.box if number == cited else None),
        html_text=_page_html(text, found),
        page=number,
        pages=len(document),
        label=_label(document, number),
        before=max((other for other in shown if other < number), default=None),
        after=min((other for other in shown if other > number), default=None),
        note=_note(number == cited, found),
    )


def _found(document: Any, citation: Citation, cited: int, number: int, text: str) -> Located:
    """Where the page has the paragraph, or the rest of one that began on the page before, and the quotation."""
    if number == cited:
        near = citation.box.top if citation.box else None
        return locate(text, citation.text, citation.quote, near, partial(pdf_page.top_of, document[number - 1]))
    rest = left_over(pdf_page.characters(document[cited - 1]), citation.text) if number == cited + 1 else ""
    return locate(text, rest, citation.quote) if rest and locate(text, rest, "").paragraph else Located()


def _note(cited: bool, found: Located) -> str:
    if found.quotes or not cited:
        return ""
    if found.paragraph:
        return "The words relied on are not all on this page. The paragraph may run on to the next."
    return "The words could not be marked on the picture of this page. They are given in full beside the answer."


def _label(document: Any, number: int) -> str:
    printed = document.get_page_label(number - 1)
    plain = f"Page {number} of {len(document)}"
    return plain if printed in ("", str(number)) else f"{plain}, printed as {printed}"


def _page_html(text: str, found: Located) -> str:
    """The page's text, escaped, with paragraph and quotation in <mark class="paragraph"> and "quote"."""
    spans = [*found.quotes, *([found.paragraph] if found.paragraph else [])]
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    html = []
    for start, end in zip(edges, edges[1:], strict=False):
        part = _readable(text[start:end])
        if any(quote.start <= start < quote.end for quote in found.quotes):
            part = f'<mark class="quote">{part}</mark>'
        elif found.paragraph and found.paragraph.start <= start < found.paragraph.end:
            part = f'<mark class="paragraph">{part}</mark>'
        html.append(part)
    return "".join(html)


def _readable(text: str) -> str:
    """Escaped text with plain line breaks and hyphens, without control characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = plain.replace("\x02", "-").replace("\ufffe", "-")  # pdfium's signs for a hyphen at a line's end
    return escape("".join(c for c in plain if c == "\n" or unicodedata.category(c) != "Cc"))
