"""The Brief tab: what a member should know before a meeting, each statement with its sources. Pure, all escaped."""

import re
from collections.abc import Sequence
from html import escape

from assistant.brief.models import Brief, Change, CitedStatement, ItemBrief, OpenQuestion
from page.html.cards import chip, copies
from page.marking import broken
from page.wording import date_words, duration

WHERE = "brief"
_BULLET = re.compile(r"^[•▪●◦‣]\s*")  # of the paper's list; the page has its own


def teach_html() -> str:
    """What the tab is for, before the first brief."""
    return (
        '<section class="welcome"><h2>Before a meeting</h2><p>Choose a meeting, or one item of it. You get what you '
        "are asked to decide, word for word, the key figures, what was decided and said before, what is still to be "
        "done, and questions that the papers leave open: about two pages, to read here or to print.</p></section>"
    )


def brief_html(brief: Brief, asked: str) -> str:
    """A brief with its sources as chips. `asked`: the fields as JSON, which an export sends back."""
    title = f"{brief.body or brief.council or 'Meeting'}, {date_words(brief.date)}"
    items = "".join(_item(item) for item in brief.items)
    if not brief.items:
        items = "<p>No report for this meeting is indexed, so there is nothing to be briefed on.</p>"
    actions = f"<h3>Other open actions</h3>{_list(brief.actions)}" if brief.actions else ""
    formal = f"<h3>Items without a paper here</h3><p>{escape('; '.join(brief.formal))}</p>" if brief.formal else ""
    searched = f"Searched {brief.searched}. " if brief.searched else ""
    return (
        f'<article class="brief" data-say="Brief ready" data-asked="{escape(asked)}"><h2>Brief: {escape(title)}</h2>'
        f'<div class="acts"><button type="button" class="quiet" data-act="print">Print</button>'
        '<button type="button" class="quiet" data-act="save" data-as="docx">Save for Word</button>'
        '<button type="button" class="quiet" data-act="save" data-as="html">Save as a web page</button></div>'
        f'{items}{actions}{formal}<p class="meta">{escape(searched)}In the papers’ own words. '
        f"{duration(brief.seconds).capitalize()}.</p></article>"
    )


def _item(item: ItemBrief) -> str:
    title = f"{item.number}. {item.title}" if item.number else item.title
    parts = [
        _section("You are asked", _list(item.asked)),
        _section("Key figures", _list(item.figures)),
        _section("What has changed since the last report", _changes(item.changes)),
        _section("What was decided and said before", _list(item.before, dated=True)),
        _section("Open actions", _list(item.actions, dated=True)),
        _section("Questions that the papers leave open", _questions(item.questions)),
    ]
    return f'<section class="item"><h3>{escape(title)}</h3>{"".join(parts)}</section>'


def _section(title: str, inside: str) -> str:
    return f"<h4>{title}</h4>{inside}" if inside else ""


def _list(statements: Sequence[CitedStatement], dated: bool = False) -> str:
    items = "".join(f"<li>{_said(statement, dated)}</li>" for statement in statements)
    return f"<ul>{items}</ul>" if items else ""


def _said(statement: CitedStatement, dated: bool = False) -> str:
    when = date_words(statement.when)
    told = (
        statement.where
        if when and when in statement.where
        else ", ".join(part for part in (when, statement.where) if part)
    )
    where = f' <span class="meta">({escape(told)})</span>' if dated and told else ""
    return f"{broken(_BULLET.sub('', statement.text))}{where} {_chips(statement)}"


def _chips(statement: CitedStatement) -> str:
    return "".join(chip(c, WHERE) for c in statement.citations)


def _changes(changes: Sequence[Change]) -> str:
    rows = "".join(
        f'<tr><th scope="row" data-label="Figure">{escape(change.measure)}</th><td data-label="Then">{_said(change.before, True)}</td>'
        f'<td data-label="Now">{_said(change.now, True)}</td></tr>'
        for change in changes
    )
    if not rows:
        return ""
    return (
        '<table class="listing"><caption class="sr">Figures that differ from the last report</caption><thead><tr>'
        f'<th scope="col">Figure</th><th scope="col">Then</th><th scope="col">Now</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _questions(questions: Sequence[OpenQuestion]) -> str:
    items = "".join(
        f"<li><b>{escape(question.question)}</b> {copies('Copy', question.question, 'the question')}<br>"
        f'<span class="meta">The papers say:</span> “{broken(question.about.text)}” {_chips(question.about)}</li>'
        for question in questions
    )
    return f"<ul>{items}</ul>" if items else ""
