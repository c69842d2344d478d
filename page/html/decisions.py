"""The Decisions tab: the register of what was decided, moved, lost and is to come. Pure, everything escaped."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from assistant.decisions.models import (
    Decision,
    Edit,
    EntryKind,
    Later,
    LaterRelation,
    PlannedDecision,
    Register,
    Standing,
    TrackedAction,
)
from assistant.models import Citation
from corpus.models import Outcome
from page.html.cards import badge, chip, copies
from page.marking import broken
from page.wording import NO_BODY, counted, date_words, duration, full_reference, reference

WHERE = "decisions"
SHOWN = 60  # decisions on the page; an export has all
_CITED, _RECOMMENDED, _LATER = 6, 4, 6  # citations, recommendations and later entries of one decision
_STANDING = {
    Standing.ACTIVE: "Stands, as far as the papers say",
    Standing.SUPERSEDED: "Changed by a later decision",
    Standing.RESCINDED: "Rescinded",
    Standing.REFERRED_BACK: "Referred back",
}
_RELATIONS = {
    LaterRelation.RESCINDED: "Rescinded",
    LaterRelation.CHANGED: "Changed",
    LaterRelation.REFERRED_BACK: "Referred back",
    LaterRelation.CONFIRMED: "Confirmed",
    LaterRelation.FOLLOWED: "Taken up again",
}
_FATES = {
    Outcome.CARRIED: "Carried",
    Outcome.LOST: "Lost",
    Outcome.CARRIED_BY_CASTING_VOTE: "Carried by the casting vote",
    Outcome.LOST_BY_CASTING_VOTE: "Lost by the casting vote",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.NOT_SECONDED: "Not seconded",
    Outcome.DEFERRED: "Deferred",
    Outcome.REFERRED: "Referred",
    Outcome.ACCEPTED: "Accepted without a vote",
}


class Numbers:
    """Numbers citations in the order in which the page shows them."""

    def __init__(self) -> None:
        self.next = 1

    def chip(self, citation: Citation) -> str:
        """A citation as a chip with the next number."""
        numbered = replace(citation, n=self.next)
        self.next += 1
        return chip(numbered, WHERE)


def teach_html() -> str:
    """What the tab is for, before the first search."""
    return (
        '<section class="welcome"><h2>What was decided, and does it stand?</h2><p>Name a topic, or leave the field empty '
        "for all. You get every resolution, recommendation, motion and amendment word for word, who proposed it, how the "
        "vote went and what later meetings did with it; then open actions, and decisions still to come.</p>"
        "<p>A recommendation is marked as one: it is not a decision.</p></section>"
    )


def register_html(register: Register, asked: str) -> str:
    """Decisions, actions and planned decisions under headings, with counts.

    `asked`: the filters' fields as JSON, which an export sends back.
    """
    numbers = Numbers()
    counts = [
        counted(len(register.decisions), "entry", "entries") + " in the register of decisions",
        counted(len(register.actions), "action") if register.actions else "",
        counted(len(register.planned), "planned decision") if register.planned else "",
    ]
    parts = [
        f'<section class="register" data-say="{escape(counts[0])}" data-asked="{escape(asked)}">',
        f'<p class="meta" role="status">{"; ".join(filter(None, counts))}. {duration(register.seconds).capitalize()}.</p>',
    ]
    if not (register.decisions or register.actions or register.planned):
        parts.append(
            "<p>Nothing in the papers fits. Clear a filter, or use fewer or other words. "
            "That no decision is recorded does not mean that one was refused.</p>"
        )
    if register.decisions:
        entries = "".join(_decision(decision, numbers) for decision in register.decisions[:SHOWN])
        parts.append(f'<h2>Decisions</h2><ol class="entries">{entries}</ol>')
    if len(register.decisions) > SHOWN:
        parts.append(
            f'<p class="note">The first {SHOWN} are shown. Narrow the search, or save all {len(register.decisions):,} below.</p>'
        )
    if register.actions:
        parts.append(f"<h2>Actions</h2>{_actions(register.actions[:SHOWN], numbers)}")
    if register.planned:
        parts.append(f"<h2>Planned, not yet decided</h2>{_planned(register.planned[:SHOWN], numbers)}")
    return "".join([*parts, _saves(register), "</section>"])


def _decision(decision: Decision, numbers: Numbers) -> str:
    first = decision.citations[0]
    where = [decision.body or NO_BODY, date_words(decision.date) or "no date", reference(first)]
    head = ", ".join(escape(part) for part in where if part)
    draft = '<span class="tag">From draft minutes</span>' if decision.draft else ""
    standing = f'<span class="tag">{_STANDING[decision.standing]}</span>' if decision.standing else ""
    fate = f'<span class="tag">{_FATES[decision.fate]}</span>' if decision.fate else ""
    title = f"<h3>{escape(decision.title)}</h3>" if decision.title else ""
    return (
        f'<li class="entry"><div class="entry-head"><p class="meta"><b>{head}</b></p>{badge(decision.kind)}</div>{title}'
        f"{_told(decision, numbers)}"
        f'<p class="tags">{standing}{fate}{draft}</p>{_who(decision)}{_recommended(decision, numbers)}{_later(decision.later, numbers)}'
        f'<div class="acts">{copies("Copy with reference", _as_text(decision))}</div></li>'
    )


def _told(decision: Decision, numbers: Numbers) -> str:
    """The decision's words with their sources.

    Of an amendment: its first line and what it changes. Of a motion that was resolved: its first line. The rest of
    both is folded.
    """
    chips = "".join(numbers.chip(citation) for citation in decision.citations[:_CITED])
    first, _, rest = decision.words.partition("\n")
    resolved = decision.kind is EntryKind.MOTION and decision.became is not None
    if not rest or not (decision.edits or resolved):
        return f"<blockquote>{broken(decision.words)} {chips}</blockquote>"
    edits = "".join(f"<li>{_edit(edit)}</li>" for edit in decision.edits)
    changes = f'<p class="meta">What it changes in the motion</p><ul class="edits">{edits}</ul>' if edits else ""
    name = "The amendment in full" if edits else "The motion in full"
    return (
        f"<blockquote>{broken(first)} {chips}</blockquote>{changes}"
        f'<details class="whole"><summary>{name}</summary><blockquote>{broken(rest)}</blockquote></details>'
    )


def _edit(edit: Edit) -> str:
    after = f"… {escape(edit.after)} " if edit.after else ""
    removed = f"<del>{broken(edit.removed)}</del> " if edit.removed else ""
    return f"{after}{removed}{f'<ins>{broken(edit.added)}</ins>' if edit.added else ''}".rstrip()


def _who(decision: Decision) -> str:
    parts = [
        f"Proposed by {decision.proposer}" if decision.proposer else "",
        f"seconded by {decision.seconder}" if decision.seconder else "",
        f"Votes: {decision.tally}" if decision.tally else "",
    ]
    told = "; ".join(escape(part) for part in parts if part)
    return f'<p class="meta">{told}</p>' if told else ""


def _recommended(decision: Decision, numbers: Numbers) -> str:
    if not decision.recommended:
        return ""
    asked = "".join(
        f"<blockquote>{broken(c.text)} {numbers.chip(c)}</blockquote>" for c in decision.recommended[:_RECOMMENDED]
    )
    return f'<details class="whole"><summary>What was recommended</summary>{asked}</details>'


def _later(later: Sequence[Later], numbers: Numbers) -> str:
    items = "".join(
        f"<li><b>{_RELATIONS[entry.relation]}</b>, {escape(entry.body or 'no committee named')}, "
        f"{escape(date_words(entry.date) or 'no date')}: {broken(entry.words)} {numbers.chip(entry.citation)}</li>"
        for entry in later[:_LATER]
    )
    return f'<div class="later"><p class="meta">Later</p><ul>{items}</ul></div>' if items else ""


def _actions(actions: Sequence[TrackedAction], numbers: Numbers) -> str:
    rows = "".join(
        f'<tr><td data-label="Action">{broken(action.action)} {numbers.chip(action.progress[-1].citation)}</td>'
        f'<td data-label="Owner">{escape(action.owner or "not named")}</td>'
        f'<td data-label="Raised">{escape(action.raised or "no date")}</td>'
        f'<td data-label="Status"><b>{"Open" if action.open else "Closed"}</b>{": " + broken(action.status) if action.status else ""}</td></tr>'
        for action in actions
    )
    return _table(("Action", "Owner", "Raised", "Latest status"), rows, "Actions with owner and latest status")


def _planned(planned: Sequence[PlannedDecision], numbers: Numbers) -> str:
    rows = "".join(
        f'<tr><td data-label="Decision">{escape(decision.title)} {numbers.chip(decision.citation)}</td>'
        f'<td data-label="By">{escape(decision.decision_maker or "not named")}</td>'
        f'<td data-label="When">{escape(date_words(decision.decision_date) or "no date")}</td>'
        f'<td data-label="In private">{"Yes" if decision.private else "No"}</td></tr>'
        for decision in planned
    )
    return _table(("Decision", "By", "When", "In private"), rows, "Decisions that a forward plan announces")


def _table(heads: Sequence[str], rows: str, caption: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<table class="listing"><caption class="sr">{caption}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _as_text(decision: Decision) -> str:
    return f"{decision.words}\n{full_reference(decision.citations[0])}"


def _saves(register: Register) -> str:
    if not (register.decisions or register.actions or register.planned):
        return ""
    return (
        '<div class="acts"><button type="button" class="quiet" data-act="save" data-as="csv">Save as CSV</button>'
        '<button type="button" class="quiet" data-act="save" data-as="json">Save as JSON</button>'
        '<button type="button" class="quiet" data-act="print">Print</button></div>'
    )
