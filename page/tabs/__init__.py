"""What stands on each tab of the page, and which event on it calls which handler.

In: the handlers of a tab, and the kit that its panels are made with.
Out: the tab's fields that others fill, drawn into the page that is being built.
"""

from page.tabs.ask import ask_tab
from page.tabs.brief import brief_tab
from page.tabs.claims import check_tab
from page.tabs.decisions import decisions_tab
from page.tabs.feedback import feedback_tab
from page.tabs.kit import ANSWERS, QUIET, Kit
from page.tabs.matters import matters_tab
from page.tabs.papers import papers_tab

__all__ = [
    "ANSWERS",
    "QUIET",
    "Kit",
    "ask_tab",
    "brief_tab",
    "check_tab",
    "decisions_tab",
    "feedback_tab",
    "matters_tab",
    "papers_tab",
]
