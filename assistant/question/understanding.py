"""What a question asks: its dates, councils, bodies, references, kind of answer and words. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.question.expansion import expansions
from assistant.question.formal_business import FormalBusiness, business_asked
from corpus.bodies import body_of
from corpus.dates import find_dates, find_day_months, find_months, month_span
from corpus.placement import place_of
from index.text import words_of


class Wanted(StrEnum):
    """What would answer: the shape of the words that the answer must hold."""

    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    VOTE = "vote"
    REASON = "reason"
    YES_NO = "yes-no"
    THING = "thing"
    TOPIC = "topic"  # a bare topic: "potholes"


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


_MEASURES = (
    "number|share|proportion|percentage|per cent|rate|figure|total|cost|amount|sum|price|size|ceiling|score|average|count|"
    "gap|turnover|turnout|headcount|population|capacity|caseload|deficit|surplus|shortfall|balance|fee|fine|charge|rent|"
    "salary|wage|allowance|precept|debt|interest|bill|saving|range|budget|valuation|value"
)
_SPENT = (  # "What did the hall's roof come to?"
    r"spen[dt]|(?:pay|paid|paying)(?! for\s*\?)|cost|costing|charged?|owed?|earn(?:ed)?|raised?|worth|come to|came to|left over|put aside|set aside|"
    r"(?:bring|brought|pull|pulled|take|took) in|in the (?:kitty|bank|accounts?)|bank accounts?|set (?:\w+ ){1,3}back"
)
_NUMBER = re.compile(
    rf"\b(?:how (?:many|much|often|big|large|long|far|soon|quickly|old|frequently|high|low)|"
    rf"(?:what|which)(?:'s|’s)? (?:\w+ ){{0,2}}(?:{_MEASURES})s?|number of|percentages?|rates? of)\b|"
    rf"\bwhat(?:'s|’s| is| was| are| were) (?:[\w'’&@-]+ ){{1,5}}(?:{_MEASURES})s?(?=[?,]|$| (?:of|for|in|at|on|to|last|this|per|from|by|as|paid|set)\b)|"
    rf"\bwhat(?:'s|’s| is| are| was| were| did| does| do| will| would| could| might| can) [^?;]*\b(?:{_SPENT})\b",
    re.I,
)
# "When was it shut?", "and when?", "until when"; not "when it was shut, what did ...".
_DATE = re.compile(
    r"\bwhen(?:'s|’s| (?:is|was|did|does|do|are|were|will|can|could|has|have|had|should|would|might|must|exactly)\b)|"
    r"\b(?:until|by|since|from|to|and) when\b|\bwhen\s*\?|"
    r"\b(?:what|which|on what|by what|by which|in which|in what) (?:dates?|days?|months?|years?|times?|deadlines?)\b|"
    r"\b(?:how soon|what year|cut-off)\b",
    re.I,
)
# "Who chaired it?", "by whom"; not "the people who chaired it".
_PERSON = re.compile(
    r"(?:^|[,;:.?!–-]\s*|\b(?:and|or|but|by|to|from|with|for|of|on|about|is|was|say|says|said|know|tell me)\s+)who(?:se|m|'s|’s)?\b|"
    r"\b(?:which (?:councillors?|members?|officers?|people|person|director|post-?holder|cabinet member|group leader)|named? contact|what(?:'s|’s| is| was| are| were) the names? of)\b",
    re.I,
)
_PLACE = re.compile(r"\b(?:where|which (?:ward|wards|district|districts|area|areas|town|boroughs?|venue))\b", re.I)
_DECISION = re.compile(
    r"\b(?:decid\w+|decision|resolv\w+|resolution|agree[ds]?|approv\w+|endors\w+|adopt(?:ed)? (?:the|its|a)|passed?|voted|sign(?:ed)? off|settle[ds]?|outcome|turn(?:ed)? down|defer\w*|accept\w*|reject\w*|carried|succeed)\b",
    re.I,
)
_RECOMMENDATION = re.compile(
    r"\b(?:recommend\w*|asked to (?:do|note|agree|consider|approve|settle)|propos\w+|suggest\w*|advis\w+|invited to)\b",
    re.I,
)
_VOTE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|in favour|(?:voted|spoke|was|were|anyone) against|abstain\w*|oppos\w+|oppon\w+|for and against|sat on the fence)\b",
    re.I,
)
_REASON = re.compile(r"\b(?:why|what (?:reasons?|caused|explains?|led)|how come|because|on what grounds)\b", re.I)
_YES_NO = re.compile(r"^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\b", re.I)
_COMPARES = re.compile(
    r"\b(?:compar\w+|than|versus|vs|and in|both|first according to|relative to|against the|respectively|and what was it|difference|change[ds]? (?:since|between|from)|up or down|more or fewer|rise|fell|fall)\b",
    re.I,
)
_REFERENCE = re.compile(
    r"(?<![\d/])\b(?:\d{1,4}/\d{2,5}(?:/\d+)*|\d{1,2}\.\d{1,2}(?:\.\d{1,2})*|[A-Z]{1,3}\d{4}-\d{1,4}|\d\d/\d{5})\b"
)
_NUMBERED = re.compile(
    r"\b(?:minute|item|paragraph|para|entry|section|question)\s+(?:no\.?\s*|number\s*)?(\d{1,4}[a-z]?(?:[./]\d{1,5})*)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?\b")
_FINANCIAL = re.compile(r"\b((?:19|20)\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d/–-])")
_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?(?:\s+[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)*\b|\b[A-Z]{2,}[a-z]?\b"
)
_NOT_NAMES = frozenset(
    "who what when where which why how did does is are was were has have in on of for the a an by at to from and going "
    "under according january february march april may june july august september october november december cllr mr mrs "
    "ms dr monday tuesday wednesday thursday friday saturday sunday council committee board panel cabinet".split()
)


def understand(text: str, councils: Sequence[str] = (), bodies: Sequence[str] = ()) -> Question:
    """A question taken apart, against the councils and bodies that are indexed."""
    named = tuple(name for name in councils if _names_council(text, name))
    return Question(
        text=text,
        words=tuple(dict.fromkeys(words_of(text))),
        extra=tuple(
            word for word in dict.fromkeys([*expansions(text), *_other_years(text)]) if word not in words_of(text)
        ),
        wanted=_wanted(text),
        councils=named,
        bodies=tuple(name for name in bodies if _names_body(text, name)),
        spans=tuple(_spans(text)),
        references=tuple(dict.fromkeys([*(m[1] for m in _NUMBERED.finditer(text)), *_references(text)])),
        years=tuple(_YEAR.findall(plain_years(text))),
        compares=bool(_COMPARES.search(text)) or len(named) > 1 or len(set(_YEAR.findall(text))) > 1,
        names=tuple(dict.fromkeys(_names(text, named))),
        business=business_asked(text),
    )


def plain_years(text: str) -> str:
    """A text with its financial years in one form: "2022-23", "2022/2023" and "2022–23" as "2022/23"."""
    return _FINANCIAL.sub(r"\1/\2", text)


def _other_years(text: str) -> list[str]:
    """The other ways in which papers may print the financial years of a text as one word: "2022/23", "2022/2023"."""
    return [
        word for first, last in _FINANCIAL.findall(text) for word in (f"{first}/{last}", f"{first}/{first[:2]}{last}")
    ]


def _wanted(text: str) -> frozenset[Wanted]:
    found = {
        wanted
        for pattern, wanted in (
            (_NUMBER, Wanted.NUMBER),
            (_DATE, Wanted.DATE),
            (_PERSON, Wanted.PERSON),
            (_PLACE, Wanted.PLACE),
            (_DECISION, Wanted.DECISION),
            (_RECOMMENDATION, Wanted.RECOMMENDATION),
            (_VOTE, Wanted.VOTE),
            (_REASON, Wanted.REASON),
            (_YES_NO, Wanted.YES_NO),
        )
        if pattern.search(text)
    }
    if not found:
        found.add(Wanted.TOPIC if len(text.split()) <= 4 else Wanted.THING)
    return frozenset(found)


def _names_council(text: str, council: str) -> bool:
    place = place_of(council)
    return bool(place) and re.search(rf"\b{re.escape(place)}(?:['’]s?)?\b", text, re.I) is not None


def _names_body(text: str, body: str) -> bool:
    """Whether most of a body's telling words are in the question ("children's scrutiny" for the long name)."""
    telling = [word for word in words_of(body) if word not in _BODY_STOP]
    kind = [word for word in words_of(body) if word in _BODY_KINDS]
    asked = set(words_of(text)) | set(expansions(text))
    if not telling:
        return body_of(text) == body or f" {body.lower()}" in f" {text.lower()}"
    hits = sum(word in asked for word in telling)
    return hits >= max(1, (len(telling) + 1) // 2) and (any(word in asked for word in kind) or hits == len(telling) > 1)


_BODY_STOP = frozenset(
    words_of("board committee panel cabinet council forum services service overview the and joint sub-committee")
)
_BODY_KINDS = frozenset(words_of("board committee panel cabinet council forum scrutiny parenting audit planning"))


def _spans(text: str) -> list[DateSpan]:
    spans = [DateSpan(found.iso, found.iso) for found in find_dates(text)]
    taken = {span.since[:7] for span in spans}
    for year, month in find_months(text):
        first, last = month_span(year, month)
        if first[:7] not in taken:
            spans.append(DateSpan(first, last))
    years = [int(year[:4]) for year in _YEAR.findall(text)]
    if not spans and years:
        for month, day in find_day_months(text):
            stamp = f"{years[0]}-{month:02d}-{day:02d}"
            spans.append(DateSpan(stamp, stamp))
    return spans


def _references(text: str) -> list[str]:
    found = []
    for match in _REFERENCE.finditer(text):
        word = match.group()
        if re.fullmatch(r"(?:19|20)\d\d/(?:\d\d|20\d\d)", word) or re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}", word):
            continue  # a financial year, a date
        if re.match(r"\s*(?:%|per cent|million|m\b|pm\b|am\b|hours)", text[match.end() :]) or text[
            : match.start()
        ].endswith("£"):
            continue
        found.append(word)
    return found


def _names(text: str, councils: Sequence[str]) -> list[str]:
    places = {place_of(name) for name in councils}
    out = []
    for match in _NAME.finditer(text):
        words = [word for word in match.group().split() if word.lower() not in _NOT_NAMES]
        name = " ".join(words)
        if name and name.lower().removesuffix("'s") not in places:
            out.append(name)
    return out
