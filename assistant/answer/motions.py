"""The answer to how something was voted on, what became of it and who moved it: by the records of motions. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.citations import CitedSpan, whole
from assistant.decisions.motions import counted_on_a_side
from assistant.decisions.recorded import Recorded, carried_amendments, named, telling_words
from assistant.decisions.standing import NOT_WON, figures_of, replacing
from assistant.question import Question, Wanted
from assistant.retrieval.features import sides_asked
from corpus.attendance import is_same, people_in
from corpus.models import Ballot
from index.models import Placed

Around = Callable[[Placed], Sequence[Placed]]  # a paragraph to those around it


class AskedFor(StrEnum):
    """What of a motion is asked for."""

    PERSON = "how one voted"
    SIDE = "who voted on a side"
    TALLY = "the count"
    OUTCOME = "what became of it"
    MOVER = "who moved it"
    SECONDER = "who seconded it"


OF_PEOPLE = frozenset({AskedFor.PERSON, AskedFor.SIDE, AskedFor.MOVER, AskedFor.SECONDER})  # rather than of the fate


@dataclass(frozen=True, slots=True)
class MotionAsked:
    """What a question asks of the motion that it names."""

    part: AskedFor
    what: str  # the words that name the motion
    who: str = ""  # the person whose vote is asked for
    side: str = ""  # "for", "against", "abstained"


_FOR = r"(?:for|in favou?r of|in support of)"
_PEOPLE = r"(?:who|which (?:\w+ )?(?:members|councillors|councilmembers|trustees|directors|commissioners)|what (?:members|councillors))"
_FORMS: tuple[tuple[AskedFor, re.Pattern[str]], ...] = tuple(
    (part, re.compile(pattern, re.I))
    for part, pattern in (
        (AskedFor.PERSON, r"how (?:did|has) (?P<who>.{2,60}?) voted? (?:on|over|about|in the votes? on) (?P<what>.+)"),
        (AskedFor.PERSON, rf"did (?P<who>.{{2,60}}?) (?:vote (?:{_FOR}|against|on)|abstain (?:on|from)|oppose|support|back) (?P<what>.+)"),
        (
            AskedFor.SIDE,
            rf"{_PEOPLE} (?:(?:all )?voted|was|were) (?:(?P<for>yes (?:on|to)|{_FOR})|(?P<against>against|no on|opposed to)) (?P<what>.+)",
        ),
        (AskedFor.SIDE, rf"{_PEOPLE} (?P<abstained>abstained) (?:on|from|over|in)(?: the vote on)? (?P<what>.+)"),
        (
            AskedFor.TALLY,
            r"(?:what (?:was|were) the (?:\w+ )?(?:votes?|tally|count|split|voting|voting figures|vote count|margin)|how (?:was|were) the votes? (?:split|cast))"
            r" (?:on|of|for|over|in|when) (?P<what>.+)",
        ),
        (AskedFor.TALLY, r"by (?:how many votes|what (?:margin|vote|majority)) (?:was|were|did) (?P<what>.+?)(?: (?:carried|lost|passed|approved|defeated|pass|fail|adopted|rejected))?"),
        (AskedFor.TALLY, r"how (?:did|was) (?:the )?(?:council|committee|board|cabinet|panel|members|councillors) vote (?:on|over) (?P<what>.+)"),
        (
            AskedFor.OUTCOME,
            r"(?:was|were) (?P<what>.+?) (?:carried|approved|passed|adopted|agreed|accepted|lost|defeated|rejected|withdrawn|deferred|seconded|rescinded|successful)"
            r"(?: or .+| by .+| at .+| on .+)?",
        ),
        (AskedFor.OUTCOME, r"did (?P<what>.+?) (?:pass|carry|fail|succeed|fall|go through|get through)(?: or .+| at .+| on .+)?"),
        (AskedFor.OUTCOME, r"what (?:became of|happened to|was the (?:outcome|result|fate) of(?: the votes? on)?) (?P<what>.+)"),
        (AskedFor.SECONDER, r"who (?:seconded|was the seconder (?:of|for)) (?P<what>.+)"),
        (AskedFor.MOVER, r"who (?:moved|proposed|tabled|put forward|was the (?:mover|proposer) of|brought) (?P<what>.+)"),
    )
)  # fmt: skip
_PROPOSALS = re.compile(
    r"\b(?:mov(?:ed?|er)|propos\w*|second\w*|motions?|amendments?|suggest\w*|recommend\w*|ask\w*|argu\w*|say|said|wanted|debat\w*|discuss\w*|vot\w*|why|reason\w*)\b",
    re.I,
)
_IS_SO = re.compile(r"(?:was|were|has|have|will|is|are|did|does|do)\b", re.I)
_OF_MOTION = re.compile(r"\b(?:motion|amendment|resolution|proposal|vote)\b", re.I)
_MOST = 3  # paragraphs


def motion_asked(text: str) -> MotionAsked | None:
    """What a question asks of a motion; None where it asks for something else."""
    for part, form in _FORMS:
        match = form.fullmatch(text.strip().rstrip("?").strip())
        if match is not None:
            parts = match.groupdict()
            side = next((side for side in ("for", "against", "abstained") if parts.get(side)), "")
            return MotionAsked(part, match["what"], parts.get("who") or "", side)
    return None


def motion_found(asked: MotionAsked, records: Sequence[Recorded], around: Around) -> list[str]:
    """The ids of the paragraphs that tell what is asked of the motion that a question names; [] where the records do not tell it.

    A motion is meant where all telling words of its name stand in it, its minute's title or its paragraphs, and no other fits as well.
    """
    record = named(asked.what, records)
    return told_of_motion(asked, record, around) if record is not None and _is_meant(asked, record) else []


def told_of_motion(asked: MotionAsked, record: Recorded, around: Around) -> list[str]:
    """The ids of the paragraphs that tell what is asked of a motion; [] where its record does not tell it."""
    ballot = record.motion.ballot
    places: Sequence[Placed] = ()
    if asked.part is AskedFor.PERSON:
        places = _of_person(asked.who, record)
    elif asked.part is AskedFor.SIDE:
        places = _of_side(asked.side, record)
    elif asked.part is AskedFor.TALLY and (ballot != Ballot() or record.told):
        places = record.places
    elif asked.part is AskedFor.OUTCOME and record.motion.outcome is not None:
        places = _of_outcome(record)
    elif asked.part in (AskedFor.MOVER, AskedFor.SECONDER):
        places = _of_mover(asked, record, around)
    return list(dict.fromkeys(place.paragraph.id for place in places))[:_MOST]


def places_told(question: Question, record: Recorded) -> list[Placed]:
    """The paragraphs that tell of a motion what a question asks: a side's names, the count, or its outcome and the motion."""
    sides = {"abst": "abstained"}
    asked = [sides.get(side, side) for side in sides_asked(question.text)]
    names = [place for side in asked for place in _of_side(side, record)] if Wanted.PERSON in question.wanted else []
    lists = [place for place in record.told if counted_on_a_side(place.paragraph.own) is not None]
    if names:
        places = [*names, record.place]
    elif Wanted.VOTE in question.wanted and len(lists) > 1:
        places = [record.places[0], *lists]
    else:
        places = _of_outcome(record)
    return list({place.paragraph.id: place for place in places}.values())[:_MOST]


def undone_found(question: str, records: Sequence[Recorded]) -> list[str]:
    """The ids of the paragraphs that tell that what a question asks to be so came to nothing: "Was the depot sold?".

    [] unless a lost, withdrawn or put off motion holds all its telling words and no motion that was carried holds as many.
    """
    words = telling_words(question)
    if not _IS_SO.match(question) or _PROPOSALS.search(question) or len(words) <= 1:
        return []
    fitting = [one for one in records if words <= one.stems | one.title and len(words & one.stems) >= len(words) / 2]
    if len(fitting) != 1 or fitting[0].motion.outcome not in NOT_WON:
        return []
    return [place.paragraph.id for place in fitting[0].places][:_MOST]


def _is_meant(asked: MotionAsked, record: Recorded) -> bool:
    words = frozenset(word for word in telling_words(asked.what) if word.isalpha())
    known = record.stems | record.title
    return words <= known | record.near and (bool(words & known) or not words or bool(_OF_MOTION.search(asked.what)))


def _of_outcome(record: Recorded) -> list[Placed]:
    """What tells the outcome, the list of the side with the most votes where it has a paragraph of its own, and the motion."""
    lists = [place for place in record.told if counted_on_a_side(place.paragraph.own)]
    deciding = sorted(lists, key=lambda place: -(counted_on_a_side(place.paragraph.own) or 0))[:1]
    return [record.places[0], *deciding, *(place for place in record.places[1:] if place not in lists)]


def _of_person(who: str, record: Recorded) -> list[Placed]:
    """The paragraphs that tell how somebody voted, then the motion."""
    people = people_in(who)
    ballot = record.motion.ballot
    names = (*ballot.names_for, *ballot.names_against, *ballot.names_abstained)
    own = [name for name in names if people and is_same(people[0].name, name)]
    told = [place for place in record.places if own and own[0].split()[-1].lower() in place.paragraph.own.lower()]
    return [*told, record.place] if told else []


def _of_side(side: str, record: Recorded) -> list[Placed]:
    """The paragraphs that name who voted on a side, or tell that nobody did."""
    ballot = record.motion.ballot
    lists = {
        "for": (ballot.names_for, ballot.votes_for),
        "against": (ballot.names_against, ballot.against),
        "abstained": (ballot.names_abstained, ballot.abstained),
    }
    names, count = lists[side]
    if not names:
        return list(record.told) if count == 0 else []
    surnames = [name.split()[-1].lower() for name in names]
    return [place for place in record.places if any(name in place.paragraph.own.lower() for name in surnames)]


def _of_mover(asked: MotionAsked, record: Recorded, around: Around) -> list[Placed]:
    """The paragraph that names who moved or seconded a motion, beside that of its words where it is another."""
    name = record.motion.mover if asked.part is AskedFor.MOVER else record.motion.seconder
    if not name:
        return []
    surname = re.compile(rf"\b{re.escape(name.split()[-1])}\b", re.I)
    if surname.search(record.place.paragraph.own):
        return [record.place]
    near = sorted(around(record.place), key=lambda place: abs(place.n - record.place.n))
    naming = next((place for place in near if surname.search(place.paragraph.own)), None)
    if naming is not None:
        return [naming, record.place]
    return [record.place] if surname.search(record.place.paragraph.text) else []


def with_outcomes(question: str, spans: Sequence[CitedSpan], records: Sequence[Recorded]) -> list[CitedSpan]:
    """The spans that answer a question, where one is of a motion that came to nothing with what tells so before it.

    A motion whose figures an amendment replaced gives way to the amendment. A question about what was moved is left alone.
    """
    if _PROPOSALS.search(question):
        return list(spans)
    out: list[CitedSpan] = []
    for span in spans:
        record = _undone(span, records)
        if record is None:
            out.append(span)
            continue
        amendments = carried_amendments(record, records)
        instead = (
            [place for one in amendments for place in (one.place, *one.told)]
            if record.motion.outcome not in NOT_WON
            else []
        )
        out += map(whole, instead or record.places)
    return list({span.placed.paragraph.id: span for span in out}.values())[:_MOST]


def _undone(span: CitedSpan, records: Sequence[Recorded]) -> Recorded | None:
    """The motion that came to nothing, or whose figures were replaced, of which a span is the words."""
    quote = telling_words(span.quote)
    for record in records:
        if record.place.paragraph.id != span.placed.paragraph.id or len(quote & record.stems) < len(record.stems) / 2:
            continue
        figures = figures_of(record.motion.words) & figures_of(span.quote)
        if record.motion.outcome in NOT_WON or figures and replacing(figures, record, records) is not None:
            return record
    return None
