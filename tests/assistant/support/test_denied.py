"""A "not" is the source's where it has nearly the sentence's words."""

import pytest

from assistant.support.denied import cut_faults, denial_faults
from assistant.support.source import read, source_of


def _reasons(sentence: str, paragraph: str) -> list[str]:
    return [fault.reason for fault in denial_faults(read(sentence), source_of([paragraph]))]


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        (
            "The clinic in Ellerdale treats children.",
            "The clinic in Ellerdale does not treat children.",
            "The paragraph says “does not treat children”",
        ),
        (
            "The clinic in Ellerdale does not treat children.",
            "The clinic in Ellerdale treats children.",
            "The paragraph does not say “does not treat children”",
        ),
        (
            "The clinic in Ellerdale moved, as Councillor Ash was not told.",
            "The clinic in Ellerdale moved, as Councillor Ash was told.",
            "The paragraph does not say “was not told”",
        ),
    ],
)
def test_what_the_source_denies_is_not_asserted_nor_the_other_way_round(
    sentence: str, paragraph: str, reason: str
) -> None:
    assert _reasons(sentence, paragraph) == [reason]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("The clinic in Ellerdale refuses to treat children.", "The clinic in Ellerdale does not treat children."),
        ("Children have yet to be treated in Ellerdale.", "Children were not treated in Ellerdale."),
        ("The clinic in Ellerdale does not treat children.", "The clinic in Ellerdale refuses to treat children."),
        ("Half the children placed outside went to Ellerdale.", "Of those children not placed in Corvane, 50% were placed in Ellerdale."),
        ("Levies rose for traders in Ellerdale.", "It does not follow that levies are too low. Traders spoke of it."),
    ],
)  # fmt: skip
def test_a_not_may_be_told_in_another_way(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []


def test_words_cut_from_behind_a_not_are_a_fault_and_others_are_none() -> None:
    source = source_of(["It was not the case that the depot was sold, and the library stays open."])
    assert [fault.reason for fault in cut_faults(read("The depot was sold"), source)] == [
        "The paragraph says “it was not the case that” before it"
    ]
    assert list(cut_faults(read("the library stays open."), source)) == []
