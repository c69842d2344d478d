"""The parser of every command: names, options and help."""

import argparse
from collections.abc import Callable
from pathlib import Path

from assistant.cli import answering, papers, register
from assistant.cli.decisions import add_brief, add_decisions, add_matter
from corpus.models import PartKind, Role

Command = Callable[[argparse.Namespace], int]  # runs with its options; gives the exit status


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command; `run` in what it parses is the function to call, None for `serve`."""
    parser = argparse.ArgumentParser(
        prog="minutebook", description="Ask a council's committee papers; every answer cites the paragraph."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", type=Path, help="folder of the index (default: MINUTEBOOK_STORE, or ./store)")
    shared.add_argument(
        "--role", choices=[role.value for role in Role], help="who asks (default: MINUTEBOOK_ROLE, or public)"
    )

    def add(name: str, run: Command | None, about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, parents=[shared], help=about)
        command.set_defaults(run=run)
        return command

    _index(add("index", papers.index, "build or update the index from files and folders"))
    _ask(add("ask", answering.ask, "answer one question, or a file of them"))
    _check(add("check", answering.check, "is a claim supported, refuted or not in the papers?"))
    _verify(add("verify", answering.verify, "the support gate alone: does a sentence follow from paragraphs?"))
    add_decisions(add("decisions", register.decisions, "the register of decisions"))
    add_brief(add("brief", register.brief, "what a member should know before a meeting or an item"))
    add_matter(add("matter", register.matter, "one topic through all meetings in order"))
    _replay(add("replay", register.replay, "what changed since an answer was recorded"))
    _outline(add("outline", papers.outline, "the structure read from one paper"))
    _status(add("status", papers.status, "what is indexed, and what could not be"))
    _evaluate(add("eval", answering.evaluate, "answer and score a question file"))
    _feedback(add("feedback", papers.feedback, "what readers said of answers, for officers"))
    _serve(add("serve", None, "the web page"))
    return parser


def _index(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.add_argument("--json", action="store_true", help="print what was done as JSON")


def _ask(command: argparse.ArgumentParser) -> None:
    command.add_argument("question", nargs="?")
    _batch(command, "questions")
    command.add_argument("--record", type=Path, metavar="FILE", help="write what the answer rests on, for `replay`")
    command.add_argument(
        "--save", type=Path, metavar="FILE", help="write the answer with references: .docx, .md, .txt, .json"
    )
    command.add_argument("--llm", choices=["on", "off"], default="on", help="off: answer without a language model")
    _filtered(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("claim", nargs="?")
    _batch(command, "claims")
    command.add_argument("--llm", choices=["on", "off"], default="on", help="off: check without a language model")
    _filtered(command)


def _verify(command: argparse.ArgumentParser) -> None:
    command.add_argument("--batch", type=Path, required=True, metavar="G.jsonl")
    command.add_argument("--out", type=Path, metavar="R.jsonl")
    command.add_argument("--llm", choices=["on", "off"], default="on", help="off: by words and hard checks alone")


def _replay(command: argparse.ArgumentParser) -> None:
    command.add_argument("record", type=Path, metavar="RECORD")
    command.add_argument("--json", action="store_true")


def _outline(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path)
    command.add_argument("--json", action="store_true")


def _status(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true")


def _evaluate(command: argparse.ArgumentParser) -> None:
    command.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    command.add_argument("--json", action="store_true")
    command.add_argument(
        "--llm", choices=["on", "off"], default="off", help="on: with the language model that is set up"
    )
    command.add_argument("--misses", type=int, default=10, metavar="N", help="list this many questions that fell short")


def _feedback(command: argparse.ArgumentParser) -> None:
    command.add_argument("--gold", type=Path, metavar="FILE.jsonl", help="write those judged right as gold questions")


def _serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host")
    command.add_argument("--port", type=int)


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
