"""Faults of direction, decision, denial, opposites and scope. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.alignment import Aligned, affinity
from assistant.decided import decisions, firm, proposes, recommends
from assistant.polarity import deniers, denied, directions, sides_of
from assistant.wording import Sort, weight_of


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sentence: a class and a reason in plain English."""

    flaw: str
    reason: str


_AGAINST = {"up": "down", "down": "up", "better": "worse", "worse": "better"}


def direction_faults(pair: Aligned) -> Iterator[Fault]:
    """Words that say up where the paragraphs, of the same thing, say down."""
    printed = directions(pair.printed)
    for n, way in directions(pair.said).items():
        against = [at for at, other in printed.items() if other == _AGAINST.get(way)]
        if not against or _figures_agree(pair, n, way):
            continue
        own = max((affinity(pair, n, at) for at, other in printed.items() if other == way), default=0.0)
        other, at = max((affinity(pair, n, at), at) for at in against)
        if other > max(own * 1.15 + 0.2, 0.7):
            yield Fault("direction", f"The paragraph says “{pair.printed.tokens[at].text}”, not “{pair.said.tokens[n].text}”")


def _figures_agree(pair: Aligned, n: int, way: str) -> bool:
    """Whether the sentence's own pair of figures, both printed, goes the way that the word says ("from 12 to 16")."""
    near = [at for at in pair.said.all_of(Sort.FIGURE) if 0 < at - n <= 12 and pair.met[at]]
    values = [token.figure.value for at in near if (token := pair.said.tokens[at]).figure]
    kinds = {token.figure.kind for at in near[:2] if (token := pair.said.tokens[at]).figure}
    words = [token.low for token in pair.said.tokens[n : near[0]]] if near else []
    if len(values) < 2 or len(kinds) > 1 or "from" not in words:
        return False
    return values[1] > values[0] if way == "up" else values[1] < values[0]


def decision_faults(pair: Aligned, undecided: bool = False) -> Iterator[Fault]:
    """A decision told that the paragraphs only propose, note, defer, refuse or withdraw."""
    said = decisions(pair.said)
    told = firm(pair.said, said)
    if not told:
        return
    printed = decisions(pair.printed)
    taken = [at for at, name in printed.items() if name == "decided"]
    word = pair.said.tokens[told[0]].text
    if undecided or (recommends(pair.printed.text) and not proposes(pair.said)):
        yield Fault("status" if undecided else "decision", f"The paragraph proposes it; it does not say “{word}”")
        return
    if taken:
        return
    other = next(((at, name) for at, name in printed.items()), None)
    if other:
        yield Fault("decision", f"The paragraph says “{pair.printed.tokens[other[0]].text}”, not “{word}”")
    else:
        yield Fault("decision", f"The paragraph does not say that this was “{word}”")


def denial_faults(pair: Aligned) -> Iterator[Fault]:
    """What the paragraphs deny and the sentence says, or the other way about."""
    said, printed = denied(pair.said), denied(pair.printed)
    against = total = 0.0
    words: list[str] = []
    for n, token in enumerate(pair.said.tokens):
        if token.sort not in (Sort.WORD, Sort.NAME, Sort.FIGURE) or not pair.met[n]:
            continue
        weight = max(weight_of(token), 0.5)
        total += weight
        same = max((affinity(pair, n, at) * strength for at, strength in pair.met[n] if printed[at] == said[n]), default=0.0)
        other = max((affinity(pair, n, at) * strength for at, strength in pair.met[n] if printed[at] != said[n]), default=0.0)
        if other > same * 1.15 + 0.1:
            against += weight
            words.append(token.text)
    needed = 0.5 if deniers(pair.said) and not deniers(pair.printed) else 1.4
    if against >= needed and against >= 0.12 * total:
        yield Fault("negation", f"The paragraph {'denies' if deniers(pair.printed) else 'does not deny'} this: “{' '.join(words[:4])}”")


def opposite_faults(pair: Aligned) -> Iterator[Fault]:
    """A word whose opposite the paragraphs use of the same thing."""
    for n, token in enumerate(pair.said.tokens):
        sides = dict(sides_of(token))
        if not sides:
            continue
        same = max((affinity(pair, n, at) for at, _ in pair.met[n]), default=0.0)
        for at, other in enumerate(pair.printed.tokens):
            if any(row in sides and sides[row] != side for row, side in sides_of(other)):
                against = affinity(pair, n, at)
                if against > max(same * 1.3 + 0.3, 1.0):
                    yield Fault("opposite", f"The paragraph says “{other.text}”, not “{token.text}”")
                    return


def scope_faults(pair: Aligned) -> Iterator[Fault]:
    """Words of scope ("all", "most", "only", "in full") that the paragraphs do not use."""
    yield from ()
