"""The house rules that no linter knows: sizes, how many rooms, how many floors, and documents that the code writes."""

import ast
import importlib.util
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from places import ROOT

MOST_LINES, MOST_OF_A_FUNCTION = 400, 40
MOST_ENTRIES, MOST_FLOORS = 24, 10
FOLDERS = ("assistant", "benchmarks", "corpus", "docs", "index", "page", "tests")


def sources() -> list[Path]:
    found = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))
    forms = ROOT / "tests" / "forms"  # the scripts that made those papers, kept as they were written
    return [ROOT / "ui.py", *(path for path in found if not path.is_relative_to(forms))]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_file_is_too_long_to_read_at_one_sitting() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_function_is_long_without_a_reason_beside_it() -> None:
    assert [name for path in sources() for name in long_functions(path)] == []


def long_functions(path: Path) -> Iterator[str]:
    """Functions of more than forty lines above which no comment "# long: reason" stands."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            if length > MOST_OF_A_FUNCTION and "# long: " not in lines[first - 2]:
                yield f"{named(path)}: {node.name} has {length} lines"


@pytest.mark.parametrize("folder", ["assistant", "corpus", "index", "page"])
def test_no_room_has_more_doors_than_a_person_can_keep_in_mind(folder: str) -> None:
    for room in [ROOT / folder, *(path for path in (ROOT / folder).rglob("*") if path.is_dir())]:
        if room.name in {"readers", "sample", "__pycache__"}:
            continue  # a reader a format, a file a step of it; papers
        entries = [path for path in room.iterdir() if (path / "__init__.py").is_file()]
        entries += [path for path in room.glob("*.py") if path.stem not in {"__init__", "__main__"}]
        assert len(entries) <= MOST_ENTRIES, named(room)


def test_the_assistant_has_ten_floors_and_no_arrow_goes_back() -> None:
    arrows = room_arrows()
    floors: dict[str, int] = {}

    def floor(room: str, above: tuple[str, ...] = ()) -> int:
        assert room not in above, f"a circle: {' -> '.join([*above, room])}"
        if room not in floors:
            floors[room] = 1 + max((floor(other, (*above, room)) for other in arrows[room]), default=0)
        return floors[room]

    assert max(floor(room) for room in list(arrows)) <= MOST_FLOORS


def room_arrows() -> dict[str, set[str]]:
    """For each room or module right under assistant/, those that it imports."""
    arrows: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / "assistant").rglob("*.py"):
        room = path.relative_to(ROOT / "assistant").parts[0].removesuffix(".py")
        if room in {"__init__", "__main__"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "assistant":
                below = (node.module or "").split(".")[1:2] or [alias.name for alias in node.names]
                arrows[room] |= {other for other in below if other != room and not for_types_alone(node, path)}
    return arrows


@cache
def typing_blocks(path: Path) -> list[range]:
    """The lines of a file that only a type checker reads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    ]


def for_types_alone(node: ast.ImportFrom, path: Path) -> bool:
    return any(node.lineno in lines for lines in typing_blocks(path))


@cache
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_module_map_is_the_codes() -> None:
    text = maker().ARCHITECTURE.read_text(encoding="utf-8")
    assert text == maker().with_map(text), "run `make docs`"


def test_the_commands_are_the_parsers() -> None:
    assert maker().COMMANDS.read_text(encoding="utf-8") == maker().commands(), "run `make docs`"


def test_every_module_says_what_it_is_for() -> None:
    silent = [named(path) for path in sources() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_a_class_has_a_name_of_its_own() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for folder in ("assistant", "corpus", "index", "page"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    places[node.name].append(named(path))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}
