"""Whether an adjective stands by the thing that the paragraphs have it by: limited assurance, substantial assurance. Pure."""

from collections.abc import Iterator

from assistant.acts import is_verb
from assistant.alignment import Aligned
from assistant.faults import Fault
from assistant.wording import Sort, Wording, weight_of

_RATIO, _GAIN = 1.25, 0.2


def modified_faults(pair: Aligned) -> Iterator[Fault]:
    """A thing told with the adjective that the paragraphs give it elsewhere; the rest of the sentence tells which is meant."""
    for n in range(1, len(pair.said.tokens)):
        adjective = n - 1
        if not (_plain(pair.said, n) and _tells(pair.said, adjective) and pair.met[n] and pair.met[adjective]):
            continue
        heads = [at for at, strength in pair.met[n] if strength == 1.0 and _plain(pair.printed, at)]
        own = [at for at in heads if any(place == at - 1 for place, _ in pair.met[adjective])]
        rivals = [
            at
            for at in heads
            if at not in own
            and at
            and _tells(pair.printed, at - 1)
            and not _said_too(pair, at)
            and not _leads_on(pair.printed, at)
        ]
        if not own or not rivals:
            continue
        mine = max(_fit(pair, n, adjective, at) for at in own)
        theirs, rival = max((_fit(pair, n, adjective, at), at) for at in rivals)
        if theirs > mine * _RATIO + _GAIN:
            said = f"{pair.said.tokens[adjective].text} {pair.said.tokens[n].text}"
            other = f"{pair.printed.tokens[rival - 1].text} {pair.printed.tokens[rival].text}"
            yield Fault("name", f"The paragraph says this of “{other}”, not of “{said}”")
            return


def _said_too(pair: Aligned, there: int) -> bool:
    """Whether the sentence has the paragraphs' adjective too ("the secondary school that they preferred")."""
    return any(at == there - 1 for places in pair.met for at, _ in places)


def _leads_on(wording: Wording, n: int) -> bool:
    """Whether a word itself stands before the word that is meant ("free school meals")."""
    return n + 1 < len(wording.tokens) and _plain(wording, n + 1) and not is_verb(wording.tokens, n + 1)


def _fit(pair: Aligned, n: int, adjective: int, there: int) -> float:
    """How much of what else the sentence says stands near a place of the paragraphs."""
    return sum(
        weight * pair.said.near(k, n) * max(strength * pair.printed.near(at, there) for at, strength in pair.met[k])
        for k, weight in pair.labels
        if k not in (n, adjective)
    )


def _tells(wording: Wording, n: int) -> bool:
    return _plain(wording, n) or wording.tokens[n].sort is Sort.NAME


def _plain(wording: Wording, n: int) -> bool:
    token = wording.tokens[n]
    return token.sort is Sort.WORD and weight_of(token) >= 1.0
