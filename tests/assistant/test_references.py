"""References as clerks write them, and a line of an answer parted into its reference and its words."""

import pytest

from assistant.references import parted, short_reference
from corpus.models import Meeting, Paragraph, Part, PartKind, Status
from index.models import Placed


def placed(kind: PartKind, ref: str | None, date: str | None, draft: bool = False) -> Placed:
    part = Part(kind, "Title", Meeting("Aldermere Borough Council", "Cabinet", date), 1, 9, None, None, draft)
    paragraph = Paragraph("p1", "Words.", "Words.", 0, None, None, None, ref, None, 1, 1, Status.DISCUSSION)
    return Placed(paragraph, part, "sha", "cabinet.txt", "/cabinet.txt", 1)


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
