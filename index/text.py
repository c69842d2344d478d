"""The words and sentences of a text, as every room reads them. Pure."""

import re
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+(?:[.,/]\d+)*%?|£\d[\d.,]*[mk]?")


_PLAIN = re.compile(r"['’]s?$")


_STOP = frozenset(
    "a an and are as at be been but by did do does for from had has have he her his how i if in into is it its "
    "me my no not of on or our she so such that the their them then there these they this to was we were what when "
    "where which who whom whose why will with would you your about any much many s t".split()
)


_stemmer = Stemmer.Stemmer("english")


def words_of(text: str) -> list[str]:
    """Stemmed words and figures of a text, lower case, without the commonest words; "24/24" stays whole."""
    return list(kept_words_of(text))


@lru_cache(8192)
def kept_words_of(text: str) -> tuple[str, ...]:
    """The same, kept: what answers one question is weighed for the next one too."""
    found: list[str] = []
    for word in _WORD.findall(text.lower()):
        if "'" in word or "’" in word:
            word = _PLAIN.sub("", word)
        if word in _STOP or not word:
            continue
        if word[0].isdigit() or word[0] == "£":
            found.append(word.rstrip(".,").replace(",", "").lstrip("£"))
        else:
            found.append(_stemmer.stemWord(word))
    return tuple(found)


_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%”’'\"][.!?])\s+(?=[A-Z“‘\"(£0-9])|(?<=;)\s+(?=[a-z(])|\n+")


_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rt|Hon|St|No|Nos|para|paras|p|pp|e\.g|i\.e|etc|vs|approx|Sec|Prof|Rev|Rd|Inc|Ltd)|\b[A-Z])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences (and clauses parted by semicolons or line ends) of a text, covering its words."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return _long_enough([span for span in spans if text[span[0] : span[1]].strip()])


def _long_enough(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Bits of under 25 characters go with the sentence before them, or with the next where they come first."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and (end - start < 25 or out[-1][1] - out[-1][0] < 25):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
