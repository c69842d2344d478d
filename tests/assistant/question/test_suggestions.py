"""Questions to ask next: only what the papers answer, from paragraphs that are not shown yet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer, Asked, Citation, Mode
from assistant.question.suggestions import examples, follow_ups, matter_of
from corpus.models import PartKind, Role, Status
from index.models import Placed
from index.stores import Stores
from index_fakes import paragraph, part, run


def place(title: str | None, status: Status = Status.RESOLUTION, name: str = "shown") -> Placed:
    """A cited paragraph of an item with this title."""
    return Placed(paragraph(name, item_title=title, status=status), part(), "sha", "paper.md", "/papers/paper.md", 0)


def citation(name: str, status: Status) -> Citation:
    return Citation(
        n=1,
        paragraph=name,
        file="paper.md",
        page=None,
        line=1,
        council=None,
        body=None,
        meeting_date=None,
        part="minutes",
        part_title="Minutes",
        item=None,
        ref=None,
        status=status.value,
        text="Words.",
        quote="Words.",
    )


def answering(cited: Mapping[str, Citation], confidence: float = 1.0) -> Callable[[Asked], Answer]:
    """An assistant that answers these questions with one citation each, and declines every other."""

    def ask(asked: Asked) -> Answer:
        found = cited.get(asked.question)
        return Answer(
            question=asked.question,
            answer="Words. [1]" if found else "",
            abstained=found is None,
            reason=None,
            mode=Mode.EXTRACTIVE,
            citations=(found,) if found else (),
            passages=(),
            seconds=0.0,
            searched="",
            confidence=confidence,
        )

    return ask


DECIDED, RECOMMENDED = "What was decided about bus lanes?", "What was recommended about bus lanes?"
FRESH = {
    DECIDED: citation("other", Status.RESOLUTION),
    RECOMMENDED: citation("another", Status.RECOMMENDATION),
}


def test_a_question_is_suggested_where_its_answer_rests_on_another_paragraph() -> None:
    found = follow_ups(answering(FRESH), Asked("Bus lanes?"), [place("Bus lanes")])
    assert found == (RECOMMENDED, DECIDED)  # a decision is shown: what was recommended comes first


def test_the_question_that_was_asked_and_more_than_are_wanted_are_not_suggested() -> None:
    assert follow_ups(answering(FRESH), Asked(RECOMMENDED), [place("Bus lanes")]) == (DECIDED,)
    assert follow_ups(answering(FRESH), Asked("Bus lanes?"), [place("Bus lanes")], most=1) == (RECOMMENDED,)


@pytest.mark.parametrize(
    "answers",
    [
        answering({}),
        answering(FRESH, confidence=0.1),
        answering({DECIDED: citation("shown", Status.RESOLUTION)}),
        answering({DECIDED: citation("other", Status.DISCUSSION)}),
        answering({RECOMMENDED: citation("other", Status.RESOLUTION)}),
    ],
    ids=["declined", "unsure", "shown already", "no decision", "no recommendation"],
)
def test_what_the_papers_do_not_answer_afresh_is_not_suggested(answers: Callable[[Asked], Answer]) -> None:
    assert follow_ups(answers, Asked("Bus lanes?"), [place("Bus lanes")]) == ()


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("Bus Lanes in Castle Street (Key Decision)", "Bus Lanes in Castle Street"),
        ("Bus lanes in Castle Street", "bus lanes in Castle Street"),
        ("SEND transport", "SEND transport"),
        ("Report: Bus lanes", "bus lanes"),
        ("Apologies for absence", None),
        ("Potholes", None),
        ("A very long title " * 5, None),
        (None, None),
    ],
)
def test_a_matter_is_named_as_a_question_would_name_it(title: str | None, matter: str | None) -> None:
    assert matter_of(place(title)) == matter


def test_a_report_without_items_is_about_its_own_title() -> None:
    report = replace(place(None), part=part(PartKind.REPORT, title="Bus lanes"))
    assert matter_of(report) == "bus lanes"


def test_examples_are_of_the_newest_public_matters_and_each_is_answered(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    asked: list[str] = []

    def ask(question: Asked) -> Answer:
        asked.append(question.question)
        assert question.role is Role.PUBLIC
        return answering({question.question: citation("x", Status.RESOLUTION)})(question)

    assert examples(ask, stores.catalogue) == ("What was decided about benches in Aldermere Park?",)
    assert len(asked) == len(set(asked))


def test_examples_are_answered_by_the_papers(assistant: Assistant) -> None:
    for question in assistant.examples():
        answer = assistant.ask(Asked(question))
        assert not answer.abstained
        wanted = {"recommendation"} if "recommended" in question else {"resolution", "noted", "deferred"}
        assert answer.citations[0].status in wanted


def test_follow_ups_are_answered_from_other_paragraphs(assistant: Assistant) -> None:
    asked = Asked(assistant.examples()[0])
    cited = [one.paragraph for one in assistant.ask(asked).citations]
    for question in assistant.follow_ups(asked, cited):
        answer = assistant.ask(Asked(question))
        assert not answer.abstained
        assert {one.paragraph for one in answer.citations} - set(cited)
