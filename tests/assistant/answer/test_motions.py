"""Questions about votes, fates and movers, answered by the records of motions."""

import pytest

from assistant.answer.motions import motion_asked, motion_found, undone_found, with_outcomes
from assistant.citations import whole
from recorded import COMMITTEE, SHIRE, TOWN, places_of, records_of


def told(question: str, paper: str) -> str:
    asked, places = motion_asked(question), places_of(paper)
    ids = motion_found(asked, records_of(paper), lambda _: places) if asked is not None else []
    return " ".join(place.paragraph.text for name in ids for place in places if place.paragraph.id == name)


@pytest.mark.parametrize(
    "paper, question, words",
    [
        (SHIRE, "How did Cr Sands vote on the sale of the old depot?", "Against: Crs Una Vale, Max Neal and Jo Sands"),
        (SHIRE, "Who voted against the library opening hours?", "Against: Cr Tom Orde"),
        (SHIRE, "What was the vote on the sale of the old depot?", "LOST 2/3"),
        (SHIRE, "Was the sale of the old depot approved?", "LOST 2/3"),
        (SHIRE, "What happened to the motion to rescind resolution 2024/118?", "LOST"),
        (SHIRE, "Who seconded the motion on library opening hours?", "Seconded: Cr Jo Sands"),
        (TOWN, "How did Councillor Hoy vote on the first amendment?", "Against: Councillors Dray, Finch, Hoy (3)"),
        (TOWN, "Who moved the second amendment?", "Councillor Moss moved"),
        (TOWN, "By how many votes was the second amendment carried?", "Councillors Dray, Hoy, Kemp, Moss (4)"),
    ],
)
def test_the_paragraphs_of_the_record_answer(paper: str, question: str, words: str) -> None:
    assert words in told(question, paper)


@pytest.mark.parametrize(
    "question",
    [
        "Who voted against the kiosk?",  # no names are printed
        "Who voted against the amendment?",  # two of them
        "What was the vote on the budget?",
        "How did Councillor Zander vote on the first amendment?",
        "What is the rent of a stall?",
    ],
)
def test_a_question_that_no_record_fits_goes_to_the_papers(question: str) -> None:
    assert told(question, TOWN) == ""


def test_what_came_to_nothing_is_told_where_it_is_asked_whether_it_is_so() -> None:
    assert undone_found("Will the old depot be sold?", records_of(SHIRE))
    assert not undone_found("Does the library open on Sundays?", records_of(SHIRE))


def test_a_lost_motion_answers_with_its_outcome_and_a_replaced_one_gives_way() -> None:
    lost = records_of(SHIRE)[0]
    spans = with_outcomes("How much is the old depot sold for?", [whole(lost.place)], records_of(SHIRE))
    assert any("LOST 2/3" in span.quote for span in spans)
    replaced = records_of(COMMITTEE)[0]
    spans = with_outcomes("What is the fee?", [whole(replaced.place)], records_of(COMMITTEE))
    assert "£6" in spans[0].quote and not any("£7" in span.quote for span in spans)
    asked = with_outcomes("What did Councillor Roy move?", [whole(replaced.place)], records_of(COMMITTEE))
    assert "£7" in asked[0].quote
