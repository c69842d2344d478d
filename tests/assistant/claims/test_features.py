"""A made-up statement beside a made-up paragraph: which signs speak for it, against it, or for nothing."""

from dataclasses import replace

import pytest

from assistant.claims.features import against_signs, chosen, lay, weigh, whereabouts, window
from made_up import candidate

POTHOLES = "In 2022/23 the Council repaired 11,240 potholes, of which 78 per cent were repaired within 28 days."


def signs(statement: str, text: str) -> dict[str, float]:
    return against_signs(lay(statement, text, "", text, "discussion"))


@pytest.mark.parametrize(
    "statement, text, sign",
    [
        ("The Council repaired 12,140 potholes in 2022/23.", POTHOLES, "figure_other"),
        ("Corvane began in April 2020.", "Corvane began work on 1 April 2018.", "moment_other"),
        (
            "The rate was below the county average.",
            "The rate was above the county average, below the national.",
            "turned",
        ),
        ("The rate is higher than the national one.", "The rate was 7.9 per cent (8.8 per cent nationally).", "turned"),
        ("The Council runs its own homes.", "The Council does not run any homes of its own.", "denial"),
        ("The pool stayed open.", "The pool closed in May.", "opposed"),
        ("It was the fifth festival.", "It was the third festival.", "rank"),
        ("The chair is Ana Lorne.", "Chair: Beth Marsh. Secretary: Ana Lorne.", "holder"),
        ("Councillor Day voted for it.", "For (1) Councillor Marsh. Against (1) Councillor Day.", "vote"),
        ("26 children were adopted.", "26 were reported. The correct figure is 24.", "corrected"),
        ("The offer was acceptable to the trustees.", "The trustees said that the offer was unacceptable.", "opposed"),
        ("The town won its bid.", "The town's bid was praised but not successful.", "opposed"),
        ("Nobody has yet been taken to court.", "Four people have appeared in court.", "denial"),
        ("More beds will be needed from June.", "From June fewer beds will be needed, so more can be let.", "away"),
        ("Wage growth increased in July.", "A further easing: wage growth fell in July.", "away"),
        ("The plans came from Ardmore University.", "Students at Lisle University drew the plans.", "renamed"),
        ("Cllr Day is the cabinet member for planning.", "Councillor Day | Cabinet Member for Housing", "renamed"),
        ("Cllr Day promised to ask for a bench.", "Councillor Marsh promised to ask for a bench.", "swapped"),
        ("None of the twenty clubs had a lease.", "The 20 clubs all had a lease.", "denial"),
        ("The shed was refused.", "The shed: approved.", "decision"),
        ("Most of the calls came from schools.", "Of the calls, 36% came from schools.", "figure_other"),
    ],
)
def test_each_class_of_contradiction_is_seen_and_its_agreement_is_not(statement: str, text: str, sign: str) -> None:
    assert signs(statement, text)[sign] > 0.25
    assert signs(text, text)[sign] == 0


@pytest.mark.parametrize(
    "statement, text, sign",
    [
        ("The library was due to open in June.", "The library did not open in June.", "denial"),
        ("The pool has been approved.", "The pool was discussed.", "decision"),
        (
            "Ten of the visits were to Ardmore.",
            "Of 128 calls 62 needed a visit, 10 of which were to Ardmore.",
            "figure_other",
        ),
        ("The wage is going up to £24,513.", "The wage will increase to £24,513.", "decision"),
        ("Most of the calls came from schools.", "Of the calls, 64% came from schools.", "figure_other"),
        ("Lisle's truancy is above the county's.", "Lisle: asthma 7.9 per 10,000 (8.6 in the county)", "turned"),
    ],
)
def test_what_may_be_true_beside_the_paragraph_is_no_contradiction(statement: str, text: str, sign: str) -> None:
    assert signs(statement, text)[sign] < 0.25


def test_nothing_of_one_thing_is_no_nothing_of_another() -> None:
    said = "None of the four thefts was cleared up."
    assert signs(said, "Four thefts, of which three were solved, and a car without insurance.")["nothing"] == 0
    assert signs(said, "Thefts: four. Cleared up: none.")["nothing"] == 1


def test_a_figure_that_stands_there_for_another_thing_agrees_less() -> None:
    said = "More than half of the calls came from schools."
    apart = candidate("The service has new premises in the old town. It employs 60 people, and 55% work part time.")
    beside = candidate("Of the calls, 55% came from schools.")
    agree = [weigh(said, one, 0.0, {}).signs["agree"] for one in (apart, beside)]
    assert agree[0] < agree[1] == 1


def test_what_speaks_against_tells_less_the_less_the_paragraph_shares_with_the_statement() -> None:
    near, far = (
        weigh("The pool at Dale Street stayed open.", candidate, 0.0, {}).signs["opposed"]
        for candidate in (
            candidate("The pool at Dale Street closed in May."),
            candidate("A road closed at the pool."),
        )
    )
    assert near > far


def test_of_one_of_several_that_a_date_names_another_ones_paragraph_says_nothing() -> None:
    held = candidate("The regatta was held on 4 June 2024 and sponsored by Corvane.")
    of_it, of_another = (
        weigh(statement, held, 0.0, {}).signs["moment_other"]
        for statement in (
            "The regatta sponsored by Corvane was held on 4 July 2024.",
            "Corvane sponsors the June 2025 regatta.",
        )
    )
    assert of_it > 0.0
    assert of_another == 0.0


def test_a_word_that_no_paper_holds_weighs_about_as_much_as_the_rarest_one_also_in_a_small_collection() -> None:
    said, found = "The pool closed for repairs.", candidate("The pool closed in May.")
    large = weigh(said, found, 0.0, {"pool": 6.0, "close": 6.0}).signs["borne"]
    small = weigh(said, found, 0.0, {"pool": 3.0, "close": 3.0}).signs["borne"]
    assert small == pytest.approx(large, abs=0.05)


def test_of_one_paragraph_two_units_are_laid_beside_a_statement_and_a_copy_of_another_not_at_all() -> None:
    one, copy = candidate("The pool closed.", n=1), candidate("The pool closed!", n=2)
    parts = [replace(one, start=start) for start in (4, 8, 12)]
    assert chosen([one, copy, *parts]) == [one, parts[0]]
    assert chosen([candidate(f"Pool {n} closed.", n=n) for n in range(30)], most=5)[-1].placed.n == 4


def test_a_long_paragraph_is_read_round_the_unit_and_a_short_one_whole() -> None:
    sentences = [f"The ranger counted the benches of park {n} again in the spring of that year." for n in range(9)]
    own = " ".join(sentences)
    found = replace(candidate(own, intro="Parks:"), start=own.index(sentences[4]), end=own.index(sentences[5]) - 1)
    assert window(found) == "\n".join(("Parks:", " ".join(sentences[3:6])))
    assert window(candidate("The pool closed. It was May.", intro="Pools:")) == "Pools:\nThe pool closed. It was May."


def test_where_a_paragraph_stands_is_told_once_in_words() -> None:
    found = candidate("The pool closed.", title="Pools", item_title="Pools", section="Dale Street")
    assert whereabouts(found.placed) == "Pools. Dale Street. Council. Aldermere Borough Council. 4 March 2024"


def test_what_the_paragraph_only_proposes_is_a_sign_unless_the_statement_says_so_itself() -> None:
    text = "That the pool be closed."
    told = against_signs(lay("The pool was closed.", text, "", text, "recommendation"))
    owned = against_signs(lay("It was proposed that the pool be closed.", text, "", text, "recommendation"))
    assert (told["proposed"], owned["proposed"]) == (1.0, 0.0)
