"""What the paragraphs deny and a sentence says, or the other way about. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once, weight_of
from assistant.language.antonyms import is_turned, sides_of
from assistant.language.clauses import since_done
from assistant.language.decision_verbs import DecisionAct, deeds
from assistant.language.negation import denied, deniers, reach
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned, affinity
from assistant.support.fault import Fault, Flaw


# long: kept as it was measured; the rule goes when a fitted model decides in its place
def denial_faults(pair: Aligned) -> Iterator[Fault]:  # noqa: C901, PLR0912 - as above
    """Yield a fault where the sentence says what the paragraphs deny, or denies what they say."""
    for here, there in ((pair.sentence, pair.source), (pair.source, pair.sentence)):
        if word := _put_in(here, there):
            yield Fault(Flaw.NEGATION, f"The paragraph {'does not say' if here is pair.sentence else 'says'} “{word}”")
            return
    if _NONE_AGAINST.search(pair.sentence.text) and _UNOPPOSED.search(pair.source.text):
        return
    sentence, source = denied(pair.sentence), denied(pair.source)
    turned: dict[int, int] = {}
    for n, token in enumerate(pair.sentence.tokens):
        if token.kind is TokenKind.STOP or not pair.met[n]:
            continue
        same = max(
            (affinity(pair, n, at) * strength for at, strength in pair.met[n] if source[at] == sentence[n]), default=0.0
        )
        other, at = max(
            ((affinity(pair, n, at) * strength, at) for at, strength in pair.met[n] if source[at] != sentence[n]),
            default=(0.0, -1),
        )
        if other > same * 1.15 + 0.1:
            turned[n] = at
    for start in deniers(pair.sentence):
        if none_by_a_nought(pair, start):
            continue
        scope = [
            n for n in reach(pair.sentence, start) if pair.met[n] and pair.sentence.tokens[n].kind is not TokenKind.NAME
        ]
        whole = sum(max(weight_of(pair.sentence.tokens[n]), 0.5) for n in scope)
        part = sum(max(weight_of(pair.sentence.tokens[n]), 0.5) for n in scope if n in turned)
        key = next((n for n in scope if weight_of(pair.sentence.tokens[n]) >= 1.0), None)
        if _UNTIL.search(pair.source.text) and _only_then_said(pair, start):
            continue  # "not before the review" is "postponed pending the review"
        if key is not None and key not in turned and any(source[at] for at, _ in pair.met[key]):
            continue  # "had not settled", "nothing was settled": what is denied first is denied in both
        head = key is not None and pair.sentence.tokens[start + 1 : key + 1] and key <= start + 2
        if head and key in turned and _plainly_said(pair, key, source) and not _denied_by_word(pair, [key]):
            yield Fault(Flaw.NEGATION, f"The paragraph does not say “{pair.sentence.tokens[start].text}”")
            return
        if part > 0.6 * whole and not _denied_by_word(pair, scope):
            yield Fault(Flaw.NEGATION, f"The paragraph does not say “{pair.sentence.tokens[start].text}”")
            return
    if fault := _nobody(pair, source) or _declined(pair):
        yield fault
        return
    if (
        any(token.low in ("not", "no") for token in pair.sentence.tokens)
        or DecisionAct.REFUSED in deeds(pair.sentence).values()
    ):
        return
    if deniers(pair.sentence):
        return
    met_there = {at for places in turned.items() for at in [places[1]] if not sentence[places[0]]}
    for start in deniers(pair.source):
        if since_done(pair.source, start):
            continue
        if pair.source.tokens[start + 1].low in _QUANTIFYING:
            continue  # "not all": a matter of scope
        if _only_then(pair, start) or (
            _LACKING.match(pair.source.tokens[start].low) and _SCARCE.search(pair.sentence.text)
        ):
            continue
        scope = [at for at in reach(pair.source, start) if pair.source.tokens[at].kind is not TokenKind.STOP]
        if _by_opposite(pair, scope):
            continue
        whole = sum(weight_of(pair.source.tokens[at]) for at in scope)
        part = sum(weight_of(pair.source.tokens[at]) for at in scope if at in met_there)
        if _NO_LONGER.match(pair.source.text, pair.source.tokens[start].start) and any(at in met_there for at in scope):
            yield Fault(Flaw.NEGATION, f"The paragraph says “no longer {pair.source.tokens[start + 2].text}”")
            return
        sure = any(at in met_there and _same_word(pair, at) for at in scope)
        if (sure or part >= 1.7) and part >= 0.7 and part >= 0.5 * min(whole, 4.0):
            words = " ".join(token.text for token in pair.source.tokens[start : start + 5])
            yield Fault(Flaw.NEGATION, f"The paragraph says “{words}”")
            return


def _plainly_said(pair: Aligned, n: int, source: tuple[bool, ...]) -> bool:
    """Whether the paragraphs have the very word behind "is", "are", "was" or "were", everywhere undenied."""
    places = [at for at, strength in pair.met[n] if strength == 1.0]
    return bool(places) and all(
        not source[at] and at > 0 and pair.source.tokens[at - 1].low in ("is", "are", "was", "were") for at in places
    )


def _nobody(pair: Aligned, source: tuple[bool, ...]) -> Fault | None:
    """Yield a fault for "nobody abstained" where the paragraphs tell of a number that did."""
    for start in deniers(pair.sentence):
        if pair.sentence.tokens[start].low not in ("nobody", "none", "no", "never", "nothing") or none_by_a_nought(
            pair, start
        ):
            continue
        scope = [
            n for n in reach(pair.sentence, start) if pair.sentence.tokens[n].kind is TokenKind.WORD and pair.met[n]
        ]
        first = next((n for n in scope if weight_of(pair.sentence.tokens[n]) >= 1.0), None)
        places = [at for at, strength in pair.met[first] if strength >= 0.7] if first is not None else []
        counted = [at for at in places if at and _counts(pair.source, at)]
        if places and len(counted) == len(places) and not any(source[at] for at in places):
            return Fault(Flaw.NEGATION, f"The paragraph does not say “{pair.sentence.tokens[start].text}”")
    return None


def _declined(pair: Aligned) -> Fault | None:
    """What the paragraphs say was declined or not planned ("there were no plans to do so"), told without a denial."""
    before = _put_aside(pair.source)
    if not before or deniers(pair.sentence) or DecisionAct.REFUSED in deeds(pair.sentence).values():
        return None
    told = [
        n for n, token in enumerate(pair.sentence.tokens) if token.kind is TokenKind.WORD and weight_of(token) >= 1.0
    ]
    there = [n for n in told if any(at in before and strength == 1.0 for at, strength in pair.met[n])]
    if len(there) > 1 and len(there) > 0.6 * len(told):
        words = " ".join(token.text for token in pair.source.tokens[before.stop : before.stop + 5])
        return Fault(Flaw.NEGATION, f"The paragraph says “{words}”")
    return None


@read_once
def _put_aside(wording: AnnotatedText) -> range:
    """The positions of what "declined to do so" or "no plans to do so" is said of: the words before it, as far as 25."""
    match = _NOT_TO_DO_SO.search(wording.text)
    if match is None:
        return range(0)
    end = next((n for n, token in enumerate(wording.tokens) if token.end > match.start()), 0)
    return range(max(0, end - _AS_FAR), end)


_AS_FAR = 25


def _by_opposite(pair: Aligned, scope: list[int]) -> bool:
    """Whether the sentence has the opposite of what the paragraphs deny: "excluded" for "not included"."""
    if _LEFT_OUT.search(pair.sentence.text) and any(pair.source.tokens[at].stem == _INCLUDE for at in scope):
        return True
    sides = {row: side for at in scope for row, side in sides_of(pair.source.tokens[at])}
    return any(row in sides and sides[row] != side for token in pair.sentence.tokens for row, side in sides_of(token))


def _counts(source: AnnotatedText, at: int) -> bool:
    """Whether a number other than nought stands before a word of the paragraphs."""
    before = source.tokens[max(0, at - 2) : at]
    return any(token.figure is not None and token.figure.value > 0 for token in before)


def none_by_a_nought(pair: Aligned, start: int) -> bool:
    """Whether "nobody in Dunmore" is a nought that the paragraphs print beside the name ("Dunmore (0)")."""
    if pair.sentence.tokens[start].low not in ("no", "none", "nobody", "nothing"):
        return False
    names = [
        n for n, token in enumerate(pair.sentence.tokens) if n > start and token.kind is TokenKind.NAME and pair.met[n]
    ]
    places = [at for at, _ in pair.met[names[0]]] if names and pair.sentence.near(start, names[0]) > 0.3 else []
    figures = [token.figure for at in places for token in pair.source.tokens[at + 1 : at + 3] if token.figure]
    return bool(figures) and all(figure.value == 0 for figure in figures)


def _put_in(here: AnnotatedText, there: AnnotatedText) -> str | None:
    """A "not" that stands in one text between words that stand in the other without it, or None."""
    words, others = _words(here), _run_together(there)
    for n, word in enumerate(words):
        inside = word in ("not", "never") and 1 < n < len(words) - 2
        if inside and "\n".join((*words[n - 2 : n], *words[n + 1 : n + 3])) in others:
            return word
    return None


@read_once
def _words(wording: AnnotatedText) -> list[str]:
    return [token.low or token.text for token in wording.tokens if token.kind is not TokenKind.BREAK]


@read_once
def _run_together(wording: AnnotatedText) -> str:
    return "\n".join(_words(wording))


def _same_word(pair: Aligned, at: int) -> bool:
    """Whether the sentence has a denied word of the paragraphs itself, not a synonym of it."""
    return any(token.stem == pair.source.tokens[at].stem for token in pair.sentence.tokens if token.stem)


def _only_then_said(pair: Aligned, start: int) -> bool:
    return any(token.low in ("until", "unless", "before") for token in pair.sentence.tokens[start + 1 : start + 16])


_UNTIL = re.compile(
    r"\b(?:until|before|once|pending|postpone\w*|defer\w*|subject to|only (?:after|once|when)|suspen\w+|halt\w*|pause\w*)\b",
    re.I,
)


def _only_then(pair: Aligned, start: int) -> bool:
    """Whether a denial holds only until or unless something: "no member may sit until trained" says that the trained may."""
    return any(
        token.low in ("until", "unless", "without", "except") for token in pair.source.tokens[start + 1 : start + 16]
    )


def _denied_by_word(pair: Aligned, scope: list[int]) -> bool:
    """Whether the paragraphs deny by the word itself: "unsuccessful", "under-used", "refused"."""
    for n in reach_of(pair, scope):
        if any(
            is_turned(pair.sentence.tokens[n].low, token.low)
            for token in pair.source.tokens
            if token.kind is TokenKind.WORD
        ):
            return True
    before = _put_aside(pair.source)
    if before and any(at in before for n in scope for at, _ in pair.met[n]):
        return True
    if _NEW.search(pair.sentence.text) and _EXISTING.search(pair.source.text):
        return True  # "no new money" is existing money
    for n in scope:
        sides = dict(sides_of(pair.sentence.tokens[n]))
        stems = {pair.sentence.tokens[place].stem for place in scope}
        met = {at for place in scope for at, _ in pair.met[place]}
        close = [
            token
            for at, token in enumerate(pair.source.tokens)
            if (at not in met or token.stem not in stems)
            and any(pair.source.near(at, place) > 0.4 for place, _ in pair.met[n])
        ]
        for token in close:
            if any(row in sides and sides[row] != side for row, side in sides_of(token)):
                return True
            if token.low in _NOT_QUITE or _REFUSING.match(token.low):
                return True
            if (match := _PREFIXED.match(token.low)) and stem_of(match[1])[:5] == pair.sentence.tokens[n].stem[:5]:
                return True
    return False


def reach_of(pair: Aligned, scope: list[int]) -> list[int]:
    """Return the positions from the first word that a denying word denies to the end of its clause."""
    start = min(scope, default=0)
    return [
        n
        for n in range(start, min(start + 12, len(pair.sentence.tokens)))
        if pair.sentence.tokens[n].kind is TokenKind.WORD
    ]


_QUANTIFYING = frozenset("all every everyone everybody always everything".split())
_NONE_AGAINST = re.compile(
    r"\b(?:nobody|no one|none|no|without|not)\b(?: \w+){0,5}? (?:against|dissent\w*|oppos\w+|objec\w+)|\bunopposed\b",
    re.I,
)
_UNOPPOSED = re.compile(
    r"\bunanim\w+|\bagainst:? ?\(?(?:0|nil|none)\b|\b(?:0|none|nobody|no one|no votes?) against\b|\bnem\.? con", re.I
)
_NO_LONGER = re.compile(r"no longer\b", re.I)
_LEFT_OUT = re.compile(r"\b(?:left|leaves?|leaving|missed) out\b", re.I)
_INCLUDE = stem_of("include")
_NEW = re.compile(r"\bno (?:new|additional|extra|further)\b", re.I)
_EXISTING = re.compile(r"\bexisting\b", re.I)
_LACKING = re.compile(r"lack|absence")
_SCARCE = re.compile(
    r"\b(?:few|fewer|little|less|shortage|short|scarce\w*|insufficient|inadequate|poor|poorly|weak)\b", re.I
)
_NOT_TO_DO_SO = re.compile(
    r"\b(?:declin\w+|refus\w+|unable|unwilling|failed|not|never|yet|no (?:plans?|intention|wish|need))\b(?: \w+){0,2} (?:(?:do|done) (?:so|this|that|it)|happened)\b",
    re.I,
)
_REFUSING = re.compile(
    r"refus|reject|declin|lost\b|fail|defer|withdr|dismiss|prevent|avoid|cease|lack|absen|exclu|unable|without", re.I
)
_NOT_QUITE = frozenset(
    "under only rather instead before until unless yet still awaiting outstanding exempt vacant barely hardly".split()
)
_PREFIXED = re.compile(r"(?:un|dis|in|im|under|non)(\w{4,})", re.I)
