"""Every way in which a pattern fits passes the word list that is looked for before it: none is asked for in vain."""

import re
from collections.abc import Iterator, Sequence
from re import _constants as ops  # type: ignore[attr-defined] # the parts of a pattern, which no other module gives
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from corpus.attendance import offices
from corpus.motions import deciding, find, signs, tellings, votes
from corpus.paragraphs import statement_kind
from corpus.parts import minutes_starts
from corpus.text_probe import says_any

_TOLD = [*signs._TOLD, signs._TAIL, signs._CAPITALS, signs._REFERRED, signs._DEFERRED, signs._SHOUTED_LATER]
_DECIDES = [deciding._RESOLVED, deciding._AGREED, deciding._IN_PROSE]
PAIRS = [
    *((pattern, signs._TELLING) for pattern in _TOLD),
    (signs._TAKEN_IN, signs._TAKING),
    (signs._TAKEN_IN, signs._TELLING),
    (signs._WITHDRAWN, signs._LEAVING),
    (signs._WITHDRAWN, signs._TELLING),
    (signs._UNSECONDED, signs._NOT_SECONDING),
    *((pattern, signs._SECONDING) for pattern in signs._SECONDED),
    (signs._CASTING, signs._CASTING_SAID),
    (signs._IMPERSONAL, signs._PUT_BY_NOBODY),
    (signs._SAYS_MOVING, signs._MOVING),
    *((pattern, words) for words, pattern in (*signs._MOVED, *signs._PAIRED)),
    (signs._HEADED, signs._HEADING),
    *((pattern, deciding._DECIDING_SAID) for pattern in _DECIDES),
    *((pattern, find._MINUTED) for pattern in (*_DECIDES, deciding._MATTER_PUT_OFF)),
    (deciding._ASKS, deciding._ASKING),
    (deciding._PUT_OFF, deciding._PUTTING_OFF),
    (deciding._TO_BE_TAKEN_UP, deciding._PUTTING_OFF),
    (signs._AMENDED, signs._AS_AMENDED),
    (tellings._RESOLVED_ALONE, tellings._DECIDING),
    (tellings._RESOLVED_AND_LISTED, tellings._DECIDING),
    (votes._TELLS_NAMES, votes._TAKING_SIDES),
    (votes._TO_BE_RECORDED, votes._RECORDING),
    (statement_kind._AMENDMENT, ["amendment"]),
    (statement_kind._ENDS_LOST, statement_kind._LOSES),
    (minutes_starts._MINUTES, minutes_starts._OF_MINUTES),
    (minutes_starts._MINUTES_LATER, minutes_starts._OF_MINUTES),
    (votes._UNANIMOUS, votes._AGREEING),
    *((pattern, votes._COUNTING) for _, pattern in votes._COUNTED[1:]),  # a count of those for alone says nothing
    (offices._WAS_ELECTED, offices._FILLED),
    (offices._BE, offices._FILLING),
    (offices._ELECT, offices._ELECTING),
]


def examples(pattern: re.Pattern[str]) -> Iterator[str]:
    """The shortest texts that a pattern fits and looks at behind, with a space at each edge of a word; each alternative is in one."""
    yield from _of(parser.parse(pattern.pattern, pattern.flags))


def _of(parts: Sequence[Any]) -> list[str]:
    """Texts of a sequence: each part takes its turn, the others stay at their first."""
    each = [_of_one(op, value) for op, value in parts]
    if not all(each):
        return []
    firsts = [texts[0] for texts in each]
    found = {"".join(firsts): None}
    for i, texts in enumerate(each):
        found |= {"".join([*firsts[:i], text, *firsts[i + 1 :]]): None for text in texts}
    return list(found)


def _of_one(op: Any, value: Any) -> list[str]:
    if op is ops.LITERAL:
        return [chr(value)]
    if op in (ops.NOT_LITERAL, ops.ANY):
        return ["x"]
    if op is ops.IN:
        return _any_of(value)
    if op is ops.BRANCH:
        return [text for branch in value[1] for text in _of(branch)]
    if op is ops.SUBPATTERN:
        return _of(value[3])
    if op is ops.ATOMIC_GROUP:
        return _of(value)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return [text * value[0] for text in _of(value[2])] if value[0] else [""]
    if op is ops.FAILURE or op is ops.ASSERT_NOT and not value[1]:
        return []
    if op is ops.AT and value is ops.AT_BOUNDARY:
        return [" "]
    if op is ops.ASSERT and value[0] > 0:
        return _of(value[1])
    return [""]  # what must not stand there, or stands before


def _any_of(choices: Sequence[Any]) -> list[str]:
    if choices[0][0] is ops.NEGATE:
        return ["x"]
    kinds = {ops.CATEGORY_DIGIT: "1", ops.CATEGORY_SPACE: " "}
    return [
        chr(value) if op is ops.LITERAL else chr(value[0]) if op is ops.RANGE else kinds.get(value, "x")
        for op, value in choices
    ]


def test_examples_have_every_alternative() -> None:
    assert set(examples(re.compile(r"(?:carr(?:ied|ies)|(?!)|lost)(?: by)?\b(?=x)"))) == {
        "carried x",
        "carries x",
        "lost x",
    }


@pytest.mark.parametrize(("pattern", "words"), PAIRS)
def test_a_text_that_a_pattern_fits_passes_the_words_before_it(pattern: re.Pattern[str], words: Sequence[str]) -> None:
    passed_by = [text for text in examples(pattern) if not says_any(f" {text} ", words)]
    assert passed_by == []
