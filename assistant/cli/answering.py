"""The commands that answer: ask, check, verify, eval."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from assistant.cli.options import filters_given, lines_of, settings_of
from assistant.cli.output import print_answer, print_citations, print_json, say, write_lines
from corpus.models import Role

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.models import Answer, Asked, Filters


def ask(options: argparse.Namespace) -> int:
    """`minutebook ask`: print one answer, or write a line for each line of a batch."""
    from assistant.compose import build_assistant

    if (options.question is None) == (options.batch is None):
        raise ValueError("Give one question, or --batch FILE.jsonl.")
    if options.batch and (options.record or options.save):
        raise ValueError("--record and --save go with one question, not with --batch.")
    lines = lines_of(options.batch, ("question", "turns")) if options.batch else None
    filters = filters_given(options)
    settings = settings_of(options)
    assistant = build_assistant(settings, llm=options.llm == "on")
    if lines is None:
        from assistant.models import Asked
        from assistant.records.as_json import answer_record

        asked = Asked(options.question, filters=filters, role=settings.role)
        answer = _asked(assistant, asked)
        if options.out:
            write_lines(options.out, [answer_record(answer)])
        elif options.json:
            print_json(answer_record(answer))
        else:
            print_answer(answer)
        _keep(options, assistant, asked, answer)
        return 0
    write_lines(options.out, (_answered(assistant, line, filters, settings.role) for line in lines))
    return 0


def _asked(assistant: "Assistant", asked: "Asked") -> "Answer":
    """The answer; what is looked for meanwhile is told to standard error."""
    from assistant.models import Looking

    for piece in assistant.stream(asked):
        if isinstance(piece, Looking):
            say(piece.text)
        last = piece
    assert not isinstance(last, str | Looking)
    return last


def _keep(options: argparse.Namespace, assistant: "Assistant", asked: "Asked", answer: "Answer") -> None:
    """The answer and its record into the files that the options name."""
    from assistant.records.audit import write_record
    from assistant.records.save import write_answer

    if options.record:
        write_record(assistant.record(asked, answer, datetime.now(UTC).isoformat(timespec="seconds")), options.record)
        say(f"Recorded in {options.record}. `minutebook replay {options.record}` tells later what changed.")
    if options.save:
        write_answer(answer, options.save)
        say(f"Saved as {options.save}.")


def check(options: argparse.Namespace) -> int:
    """`minutebook check`: print the verdict on one claim, or write a line for each line of a batch."""
    from assistant.compose import build_assistant
    from assistant.records.as_json import check_record

    if (options.claim is None) == (options.batch is None):
        raise ValueError("Give one claim, or --batch FILE.jsonl.")
    lines = lines_of(options.batch, ("claim",)) if options.batch else None
    filters = filters_given(options)
    settings = settings_of(options)
    assistant = build_assistant(settings, llm=options.llm == "on")
    if lines is not None:
        checks = (check_record(assistant.check(line["claim"], settings.role, filters), line["id"]) for line in lines)
        write_lines(options.out, checks)
        return 0
    checked = assistant.check(options.claim, settings.role, filters)
    if options.out:
        write_lines(options.out, [check_record(checked)])
    elif options.json:
        print_json(check_record(checked))
    else:
        print(f"{checked.verdict.value.upper()}. {checked.explanation}")
        if checked.say:
            print(f"Say: {checked.say} (judged by {checked.by}).")
        print_citations(checked.citations)
        for note in checked.notes:
            say(note)
        say(f"Judged by {checked.by}. Searched {checked.searched} in {checked.seconds:.2f} s.")
    return 0


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


def verify(options: argparse.Namespace) -> int:
    """`minutebook verify`: write the support gate's verdict on each sentence of a batch, and by which means it was judged."""
    from assistant.cli.verify import verify_lines
    from assistant.compose import build_verifier

    lines = [{"paragraphs": [], **line} for line in lines_of(options.batch, ("sentence",))]
    settings = settings_of(options)
    verifier = build_verifier(settings) if options.llm == "on" else None
    write_lines(options.out, verify_lines(lines, verifier, settings.llm_timeout))
    return 0


def evaluate(options: argparse.Namespace) -> int:
    """`minutebook eval`: answer and score a file of gold questions and claims, and list what fell short."""
    from assistant.compose import build_assistant
    from assistant.evaluation import ask_gold, claim_summary, score, score_claim, summary
    from assistant.evaluation.report import misjudged, missed, short_of, told
    from assistant.records.as_json import answer_record, check_record

    settings = settings_of(options)
    gold = lines_of(options.gold, ("question", "turns", "claim"))
    assistant = build_assistant(settings, llm=options.llm == "on")
    rows, claims, texts = [], [], {}
    for line in gold:
        if "claim" in line:
            check = check_record(assistant.check(line["claim"], settings.role), line["id"])
            claims.append(score_claim(line, check))
            texts[claims[-1].id] = check["explanation"]
            continue
        for asked, answer in ask_gold(assistant.ask, line, settings.role):
            rows.append(score(asked, answer_record(answer)))
            texts[rows[-1].id] = answer.answer
    figures = {**(summary(rows) if rows else {}), **(claim_summary(claims) if claims else {})}
    if options.json:
        print_json(figures)
        return 0
    for text in told(figures):
        print(text)
    short = [missed(row, texts[row.id]) for row in short_of(rows)]
    short += [misjudged(row, texts[row.id]) for row in claims if not row.right]
    for text in short[: options.misses]:
        print(text)
    return 0
