"""A verifier's words to judgements: JSON where it writes JSON, else a line for each statement. Pure.

The reader is tolerant of form and of nothing else: a statement that is judged twice in two ways, or without one of the three
verdicts, has no judgement.
"""

import json
import re
from collections.abc import Iterator

from assistant.answer.generation.claim_parser import object_spans, without_thoughts
from assistant.support.verifier import Bearing, Judgement

_LINE = re.compile(r"^[\s|*#-]*(?:statement\s*)?(\d{1,2})\s*[.):|*]", re.I)
_BARE = re.compile(
    r"^[\s|*#-]*(?:statement\s*)?\d{1,2}\s*[.):]*[\s*]*(supported|contradicted|neither)\b[*\s:.,–—-]*(.*)$", re.I
)
_VERDICTS = {bearing.value: bearing for bearing in Bearing}
_NONE = {"", "-", "–", "—", "none", "n/a", "null"}
_LONGEST = 400  # letters of a reason or a correction


def judgements_in(text: str) -> dict[int, Judgement]:
    """By each statement's number what is said of it."""
    said = without_thoughts(text)
    found: dict[int, Judgement] = {}
    unclear: set[int] = set()
    for number, judgement in (*_objects(said), *_lines(said)):
        if number in found and found[number].bearing is not judgement.bearing:
            unclear.add(number)
        found.setdefault(number, judgement)
    return {number: judgement for number, judgement in found.items() if number not in unclear}


def _objects(text: str) -> Iterator[tuple[int, Judgement]]:
    for start, end in object_spans(text):
        try:
            told = json.loads(text[start:end], strict=False)
        except json.JSONDecodeError:
            continue
        bearing = _VERDICTS.get(str(told.get("verdict", "")).strip().lower())
        number = re.fullmatch(r"\s*(\d{1,2})\s*", str(told.get("statement", "")))
        if bearing is not None and number:
            fields = (str(told.get(name) or "") for name in ("paragraphs", "differs", "instead", "words"))
            yield int(number[1]), _judgement(bearing, *fields)


def _lines(text: str) -> Iterator[tuple[int, Judgement]]:
    for line in text.splitlines():
        number = _LINE.match(line)
        if number is None:
            continue
        fields = [field.strip() for field in line[number.end() :].strip().strip("|").split("|")]
        verdicts = [at for at, field in enumerate(fields) if field.strip("*. ").lower() in _VERDICTS]
        if len(verdicts) == 1:
            [verdict] = verdicts
            bearing = _VERDICTS[fields[verdict].strip("*. ").lower()]
            before, behind = fields[:verdict], [*fields[verdict + 1 :], "", ""]
            reason = " | ".join(before[1:]) or behind[0]
            yield (
                int(number[1]),
                _judgement(bearing, before[0] if before else "", reason, behind[0], " | ".join(behind[1:])),
            )
        elif bare := _BARE.match(line):
            yield int(number[1]), _judgement(_VERDICTS[bare[1].lower()], "", bare[2], "", "")


def _judgement(bearing: Bearing, paragraphs: str, reason: str, instead: str, words: str) -> Judgement:
    numbers = dict.fromkeys(int(n) for n in re.findall(r"\d{1,3}", paragraphs))
    return Judgement(
        bearing, _plain(reason)[:_LONGEST], tuple(numbers), _plain(words.strip(" |")), _plain(instead)[:_LONGEST]
    )


def _plain(text: str) -> str:
    words = " ".join(text.split())
    return "" if words.lower() in _NONE else words
