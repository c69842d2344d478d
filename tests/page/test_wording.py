"""How the page words dates, counts, references and statuses."""

from corpus.models import Role, Status
from page.wording import (
    STATUS_WORDS,
    counted,
    date_words,
    full_reference,
    indexed,
    left_out,
    place,
    reference,
    sureness,
)
from page_fakes import FakeAssistant
from page_papers import BODY, COUNCIL, PDF, citation


def test_dates_are_long_and_british() -> None:
    assert date_words("2024-01-08") == "8 January 2024"
    assert date_words("summer 2024") == "summer 2024"
    assert date_words("2024-13-01") == "2024-13-01"
    assert date_words(None) == ""


def test_counts_agree_with_their_nouns() -> None:
    assert counted(1, "paper") == "1 paper"
    assert counted(1204, "paragraph") == "1,204 paragraphs"
    assert counted(5, "body", "bodies") == "5 bodies"
    assert left_out(0) == ""
    assert left_out(1).startswith("1 statement was")
    assert left_out(2).startswith("2 statements were")


def test_holdings_in_one_line(fake: FakeAssistant) -> None:
    line = "1,204 paragraphs of 10 papers, 2 bodies, 8 January 2022 to 13 March 2025"
    assert indexed(fake.status(Role.PUBLIC)) == line


def test_reference_follows_the_kind_of_part() -> None:
    assert reference(citation(1, "x", "x")) == "Minute 7/24"
    assert reference(citation(1, "x", "x", part="report", ref="4.10")) == "Paragraph 4.10"
    assert reference(citation(1, "x", "x", ref=None)) == "Item 7"
    assert reference(citation(1, "x", "x", ref=None, item=None)) == ""
    assert place(citation(1, "x", "x", page=None, line=120)) == "line 120"


def test_full_reference_can_be_said_aloud() -> None:
    said = f"{COUNCIL}, {BODY}, 8 January 2024, Minute 7/24, page 2 ({PDF})"
    assert full_reference(citation(1, "x", "x")) == said


def test_full_reference_leaves_out_what_is_not_known() -> None:
    bare = citation(1, "x", "x", council=None, body=None, meeting_date=None, ref=None, item=None, page=None)
    assert full_reference(bare) == f"({PDF})"


def test_every_status_has_words() -> None:
    assert set(STATUS_WORDS) == {status.value for status in Status}


def test_what_is_not_decided_says_so() -> None:
    for status in ("recommendation", "motion", "deferred", "planned"):
        assert "not" in STATUS_WORDS[status]


def test_low_confidence_tells_the_reader_to_check() -> None:
    assert "read the paper" in sureness(0.2)
    assert sureness(0.9) == "Confidence: high"
