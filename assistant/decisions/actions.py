"""Actions of trackers with their latest status, and what forward plans announce. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.decisions.entries import cited
from assistant.decisions.models import PlannedDecision, Progress, TrackedAction
from assistant.language.similarity import letters_and_digits
from corpus.dates import first_date
from index.models import Placed

Row = tuple[Mapping[str, Any], Placed]  # a record of a table, and the paragraph that it was read from

_DONE = re.compile(
    r"^\W*(?:completed?|closed|done|discharged|implemented|actioned|achieved|resolved|delivered|no longer|declined|withdrawn|agreed and closed)\b|\b(?:is|are|was|were|been|now|action|all) (?:now )?(?:completed?|closed|done|discharged)\b|\b(?:completed?|closed)\W*$",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:not|in|un|part(?:ly|ially)?|nearly|almost|to be|until|when|once|yet)[ -]?(?:yet )?(?:be )?complete|\bincomplete\b", re.I)  # fmt: skip
_SAME_ACTION, _SAME_TITLE = 80, 60  # letters and digits by which two actions, two planned decisions are told to be one
_NEVER = "9999"  # after every date


def actions_of(rows: Sequence[Row]) -> list[TrackedAction]:
    """Each action once, with every status that the trackers of its meetings report; the newest action first.

    Shapes: a record has the fields date, topic, action, owner and status.
    """
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for record, place in rows:
        groups[place.part.meeting.council or "", letters_and_digits(record["action"])[:_SAME_ACTION]].append(
            (record, place)
        )
    actions = [_action(group) for group in groups.values()]
    return sorted(actions, key=lambda action: action.progress[-1].date or "", reverse=True)


def _action(group: list[Row]) -> TrackedAction:
    """The action that all of these rows report on; the rows are sorted by date in place."""
    group.sort(key=lambda row: row[1].part.meeting.date or "")
    progress: list[Progress] = []
    for record, place in group:
        step = Progress(place.part.meeting.date, record["status"], cited([place])[0])
        if not progress or (progress[-1].date, progress[-1].status) != (step.date, step.status):
            progress.append(step)
    latest, place = group[-1]
    return TrackedAction(
        body=place.part.meeting.body,
        raised=next((record["date"] for record, _ in group if record["date"]), None),
        topic=latest["topic"],
        action=latest["action"],
        owner=latest["owner"],
        status=latest["status"],
        open=not is_done(latest["status"]),
        progress=tuple(progress),
    )


def open_actions(actions: Iterable[TrackedAction], date: str) -> list[TrackedAction]:
    """The actions that were open on a day (YYYY-MM-DD), with their status on that day.

    Open is what the newest tracker of its body lists and calls neither complete nor closed; what that tracker leaves out
    was closed.
    """
    known = [
        replace(action, status=steps[-1].status, progress=steps)
        for action in actions
        if (steps := tuple(step for step in action.progress if (step.date or "") <= date))
    ]
    newest: dict[str | None, str] = {}  # the date of each body's newest tracker
    for action in known:
        newest[action.body] = max(action.progress[-1].date or "", newest.get(action.body, ""))
    return [
        action
        for action in known
        if not is_done(action.status) and (action.progress[-1].date or "") == newest[action.body]
    ]


def is_done(status: str | None) -> bool:
    """Whether a status calls its action complete, closed or dropped."""
    return bool(status) and bool(_DONE.search(status or "")) and not _NOT_DONE.search(status or "")


def planned_of(rows: Iterable[Row]) -> list[PlannedDecision]:
    """Each decision that forward plans announce once, as the newest plan that lists it says.

    A plan of no meeting is as new as the first decision that it announces.
    Shapes: a record has the fields number, title, decision_date, decision_maker and private.
    """
    rows = list(rows)
    plans: dict[tuple[str, int], str] = {}
    for record, place in rows:
        plan, first = (place.paper, place.paragraph.part), first_date(record["decision_date"] or "") or _NEVER
        plans[plan] = min(first, plans.get(plan, _NEVER))
    newest: dict[tuple[str, str], tuple[str, Mapping[str, Any], Placed]] = {}
    for record, place in rows:
        name = record["number"] or letters_and_digits(record["title"])[:_SAME_TITLE]
        key = (place.part.meeting.council or "", name)
        when = place.part.meeting.date or plans[place.paper, place.paragraph.part]
        if key not in newest or newest[key][0] < when:
            newest[key] = (when, record, place)
    return [
        PlannedDecision(
            number=record["number"],
            title=record["title"],
            decision_date=record["decision_date"],
            decision_maker=record["decision_maker"],
            private=bool(record["private"]),
            citation=cited([place])[0],
        )
        for _, record, place in newest.values()
    ]


def paired(records: Iterable[Mapping[str, Any]], field: str, places: Sequence[Placed]) -> list[Row]:
    """Each record of a table with the paragraph that it was read from; a record without one among `places` is left out.

    The paragraph holds the words of the record's `field`. Of several it is the one on the record's line and page, where
    there is one, else the first.
    """
    out: list[Row] = []
    squashed = [(place, letters_and_digits(place.paragraph.own)) for place in places]
    for record in records:
        words = letters_and_digits(record[field])
        fits = [place for place, own in squashed if words and words in own]
        stands = (record["start_line"], record["page"])
        exact = [place for place in fits if (place.paragraph.line, place.paragraph.page) == stands]
        if fits:
            out.append((record, (exact or fits)[0]))
    return out
