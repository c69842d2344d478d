"""The header, the chat and the notes of the Ask tab. Pure, everything escaped."""

import json
from collections.abc import Sequence
from html import escape

from assistant.answer.abstention import NOT_OUTRIGHT, NOTHING_SAID
from assistant.models import Answer, StoreStatus
from corpus.models import Role
from page.chat import Chat, link
from page.html.answer_text import prose
from page.html.cards import cards, copies
from page.marking import broken
from page.wording import counted, duration, how_made, indexed, left_out, sureness, with_references

BROKE = "Something went wrong on the server. Try again. If it happens again, tell whoever looks after Minutebook."


def header(status: StoreStatus, role: Role = Role.PUBLIC) -> str:
    """The product's name, what is indexed, and a warning where exempt papers are included."""
    refused = len(status.refused)
    to_papers = (
        f' <button type="button" class="link" data-act="tab" data-tab="Papers">{counted(refused, "paper")} could not be read</button>'
        if refused
        else ""
    )
    exempt = (
        "" if role is Role.PUBLIC else f'<p class="exempt">For {role}s: exempt papers are included. Do not share.</p>'
    )
    return (
        '<header class="masthead"><h1>Minutebook</h1>'
        '<p class="strap">Answers from the council’s own papers, each with its source</p>'
        f'<p class="holdings">{escape(indexed(status))}.{to_papers}</p>{exempt}'
        '<div id="live" class="sr" role="status"></div></header>'
    )


def empty_state(examples: Sequence[str], status: StoreStatus, role: Role = Role.PUBLIC) -> str:
    """What a reader sees before the first question: what may be asked, and examples to press."""
    if not status.papers:
        here = "Add some on the Papers tab. Or put them" if role is Role.OFFICER else "Put the papers"
        return (
            f'<section class="welcome"><h2>No papers are indexed yet</h2><p>{here} in a folder, run '
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
        "<p>Ask in your own words: a decision, a figure, a topic, a name or a minute number. Every sentence "
        "of an answer points to the paragraph that it rests on. "
        "Press a number to see that page of the paper.</p>"
        "<p>A recommendation is never given as a decision. If the papers do not say, Minutebook says so.</p>"
        f"{tried}</section>"
    )


def chat_html(chat: Chat) -> str:
    """Earlier questions and answers, oldest first."""
    return "".join(exchange_html(chat, i) for i in range(len(chat)))


def exchange_html(chat: Chat, n: int, note: str = "") -> str:
    """Question `n` of a chat, from 0, and its answer. `note`: what to say of the link that opened it."""
    exchange = chat[n]
    answer, end = exchange.turn.answer, link(chat[: n + 1])
    how = f'<p class="how">{escape(exchange.how)}.</p>' if exchange.how else ""
    changed = f'<p class="note changed" role="alert">{escape(note)}</p>' if note else ""
    ids = " ".join(citation.paragraph for citation in answer.citations)
    data = f'data-link="{escape(end)}" data-cited="{escape(ids)}" data-question="{escape(exchange.turn.question)}"'
    first = (
        f'data-title="{escape(chat[0].turn.question)}" data-answer="{escape(answer.answer)}" data-mode="{answer.mode}"'
    )
    return (
        f'<article class="turn" data-turn="{n}" {data} {first}>{_question(exchange.turn.question)}{how}{changed}'
        f"{answer_html(answer, n)}{_foot(exchange.turn.question, answer, end)}</article>"
    )


def _foot(question: str, answer: Answer, end: str) -> str:
    """What a reader may do with an answer: take it along, judge it, ask the next question."""
    return (
        f'<div class="foot"><div class="acts">{copies("Copy with references", with_references(question, answer))}'
        f'<button type="button" class="quiet" data-act="link" data-link="{escape(end)}">Copy link</button>'
        f'{_saves()}<button type="button" class="quiet" data-act="print">Print</button></div>'
        '<div class="judge" role="group" aria-label="Is this answer right?"><span>Is this answer right?</span>'
        '<button type="button" class="quiet" data-act="judge" data-verdict="right" aria-pressed="false">Right</button>'
        '<button type="button" class="quiet" data-act="judge" data-verdict="wrong" aria-pressed="false">Wrong</button>'
        '<p class="told" role="status"></p></div><div class="next"></div></div>'
    )


def _saves() -> str:
    kinds = (("docx", "Word document"), ("md", "Markdown"), ("json", "JSON"))
    buttons = "".join(
        f'<li><button type="button" class="quiet" data-act="save" data-as="{kind}">{name}</button></li>'
        for kind, name in kinds
    )
    return f'<details class="menu"><summary class="quiet">Save as</summary><ul>{buttons}</ul></details>'


def file_html(file: dict[str, str]) -> str:
    """A file that the browser saves as soon as it has it."""
    return f'<span class="file-to-save" data-file="{escape(json.dumps(file))}"></span>'


def pending_html(question: str, text: str, n: int, meanwhile: Answer | None = None, steps: Sequence[str] = ()) -> str:
    """A question while its answer is made. `meanwhile`: the papers' own words while a language model writes.

    `steps`: what the language model looked for so far, which stands there until it writes.
    """
    working = "Searching the papers"
    if meanwhile is not None:
        working = "The language model is writing. Each sentence is shown once the papers are found to bear it out"
    looked = f'<ul class="small">{"".join(f"<li>{broken(step)}</li>" for step in steps)}</ul>' if steps else ""
    body = prose(text, {}, n, question) if text else f'{looked}<p class="working">{working}</p>'
    return (
        f'<article class="turn pending" data-turn="{n}" aria-busy="true">{_question(question)}'
        f'<div class="answer">{body}</div>{_meanwhile(meanwhile, n)}</article>'
    )


def stopped_html(question: str, text: str, n: int, meanwhile: Answer | None = None) -> str:
    """A question whose answer the reader stopped."""
    note = "Stopped. The answer is unfinished and its sources are not shown. Press “Ask again” for all of it."
    body = f'<div class="answer">{prose(text, {}, n, question)}<p class="small">{note}</p></div>'
    return _turn(question, body + _meanwhile(meanwhile, n), n)


def _meanwhile(answer: Answer | None, n: int) -> str:
    """The papers' own words, to stand below what a language model has written so far; "" where they say nothing."""
    if answer is None or answer.abstained:
        return ""
    known = {citation.n: citation for citation in answer.citations}
    return f'<div class="answer meanwhile"><h3>In the papers’ own words</h3>{prose(answer.answer, known, n, answer.question)}</div>'


def failed_html(question: str, message: str, n: int) -> str:
    """A question that could not be answered because something failed, with a message."""
    told = f"<h3>The question could not be answered</h3><p>{escape(message)}</p>"
    return _turn(question, f'<div class="answer problem" role="alert">{told}</div>', n)


def _turn(question: str, answer: str, n: int) -> str:
    return f'<article class="turn" data-turn="{n}">{_question(question)}{answer}</article>'


def _question(text: str) -> str:
    return (
        f'<div class="question"><h2><span class="sr">You asked: </span>{broken(text)}</h2>'
        f'<button type="button" class="quiet" data-act="edit" data-question="{escape(text)}" '
        'aria-label="Edit this question">Edit</button></div>'
    )


def stopped_statements(answer: Answer) -> str:
    """How many statements the support gate left out, with their words struck and folded; "" for none."""
    told = left_out(answer.left_out)
    if not told:
        return ""
    items = "".join(
        f'<li><span class="sr">Left out: </span><s>{broken(statement.text)}</s> <span class="why">{escape(statement.reason)}</span></li>'
        for statement in answer.stopped
    )
    if not items:
        return f'<p class="note">{escape(told)}.</p>'
    return f'<details class="whole struck"><summary>{escape(told)}</summary><ul>{items}</ul></details>'


def answer_html(answer: Answer, n: int) -> str:
    """An answer with its citations, or an abstention with the nearest paragraphs; what was searched stands below."""
    words = _declined_words(answer) if answer.abstained else answer.answer
    text = prose(words, {citation.n: citation for citation in answer.citations}, n, answer.question)
    notes = "".join(f'<p class="note">{broken(note)}</p>' for note in answer.notes) + stopped_statements(answer)
    if not answer.abstained:
        return f'<div class="answer">{text}{notes}{cards(answer.citations, n, "Sources")}{_about(answer)}</div>'
    hint = "<p>Try fewer or other words, a committee or a year, or take a filter away.</p>"
    nearest = cards(answer.citations, n, "The closest paragraph, which does not say it outright")
    told = NOT_OUTRIGHT if answer.citations else NOTHING_SAID
    head = f'<div class="answer declined"><h3>{told.rstrip(".")}</h3>{text}{hint}'
    return f"{head}{notes}{nearest}{_about(answer)}</div>"


def _declined_words(answer: Answer) -> str:
    """An abstention's words without its heading and the line of what was searched, which the page shows apart."""
    words = (
        answer.answer.removeprefix(NOTHING_SAID).removeprefix(NOT_OUTRIGHT).replace(f"Searched: {answer.searched}.", "")
    )
    return words.replace("(see `minutebook status`)", "(see the Papers tab)").strip()


def _about(answer: Answer) -> str:
    """The small print under an answer: what was searched, how sure it is, who worded it, how long it took."""
    parts = [
        f"Searched {answer.searched}" if answer.searched else "",
        "" if answer.abstained else sureness(answer.confidence),
        "" if answer.abstained else how_made(answer),
        duration(answer.seconds),
    ]
    items = "".join(f"<li>{escape(part)}</li>" for part in parts if part)
    return f'<ul class="about" aria-label="About this answer">{items}</ul>'


def problem_note(text: str) -> str:
    """A note of what is wrong, which screen readers read at once."""
    return f'<p class="problem" role="alert">{escape(text)}</p>'
