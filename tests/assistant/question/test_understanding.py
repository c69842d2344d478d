"""What a question asks for, and what it names."""

import pytest

from assistant.question import DateSpan, Wanted, understand

COUNCILS = ["Aldermere Borough Council", "Thornbeck District Council"]
BODIES = [
    "Cabinet",
    "Council",
    "Children and Young People Scrutiny Committee",
    "Environment and Highways Scrutiny Panel",
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("How many potholes were mended?", Wanted.NUMBER),
        ("When do the charges begin?", Wanted.DATE),
        ("Who proposed the amendment?", Wanted.PERSON),
        ("Where did the Panel meet?", Wanted.PLACE),
        ("What did the Cabinet decide?", Wanted.DECISION),
        ("What did officers recommend?", Wanted.RECOMMENDATION),
        ("Who voted against?", Wanted.VOTE),
        ("Why were bins missed?", Wanted.REASON),
        ("Did the weight limit come in?", Wanted.YES_NO),
        ("potholes", Wanted.TOPIC),
        ("Tell me about the state of the library service", Wanted.THING),
    ],
)
def test_a_question_tells_what_would_answer_it(text: str, wanted: Wanted) -> None:
    assert wanted in understand(text).wanted


def test_councils_are_known_by_their_place() -> None:
    assert understand("What did Thornbeck's committee say?", COUNCILS).councils == ("Thornbeck District Council",)
    assert understand("What was said of potholes?", COUNCILS).councils == ()


def test_two_councils_are_compared() -> None:
    assert understand("Does Aldermere or Thornbeck recycle more?", COUNCILS).compares


def test_a_body_is_known_by_most_of_its_words() -> None:
    found = understand("What did the children's scrutiny committee ask in September 2022?", COUNCILS, BODIES).bodies
    assert found == ("Children and Young People Scrutiny Committee",)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("on 9 January 2024", DateSpan("2024-01-09", "2024-01-09")),
        ("in February 2024", DateSpan("2024-02-01", "2024-02-29")),
    ],
)
def test_a_time_is_read_as_its_first_and_last_day(text: str, span: DateSpan) -> None:
    assert understand(f"What was decided {text}?").spans == (span,)


def test_a_reference_is_no_year_no_date_and_no_sum() -> None:
    assert understand("What does minute 7/24 say?").references == ("7/24",)
    assert understand("What does paragraph 4.10 say?").references == ("4.10",)
    assert understand("What did it cost in 2023/24, £4.2 million or 4.5 per cent, on 01/02/2024?").references == ()


@pytest.mark.parametrize("year", ["2022/23", "2022-23", "2022–23", "2022/2023"])
def test_a_financial_year_is_the_same_however_it_is_typed(year: str) -> None:
    assert understand(f"How many in {year} and in 2024?").years == ("2022/23", "2024")


def test_names_are_capitalised_words_that_are_no_council() -> None:
    found = understand("What did Councillor Thackray say about Fennel Park in Aldermere?", COUNCILS)
    assert "Fennel Park" in found.names
    assert any("Thackray" in name for name in found.names)
    assert not any("Aldermere" in name for name in found.names)


def test_words_of_papers_are_kept_apart_from_words_typed() -> None:
    found = understand("How many kids were adopted?")
    assert not set(found.words) & set(found.extra)
    assert "children" not in found.words
    assert found.extra


@pytest.mark.parametrize("text", ["", "?", " ", "🙂", "a" * 5000, "[1] {question} (", "What\x00?"])
def test_any_text_is_a_question(text: str) -> None:
    assert understand(text, COUNCILS, BODIES).text == text


def test_a_plan_names_no_planning_committee() -> None:
    bodies = ["Finance and Planning Committee", "Planning Committee"]
    assert understand("Who voted against the fleet transition plan?", bodies=bodies).bodies == ()
    assert understand("What did the planning committee decide?", bodies=bodies[1:]).bodies == ("Planning Committee",)
