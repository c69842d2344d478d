"""Which tokens of the paragraphs answer to a token of the sentence, and how well: 1 for the same word, less for another."""

from collections.abc import Iterable

from assistant.language.acronyms import Runs, acronyms, is_acronym
from assistant.language.annotated import AROUND, NO_STEM, AnnotatedText, Token, TokenKind
from assistant.language.figures import Figure, FigureKind
from assistant.language.predicates import acts
from assistant.language.stems import stem_of
from assistant.language.synonyms import SAME_ROW
from assistant.language.times import agrees
from assistant.support.arithmetic.equality import same_value
from assistant.support.arithmetic.ratios import in_ratio
from assistant.support.arithmetic.units import unit_elsewhere, unit_said

BY_CONTEXT = 0.6  # how much a word counts that only what is known of the paragraphs has
_BY_SYNONYM = 0.75
_BY_ROOT = 0.7
_BY_ACRONYM, _BY_INITIALS = 1.0, 0.9  # an acronym for the words that it stands for, the words for the acronym
_SHORTEST_ROOT = 5  # letters
_COMMON_NAMES = frozenset(map(stem_of, (
    "member members officer officers council authority councillor councillors government committee board cabinet executive chair borough "
    "county city district town ward school police trust partnership report director head group panel care children young people"
).split()))  # fmt: skip
_OF_AGES = frozenset("age aged ages old older olds over under between young people".split())

Matches = Iterable[tuple[int, float]]  # (position in the paragraphs, how well it answers: 0 to 1)


def matches(i: int, sentence: AnnotatedText, source: AnnotatedText, initials: Runs, spelt: Runs) -> Matches:
    """Return where the paragraphs answer to the sentence's token, and how well; nothing for stop words and marks.

    `initials` are the runs of words of the paragraphs that an acronym of the sentence may stand for, `spelt` those of the
    sentence that an acronym of the paragraphs may.
    """
    token = sentence.tokens[i]
    if token.kind is TokenKind.MOMENT:
        return _times_like(token, source)
    if token.kind is TokenKind.FIGURE:
        return _figures_like(i, sentence, source)
    return _words_like(i, sentence, source, initials, spelt).items() if token.keys else ()


def _times_like(token: Token, source: AnnotatedText) -> Matches:
    for j in source.all_of(TokenKind.MOMENT):
        moment = source.tokens[j].moment
        if token.moment and moment and agrees(token.moment, moment):
            yield j, 1.0


def _figures_like(i: int, sentence: AnnotatedText, source: AnnotatedText) -> Matches:
    """Yield where the paragraphs print the figure, in its unit or another place's; if nowhere, what it is a ratio of."""
    told = sentence.tokens[i].figure
    if told is None:
        return
    found = False
    for j in source.all_of(TokenKind.FIGURE):
        figure = source.tokens[j].figure
        if figure is None:
            continue
        alike = not _mixes_count_and_time(told, figure) or _is_age(sentence, i) or _is_age(source, j)
        if (alike and same_value(told, figure)) or unit_elsewhere(told, j, source) or unit_said(told, figure, sentence):
            found = True
            yield j, 1.0
    if not found:
        yield from {(j, 1.0) for j, _ in in_ratio(sentence, i, source, given_beside(sentence, i))}


def given_beside(sentence: AnnotatedText, i: int) -> frozenset[float]:
    """Return the values of a sentence's other figures."""
    return frozenset(
        figure.value
        for j in sentence.all_of(TokenKind.FIGURE)
        if j != i and (figure := sentence.tokens[j].figure) is not None
    )


def _mixes_count_and_time(one: Figure, other: Figure) -> bool:
    """Whether one figure counts and the other is a period; a clock's time is none."""
    is_clock = (one.unit + other.unit).startswith("clock")
    return {one.kind, other.kind} == {FigureKind.COUNT, FigureKind.TIME} and not is_clock


def _is_age(text: AnnotatedText, i: int) -> bool:
    """Whether a figure is told as an age ("aged 17", "17-18 yrs", "under the age of 5")."""
    around = text.tokens[max(0, i - 5) : i] + text.tokens[i + 1 : i + 5]
    return any(token.low in _OF_AGES for token in around)


def _words_like(
    i: int, sentence: AnnotatedText, source: AnnotatedText, initials: Runs, spelt: Runs
) -> dict[int, float]:
    """Return where the word, a synonym or the context answers; if nothing does, its acronym, its initials or its root."""
    token = sentence.tokens[i]
    found: dict[int, float] = {}
    for key in sorted(token.keys):  # a set has another order on every run, and a reason may name the first place met
        is_row = key[0] == SAME_ROW
        for j in source.index.get(key, ()):
            if not is_row or (_may_stand_for(token, source.tokens[j]) and not _heads_a_name(token, source, j)):
                found[j] = max(found.get(j, 0.0), _BY_SYNONYM if is_row else 1.0)
    if not (i in acts(sentence) or token.low.endswith("ing")):
        found |= dict.fromkeys(source.index.get(AROUND + token.stem, ()), BY_CONTEXT)
    return found or _as_initials(i, sentence, source, initials, spelt) or _same_root(token, source)


def _heads_a_name(token: Token, text: AnnotatedText, i: int) -> bool:
    """Whether the "Executive" that answers to the Cabinet only opens a longer name ("Executive Management Team")."""
    behind = text.tokens[i + 1 : i + 2]
    return token.low in ("cabinet", "executive") and bool(behind) and behind[0].kind is TokenKind.NAME


def _may_stand_for(token: Token, other: Token) -> bool:
    """Whether a synonym will do: for a name only another name, or a common word for "Members" and its kind."""
    return token.kind is not TokenKind.NAME or other.kind is TokenKind.NAME or token.stem in _COMMON_NAMES


def _as_initials(
    i: int, sentence: AnnotatedText, source: AnnotatedText, initials: Runs, spelt: Runs
) -> dict[int, float]:
    """Return where the paragraphs spell an acronym out, or have the acronym of a name that the sentence spells out."""
    token = sentence.tokens[i]
    if is_acronym(token):
        run = initials.get(token.text.rstrip("s").lower())
        return {run[0]: _BY_ACRONYM} if run else {}
    found: dict[int, float] = {}
    if token.kind in (TokenKind.WORD, TokenKind.NAME):
        for j in acronyms(source):
            letters = source.tokens[j].text.rstrip("s").lower()
            run = spelt.get(letters)
            if run and run[0] <= i <= run[1] and (token.text[0].isupper() or len(letters) > 2):
                found[j] = _BY_INITIALS
    return found


def _same_root(token: Token, source: AnnotatedText) -> dict[int, float]:
    """Return where a word of the same root stands ("vacant", "vacancies")."""
    stem = token.stem
    if len(stem) < _SHORTEST_ROOT or token.kind is not TokenKind.WORD:
        return {}
    found: dict[int, float] = {}
    for key, positions in source.index.items():
        if key[:4] == stem[:4] and key[0] not in NO_STEM and _share_root(stem, key):
            found.update(dict.fromkeys(positions, _BY_ROOT))
    return found


def _share_root(one: str, other: str) -> bool:
    """Whether two stems are the same for six letters, or for five with next to nothing behind them."""
    shorter, longer = sorted((one, other), key=len)
    same = next((k for k, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return same > _SHORTEST_ROOT or (same == _SHORTEST_ROOT and len(shorter) - same <= 1 and len(longer) - same <= 3)
