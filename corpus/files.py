"""Paths to the files that may be papers, and a file's hash."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_SKIP = frozenset({".git", "__pycache__", "node_modules", ".venv"})
# What lies beside papers and is none: not worth a line in the list of refused papers.
_NOISE = frozenset(
    {".py", ".pyc", ".json", ".jsonl", ".css", ".js", ".lock", ".toml", ".ini", ".db", ".log", ".svg", ".ico"}
)


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file to try under the paths, sorted by folder and name, each once; hidden files are passed over.

    A file that is named itself is always yielded.

    Raises: FileNotFoundError for a path that is not there.
    """
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(path)
        found = [path] if path.is_file() else _below(path)
        for file in found:
            file = file.resolve()
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: Path) -> list[Path]:
    files = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if any(part.startswith(".") or part in _SKIP for part in inside) or not path.is_file():
            continue
        if path.suffix.lower() in _NOISE or path.name.lower().startswith(("readme.", "license", "~$", "thumbs.db")):
            continue
        files.append(path)
    return sorted(files, key=lambda path: (str(path.parent), path.name))


def sha256_of(path: Path) -> str:
    """The file's SHA-256, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
