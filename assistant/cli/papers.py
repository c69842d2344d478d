"""The commands about papers: index, outline, status; and feedback on answers."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from assistant.cli.options import settings_of
from assistant.cli.output import print_json, say, write_lines
from corpus.errors import PaperError
from corpus.models import Role

if TYPE_CHECKING:
    from index.stores import Step


def index(options: argparse.Namespace) -> int:
    """`minutebook index`: bring the index up to date; 1 where a paper was refused, 2 where none could be read."""
    from assistant.compose import build_embedder, build_limits, build_stores
    from index.build import build

    settings = settings_of(options)
    began = time.perf_counter()
    report = build(
        options.paths, build_stores(settings), build_embedder(settings), build_limits(settings), _Progress(sys.stderr)
    )
    seconds = round(time.perf_counter() - began, 2)
    for refusal in report.refused:
        say(str(PaperError(refusal.name, refusal.page, refusal.what, refusal.remedy)))
    if options.json:
        refused = [
            {"file": r.name, "path": r.path, "page": r.page, "reason": r.what, "remedy": r.remedy}
            for r in report.refused
        ]
        print_json(
            {
                "indexed": report.indexed,
                "unchanged": report.unchanged,
                "removed": report.removed,
                "refused": refused,
                "seconds": seconds,
            }
        )
    say(
        f"{report.indexed} read, {report.unchanged} unchanged, {report.removed} removed, {len(report.refused)} refused in {seconds:.1f} s."
    )
    if not report.indexed and not report.unchanged:
        say("Nothing to work on: no paper under these paths could be read.")
        return 2
    return 1 if report.refused else 0


class _Progress:
    """Prints what a build is doing, from its third second on, at most twice a second."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._began, self._last = out, time.perf_counter(), 0.0

    def __call__(self, step: "Step") -> None:
        now = time.perf_counter()
        if step.stage == "refused" or now - self._began > 1.5 and now - self._last > 0.5:
            self._last = now
            print(step, file=self._out, flush=True)


def outline(options: argparse.Namespace) -> int:
    """`minutebook outline`: print the structure read from one paper."""
    from assistant.settings import Settings
    from corpus.export import outline_as_json
    from corpus.outline import listed_day, outline_of
    from corpus.read import read_paper

    reading = read_paper(options.file, int(Settings().size_limit_mb * 1_000_000))
    outline = outline_of(reading, options.file.name, listed_day(options.file.resolve()))
    if options.json:
        print_json(outline_as_json(outline))
        return 0
    for part in outline.parts:
        where = part.start_page if part.start_page is not None else part.start_line
        print(
            f"{part.kind.value:16} {part.meeting.date or '-':12} {where or '-':>6}  {part.meeting.body or '-'}: {part.title}"
        )
    for minute in outline.minutes:
        print(f"  {minute.ref:10} {minute.title}")
    return 0


def status(options: argparse.Namespace) -> int:
    """`minutebook status`: print what is indexed and what was refused; 1 where anything was."""
    from assistant.records.as_json import status_record
    from assistant.session import access_of
    from assistant.store_status import store_status
    from index.stores import open_stores

    settings = settings_of(options)
    stores = open_stores(settings.store, settings.chroma_url)
    status = store_status(stores, access_of(settings.role))
    if options.json:
        print_json(status_record(status))
    else:
        print(
            f"{status.paragraphs:,} paragraphs of {len(status.papers)} papers, {status.meetings} meetings, {status.first_date} to {status.last_date}"
        )
        print(
            f"Councils: {', '.join(status.councils) or 'none named'}\nBodies: {', '.join(status.bodies) or 'none named'}"
        )
        for paper in status.papers:
            also = f" (also {', '.join(Path(name).name for name in paper.also)})" if paper.also else ""
            print(f"  {paper.name}{also}: {paper.paragraphs} paragraphs, {', '.join(paper.dates) or 'no date'}")
            if paper.unread_pages:
                pages = ", ".join(map(str, paper.unread_pages))
                print(f"    NOT READ, pictures of pages: {pages}. Install tesseract and index again.")
        for paper in status.refused:
            print(f"  REFUSED {paper.name}: {paper.refused}. {paper.remedy}")
    return 1 if status.refused else 0


def feedback(options: argparse.Namespace) -> int:
    """`minutebook feedback`: print what readers said of answers, or write gold questions from it."""
    from assistant.compose import build_feedback
    from assistant.records.feedback import as_gold

    settings = settings_of(options)
    if settings.role is not Role.OFFICER:
        raise ValueError("Feedback may hold words of exempt papers. Add --role officer if you may see them.")
    kept = build_feedback(settings).all()
    if options.gold:
        lines = as_gold(kept)
        write_lines(options.gold, lines)
        say(f"{len(lines)} gold questions written to {options.gold}.")
        return 0
    for one in kept:
        print(f"{one.said}  {one.verdict}  {one.question}\n    {one.answer}")
        if one.why:
            print(f"    Why: {one.why}")
    say(f"{len(kept)} judgements.")
    return 0
