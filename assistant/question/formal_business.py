"""A meeting's formal business, which is asked for in many words and minuted in few: who was away, when it ended. Pure.

"Who couldn't make it in January?" shares no word with "Apologies for absence were received from ...". What is asked and
what a clerk writes are matched here by sort; the question's date does the rest.
"""

from collections.abc import Collection
from enum import StrEnum

from assistant.question.patterns import row


class FormalBusiness(StrEnum):
    """A sort of formal business."""

    APOLOGIES = "apologies"
    PRESENT = "present"
    CHAIR = "chair"
    BEGAN = "began"
    ENDED = "ended"
    INTERESTS = "interests"
    LAST_MINUTES = "minutes of the last meeting"
    NEXT_MEETING = "next meeting"


ASKED = (
    row(
        FormalBusiness.APOLOGIES,
        r"""
        \bapolog|\bexcuses\b|\bregrets\b|\babsent\b|\babsentees?\b|
        \b(?:missed|missing\ from|skipped)\b.*\bmeeting|
        \b(?:couldn['’]?t|could\ not|didn['’]?t|did\ not|unable\ to)\ (?:make|come|attend|be\ there)|
        \bwasn['’]?t\ (?:there|present)|
        \b(?:was|were)\ (?:away|not\ (?:there|present))\b
        """,
        "Which councillors couldn't make the March meeting?",
        "Which councillors could speak at the March meeting?",
    ),
    row(
        FormalBusiness.PRESENT,
        r"""
        \bwho\ (?:all\ )?(?:was|were)\ (?:there|present|in\ the\ room|at\ the|at\ it)|
        \bwho\ (?:attended|turned\ up|came|sat)\b|
        \battendance\b|
        \b(?:how\ many|which)\ (?:councillors?|members?|people|residents|officers)
            \ (?:attended|were\ (?:there|present)|turned\ up|came|showed\ up)
        """,
        "How many residents turned up in June?",
        "How many residents complained in June?",
    ),
    row(
        FormalBusiness.CHAIR,
        r"""
        \bwho\ (?:was\ in\ the\ chair|chaired|took\ the\ chair|presided|ran|led)\ |
        \bwho\ (?:is|was)\ (?:the\ )?(?:chair|chairman|chairwoman|chairperson)\b|
        \bin\ the\ chair\b
        """,
        "Who took the chair on 8 January?",
        "Who paid for the chair on 8 January?",
    ),
    row(
        FormalBusiness.BEGAN,
        r"""
        \b(?:what\ time|when|what\ hour)\b
            .*\b(?:start|started|begin|began|open|opened|kick|convene|called\ to\ order)\b|
        \bstart(?:ing)?\ time\b
        """,
        "When did the meeting of 9 January open?",
        "Did the meeting of 9 January open well?",
    ),
    row(
        FormalBusiness.ENDED,
        r"""
        \b(?:what\ time|when|how\ late|what\ hour)\b
            .*\b(?:
                end|ended|finish|finished|close|closed|break\ up|broke\ up|wrap|wrapped|adjourn|adjourned|over|
                conclude|concluded
            )\b
        """,
        "How late did the panel break up?",
        "Why did the panel break up?",
    ),
    row(
        FormalBusiness.INTERESTS,
        r"""
        \bdeclar\w+\ (?:an?\ |any\ |their\ |his\ |her\ )?(?:\w+\ )?interests?\b|
        \binterests?\ (?:was|were|did)\b.*\bdeclar|
        \b(?:
            conflicts?\ of\ interest|stepp?ed\ aside|left\ the\ room|stood\ aside|vested\ interest|pecuniary
        )\b
        """,
        "Did anyone declare a personal interest in the depot?",
        "Was anyone interested in the depot?",
    ),
    row(
        FormalBusiness.LAST_MINUTES,
        r"""
        \b(?:earlier|previous|last|which|whose)\b
            .*\b(?:minutes|record)\b.*\b(?:sign|approv|agree|accept|confirm|pass)|
        \b(?:sign|approv|agree|accept|confirm)\w*\b.*\b(?:minutes|record)\b
        """,
        "Which earlier meeting's record did the Cabinet sign off?",
        "What do the minutes say of the Cabinet?",
    ),
    row(
        FormalBusiness.NEXT_MEETING,
        r"""
        \bnext\ (?:\w+\ ){0,3}(?:meeting|session)\b|
        \b(?:meet|meets|meeting)\ (?:again|next)\b|
        \bnext\ (?:due\ to\ )?(?:meet|sit|gather)\b
        """,
        "When is the panel next due to meet?",
        "When did the panel meet last?",
    ),
)
WRITTEN = (
    row(
        FormalBusiness.APOLOGIES,
        r"\bapolog\w+|\bregrets\b|\babsen(?:t|ce)\b",
        "Regrets: Councillor Birch",
        "Present: Councillor Birch",
    ),
    row(
        FormalBusiness.PRESENT,
        r"""
        \bpresent\b\s*[:;-]|\bin\ attendance\b|\battend(?:ed|ing|ees)\b|\bpresent\ were\b|\b(?:were|was)\ present\b
        """,
        "Present: Councillors Ash and Birch",
        "The present arrangements go on.",
    ),
    row(
        FormalBusiness.CHAIR,
        r"\bin\ the\ chair\b|\bchair(?:man|woman|person)?\b",
        "Councillor Ash (Chairman)",
        "The hall's chairs are old.",
    ),
    row(
        FormalBusiness.BEGAN,
        r"""
        \b(?:commenced|called\ to\ order|opened|started|began)\b|
        \bat\ \d{1,2}[.:]?\d{0,2}\ ?(?:am|pm|a\.m|p\.m|noon|hrs)
        """,
        "The Panel met at 6.30 pm.",
        "The Panel met at 12 Mere Road.",
    ),
    row(
        FormalBusiness.ENDED,
        r"\b(?:ended|closed|concluded|finished|terminated|adjourned|rose)\b|\badjournment\b",
        "The meeting rose at 8.45 pm.",
        "The meeting went on.",
    ),
    row(
        FormalBusiness.INTERESTS,
        r"\binterests?\b",
        "No interests were declared.",
        "Nobody was interested.",
    ),
    row(
        FormalBusiness.LAST_MINUTES,
        r"\bminutes\b",
        "The minutes were signed.",
        "The minute was signed.",
    ),
    row(
        FormalBusiness.NEXT_MEETING,
        r"\bnext\b.*\bmeeting\b|\bdates?\ of\ (?:next|future|the\ next)\b|\bfuture\ meetings\b",
        "Date of next meeting: 4 March 2024",
        "Date of the last meeting: 8 January 2024",
    ),
)


def business_asked(question: str) -> frozenset[FormalBusiness]:
    """The sorts of formal business that a question asks for; mostly none."""
    return frozenset(asked.kind for asked in ASKED if asked.matches(question))


def minuted(sorts: Collection[FormalBusiness], text: str) -> bool:
    """Whether a text is what a clerk writes of one of these sorts."""
    return any(written.matches(text) for written in WRITTEN if written.kind in sorts)
