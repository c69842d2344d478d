"""The commands over decisions: their options, and how they print."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.decisions.models import (
    Decision,
    DecisionFilters,
    EntryKind,
    PlannedDecision,
    Register,
    Standing,
    TrackedAction,
)
from assistant.references import file_reference
from corpus.dates import long_date
from corpus.models import PartKind

if TYPE_CHECKING:
    from assistant.brief.models import Brief
    from assistant.matter import Matter
    from assistant.records.audit import Replay


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """The options of `minutebook decisions`."""
    parser.add_argument("--query", metavar="TEXT", help="only what is about this topic")
    parser.add_argument("--council", help="only this council's")
    parser.add_argument("--body", metavar="TEXT", help="only this body's")
    parser.add_argument("--since", metavar="DATE", help="only on or after this day")
    parser.add_argument("--until", metavar="DATE", help="only on or before this day")
    parser.add_argument("--status", choices=[kind.value for kind in EntryKind], help="only entries of this kind")
    parser.add_argument("--standing", choices=[one.value for one in Standing], help="only resolutions that stand so")
    parser.add_argument(
        "--person", metavar="NAME", help="only what this person proposed, voted on, owns or is named in"
    )
    parser.add_argument("--whole", action="store_true", help="print motions and amendments whole")
    parser.add_argument("--json", action="store_true", help="print the register as JSON")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the decisions as a table")


def add_brief(parser: argparse.ArgumentParser) -> None:
    """The options of `minutebook brief`."""
    parser.add_argument("--council", help="this council's meeting")
    parser.add_argument("--body", metavar="TEXT", help="this body's meeting")
    parser.add_argument("--date", metavar="DATE", help="the meeting of this day (default: the newest with papers)")
    parser.add_argument("--item", metavar="N", help="one item, by its number or words of its title")
    parser.add_argument("--json", action="store_true", help="print the brief as JSON")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the brief as .html (to print) or .docx")


def add_matter(parser: argparse.ArgumentParser) -> None:
    """The options of `minutebook matter`."""
    parser.add_argument("topic", metavar="TOPIC")
    parser.add_argument("--council", help="only this council's papers")
    parser.add_argument("--body", metavar="TEXT", help="only this body's papers")
    parser.add_argument("--since", metavar="DATE", help="only meetings on or after this day")
    parser.add_argument("--until", metavar="DATE", help="only meetings on or before this day")
    parser.add_argument("--kind", choices=[kind.value for kind in PartKind], help="only this kind of paper")
    parser.add_argument("--json", action="store_true", help="print the matter as JSON")


def print_replay(replay: "Replay") -> None:
    """What changed since an answer was recorded."""
    if replay.same:
        print("The same answer, from paragraphs with the same words.")
    for one in replay.differences:
        print(f"{one.what.value}: {one.where}")
        if one.then:
            print("  then: " + " ".join(one.then.split()))
        if one.now:
            print("  now:  " + " ".join(one.now.split()))


def print_matter(matter: "Matter") -> None:
    """The matter as a person reads it, meeting by meeting."""
    meeting = None
    for event in matter.events:
        if (event.date, event.body) != meeting:
            meeting = (event.date, event.body)
            print(f"\n{long_date(event.date) if event.date else 'No date'}, {event.body or event.council or ''}")
        standing = f", {event.standing}" if event.standing not in (None, "active") else ""
        where = file_reference(event.said.citations[0])
        print(f"  [{event.kind.value}{standing}] {event.title or ''} ({where})")
        print("\n".join(f"      {line}" for line in event.said.text.splitlines()))
    for series in matter.series:
        print(f"\n{series.label}{f' ({series.unit})' if series.unit else ''}, {series.council or ''}")
        for point in series.points:
            corrects = (
                f"; corrects {point.corrects[0]} in {file_reference(point.corrects[1])}" if point.corrects else ""
            )
            print(f"  {point.period:20} {point.printed:>14}  ({file_reference(point.citation)}){corrects}")
    counts = f"{_count(matter.events, 'entry', 'entries')}, {_count(matter.series, 'series', 'series')}"
    print(f"{counts}. Searched {matter.searched} in {matter.seconds:.2f} s.", file=sys.stderr)


def print_brief(brief: "Brief") -> None:
    """The brief as a person reads it on a terminal."""
    from assistant.brief.print import LineKind, lines_of

    ahead = {
        LineKind.ITEM: "\n",
        LineKind.SOURCES: "\n",
        LineKind.SECTION: "  ",
        LineKind.POINT: "    - ",
        LineKind.LEFT: "    ",
    }
    for line in lines_of(brief):
        numbers = "".join(f"[{n}]" for n in line.sources)
        where = f" ({line.where})" if line.where else ""
        words = f"{line.text} {numbers}".rstrip()
        print(f"{ahead.get(line.kind, '')}{words}{where}")
    print(f"Searched {brief.searched} in {brief.seconds:.2f} s.", file=sys.stderr)


def filters_of(options: argparse.Namespace, since: str | None, until: str | None) -> DecisionFilters:
    """The options as filters; the dates are given as days."""
    return DecisionFilters(
        query=options.query,
        council=options.council,
        body=options.body,
        since=since,
        until=until,
        kind=EntryKind(options.status) if options.status else None,
        standing=Standing(options.standing) if options.standing else None,
        person=options.person,
    )


def print_register(register: Register, whole: bool = False) -> None:
    """The register as a person reads it, nothing twice: of an amendment what it changes, of a motion where it was resolved.

    A recommendation stands with what was resolved on it. `whole` prints all entries and their words.
    """
    refs = {one.id: one.ref or one.title or "" for one in register.decisions}
    for one in register.decisions:
        if (
            whole or one.kind is not EntryKind.RECOMMENDATION or one.became not in refs
        ):  # else it stands with what it became
            print(_decision(one, refs, whole))
    for name, lines in (
        ("Actions", [_action(one) for one in register.actions]),
        ("To be decided (forward plans)", [_planned(one) for one in register.planned]),
    ):
        if lines:
            print(f"\n{name}\n" + "\n".join(lines))
    counts = f"{_count(register.decisions, 'entry', 'entries')}, {_count(register.actions, 'action', 'actions')}, "
    counts += f"{_count(register.planned, 'planned decision', 'planned decisions')}"
    print(f"{counts}. Searched {register.searched} in {register.seconds:.2f} s.", file=sys.stderr)


def _count(entries: Sequence[object], one: str, more: str) -> str:
    return f"{len(entries):,} {one if len(entries) == 1 else more}"


def _told(one: Decision, refs: Mapping[str, str], whole: bool) -> list[str]:
    """The lines of an entry's words; a motion that was resolved, and what an amendment repeats of it, are only named."""
    lines = one.words.splitlines()
    resolved = one.kind is EntryKind.MOTION and refs.get(one.became or "")
    if whole or not (one.edits or resolved) or len(lines) < 2:
        return lines
    if one.edits:
        motion = f" of {refs[one.amends]}" if one.amends and refs.get(one.amends) else ""
        return [lines[0], *(edit.in_words for edit in one.edits), f"(the rest repeats the words{motion})"]
    return [lines[0], f"(what was resolved on it: {resolved})"]


def _decision(one: Decision, refs: Mapping[str, str], whole: bool) -> str:
    says = [one.kind.value if one.kind is not EntryKind.RESOLUTION else "resolved"]
    says += [one.fate.value] if one.fate and one.fate.value not in one.kind.value else []
    says += [one.standing.value] if one.standing and one.standing is not Standing.ACTIVE else []
    says += [one.tally] if one.tally else []
    says += ["draft minutes"] if one.draft else []
    when = long_date(one.date) if one.date else "no date"
    head = ", ".join(part for part in (when, one.body, one.ref) if part)
    lines = [f"\n{head}: {one.title or ''} [{'; '.join(says)}] ({file_reference(one.citations[0])})"]
    lines += [f"    {line}" for line in _told(one, refs, whole)]
    if one.proposer:
        lines.append(f"    proposed by {one.proposer}" + (f", seconded by {one.seconder}" if one.seconder else ""))
    for place, cited in groupby(one.recommended, file_reference):
        lines.append(f"    recommended ({place}):")
        lines += [f"        {_last_line(line.text)}" for line in cited]
    for late in one.later:
        day = long_date(late.date) if late.date else ""
        lines.append(
            f"    {late.relation.value} {day}, {late.body or ''} ({file_reference(late.citation)}): {' '.join(late.words.split())}"
        )
    return "\n".join(lines)


def _action(one: TrackedAction) -> str:
    state = "open" if one.open else "done"
    last = one.progress[-1]
    return (
        f"  [{state}] {one.raised or 'no date'}, {one.topic or 'no topic'}: {one.action}\n"
        f"      {one.owner or 'no owner named'}: {one.status or 'no status given'} ({file_reference(last.citation)})"
    )


def _planned(one: PlannedDecision) -> str:
    private = " [private]" if one.private else ""
    return f"  {one.number or ''} {one.title}{private}: {one.decision_maker or ''} {one.decision_date or ''} ({file_reference(one.citation)})"


def _last_line(text: str) -> str:
    return text.splitlines()[-1] if text else ""
