"""Patterns of answers: what a question asks an answer to hold, and the words that hold it. Pure.

Tables of rows as in `patterns`; a test walks them all.
"""

from collections.abc import Mapping, Sequence

from assistant.question.kinds import AnswerType
from assistant.question.patterns import CASE_COUNTS, MONTHS, PatternRow, row

_MONTH = f"(?:{MONTHS})"

_ASKED = (
    row(
        AnswerType.MONEY,
        r"""
        \b(?:
            costs?|costing|prices?|spend|spent|spending|bill|money|worth|owed?|salary|deficit|pooled|price\ tag|budget|
            funding|grant|wage|precept|sum|savings?|fee|fine|charged?|rent|paid|debt|surplus|shortfall|balance|raised?|
            kitty|bank\ accounts?|valuation|value|come\ to|came\ to|
            (?:bring|brought|pull|pulled|take|took)\ in|set\ (?:\w+\ ){1,3}back
        )\b|
        [£$€]
        """,
        "What did the hall's new roof come to?",
        "What did the hall's new roof look like?",
    ),
    row(
        AnswerType.SHARE,
        r"\b(?:percentages?|per\ ?cent|proportions?|shares?|slice|what\ fraction)\b|%",
        "What slice of the waste was recycled?",
        "How much of the waste was recycled?",
    ),
    row(
        AnswerType.RATE,
        r"\b(?:rate|per\ 10,000|per\ 1,000|ratio|multiple|times\ the)\b",
        "How many were there per 10,000 children?",
        "At how many times was it done?",
    ),
    row(
        AnswerType.COUNT,
        r"\b(?:how\ many|number\ of|count\ of|how\ often|how\ large|how\ big)\b",
        "How big is the waiting list?",
        "How much waiting is there?",
    ),
    row(
        AnswerType.FIGURE,  # for a yes or no: the amounts that were compared
        r"""
        \b(?:
            more|fewer|less|bigger|higher|lower|larger|smaller|greater|longer|shorter|
            (?:above|below|over|under)\ (?:the\ )?(?:\w+\ )?average
        )\b
        """,
        "Is it above the national average?",
        "Is it above the shop?",
    ),
    row(
        AnswerType.LENGTH,
        r"""
        \b(?:
            how\ long|how\ soon|how\ quickly|how\ often|how\ frequently|how\ far\ ahead|
            for\ how\ many\ (?:weeks|months|years|days)|waiting\ time
        )\b
        """,
        "For how many weeks was it shut?",
        "How many weeks are there in a term?",
    ),
    row(
        AnswerType.DAY,
        r"\b(?:what|which|on\ what|on\ which|by\ what|by\ which)\ (?:dates?|days?)\b",
        "On what date do the charges begin?",
        "In what month do the charges begin?",
    ),
    row(
        AnswerType.PROPER,
        r"""
        \b(?:which|what|whose)
        \ (?:(?!(?:is|are|was|were|did|does|do|has|had|have|will|would|could|the|of)\b)\w+\ ){0,2}?
        (?:
            firms?|compan(?:y|ies)|contractors?|suppliers?|providers?|charit(?:y|ies)|authorit(?:y|ies)|councils?|
            consultants|consultancy|agenc(?:y|ies)|organisations?|bod(?:y|ies)|banks?|unions?|part(?:y|ies)|schools?|
            colleges?|universit(?:y|ies)|hospitals?|church|streets?|roads?|parks?|wards?|villages?|towns?|districts?|
            boroughs?|pubs?|hotels?|newspapers?|clubs?|departments?
        )\b
        """,
        "Which primary school is to be closed?",
        "What did the school say?",
    ),
    row(
        AnswerType.NAME,
        r"""
        \b(?:who|whose|name\ of|named|which\ (?:councillors?|members?|officers?|director|person|people))\b
        """,
        "Which officers wrote it?",
        "Which reports were written?",
    ),
    row(
        AnswerType.GRADE,
        r"\b(?:grade|graded|rating|rated|judgement|mark)\b",
        "What rating did the home get?",
        "What did inspectors say of the home?",
    ),
)
ASKED: Mapping[AnswerType, PatternRow[AnswerType]] = {asked.kind: asked for asked in _ASKED}

OFTEN_A_SHARE = row(
    "an amount of money that is as often a share",
    r"\bby\ how\ much\b|\bhow\ much\ (?:of|more|less)\b|\binterest\b",
    "By how much did the budget grow?",
    "How much did the roof cost?",
)
WHAT_IS = row(
    "a question for the thing itself, without which a word of money asks for no sum",
    r"\bwhat(?:'s|\ is|\ was|\ were)\b",
    "What was the price?",
    "What happened to the price?",
)
HOW_GRADED = row(
    "a question for a grade, without which its noun asks for none",
    r"\bwhat\b|\bhow\ (?:did|was|were)\b",
    "How was the home rated?",
    "Who rated the home?",
)

_DAY_HELD = rf"""
    \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|
    \b{_MONTH}\s+\d{{1,2}}\b|
    \b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|
    \bto\ be\ confirmed\b|\btbc\b
"""
_HELD = (
    row(AnswerType.DAY, _DAY_HELD, "It begins on 1 October.", "It begins in October."),
    row(
        AnswerType.TIME,
        rf"""
        \b{_MONTH}\b|
        \b(?:19|20)\d\d\b|
        \b(?:spring|summer|autumn|winter)\b|
        \d[.:]\d\d\ ?(?:am|pm)|
        \b(?:noon|midnight)\b|
        \bto\ be\ confirmed\b|\btbc\b
        """,
        "It ends at 9.30 pm.",
        "It ends at 9.30 on the scale.",
    ),
    row(AnswerType.TIME, _DAY_HELD, "It begins on 01/10/24.", "It begins soon."),
    row(
        AnswerType.LENGTH,
        r"""
        \b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a)
            [ -](?:working\ )?(?:hours?|days?|weeks?|months?|years?)\b|
        \b(?:
            annual(?:ly)?|quarterly|monthly|weekly|daily|termly|bi-?monthly|twice|once|fortnight(?:ly)?|alternate\w*|
            every\ (?:other\ )?(?:day|week|month|year)
        )\b
        """,
        "It takes ten working days.",
        "It takes time.",
    ),
    row(
        AnswerType.NAME,
        r"""
        \b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof(?:essor)?|Rev)\.?\s+
        (?:[A-Z]\.?\s+)*([A-Z][A-Za-z'’-]+)
        """,
        "Cllr. J. Thackray proposed it.",
        "A councillor proposed it.",
        CASE_COUNTS,
    ),
    row(
        AnswerType.NAME,
        r"\b[A-Z][a-z'’-]+(?:\ [A-Z]\.?)?\ [A-Z][A-Za-z'’-]+\b",
        "It was written by Ada M. Brindle.",
        "It was written by Brindle.",
        CASE_COUNTS,
    ),
    row(
        AnswerType.NAME,
        r"""
        \b(?:
            Director|Manager|Officer|Commissioner|Chair(?:man|person)?|Leader|Head|Inspector|Nurse|Lead|Secretary|
            Minister|Mayor|Clerk|Board|Committee|Panel|Cabinet|Council|Trust|Service|Team|Department|Group
        )\b
        """,
        "The Clerk wrote it.",
        "The clerk wrote it.",
        CASE_COUNTS,
    ),
    row(
        AnswerType.PROPER,
        r"(?<![.!?]\s)(?<!^)\b[A-Z][\w&'’-]+",
        "It was won by Corvane.",
        "Nobody won. It was withdrawn.",
        CASE_COUNTS,
    ),
    row(
        AnswerType.GRADE,
        r"""
        \b(?:
            outstanding|good|requires?\ improvement|inadequate|satisfactory|adequate|gold|silver|bronze|amber|green|red
        )\b
        """,
        "The home requires improvement.",
        "The home was improved.",
    ),
    row(
        AnswerType.REASON,
        r"""
        \b(?:
            because|as\ (?:there|it|they|this|the)|due\ to|as\ a\ result|owing\ to|in\ order\ to|so\ that|reason|
            following|concern(?:s|ed)?|since|given|therefore|would|to\ ensure|caused|led\ to|attributed
        )\b
        """,
        "It was shut owing to floods.",
        "It was shut.",
    ),
    row(
        AnswerType.MONEY,
        r"\b(?:million|per\ annum)\b",
        "It is 4.2 million.",
        "It is 4.2 Million.",
        CASE_COUNTS,
    ),
    row(
        AnswerType.SHARE,
        r"\b(?:half|third|quarter|majority|percent)\b|\d+\ (?:of|out\ of)\ (?:the\ )?\d+",
        "It was 3 out of the 10.",
        "It was 3 and then 10.",
    ),
    row(
        AnswerType.FIGURE,
        r"""
        \b(?:
            two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|
            half|third|quarter|none
        )\b
        """,
        "Visits fell by a third.",
        "Visits fell.",
    ),
)
HELD: Mapping[AnswerType, Sequence[PatternRow[AnswerType]]] = {
    kind: [held for held in _HELD if held.kind is kind] for kind in dict.fromkeys(held.kind for held in _HELD)
}

FIGURE = row(
    "a figure with its sign or unit",
    r"(?<![\w.,/])(?:[£$€]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per\ cent|k\b|m\b|bn\b|million|billion|thousand))?",
    "It cost £4.2 million.",
    "It is in B4.",
)
SUM = row(
    "a figure that is a sum of money",
    r"^(?:[£$€]|\d[\d,]*\.\d\d$)",
    "714.99",
    "714.9",
    CASE_COUNTS,
)
PLAIN_YEAR = row("a figure that is a year", r"^(?:19|20)\d\d\Z", "2024", "20,24", CASE_COUNTS)
NO_COUNT = row(
    "a figure that is no number of things",
    r"^(?:(?:19|20)\d\d|[£$€].*|.*(?:%|per\ cent))\Z",
    "47.3 per cent",
    "11,240",
    CASE_COUNTS,
)
OTHERS = (OFTEN_A_SHARE, WHAT_IS, HOW_GRADED, FIGURE, SUM, PLAIN_YEAR, NO_COUNT)
