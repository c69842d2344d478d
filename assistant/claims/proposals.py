"""What was only proposed, and lost, withdrawn, put off, replaced or not accepted: it bears no statement out. Pure."""

import re
from collections.abc import Sequence

from assistant.claims.ruling import Ruling, ruled
from assistant.decisions.recorded import Recorded, carried_amendments, is_won, telling_words
from assistant.language.annotated import read
from assistant.language.negation import deniers
from assistant.models import Finding
from corpus.dates import find_dates
from corpus.models import Outcome, PartKind, Status
from index.models import Placed
from index.text import sentences, words_of

_MOSTLY = 0.8  # the share of a statement's words that a motion and its minute's title hold, from which it tells the motion's matter
_OWN = 0.5  # the share that the motion's own words hold
_ALL = 1.0
_FIGURE = re.compile(
    r"(?P<unit>[£$€]?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<behind> ?(?:%|per ?cent|percent|million|m\b|k\b))?"
)
# A statement with one of these tells of the proposal itself, or of the talk about it.
_OWNS_UP = re.compile(
    r"\b(?:mov(?:ed|er|ing)|propos\w+|second(?:ed|er)|motions?|amendments?|tabled|lost|defeated|fell|failed|withdr[ae]w\w*|reject\w*|refus\w+|"
    r"defer\w*|put off|postpon\w+|declin\w+|recommend\w*|suggest\w*|ask(?:ed|s)?|request\w*|wanted|would|could|should|argu\w+|said|told|debat\w+|"
    r"discuss\w*|consider\w*|call(?:ed|s)? for|sought|urg\w+|vot\w+|question\w*|concern\w*|oppos\w+|object\w*|support\w*|notice|report\w*|heard|noted)\b",
    re.I,
)
_NOT_WON = frozenset(
    {Outcome.LOST, Outcome.LOST_BY_CASTING_VOTE, Outcome.NOT_SECONDED, Outcome.WITHDRAWN, Outcome.DEFERRED}
)
_ADVISES = re.compile(
    r"\b(?:recommend(?:ed|s|ation|ing)?|proposed|proposes|proposal|proposing|advised|suggested|asked|requested)\b", re.I
)
_RESOLVES = re.compile(
    r"\b(?:resolved|agreed|decided|resolution|decision|declined|refused|rejected|voted|chose|preferred)\b", re.I
)
_REFUSES = re.compile(
    r"\bnot (?:to )?(?:be )?(?:accept|adopt|approv|agree|support|endors|follow|proceed|implement|tak)\w*|\b(?:declin|refus|reject|dismiss)\w*"
    r"|\bno action\b|\bagainst the recommendation|\bcontrary to the recommendation|\bdid not (?:accept|adopt|approve|agree|support|endorse)",
    re.I,
)
_TAKES_UP = re.compile(
    r"\b(?:recommendations?|proposals?|report)\b[^.]{0,60}\b(?:approved|agreed|accepted|adopted|endorsed)\b"
    r"|\b(?:approv|agree|accept|adopt|endors)\w*\b[^.]{0,40}\b(?:recommendations?|proposals?)\b|\b(?:resolved|agreed) accordingly\b",
    re.I,
)


def of_matter(statement: str, records: Sequence[Recorded]) -> Ruling | None:
    """What the records say of a statement that tells a motion's matter as decided; None where they do not tell it clearly.

    A motion that was lost, withdrawn, not seconded or put off, or whose figures an amendment replaced, refutes it, unless
    another that was carried holds as much of it. One that was carried bears it out where it holds all its words.
    """
    words, figures = telling_words(statement), figures_of(_without_days(statement))
    if _OWNS_UP.search(statement) and not _carried_in_full(statement, words, records):
        return None
    if len(words) < 2:
        return None
    fitting = [one for one in records if _tells(words, one) and figures <= figures_of(one.motion.words)]
    won = [one for one in fitting if _stands(figures, one, records)]
    lost = [one for one in fitting if one not in won and _is_undone(figures, one, records)]
    if lost and not any(_share(words, one) >= max(_share(words, other) for other in lost) for one in won):
        if _denies(statement) or any(_is_later_decision(words, one, lost[0]) for one in records):
            return None
        return _refuted(max(lost, key=lambda one: _share(words, one)), figures, records)
    full = [
        one
        for one in won
        if not words - one.stems - one.title and not _denies(statement) and not _denies(one.motion.words)
    ]
    if len(full) == 1 and figures and len(words & full[0].stems) >= _MOSTLY * len(words):
        return ruled(full[0], True)
    return _carried_in_full(statement, words, records)


def _carried_in_full(statement: str, words: frozenset[str], records: Sequence[Recorded]) -> Ruling | None:
    """The ruling by a carried motion that says all that the statement says, its deed too: "rejected all tenders"."""
    if len(words) < 2 or _denies(statement):
        return None
    own = [
        one
        for one in records
        if words <= one.stems and figures_of(_without_days(statement)) <= figures_of(one.motion.words)
    ]
    won = [one for one in own if _stands(figures_of(statement), one, records) and not one.is_amendment]
    if len(own) != 1 or len(won) != 1 or _denies(won[0].motion.words):
        return None
    return ruled(won[0], True) if _in_order(statement, won[0].motion.words, words) else None


def _in_order(statement: str, words: str, telling: frozenset[str]) -> bool:
    """Whether a motion's words stand in the order of the statement's."""
    said = [word for word in words_of(statement) if word in telling]
    rest = iter(words_of(words))
    return all(any(word == other for other in rest) for word in said)


def _refuted(record: Recorded, figures: frozenset[str], records: Sequence[Recorded]) -> Ruling:
    """The ruling by a motion that came to nothing, or by the amendment that replaced its figures."""
    if record.motion.outcome in _NOT_WON:
        return ruled(record, False)
    amendment = _replacing(figures, record, records)
    return ruled(amendment or record, False)


def _tells(words: frozenset[str], record: Recorded) -> bool:
    return _share(words, record) >= _MOSTLY and len(words & record.stems) >= _OWN * len(words)


def _share(words: frozenset[str], record: Recorded) -> float:
    return len(words & (record.stems | record.title)) / len(words)


def _stands(figures: frozenset[str], record: Recorded, records: Sequence[Recorded]) -> bool:
    """Whether a motion was carried with these figures."""
    return is_won(record.motion.outcome) and _replacing(figures, record, records) is None


def _is_undone(figures: frozenset[str], record: Recorded, records: Sequence[Recorded]) -> bool:
    """Whether a motion came to nothing, or its figures were replaced."""
    return record.motion.outcome in _NOT_WON or _replacing(figures, record, records) is not None


def _replacing(figures: frozenset[str], record: Recorded, records: Sequence[Recorded]) -> Recorded | None:
    """The amendment that gives another figure of the same unit than the motion's, where what was resolved has only the other."""
    final = " ".join(place.paragraph.own for place in record.told if place is not record.place)
    for amendment in carried_amendments(record, records):
        other = figures_of(amendment.motion.words)
        replaced = [figure for figure in figures - other if any(_unit(figure) == _unit(one) for one in other - figures)]
        if replaced and not set(replaced) & figures_of(final) and _is_about_the_same(record, amendment):
            return amendment
    return None


def _is_about_the_same(record: Recorded, amendment: Recorded) -> bool:
    """Whether an amendment sets anew what the motion sets, and adds nothing beside it."""
    own = {word for word in telling_words(amendment.motion.words) if word.isalpha()}
    return len(own & record.stems) >= _OWN * len(own)


def _is_later_decision(words: frozenset[str], record: Recorded, lost: Recorded) -> bool:
    """Whether a motion on the same matter was carried at a later meeting."""
    return is_won(record.motion.outcome) and record.date > lost.date and _share(words, record) >= _MOSTLY


def figures_of(text: str) -> frozenset[str]:
    """The figures of a text with their units: "£40", "2%", "12"; the years of full dates are among them."""
    return frozenset(
        f"{match['unit']}{match['number'].replace(',', '').rstrip('.')}{_scale(match['behind'])}"
        for match in _FIGURE.finditer(text)
    )


def _scale(behind: str | None) -> str:
    word = (behind or "").strip().lower().replace(" ", "")
    return "%" if word in ("%", "percent") else word[:1]


def _unit(figure: str) -> str:
    return re.sub(r"[\d.]+", "", figure)


def _without_days(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _denies(text: str) -> bool:
    return bool(deniers(read(text)))


def not_accepted(statement: str, place: Placed, around: Sequence[Placed]) -> Ruling | None:
    """The ruling where the minute only tells that something was recommended, and then that it was not accepted.

    Where the resolution gives other figures than the recommendation that the statement tells, nothing is found. `around`
    holds the paragraphs beside the place in the paper's order.
    """
    if place.part.kind not in (PartKind.MINUTES, PartKind.DECISION_RECORD) or _OWNS_UP.search(statement):
        return None
    minute = [one for one in around if _is_beside(one, place)]
    lines = [(one, one.paragraph.own[start:end]) for one in minute for start, end in sentences(one.paragraph.own)]
    words = telling_words(statement)
    if not lines or not words:
        return None
    shares = [len(words & frozenset(words_of(line))) / len(words) for _, line in lines]
    best = shares.index(max(shares))
    if not _ADVISES.search(lines[best][1]) or _RESOLVES.search(lines[best][1]):
        return None
    behind = [
        (one, line)
        for one, line in lines[best + 1 :]
        if _RESOLVES.search(line) or one.paragraph.status is Status.RESOLUTION
    ]
    if not behind:
        return None
    refusing = next((one for one, line in behind if _REFUSES.search(line)), None)
    if refusing is not None:
        places = tuple({one.paragraph.id: one for one in (refusing, lines[best][0])}.values())
        return Ruling(Finding.REFUTED, places, "that the recommendation was not accepted")
    resolved = " ".join(line for _, line in behind)
    if _TAKES_UP.search(resolved) or figures_of(_without_days(statement)) <= figures_of(resolved):
        return None
    other = {_unit(figure) for figure in figures_of(_without_days(resolved))}
    if any(_unit(figure) in other for figure in figures_of(_without_days(statement)) - figures_of(resolved)):
        return Ruling(Finding.NOT_FOUND, (behind[0][0],), "something else")
    return None


def _is_beside(one: Placed, place: Placed) -> bool:
    """Whether a paragraph stands in the same minute as another."""
    ours, theirs = one.paragraph, place.paragraph
    return (
        one.paper == place.paper
        and ours.part == theirs.part
        and (ours.item, ours.item_title) == (theirs.item, theirs.item_title)
    )
