"""What a question asks to be counted: meetings, decisions, motions, those present, how often somebody came. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer.people import is_of_meeting_alone
from assistant.question import Question
from corpus.dates import find_dates, find_months, long_date
from corpus.models import Outcome
from index.text import words_of


class Counted(StrEnum):
    """What is counted."""

    MEETINGS = "meetings"
    DISCUSSED = "meetings that discussed a matter"
    DECISIONS = "decisions on a matter"
    MOTIONS = "motions"
    PRESENT = "those at a meeting"
    ATTENDED = "meetings that somebody was at"
    OFTENEST = "who was at most meetings"


@dataclass(frozen=True, slots=True)
class CountAsked:
    """What a question asks to be counted, and of what."""

    counted: Counted
    what: str = ""  # the matter, or the person
    outcomes: frozenset[Outcome] = frozenset()  # of motions; none for any
    amendments: bool = False  # of motions: amendments alone
    side: str = ""  # "present", "apologies" or "absent"
    rest: str = ""  # the words that name the meetings


_TIME = r"(?P<rest>(?: (?:in|at|on|of|for|during|by|from|since|this|last|the|to)\b.*)?)"
_BODY = r"(?:(?:the )?(?P<body>[\w’'& -]+?))"
_LOST = r"lost|defeated|rejected|voted down|fail(?:ed)?|fell"
_WON = r"carried|passed|approved|agreed|adopted|won|succeeded"
_FORMS: tuple[tuple[Counted, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (
            Counted.PRESENT,
            r"how many (?:councillors|members|directors|trustees|commissioners|cllrs) (?:(?:did )?(?P<present>(?:was|were) (?:present|there|at)|attend(?:ed)?|came to|come to"
            rf"|turned up (?:at|to|for))|(?P<apologies>sent (?:their )?apologies|gave apologies|apologised)|(?P<absent>(?:was|were) (?:absent|away|missing)|missed)){_TIME}",
        ),
        (Counted.PRESENT, r"how many (?:councillors|members|directors|trustees|commissioners|cllrs) (?P<present>were at|came to|attended|were present at)(?P<rest> .+)"),
        (
            Counted.ATTENDED,
            rf"how (?:often|many times|many (?:\w+ )?meetings) (?:did|has|have) (?P<what>(?:(?:councillor|cllr|mr|mrs|ms|miss|dr|director|alderman|mayor|sir|dame)\b.+?|(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)+))) "
            rf"(?:attend(?:ed)?|been (?:present|there|to)|be present|come|came|(?P<absent>miss(?:ed)?|been absent|sen[dt] apologies))(?: (?:to )?(?:the )?meetings)?{_TIME}",
        ),
        (
            Counted.OFTENEST,
            rf"(?:who|which (?:councillor|member|director|trustee|cllr)) (?:has |have )?(?:attended|been (?:at|to|present at)|was (?:at|present at)) (?:the )?most(?: often| of the meetings| meetings)?{_TIME}",
        ),
        (
            Counted.DISCUSSED,
            rf"(?:(?:how many times|how often|at how many meetings) (?:was|were|has|have|did) (?P<what>.+?) (?:been )?(?:discussed|considered|debated|mentioned|come up|came up|talked about)"
            rf"|how many meetings (?:have |has )?(?:discussed|considered|debated|mentioned|dealt with|talked about) (?P<what2>.+?)){_TIME}",
        ),
        (
            Counted.MEETINGS,
            rf"how many (?:(?:council|committee|board|cabinet|panel) )?meetings (?:(?:did|has|have) {_BODY} (?:hold|held|have|had)|were (?:there|held)|took place|have (?:there been|been held)|has there been)"
            rf"{_TIME}",
        ),
        (Counted.MEETINGS, rf"(?:how often|how many times) (?:did|has|have) {_BODY} (?:meet|met){_TIME}"),
        (
            Counted.MOTIONS,
            rf"(?:how many|which|what|list (?:all )?(?:the )?) ?(?:(?P<amendments>amendments)|motions)(?: (?P<on>(?:to|on|about) (?P<what>.+?)))?(?: that)? (?:were |was |have been |got |has been )?"
            rf"(?:(?P<lost>{_LOST})|(?P<won>{_WON})|(?P<withdrawn>withdrawn)|(?P<deferred>deferred|put off)){_TIME}",
        ),
        (
            Counted.DECISIONS,
            r"(?:(?:list|show me|show|give me|find|what are|how many) )?(?:(?:all|every|the|of) )*(?:decisions|resolutions)(?: (?:that )?(?:were|have been|has been|was))?(?: (?:made|taken|passed|adopted|reached))?"
            r"(?: (?:there|are|is))* (?:on|about|regarding|concerning|relating to|to do with) (?P<what>.+)",
        ),
    )
)  # fmt: skip
_LOST_OUTCOMES = frozenset({Outcome.LOST, Outcome.LOST_BY_CASTING_VOTE, Outcome.NOT_SECONDED})
_OUTCOMES = {
    "lost": _LOST_OUTCOMES,
    "won": frozenset({Outcome.CARRIED, Outcome.CARRIED_BY_CASTING_VOTE, Outcome.ACCEPTED}),
    "withdrawn": frozenset({Outcome.WITHDRAWN}),
    "deferred": frozenset({Outcome.DEFERRED, Outcome.REFERRED}),
}
_OPEN_TIME = re.compile(
    r"\b(?:since|before|after|between|until|till|last (?:year|month|week)|this (?:year|month)|a (?:year|month))\b", re.I
)
_PAST_THE_MATTER = re.compile(
    r"(?: (?:in|at|on|by|during) (?:the )?(?:\w+ )?(?:meetings?|minutes|council|cabinet|committee|board|panel)\b.*| (?:in|during) (?:\w+ )?(?:19|20)\d\d)$",
    re.I,
)


def count_asked(question: Question) -> CountAsked | None:
    """What a question asks to be counted; None where it asks for something else, or for a time that is not one day, month or year."""
    text = question.text.strip().rstrip("?.! ")
    if _OPEN_TIME.search(text) or len(question.years) > 1 or any("/" in year for year in question.years):
        return None
    for kind, form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        words = f"{parts.get('rest') or ''} {parts.get('body') or ''}"
        if not is_of_meeting_alone(words, question):
            return None
        rest = words.strip()
        what = _PAST_THE_MATTER.sub("", parts.get("what") or parts.get("what2") or "").strip()
        if kind in (Counted.DISCUSSED, Counted.DECISIONS) and not set(words_of(what)) - _named(question):
            return None
        side = next((side for side in ("apologies", "absent") if parts.get(side)), "present")
        outcomes = next((_OUTCOMES[name] for name in _OUTCOMES if parts.get(name)), frozenset())
        return CountAsked(kind, what, outcomes, bool(parts.get("amendments")), side, rest)
    return None


def _named(question: Question) -> set[str]:
    return {word for name in (*question.councils, *question.bodies) for word in words_of(name)}


def limits_in_words(question: Question) -> str:
    """The body and the time that a question names, as words behind what was counted: " of the Cabinet in January 2024"."""
    of = f" of the {question.bodies[0].removeprefix('The ')}" if len(question.bodies) == 1 else ""
    days, months = find_dates(question.text), find_months(question.text)
    if days:
        return f"{of} on {long_date(days[0].iso)}"
    if months:
        year, month = months[0]
        return f"{of} in {long_date(f'{year}-{month:02d}-01').split(' ', 1)[1]}"
    return f"{of} in {question.years[0]}" if question.years else of


def is_of_years(question: Question, date: str | None) -> bool:
    """Whether a day is of the year that a question names; a question may name none, or days, which are looked at elsewhere."""
    return bool(question.spans) or not question.years or (date or "")[:4] in question.years


def number(count: int, what: str) -> str:
    """A count with its noun: "1 meeting", "14 decisions", "no motions"."""
    return f"{count or 'no'} {what}" + ("" if count == 1 else "s")
