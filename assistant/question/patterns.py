r"""Patterns of questions: what a question wants, and what it names. Pure.

Every pattern is a row with a text that it matches and a near one that it does not; a test walks all rows. The patterns
are verbose: white space and line ends in them mean nothing, and a space that must be there is written "\ ".
"""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.question.kinds import Wanted

Kind = TypeVar("Kind", bound=str)

CASE_COUNTS = re.VERBOSE
ANY_CASE = re.VERBOSE | re.IGNORECASE
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


@dataclass(frozen=True, slots=True)
class PatternRow(Generic[Kind]):
    """What a pattern finds, the pattern, a text that it matches, and one that it does not match."""

    kind: Kind
    pattern: re.Pattern[str]
    example: str
    counter_example: str

    def matches(self, text: str) -> bool:
        """Whether the pattern is found anywhere in a text."""
        return self.pattern.search(text) is not None


def row(kind: Kind, pattern: str, example: str, counter_example: str, flags: int = ANY_CASE) -> PatternRow[Kind]:
    """A row of a table of patterns."""
    return PatternRow(kind, re.compile(pattern, flags), example, counter_example)


# Nouns that stand for a number: "What was the turnout?"
_MEASURES = r"""
    number|share|proportion|percentage|per\ cent|rate|figure|total|cost|amount|sum|price|size|ceiling|score|average|count|
    gap|turnover|turnout|headcount|population|capacity|caseload|deficit|surplus|shortfall|balance|fee|fine|charge|rent|
    salary|wage|allowance|precept|debt|interest|bill|saving|range|budget|valuation|value
"""
# Verbs that have a sum with them: "What did the hall's roof come to?"
_SPENT = r"""
    spen[dt]|(?:pay|paid|paying)(?!\ for\s*\?)|cost|costing|charged?|owed?|earn(?:ed)?|raised?|worth|come\ to|came\ to|
    left\ over|put\ aside|set\ aside|(?:bring|brought|pull|pulled|take|took)\ in|
    in\ the\ (?:kitty|bank|accounts?)|bank\ accounts?|set\ (?:\w+\ ){1,3}back
"""

# A question wants the kind of every row that matches.
WANTED = (
    row(
        Wanted.NUMBER,
        rf"""
        \b(?:
            how\ (?:many|much|often|big|large|long|far|soon|quickly|old|frequently|high|low)|
            (?:what|which)(?:'s|’s)?\ (?:\w+\ ){{0,2}}(?:{_MEASURES})s?|
            number\ of|percentages?|rates?\ of
        )\b|
        \bwhat(?:'s|’s|\ is|\ was|\ are|\ were)\ (?:[\w'’&@-]+\ ){{1,5}}(?:{_MEASURES})s?
            (?=[?,]|$|\ (?:of|for|in|at|on|to|last|this|per|from|by|as|paid|set)\b)|
        \bwhat(?:'s|’s|\ is|\ are|\ was|\ were|\ did|\ does|\ do|\ will|\ would|\ could|\ might|\ can)\ [^?;]*
            \b(?:{_SPENT})\b
        """,
        "What was the hall's new roof going to cost?",
        "After the pool closed, what did members want the Cabinet to pay for?",
    ),
    row(
        Wanted.DATE,
        r"""
        \bwhen(?:
            's|’s|
            \ (?:is|was|did|does|do|are|were|will|can|could|has|have|had|should|would|might|must|exactly)\b
        )|
        \b(?:until|by|since|from|to|and)\ when\b|
        \bwhen\s*\?|
        \b(?:what|which|on\ what|by\ what|by\ which|in\ which|in\ what)\ (?:dates?|days?|months?|years?|times?|deadlines?)\b|
        \b(?:how\ soon|what\ year|cut-off)\b
        """,
        "When was the bridge shut?",
        "The bridge was busy when it was shut.",
    ),
    row(
        Wanted.PERSON,
        r"""
        (?:
            ^|[,;:.?!–-]\s*|
            \b(?:and|or|but|by|to|from|with|for|of|on|about|is|was|say|says|said|know|tell\ me)\s+
        )who(?:se|m|'s|’s)?\b|
        \b(?:
            which\ (?:
                councillors?|members?|officers?|people|person|director|post-?holder|cabinet\ member|group\ leader
            )|
            named?\ contact|
            what(?:'s|’s|\ is|\ was|\ are|\ were)\ the\ names?\ of
        )\b
        """,
        "By whom was the meeting chaired?",
        "What did the people who live by the Mere say?",
    ),
    row(
        Wanted.PLACE,
        r"\b(?:where|which\ (?:ward|wards|district|districts|area|areas|town|boroughs?|venue))\b",
        "Which wards lost a bus?",
        "Which bus was lost?",
    ),
    row(
        Wanted.DECISION,
        r"""
        \b(?:
            decid\w+|decision|resolv\w+|resolution|agree[ds]?|approv\w+|endors\w+|adopt(?:ed)?\ (?:the|its|a)|passed?|
            voted|sign(?:ed)?\ off|settle[ds]?|outcome|turn(?:ed)?\ down|defer\w*|accept\w*|reject\w*|carried|succeed
        )\b
        """,
        "Was the weight limit turned down?",
        "How many children were adopted?",
    ),
    row(
        Wanted.RECOMMENDATION,
        r"""
        \b(?:
            recommend\w*|asked\ to\ (?:do|note|agree|consider|approve|settle)|propos\w+|suggest\w*|advis\w+|invited\ to
        )\b
        """,
        "What was the Cabinet asked to note?",
        "What was the Cabinet asked to pay?",
    ),
    row(
        Wanted.VOTE,
        r"""
        \b(?:
            vot(?:e|ed|es|ing)|in\ favour|(?:voted|spoke|was|were|anyone)\ against|abstain\w*|oppos\w+|oppon\w+|
            for\ and\ against|sat\ on\ the\ fence
        )\b
        """,
        "Was anyone against the precept?",
        "What is set against the budget?",
    ),
    row(
        Wanted.REASON,
        r"\b(?:why|what\ (?:reasons?|caused|explains?|led)|how\ come|because|on\ what\ grounds)\b",
        "On what grounds was it refused?",
        "On what day was it refused?",
    ),
    row(
        Wanted.YES_NO,
        r"^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\b",
        "Did the weight limit come in?",
        "What did the weight limit do?",
    ),
)

COMPARISON = row(
    "a comparison of two things",
    r"""
    \b(?:
        compar\w+|than|versus|vs|and\ in|both|first\ according\ to|relative\ to|against\ the|respectively|
        and\ what\ was\ it|difference|change[ds]?\ (?:since|between|from)|up\ or\ down|more\ or\ fewer|rise|fell|fall
    )\b
    """,
    "How many were there in 2023 and in 2024?",
    "How many were there in 2024?",
)
REFERENCE = row(
    "a printed number of a minute, paragraph or decision",
    r"""
    (?<![\d/])\b(?:
        \d{1,4}/\d{2,5}(?:/\d+)*|
        \d{1,2}\.\d{1,2}(?:\.\d{1,2})*|
        [A-Z]{1,3}\d{4}-\d{1,4}|
        \d\d/\d{5}
    )\b
    """,
    "What does 7/24 say?",
    "How many of the 724 were there?",
    CASE_COUNTS,
)
NUMBERED = row(
    "the number behind the word minute, item, paragraph",
    r"""
    \b(?:minute|item|paragraph|para|entry|section|question)\s+(?:no\.?\s*|number\s*)?
    (\d{1,4}[a-z]?(?:[./]\d{1,5})*)\b
    """,
    "What does minute no. 86 say?",
    "What do the minutes of 9 January say?",
)
FINANCIAL_OR_DATE = row(
    "a financial year or a date in figures, that a reference is not",
    r"(?:19|20)\d\d/(?:\d\d|20\d\d)|\d{1,2}/\d{1,2}/\d{2,4}",
    "2023/24",
    "7/24",
    CASE_COUNTS,
)
UNIT_BEHIND = row(
    "what follows an amount, that a reference has not behind it",
    r"^\s*(?:%|per\ cent|million|m\b|pm\b|am\b|hours)",
    " per cent of waste",
    " of the minutes",
    CASE_COUNTS,
)
YEAR = row(
    "a year or a financial year",
    r"\b(?:19|20)\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?\b",
    "How many were there in 2022/23?",
    "What does minute 1823/22 say?",
    CASE_COUNTS,
)
FINANCIAL_YEAR = row(
    "a financial year, as its first year and the last two digits of its second",
    r"\b((?:19|20)\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d/–-])",
    "How many were there in 2022–23?",
    "What was decided on 2022-11-23?",
    CASE_COUNTS,
)
NAME = row(
    "capitalised words, an acronym",
    r"""
    \b[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?(?:\s+[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)*\b|
    \b[A-Z]{2,}[a-z]?\b
    """,
    "what was said of Fennel Park?",
    "what was said of the park?",
    CASE_COUNTS,
)
NAMED = (COMPARISON, REFERENCE, NUMBERED, FINANCIAL_OR_DATE, UNIT_BEHIND, YEAR, FINANCIAL_YEAR, NAME)
