"""Whether a sentence asserts what a nearly equal sentence of the source denies with a plain "not", or the other way round. Pure."""

import re
from collections.abc import Iterator

from assistant.support.fault import Fault, Flaw
from assistant.support.overlap import FEWEST, Stretch, content, sentences_of
from assistant.support.source import ReadText, SourceText

_MOST_DENIED, _MOST_ASSERTED = 0.6, 0.8  # of the sentence's words, in a sentence of the source that denies, or asserts
_COPIED = 0.95  # from which any "not" of the sentence is an addition to the source's words
_AUXILIARY = r"(?:do|does|did|is|are|was|were|has|have|had|will|would|could|can|should|may|might|must)"
_NEXT = r"(?P<rest>(?:\W+[\w'-]+){1,3})"
_PLAIN = re.compile(rf"\b(?:{_AUXILIARY} not|cannot|{_AUXILIARY}n't|no)\b{_NEXT}", re.I)
_VERB = re.compile(
    rf"\b(?:{_AUXILIARY} not|cannot|{_AUXILIARY}n't|never)\b(?! (?:only|yet|more|less)\b)(?P<rest>(?:\W+[\w'-]+){{0,3}})",
    re.I,
)
_NOTS = (
    r"no|not|never|none|no one|nobody|neither|nor|without|cannot|nothing|yet|instead|rather|fail\w*|lack\w*|refus\w+|declin\w+|un\w+"
    r"|reject\w*|few|only|must|except|unless|until|hardly|stop\w*|ceas\w*|end(?:ed)?|close\w*|ban\w*"
)
_DENIES = re.compile(rf"\b(?:{_NOTS})\b|n't\b", re.I)
# Words by which a sentence may say the same without the source's "not".
_TURNS = re.compile(
    rf"\b(?:{_NOTS}|in(?:valid|eligible|complete|adequate)\w*|apart|against|lost|barred|exclu\w+|other than|before|free of"
    r"|avoid\w*|prevent\w*|regardless|whether|little|out|off|away|down|less|fewer|but|although|however|miss\w*|short|drop\w*"
    r"|absen\w+|decrease\w*|differ\w*|leaves?|left|omit\w*|remov\w*|withdr\w+|oppos\w+|outside|too)\b|n't\b",
    re.I,
)
_BEHIND_A_NOT = re.compile(r"\b(?:no|not|never|neither|nor|cannot|without)\b[^,;:()]*$|n't\b[^,;:()]*$")


def denial_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault where the source says "not" of what the sentence says, or the sentence of what the source says."""
    words = content(sentence.text)
    if len(words) < FEWEST:
        return
    told = [one for paragraph in sentences_of(source) for one in paragraph]
    nearest = max(told, key=lambda one: one.covers(words), default=None)
    if nearest is None:
        return
    share = nearest.covers(words)
    if share >= _MOST_DENIED and not _TURNS.search(sentence.text):
        denied = _denied(_PLAIN, nearest.given.text, words)
        if denied and not _also_asserted(nearest, denied):
            yield Fault(Flaw.NEGATION, f"The paragraph says “{denied[0].strip()}”")
    elif share >= _MOST_ASSERTED and not _DENIES.search(nearest.given.text):
        denied = _VERB.search(sentence.text) if share >= _COPIED else _denied(_VERB, sentence.text, nearest.words)
        if denied:
            yield Fault(Flaw.NEGATION, f"The paragraph does not say “{denied[0].strip()}”")


def _denied(pattern: re.Pattern[str], text: str, words: frozenset[str]) -> re.Match[str] | None:
    """Return the first "not" of a text that stands before one of the words."""
    return next((match for match in pattern.finditer(text) if content(match["rest"]) & words), None)


def _also_asserted(one: Stretch, denied: re.Match[str]) -> bool:
    """Whether the source says the denied words of another thing in the same sentence."""
    rest = one.given.text[: denied.start()] + " " + one.given.text[denied.end() :]
    return content(denied["rest"]) <= content(rest)


def cut_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for words copied from behind a "not": "the depot was sold" from "it is not so that the depot was sold"."""
    words = sentence.text.strip(" .").lower()
    told = [one.given.text.lower() for paragraph in sentences_of(source) for one in paragraph]
    before = [text[: text.index(words)] for text in told if words in text]
    if before and all(_BEHIND_A_NOT.search(text) for text in before):
        yield Fault(Flaw.NEGATION, f"The paragraph says “{before[0].strip()}” before it")
