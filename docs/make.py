"""Writes what the documentation takes from the code: the module map of architecture.md, and commands.md.

    python docs/make.py            # or `make docs`; tests/test_house.py fails where either is out of date

The map has a line a module: its name and the first sentence of its docstring. The commands are the parser's own help.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURE = ROOT / "docs" / "architecture.md"
COMMANDS = ROOT / "docs" / "commands.md"
PACKAGES = ("corpus", "index", "assistant", "page")
BEGINS, ENDS = "<!-- module map: made by docs/make.py -->", "<!-- end of the module map -->"


def module_map() -> str:
    """Return the map as Markdown: a list for each package, its rooms and their modules."""
    lines: list[str] = []
    for package in PACKAGES:
        lines += ["", f"### {package}/", ""]
        lines += _modules(ROOT / package)
    lines += ["", "### at the top", "", f"- `ui.py`: {_about(ROOT / 'ui.py')}"]
    return "\n".join(lines[1:])


def _modules(folder: Path, depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    for path in sorted(folder.glob("*.py")):
        if path.name != "__init__.py":
            yield f"{indent}- `{path.name}`: {_about(path)}"
    for inner in sorted(path for path in folder.iterdir() if (path / "__init__.py").is_file()):
        yield f"{indent}- **{inner.name}/**: {_about(inner / '__init__.py')}"
        yield from _modules(inner, depth + 1)


def _about(path: Path) -> str:
    """The first sentence of a module's docstring."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = " ".join(text.split("\n\n")[0].split())
    return re.sub(r" Pure\.$", "", first)


def with_map(text: str) -> str:
    """Return architecture.md's text with the map between its marks made anew."""
    before, _, rest = text.partition(BEGINS)
    after = rest.partition(ENDS)[2]
    return f"{before}{BEGINS}\n\n{module_map()}\n\n{ENDS}{after}"


def commands() -> str:
    """Return commands.md: the help of every command."""
    sys.path.insert(0, str(ROOT))
    from assistant.cli.parser import build_parser

    parser = build_parser()
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    parts = ["# Commands", "", "Made by `make docs` from the parser. The README shows them in use.", ""]
    parts += ["```", _help(parser), "```"]
    for name, command in actions[0].choices.items():
        parts += ["", f"## {name}", "", "```", _help(command), "```"]
    return "\n".join(parts) + "\n"


def _help(parser: argparse.ArgumentParser) -> str:
    parser.formatter_class = lambda prog: argparse.HelpFormatter(prog, width=100)
    return parser.format_help().rstrip()


def main() -> int:
    """Write both."""
    ARCHITECTURE.write_text(with_map(ARCHITECTURE.read_text(encoding="utf-8")), encoding="utf-8")
    COMMANDS.write_text(commands(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
