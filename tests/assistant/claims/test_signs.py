"""A made-up statement beside a made-up paragraph: which signs speak for it, against it, or for nothing."""

from dataclasses import replace

import pytest

from assistant.claims.laid import Laid
from assistant.claims.signs import signs_of, whereabouts, window
from corpus.models import Status
from made_up import candidate

POTHOLES = "In 2022/23 the Council repaired 11,240 potholes, of which 78 per cent were repaired within 28 days."


def signs(
    statement: str, text: str, rarity: dict[str, float] | None = None, status: Status = Status.DISCUSSION
) -> dict[str, float]:
    """The signs of a paragraph that a search brought."""
    found = candidate(text, status)
    return signs_of(Laid(statement, window(found), whereabouts(found.placed)), found, 0.0, rarity or {})


@pytest.mark.parametrize(
    "statement, text, sign",
    [
        ("The Council repaired 12,140 potholes in 2022/23.", POTHOLES, "figure_other"),
        ("Corvane began in April 2020.", "Corvane began work on 1 April 2018.", "time_other"),
        ("The Council runs its own homes.", "The Council does not run any homes of its own.", "denial"),
        ("The Council runs its own homes.", "The Council does not run any homes of its own.", "denied_there"),
        ("The Council does not run homes.", "The Council runs homes of its own.", "denied_here"),
        ("The pool stayed open.", "The pool closed in May.", "opposite"),
        ("The offer was lawful.", "The offer was unlawful.", "opposite"),
        ("Wage growth increased in July.", "A further easing: wage growth fell in July.", "opposite"),
        ("The shed was refused.", "The shed: approved.", "other_deed"),
        ("The shed was approved.", "The shed: refused.", "other_deed"),
        ("Cllr Day promised a bench.", "Councillor Marsh promised a bench.", "unnamed"),
    ],
)
def test_each_class_of_contradiction_is_seen_and_its_agreement_is_not(statement: str, text: str, sign: str) -> None:
    assert signs(statement, text)[sign] > 0.12
    assert signs(text, text)[sign] == 0


@pytest.mark.parametrize(
    "statement, text, sign",
    [
        ("The pool has been approved.", "The pool was discussed.", "other_deed"),
        ("The pool was refused.", "The pool was refused and the lido approved.", "other_deed"),
        ("More than half of the calls came from schools.", "Of the calls, 64% came from schools.", "figure_other"),
        ("The Council does not run homes.", "The Council has no homes to run.", "denied_here"),
        ("The pool was not closed.", "The pool stayed open.", "opposite"),
    ],
)
def test_what_may_be_true_beside_the_paragraph_is_no_contradiction(statement: str, text: str, sign: str) -> None:
    assert signs(statement, text)[sign] < 0.12


def test_more_of_a_statement_stands_in_a_paragraph_that_has_its_rare_words() -> None:
    rarity = {"pool": 1.0, "close": 1.0, "corvan": 6.0}
    rare, common = (
        signs("Corvane closed the pool.", text, rarity) for text in ("Corvane reported.", "The pool closed.")
    )
    assert rare["held"] > common["held"]
    assert rare["gap"] < common["gap"]
    assert signs("Corvane closed the pool.", "Corvane closed the pool.", rarity)["held"] == 1.0


def test_titles_hold_words_that_are_not_the_paragraphs_own() -> None:
    told = signs("Benches were mended.", "They were mended.")  # under the item's title "Benches"
    assert told["held"] > told["own"]


def test_a_word_that_no_paper_holds_weighs_about_as_much_as_the_rarest_one_also_in_a_small_collection() -> None:
    large, small = (
        signs("The pool closed for repairs.", "The pool closed in May.", {"pool": rare, "close": rare})["held"]
        for rare in (6.0, 3.0)
    )
    assert small == pytest.approx(large, abs=0.05)


def test_the_paragraphs_status_and_the_statements_own_are_signs() -> None:
    text = "That the pool be closed."
    told = signs("The pool was closed.", text, status=Status.RECOMMENDATION)
    owned = signs("It was proposed that the pool be closed.", text, status=Status.RECOMMENDATION)
    assert (told["proposed"], told["owns"]) == (1.0, 0.0)
    assert (owned["proposed"], owned["owns"]) == (1.0, 1.0)
    assert signs("The pool was closed.", text, status=Status.AMENDMENT_LOST)["lost"] == 1.0
    assert signs("The pool was closed.", text, status=Status.VOTE)["vote"] == 1.0


def test_a_long_paragraph_is_read_round_the_unit_and_a_short_one_whole() -> None:
    sentences = [f"The ranger counted the benches of park {n} again in the spring of that year." for n in range(9)]
    own = " ".join(sentences)
    found = replace(candidate(own, intro="Parks:"), start=own.index(sentences[4]), end=own.index(sentences[5]) - 1)
    assert window(found) == "\n".join(("Parks:", " ".join(sentences[3:6])))
    assert window(candidate("The pool closed. It was May.", intro="Pools:")) == "Pools:\nThe pool closed. It was May."


def test_where_a_paragraph_stands_is_told_once_in_words() -> None:
    found = candidate("The pool closed.", title="Pools", item_title="Pools", section="Dale Street")
    assert whereabouts(found.placed) == "Pools. Dale Street. Council. Aldermere Borough Council. 4 March 2024"
