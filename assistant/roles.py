"""Whether a person or body is named for the part that the paragraphs give it. Pure."""

from collections.abc import Iterator

from assistant.alignment import Aligned, Bound, misplaced, preposition
from assistant.entities import Entity, Form, entities
from assistant.faults import Fault
from assistant.wording import Sort, Wording

_MOST_NAMES = 8
_GAIN, _RATIO, _EXCHANGE_RATIO = 0.45, 1.15, 1.08
_EXCHANGE = 0.25
_PARTIES = frozenset((Form.PERSON, Form.BODY))  # who may each have done what the other did


def misplaced_names(pair: Aligned) -> Iterator[Fault]:
    """Names that the paragraphs give, but in another's part; people are laid beside people, bodies beside bodies."""
    named = entities(pair.printed)
    here = {}
    like: dict[int, list[int]] = {}
    unlike: dict[int, list[int]] = {}
    own_words: dict[int, frozenset[int]] = {}
    beside: dict[int, frozenset[int]] = {}
    said = entities(pair.said)
    seconded = "second" in pair.said.places
    if len(said) > _MOST_NAMES:
        return  # a list of who was there
    inside = {n for one in said for n in one.at}
    told = {at for n, places in enumerate(pair.met) if n not in inside for at, _ in places}
    all_stems = frozenset(stem for one in said for stem in one.stems)
    for one in said:
        directed = any(preposition(pair.said, mate.head) for mate in said if mate is one or mate.form is not one.form)
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
            and not (_seconds(pair.printed, other) and not seconded)
        ]
        beside[one.head] = frozenset(n for mate in said if _listed(pair.said, one, mate) for n in mate.at)
    heads = {other.head: other for other in named}
    for n, rivals in unlike.items():
        unlike[n] = [at for at in rivals if not any(at in like.get(mate, ()) for mate in beside[n])]
    for bound in misplaced(pair, like, unlike, own_words):
        if _clear(bound):
            yield Fault(
                "name", f"The paragraph says this of {heads[bound.other_at].text}, not of {here[bound.said].text}"
            )


def _seconds(wording: Wording, one: Entity) -> bool:
    """Whether a name is only that of a motion's seconder."""
    around = wording.tokens[max(0, one.at[0] - 2) : one.at[0]] + wording.tokens[one.head + 1 : one.head + 2]
    return any(token.stem == "second" for token in around)


def _listed(wording: Wording, one: Entity, other: Entity) -> bool:
    """Whether two names stand in one list, nothing but names, commas and "and" between them."""
    first, last = sorted((one, other), key=lambda entity: entity.head)
    between = wording.tokens[first.head + 1 : last.at[0]]
    return one is not other and all(token.sort is Sort.NAME or token.low in (",", "and", "or") for token in between)


def _clear(bound: Bound) -> bool:
    if bound.claimed:
        return bound.gain > _EXCHANGE and bound.other > bound.own * _EXCHANGE_RATIO
    return bound.gain > _GAIN and bound.other > bound.own * _RATIO
