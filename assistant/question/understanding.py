"""What a question asks: its dates, councils, bodies, references, kind of answer and words. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question.expansion import expansions
from assistant.question.formal_business import FormalBusiness, business_asked
from assistant.question.kinds import Wanted
from assistant.question.patterns import (
    COMPARISON,
    FINANCIAL_OR_DATE,
    FINANCIAL_YEAR,
    NAME,
    NUMBERED,
    REFERENCE,
    UNIT_BEHIND,
    WANTED,
    YEAR,
)
from corpus.bodies import body_of
from corpus.dates import find_dates, find_day_months, find_months, month_span
from corpus.placement import place_of
from index.text import words_of

_TOPIC_WORDS = 4  # a question of no more words, which wants nothing else, names a bare topic
_NOT_NAMES = frozenset(
    "who what when where which why how did does is are was were has have in on of for the a an by at to from and going "
    "under according january february march april may june july august september october november december cllr mr mrs "
    "ms dr monday tuesday wednesday thursday friday saturday sunday council committee board panel cabinet".split()
)
_BODY_STOP = frozenset(
    words_of("board committee panel cabinet council forum services service overview the and joint sub-committee")
)
_BODY_KINDS = frozenset("board committee panel cabinet council forum scrutiny parenting audit planning".split())


@dataclass(frozen=True, slots=True)
class DateSpan:
    """First and last day, YYYY-MM-DD, of a time that a question names."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart. Everything but the words is a guess: it costs rank, never the answer."""

    text: str
    words: tuple[str, ...]  # stemmed, without stop words
    extra: tuple[str, ...]  # stemmed words of the papers for everyday words
    wanted: frozenset[Wanted]
    councils: tuple[str, ...]  # known councils that it names
    bodies: tuple[str, ...]  # known bodies that it names
    spans: tuple[DateSpan, ...]
    references: tuple[str, ...]  # "7/24", "4.10", "24/00093"
    years: tuple[str, ...]  # "2023", "2022/23"
    compares: bool  # asks for two things side by side
    names: tuple[str, ...]  # capitalised names that are no council's or body's
    business: frozenset[FormalBusiness] = frozenset()  # formal business asked for: apologies, who chaired


def understand(text: str, councils: Sequence[str] = (), bodies: Sequence[str] = ()) -> Question:
    """A question taken apart, against the councils and bodies that are indexed."""
    words = tuple(dict.fromkeys(words_of(text)))
    named = tuple(name for name in councils if _names_council(text, name))
    return Question(
        text=text,
        words=words,
        extra=tuple(word for word in dict.fromkeys([*expansions(text), *_other_years(text)]) if word not in words),
        wanted=_wanted(text),
        councils=named,
        bodies=tuple(name for name in bodies if _names_body(text, name)),
        spans=tuple(_spans(text)),
        references=tuple(dict.fromkeys([*(m[1] for m in NUMBERED.pattern.finditer(text)), *_references(text)])),
        years=tuple(YEAR.pattern.findall(plain_years(text))),
        compares=COMPARISON.matches(text) or len(named) > 1 or len(set(YEAR.pattern.findall(text))) > 1,
        names=tuple(dict.fromkeys(_names(text, named))),
        business=business_asked(text),
    )


def plain_years(text: str) -> str:
    """A text with its financial years in one form: "2022-23", "2022/2023" and "2022–23" as "2022/23"."""
    return FINANCIAL_YEAR.pattern.sub(r"\1/\2", text)


def _other_years(text: str) -> list[str]:
    """The ways in which papers may print the financial years of a text as one word: "2022/23", "2022/2023"."""
    years = FINANCIAL_YEAR.pattern.findall(text)
    return [word for first, last in years for word in (f"{first}/{last}", f"{first}/{first[:2]}{last}")]


def _wanted(text: str) -> frozenset[Wanted]:
    """Everything that a question wants; where no pattern matches, a topic or a thing."""
    found = frozenset(row.kind for row in WANTED if row.matches(text))
    bare = Wanted.TOPIC if len(text.split()) <= _TOPIC_WORDS else Wanted.THING
    return found or frozenset({bare})


def _names_council(text: str, council: str) -> bool:
    """Whether the place of a council is in the question ("Aldermere's" for Aldermere Borough Council)."""
    place = place_of(council)
    return bool(place) and re.search(rf"\b{re.escape(place)}(?:['’]s?)?\b", text, re.I) is not None


def _names_body(text: str, body: str) -> bool:
    """Whether most of a body's telling words are in the question ("children's scrutiny" for the long name)."""
    telling = [word for word in words_of(body) if word not in _BODY_STOP]
    said = set(re.findall(r"[a-z]+", text.lower()))  # as typed: "the transition plan" names no planning committee
    kinds = _BODY_KINDS & said & set(re.findall(r"[a-z]+", body.lower()))
    asked = set(words_of(text)) | set(expansions(text))
    if not telling:
        return body_of(text) == body or f" {body.lower()}" in f" {text.lower()}"
    hits = sum(word in asked for word in telling)
    return hits >= max(1, (len(telling) + 1) // 2) and (bool(kinds) or hits == len(telling) > 1)


def _spans(text: str) -> list[DateSpan]:
    """The days and months that a question names; a day without a year is of the first year that it names."""
    spans = [DateSpan(found.iso, found.iso) for found in find_dates(text)]
    taken = {span.since[:7] for span in spans}
    for year, month in find_months(text):
        first, last = month_span(year, month)
        if first[:7] not in taken:
            spans.append(DateSpan(first, last))
    years = [int(year[:4]) for year in YEAR.pattern.findall(text)]
    if not spans and years:
        for month, day in find_day_months(text):
            stamp = f"{years[0]}-{month:02d}-{day:02d}"
            spans.append(DateSpan(stamp, stamp))
    return spans


def _references(text: str) -> list[str]:
    """The printed numbers that a question names; an amount, a date and a financial year are none."""
    found = []
    for match in REFERENCE.pattern.finditer(text):
        word, before, behind = match.group(), text[: match.start()], text[match.end() :]
        is_amount = UNIT_BEHIND.matches(behind) or before.endswith("£")
        if not is_amount and not FINANCIAL_OR_DATE.pattern.fullmatch(word):
            found.append(word)
    return found


def _names(text: str, councils: Sequence[str]) -> list[str]:
    """The capitalised names in a question, without question words, titles, months and the councils' places."""
    places = {place_of(name) for name in councils}
    found = []
    for match in NAME.pattern.finditer(text):
        words = [word for word in match.group().split() if word.lower() not in _NOT_NAMES]
        name = " ".join(words)
        if name and name.lower().removesuffix("'s") not in places:
            found.append(name)
    return found
