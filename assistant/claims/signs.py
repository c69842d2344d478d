"""The signs of what a paragraph says of a statement: few, each about 0..1, in plain arithmetic. Pure.

Those of `about_signs` tell how much of the statement stands in the paragraph, those of `value_signs` whether its figures and
times do, those of `contrary_signs` whether the paragraph denies it, tells the opposite or another outcome.
"""

from collections.abc import Callable, Iterator, Mapping

from assistant.claims.laid import Laid, Slot
from assistant.language.annotated import TokenKind, read, weight_of
from assistant.language.antonyms import is_turned, sides_in_claims, sides_of
from assistant.language.decision_verbs import NOT_DECIDED, DecisionAct, deeds
from assistant.language.negation import denied, deniers
from assistant.retrieval.ranking import Candidate
from corpus.dates import long_date
from corpus.models import Status
from index.models import Placed
from index.text import sentences, words_of

_WHOLE = 50  # words of a paragraph that is read whole
_UNSEEN, _RAREST = 1.15, 5.0  # a word that no passage holds weighs this times as much as the rarest that one does
_FAR = 6.0  # how far behind the best score the last ones lie
_LONG = 20  # words of a long statement
_PUT_BY = frozenset((DecisionAct.REFUSED, DecisionAct.DEFERRED, DecisionAct.WITHDRAWN))
_OWNING = _PUT_BY | {DecisionAct.PROPOSED, DecisionAct.IRREALIS}
Signs = Mapping[str, float]


def signs_of(laid: Laid, candidate: Candidate, best: float, rarity: Mapping[str, float]) -> dict[str, float]:
    """All signs of a statement laid beside a candidate's window; `best` is the best candidate's score, `rarity` that of stems."""
    return about_signs(laid, candidate, best, rarity) | value_signs(laid) | contrary_signs(laid, candidate)


def window(candidate: Candidate) -> str:
    """The words to lay beside a statement: a short paragraph whole, of a long one the unit with the sentences beside it.

    The line or header that introduces the paragraph stands before them.
    """
    paragraph = candidate.placed.paragraph
    if len(paragraph.own.split()) <= _WHOLE or " | " in paragraph.own:
        return paragraph.text
    spans = sentences(paragraph.own)
    i = next((i for i, (start, end) in enumerate(spans) if start <= candidate.start < end), None)
    words = candidate.words
    if i is not None:
        words = paragraph.own[spans[max(0, i - 1)][0] : spans[min(len(spans) - 1, i + 1)][1]]
    return f"{paragraph.intro}\n{words}" if paragraph.intro else words


def whereabouts(place: Placed) -> str:
    """Where a paragraph stands, in words that a claim may use: titles, body, council, date."""
    part, paragraph = place.part, place.paragraph
    when = long_date(part.meeting.date) if part.meeting.date else None
    words = (paragraph.item_title, paragraph.section, part.title, part.meeting.body, part.meeting.council, when)
    return ". ".join(dict.fromkeys(text for text in words if text))


def about_signs(laid: Laid, candidate: Candidate, best: float, rarity: Mapping[str, float]) -> dict[str, float]:
    """How much of the statement stands in the paragraph and its titles, and how like the two are by the encoder."""
    unseen = _UNSEEN * (max(rarity.values(), default=0.0) or _RAREST)
    total = held = own = gap = 0.0
    names: list[float] = []
    for i in laid.words:
        token = laid.sentence.tokens[i]
        weight = max((rarity.get(word, 0.0) or unseen for word in words_of(token.text)), default=0.0)
        strength = max((met for _, met in laid.met[i]), default=0.0)
        total += weight
        held += weight * strength
        own += weight * max((met for j, met in laid.met[i] if j < laid.own), default=0.0)
        gap = max(gap, weight / unseen * (1 - strength))
        names += [strength] if token.kind is TokenKind.NAME else []
    found = candidate.signs
    return {
        "score": max(candidate.score - best, -_FAR) / _FAR,  # how far it lies behind the best, 0..-1
        "likeness": found.likeness,
        "tokens": found.met,
        "around": found.around,
        "covered": found.covered,
        "title": found.title,
        "held": held / total if total else 0.0,
        "own": own / total if total else 0.0,
        "gap": gap,  # how rare the rarest word is that is not there
        "unnamed": 1 - sum(names) / len(names) if names else 0.0,
        "words": min(1.0, len(laid.words) / _LONG),
    }


def value_signs(laid: Laid) -> dict[str, float]:
    """Whether the statement's figures and times are the paragraph's."""
    tokens = laid.sentence.tokens
    figures = [slot for slot in laid.slots if tokens[slot.at].figure is not None]
    times = [slot for slot in laid.slots if tokens[slot.at].moment is not None]
    return {
        "figures": float(bool(figures)),
        "figures_agree": _share(figures, lambda slot: slot.agrees),
        "figures_exact": _share(figures, lambda slot: slot.agrees and slot.exact),
        "figure_other": max((slot.other for slot in figures if slot.conflicts), default=0.0),
        "times_agree": _share(times, lambda slot: slot.agrees),
        "time_other": max((slot.other for slot in times if slot.conflicts and not slot.same), default=0.0),
    }


def contrary_signs(laid: Laid, candidate: Candidate) -> dict[str, float]:
    """Whether the paragraph denies the statement, tells the opposite or another outcome, or is of what was only proposed."""
    paragraph = candidate.placed.paragraph
    here, there = bool(deniers(laid.sentence)), bool(deniers(read(candidate.words)))
    told = frozenset(deeds(laid.sentence).values())
    given = frozenset(act for j, act in deeds(laid.source).items() if j < laid.own)
    put_by = DecisionAct.DECIDED in told and given & _PUT_BY
    decided = told & _PUT_BY and DecisionAct.DECIDED in given and not told & given
    return {
        "denial": denial(laid),
        "denied_here": float(here and not there),
        "denied_there": float(there and not here),
        "both_deny": float(here and there),
        "opposite": opposite(laid),
        "other_deed": float(bool(put_by or decided)),
        "owns": float(bool(told & _OWNING)),  # the statement itself tells of a proposal or of what was put by
        "proposed": float(paragraph.status.value in NOT_DECIDED),
        "lost": float(paragraph.status is Status.AMENDMENT_LOST),
        "vote": float(paragraph.status is Status.VOTE),
    }


def _share(slots: list[Slot], test: Callable[[Slot], bool]) -> float:
    return sum(map(test, slots)) / len(slots) if slots else 0.0


def denial(laid: Laid) -> float:
    """The share, by weight, of the statement's words that it or the paragraph denies, but not both."""
    here, there = denied(laid.sentence), denied(laid.source)
    total = turned_round = 0.0
    for i in laid.sentence.all_of(TokenKind.WORD):
        places = [(met * laid.fit(i, j), j) for j, met in laid.met[i] if j < laid.own]
        if places:
            weight = weight_of(laid.sentence.tokens[i])
            total += weight
            turned_round += weight * (there[max(places)[1]] != here[i])
    return turned_round / total if total else 0.0


def opposite(laid: Laid) -> float:
    """How well the opposite of a word of the statement fits in its place, 0..1; 0 for a word that the paragraph has itself."""
    worst = 0.0
    for i, j in _pairs(laid):
        if worst < 1.0 and _are_opposed(laid, i, j):
            worst = max(worst, laid.fit(i, j))
    return worst


def _pairs(laid: Laid) -> Iterator[tuple[int, int]]:
    """Each word of the statement that the paragraph has not, with each of the paragraph's."""
    own = [j for j in range(laid.own) if laid.source.tokens[j].kind in (TokenKind.WORD, TokenKind.NAME)]
    stems = {laid.source.tokens[j].stem for j in own}
    for i in laid.sentence.all_of(TokenKind.WORD):
        if laid.sentence.tokens[i].stem not in stems:
            yield from ((i, j) for j in own)


def _are_opposed(laid: Laid, i: int, j: int) -> bool:
    """Whether two words exclude each other, or are one and the same where one of the two is denied."""
    one, other = laid.sentence.tokens[i], laid.source.tokens[j]
    alike = denied(laid.sentence)[i] == denied(laid.source)[j]
    for sides in (sides_in_claims, sides_of):
        rows = dict(sides(one))
        if rows and any(row in rows and (rows[row] != side) == alike for row, side in sides(other)):
            return True
    return alike and is_turned(one.low, other.low)
