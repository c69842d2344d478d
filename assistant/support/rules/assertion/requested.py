"""Whether what was asked for is what the sentence says was asked for. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once, weight_of
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_ASKS = frozenset(map(stem_of, "ask request urge invite call instruct lobby press".split()))
_FARTHEST = 9


def requested_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says that a thing was asked for and the paragraphs ask for something else."""
    mine, theirs = requests(pair.sentence), requests(pair.source)
    if not mine or not theirs:
        return
    strange = [n for n in mine if not any(at in theirs for at, _ in pair.met[n])]
    new = [n for n in strange if not pair.met[n] and weight_of(pair.sentence.tokens[n]) >= 1.0]
    if new and len(strange) == len(mine):
        sentence, source = pair.sentence.tokens[new[0]].text, pair.source.tokens[min(theirs)].text
        yield Fault(Flaw.DECISION, f"The paragraph asks to “{source}”, not “{sentence}”")


@read_once
def requests(wording: AnnotatedText) -> frozenset[int]:
    """Return the positions of the verbs that tell what somebody is asked to do."""
    found: set[int] = set()
    tokens = wording.tokens
    for n, token in enumerate(tokens):
        if token.stem not in _ASKS or token.kind is not TokenKind.WORD:
            continue
        wished = False
        for at in range(n + 1, min(n + 1 + _FARTHEST, len(tokens) - 1)):
            if tokens[at].kind is TokenKind.BREAK and tokens[at].boundary >= 0.8:
                break
            wished = wished or tokens[at].low == "that"
            verb = tokens[at].low == "to" or (wished and tokens[at].low == "be")
            if verb and tokens[at + 1].kind is TokenKind.WORD and not tokens[at + 1].low.endswith("ly"):
                found.add(at + 1)
                break
    return frozenset(found)
