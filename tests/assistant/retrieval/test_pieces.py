"""Pieces of evidence: what is given with a paragraph that was found."""

from dataclasses import replace

import pytest

from assistant.retrieval.pieces import Around, motion_in_words, piece_of
from corpus.models import Ballot, Motion, MotionKind, Outcome, Status, Table
from index.models import Placed
from made_up import place

FILE = "council.txt"


def paper(*lines: str | tuple[str, Status], intro: str = "") -> list[Placed]:
    """A paper of these paragraphs in order."""
    given = [line if isinstance(line, tuple) else (line, Status.DISCUSSION) for line in lines]
    return [place(own, status, file=FILE, n=n, intro=intro) for n, (own, status) in enumerate(given)]


def around(places: list[Placed], motions: list[Motion] = [], tables: list[Table] = []) -> Around:  # noqa: B006
    by_id = {one.paragraph.id: one for one in places}
    return Around(
        {(one.paper, one.n): one for one in places},
        {name: [one for one in motions if name in (one.paragraph, *one.told)] for name in by_id},
        {name: table for table in tables for name in table.paragraphs},
        by_id,
    )


def given_with(places: list[Placed], n: int, known: Around, letters: int = 0) -> list[int]:
    """The places in the paper of the piece of its n-th paragraph."""
    return [one.n for one in piece_of([places[n]], known, letters).places]


def lost(paragraph: str, *told: str) -> Motion:
    """An amendment of Ms Orde that was lost."""
    return Motion(
        0, "4", MotionKind.AMENDMENT, "that the ferry be kept", "Orde", "Hoy", Outcome.LOST, False, Ballot(3, 9), paragraph, told
    )  # fmt: skip


@pytest.mark.parametrize("found", [0, 3, 4])
def test_a_motion_is_given_with_its_outcome_and_votes_whichever_was_found(found: int) -> None:
    places = paper("Ms Orde moved that the ferry be kept.", "It rained.", "It snowed.", "For (3): all.", "Lost.")
    record = lost(*(places[n].paragraph.id for n in (0, 3, 4)))
    assert given_with(places, found, around(places, [record])) == [0, 3, 4]


def test_a_motion_and_its_vote_say_of_each_other_what_their_own_words_do_not() -> None:
    places = paper("Ms Orde moved that the ferry be kept.", "For (3): all.")
    record = lost(*(one.paragraph.id for one in places))
    labels = piece_of(places[:1], around(places, [record])).labels
    assert labels == {
        places[0].paragraph.id: "amendment, moved by Orde, seconded by Hoy, lost, 3 for, 9 against",
        places[1].paragraph.id: "on the amendment that the ferry be kept",
    }
    assert motion_in_words(replace(record, mover=None, seconder=None, ballot=Ballot(), outcome=None)) == "amendment"


def table(places: list[Placed], title: str = "Mooring fees", unit: str = "£") -> Table:
    rows = tuple(tuple(one.paragraph.own.split(" | ")) for one in places)
    return Table(0, title, unit, (), ("Quay", "Fee"), rows, tuple(one.paragraph.id for one in places), None, 1)


def test_a_small_table_is_given_whole_under_its_title_and_unit() -> None:
    places = paper("Before.", "North | 4", "South | 5", "West | 6", "After.")
    piece = piece_of([places[2]], around(places, tables=[table(places[1:4])]))
    assert [one.n for one in piece.places] == [1, 2, 3]
    assert set(piece.labels.values()) == {"table: Mooring fees, £"}


def test_of_a_large_table_the_rows_beside_are_given() -> None:
    places = paper(*(f"Quay {n} | {n}" for n in range(40)))
    assert given_with(places, 20, around(places, tables=[table(places)])) == [18, 19, 20, 21, 22]


@pytest.mark.parametrize("found", [1, 2, 3, 4])
def test_a_question_is_given_with_its_answer(found: int) -> None:
    asked, told = Status.QUESTION, Status.ANSWER
    places = paper(
        ("Old.", told), ("Why no ferry?", asked), ("And why not?", asked), ("It sank.", told), ("In May.", told), ("Who?", asked)
    )  # fmt: skip
    assert set(given_with(places, found, around(places))) >= {2, 3}
    assert not {0, 5} & set(given_with(places, found, around(places)))


def test_a_sentence_that_goes_on_is_given_with_where_it_goes_on() -> None:
    places = paper("The ferry sails at", "nine on weekdays.", "Dogs ride free.")
    assert given_with(places, 0, around(places)) == [0, 1]
    assert given_with(places, 1, around(places)) == [0, 1]
    assert given_with(places, 2, around(places)) == [2]


def test_a_lead_in_is_given_with_its_items() -> None:
    places = paper("The fees are:") + [
        place(f"({letter}) £{n}", file=FILE, n=n, intro="The fees are:") for n, letter in enumerate("abc", 1)
    ]
    places.append(place("The pier is shut.", file=FILE, n=4))
    assert given_with(places, 0, around(places)) == [0, 1, 2, 3]


def test_words_that_point_back_are_given_with_what_they_point_at() -> None:
    places = paper("The ferry sank.", "This was in May.", "The pier is long.", "The Clerk spoke to the above.")
    assert given_with(places, 1, around(places)) == [0, 1]
    assert given_with(places, 2, around(places)) == [2]
    assert given_with(places, 3, around(places)) == [2, 3]


def test_a_paragraph_that_is_named_by_its_number_is_given_too() -> None:
    places = paper("Cost.", "Risk.", "Time.", "The risk of paragraph 4.2 is low.")
    numbered = [replace(one, paragraph=replace(one.paragraph, ref=f"4.{n}")) for n, one in enumerate(places, 1)]
    assert given_with(numbered, 3, around(numbered)) == [1, 3]


def test_what_stands_around_is_given_as_far_as_it_is_wanted_and_never_of_another_part() -> None:
    places = paper("One of ten.", "Two of ten.", "Three.", "Four of ten.", "Five of ten.")
    places[0] = replace(places[0], paragraph=replace(places[0].paragraph, part=7))
    assert given_with(places, 2, around(places), letters=24) == [1, 2, 3, 4]
    assert given_with(places, 2, around(places), letters=12) == [1, 2, 3]


def test_the_titles_right_above_are_given_and_each_lead_in_stands_once() -> None:
    places = paper("The ferry", "Its fares", "£4.", "£5.", intro="The fares are:")
    titled = [replace(one, paragraph=replace(one.paragraph, heading=one.n < 2)) for one in places]
    piece = piece_of([titled[2]], around(titled), letters=10)
    assert [one.n for one in piece.places] == [0, 1, 2, 3]
    assert piece.main == titled[2]
    assert piece.text.count("The fares are:") == 1
