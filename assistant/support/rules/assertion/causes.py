"""Whether the sentence gives for a thing the cause that the paragraphs give for it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.annotated import AnnotatedText, TokenKind, read_once, weight_of
from assistant.language.normalise import squashed
from assistant.language.predicates import is_verb
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

# "E because C"; what opens a clause with its cause ("Because C, E") is turned round.
_FROM = re.compile(
    r"\b(?:because(?: of)?|(?<!is )(?<!are )(?<!was )(?<!were )due to|(?<=s |e )due to(?! be\b)(?! become\b)(?! \w*[^s\W] (?:in|on|by|at|to|with|the|a|its|their)\b)|owing to|thanks to|on account of|(?:as a|the) result of|result(?:s|ed|ing)? from|caused by|"
    r"attribut\w+ to|aris(?:e|es|ing|en) from|arose from|stem\w* from|driven by|put down to|blamed on|explained by|prompted by|brought about by)\b",
    re.I,
)
# "C led to E"
_TO = re.compile(
    r"\b(?:(?:led|leads?|leading) to|result(?:s|ed|ing)? in|caus(?:e|es|ed|ing)|mean(?:s|t|ing) that|contribut\w+ to|prompt(?:s|ed|ing)|"
    r"brought about|gave rise to|giv(?:es|ing) rise to)\b(?! by\b)",
    re.I,
)
# In print a cause may be given more lightly.
_LIGHT_FROM = re.compile(
    r"\b(?:as|since|given|following|after|through|with|by|reflect\w*|for|in (?:view|the light|light|the absence) of|in response to|reasons?|on the grounds?|linked to|from|when)\b",
    re.I,
)
_LIGHT_TO = re.compile(
    r"\b(?:so|so that|therefore|thus|hence|consequently|as a result|accordingly|which|enabl\w+|allow\w+|mak(?:e|es|ing)|made|driv(?:es|ing|en)|drove|explain\w*|affect\w*|impact\w*|help\w*|had to|generat\w+|produc\w+|creat\w+|attract\w+|brought|achiev\w+)\b",
    re.I,
)
_HELD, _PART, _LITTLE = 0.5, 0.34, 0.2
_REFERRING = frozenset("it this that these those they".split())


@dataclass(frozen=True, slots=True)
class Causing:
    """What a text gives as a cause, and what it says came of it: positions of the words of each."""

    cause: tuple[int, ...]
    effect: tuple[int, ...]


@read_once
def causings(wording: AnnotatedText) -> list[Causing]:
    """Return the causes that a text gives."""
    return [_parted(wording, match, pattern is _FROM) for pattern, match in _marked(wording)]


def _marked(wording: AnnotatedText) -> list[tuple[re.Pattern[str], re.Match[str]]]:
    return [(pattern, match) for pattern in (_FROM, _TO) for match in pattern.finditer(wording.text)]


@read_once
def _hinted(wording: AnnotatedText) -> list[Causing]:
    """The causes that a text gives by "as", "so", "with" and the like."""
    found = [_parted(wording, match, True) for match in _LIGHT_FROM.finditer(wording.text)]
    found += [_parted(wording, match, False) for match in _LIGHT_TO.finditer(wording.text)]
    found += [_either(wording, match) for match in _ACCOUNTS.finditer(wording.text)]
    return found + [_asked(wording, match) for match in _WHY.finditer(wording.text)]


_ACCOUNTS = re.compile(r"\b(?:account\w* for|concern\w*|worr\w+)\b", re.I)
_WHY = re.compile(r"\b(?:why|reasons? for)\b", re.I)


def _either(wording: AnnotatedText, match: re.Match[str]) -> Causing:
    """A sentence whose parts each account for one of its things, told as cause and effect of all."""
    at = next(n for n, token in enumerate(wording.tokens) if token.end > match.start())
    words = _telling(wording, *_sentence(wording, at))
    return Causing(words, words)


def _asked(wording: AnnotatedText, match: re.Match[str]) -> Causing:
    """What is asked why, and the sentence behind it, which answers."""
    at = next((n for n, token in enumerate(wording.tokens) if token.start >= match.end()), len(wording.tokens))
    _, end = _sentence(wording, at)
    _, last = _sentence(wording, end + 1)
    return Causing(_telling(wording, end, last), _telling(wording, at, end))


def _parted(wording: AnnotatedText, match: re.Match[str], behind: bool) -> Causing:
    """The words of a sentence before and behind a marker; those of the sentence before where the marker opens its own."""
    tokens = wording.tokens
    first = next((n for n, token in enumerate(tokens) if token.end > match.start()), len(tokens))
    last = next((n for n, token in enumerate(tokens) if token.start >= match.end()), len(tokens))
    start, end = _sentence(wording, first)
    before = _telling(wording, start, first)
    over = _over(wording, last, end, of_a_thing=behind and match[0][-2:].lower() in ("of", "to", "by", "om"))
    after = _telling(wording, last, over)
    if behind and before:
        before += _telling(wording, over, end) if tokens[over - 1].text != "," else ()
    if not before:
        comma = next((n for n in range(last, end) if tokens[n].text == ","), None)
        if behind and comma is not None:  # "Because C, E"
            return Causing(_telling(wording, last, comma), _telling(wording, comma, end))
        earlier, _ = _sentence(wording, max(start - 2, 0))
        before = _telling(wording, earlier, start)
    return Causing(after, before) if behind else Causing(before, after)


def _over(wording: AnnotatedText, start: int, end: int, of_a_thing: bool) -> int:
    """Where what is given behind a marker ends: at another main clause, or, where only a thing is given, at the verb behind it."""
    tokens = wording.tokens
    for n in range(start + 1, end):
        if tokens[n - 1].text == "," and tokens[n].low in ("and", "but", "although", "while", "whereas"):
            return n
        if of_a_thing and (tokens[n].low in _VERBS or is_verb(tokens, n)):
            return n
    return end


_VERBS = frozenset("is are was were has have had will would".split())


def _sentence(wording: AnnotatedText, n: int) -> tuple[int, int]:
    start = end = n
    tokens = wording.tokens
    while start > 0 and not _ends(wording, start - 1):
        start -= 1
    while end < len(tokens) and not _ends(wording, end):
        end += 1
    return start, end


def _ends(wording: AnnotatedText, n: int) -> bool:
    return wording.tokens[n].kind is TokenKind.BREAK and wording.tokens[n].boundary >= 0.8


def _telling(wording: AnnotatedText, start: int, end: int) -> tuple[int, ...]:
    return tuple(
        n
        for n in range(start, end)
        if wording.tokens[n].kind in (TokenKind.NAME, TokenKind.FIGURE, TokenKind.MOMENT)
        or (wording.tokens[n].kind is TokenKind.WORD and weight_of(wording.tokens[n]) >= 1.0)
    )


def cause_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence gives a cause that the paragraphs do not give, or gives cause and effect the other way round."""
    sentence = [
        one
        for one, (_, match) in zip(causings(pair.sentence), _marked(pair.sentence), strict=True)
        if one.cause and not _copied(pair, match)
    ]
    if not sentence:
        return
    strict = causings(pair.source)
    source = strict + _hinted(pair.source)
    for one in sentence:
        known = [n for n in one.cause if pair.met[n]]
        if len(known) < _HELD * len(one.cause):
            words = ", ".join(f"“{pair.sentence.tokens[n].text}”" for n in one.cause if not pair.met[n])
            yield Fault(Flaw.ABSENT, f"The paragraph does not give {words} as the cause")
            return
        turned = Causing(one.effect, one.cause)
        reversed_ = any(_bears(pair, turned, other) for other in strict) and not any(
            _bears(pair, one, other) for other in strict
        )
        if reversed_ or not any(_bears(pair, one, other) for other in source):
            yield Fault(Flaw.CAUSE, "The paragraph does not say that the one came of the other")
            return


def _copied(pair: Aligned, match: re.Match[str]) -> bool:
    """Whether the paragraphs have the marker with the same words before and behind it."""
    start, end = match.start(), match.end()
    before, behind = pair.sentence.text[:start].split()[-2:], pair.sentence.text[end:].split()[:4]
    told = (f" {squashed(' '.join((*words, match[0], *behind)))} " for words in (before, before[1:]))
    return len(behind) == 4 and bool(before) and any(one in f" {squashed(pair.source.text)} " for one in told)


def _bears(pair: Aligned, sentence: Causing, source: Causing) -> bool:
    """Whether the words told as cause and effect stand on the same sides in print."""
    return _share(pair, sentence.cause, source.cause) >= max(
        _HELD, _share(pair, sentence.cause, source.effect)
    ) and _share(pair, sentence.effect, source.effect) >= (_LITTLE if _refers(pair.source, source.effect) else _PART)


def _refers(wording: AnnotatedText, run: tuple[int, ...]) -> bool:
    """Whether what came of a cause is told in part by "it" or "one", which mean something named before."""
    return bool(run) and any(
        token.low in _REFERRING or token.text.lower() == "one"
        for token in wording.tokens[max(run[0] - 2, 0) : run[-1] + 4]
    )


def _share(pair: Aligned, sentence: tuple[int, ...], source: tuple[int, ...]) -> float:
    known = [n for n in sentence if pair.met[n]]
    if not known:
        return 1.0
    there = set(source)
    return sum(any(at in there for at, _ in pair.met[n]) for n in known) / len(known)
