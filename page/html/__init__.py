"""What the page shows, as HTML.

In: answers, checks, registers, briefs, matters and the store's status.
Out: HTML in which every word of a paper, a question or a store is escaped. Pure.
"""

from page.html.brief import brief_html
from page.html.claims import check_html
from page.html.decisions import register_html
from page.html.feedback import feedback_html
from page.html.matters import matter_html
from page.html.papers import papers_html
from page.html.render import answer_html

__all__ = [
    "answer_html",
    "brief_html",
    "check_html",
    "feedback_html",
    "matter_html",
    "papers_html",
    "register_html",
]
