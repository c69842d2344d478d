"""Times reading PDFs against bare text extraction by the same library, in one run.

    python benchmarks/reading.py [PAPERS]        # default corpus/sample

Prints three lines: how much was read, then pages a second of both and the ratio to bare extraction.

Bare: every page opened and its text taken (pypdfium2's `get_text_range`), nothing else. Ours: `read_pdf`, blocks in
reading order with tables, struck words and furniture. Of each paper the two take turns, and the quickest of each counts:
what else the machine does then weighs on both alike.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from corpus.errors import PaperError
from corpus.files import walk
from corpus.readers.pdf import read_pdf

ROUNDS = 5


def main() -> int:
    """Print pages a second of both and the ratio; exit status 2 where there is no PDF that can be read."""
    found = list(walk([Path(sys.argv[1] if len(sys.argv) > 1 else "corpus/sample")]))
    papers = [path for path in found if path.suffix.lower() == ".pdf" and _is_readable(path)]
    if not papers:
        print("No PDF that can be read there.", file=sys.stderr)
        return 2
    pages = sum(map(bare, papers))
    plain = ours = 0.0
    for path in papers:
        rounds = [(seconds(bare, path), seconds(read_pdf, path)) for _ in range(ROUNDS)]
        quickest = [min(times) for times in zip(*rounds, strict=True)]
        plain, ours = plain + quickest[0], ours + quickest[1]
    print(f"{len(papers)} PDFs, {pages} pages, quickest of {ROUNDS} rounds of each")
    print(f"bare text extraction  {pages / plain:8.0f} pages a second   1.00")
    print(f"read_pdf              {pages / ours:8.0f} pages a second   {plain / ours:.2f}")
    return 0


def _is_readable(path: Path) -> bool:
    try:
        read_pdf(path)
    except PaperError:
        return False
    return True


def bare(path: Path) -> int:
    """Take the text of every page; how many pages."""
    document = pdfium.PdfDocument(path)
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    count = len(document)
    document.close()
    return count


def seconds(read: Callable[[Path], object], path: Path) -> float:
    """Seconds of this process to read the paper once."""
    start = time.process_time()
    read(path)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
