"""A path to a reading: the reader is picked by what the file is, and imported only then."""

import importlib
from collections.abc import Callable
from pathlib import Path

from corpus.errors import CorruptPaper, EmptyPaper, NoTextLayer, TooLarge, UnknownType
from corpus.models import Reading

_READERS = {
    ".pdf": ("corpus.readers.pdf", "read_pdf"),
    ".docx": ("corpus.readers.docx", "read_docx"),
    ".html": ("corpus.readers.html", "read_html"),
    ".htm": ("corpus.readers.html", "read_html"),
    ".xml": ("corpus.readers.html", "read_html"),
    ".md": ("corpus.readers.text", "read_text"),
    ".markdown": ("corpus.readers.text", "read_text"),
    ".txt": ("corpus.readers.text", "read_text"),
}
KNOWN = frozenset(_READERS)  # suffixes


def read_paper(path: Path, size_limit: int, turned: Callable[[int, int], None] = lambda page, pages: None) -> Reading:
    """The blocks of a paper, read by the reader of its kind.

    `turned` is called for each page of a PDF as it is read, with its number from 1 and how many there are.
    Units: `size_limit` in bytes.
    Raises: a PaperError that says what is wrong and what to do.
    """
    size = path.stat().st_size
    if size > size_limit:
        raise TooLarge(
            path.name,
            None,
            f"{size / 1e6:.1f} MB is over the limit of {size_limit / 1e6:g} MB",
            "Split it, or raise MINUTEBOOK_SIZE_LIMIT_MB.",
        )
    if size == 0:
        raise EmptyPaper(path.name, None, "the file is empty", "Send the paper again.")
    kind = _kind(path)
    module, name = _READERS[kind]
    reader: Callable[..., Reading] = getattr(importlib.import_module(module), name)
    reading = reader(path, turned) if kind == ".pdf" else reader(path)
    if not any(block.text.strip() for block in reading.blocks):
        raise NoTextLayer(path.name, None, "no words in it", "Run OCR on it and index it again.")
    return reading


def _kind(path: Path) -> str:
    """The suffix whose reader takes the file; the bytes that begin a PDF overrule the file's own.

    Raises: CorruptPaper for a .pdf that does not begin as one, UnknownType where no reader takes the suffix.
    """
    with path.open("rb") as file:
        start = file.read(1024)
    suffix = path.suffix.lower()
    if start.lstrip()[:5] == b"%PDF-":
        return ".pdf"
    if suffix == ".pdf":
        raise CorruptPaper(path.name, 1, "it does not begin as a PDF does", "Save it as a PDF again.")
    if suffix not in _READERS:
        known = ", ".join(sorted(KNOWN))
        raise UnknownType(
            path.name, None, f"no reader for {suffix or 'a file without a suffix'}", f"Save it as one of {known}."
        )
    return suffix
