"""The command line: `minutebook index`, `ask`, `check`, `outline`, `status`, `eval`, `serve` and the rest.

Exit status: 0 done, 1 finished with problems that were listed, 2 wrong use or nothing to work on.
Messages go to standard error; with --json or --out, standard output holds JSON alone.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from assistant.cli.decisions import (
    add_brief,
    add_decisions,
    add_matter,
    filters_of,
    print_brief,
    print_matter,
    print_register,
    print_replay,
    write_csv,
)
from corpus.errors import MinutebookError, PaperError
from corpus.models import PartKind, Role

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.models import Answer, Asked, Citation, Filters
    from assistant.settings import Settings
    from index.stores import Step


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        status: int = options.run(options)
        return status
    except FileNotFoundError as error:
        _say(f"There is no {error.filename or error}. Name a file or folder that is there.")
    except (IsADirectoryError, PermissionError) as error:
        _say(f"{error.filename or error} cannot be opened ({error.strerror}). Name a file that you may open.")
    except (MinutebookError, ValueError) as error:
        _say(str(error))
    except KeyboardInterrupt:
        _say("Stopped. What was finished is kept; run the same command to go on.")
    return 2


def build_parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    parser = argparse.ArgumentParser(
        prog="minutebook", description="Ask a council's committee papers; every answer cites the paragraph."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", type=Path, help="folder of the index (default: MINUTEBOOK_STORE, or ./store)")
    shared.add_argument("--role", choices=[role.value for role in Role], help="who asks (default: public)")

    index = commands.add_parser("index", parents=[shared], help="build or update the index from files and folders")
    index.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    index.add_argument("--json", action="store_true", help="print what was done as JSON")
    index.set_defaults(run=_index)

    ask = commands.add_parser("ask", parents=[shared], help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?")
    _batch(ask, "questions")
    ask.add_argument("--record", type=Path, metavar="FILE", help="write what the answer rests on, for `replay`")
    ask.add_argument(
        "--save", type=Path, metavar="FILE", help="write the answer with references: .docx, .md, .txt, .json"
    )
    ask.add_argument("--llm", choices=["on", "off"], default="on", help="off: answer without a language model")
    _filtered(ask)
    ask.set_defaults(run=_ask)

    check = commands.add_parser("check", parents=[shared], help="is a claim supported, refuted or not in the papers?")
    check.add_argument("claim", nargs="?")
    _batch(check, "claims")
    _filtered(check)
    check.set_defaults(run=_check)

    verify = commands.add_parser(
        "verify", parents=[shared], help="the support gate alone: does a sentence follow from paragraphs?"
    )
    verify.add_argument("--batch", type=Path, required=True, metavar="G.jsonl")
    verify.add_argument("--out", type=Path, metavar="R.jsonl")
    verify.set_defaults(run=_verify)

    decisions = commands.add_parser("decisions", parents=[shared], help="the register of decisions")
    add_decisions(decisions)
    decisions.set_defaults(run=_decisions)

    brief = commands.add_parser("brief", parents=[shared], help="what a member should know before a meeting or an item")
    add_brief(brief)
    brief.set_defaults(run=_brief)

    matter = commands.add_parser("matter", parents=[shared], help="one topic through all meetings in order")
    add_matter(matter)
    matter.set_defaults(run=_matter)

    replay = commands.add_parser("replay", parents=[shared], help="what changed since an answer was recorded")
    replay.add_argument("record", type=Path, metavar="RECORD")
    replay.add_argument("--json", action="store_true")
    replay.set_defaults(run=_replay)

    outline = commands.add_parser("outline", parents=[shared], help="the structure read from one paper")
    outline.add_argument("file", type=Path)
    outline.add_argument("--json", action="store_true")
    outline.set_defaults(run=_outline)

    status = commands.add_parser("status", parents=[shared], help="what is indexed, and what could not be")
    status.add_argument("--json", action="store_true")
    status.set_defaults(run=_status)

    evaluate = commands.add_parser("eval", parents=[shared], help="answer and score a question file")
    evaluate.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    evaluate.add_argument("--json", action="store_true")
    evaluate.add_argument(
        "--llm", choices=["on", "off"], default="off", help="on: with the language model that is set up"
    )
    evaluate.add_argument(
        "--misses", type=int, default=10, metavar="N", help="list this many questions that fell short"
    )
    evaluate.set_defaults(run=_evaluate)

    feedback = commands.add_parser("feedback", parents=[shared], help="what readers said of answers, for officers")
    feedback.add_argument("--gold", type=Path, metavar="FILE.jsonl", help="write those judged right as gold questions")
    feedback.set_defaults(run=_feedback)

    serve = commands.add_parser("serve", parents=[shared], help="the web page")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.set_defaults(run=_serve)
    return parser


def _batch(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--batch", type=Path, metavar="FILE.jsonl", help=f"a file of {what}, one a line")
    parser.add_argument("--out", type=Path, metavar="FILE.jsonl", help="where to write the results, one a line")


def _filtered(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--council", help="only papers of this council")
    parser.add_argument("--body", help="only papers of this body")
    parser.add_argument("--since", metavar="DATE", help="only meetings on or after this day")
    parser.add_argument("--until", metavar="DATE", help="only meetings on or before this day")
    parser.add_argument("--kind", choices=[kind.value for kind in PartKind], help="only this kind of paper")


def _settings(options: argparse.Namespace) -> "Settings":
    from assistant.settings import Settings

    given = {
        "store": options.store,
        "role": options.role,
        "host": getattr(options, "host", None),
        "port": getattr(options, "port", None),
    }
    return Settings(**{name: value for name, value in given.items() if value is not None})


def _index(options: argparse.Namespace) -> int:
    from assistant.compose import build_embedder, build_limits, build_stores
    from index.build import build

    settings = _settings(options)
    began = time.perf_counter()
    report = build(
        options.paths, build_stores(settings), build_embedder(settings), build_limits(settings), _Progress(sys.stderr)
    )
    seconds = round(time.perf_counter() - began, 2)
    for refusal in report.refused:
        _say(str(PaperError(refusal.name, refusal.page, refusal.what, refusal.remedy)))
    if options.json:
        refused = [
            {"file": r.name, "path": r.path, "page": r.page, "reason": r.what, "remedy": r.remedy}
            for r in report.refused
        ]
        _print(
            {
                "indexed": report.indexed,
                "unchanged": report.unchanged,
                "removed": report.removed,
                "refused": refused,
                "seconds": seconds,
            }
        )
    _say(
        f"{report.indexed} read, {report.unchanged} unchanged, {report.removed} removed, {len(report.refused)} refused in {seconds:.1f} s."
    )
    if not report.indexed and not report.unchanged:
        _say("Nothing to work on: no paper under these paths could be read.")
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


def _ask(options: argparse.Namespace) -> int:
    from assistant.compose import build_assistant

    if (options.question is None) == (options.batch is None):
        raise ValueError("Give one question, or --batch FILE.jsonl.")
    if options.batch and (options.record or options.save):
        raise ValueError("--record and --save go with one question, not with --batch.")
    lines = _lines(options.batch, ("question", "turns")) if options.batch else None
    filters = _filters(options)
    settings = _settings(options)
    assistant = build_assistant(settings, llm=options.llm == "on")
    if lines is None:
        from assistant.models import Asked
        from assistant.records.as_json import answer_record

        asked = Asked(options.question, filters=filters, role=settings.role)
        answer = assistant.ask(asked)
        if options.out:
            _write(options.out, [answer_record(answer)])
        elif options.json:
            _print(answer_record(answer))
        else:
            _print_answer(answer)
        _keep(options, assistant, asked, answer)
        return 0
    _write(options.out, (_answered(assistant, line, filters, settings.role) for line in lines))
    return 0


def _keep(options: argparse.Namespace, assistant: "Assistant", asked: "Asked", answer: "Answer") -> None:
    """The answer and its record into the files that the options name."""
    from assistant.records.audit import write_record
    from assistant.records.save import write_answer

    if options.record:
        write_record(assistant.record(asked, answer, datetime.now(UTC).isoformat(timespec="seconds")), options.record)
        _say(f"Recorded in {options.record}. `minutebook replay {options.record}` tells later what changed.")
    if options.save:
        write_answer(answer, options.save)
        _say(f"Saved as {options.save}.")


def _check(options: argparse.Namespace) -> int:
    from assistant.compose import build_assistant
    from assistant.records.as_json import check_record

    if (options.claim is None) == (options.batch is None):
        raise ValueError("Give one claim, or --batch FILE.jsonl.")
    lines = _lines(options.batch, ("claim",)) if options.batch else None
    filters = _filters(options)
    settings = _settings(options)
    assistant = build_assistant(settings, llm=False)
    if lines is not None:
        checks = (check_record(assistant.check(line["claim"], settings.role, filters), line["id"]) for line in lines)
        _write(options.out, checks)
        return 0
    checked = assistant.check(options.claim, settings.role, filters)
    if options.out:
        _write(options.out, [check_record(checked)])
    elif options.json:
        _print(check_record(checked))
    else:
        print(f"{checked.verdict.value.upper()}. {checked.explanation}")
        if checked.say:
            print(f"Say: {checked.say}.")
        _print_citations(checked.citations)
        _say(f"Searched {checked.searched} in {checked.seconds:.2f} s.")
    return 0


def _filters(options: argparse.Namespace) -> "Filters":
    from assistant.models import Filters

    return Filters(
        options.council, options.body, _day(options.since, "--since"), _day(options.until, "--until"), options.kind
    )


def _day(text: str | None, option: str) -> str | None:
    from corpus.dates import first_date

    if text is None:
        return None
    day = first_date(text)
    if day is None:
        raise ValueError(f"{option} {text!r} is no date. Write it as 2024-01-08 or 8 January 2024.")
    return day


def _answered(assistant: "Assistant", line: dict[str, Any], filters: "Filters", role: Role) -> dict[str, Any]:
    """A batch line's answer; a conversation's turns each see the turns before."""
    from assistant.models import Asked, Turn
    from assistant.records.as_json import answer_record

    if "turns" not in line:
        return answer_record(assistant.ask(Asked(line["question"], filters=filters, role=role)), line.get("id"))
    history: tuple[Turn, ...] = ()
    records = []
    for turn in line["turns"]:
        answer = assistant.ask(Asked(turn["question"], history, filters, role))
        history = (*history, Turn(turn["question"], answer))
        records.append(answer_record(answer))
    return {"id": line.get("id"), "turns": records}


def _print_answer(answer: "Answer") -> None:
    print(answer.answer)
    _print_citations(answer.citations)
    for note in answer.notes:
        _say(note)
    if answer.left_out:
        _say(_left_out(answer.left_out))
    _say(f"Searched {answer.searched} in {answer.seconds:.2f} s ({answer.mode.value}).")


def _left_out(n: int) -> str:
    """How many statements of a language model the gate stopped."""
    if n == 1:
        return "1 statement was left out because the papers do not bear it out."
    return f"{n:,} statements were left out because the papers do not bear them out."


def _print_citations(citations: Iterable["Citation"]) -> None:
    from corpus.dates import long_date

    for citation in citations:
        where = [citation.body, long_date(citation.meeting_date) if citation.meeting_date else None]
        where += [
            citation.ref,
            f"page {citation.page}" if citation.page else f"line {citation.line}" if citation.line else None,
        ]
        print(f"\n[{citation.n}] {', '.join(part for part in where if part)} ({citation.file}; {citation.status})")
        print("    " + citation.text.replace("\n", "\n    "))


def _verify(options: argparse.Namespace) -> int:
    from assistant.cli.verify import verify_lines

    lines = _lines(options.batch, ("sentence",))
    _write(options.out, verify_lines({"paragraphs": [], **line} for line in lines))
    return 0


def _decisions(options: argparse.Namespace) -> int:
    from assistant.compose import build_assistant
    from assistant.records.as_json import register_record

    filters = filters_of(options, _day(options.since, "--since"), _day(options.until, "--until"))
    settings = _settings(options)
    register = build_assistant(settings, llm=False).decisions(filters, settings.role)
    if options.csv:
        write_csv(options.csv, register)
        _say(f"{len(register.decisions)} decisions written to {options.csv}.")
    if options.json:
        _print(register_record(register))
    elif not options.csv:
        print_register(register, options.whole)
    return 0


def _brief(options: argparse.Namespace) -> int:
    from assistant.brief.models import BriefFor
    from assistant.compose import build_assistant
    from assistant.records.as_json import plain_record

    wanted = BriefFor(options.council, options.body, _day(options.date, "--date"), options.item)
    settings = _settings(options)
    brief = build_assistant(settings, llm=False).brief(wanted, settings.role)
    if options.out:
        from assistant.brief.print import write_brief

        write_brief(brief, options.out)
        _say(f"Written to {options.out}.")
    if options.json:
        _print(plain_record(brief))
    elif not options.out:
        print_brief(brief)
    return 0


def _matter(options: argparse.Namespace) -> int:
    from assistant.compose import build_assistant
    from assistant.records.as_json import plain_record

    settings = _settings(options)
    matter = build_assistant(settings, llm=False).matter(options.topic, _filters(options), settings.role)
    if options.json:
        _print(plain_record(matter))
    else:
        print_matter(matter)
    return 0


def _replay(options: argparse.Namespace) -> int:
    from assistant.compose import build_assistant
    from assistant.records.as_json import plain_record
    from assistant.records.audit import read_record

    record = read_record(options.record)
    settings = _settings(options)
    replay = build_assistant(settings, llm=record.made.chat_model is not None).replay(record, settings.role)
    if options.json:
        _print(plain_record(replay))
    else:
        print_replay(replay)
    return 0 if replay.same else 1


def _outline(options: argparse.Namespace) -> int:
    from assistant.settings import Settings
    from corpus.export import outline_as_json
    from corpus.outline import outline_of
    from corpus.read import read_paper

    reading = read_paper(options.file, int(Settings().size_limit_mb * 1_000_000))
    outline = outline_of(reading, options.file.name)
    if options.json:
        _print(outline_as_json(outline))
        return 0
    for part in outline.parts:
        where = part.start_page if part.start_page is not None else part.start_line
        print(
            f"{part.kind.value:16} {part.meeting.date or '-':12} {where or '-':>6}  {part.meeting.body or '-'}: {part.title}"
        )
    for minute in outline.minutes:
        print(f"  {minute.ref:10} {minute.title}")
    return 0


def _status(options: argparse.Namespace) -> int:
    from assistant.records.as_json import status_record
    from assistant.session import access_of
    from assistant.store_status import store_status
    from index.models import Scope
    from index.stores import open_stores

    settings = _settings(options)
    stores = open_stores(settings.store, settings.chroma_url)
    access = access_of(settings.role)
    status = store_status(stores, access, stores.catalogue.counts(Scope(access=access)))
    if options.json:
        _print(status_record(status))
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


def _evaluate(options: argparse.Namespace) -> int:
    from assistant.compose import build_assistant
    from assistant.evaluation.measures import claim_summary, score, score_claim, summary
    from assistant.evaluation.report import misjudged, missed, short_of, told
    from assistant.models import Filters
    from assistant.records.as_json import check_record

    settings = _settings(options)
    gold = _lines(options.gold, ("question", "turns", "claim"))
    assistant = build_assistant(settings, llm=options.llm == "on")
    rows, claims, texts = [], [], {}
    for line in gold:
        if "claim" in line:
            check = check_record(assistant.check(line["claim"], settings.role), line["id"])
            claims.append(score_claim(line, check))
            texts[claims[-1].id] = check["explanation"]
            continue
        record = _answered(assistant, line, Filters(), settings.role)
        turns = line.get("turns")
        pairs = zip(turns, record["turns"], strict=True) if turns else [(line, record)]
        for n, (asked, answer) in enumerate(pairs, 1):
            row = score({**asked, "id": f"{line['id']}#{n}" if turns else line["id"]}, answer)
            rows.append(row)
            texts[row.id] = answer["answer"]
    figures = {**(summary(rows) if rows else {}), **(claim_summary(claims) if claims else {})}
    if options.json:
        _print(figures)
        return 0
    for text in told(figures):
        print(text)
    short = [missed(row, texts[row.id]) for row in short_of(rows)]
    short += [misjudged(row, texts[row.id]) for row in claims if not row.right]
    for text in short[: options.misses]:
        print(text)
    return 0


def _feedback(options: argparse.Namespace) -> int:
    from assistant.compose import build_feedback
    from assistant.records.feedback import as_gold

    settings = _settings(options)
    if settings.role is not Role.OFFICER:
        raise ValueError("Feedback may hold words of exempt papers. Add --role officer if you may see them.")
    kept = build_feedback(settings).all()
    if options.gold:
        lines = as_gold(kept)
        _write(options.gold, lines)
        _say(f"{len(lines)} gold questions written to {options.gold}.")
        return 0
    for one in kept:
        print(f"{one.said}  {one.verdict}  {one.question}\n    {one.answer}")
        if one.why:
            print(f"    Why: {one.why}")
    _say(f"{len(kept)} judgements.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from ui import open_page

    open_page(_settings(options))
    return 0


def _lines(path: Path, one_of: tuple[str, ...]) -> list[dict[str, Any]]:
    """The lines of a batch. Raises: ValueError that names the line which holds none of these fields."""
    from assistant.evaluation.measures import load_gold

    lines = load_gold(path)
    for line in lines:
        turns = line.get("turns") if "turns" in one_of else None
        if not any(name in line for name in one_of) or (turns and not all("question" in turn for turn in turns)):
            raise ValueError(f"{path.name}, id {line['id']}: no {one_of[0]}. Each line needs one, see the README.")
    return lines


def _write(path: Path | None, records: Iterable[dict[str, Any]]) -> None:
    """Records as JSON lines into a file, or to standard output."""
    if path is None:
        for line in _dumped(records):
            print(line)
        return
    with path.open("w", encoding="utf-8") as out:
        for line in _dumped(records):
            out.write(line + "\n")


def _dumped(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (json.dumps(record, ensure_ascii=False) for record in records)


def _print(record: dict[str, Any]) -> None:
    print(json.dumps(record, ensure_ascii=False, indent=1))


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
