"""Whether the figures, times, names and words of a sentence are in the paragraphs at all. Pure."""

import re
from collections.abc import Iterator

from assistant.language.acronyms import is_acronym
from assistant.language.annotated import AnnotatedText, Token, TokenKind, weight_of
from assistant.language.entities import TITLES
from assistant.language.figures import Figure, FigureKind, numbering_end
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned
from assistant.support.arithmetic.equality import same_bound, same_value
from assistant.support.fault import Fault, Flaw
from assistant.support.matching import BY_CONTEXT
from assistant.support.rules.presence.often import tells_how_often
from assistant.support.rules.presence.reckoned import reckoned
from corpus.dates import MONTHS

_BODIES = frozenset(map(stem_of, "cabinet council committee board panel executive trust police ombudsman".split()))
_ANY_BODY = frozenset(map(stem_of, "the council committee board panel cabinet members member officers officer authority borough report "
                                    "councillor councillors cllr mr mrs ms dr sir chair government english british".split()))  # fmt: skip
_PERIOD = {
    word: re.compile(rf"\b(?:{word}s?|{more})\b", re.I)
    for word, more in {
        "year": "annual|annually|yearly|annum|p\\.?a", "month": "monthly", "week": "weekly", "day": "daily", "hour": "hourly", "night": "nightly",
        "term": "termly", "quarter": "quarterly",
    }.items()
}  # fmt: skip
_MEASURES = frozenset("tonne kilogram kg mile km kilometre acre hectare litre metre bin item journey meal".split())
_AUXILIARIES = frozenset("is was has had will would does did".split())
_OFFICES = frozenset(map(stem_of, "leader mayor director chair head manager commissioner officer".split()))
_POLICE = re.compile(r"\b(?:police|constab\w+|inspector|sergeant|sgt|pc|officers?)\b", re.I)
_UNDER = frozenset("deputy vice assistant former shadow previous".split())
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_NUMBER = re.compile(r"\d+(?:[./]\d+)*")
_SURE = 0.5
_SHARE, _RUN = 0.6, 2.35
_LEAST_OWN = 0.5  # of the words that tell something, how many the paragraph itself has where its title gives others
_MOST_MISSING = 3  # telling words that no paragraph has


def figure_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault for each figure that no paragraph gives, or gives with another unit, rate or bound."""
    yield from _numbers_not_given(pair)
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        token = pair.sentence.tokens[n]
        figure = token.figure
        if figure is None or (figure.value == 1 and figure.kind is FigureKind.COUNT):
            continue
        source = [other for at, _ in pair.met[n] if (other := pair.source.tokens[at].figure)]
        if not pair.met[n] and not tells_how_often(pair, token):
            yield from _not_given(pair, n, token, figure)
        elif not pair.met[n]:
            continue
        elif rank := _ranked_otherwise(pair, n):
            yield Fault(Flaw.SCOPE, f"The paragraph does not say “{rank} {token.text}”")
        elif fault := _rate_fault(pair, figure, source):
            yield fault
        elif source and not any(same_bound(figure, other) for other in source) and not _may_be(pair, n, figure):
            yield Fault(Flaw.SCOPE, f"The paragraph does not say “{(_bound_words(figure) + ' ' + token.text).strip()}”")


def _may_be(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether "as many as 60" is what the paragraphs say there could be."""
    before = [pair.source.tokens[max(0, at - 4) : at] for at, _ in pair.met[n]]
    return figure.bound == "at-most" and any(
        token.low in ("could", "may", "might", "only", "just") for run in before for token in run
    )


def _numbers_not_given(pair: Aligned) -> Iterator[Fault]:
    """The number that the sentence opens with ("4.12 ...") and numbers inside its words ("24/006") that no paragraph has."""
    opening = _DOTTED.search(pair.sentence.text[: numbering_end(pair.sentence.text)])
    numbers = [opening[0]] if opening else []
    numbers += [
        found[0]
        for n, token in enumerate(pair.sentence.tokens)
        if token.kind in (TokenKind.WORD, TokenKind.NAME) and not pair.met[n] and (found := _NUMBER.search(token.text))
    ]
    for number in numbers:
        if not re.search(rf"(?<![\d./]){re.escape(number)}(?![\d/]|\.\d)", pair.source.text):
            yield Fault(Flaw.FIGURE, f"The paragraph has no number {number}")
            return


def _ranked_otherwise(pair: Aligned, n: int) -> str:
    """The "first" before a number of things that the paragraphs put nowhere."""
    rank = pair.sentence.tokens[n - 1].low if n else ""
    figure = pair.sentence.tokens[n].figure
    if rank != "first" or figure is None or figure.kind is not FigureKind.COUNT:
        return ""
    return "" if re.search(r"\b(?:first|initial|earliest|opening)", pair.source.text, re.I) else rank


def _bound_words(figure: Figure) -> str:
    return {"over": "more than", "under": "less than", "at-least": "at least", "at-most": "up to"}.get(
        figure.bound, "exactly"
    )


def _not_given(pair: Aligned, n: int, token: Token, figure: Figure) -> Iterator[Fault]:
    if figure.kind is FigureKind.LABEL:
        if not _is_labelled_so(pair, n, token):
            yield Fault(Flaw.FIGURE, f"The paragraph has no number {token.text}")
        return
    if reckoned(pair, n, figure):
        return
    if token.text.lower().endswith("a quarter") and _PER_QUARTER.search(pair.source.text):
        return  # "2,000 visits a quarter"
    for at in pair.source.all_of(TokenKind.FIGURE):
        other = pair.source.tokens[at].figure
        if other and other.bare == figure.bare and other.kind is not FigureKind.LABEL:
            yield Fault(Flaw.UNIT, f"The paragraph gives {other.printed}, not {figure.printed}")
            return
    yield Fault(Flaw.FIGURE, f"The paragraph does not give {token.text.rstrip(' ,')}")


_PER_QUARTER = re.compile(r"\b(?:per|each|every|a) quarter\b|\bquarterly\b", re.I)


def _is_labelled_so(pair: Aligned, n: int, token: Token) -> bool:
    """Whether the paragraphs have a number under the sentence's word for it ("paragraph 4"), or at all where they have none under it."""
    if not re.search(rf"(?<![\d.]){re.escape(token.text)}(?!\d|\.\d)", pair.source.text):
        return False
    word = pair.sentence.tokens[n - 1].stem if n else ""
    others = [
        source.text
        for at in pair.source.all_of(TokenKind.FIGURE)
        if at and (source := pair.source.tokens[at]).figure and pair.source.tokens[at - 1].stem == word
    ]
    return not word or not others or token.text in others


def _rate_fault(pair: Aligned, figure: Figure, source: list[Figure]) -> Fault | None:
    """A rate told over another base: per 1,000 for per 10,000, a month for a week, a year for two years in all."""
    if over := next((unit for unit in figure.rates if unit in _PERIOD and _in_all(pair, figure)), None):
        return Fault(Flaw.UNIT, f"The paragraph gives {source[0].printed} in all, not per {over}")
    for rate in figure.rates:
        if any(rate in other.rates for other in source):
            continue
        counted = rate.isdigit()
        if not counted and rate not in _PERIOD:
            wrong = [other for figure_ in source for other in figure_.rates if other in _MEASURES]
            if rate in _MEASURES and wrong:
                return Fault(Flaw.UNIT, f"The paragraph gives {source[0].printed} per {wrong[0]}, not per {rate}")
            continue
        rival = next(
            (
                other
                for figure_ in source
                for other in figure_.rates
                if other.isdigit() == counted and (counted or other in _PERIOD)
            ),
            None,
        )
        there = (
            re.search(rf"(?<![\d,]){int(rate):,}(?!\d)|(?<!\d){rate}(?!\d)", pair.source.text)
            if counted
            else _PERIOD[rate].search(pair.source.text)
        )
        if rival or not there:
            told = f"{int(rate):,}" if counted else rate
            given = (f"{int(rival):,}" if counted else rival) if rival else "that"
            return Fault(
                Flaw.UNIT,
                f"The paragraph gives {source[0].printed} per {given}, not per {told}"
                if rival
                else f"The paragraph gives no figure per {told}",
            )
    return None


def _in_all(pair: Aligned, figure: Figure) -> bool:
    """Whether the paragraphs give a figure over several years, months or weeks together, and at no rate."""
    for at in pair.source.all_of(TokenKind.FIGURE):
        other = pair.source.tokens[at].figure
        if other is None or not same_value(figure, other) or other.rates:
            continue
        behind = pair.source.tokens[at + 1 : at + 6]
        spans = [n for n, token in enumerate(behind) if token.figure and token.figure.kind is FigureKind.TIME]
        if spans and any(token.low == "over" for token in behind[: spans[0]]):
            return True
    return False


def moment_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault for each date, month or year that no paragraph gives."""
    for n in pair.sentence.all_of(TokenKind.MOMENT):
        if not pair.met[n]:
            yield Fault(Flaw.DATE, f"The paragraph does not give {pair.sentence.tokens[n].moment}")


def name_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault for each name that no paragraph gives; for "the Council" and its kind only where another body is named."""
    bodies = {token.stem for token in pair.source.tokens if token.stem in _BODIES}
    for n, token in enumerate(pair.sentence.tokens):
        if token.stem in _OFFICES and pair.met[n] and _is_deputy(pair, n):
            yield Fault(Flaw.NAME, f"The paragraph names a deputy, not the {token.low}")
        if pair.met[n] or token.kind not in (TokenKind.NAME, TokenKind.WORD):
            continue
        if token.low == "chair" and any(other.low.startswith("vice") for other in pair.source.tokens):
            yield Fault(Flaw.NAME, f"The paragraph names a deputy, not the {token.low}")
        if token.stem in _BODIES:
            police = token.low == "police" and not _POLICE.search(pair.source.text)
            if (
                bodies
                and not _is_we(token, pair)
                and (token.text[0].isupper() or police)
                and not _in_an_acronym(token, pair)
            ):
                yield Fault(Flaw.BODY, f"The paragraph does not name the {token.low.capitalize()}")
        elif (
            token.stem not in _ANY_BODY
            and not _is_we(token, pair)
            and not _is_month(token, pair)
            and (token.kind is TokenKind.NAME or _opens_as_name(pair.sentence, n))
        ):
            yield Fault(Flaw.NAME, f"The paragraph does not name {token.text.removesuffix(chr(39) + 's')}")


def _is_we(token: Token, pair: Aligned) -> bool:
    """Whether a body's common word is who speaks in the paragraphs: "THAT we accept the tender" is the Council's, the Township's."""
    return token.low in _OURSELVES and any(other.low == "we" for other in pair.source.tokens)


_OURSELVES = frozenset("council township municipality town village borough district".split())


def _is_month(token: Token, pair: Aligned) -> bool:
    """Whether a month told as a name ("the May election") is one of the paragraphs' dates."""
    if token.low not in MONTHS:
        return False
    return any(token.text in other.text for other in pair.source.tokens if other.kind is TokenKind.MOMENT)


def _opens_as_name(wording: AnnotatedText, n: int) -> bool:
    """Whether the word that opens the sentence is a name: no plural and no common word, its verb right behind it."""
    token = wording.tokens[n]
    behind = wording.tokens[n + 1] if n + 1 < len(wording.tokens) else None
    if (
        n
        or behind is None
        or not token.text[0].isupper()
        or token.low.endswith(("s", "ing", "ion", "ment", "ity", "ance", "ence"))
    ):
        return False
    return (
        len(token.keys) == 1 and weight_of(token) == 1.0 and (behind.low in _AUXILIARIES or behind.low.endswith("ed"))
    )


def _is_deputy(pair: Aligned, n: int) -> bool:
    """Whether the sentence names the holder of an office where the paragraphs name only a deputy, assistant or former one."""
    same = [at for at, _ in pair.met[n] if pair.source.tokens[at].stem == pair.sentence.tokens[n].stem]
    return bool(same) and not _under(pair.sentence, n) and all(_under(pair.source, at) for at in same)


def _under(wording: AnnotatedText, n: int) -> bool:
    return any(token.low in _UNDER for token in wording.tokens[max(0, n - 2) : n])


def _in_an_acronym(token: Token, pair: Aligned) -> bool:
    """Whether "the Trust" may be the body whose acronym ends in its letter ("SCT")."""
    return any(is_acronym(other) and other.text.rstrip("s")[-1].lower() == token.low[0] for other in pair.source.tokens)


def _is_title(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a word is the title before a person's name."""
    return tokens[n].low in TITLES and n + 1 < len(tokens) and tokens[n + 1].kind is TokenKind.NAME


def absent_words(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where too many words are in no paragraph for a paraphrase: in all, in a row, or in one clause."""
    total = borne = run = worst = words = own = around = 0.0
    clauses: list[list[float]] = [[0.0, 0.0]]
    missing: list[Token] = []
    for n, token in enumerate(pair.sentence.tokens):
        if token.boundary >= 0.35 and token.kind in (TokenKind.BREAK, TokenKind.STOP):
            clauses.append([0.0, 0.0])
        if token.kind in (TokenKind.STOP, TokenKind.BREAK) or _is_title(pair.sentence.tokens, n):
            continue
        weight = weight_of(token) if token.kind is TokenKind.WORD else 1.0
        met = bool(pair.met[n]) or token.kind is TokenKind.FIGURE or token.stem in _BODIES  # those have been judged
        if token.kind is TokenKind.WORD:
            words += weight
            own += weight * any(strength != BY_CONTEXT for _, strength in pair.met[n])
            around += weight * any(strength == BY_CONTEXT for _, strength in pair.met[n])
        total += weight
        borne += weight * met
        clauses[-1][0] += weight
        clauses[-1][1] += weight * met
        run = 0.0 if met else run + weight
        worst = max(worst, run)
        if weight > _SURE and not met:
            missing.append(token)
    empty = any(whole >= 1.9 and part < 0.26 * whole for whole, part in clauses)
    if missing and (borne < _SHARE * total or worst >= _RUN or empty or len(missing) >= _MOST_MISSING):
        told = ", ".join(f"“{token.text}”" for token in missing[:4])
        yield Fault(Flaw.ABSENT, f"The paragraph does not bear out {told}")
    elif around and own < _LEAST_OWN * words:
        yield Fault(Flaw.ABSENT, "The paragraph itself says little of this")
