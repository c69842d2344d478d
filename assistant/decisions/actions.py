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

_DONE = re.compile(
    r"^\W*(?:completed?|closed|done|discharged|implemented|actioned|achieved|resolved|delivered|no longer|declined|withdrawn|agreed and closed)\b|\b(?:is|are|was|were|been|now|action|all) (?:now )?(?:completed?|closed|done|discharged)\b|\b(?:completed?|closed)\W*$",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:not|in|un|part(?:ly|ially)?|nearly|almost|to be|until|when|once|yet)[ -]?(?:yet )?(?:be )?complete|\bincomplete\b", re.I)  # fmt: skip


def actions_of(rows: Sequence[tuple[Mapping[str, Any], Placed]]) -> list[TrackedAction]:
    """Each action once, with every status that the trackers of later meetings report, the newest action first.

    Shapes: `rows` pairs a tracker's record (date, topic, action, owner, status) with the paragraph it stands in.
    """
    groups: dict[tuple[str, str], list[tuple[Mapping[str, Any], Placed]]] = defaultdict(list)
    for record, place in rows:
        groups[(place.part.meeting.council or "", letters_and_digits(record["action"])[:80])].append((record, place))
    actions = [_action(group) for group in groups.values()]
    return sorted(actions, key=lambda one: one.progress[-1].date or "", reverse=True)


def _action(group: list[tuple[Mapping[str, Any], Placed]]) -> TrackedAction:
    group.sort(key=lambda pair: pair[1].part.meeting.date or "")
    progress: list[Progress] = []
    for record, place in group:
        entry = Progress(place.part.meeting.date, record["status"], cited([place])[0])
        if not progress or (progress[-1].date, progress[-1].status) != (entry.date, entry.status):
            progress.append(entry)
    record, place = group[-1]
    return TrackedAction(
        body=place.part.meeting.body,
        raised=next((one["date"] for one, _ in group if one["date"]), None),
        topic=record["topic"],
        action=record["action"],
        owner=record["owner"],
        status=record["status"],
        open=not is_done(record["status"]),
        progress=tuple(progress),
    )


def open_actions(actions: Iterable[TrackedAction], date: str) -> list[TrackedAction]:
    """The actions that each body's newest tracker on a day calls neither complete nor closed."""
    known = [
        replace(one, status=steps[-1].status, progress=steps)
        for one in actions
        if (steps := tuple(step for step in one.progress if (step.date or "") <= date))
    ]
    newest: dict[str | None, str] = {}
    for one in known:
        newest[one.body] = max(one.progress[-1].date or "", newest.get(one.body, ""))
    return [
        one for one in known if not is_done(one.status) and (one.progress[-1].date or "") == newest[one.body]
    ]  # what a newer tracker leaves out was closed


def is_done(status: str | None) -> bool:
    """Whether a status calls its action complete, closed or dropped."""
    return bool(status) and bool(_DONE.search(status or "")) and not _NOT_DONE.search(status or "")


def planned_of(rows: Iterable[tuple[Mapping[str, Any], Placed]]) -> list[PlannedDecision]:
    """What forward plans announce, each entry once: as the newest plan that lists it says.

    A plan of no meeting is as new as the first decision that it announces.
    """
    rows = list(rows)
    plans: dict[tuple[str, int], str] = {}
    for record, place in rows:
        plan, first = (place.paper, place.paragraph.part), first_date(record["decision_date"] or "") or "9999"
        plans[plan] = min(first, plans.get(plan, "9999"))
    newest: dict[tuple[str, str], tuple[str, Mapping[str, Any], Placed]] = {}
    for record, place in rows:
        key = (place.part.meeting.council or "", record["number"] or letters_and_digits(record["title"])[:60])
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


def paired(
    records: Iterable[Mapping[str, Any]], field: str, places: Sequence[Placed]
) -> list[tuple[Mapping[str, Any], Placed]]:
    """Each record of a table with the row that it was read from; records without a row in reach are left out."""
    out = []
    rows = [(place, letters_and_digits(place.paragraph.own)) for place in places]
    for record in records:
        words = letters_and_digits(record[field])
        fits = [place for place, own in rows if words and words in own]
        at = (record["start_line"], record["page"])
        exact = [place for place in fits if (place.paragraph.line, place.paragraph.page) == at]
        if exact or fits:
            out.append((record, (exact or fits)[0]))
    return out
