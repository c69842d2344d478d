"""Minutes: a part's blocks in, its minutes' headings and numbers out.

In: the blocks of minutes, as running text or as a table. Out: headings with their numbers as printed.
"""

from corpus.minutes.heading import Heading
from corpus.minutes.headings import find_headings
from corpus.minutes.inside import counted_paragraphs, refs_inside, sectioned_items
from corpus.minutes.numbers import full_ref, sub_letter, sub_number
from corpus.minutes.tables import MinuteBlocks, unpack_tables
from corpus.minutes.twins import told_once, with_twin_headings

__all__ = [
    "Heading",
    "MinuteBlocks",
    "counted_paragraphs",
    "find_headings",
    "full_ref",
    "refs_inside",
    "sectioned_items",
    "sub_letter",
    "sub_number",
    "told_once",
    "unpack_tables",
    "with_twin_headings",
]
