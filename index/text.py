"""The words, stems, sentences and number words of a text, as every room reads them. Pure."""

import re
from functools import lru_cache

import Stemmer

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
ORDINAL_WORDS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+(?:[.,/]\d+)*%?|£\d[\d.,]*[mk]?")
_POSSESSIVE = re.compile(r"['’]s?$")
# What a search leaves out. The support gate has a list of its own (assistant/language/stems): to a search "not", "no",
# "many" and "much" find nothing, to the gate they change what is said.
_STOP = frozenset(
    "a an and are as at be been but by did do does for from had has have he her his how i if in into is it its "
    "me my no not of on or our she so such that the their them then there these they this to was we were what when "
    "where which who whom whose why will with would you your about any much many s t".split()
)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%”’'\"][.!?])\s+(?=[A-Z“‘\"(£0-9])|(?<=;)\s+(?=[a-z(])|\n+")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Rt|Hon|St|No|Nos|para|paras|p|pp|e\.g|i\.e|etc|vs|approx|Sec|Prof|Rev|Rd|Inc|Ltd)|\b[A-Z])\.$"
)
_SHORTEST = 25  # characters of a sentence that stands by itself
_stemmer = Stemmer.Stemmer("english")


def stem(word: str) -> str:
    """The stem of an English word in lower case: "benches" and "bench" give "bench", "minutes" gives "minut".

    An irregular form is not known to be one: "fell" stays "fell".
    Source: the Snowball stemmer for English, Porter 2001, snowballstem.org/texts/introduction.html.
    """
    return str(_stemmer.stemWord(word))


def words_of(text: str) -> list[str]:
    """The stemmed words and the figures of a text, in lower case, without the commonest words; "24/24" stays whole."""
    return list(kept_words_of(text))


@lru_cache(8192)
def kept_words_of(text: str) -> tuple[str, ...]:
    """As `words_of`, and remembered: a passage that is ranked for one question is often ranked for the next."""
    found: list[str] = []
    for word in _WORD.findall(text.lower()):
        if "'" in word or "’" in word:
            word = _POSSESSIVE.sub("", word)
        if word in _STOP or not word:
            continue
        if word[0].isdigit() or word[0] == "£":
            found.append(word.rstrip(".,").replace(",", "").lstrip("£"))
        else:
            found.append(stem(word))
    return tuple(found)


def sentences(text: str) -> list[tuple[int, int]]:
    """The offsets of a text's sentences, which hold all its words; a semicolon or a line's end may part them too."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return _long_enough([span for span in spans if text[span[0] : span[1]].strip()])


def _long_enough(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with short ones joined to the span before, or to the next where they come first."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (end - start < _SHORTEST or joined[-1][1] - joined[-1][0] < _SHORTEST):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
