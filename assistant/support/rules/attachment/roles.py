"""Whether a person or body is named for the part that the paragraphs give it. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.entities import Entity, Form, entities
from assistant.language.figure_roles import preposition
from assistant.language.predicates import OF_MINDS, acts
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned, Placement, misplaced
from assistant.support.fault import Fault, Flaw

_MOST_NAMES = 8
_OPENING = 3
_LONG = 4  # words from one name to another of a list that is no pair
_GAIN, _RATIO = 0.5, 1.5
_EXCHANGE, _EXCHANGE_RATIO = 0.3, 1.155
_PARTIES = frozenset((Form.PERSON, Form.BODY))  # who may each have done what the other did


# long: kept as it was measured; the rule goes when a fitted model decides in its place
def misplaced_names(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the paragraphs give a name of the sentence in another part; people are compared with people."""
    named = entities(pair.source)
    here = {}
    like: dict[int, list[int]] = {}
    unlike: dict[int, list[int]] = {}
    own_words: dict[int, frozenset[int]] = {}
    beside: dict[int, frozenset[int]] = {}
    sentence = entities(pair.sentence)
    seconded = "second" in pair.sentence.index
    if len(sentence) > _MOST_NAMES:
        return  # a list of who was there
    inside = {n for one in sentence for n in one.at}
    told = {at for n, places in enumerate(pair.met) if n not in inside for at, _ in places}
    all_stems = frozenset(stem for one in sentence for stem in one.stems)
    for one in sentence:
        directed = any(
            preposition(pair.sentence, mate.head) for mate in sentence if mate is one or mate.form is not one.form
        )
        met = {at for n in one.at for at, _ in pair.met[n]}
        same = [
            other for other in named if one.stems & other.stems or (met & set(other.at) and other.form is Form.ACRONYM)
        ]
        if not same or one.form is Form.OTHER:
            continue
        here[one.head] = one
        own_words[one.head] = frozenset(one.at)
        like[one.head] = [other.head for other in same]
        unlike[one.head] = [
            other.head
            for other in named
            if (
                other.form is one.form
                or (one.form in _PARTIES and other.form in _PARTIES and other.stems & all_stems and directed)
            )
            and other not in same
            and not told & set(other.at)
            and not (_seconds(pair.source, other) and not seconded)
            and not any(_chained(pair.source, mine, other) for mine in same)
            and not _is_label(pair.source, other)
        ]
        beside[one.head] = frozenset(n for mate in sentence if _listed(pair.sentence, one, mate) for n in mate.at)
    heads = {other.head: other for other in named}
    for n, rivals in unlike.items():
        unlike[n] = [at for at in rivals if not any(at in like.get(mate, ()) for mate in beside[n])]
    for bound in misplaced(pair, like, unlike, own_words):
        if _figured(pair.source, bound.own_at) and _figured(pair.source, bound.other_at):
            continue  # a list of shares: which figure is whose is judged by the figures
        if _does_the_same(pair, own_words[bound.sentence_at], like[bound.sentence_at]):
            continue
        if _clear(bound) and not _meant_by_pronoun(pair.source, bound) and not _is_topic(pair.source, bound):
            yield Fault(
                Flaw.NAME,
                f"The paragraph says this of {heads[bound.other_at].text}, not of {here[bound.sentence_at].text}",
            )


def _does_the_same(pair: Aligned, name: frozenset[int], places: list[int]) -> bool:
    """Whether the paragraphs tell of the name each deed that the sentence tells of it (what one says is told of many)."""
    source = acts(pair.source)
    mine = [n for n, act in acts(pair.sentence).items() if name & set(act.agents)]
    return bool(mine) and all(
        any(
            at in source
            and pair.source.tokens[at].stem == pair.sentence.tokens[n].stem not in OF_MINDS
            and set(places) & set(source[at].agents)
            for at, _ in pair.met[n]
        )
        for n in mine
    )


def _meant_by_pronoun(wording: AnnotatedText, bound: Placement) -> bool:
    """Whether a "he", "she" or "they" before the rival, behind the name itself, may stand for the name."""
    between = wording.tokens[bound.own_at + 1 : bound.other_at]
    return any(token.low in ("he", "she", "they") for token in between)


def _figured(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure stands by a name."""
    return any(token.kind is TokenKind.FIGURE for token in wording.tokens[max(0, n - 5) : n + 3])


def _is_topic(wording: AnnotatedText, bound: Placement) -> bool:
    """Whether the name opens the paragraphs and a later sentence goes on about it ("The service is hosted by")."""
    if bound.claimed or bound.own_at > _OPENING:
        return False
    return any(
        token.kind is TokenKind.BREAK
        and token.boundary >= 1.0
        and n + 2 < len(wording.tokens)
        and wording.tokens[n + 1].low in ("the", "it", "this", "they")
        and wording.tokens[n + 2].kind is not TokenKind.NAME
        for n, token in enumerate(wording.tokens)
    )


def _is_label(wording: AnnotatedText, one: Entity) -> bool:
    """Whether a name only numbers something ("Option 2", "Phase 1")."""
    behind = wording.tokens[one.head + 1 : one.head + 2]
    return len(one.at) == 1 and bool(behind) and behind[0].kind is TokenKind.FIGURE


def _seconds(wording: AnnotatedText, one: Entity) -> bool:
    """Whether a name is only that of a motion's seconder."""
    around = wording.tokens[max(0, one.at[0] - 2) : one.at[0]] + wording.tokens[one.head + 1 : one.head + 2]
    return any(token.stem == "second" for token in around)


def _listed(wording: AnnotatedText, one: Entity, other: Entity) -> bool:
    """Whether two names stand in one list, nothing but names, commas and "and" between them."""
    first, last = sorted((one, other), key=lambda entity: entity.head)
    between = wording.tokens[first.head + 1 : last.at[0]]
    return one is not other and all(
        token.kind is TokenKind.NAME or token.low in (",", "and", "or") for token in between
    )


def _chained(wording: AnnotatedText, one: Entity, other: Entity) -> bool:
    """Whether two names stand in one long list, of whose names all is told alike."""
    return abs(one.head - other.head) > _LONG and _listed(wording, one, other)


def _clear(bound: Placement) -> bool:
    if bound.claimed:
        return bound.gain > _EXCHANGE and bound.other > bound.own * _EXCHANGE_RATIO
    return bound.gain > _GAIN and bound.other > bound.own * _RATIO


def swapped_names(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a name stands beside words that another name has beside it in the paragraphs."""
    named = entities(pair.source)
    for one in entities(pair.sentence):
        own = {at for n in one.at for at, _ in pair.met[n]}
        same = [other for other in named if one.stems & other.stems]
        moved = _MOVED & set(pair.sentence.index) and "second" not in pair.sentence.index
        if same and moved and all(_seconds(pair.source, other) for other in same):
            yield Fault(Flaw.NAME, f"The paragraph says that {one.text} seconded it")
            return
        for step in (1, -1):
            other = _in_its_place(pair, one, own, step)
            if other is not None and not _of_one_list(pair.source, same, other):
                yield Fault(
                    Flaw.NAME, f"The paragraph says this of {pair.source.tokens[other].text}, not of {one.text}"
                )
                return


def _of_one_list(wording: AnnotatedText, same: list[Entity], at: int) -> bool:
    """Whether a name and the one at a place stand in one list, of whose names all is told alike."""
    others = [other for other in entities(wording) if at in other.at]
    return any(_listed(wording, mine, other) or _with(wording, mine, other) for mine in same for other in others)


def _with(wording: AnnotatedText, one: Entity, other: Entity) -> bool:
    """Whether one name is told "with" another: "the Director, in consultation with the Chair, to sign"."""
    between = wording.tokens[one.head + 1 : other.at[0]]
    return (
        0 < len(between) <= 8
        and any(token.low == "with" for token in between)
        and not any(token.boundary >= 0.8 for token in between)
    )


def _in_its_place(pair: Aligned, one: Entity, own: set[int], step: int) -> int | None:
    """Position of the other name that stands, everywhere in the paragraphs, by the words behind (1) or before (-1) a name."""
    sentence = pair.sentence.tokens
    ahead = next((token.low for token in reversed(sentence[: one.at[0]]) if token.low != "the"), "")
    if step == 1 and ahead in _GOVERNING:
        return None
    start = one.head + 1 if step == 1 else one.at[0] - 1
    run = [
        n for n in range(start, start + step * 6, step) if 0 <= n < len(sentence) and sentence[n].low not in _HELPERS
    ]
    run = run[:_RUN]
    words = [sentence[n].low or sentence[n].text for n in run]
    if len(run) < _RUN or not any(sentence[n].kind is TokenKind.WORD for n in run):
        return None
    source = pair.source.tokens
    found = _before_runs(pair.source).get((step, *words), [])
    if not found or any(at in own or source[at].kind is not TokenKind.NAME for at in found):
        return None
    return found[0]


@read_once
def _before_runs(wording: AnnotatedText) -> dict[tuple[int | str, ...], list[int]]:
    """For each run of words, read forwards (1) or backwards (-1), the positions of the words that stand before it."""
    found: dict[tuple[int | str, ...], list[int]] = {}
    for step in (1, -1):
        order = [at for at, token in enumerate(wording.tokens) if token.low not in _HELPERS][::step]
        words = [wording.tokens[at].low or wording.tokens[at].text for at in order]
        for k in range(1, len(order) - _RUN + 1):
            found.setdefault((step, *words[k : k + _RUN]), []).append(order[k - 1])
    return found


_MOVED = frozenset(map(stem_of, ("move", "propose")))
_HELPERS = frozenset("had has have was were is are been the who which ,".split())
_RUN = 3
_GOVERNING = frozenset("from by of to with for in at on against and".split())
_HEADS = frozenset(
    map(
        stem_of,
        "committee board panel cabinet council commission partnership trust forum group officer director manager inspector".split(),
    )
)


def mixed_names(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the name of a body or office is made of two that the paragraphs name."""
    for n, token in enumerate(pair.sentence.tokens):
        before = pair.sentence.tokens[n - 1] if n else None
        if token.stem not in _HEADS or not token.text[0].isupper() or before is None or not before.text[0].isupper():
            continue
        if before.kind is TokenKind.STOP or before.kind is TokenKind.BREAK or before.stem in _HEADS or n < 2:
            continue
        heads = [at for at in range(1, len(pair.source.tokens)) if pair.source.tokens[at].stem == token.stem]
        named = [at for at in heads if pair.source.tokens[at].text[0].isupper() and _modified(pair.source, at)]
        if not named or len(named) < len(heads):
            continue
        words = {pair.source.tokens[at - k].stem for at in heads for k in range(1, 8) if at >= k} | {
            pair.source.tokens[at + k].stem for at in heads for k in range(1, 7) if at + k < len(pair.source.tokens)
        }
        if before.stem and before.stem not in words:
            other = " ".join(one.text for one in pair.source.tokens[named[0] - 1 : named[0] + 1])
            yield Fault(Flaw.BODY, f"The paragraph names the {other}, not the {before.text} {token.text}")
            return


def _modified(wording: AnnotatedText, at: int) -> bool:
    before = wording.tokens[at - 1]
    return before.kind in (TokenKind.NAME, TokenKind.WORD) and before.text[0].isupper()
