"""Whether a sentence says of all, or of some only, what the paragraphs say with an exception, or of all. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.negation import deniers
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_WHOLE = r"all|every|each|none|no|any|without|always|never|continuous\w*|throughout|entire\w*"
_ALL = re.compile(rf"\b(?:{_WHOLE})\b", re.I)
_EXCEPT = r"\b(?:except|apart from|other than|with the exception of|save for)\b"
_ALL_EXCEPT = re.compile(rf"\b(?:{_WHOLE})\b[^.;]*?{_EXCEPT}", re.I)
_EXCEPTING = re.compile(rf"{_EXCEPT}|\b(?:exceptions?|but)\b", re.I)
_NOT_ALL = re.compile(r"\bnot (?:all|every)\b", re.I)
_ALL_AND = re.compile(r"\b(?:all|every) (?:[a-z]+ ){0,2}?[a-z]+,? including\b", re.I)
ONLY = re.compile(r"\b(?:only|solely|exclusively)\b", re.I)
_SHARE = 0.5  # of a clause's telling words, how many the sentence has where it is told of the same


def excepted_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says "all" and the paragraphs except some, or "only" and they say "all, including"."""
    sentence, source = pair.sentence.text, pair.source.text
    whole = _ALL.search(sentence)
    match = _ALL_EXCEPT.search(source) if whole and not _EXCEPTING.search(sentence) else None
    if whole and match and _told_of(pair, _span(pair.source, match.start(), match.end())):
        yield Fault(Flaw.SCOPE, f"The paragraph makes an exception to “{whole[0]}”")
    match = None if _NOT_ALL.search(sentence) or deniers(pair.sentence) else _NOT_ALL.search(source)
    if whole and match and _told_of(pair, _clause(pair.source, match.end())):
        yield Fault(Flaw.SCOPE, f"The paragraph says “{match[0]}”, not “{whole[0]}”")
    if (only := ONLY.search(sentence)) and (match := _ALL_AND.search(source)) and not ONLY.search(source):
        yield Fault(Flaw.SCOPE, f"The paragraph says “{match[0]}”, not “{only[0]}”")


def _told_of(pair: Aligned, clause: range) -> bool:
    """Whether the sentence has at least half of the telling words of a clause of the paragraphs."""
    words = [n for n in clause if pair.source.tokens[n].kind in (TokenKind.WORD, TokenKind.NAME)]
    met = {at for places in pair.met for at, _ in places}
    return bool(words) and sum(n in met for n in words) >= _SHARE * len(words)


def _span(wording: AnnotatedText, start: int, end: int) -> range:
    """The tokens between two places of the text."""
    inside = [n for n, token in enumerate(wording.tokens) if start <= token.start < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _clause(wording: AnnotatedText, start: int) -> range:
    """The tokens from a place of the text to the end of its clause."""
    first = next((n for n, token in enumerate(wording.tokens) if token.start >= start), len(wording.tokens))
    ends = (n for n in range(first, len(wording.tokens)) if wording.tokens[n].boundary >= 0.5)
    return range(first, next(ends, len(wording.tokens)))
