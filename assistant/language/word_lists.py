"""The word lists in data/, one file each. A line that begins with "#" is a comment; the first one tells the file's format."""

from pathlib import Path

DATA = Path(__file__).with_name("data")


def rows_of(name: str) -> list[str]:
    """Return the rows of a list in the file's order, without comments and empty lines.

    Raises: FileNotFoundError, with the path, where the package was installed without its data.
    """
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def word_set(name: str) -> frozenset[str]:
    """Return the words of a list whose rows are words parted by spaces."""
    return frozenset(word for row in rows_of(name) for word in row.split())
