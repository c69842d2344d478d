"""Paragraphs: a part's blocks in, the paragraphs that an answer may cite out.

In: a reader's blocks, reflowed. Out: paragraphs with their item, section, number, lead-in, kind of statement and access;
the resolutions of each minute.
"""

from corpus.paragraphs.build import raw_paragraphs, with_ids
from corpus.paragraphs.raw_paragraph import RawParagraph
from corpus.paragraphs.reflow import ReflowedPaper, reflowed
from corpus.paragraphs.resolutions import Resolved, decided_among, resolutions_of
from corpus.paragraphs.statement_kind import is_lost, opens_amendment
from corpus.paragraphs.twin_tables import with_twin_tables

__all__ = [
    "RawParagraph",
    "ReflowedPaper",
    "Resolved",
    "decided_among",
    "is_lost",
    "opens_amendment",
    "raw_paragraphs",
    "reflowed",
    "resolutions_of",
    "with_ids",
    "with_twin_tables",
]
