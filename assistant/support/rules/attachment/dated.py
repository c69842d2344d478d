"""Whether a date is given for the event that the sentence gives it for, and for the right end of it. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.figures import FigureKind
from assistant.language.predicates import is_past
from assistant.language.stems import stem_of
from assistant.language.times import TimeExpression, agrees
from assistant.support.alignment import Aligned, clear, misplaced
from assistant.support.fault import Fault, Flaw


def misplaced_moments(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the paragraphs give a date or year of the sentence for another event."""
    told = [n for n in pair.sentence.all_of(TokenKind.MOMENT) if pair.met[n]]
    here = [n for n in told if not _is_of_its_figure(pair, n)]
    settled = {at for n in told if n not in here for at, _ in pair.met[n]}
    like = {n: [at for at, _ in pair.met[n]] for n in here}
    unlike = {
        n: [
            at
            for at in pair.source.all_of(TokenKind.MOMENT)
            if at not in like[n]
            and at not in settled
            and _alike(pair.sentence.tokens[n].moment, pair.source.tokens[at].moment)
        ]
        for n in here
    }
    for bound in misplaced(pair, like, unlike):
        if clear(bound):
            sentence, other = pair.sentence.tokens[bound.sentence_at].moment, pair.source.tokens[bound.other_at].moment
            yield Fault(Flaw.DATE, f"The paragraph gives {other} for this, not {sentence}")


def _is_of_its_figure(pair: Aligned, n: int) -> bool:
    """Whether a time stands nearest to the one place of the sentence's figure beside it ("629 in the three months to August")."""
    figures = [
        at
        for at in pair.sentence.all_of(TokenKind.FIGURE)
        if (figure := pair.sentence.tokens[at].figure)
        and figure.kind is not FigureKind.TIME
        and pair.sentence.near(at, n) > 0.3
    ]
    if not figures:
        return False
    places = pair.met[max(figures, key=lambda at: pair.sentence.near(at, n))]
    if len(places) != 1:
        return False
    near = {time: pair.source.near(time, places[0][0]) for time in pair.source.all_of(TokenKind.MOMENT)}
    nearest = max(near, key=lambda time: near[time], default=None)
    return nearest is not None and near[nearest] > 0.3 and any(place == nearest for place, _ in pair.met[n])


def ended_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence tells the start of a stretch of time as its end, or its end as its start."""
    for n in pair.sentence.all_of(TokenKind.MOMENT):
        told = _end_told(pair.sentence, n)
        ends = {_end_printed(pair.source, at) for at, _ in pair.met[n]}
        if told and ends and ends <= {"start", "end"} and told not in ends:
            yield Fault(Flaw.DATE, f"The paragraph gives {pair.sentence.tokens[n].moment} as the {ends.pop()}")


def tied_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a verb or figure stands right before one time in the sentence and before another in the paragraphs."""
    here = pair.sentence.all_of(TokenKind.MOMENT)
    for n in here:
        moment = pair.sentence.tokens[n].moment
        head = _head(pair.sentence, n)
        if head is None and len(here) == 1 and len(figures := pair.sentence.all_of(TokenKind.FIGURE)) == 1:
            head = figures[0]
        if moment is None or head is None or not pair.met[n]:
            continue
        places = [at for at, strength in pair.met[head] if strength == 1.0]
        times = [_time_behind(pair.source, at) for at in places]
        if times and all(other is not None and not _may_be(moment, other) for other in times):
            yield Fault(Flaw.DATE, f"The paragraph gives {times[0]} for this, not {moment}")
            return


def timed_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says "5.4% in June" and the paragraphs have 4.6% in June."""
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        moment, figure = _time_behind(pair.sentence, n), pair.sentence.tokens[n].figure
        own = [at for at, _ in pair.met[n]]
        if moment is None or figure is None or not own or any(_near_time(pair.source, at, moment) for at in own):
            continue
        for at in pair.source.all_of(TokenKind.FIGURE):
            other, time = pair.source.tokens[at].figure, _time_behind(pair.source, at)
            if at not in own and other and other.kind is figure.kind and time and agrees(moment, time):
                yield Fault(Flaw.DATE, f"The paragraph gives {other.printed}, not {figure.printed}, for {moment}")
                return


def twice_told(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence gives one figure of the paragraphs for two times."""
    figures = pair.sentence.all_of(TokenKind.FIGURE)
    for one, other in zip(figures, figures[1:], strict=False):
        times = (
            _first_time(pair.sentence, one + 1, other),
            _first_time(pair.sentence, other + 1, len(pair.sentence.tokens)),
        )
        same = pair.met[one] and pair.met[one] == pair.met[other] and len(pair.met[one]) == 1
        if same and times[0] and times[1] and times[0] != times[1]:
            yield Fault(Flaw.DATE, f"The paragraph gives {pair.sentence.tokens[one].text} for one time, not for two")
            return


def _first_time(wording: AnnotatedText, start: int, end: int) -> TimeExpression | None:
    return next((token.moment for token in wording.tokens[start:end] if token.moment), None)


def _near_time(wording: AnnotatedText, n: int, moment: TimeExpression) -> bool:
    """Whether a time that agrees stands in a figure's sentence, or the figure's sentence tells of none."""
    tokens = wording.tokens
    start = end = n
    while start and not (tokens[start - 1].kind is TokenKind.BREAK and tokens[start - 1].boundary >= 0.7):
        start -= 1
    while end < len(tokens) and not (tokens[end].kind is TokenKind.BREAK and tokens[end].boundary >= 0.7):
        end += 1
    return any(token.moment is not None and agrees(moment, token.moment) for token in tokens[start:end])


def _may_be(sentence: TimeExpression, source: TimeExpression) -> bool:
    """Whether two times told to different fineness may be one."""
    return (
        agrees(sentence, source)
        or agrees(source, sentence)
        or (sentence.till is None) != (source.till is None)
        or not source.year
    )


def _head(wording: AnnotatedText, n: int) -> int | None:
    """The verb or figure right before a time, at most little words and a season between."""
    for at in range(n - 1, max(-1, n - 4), -1):
        token = wording.tokens[at]
        if token.kind is TokenKind.FIGURE or (token.kind is TokenKind.WORD and is_past(token)):
            return at
        if token.kind is not TokenKind.STOP and token.low not in _SEASONS:
            return None
    return None


def _time_behind(wording: AnnotatedText, n: int) -> TimeExpression | None:
    for token in wording.tokens[n + 1 : n + 5]:
        if token.kind is TokenKind.MOMENT:
            return token.moment
        if token.kind is not TokenKind.STOP and token.low not in _SEASONS:
            return None
    return None


_SEASONS = frozenset("spring summer autumn winter early late mid the in of".split())
_STARTS = frozenset(map(stem_of, "begin start open commence launch from".split()))
_STOPS = frozenset(map(stem_of, "end finish close conclude expire until".split()))


def _end_told(wording: AnnotatedText, n: int) -> str:
    """Whether a sentence says that something starts or ends at a time."""
    if within := _end_printed(wording, n):
        return within
    before = wording.tokens[max(0, n - 4) : n]
    if any(token.boundary >= 0.5 for token in before if token.kind is TokenKind.BREAK):
        return ""
    starts, stops = any(token.stem in _STARTS for token in before), any(token.stem in _STOPS for token in before)
    return "start" if starts and not stops else "end" if stops and not starts else ""


def _end_printed(wording: AnnotatedText, n: int) -> str:
    """Whether a time is the first or the last of two that make a stretch ("from 3 February to 17 March")."""
    tokens = wording.tokens
    behind = tokens[n + 1 : n + 3]
    before = tokens[max(0, n - 2) : n]
    if behind and behind[0].kind is TokenKind.MOMENT and behind[0].start == tokens[n].end:
        return "start"
    if before and before[-1].kind is TokenKind.MOMENT and before[-1].end == tokens[n].start:
        return "end"
    if behind and (
        behind[0].low in ("to", "until", "till", " - ") and len(behind) > 1 and behind[1].kind is TokenKind.MOMENT
    ):
        return "start"
    if len(before) > 1 and before[1].low in ("to", "until", "till", " - ") and before[0].kind is TokenKind.MOMENT:
        return "end"
    return ""


def _alike(one: TimeExpression | None, other: TimeExpression | None) -> bool:
    """Whether two times are told to the same fineness."""
    if one is None or other is None:
        return False
    return [part is None for part in (one.year, one.day, one.month, one.till)] == [
        part is None for part in (other.year, other.day, other.month, other.till)
    ]
