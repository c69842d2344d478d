"""The source of an answer: the page of a paper with the cited words marked.

In: a citation, its paper's file, and the pages of it that the reader may see.
Out: the page as a picture and as text, and the panel that shows both beside the answer.
"""

from page.source.page import SourcePage, source_page
from page.source.panel import gone_html, source_html

__all__ = ["SourcePage", "gone_html", "source_html", "source_page"]
