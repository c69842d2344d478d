"""The commands over the register: decisions, brief, matter; and replay."""

import argparse

from assistant.cli.decisions import filters_of, print_brief, print_matter, print_register, print_replay
from assistant.cli.options import day_of, filters_given, settings_of
from assistant.cli.output import print_json, say


def decisions(options: argparse.Namespace) -> int:
    """`minutebook decisions`: print the register, as text, JSON or a table in a file."""
    from assistant.compose import build_assistant
    from assistant.records.as_json import register_record

    filters = filters_of(options, day_of(options.since, "--since"), day_of(options.until, "--until"))
    settings = settings_of(options)
    register = build_assistant(settings, llm=False).decisions(filters, settings.role)
    if options.csv:
        from assistant.records.csv import write_csv

        write_csv(options.csv, register)
        say(f"{len(register.decisions)} decisions written to {options.csv}.")
    if options.json:
        print_json(register_record(register))
    elif not options.csv:
        print_register(register, options.whole)
    return 0


def brief(options: argparse.Namespace) -> int:
    """`minutebook brief`: print a brief, or write it as a document."""
    from assistant.brief.models import BriefFor
    from assistant.compose import build_assistant
    from assistant.records.as_json import plain_record

    wanted = BriefFor(options.council, options.body, day_of(options.date, "--date"), options.item)
    settings = settings_of(options)
    brief = build_assistant(settings, llm=False).brief(wanted, settings.role)
    if options.out:
        from assistant.brief.print import write_brief

        write_brief(brief, options.out)
        say(f"Written to {options.out}.")
    if options.json:
        print_json(plain_record(brief))
    elif not options.out:
        print_brief(brief)
    return 0


def matter(options: argparse.Namespace) -> int:
    """`minutebook matter`: print one topic through all meetings."""
    from assistant.compose import build_assistant
    from assistant.records.as_json import plain_record

    settings = settings_of(options)
    matter = build_assistant(settings, llm=False).matter(options.topic, filters_given(options), settings.role)
    if options.json:
        print_json(plain_record(matter))
    else:
        print_matter(matter)
    return 0


def replay(options: argparse.Namespace) -> int:
    """`minutebook replay`: print what changed since an answer was recorded; 1 where anything did."""
    from assistant.compose import build_assistant
    from assistant.records.as_json import plain_record
    from assistant.records.audit import read_record

    record = read_record(options.record)
    settings = settings_of(options)
    replay = build_assistant(settings, llm=record.made.chat_model is not None).replay(record, settings.role)
    if options.json:
        print_json(plain_record(replay))
    else:
        print_replay(replay)
    return 0 if replay.same else 1
