"""Minutes: a part's blocks in, its minutes' headings and numbers out.

In: the blocks of minutes, as running text or as a table. Out: headings with their numbers as printed.
"""

from corpus.minutes.headings import Heading, find_headings
from corpus.minutes.numbers import full_ref, sub_letter, sub_number
from corpus.minutes.tables import MinuteBlocks, unpack_tables
from corpus.minutes.twins import told_once, with_twin_headings

__all__ = [
    "Heading",
    "MinuteBlocks",
    "find_headings",
    "full_ref",
    "sub_letter",
    "sub_number",
    "told_once",
    "unpack_tables",
    "with_twin_headings",
]
