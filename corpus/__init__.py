"""Corpus: committee papers in, their parts, minutes and paragraphs with stable ids out. No framework.

In: files and folders. Out: for each paper an Outline, or an error that says which file, what is wrong and what to do.

From left to right: `files` finds papers, `read` picks a reader of `readers/` and gives blocks, `outline` makes the
paper's Outline of them: `paragraphs/` reflows the blocks and builds paragraphs, `parts/` finds where the agenda, minutes
and reports begin, `minutes/` finds headings and numbers, `tables` reads the rows of trackers and forward plans.
`placement` gives a paper the meeting of its folder, `versions` finds papers that say the same, `export` makes JSON.
Below all: `models` (the values), `errors`, `dates`, `bodies`, `markings`.
"""

from corpus.errors import MinutebookError, PaperError
from corpus.models import Outline, Paragraph, Reading
from corpus.read import read_paper

__all__ = ["MinutebookError", "Outline", "PaperError", "Paragraph", "Reading", "read_paper"]
