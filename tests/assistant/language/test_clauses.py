"""The clauses of a text."""

import pytest

from assistant.language.annotated import read
from assistant.language.clauses import clauses, since_done


def told(text: str) -> list[str]:
    annotated = read(text)
    return [" ".join(annotated.tokens[i].low for i in clause) for clause in clauses(annotated)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("fees rose", ["fees rose"]),
        ("fees rose; visits fell", ["fees rose", "visits fell"]),
        ("fees rose but visits fell", ["fees rose", "visits fell"]),
        ("fees rose, and the visits fell", ["fees rose", "and the visits fell"]),
        ("It was seen by Ms Vance, and Ms Joshi", ["it was seen by ms vance , and ms joshi"]),
    ],
)
def test_a_clause_ends_at_a_mark_or_a_joining_word(text: str, parts: list[str]) -> None:
    assert told(text) == parts


def test_a_later_sentence_may_say_that_the_thing_is_done() -> None:
    assert since_done(read("The roof is to be mended. This has now been done."), 0)
    assert not since_done(read("The roof is to be mended. This is to be done."), 0)
