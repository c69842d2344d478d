"""Citations as cards and chips, and the buttons that open or copy them. Pure, everything escaped."""

from collections.abc import Sequence
from html import escape

from assistant.models import AlsoIn, Citation
from page.marking import TextSpan, clipped, marked_html, quote_spans
from page.wording import (
    STATUS_TONES,
    full_reference,
    kind_words,
    meeting,
    meeting_reference,
    place,
    reference,
    status_words,
)

_OTHERS = 3  # other papers that a card names
_LONG = 700  # characters of a paragraph that a card shows whole
_AROUND = 220  # characters either side of the words relied on, where a longer one is cut
_HELD = {"cancelled": "The meeting was cancelled.", "not quorate": "The meeting was not quorate."}
_ALSO = {
    "copy": "The same is in",
    "twin": "The same in another language is in",
    "earlier": "An earlier version is in",
    "current": "There is a newer version in",
}
_CELL_END = " | "  # between the cells of a table's row, as papers are read

Where = int | str  # what the citations belong to: a turn of the chat, or a tab


def cards(citations: Sequence[Citation], where: Where, title: str) -> str:
    """The citations under an answer; "" for none."""
    if not citations:
        return ""
    return (
        f'<section class="sources"><h3>{escape(title)}</h3>'
        f'<ol class="cards">{"".join(card(citation, where) for citation in citations)}</ol></section>'
    )


def opens(citation: Citation, where: Where) -> str:
    """The attributes of a button that opens a citation's source beside it."""
    return (
        f'data-act="open" data-key="{escape(str(where))}-{citation.n}" data-n="{citation.n}" '
        f'data-paragraph="{escape(citation.paragraph)}" data-quote="{escape(citation.quote)}"'
    )


def chip(citation: Citation, where: Where) -> str:
    """A citation's number as a button that opens its source."""
    said = meeting_reference(citation)
    return (
        f'<button type="button" class="chip" {opens(citation, where)} '
        f'title="{escape(said)}" aria-label="Source {citation.n}: {escape(said)}">{citation.n}</button>'
    )


def card(citation: Citation, where: Where) -> str:
    """One citation: meeting, reference, status, the paragraph with its words marked, and its buttons."""
    spans = quote_spans(citation.text, citation.quote)
    return (
        f'<li class="card" id="source-{escape(str(where))}-{citation.n}">'
        f'<div class="card-head"><span class="number">{citation.n}</span>'
        f'<div><h4>{meeting_html(citation)}</h4><p class="meta">{meta_html(citation)}</p></div>'
        f"{badge(citation.status)}</div>{_paragraph(citation.text, spans)}{caveats(citation)}"
        f'<div class="card-foot"><span class="file">{escape(citation.file)}</span>'
        f'<span class="acts">{_open_button(citation, where)}{copy_button(citation)}</span></div></li>'
    )


def meeting_html(citation: Citation) -> str:
    """The body and the meeting's date; the date is never broken over two lines."""
    body, _, when = meeting(citation).rpartition(", ")
    return f'{escape(body)}, <span class="tied">{escape(when)}</span>'


def meta_html(citation: Citation) -> str:
    """The reference, then where it stands: Minute 7/24 · page 2 · minutes · School transport."""
    title = citation.item_title or citation.part_title
    parts = [reference(citation), place(citation), kind_words(citation.part).lower(), title]
    return " · ".join(f"<b>{escape(part)}</b>" if i == 0 else escape(part) for i, part in enumerate(parts) if part)


def caveats(citation: Citation) -> str:
    """What a reader must know of the paper: a draft, a meeting not held, words read by OCR, other versions."""
    parts = [
        "From draft minutes, which may change until they are approved." if citation.draft else "",
        _HELD.get(citation.held or "", ""),
        "Read from a picture of the page (OCR): check the words against it." if citation.ocr else "",
        *(_also(other) for other in citation.also[:_OTHERS]),
    ]
    items = "".join(f"<li>{escape(part)}</li>" for part in parts if part)
    return f'<ul class="caveats">{items}</ul>' if items else ""


def _also(other: AlsoIn) -> str:
    return f"{_ALSO.get(other.relation, 'Also in')} {other.file}{' (draft)' if other.draft else ''}."


def badge(status: str) -> str:
    """A paragraph's status in words."""
    return f'<span class="badge {STATUS_TONES.get(status, "plain")}">{escape(status_words(status))}</span>'


def _open_button(citation: Citation, where: Where) -> str:
    return (
        f'<button type="button" class="quiet" {opens(citation, where)}>'
        f'Show in the paper<span class="sr"> (source {citation.n})</span></button>'
    )


def copy_button(citation: Citation) -> str:
    """A button that copies the full reference."""
    return copies("Copy reference", full_reference(citation), f"of source {citation.n}")


def copies(label: str, words: str, of: str = "") -> str:
    """A button that copies these words. `of`: what it belongs to, for a reader who does not see the page."""
    hidden = f'<span class="sr"> {escape(of)}</span>' if of else ""
    return f'<button type="button" class="quiet" data-act="copy" data-copy="{escape(words)}">{escape(label)}{hidden}</button>'


def _paragraph(text: str, spans: tuple[TextSpan, ...]) -> str:
    """The paragraph as a quotation, or a table's row under its header; a long one is cut, with the whole folded."""
    if table := row_html(text, spans):
        return table
    quoted = f"<blockquote>{marked_html(text, spans)}</blockquote>"
    if len(text) <= _LONG:
        return quoted
    start, end = clipped(text, spans, _AROUND)
    inside = tuple(TextSpan(span.start - start, span.end - start) for span in spans)
    part = marked_html(text[start:end].rstrip(), inside)
    short = f"<blockquote>{'… ' if start else ''}{part}{' …' if end < len(text) else ''}</blockquote>"
    return f'{short}<details class="whole"><summary>The whole paragraph</summary>{quoted}</details>'


def row_html(text: str, spans: tuple[TextSpan, ...]) -> str:
    """A table's row, cell by cell under its header; "" for any other text."""
    head, _, row = text.partition("\n")
    names, cells = head.split(_CELL_END), row.split(_CELL_END)
    if len(names) < 2 or len(names) != len(cells):
        return ""
    html, start = [], len(head) + 1
    for name, cell in zip(names, cells, strict=True):
        end = start + len(cell)
        inside = [TextSpan(max(s.start, start) - start, min(s.end, end) - start) for s in spans if s.start < end]
        marks = tuple(span for span in inside if span.end > span.start)
        if cell.strip():
            html.append(f"<dt>{escape(name)}</dt><dd>{marked_html(cell, marks)}</dd>")
        start = end + len(_CELL_END)
    return f'<dl class="cells">{"".join(html)}</dl>'
