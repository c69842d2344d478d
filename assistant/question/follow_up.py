"""Follow-up questions completed from the turns before. Pure.

"And the year before?" after "How many children were adopted in 2023/24?" asks for 2022/23.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.patterns import CASE_COUNTS, MONTHS, row
from index.text import NUMBER_WORDS

OPENS = row(
    "an opening that joins a question to the one before",
    r"^(?:and|but|so|or|what\ about|how\ about|also|then|as\ for)\b",
    "What about 2022/23?",
    "What was said about 2022/23?",
)
POINTS = row(
    "a word that points back",
    r"""
    \b(?:
        it|its|they|them|their|that|those|these|this|he|she|him|her|there|then|the\ same|ones?|such|
        (?:the|these)\ (?:latter|former|two|both)
    )\b
    """,
    "Who proposed the latter?",
    "Who proposed the later amendment?",
)
YEAR_BACK = row(
    "the year before the one asked about",
    r"\b(?:the\ )?(?:year\ before|previous\ year|year\ earlier|last\ year|prior\ year|preceding\ year)\b",
    "And the year before?",
    "And in that year?",
)
YEAR_ON = row(
    "the year after the one asked about",
    r"\b(?:the\ )?(?:year\ after|following\ year|next\ year|year\ later)\b",
    "And the following year?",
    "And the following month?",
)
YEARS_BACK = row(
    "how many years before the one asked about",
    r"\b(two|three|four|five|\d)\ years\ (?:before|earlier|previously|ago)\b",
    "And two years earlier?",
    "And for two years?",
)
FINANCIAL = row(
    "a financial year: its first year, its dash, its second year",
    r"\b((?:19|20)\d\d)\s*([/-])\s*((?:20)?\d\d)\b",
    "How many in 2022/23?",
    "How many in 2022?",
    CASE_COUNTS,
)
YEAR = row("a year", r"\b((?:19|20)\d\d)\b", "How many in 2022?", "How many of the 1,822?", CASE_COUNTS)
THAT_MONTH = row(
    "a month of the year asked about",
    rf"""
    \b(?:that|the\ same|this)\s+({MONTHS})\b|
    \b(?:in|by|of)\s+({MONTHS})(?:\ that|\ of\ that)?\ year\b
    """,
    "What was said that September?",
    "What was said in September?",
)
QUESTION_WORDS = row(
    "a word that asks and names nothing",
    r"""
    \b(?:
        how\ (?:many|much|long|often|big|far)|what|when|where|which|who|whom|whose|why|did|does|do|is|are|was|were|has|
        have|had|will|would|can|could|should
    )\b
    """,
    "How many children",
    "However, children",
)
TIMES = row(
    "a time with its year, and the words that lead to it",
    rf"""
    \b(?:in|on|by|at|during|since|for|of)?\s*(?:the\ end\ of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTHS})?\s*
    (?:19|20)\d\d(?:\s*[/-]\s*(?:20)?\d\d)?\b
    """,
    "by the end of March 2024",
    "by the end of March",
)
PATTERNS = (OPENS, POINTS, YEAR_BACK, YEAR_ON, YEARS_BACK, FINANCIAL, YEAR, THAT_MONTH, QUESTION_WORDS, TIMES)
_FEW_WORDS = 4  # a question of no more words leans on the turn before: "Who seconded it?"


@dataclass(frozen=True, slots=True)
class EarlierTurn:
    """An earlier turn: the question as completed then, and the meeting date of its best citation."""

    question: str
    date: str | None


def is_follow_up(question: str) -> bool:
    """Whether a question leans on the turns before it."""
    return OPENS.matches(question) or POINTS.matches(question) or len(question.split()) <= _FEW_WORDS


def complete(question: str, past: Sequence[EarlierTurn], councils: Sequence[str] = ()) -> str:
    """The question as it would be asked alone; unchanged where it stands by itself.

    `councils` are the places of the councils known ("aldermere"): one that the follow-up names replaces the one before.
    """
    if not past or not is_follow_up(question):
        return question
    before = past[-1]
    dated = _with_times(question, before)
    topic = QUESTION_WORDS.pattern.sub(" ", before.question).strip(" ?.")
    if YEAR.matches(dated) or THAT_MONTH.matches(question):
        topic = TIMES.pattern.sub(" ", topic)
    if any(re.search(rf"\b{re.escape(place)}\b", dated, re.I) for place in councils):
        for place in councils:
            topic = re.sub(rf"\b{re.escape(place)}(?:['’]s)?\b", " ", topic, flags=re.I)
    return f"{dated.rstrip(' ?.')} – {' '.join(topic.split())}?"


def _with_times(question: str, before: EarlierTurn) -> str:
    """The question with "the year before" and "that September" as years; unchanged where no year is known."""
    financial = FINANCIAL.pattern.search(before.question)
    base = int(financial[1]) if financial else _year_of(before)
    if base is None:
        return question

    def year(shift: int) -> str:
        return f"{base + shift}/{(base + shift + 1) % 100:02d}" if financial else str(base + shift)

    question = YEAR_BACK.pattern.sub(f"in {year(-1)}", question)
    question = YEAR_ON.pattern.sub(f"in {year(1)}", question)
    question = YEARS_BACK.pattern.sub(lambda m: f"in {year(-(NUMBER_WORDS.get(m[1].lower()) or int(m[1])))}", question)
    month_year = int(before.date[:4]) if before.date else base
    return THAT_MONTH.pattern.sub(lambda m: f"in {m[1] or m[2]} {month_year}", question)


def _year_of(before: EarlierTurn) -> int | None:
    """The year that a turn was about: the last that it names, else its best citation's."""
    years = YEAR.pattern.findall(before.question)
    if years:
        return int(years[-1])
    return int(before.date[:4]) if before.date else None
