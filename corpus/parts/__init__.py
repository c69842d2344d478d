"""Parts: a paper's blocks in, where its agenda, minutes, reports and appendices begin out.

In: blocks in reading order. Out: a Start for each part with its kind, title, body, meeting date and access.
"""

from corpus.parts.find import find_parts
from corpus.parts.part_headings import page_breaks
from corpus.parts.part_scan import Start

__all__ = ["Start", "find_parts", "page_breaks"]
