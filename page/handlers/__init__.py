"""What the page does when a reader acts on it: one class a tab, for one role.

In: an assistant, and what the browser sent, which is never trusted.
Out: HTML for the panels, updates of the fields, files to save, JSON for programs.
"""

from page.handlers.api import ApiHandlers
from page.handlers.ask import AskHandlers
from page.handlers.between_questions import BetweenQuestionsHandlers, functions
from page.handlers.brief import BriefHandlers
from page.handlers.claims import ClaimHandlers
from page.handlers.decisions import DecisionHandlers
from page.handlers.feedback import FeedbackHandlers
from page.handlers.matters import MatterHandlers
from page.handlers.papers import PaperHandlers

__all__ = [
    "ApiHandlers",
    "AskHandlers",
    "BetweenQuestionsHandlers",
    "BriefHandlers",
    "ClaimHandlers",
    "DecisionHandlers",
    "FeedbackHandlers",
    "MatterHandlers",
    "PaperHandlers",
    "functions",
]
