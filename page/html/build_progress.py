"""The Papers tab while papers are read: how far the work is, and what it did. Pure, everything escaped."""

from collections.abc import Sequence
from html import escape

from index.build import BuildReport
from index.stores import Step
from page.wording import counted


def progress_html(step: Step, refused: Sequence[str]) -> str:
    """How far a build is, as a bar and in words, and the papers refused so far.

    Reading all papers fills the first half of the bar, embedding them the second.
    """
    done = step.n - 1 + (step.page / step.pages if step.pages else 0.0) if step.n else 0.0
    share = done / step.of if step.of else 0.0
    filled = 0.5 + share / 2 if step.stage == "embedding" else share / 2
    return (
        f'<div class="progress"><label>{escape(_step_words(step))}'
        f'<progress max="100" value="{round(100 * filled)}"></progress></label>{_refused(refused)}</div>'
    )


def _step_words(step: Step) -> str:
    if step.stage == "reading":
        page = f", page {step.page} of {step.pages}" if step.page else ""
        return f"Reading paper {step.n} of {step.of}: {step.file}{page}"
    if step.stage == "embedding":
        return f"Making paper {step.n} of {step.of} searchable: {step.file}"
    return step.words.removeprefix("Refused ") if step.stage == "refused" else f"{step.words} …"


def report_html(report: BuildReport, refused: Sequence[str], told: str = "") -> str:
    """What a build did. `told`: words that stand before the counts."""
    parts = [
        told,
        f"{counted(report.indexed, 'paper')} read." if report.indexed else "",
        f"{counted(report.removed, 'paper')} removed." if report.removed and not told else "",
    ]
    words = " ".join(part for part in parts if part) or (
        "No paper could be read." if refused else "Nothing had changed."
    )
    return f'<div class="progress" data-say="{escape(words)}"><p><b>{escape(words)}</b></p>{_refused(refused)}</div>'


def _refused(refused: Sequence[str]) -> str:
    if not refused:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in refused)
    return f'<p>{counted(len(refused), "paper")} could not be read:</p><ul class="refusals">{items}</ul>'
