"""Citations as cards."""

from assistant.models import AlsoIn, Asked
from page.html.cards import card
from page_fakes import FakeAssistant
from page_papers import BUDGET, PDF, RECOMMENDED, ROW, citation


def test_cards_give_meeting_reference_page_status_words_and_file(fake: FakeAssistant) -> None:
    html = card(fake.ask(Asked("Budget?")).citations[0], 0)
    for shown in (
        "8 January 2024",
        "Minute 7/24",
        "page 2",
        "Resolution – decided",
        PDF,
        "Copy reference",
    ):
        assert shown in html
    assert f'<mark class="quote">{BUDGET}</mark>' in html


def test_a_lost_amendment_says_so(fake: FakeAssistant) -> None:
    assert "Amendment – lost" in card(fake.ask(Asked("Budget?")).citations[1], 0)


def test_a_table_row_stands_under_its_header() -> None:
    html = card(citation(1, ROW, "Eastgate | 612"), 0)
    assert '<dt>Pupils</dt><dd><mark class="quote">612</mark></dd>' in html
    assert "<dt>Cost</dt><dd>£198,000</dd>" in html


def test_a_long_paragraph_is_cut_around_its_words_and_can_be_opened() -> None:
    html = card(citation(1, RECOMMENDED, "Director expects about 240 pupils"), 0)
    short, whole = html.split("<details")
    assert '<mark class="quote">Director expects about 240 pupils</mark>' in short
    assert "The Board is recommended" not in short
    assert "The Board is recommended" in whole


def test_a_draft_a_copy_and_words_read_by_ocr_are_said() -> None:
    also = (AlsoIn("<b>final</b>.pdf", "current", False),)
    html = card(citation(1, "Agreed.", "Agreed", draft=True, ocr=True, held="not quorate", also=also), 0)
    for words in ("draft minutes, which may change", "(OCR)", "not quorate", "newer version in &lt;b&gt;final"):
        assert words in html
    assert "caveats" not in card(citation(1, "Agreed.", "Agreed"), 0)
