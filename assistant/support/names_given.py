"""Whether each proper name of a sentence stands in its paragraphs or their context: whole, by a part, or as an acronym. Pure.

A person is looked for everywhere. A place, a firm or a body is looked for only where the context is known: without its
headings a paragraph may leave out where it speaks of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.stems import STOP, is_light, stem_of
from assistant.language.word_lists import word_set
from assistant.support.fault import Fault, Flaw
from assistant.support.source import ReadText, SourceText
from index.text import NUMBER_WORDS

_WORD = re.compile(r"[A-Za-z][\w]*(?:['-][A-Za-z]\w*)*")
_OPENS = re.compile(r"(?:^|[.!?:;]['\")]?\s+|\n\s*|[\"(]\s*)$")
_POSSESSIVE = re.compile(r"'s?$")
_PARTS = re.compile(r"['-]|(?<=[a-z])(?=[A-Z])")
_JOINED = re.compile(r"\.? ")  # between two words of one name
_COMMON = word_set("common_names")
_TITLES = frozenset(
    "mr mrs ms miss dr cllr cllrs councillor councillors sir dame lord lady rev prof professor director directors alderman mayor".split()
)
_BODIES = frozenset("committee sub-committee subcommittee panel board".split())
_ANY_BODY = frozenset(
    "the a this that its our full whole council county city town borough district parish special joint new".split()
)
_SMALL = frozenset("of the and for in to on".split())
_LONG = 3  # words of a name of which one may have been exchanged
_ROOT = 4  # letters that a name and a word of the source share ("Scotland", "Scottish")
_ACRONYM = 3  # letters of an acronym of the source that may stand for a name that is spelt out


@dataclass(frozen=True, slots=True)
class _Name:
    """A run of capitalised words: those that tell it from others, all its words, and whether it is a person's."""

    telling: tuple[str, ...]
    words: tuple[str, ...]
    is_person: bool


def exchanged_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for a name that stands in the source with one word in another's place ("Finance Panel" for "Board")."""
    text = source.text
    given = [run for one in source.all for run in _runs(one.text)]
    for words in _runs(sentence.text):
        if len(words) < _LONG:
            continue
        wanting = [i for i, word in enumerate(words) if not _given(word, text)]
        if len(wanting) != 1:
            continue
        at = wanting[0]
        for run in given:
            starts = range(len(run) - len(words) + 1)
            same = (run[k : k + len(words)] for k in starts)
            other = next((part for part in same if part[:at] == words[:at] and part[at + 1 :] == words[at + 1 :]), None)
            if other:
                yield Fault(Flaw.NAME, f"The paragraph names the {' '.join(other)}, not the {' '.join(words)}")
                return


def name_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for the first name of which the source gives no word, acronym or spelling out."""
    text = source.text
    for name in _names(sentence.text):
        if not (name.is_person or source.context):
            continue
        telling = name.telling[-1:] if name.is_person else name.telling
        if not any(_given(word, text) for word in telling) and not _as_acronym(name, text):
            yield Fault(Flaw.NAME, f"No paragraph names {' '.join(name.telling)}")
            return


@lru_cache(maxsize=1_024)
def _names(text: str) -> tuple[_Name, ...]:
    """Return the names of a text; a word that may be capitalised because it opens a sentence belongs to none."""
    return tuple(name for run in _matches(text) if (name := _name(run, text)))


@lru_cache(maxsize=4_096)
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each run of capitalised words, without one that may only open a sentence."""
    found = []
    for run in _matches(text):
        words = tuple(_POSSESSIVE.sub("", match[0]) for match in run)
        opens = _OPENS.search(text[: run[0].start()]) and _may_open(words[0])
        found.append(words[1:] if opens else words)
    return tuple(found)


def _matches(text: str) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = []
    for match in _WORD.finditer(text):
        if not match[0][0].isupper():
            continue
        follows = runs and _JOINED.fullmatch(text, runs[-1][-1].end(), match.start())
        if follows and not runs[-1][-1][0].endswith("'s"):
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _name(run: list[re.Match[str]], text: str) -> _Name | None:
    words = [_POSSESSIVE.sub("", match[0]) for match in run]
    title = next((i for i, word in enumerate(words) if word.lower() in _TITLES), None)
    opens = bool(_OPENS.search(text[: run[0].start()]))
    if title is not None and title + 1 < len(words):
        words = words[title + 1 :]
    elif opens and (len(words) == 1 or _may_open(words[0])):
        words = words[1:]
    telling = [word for word in words if not _is_common(word)]
    if not telling and len(words) > 1 and words[-1].lower() in _BODIES:
        telling = [word for word in words[:-1] if word.lower() not in _ANY_BODY]  # "Licensing" of "Licensing Committee"
    is_person = title is not None or (len(words) > 1 and len(telling) == len(words))
    return _Name(tuple(telling), tuple(words), is_person) if telling else None


def _may_open(word: str) -> bool:
    """Whether a capitalised word before a name is likely to be only the sentence's first ("Picking First Transit")."""
    return word.lower() in STOP or word.endswith("ing") or is_light(word.lower(), stem_of(word))


def _is_common(word: str) -> bool:
    """Whether a capitalised word tells no name from another: an office, a number, an initial."""
    parts = word.lower().split("-")
    return (
        len(word) < 2
        or word.lower() in _COMMON
        or all(part in NUMBER_WORDS or part in _COMMON or part.endswith("ty") for part in parts)
    )


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        part.lower() for match in _WORD.finditer(text) for part in (match[0], *_PARTS.split(match[0])) if part
    )


def _given(word: str, text: str) -> bool:
    """Whether the source has the word, its root, its parts, or the words whose initials it is."""
    words = _words(text)
    low = word.lower()
    if low in words or low.rstrip("s") in words or low in text.lower():
        return True
    if len(low) > _ROOT and any(other[:_ROOT] == low[:_ROOT] for other in words):
        return True
    parts = [part.lower() for part in _PARTS.split(word) if part]
    if len(parts) > 1 and all(part in _COMMON or any(other.startswith(part) for other in words) for part in parts):
        return True
    capitals = "".join(char for char in word if char.isupper()).lower()
    return len(capitals) > 1 and any(capitals in letters for letters in _initials(text))


@lru_cache(maxsize=256)
def _initials(text: str) -> tuple[str, str]:
    """Return the initials of all the words of a text, with the small words and without them."""
    words = [match[0].lower() for match in _WORD.finditer(text)]
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)


def _as_acronym(name: _Name, text: str) -> bool:
    """Whether an acronym of the source stands for the name's words ("HFB" for "Harbour Ferry Board")."""
    letters = "".join(char for word in name.words for char in word if char.isupper())
    tokens = (match[0] for match in _WORD.finditer(text) if match[0][:_ACRONYM].isupper() and len(match[0]) >= _ACRONYM)
    return len(letters) > 1 and any(
        _in_order(letters, token) or _in_order(token.rstrip("s"), letters) for token in tokens
    )


def _in_order(letters: str, acronym: str) -> bool:
    """Whether the letters stand in an acronym in their order, its first letter first."""
    rest = iter(acronym)
    return acronym[:1] == letters[:1] and all(letter in rest for letter in letters)
