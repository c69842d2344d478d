"""The page's HTML from values. Pure; every word of a paper, a question or a store is escaped here."""

import base64
import re
from collections.abc import Sequence
from html import escape

from assistant.models import Answer, Citation, StoreStatus, Turn
from corpus.models import Role
from page.marking import Span, broken, clipped, marked_html, quote_spans
from page.source import SourcePage
from page.words import (
    STATUS_TONES,
    counted,
    duration,
    full_reference,
    how_made,
    indexed,
    kind_words,
    left_out,
    long_date,
    meeting,
    place,
    reference,
    status_words,
    sureness,
)

_MARKER = re.compile(r"\s?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]")
_BULLET = re.compile(r"^\s*[-•*]\s+")
_LONG = 700  # characters of a paragraph that a card shows whole


def header(status: StoreStatus, role: Role = Role.PUBLIC) -> str:
    """The product's name, what is indexed, and a warning where exempt papers may be among it."""
    refused = len(status.refused)
    link = (
        f' <button type="button" class="link" data-act="papers">{counted(refused, "paper")} could not be read</button>'
        if refused
        else ""
    )
    exempt = "" if role is Role.PUBLIC else f'<p class="exempt">For {role}s: exempt papers are included. Do not share.</p>'
    return (
        '<header class="masthead"><h1>Minutebook</h1>'
        '<p class="strap">Answers from the council’s own papers, each with its source</p>'
        f'<p class="holdings">{escape(indexed(status))}.{link}</p>{exempt}<div id="live" class="sr" role="status"></div></header>'
    )


def empty_state(examples: Sequence[str], status: StoreStatus) -> str:
    """What a reader sees before the first question: what may be asked, and examples to press."""
    if not status.papers:
        return (
            '<section class="welcome"><h2>No papers are indexed yet</h2><p>Put the papers in a folder, run '
            "<code>minutebook index FOLDER</code> and open this page again.</p></section>"
        )
    buttons = "".join(
        f'<li><button type="button" class="example" data-act="ask" data-question="{escape(text)}">'
        f"{escape(text)}</button></li>"
        for text in examples
    )
    tried = f'<h3>Try one of these</h3><ul class="examples">{buttons}</ul>' if buttons else ""
    return (
        '<section class="welcome"><h2>What would you like to find in the papers?</h2>'
        "<p>Ask in your own words: a decision, a figure, a topic, a name or a minute number. Every sentence of an "
        "answer points to the paragraph that it rests on. Press a number to see that page of the paper.</p>"
        "<p>A recommendation is never given as a decision. If the papers do not say, Minutebook says so.</p>"
        f"{tried}</section>"
    )


def turns_html(turns: Sequence[Turn]) -> str:
    """Earlier questions and answers, oldest first."""
    return "".join(turn_html(turn, n) for n, turn in enumerate(turns))


def turn_html(turn: Turn, n: int) -> str:
    """One question and its answer."""
    return f'<article class="turn" data-turn="{n}">{_question(turn.question)}{answer_html(turn.answer, n)}</article>'


def pending_html(question: str, text: str, n: int) -> str:
    """A question while its answer is on its way."""
    body = _prose(text, {}, n) if text else '<p class="working">Searching the papers</p>'
    return (
        f'<article class="turn pending" data-turn="{n}" aria-busy="true">{_question(question)}'
        f'<div class="answer">{body}</div></article>'
    )


def stopped_html(question: str, text: str, n: int) -> str:
    """A question whose answer the reader stopped."""
    return (
        f'<article class="turn" data-turn="{n}">{_question(question)}<div class="answer unfinished">'
        f"{_prose(text, {}, n)}<p class='small'>Stopped. The answer is unfinished and its sources are not shown. "
        "Press “Ask again” for the whole of it.</p></div></article>"
    )


def failed_html(question: str, message: str, n: int) -> str:
    """A question that could not be answered because something broke."""
    return (
        f'<article class="turn" data-turn="{n}">{_question(question)}<div class="answer problem" role="alert">'
        f"<h3>The question could not be answered</h3><p>{escape(message)}</p></div></article>"
    )


def _question(text: str) -> str:
    return (
        f'<div class="question"><h2><span class="sr">You asked: </span>{broken(text)}</h2>'
        f'<button type="button" class="quiet" data-act="edit" data-question="{escape(text)}" '
        'aria-label="Edit this question">Edit</button></div>'
    )


def answer_html(answer: Answer, n: int) -> str:
    """An answer with its citations, or an abstention, with what was searched under it."""
    known = {citation.n: citation for citation in answer.citations}
    if answer.abstained:
        reason = f"<p>{broken(answer.reason)}</p>" if answer.reason and " " in answer.reason else ""
        head = f'<div class="answer declined"><h3>The papers do not say</h3>{_prose(answer.answer, known, n)}'
        head += reason if answer.reason not in answer.answer else ""  # type: ignore[operator]
        title = "Nearest paragraphs, which do not answer the question"
    else:
        head = f'<div class="answer">{_prose(answer.answer, known, n)}'
        title = "Sources"
    notes = "".join(f'<p class="note">{broken(note)}</p>' for note in answer.notes)
    return f"{head}{notes}{cards(answer.citations, n, title)}{_about(answer)}</div>"


def _prose(text: str, known: dict[int, Citation], n: int) -> str:
    """Escaped paragraphs and lists, the markers of known citations as chips. Nothing else is markup."""
    blocks = [block for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    return "".join(_block(block.split("\n"), known, n) for block in blocks)


def _block(lines: list[str], known: dict[int, Citation], n: int) -> str:
    if all(_BULLET.match(line) for line in lines):
        items = "".join(f"<li>{_chipped(_BULLET.sub('', line), known, n)}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<p>{'<br>'.join(_chipped(line, known, n) for line in lines)}</p>"


def _chipped(text: str, known: dict[int, Citation], n: int) -> str:
    out, at = [], 0
    for match in _MARKER.finditer(text):
        numbers = [int(number) for number in match[1].split(",")]
        if not all(number in known for number in numbers):
            continue
        out.append(escape(text[at : match.start()]))
        out.extend(chip(known[number], n) for number in numbers)
        at = match.end()
    return "".join([*out, escape(text[at:])])


def chip(citation: Citation, n: int) -> str:
    """The number of a citation, to press."""
    said = ", ".join(part for part in (meeting(citation), reference(citation), place(citation)) if part)
    return (
        f'<button type="button" class="chip" data-act="open" data-turn="{n}" data-n="{citation.n}" '
        f'title="{escape(said)}" aria-label="Source {citation.n}: {escape(said)}">{citation.n}</button>'
    )


def cards(citations: Sequence[Citation], n: int, title: str) -> str:
    """The citations under an answer; "" for none."""
    if not citations:
        return ""
    return (
        f'<section class="sources"><h3>{escape(title)}</h3>'
        f'<ol class="cards">{"".join(card(citation, n) for citation in citations)}</ol></section>'
    )


def card(citation: Citation, n: int) -> str:
    """One citation: meeting, reference, status, the paragraph with the words relied on marked, what to do with it."""
    spans = quote_spans(citation.text, citation.quote)
    return (
        f'<li class="card" id="source-{n}-{citation.n}"><div class="card-head"><span class="number">{citation.n}</span>'
        f'<div><h4>{escape(meeting(citation))}</h4><p class="meta">{_meta(citation)}</p></div>'
        f"{badge(citation.status)}</div>{_paragraph(citation.text, spans)}"
        f'<div class="card-foot"><span class="file">{escape(citation.file)}</span>'
        f'<span class="acts">{_button("open", "Show in the paper", citation, n)}{_copy(citation)}</span></div></li>'
    )


def _meta(citation: Citation) -> str:
    title = citation.item_title or citation.part_title
    parts = [reference(citation), place(citation), kind_words(citation.part).lower(), title]
    return " · ".join(f"<b>{escape(p)}</b>" if i == 0 else escape(p) for i, p in enumerate(parts) if p)


def badge(status: str) -> str:
    """What kind of statement it is, in words."""
    return f'<span class="badge {STATUS_TONES.get(status, "plain")}">{escape(status_words(status))}</span>'


def _button(act: str, label: str, citation: Citation, n: int) -> str:
    return (
        f'<button type="button" class="quiet" data-act="{act}" data-turn="{n}" data-n="{citation.n}">{label}'
        f'<span class="sr"> (source {citation.n})</span></button>'
    )


def _copy(citation: Citation) -> str:
    return (
        f'<button type="button" class="quiet" data-act="copy" data-copy="{escape(full_reference(citation))}">'
        f'Copy reference<span class="sr"> of source {citation.n}</span></button>'
    )


def _paragraph(text: str, spans: tuple[Span, ...]) -> str:
    """The paragraph as a quotation; a table's row under its header; a long one cut, with the whole to open."""
    if table := _row(text, spans):
        return table
    quoted = f"<blockquote>{marked_html(text, spans)}</blockquote>"
    if len(text) <= _LONG:
        return quoted
    start, end = clipped(text, spans, 220)
    inside = tuple(Span(span.start - start, span.end - start) for span in spans)
    part = marked_html(text[start:end].rstrip(), inside)
    short = f"<blockquote>{'… ' if start else ''}{part}{' …' if end < len(text) else ''}</blockquote>"
    return f'{short}<details class="whole"><summary>The whole paragraph</summary>{quoted}</details>'


def _row(text: str, spans: tuple[Span, ...]) -> str:
    head, _, row = text.partition("\n")
    names, cells = head.split(" | "), row.split(" | ")
    if len(names) < 2 or len(names) != len(cells):
        return ""
    out, at = [], len(head) + 1
    for name, cell in zip(names, cells, strict=True):
        inside = [Span(max(s.start - at, 0), min(s.end - at, len(cell))) for s in spans if s.start < at + len(cell)]
        marks = tuple(span for span in inside if span.end > span.start)
        if cell.strip():
            out.append(f"<dt>{escape(name)}</dt><dd>{marked_html(cell, marks)}</dd>")
        at += len(cell) + 3
    return f'<dl class="row">{"".join(out)}</dl>'


def _about(answer: Answer) -> str:
    """What was searched, how sure, how long, which mode, what was left out: small print under an answer."""
    parts = [
        f"Searched {answer.searched}" if answer.searched else "",
        "" if answer.abstained else sureness(answer.confidence),
        "" if answer.abstained else how_made(answer),
        duration(answer.seconds),
        left_out(answer.left_out),
    ]
    items = "".join(f"<li>{escape(part)}</li>" for part in parts if part)
    return f'<ul class="about" aria-label="About this answer">{items}</ul>'


def source_html(citation: Citation, n: int, source: SourcePage, download: str | None) -> str:
    """The panel beside an answer: the page of the paper, or its words where it has no pages."""
    title = (
        f'<div class="panel-head"><div><h2 tabindex="-1">{escape(meeting(citation))}</h2>'
        f'<p class="meta">{_meta(citation)}</p></div>'
        '<button type="button" class="quiet" data-act="close">Close<span class="sr"> the source</span></button></div>'
    )
    tools = (
        f'<div class="tools">{_copy(citation)}'
        + (f'<a class="quiet" href="{escape(download)}" download>Download the paper</a>' if download else "")
        + "</div>"
    )
    note = f'<p class="note">{escape(source.note)}</p>' if source.note else ""
    return (
        f'<section class="source" data-turn="{n}" data-n="{citation.n}" aria-label="Source {citation.n}">{title}'
        f"{badge(citation.status)}{tools}{note}{_leaf(citation, n, source)}</section>"
    )


def _leaf(citation: Citation, n: int, source: SourcePage) -> str:
    if source.png is None:
        caption = f'<p class="meta">{escape(citation.file)}{escape(", " + source.label.lower() if source.label else "")}'
        return f'{caption}</p><div class="text-version">{source.html_text}</div>'
    image = base64.b64encode(source.png).decode()
    alt = f"{source.label} of {citation.file}. Its words follow under “The words of this page”."
    return (
        f"{_pager(citation, n, source)}"
        f'<img class="leaf" src="data:image/png;base64,{image}" alt="{escape(alt)}">'
        '<details class="whole"><summary>The words of this page</summary>'
        f'<div class="text-version">{source.html_text}</div></details>'
        f'<p class="meta file">{escape(citation.file)}</p>'
    )


def _pager(citation: Citation, n: int, source: SourcePage) -> str:
    def turn(label: str, page: int | None) -> str:
        state = f'data-page="{page}"' if page else 'aria-disabled="true"'
        return (
            f'<button type="button" class="quiet" data-act="open" data-turn="{n}" data-n="{citation.n}" {state}>'
            f"{label}</button>"
        )

    return (
        f'<div class="pager">{turn("Previous page", source.before)}'
        f'<span class="page" role="status">{escape(source.label)}</span>{turn("Next page", source.after)}</div>'
    )


def search_note(text: str, problem: bool = False) -> str:
    """A line under the filters: what they hold, or what to put right."""
    if not text:
        return ""
    return f'<p class="problem" role="alert">{escape(text)}</p>' if problem else f'<p class="meta">{escape(text)}</p>'


def meeting_dates(dates: Sequence[str]) -> str:
    """Meeting dates of a paper, the latest first; more than three are counted."""
    latest = [long_date(date) for date in sorted(dates, reverse=True)]
    if len(latest) <= 3:
        return "; ".join(latest)
    return f"{'; '.join(latest[:2])} and {len(latest) - 2} more"
