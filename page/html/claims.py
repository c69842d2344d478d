"""The Check a claim tab: the verdict, what the papers say instead, and what to say aloud. Pure, everything escaped."""

from html import escape

from assistant.models import Check, Citation, Finding, Statement
from page.html.cards import cards, chip, copies
from page.marking import broken
from page.wording import duration, full_reference

WHERE = "check"
_VERDICTS = {
    Finding.SUPPORTED: ("✓", "The papers bear this out"),
    Finding.REFUTED: ("✕", "The papers say otherwise"),
    Finding.NOT_FOUND: ("?", "The papers do not say"),
}
_UNCLEAR = ("≈", "The papers do not settle it")


def check_html(check: Check) -> str:
    """A claim, its verdict, the correction, the reference to say aloud, and the paragraphs."""
    sign, words = _told(check)
    known = {citation.n: citation for citation in check.citations}
    several = len(check.statements) > 1
    parts = "".join(_statement(statement, known) for statement in check.statements) if several else ""
    listed = f'<ol class="statements">{parts}</ol>' if parts else ""
    # The verdict says already that the papers do not say.
    told = "" if several else check.explanation.removeprefix("The papers do not say.").strip()
    told = f"<p>{broken(told)} {_chips(check.citations)}</p>" if told else ""
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in check.notes)
    correction = f'<p class="correction">{escape(check.correction)}</p>' if check.correction else ""
    return (
        f'<article class="checked {_look(check)}" data-say="{escape(words)}"><h2><span class="sr">Claim: </span>'
        f"“{escape(check.claim)}”</h2>"
        f'<p class="verdict"><span class="sign" aria-hidden="true">{sign}</span>{words}</p>'
        f"{correction}{_say(check)}{told}{listed}{notes}"
        f"{cards(check.citations, WHERE, 'What the papers say')}{_about(check)}"
        f'<div class="acts">{copies("Copy with references", as_text(check))}</div></article>'
    )


def as_text(check: Check) -> str:
    """A checked claim as plain text to paste: claim, verdict, explanation, references."""
    lines = [f"[{c.n}] {full_reference(c)}: “{c.quote or c.text}”" for c in check.citations]
    told = [f"Claim: {check.claim}", f"{_told(check)[1]} (judged by {check.by})", check.explanation]
    return "\n".join([*told, "", *lines]).strip()


def _told(checked: Check | Statement) -> tuple[str, str]:
    """A verdict's sign and words."""
    return _UNCLEAR if checked.unclear else _VERDICTS[checked.verdict]


def _look(checked: Check | Statement) -> str:
    """The class that a verdict is styled by."""
    return "unclear" if checked.unclear else checked.verdict.value


def _say(check: Check) -> str:
    if not check.say:
        return ""
    judge = f'<span class="small">(judged by {escape(check.by)})</span>'
    return (
        f'<p class="say"><span>To say aloud:</span> <b>{escape(check.say)}</b> {judge} {copies("Copy", check.say)}</p>'
    )


def _statement(statement: Statement, known: dict[int, Citation]) -> str:
    sign, words = _told(statement)
    chips = _chips(tuple(known[number] for number in statement.citations if number in known))
    return (
        f'<li class="{_look(statement)}"><p class="verdict small"><span class="sign" aria-hidden="true">{sign}</span>{words}'
        f"</p><p>“{escape(statement.text)}”</p><p>{broken(statement.explanation)} {chips}</p></li>"
    )


def _chips(citations: tuple[Citation, ...]) -> str:
    return "".join(chip(citation, WHERE) for citation in citations)


def _about(check: Check) -> str:
    parts = [f"Judged by {check.by}", f"Searched {check.searched}" if check.searched else "", duration(check.seconds)]
    items = "".join(f"<li>{escape(part)}</li>" for part in parts if part)
    return f'<ul class="about" aria-label="About this check">{items}</ul>'


def teach_html() -> str:
    """What the tab is for, before the first claim."""
    return (
        '<section class="welcome"><h2>Is it so?</h2><p>Type or paste what somebody has just said. Minutebook says '
        "whether the papers bear it out, gives the paragraph, and a reference short enough to say aloud.</p>"
        "<p>“The papers do not say” means just that: it is not called wrong for want of a paper. Where they speak of it in other "
        "words and do not settle it, the two nearest paragraphs are there to read.</p></section>"
    )
