"""Units of the passages found, ranked by what speaks for them."""

from dataclasses import replace

import pytest

from assistant.question import understand
from assistant.retrieval.features import newest_sign, years_said
from assistant.retrieval.question_terms import telling_words
from assistant.retrieval.ranking import Candidate, best_of_each, rank_units
from assistant.retrieval.search import Ranked, SearchResult
from corpus.models import Access, Meeting, Paragraph, Part, PartKind, Status
from index.models import Placed, StoredPassage, Unit

PART = Part(
    PartKind.MINUTES, "Minutes", Meeting("Aldermere Borough Council", "Cabinet", "2024-01-09"), 1, 9, None, None
)


def place(name: str, words: str, status: Status = Status.DISCUSSION, heading: bool = False) -> Placed:
    paragraph = Paragraph(name, words, words, 0, "7", None, None, None, None, 1, 1, status, heading=heading)
    return Placed(paragraph, PART, "sha", "cabinet.txt", "/cabinet.txt", int(name[1:]))


def found_in(
    question: str, *places: Placed, likeness: float = 0.5, met: tuple[float, ...] | None = None
) -> SearchResult:
    """One passage that holds each paragraph as one unit, all equally like the question; each meets it by `met`."""
    met = met or (0.0,) * len(places)
    units = tuple(Unit(p.paragraph.id, 0, len(p.paragraph.own)) for p in places)
    names = tuple(p.paragraph.id for p in places)
    body = "\n".join(p.paragraph.own for p in places)
    passage = StoredPassage("g1", "sha", "cabinet.txt", 0, "Cabinet", body, body, None, "Cabinet", "2024-01-09", "minutes", Access.PUBLIC, names, units)  # fmt: skip
    return SearchResult(understand(question), (Ranked(passage, 1.0, (likeness,) * len(places), met),), {})


def ranked(question: str, *places: Placed) -> list[Candidate]:
    return rank_units(found_in(question, *places), {p.paragraph.id: p for p in places})


def test_the_paragraph_with_the_questions_words_comes_first() -> None:
    said = place("p2", "The library had 21,700 visits in the year, the fewest of any.")
    best = ranked(
        "How many visits did the library have?", place("p1", "The Leader thanked the officers for their work."), said
    )
    assert best[0].placed is said
    assert best[0].words == said.paragraph.own


def test_a_resolution_beats_a_recommendation_where_a_decision_is_asked_for() -> None:
    asked = place("p1", "That the library be closed from 31 March.", Status.RECOMMENDATION)
    decided = place("p2", "That the library be closed from 31 March.", Status.RESOLUTION)
    assert ranked("What was decided on the library?", asked, decided)[0].placed is decided
    assert ranked("What was recommended for the library?", asked, decided)[0].placed is asked


def test_a_recorded_vote_comes_first_where_votes_are_asked_for() -> None:
    vote = place("p2", "For (2): Councillors Brindle and Okafor on parking", Status.VOTE)
    said = place("p1", "Two of the Councillors spoke on parking, Brindle and Okafor.")
    assert ranked("Who voted in favour on parking?", said, vote)[0].placed is vote


def test_a_heading_is_never_an_answer() -> None:
    assert ranked("library", place("p1", "Library review", heading=True)) == []


def test_a_paragraph_that_may_not_be_seen_is_no_candidate() -> None:
    first, hidden = place("p1", "The library stays open."), place("p2", "The library is worth a sum.")
    candidates = rank_units(found_in("library", first, hidden), {"p1": first})
    assert [one.placed for one in candidates] == [first]


def test_equal_units_keep_one_order() -> None:
    one, two = place("p1", "It rained."), place("p2", "It rained.")
    assert [c.placed.paragraph.id for c in ranked("rain", two, one)] == ["p1", "p2"]


def test_signs_lie_between_nought_and_one() -> None:
    places = [place("p1", "The library had 21,700 visits:"), place("p2", "x", Status.VOTE)]
    for one in ranked("How many visits in 2022/23 did Fennel Library have?", *places):
        assert all(0.0 <= sign <= 1.0 for sign in one.signs.as_list())


def test_the_best_unit_of_each_paragraph_is_kept_in_order() -> None:
    first = ranked("library", place("p1", "The library."), place("p2", "The depot."))
    again = [*first, replace(first[0], start=1, score=-9.0)]
    assert best_of_each(again, 9) == first
    assert best_of_each(again, 1) == first[:1]


@pytest.mark.parametrize("question", ["What did the council say in January 2024?", "minutes"])
def test_words_of_any_question_tell_nothing_unless_there_are_no_others(question: str) -> None:
    assert telling_words(understand(question)) == list(understand(question).words)


def test_a_councils_name_and_a_year_tell_nothing() -> None:
    question = understand("How many potholes did Aldermere mend in 2023?", ["Aldermere Borough Council"])
    assert "2023" not in telling_words(question)
    assert "pothol" in " ".join(telling_words(question))
    assert not any(word.startswith("alderm") for word in telling_words(question))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who is the mayor?", 1.0),
        ("What is the latest recycling rate?", 1.0),
        ("How many homes are empty now?", 1.0),
        ("Who was the mayor?", 0.5),
        ("How many homes are empty in 2023?", 0.5),
    ],
)
def test_the_newest_meeting_speaks_for_a_paragraph_where_the_present_is_asked_for(question: str, first: float) -> None:
    new = place("p1", "Councillor Ash was elected mayor.")
    assert newest_sign(understand(question), new, ["2023-01-09", "2024-01-09"]) == first


def test_an_older_meeting_speaks_less_where_the_present_is_asked_for() -> None:
    old = place("p1", "Councillor Ash was elected mayor.")
    assert newest_sign(understand("Who is the mayor?"), old, ["2024-01-09", "2025-01-09"]) == 0.5
    assert newest_sign(understand("Who is the mayor?"), old, ["2024-01-09", "2025-01-09", "2025-02-09"]) < 0.5


def test_a_year_that_another_is_only_compared_with_is_not_that_paragraphs() -> None:
    question = understand("How many potholes were mended in 2022/23?")
    assert years_said(question, "In 2023/24 the Council mended 14,865, a third more than in 2022-23.") == 0.0
    assert years_said(question, "The Council mended 14,865, up from 11,240 in 2022/23.") == 1.0
