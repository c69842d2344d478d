"""Figures told of each that the paragraphs give of all, and changes told from another start than the paragraphs'. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.direction import points
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_EACH = re.compile(
    r"\b(?:each|every|apiece)\b(?! (?:\w+ )?(?:year|month|week|day|term|quarter|night|hour|time)s?\b)", re.I
)
_EACH_GIVEN = re.compile(r"\b(?:each|every|per|apiece|both|average\w*|mean|typical\w*|a head)\b", re.I)
_NEAR = 60  # characters round a figure
_SINCE = re.compile(
    r"\bsince (?:[\w@'-]+ ){0,6}?(?:began|begun|start(?:ed)?|launch(?:ed)?|open(?:ed|ing)|inception|beginning|creation|set up|"
    r"established|introduc(?:ed|tion)|founded|form(?:ed|ation))\b",
    re.I,
)
_ON_THE_YEAR = re.compile(
    r"\b(?:on|from|than|over|with|to|against) (?:the |that of the )?(?:last|previous|preceding|prior) (?:financial |full )?year|"
    r"\b(?:year[- ]on[- ]year|(?:a|the) year (?:before|earlier)|over the year|in the (?:last|past) year)\b",
    re.I,
)


def shared_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says "each home received £46,100" and the homes had that together."""
    if len(pair.sentence.all_of(TokenKind.FIGURE)) != 1 or not (match := _EACH.search(pair.sentence.text)):
        return
    n = pair.sentence.all_of(TokenKind.FIGURE)[0]
    figure = pair.sentence.tokens[n].figure
    places = [at for at, _ in pair.met[n]]
    if len(places) != 1 or figure is None or figure.rates or figure.value == 1 or figure.bound:
        return
    source = pair.source.tokens[places[0]].figure
    if source and not source.rates and not _EACH_GIVEN.search(pair.source.text):
        yield Fault(Flaw.SCOPE, f"The paragraph does not give {figure.printed} for “{match[0]}”")


def based_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence gives a change another base than the paragraphs: since the start, on the year before."""
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        if not any(points(token) for token in pair.sentence.tokens) or not pair.met[n]:
            continue
        sentence = pair.sentence.text
        given = [_round(pair.source, at) for at, _ in pair.met[n]]
        for mine, theirs in ((_SINCE, _ON_THE_YEAR), (_ON_THE_YEAR, _SINCE)):
            match = mine.search(sentence)
            if match and not theirs.search(sentence) and all(theirs.search(t) and not mine.search(t) for t in given):
                yield Fault(Flaw.SCOPE, f"The paragraph gives {pair.sentence.tokens[n].text} over another time")
                return


def _round(wording: AnnotatedText, n: int) -> str:
    token = wording.tokens[n]
    return wording.text[max(0, token.start - _NEAR) : token.start] + " # " + wording.text[token.end : token.end + _NEAR]
