"""The Feedback tab, for officers: what readers said of answers. Pure, everything escaped."""

from collections.abc import Sequence
from html import escape

from assistant.records.feedback import Feedback
from corpus.models import Role
from page.wording import counted, date_words

_SHOWN = 600  # characters of an answer
_READERS = {Role.PUBLIC: "a member of the public", Role.MEMBER: "a member", Role.OFFICER: "an officer"}


def feedback_html(kept: Sequence[Feedback]) -> str:
    """Every judgement in its order, and a button that exports the right ones as gold questions."""
    if not kept:
        return (
            '<section class="papers"><h2>Feedback</h2><p>Nobody has judged an answer yet. Under each answer readers '
            "can say whether it is right, and why; it is listed here.</p></section>"
        )
    wrong = sum(judged.verdict == "wrong" for judged in kept)
    rows = "".join(_row(judged) for judged in kept)
    return (
        f'<section class="papers"><h2>Feedback</h2><p>{counted(len(kept), "judgement")}, {wrong:,} of them “wrong”.</p>'
        '<div class="acts"><button type="button" class="quiet" data-act="gold">Save the right ones as gold questions'
        "</button></div>"
        '<table class="listing"><caption class="sr">What readers said of answers, the newest first</caption><thead><tr>'
        '<th scope="col">Question</th><th scope="col">Answer</th><th scope="col">Judged</th><th scope="col">When</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _row(judged: Feedback) -> str:
    before = f'<br><span class="meta">after: {escape("; ".join(judged.earlier))}</span>' if judged.earlier else ""
    why = f'<br><span class="why">{escape(judged.why)}</span>' if judged.why else ""
    return (
        f'<tr><td data-label="Question">{escape(judged.question)}{before}</td>'
        f'<td data-label="Answer">{escape(judged.answer[:_SHOWN])}</td>'
        f'<td data-label="Judged"><b>{judged.verdict.capitalize()}</b>{why}</td>'
        f'<td data-label="When">{escape(date_words(judged.said[:10]))}, by {_READERS[judged.role]}</td></tr>'
    )
