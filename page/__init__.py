"""The web page's parts, from which `ui.py` builds it.

In: an assistant, a role, and what a reader does in the browser.
Out: tabs (`tabs`), what they do (`handlers`), what they show (`html`, `source`), what leaves the server (`delivery`).
"""

from page.protocol import PageAssistant, PageShelf

__all__ = ["PageAssistant", "PageShelf"]
