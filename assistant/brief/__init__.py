"""Brief: a meeting or one of its items in, what a member should know before it out.

In: a `BriefFor` and a `Desk` with the meeting's papers, the register and a search. Out: a `Brief`, item by item what is
asked, changed, decided before and open, each statement with its paragraphs; printed on two pages.
"""

from assistant.brief.models import Brief, BriefFor, Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.brief.prepare import Desk, prepare
from assistant.brief.print import brief_html, write_brief

__all__ = [
    "Brief",
    "BriefFor",
    "Change",
    "CitedStatement",
    "Desk",
    "ItemBrief",
    "OpenQuestion",
    "brief_html",
    "prepare",
    "write_brief",
]
