"""A model's words to claims, as they arrive: JSON where it writes JSON, else sentences with markers. Pure.

The reader is tolerant: fences, prose round the JSON, a broken object and an unfinished last one cost no more than
themselves. What it makes of them is still to be checked; nothing here is believed.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer.sanitise import MARKER
from index.text import ABBREVIATION

_BEHIND = re.compile(r"([.!?])\s*((?:\[[\d,; ]+\]\s*)*\[[\d,; ]+\])")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(“\"'£\d*\-])|\n+")
_BEGINS = re.compile(r"(?<=[.!?\]])\s+(?=[A-Z(“\"'£\d*\-][^\[\]]*\w)|\n+(?=\s*[^\s\[])")
_LISTED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+", re.M)
_SAYS = re.compile(r"[^\W\d]{2,}\W+(?:\w+\W+)*?[^\W\d]{2,}")  # two words at least
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.S | re.I)
_SEARCH = re.compile(r"(?:^|(?<=PAPERS))[^\w\n]*SEARCH *: *(.*)", re.M | re.S | re.I)  # and all that stands below it
_SEARCH_FIELD = re.compile(r'"search"\s*:\s*"((?:[^"\\]|\\.)*)"')
_NAMES = ("claim", "text", "sentence", "statement", "answer")
_NUMBERS = ("paragraphs", "numbers", "citations", "sources", "paragraph")
_WORDS = ("words", "quote", "quotes", "exact_words")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a model, the numbers that it says it rests on and the exact words, where it gave any."""

    text: str
    numbers: tuple[int, ...]
    words: str = ""


class ClaimReader:
    """Turns pieces of a model's words into claims, each as soon as it is whole."""

    def __init__(self) -> None:
        self.heard = ""  # all that the model said
        self.text = ""  # the same without what it only thought and what it would look for
        self._at = 0  # what lies before is read

    def feed(self, piece: str) -> list[Claim]:
        """The claims that this piece makes whole."""
        self.heard += piece
        said = without_thoughts(self.heard)
        self.text = said if self._is_json(said) else _SEARCH.sub("", said)
        return list(self._objects() if self._is_json(self.text) else self._sentences(False))

    def finish(self) -> list[Claim]:
        """The claims left when the model has ended."""
        if self._is_json(self.text):
            return list(self._objects())
        return list(self._sentences(True))

    @property
    def search(self) -> str:
        """What the model would look for instead, in its words; "" where it names nothing."""
        said = without_thoughts(self.heard)
        if self._is_json(said):
            field = _SEARCH_FIELD.search(said)
            return field[1].replace('\\"', '"') if field else ""
        line = _SEARCH.search(said)
        return line[1].split("\n")[0].strip() if line else ""

    @staticmethod
    def _is_json(text: str) -> bool:
        return bool(re.match(r"\s*(?:```\w*\s*)?(?:\{|\[\s*(?:\{|$))", text))

    def _objects(self) -> Iterator[Claim]:
        """The innermost objects that are whole."""
        for start, end in object_spans(self.text, self._at):
            self._at = end
            if claim := _claim_of(self.text[start:end]):
                yield claim

    def _sentences(self, whole: bool) -> Iterator[Claim]:
        rest = self.text[self._at :]
        if whole:
            self._at = len(self.text)
            yield from statements(rest)
            return
        # A marker may still follow behind a full stop: a sentence is whole when the next one has begun.
        cuts = [m.end() for m in _BEGINS.finditer(rest) if not _is_shortened(rest, m)]
        if cuts:
            self._at += cuts[-1]
            yield from statements(rest[: cuts[-1]])


def without_thoughts(text: str) -> str:
    """A model's words without what it only thought."""
    return _THOUGHT.sub("", text)


def object_spans(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of each whole JSON object that holds no other, from a place on."""
    while (span := _object_span(text, start)) is not None:
        yield span
        start = span[1]


def statements(text: str) -> Iterator[Claim]:
    """The sentences of a text and the numbers each cites; markers behind a full stop belong to the sentence before."""
    text = _BEHIND.sub(r" \2\1 ", _LISTED.sub("", text))
    starts = [0, *(m.end() for m in _END.finditer(text) if not _is_shortened(text, m))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        numbers = [int(n) for group in MARKER.findall(piece) for n in re.split(r"[,;]", group)]
        words = re.sub(r"\s+([.,;!?])", r"\1", " ".join(MARKER.sub(" ", piece).split())).strip(" -*•")
        if _SAYS.search(words):
            yield Claim(words, tuple(dict.fromkeys(numbers)))


def _is_shortened(text: str, gap: re.Match[str]) -> bool:
    """Whether what stands before a gap between words ends in an initial or another shortened word, and so no sentence."""
    return "\n" not in gap[0] and bool(ABBREVIATION.search(text[max(0, gap.start() - 12) : gap.start()]))


def _object_span(text: str, start: int) -> tuple[int, int] | None:
    """Start and end of the next whole object that holds no other, or None. Braces inside strings do not count."""
    opened: int | None = None
    quoted = escaped = False
    for at in range(start, len(text)):
        letter = text[at]
        if quoted:
            quoted, escaped = (letter != '"' or escaped), (letter == "\\" and not escaped)
        elif letter == '"' and opened is not None:
            quoted = True
        elif letter == "{":
            opened = at
        elif letter == "}" and opened is not None:
            return opened, at + 1
    return None


def _claim_of(words: str) -> Claim | None:
    """The claim that an object holds, under any of the names that models give its fields."""
    try:
        found = json.loads(words, strict=False)
    except json.JSONDecodeError:
        return None
    text = next((found[name] for name in _NAMES if isinstance(found.get(name), str)), "")
    given: object = next((found[name] for name in _NUMBERS if name in found), [])
    exact = next((found[name] for name in _WORDS if found.get(name)), "")
    numbers = [int(n) for n in re.findall(r"\d{1,3}", str(given))]
    numbers += [int(n) for group in MARKER.findall(text) for n in re.split(r"[,;]", group)]
    plain = re.sub(r"\s+([.,;!?])", r"\1", " ".join(MARKER.sub(" ", text).split()))
    if not _SAYS.search(plain):
        return None
    return Claim(plain, tuple(dict.fromkeys(numbers)), exact if isinstance(exact, str) else "")
