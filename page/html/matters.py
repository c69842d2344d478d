"""The Matters tab: one topic through all meetings, with its figures over time. Pure, everything escaped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from itertools import groupby

from assistant.matter import Event, EventKind, Matter
from assistant.measures.series import Point, Series
from page.html.cards import chip, row_html
from page.marking import broken
from page.wording import NO_BODY, counted, date_words, duration, month

WHERE = "matter"
_KINDS = {
    EventKind.REPORT: "Reported",
    EventKind.SAID: "Said",
    EventKind.QUESTION: "Question asked",
    EventKind.ANSWER: "Answer given",
    EventKind.RECOMMENDED: "Recommended – not a decision",
    EventKind.MOVED: "Moved – not a decision",
    EventKind.LOST: "Lost",
    EventKind.DECIDED: "Decided",
    EventKind.ACTION: "Action",
    EventKind.PLANNED: "Planned – not yet decided",
}
_TONES = {
    EventKind.DECIDED: "decided",
    EventKind.RECOMMENDED: "proposed",
    EventKind.MOVED: "proposed",
    EventKind.PLANNED: "proposed",
    EventKind.LOST: "lost",
}
_OPEN = 2  # measures that are shown at once
_STANDING = {"superseded": "Changed by a later decision", "rescinded": "Rescinded", "referred-back": "Referred back"}


def teach_html() -> str:
    """What the tab is for, before the first matter."""
    return (
        '<section class="welcome"><h2>One matter, start to now</h2><p>Name a topic: a scheme, a place, a service, a '
        "contract. You get all that the papers say of it, meeting by meeting: reports, questions, decisions and "
        "actions, and its figures over time, each with its source.</p></section>"
    )


def matter_html(matter: Matter) -> str:
    """A matter: its figures over time, then its meetings, the oldest first."""
    if not matter.events and not matter.series:
        return (
            '<section class="matter" data-say="Nothing found"><h2>Nothing found</h2><p>The papers searched say nothing '
            f"of “{escape(matter.topic)}”. Use fewer words, or the words that the papers use.</p></section>"
        )
    told = counted(len(matter.events), "entry", "entries")
    searched = f"Searched {matter.searched}. " if matter.searched else ""
    return (
        f'<article class="matter" data-say="{told}"><h2>{escape(matter.topic)}</h2>'
        f'<p class="meta">{told}, oldest first. {escape(searched)}{duration(matter.seconds).capitalize()}.</p>'
        f"{_figures(matter.series, 1 + sum(len(event.said.citations) for event in matter.events))}{_meetings(matter.events)}"
        '<div class="acts"><button type="button" class="quiet" data-act="print">Print</button></div></article>'
    )


def _meetings(events: Sequence[Event]) -> str:
    out = []
    for (when, body), met in groupby(events, lambda event: (event.date, event.body)):
        group = list(met)
        title = f"{date_words(when) or 'No date'}, {body or NO_BODY}"
        if not (when or body) and all(event.kind is EventKind.PLANNED for event in group):
            title = "To come"
        out.append(f"<li><h3>{escape(title)}</h3><ul>{''.join(_event(event) for event in group)}</ul></li>")
    return f'<ol class="meetings">{"".join(out)}</ol>' if out else ""


def _event(event: Event) -> str:
    tone = _TONES.get(event.kind, "plain")
    standing = f' <span class="tag">{_STANDING[event.standing]}</span>' if event.standing in _STANDING else ""
    where = f' <span class="meta">({escape(event.said.where)})</span>' if event.said.where else ""
    chips = "".join(chip(citation, WHERE) for citation in event.said.citations)
    head = f'<p><span class="badge {tone}">{_KINDS[event.kind]}</span>{standing}</p>'
    row = row_html(event.said.citations[0].text, ()) if " | " in event.said.text and event.said.citations else ""
    if row:
        return f"<li>{head}{row}<p>{where} {chips}</p></li>"
    return f"<li>{head}<p>{broken(event.said.text)}{where} {chips}</p></li>"


def _figures(series: Sequence[Series], first: int) -> str:
    """Each measure as a table with a source for every figure, and from three figures on a chart above it.

    `first`: the number of the first source; the chips of the meetings have the numbers below it.
    """
    out = []
    for measure in series:
        rows = "".join(_row(point, first + i, measure.unit) for i, point in enumerate(measure.points))
        first += len(measure.points)
        chart = chart_svg(measure) if len(measure.points) > 2 else ""
        out.append(
            f'<figure class="series"><figcaption>{escape(measure.label)}</figcaption>{chart}<table class="listing">'
            f'<caption class="sr">{escape(measure.label)}, with the source of each figure</caption><thead><tr>'
            '<th scope="col">When</th><th scope="col" class="figure">Figure</th><th scope="col">Source</th></tr></thead>'
            f"<tbody>{rows}</tbody></table></figure>"
        )
    if not out:
        return ""
    more = f'<details class="whole"><summary>{counted(len(out) - _OPEN, "more measure")}</summary>{"".join(out[_OPEN:])}</details>'
    return f'<section class="figures"><h3>Figures over time</h3>{"".join(out[:_OPEN])}{more if out[_OPEN:] else ""}</section>'


def _row(point: Point, n: int, unit: str) -> str:
    corrected = ""
    if point.corrects:
        corrected = f'<br><span class="meta">corrects {escape(point.corrects[0])} of an earlier paper</span>'
    return (
        f'<tr><th scope="row">{escape(point.period)}</th><td data-label="Figure" class="figure">{escape(point.printed)}'
        f'{corrected}</td><td data-label="Source">{chip(replace(point.citation, n=n), WHERE)}</td></tr>'
    )


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """The chart's size in its own units, and the room left for words."""

    width: int = 640
    height: int = 220
    side: int = 56
    foot: int = 34
    apart: int = 70  # least room between the words of two points


_FRAME = ChartFrame()


def chart_svg(series: Series, frame: ChartFrame = _FRAME) -> str:
    """A line through the measure's figures in time; nothing is drawn that the table does not have."""
    days = [date.fromisoformat(point.date).toordinal() for point in series.points]
    values = [point.value for point in series.points]
    low, high = min(0.0, *values), max(values) or 1.0
    across, up = max(days) - min(days) or 1, high - low or 1.0
    inner, tall = frame.width - 2 * frame.side, frame.height - frame.foot - 28
    places = [
        (frame.side + inner * (day - min(days)) / across, 28 + tall * (1 - (value - low) / up))
        for day, value in zip(days, values, strict=True)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots, last = "", -1e9
    for (x, y), point in zip(places, series.points, strict=True):
        dots += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
        if x - last > frame.apart:  # words that would run into each other are left to the table
            dots += f'<text x="{x:.1f}" y="{y - 11:.1f}">{escape(point.printed)}</text>'
            dots += f'<text class="when" x="{x:.1f}" y="{frame.height - 10}">{escape(month(point.date))}</text>'
            last = x
    zero = f'<text class="when zero" x="{frame.side - 32}" y="{33 + tall}">0</text>' if low == 0 else ""
    told = "; ".join(f"{point.period}: {point.printed}" for point in series.points)
    return (
        f'<svg viewBox="0 0 {frame.width} {frame.height}" role="img" aria-label="{escape(series.label)}: {escape(told)}">'
        f'<line x1="{frame.side - 20}" x2="{frame.width - frame.side + 20}" y1="{28 + tall}" y2="{28 + tall}"/>{zero}'
        f'<polyline points="{path}"/>{dots}</svg>'
    )
