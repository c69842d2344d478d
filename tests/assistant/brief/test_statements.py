"""Statements over made-up paragraphs: what their words bear out is said and cited, a planted lie is not."""

from dataclasses import replace

import pytest

from assistant.brief.statements import (
    action_statement,
    decision_statement,
    first_sentences,
    progress_statement,
    statement,
)
from assistant.decisions.entries import cited
from assistant.decisions.models import Edit, Progress, TrackedAction
from assistant.question.understanding import understand
from assistant.retrieval.topic import Topic
from corpus.models import PartKind, Status
from liar import KINDS
from made_up import place, resolved

TRUE = "The Council mended 41 benches in Aldermere Park in 2023, up from 28, as Councillor Ash was told."
REPORT = place(TRUE, kind=PartKind.REPORT, ref="4.1")
OTHERS = ["Councillor Birch was told of the swings."]
BENCHES = Topic(understand("benches for the north shore"), {"bench": 3.0, "north": 2.0, "shore": 3.0}, {})


def action(status: str | None, row: str = "Mend the benches | Ranger | Ongoing until June") -> TrackedAction:
    """An action that one tracker reports on in a row."""
    tracker = place(row, Status.ACTION, PartKind.TRACKER)
    step = Progress("2024-03-04", status, cited([tracker])[0])
    return TrackedAction("Council", "8 January 2024", "Parks", "Mend the benches.", "Ranger", status, True, (step,))


def test_what_a_paragraph_says_is_said_with_it_cited() -> None:
    said = statement(TRUE, [REPORT])
    assert said is not None
    assert (said.text, said.when, said.where) == (TRUE, "2024-03-04", "Report, paragraph 4.1, 4 March 2024")
    assert [(one.n, one.paragraph, one.quote) for one in said.citations] == [(1, REPORT.paragraph.id, TRUE)]


@pytest.mark.parametrize("kind", ["wrong figure", "wrong year", "negated", "wrong name", "half true"])
def test_a_planted_lie_is_not_said(kind: str) -> None:
    lie = KINDS[kind](TRUE, OTHERS)
    assert lie is not None
    assert lie != TRUE
    assert statement(lie, [REPORT]) is None


def test_the_words_relied_on_are_cited_where_the_paragraph_has_them_else_all_of_its_own() -> None:
    quote = "mended 41 benches in Aldermere Park"
    for words, held in ((quote, quote), ("words of no paper", TRUE)):
        said = statement(TRUE, [REPORT], words)
        assert said is not None
        assert said.citations[0].quote == held


def test_a_committees_resolution_is_not_told_as_the_councils() -> None:
    decided = place("RESOLVED that ten benches be bought.", Status.RESOLUTION, body="Planning Committee")
    assert statement("The Council resolved that ten benches be bought.", [decided]) is None
    assert statement("It was resolved that ten benches be bought.", [decided]) is not None


def test_a_decision_is_told_in_its_words_with_its_body_number_and_title() -> None:
    said = decision_statement(resolved("that ten benches be bought."), BENCHES)
    assert said is not None
    assert (said.text, said.where) == ("Resolved that ten benches be bought.", "Council, Minute 12, Benches")


@pytest.mark.parametrize(
    "words", ["that twenty benches be bought.", "that ten benches be sold.", "that ten benches not be bought."]
)
def test_a_decision_whose_words_its_paragraph_has_not_is_not_told(words: str) -> None:
    decision = resolved("that ten benches be bought.")
    assert decision_statement(replace(decision, words=words), BENCHES) is None


def test_of_a_long_decision_the_lead_and_the_lines_on_the_topic_are_told() -> None:
    filler = [
        f"({n}) the paths of park {n} be swept by the ranger and his men each morning of the week;" for n in "abcdef"
    ]
    lines = ["that the Council agrees that:", *filler, "(g) ten benches be bought for the north shore."]
    decision = resolved("\n".join(lines))
    said = decision_statement(decision, BENCHES)
    assert said is not None
    assert said.text.splitlines() == ["Resolved that the Council agrees that:", lines[-1]]
    assert said.where.endswith("; 2 of 8 lines")
    short = decision_statement(resolved("\n".join(lines[:2])), BENCHES)
    assert short is not None
    assert len(short.text.splitlines()) == 2


def test_of_an_amendment_the_lines_that_it_changes_are_told() -> None:
    lines = ["that the motion be amended:", "(a) the survey be noted;", "(b) twenty benches be bought."]
    decision = replace(resolved("\n".join(lines)), edits=(Edit("(b)", "ten", "twenty benches"),))
    said = decision_statement(decision, BENCHES)
    assert said is not None
    assert said.text.splitlines()[1:] == lines[2:]


def test_an_action_is_told_with_its_owner_and_status_or_as_the_trackers_row() -> None:
    told = action_statement(action("Ongoing until June"))
    assert told is not None
    assert told.text == "Mend the benches (Ranger): Ongoing until June"
    assert told.where == "Action tracker, raised 8 January 2024"
    row = "Mend the benches | Ranger | Ongoing until June"
    lied = action_statement(replace(action("Ongoing until June"), action="Mend the 40 swings."))
    assert lied is not None
    assert lied.text == row


def test_a_status_that_no_tracker_gives_is_not_told() -> None:
    assert action_statement(action(None)) is None
    assert progress_statement(action(""), action("").progress[0], "Action tracker") is None


def test_a_long_paragraph_is_told_by_its_first_sentences() -> None:
    sentence = "The ranger counted the benches of the park again. "
    assert first_sentences(sentence) == sentence
    told = first_sentences(sentence * 20)
    assert (sentence * 20).startswith(told)
    assert 300 < len(told) <= 420
    assert told.endswith(".")
