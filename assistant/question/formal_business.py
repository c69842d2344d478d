"""A meeting's formal business, which is asked for in many words and minuted in few: who was away, when it ended. Pure.

"Who couldn't make it in January?" shares no word with "Apologies for absence were received from ...". What is asked and
what a clerk writes are matched here by sort; the question's date does the rest.
"""

import re
from collections.abc import Collection
from enum import StrEnum


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


_ASKED = {
    FormalBusiness.APOLOGIES: r"\bapolog|\bexcuses\b|\bregrets\b|\babsent\b|\babsentees?\b|\b(?:missed|missing from|skipped)\b.*\bmeeting|"
    r"\b(?:couldn['’]?t|could not|didn['’]?t|did not|unable to) (?:make|come|attend|be there)|\bwasn['’]?t (?:there|present)|\b(?:was|were) (?:away|not (?:there|present))\b",
    FormalBusiness.PRESENT: r"\bwho (?:all )?(?:was|were) (?:there|present|in the room|at the|at it)|\bwho (?:attended|turned up|came|sat)\b|\battendance\b|"
    r"\b(?:how many|which) (?:councillors?|members?|people|residents|officers) (?:attended|were (?:there|present)|turned up|came|showed up)",
    FormalBusiness.CHAIR: r"\bwho (?:was in the chair|chaired|took the chair|presided|ran|led) |\bwho (?:is|was) (?:the )?(?:chair|chairman|chairwoman|chairperson)\b|\bin the chair\b",
    FormalBusiness.BEGAN: r"\b(?:what time|when|what hour)\b.*\b(?:start|started|begin|began|open|opened|kick|convene|called to order)\b|\bstart(?:ing)? time\b",
    FormalBusiness.ENDED: r"\b(?:what time|when|how late|what hour)\b.*\b(?:end|ended|finish|finished|close|closed|break up|broke up|wrap|wrapped|adjourn|adjourned|over|conclude|concluded)\b",
    FormalBusiness.INTERESTS: r"\bdeclar\w+ (?:an? |any |their |his |her )?(?:\w+ )?interests?\b|\binterests? (?:was|were|did)\b.*\bdeclar|\b(?:conflicts? of interest|stepp?ed aside|left the room|stood aside|vested interest|pecuniary)\b",
    FormalBusiness.LAST_MINUTES: r"\b(?:earlier|previous|last|which|whose)\b.*\b(?:minutes|record)\b.*\b(?:sign|approv|agree|accept|confirm|pass)|\b(?:sign|approv|agree|accept|confirm)\w*\b.*\b(?:minutes|record)\b",
    FormalBusiness.NEXT_MEETING: r"\bnext (?:\w+ ){0,3}(?:meeting|session)\b|\b(?:meet|meets|meeting) (?:again|next)\b|\bnext (?:due to )?(?:meet|sit|gather)\b",
}
_WRITTEN = {
    FormalBusiness.APOLOGIES: r"\bapolog\w+|\bregrets\b|\babsen(?:t|ce)\b",
    FormalBusiness.PRESENT: r"\bpresent\b\s*[:;-]|\bin attendance\b|\battend(?:ed|ing|ees)\b|\bpresent were\b|\b(?:were|was) present\b",
    FormalBusiness.CHAIR: r"\bin the chair\b|\bchair(?:man|woman|person)?\b",
    FormalBusiness.BEGAN: r"\b(?:commenced|called to order|opened|started|began)\b|\bat \d{1,2}[.:]?\d{0,2} ?(?:am|pm|a\.m|p\.m|noon|hrs)",
    FormalBusiness.ENDED: r"\b(?:ended|closed|concluded|finished|terminated|adjourned|rose)\b|\badjournment\b",
    FormalBusiness.INTERESTS: r"\binterests?\b",
    FormalBusiness.LAST_MINUTES: r"\bminutes\b",
    FormalBusiness.NEXT_MEETING: r"\bnext\b.*\bmeeting\b|\bdates? of (?:next|future|the next)\b|\bfuture meetings\b",
}
_ASKS = {sort: re.compile(pattern, re.I) for sort, pattern in _ASKED.items()}
_WRITES = {sort: re.compile(pattern, re.I) for sort, pattern in _WRITTEN.items()}


def business_asked(question: str) -> frozenset[FormalBusiness]:
    """The sorts of formal business that a question asks for; mostly none."""
    return frozenset(sort for sort, pattern in _ASKS.items() if pattern.search(question))


def minuted(sorts: Collection[FormalBusiness], text: str) -> bool:
    """Whether a text is what a clerk writes of one of these sorts."""
    return any(_WRITES[sort].search(text) for sort in sorts)
