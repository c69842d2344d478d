"""References in each of their forms, and a line of an answer parted into its reference and its words."""

from dataclasses import replace

import pytest

from assistant.citations import citation, whole
from assistant.models import Citation
from assistant.references import (
    file_reference,
    meeting_reference,
    minute_in_words,
    minute_title,
    page_or_line,
    parted,
    short_reference,
    source_in_words,
    source_says,
    unnumbered,
    whole_reference,
)
from corpus.models import PartKind
from index.models import Placed
from made_up import place


def placed(kind: PartKind, ref: str | None, date: str | None = "2024-01-09", draft: bool = False) -> Placed:
    found = place("Words.", kind=kind, body="Cabinet", date=date, file="cabinet.txt", ref=ref)
    return replace(found, part=replace(found.part, draft=draft))


def cited(kind: PartKind = PartKind.MINUTES, ref: str | None = "84", page: int | None = None) -> Citation:
    found = placed(kind, ref)
    return citation(1, whole(replace(found, paragraph=replace(found.paragraph, page=page))))


@pytest.mark.parametrize("kind", list(PartKind))
@pytest.mark.parametrize("ref", [None, "7/24", "Item 6", "Question 3"])
@pytest.mark.parametrize("draft", [True, False])
def test_whatever_reference_opens_a_line_is_parted_from_the_words(kind: PartKind, ref: str | None, draft: bool) -> None:
    for date in (None, "2024-01-09"):
        said = short_reference(placed(kind, ref, date, draft))
        assert parted(f"{said}: The vote: 9 for, 2 against. [1]") == (said, "The vote: 9 for, 2 against. [1]")


@pytest.mark.parametrize("line", ["Words without one.", "At 7: 30 they met.", "Reported: nothing", ""])
def test_a_line_without_a_reference_is_all_words(line: str) -> None:
    assert parted(line) == ("", line)


@pytest.mark.parametrize(
    "kind, ref, reference, source",
    [
        (PartKind.MINUTES, "84", "Minute 84, 9 January 2024", "The minutes of 9 January 2024"),
        (PartKind.MINUTES, "Item 6", "Item 6, 9 January 2024", "The minutes of 9 January 2024"),
        (PartKind.REPORT, "4.10", "Report, paragraph 4.10, 9 January 2024", "The report of 9 January 2024"),
        (PartKind.AGENDA, "5", "Agenda, item 5, 9 January 2024", "The agenda of 9 January 2024"),
        (
            PartKind.FORWARD_PLAN,
            "24/7",
            "Forward plan, entry 24/7, 9 January 2024",
            "The forward plan of 9 January 2024",
        ),
        (PartKind.QUESTIONS, "Question 3", "Question 3, 9 January 2024", "The questions and answers of 9 January 2024"),
        (PartKind.AMENDMENT, None, "Motion or amendment, 9 January 2024", "The amendment of 9 January 2024"),
    ],
)
def test_a_paragraph_is_named_aloud_and_its_paper_in_a_sentence(
    kind: PartKind, ref: str | None, reference: str, source: str
) -> None:
    assert short_reference(placed(kind, ref)) == reference
    assert short_reference(placed(kind, ref, draft=True)) == f"{reference} (draft)"
    assert source_in_words(placed(kind, ref)) == source


@pytest.mark.parametrize(
    "kind, verb, words",
    [
        (PartKind.MINUTES, "tell", "The minutes tell"),
        (PartKind.DECISION_RECORD, "tell", "The record of decision tells"),
        (PartKind.SLIDES, "have", "The slides have"),
        (PartKind.REPORT, "have", "The report has"),
        (PartKind.REPORT, "do not say", "The report does not say"),
    ],
)
def test_a_verb_agrees_with_the_paper_that_says_it(kind: PartKind, verb: str, words: str) -> None:
    assert source_says(placed(kind, None, None), verb) == words


def test_a_paper_without_a_date_is_named_by_its_kind() -> None:
    assert short_reference(placed(PartKind.REPORT, None, None)) == "Report"
    assert source_in_words(placed(PartKind.REPORT, None, None)) == "The report"


def test_each_place_that_shows_a_citation_has_its_form() -> None:
    minute, report = cited(), cited(PartKind.REPORT, "4.10", page=3)
    assert whole_reference(minute) == (
        "Aldermere Borough Council, Cabinet, 9 January 2024, minutes, minute 84, cabinet.txt, line 1"
    )
    assert whole_reference(report).endswith("report, 4.10, cabinet.txt, page 3")
    assert meeting_reference(minute) == "Cabinet, 9 January 2024, 84, line 1"
    assert file_reference(report) == "cabinet.txt, page 3"
    bare = replace(minute, council=None, body=None, meeting_date=None, ref=None, line=None)
    assert (whole_reference(bare), meeting_reference(bare)) == ("minutes, cabinet.txt", "")
    assert file_reference(bare) == "cabinet.txt"


@pytest.mark.parametrize(
    "page, line, words", [(3, None, "page 3"), (3, 120, "page 3"), (None, 120, "line 120"), (None, None, "")]
)
def test_a_page_is_named_before_a_line(page: int | None, line: int | None, words: str) -> None:
    assert page_or_line(page, line) == words


def test_a_minute_is_named_by_its_number_alone() -> None:
    assert minute_in_words(cited()) == "minute 84"
    assert minute_in_words(cited(ref="Item 6")) == ""
    assert minute_in_words(cited(PartKind.REPORT)) == ""
    assert (minute_title("84"), minute_title("Item 6")) == ("Minute 84", "Item 6")


@pytest.mark.parametrize(
    "words, ref, left",
    [
        ("4.10 The benches were mended.", "4.10", "The benches were mended."),
        ("(b) ten benches be bought.", "12(b)", "ten benches be bought."),
        ("• Mend the benches.", None, "Mend the benches."),
        ("16 members voted.", "16", "16 members voted."),  # the sentence's own number
        ("16. Members voted.", "16", "Members voted."),
        ("16 Members voted.", "15", "16 Members voted."),
    ],
)
def test_a_printed_number_is_taken_off_where_it_is_the_paragraphs(words: str, ref: str | None, left: str) -> None:
    assert unnumbered(words, ref) == left
