"""Follow-up questions completed from the turns before. Pure.

"And the year before?" after "How many children were adopted in 2023/24?" asks for 2022/23.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.text import NUMBER_WORDS

_OPENS = re.compile(r"^(?:and|but|so|or|what about|how about|also|then|as for)\b", re.I)
_POINTS = re.compile(
    r"\b(?:it|its|they|them|their|that|those|these|this|he|she|him|her|there|then|the same|ones?|such|(?:the|these) (?:latter|former|two|both))\b",
    re.I,
)
_YEAR_BACK = re.compile(
    r"\b(?:the )?(?:year before|previous year|year earlier|last year|prior year|preceding year)\b", re.I
)
_YEAR_ON = re.compile(r"\b(?:the )?(?:year after|following year|next year|year later)\b", re.I)
_YEARS_BACK = re.compile(r"\b(two|three|four|five|\d) years (?:before|earlier|previously|ago)\b", re.I)
_FINANCIAL = re.compile(r"\b((?:19|20)\d\d)\s*([/-])\s*((?:20)?\d\d)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_THAT_MONTH = re.compile(
    r"\b(?:that|the same|this)\s+(january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"\b(?:in|by|of)\s+(january|february|march|april|may|june|july|august|september|october|november|december)(?: that| of that)? year\b",
    re.I,
)
_QUESTION_WORDS = re.compile(
    r"\b(?:how (?:many|much|long|often|big|far)|what|when|where|which|who|whom|whose|why|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b",
    re.I,
)
_TIMES = re.compile(
    r"\b(?:in|on|by|at|during|since|for|of)?\s*(?:the end of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)?\s*"
    r"(?:19|20)\d\d(?:\s*[/-]\s*(?:20)?\d\d)?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class EarlierTurn:
    """An earlier turn: the question as completed then, and the meeting date of its best citation."""

    question: str
    date: str | None


def is_follow_up(question: str) -> bool:
    """Whether a question leans on the turns before it."""
    words = question.split()
    return bool(_OPENS.match(question)) or bool(_POINTS.search(question)) or len(words) <= 4


def complete(question: str, past: Sequence[EarlierTurn], councils: Sequence[str] = ()) -> str:
    """The question as it would be asked alone; unchanged where it stands by itself.

    `councils` are the places of the councils known ("aldermere"): one that the follow-up names replaces the one before.
    """
    if not past or not is_follow_up(question):
        return question
    before = past[-1]
    told = _with_times(question, before)
    topic = _QUESTION_WORDS.sub(" ", before.question).strip(" ?.")
    if _YEAR.search(told) or _THAT_MONTH.search(question):
        topic = _TIMES.sub(" ", topic)
    named = [place for place in councils if re.search(rf"\b{re.escape(place)}\b", told, re.I)]
    if named:
        for place in councils:
            topic = re.sub(rf"\b{re.escape(place)}(?:['’]s)?\b", " ", topic, flags=re.I)
    return f"{told.rstrip(' ?.')} – {' '.join(topic.split())}?"


def _with_times(question: str, before: EarlierTurn) -> str:
    """The question with "the year before" and "that September" as years."""
    financial = _FINANCIAL.search(before.question)
    plain = _YEAR.findall(before.question)
    base = (
        int(financial[1]) if financial else int(plain[-1]) if plain else int(before.date[:4]) if before.date else None
    )
    if base is None:
        return question

    def year(shift: int) -> str:
        return f"{base + shift}/{(base + shift + 1) % 100:02d}" if financial else str(base + shift)

    question = _YEAR_BACK.sub(f"in {year(-1)}", question)
    question = _YEAR_ON.sub(f"in {year(1)}", question)
    question = _YEARS_BACK.sub(lambda m: f"in {year(-(NUMBER_WORDS.get(m[1].lower()) or int(m[1])))}", question)
    month_year = int(before.date[:4]) if before.date else base
    return _THAT_MONTH.sub(lambda m: f"in {m[1] or m[2]} {month_year}", question)
