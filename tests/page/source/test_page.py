"""The page of a paper beside an answer."""

import io

from PIL import Image, ImageChops

from assistant.models import Nearby, Source
from corpus.models import Box
from page.source.page import source_page
from page.source.pdf_page import Drawn
from page_fakes import FakeAssistant
from page_papers import AMENDMENT, BUDGET, PDF, RECOMMENDED, RESOLVED, citation, source_of


def yellow(drawn: Drawn | None) -> int:
    """How many pixels are marked."""
    assert drawn is not None
    with Image.open(io.BytesIO(drawn.png)) as image:
        red, green, blue = image.convert("RGB").split()
    high = ImageChops.multiply(red.point(lambda v: 255 * (v > 240)), green.point(lambda v: 255 * (v > 200)))
    return ImageChops.multiply(high, blue.point(lambda v: 255 * (v < 140))).histogram()[255]


def cited_source(fake: FakeAssistant, text: str, quote: str, **more: object) -> Source:
    return source_of(citation(1, text, quote, path=str(fake.folder / PDF), **more))


def test_a_page_of_a_pdf_with_the_paragraph_and_words_marked(fake: FakeAssistant) -> None:
    shown = source_page(cited_source(fake, RESOLVED, BUDGET))
    assert (shown.page, shown.pages, shown.before, shown.after) == (2, 3, 1, 3)
    assert shown.label == "Page 2 of 3"
    assert shown.note == ""
    assert '<mark class="quote">the school transport budget' in shown.html_text
    assert '<mark class="paragraph">RESOLVED: (1) That ' in shown.html_text
    assert yellow(shown.drawn) > 1000
    assert shown.drawn and 0 < shown.drawn.left < 0.3 and 0 < shown.drawn.top < 0.5


def test_the_frame_goes_to_the_place_nearest_to_where_the_paragraph_starts(fake: FakeAssistant) -> None:
    words = "RESOLVED: That the report be noted."
    places = [
        source_page(cited_source(fake, words, words, box=Box(72, top, 300, top + 12))).html_text.index("<mark")
        for top in (95, 260)
    ]
    assert places[0] < places[1]


def test_other_pages_carry_no_marks(fake: FakeAssistant) -> None:
    shown = source_page(cited_source(fake, RESOLVED, BUDGET), page=1)
    assert shown.page == 1
    assert "<mark" not in shown.html_text
    assert yellow(shown.drawn) == 0


def test_a_page_beyond_the_end_is_the_last(fake: FakeAssistant) -> None:
    assert source_page(cited_source(fake, RESOLVED, BUDGET), page=99).page == 3


def test_words_that_are_not_on_the_page_are_not_marked_and_that_is_said(fake: FakeAssistant) -> None:
    shown = source_page(cited_source(fake, "Nothing of the kind stands here.", "Nothing of the kind"))
    assert "<mark" not in shown.html_text
    assert "could not be marked" in shown.note


def test_a_page_that_is_not_all_public_is_neither_drawn_nor_read(fake: FakeAssistant) -> None:
    shown = source_page(cited_source(fake, AMENDMENT, "lost"), open_pages=frozenset({1, 3}))
    assert shown.drawn is None
    assert "RESOLVED" not in shown.html_text
    assert "part of it is not public" in shown.note


def test_turning_pages_skips_those_that_are_not_public(fake: FakeAssistant) -> None:
    shown = source_page(cited_source(fake, RECOMMENDED, "keep", page=3), open_pages=frozenset({1, 3}))
    assert (shown.before, shown.after) == (1, None)


def test_a_paper_that_went_away_still_gives_its_paragraph(fake: FakeAssistant) -> None:
    (fake.folder / PDF).unlink()
    shown = source_page(cited_source(fake, RESOLVED, BUDGET))
    assert BUDGET in shown.html_text
    assert "Index it again" in shown.note


def test_a_file_that_is_no_longer_a_pdf(fake: FakeAssistant) -> None:
    (fake.folder / PDF).write_bytes(b"no pdf")
    assert "can no longer be opened" in source_page(cited_source(fake, RESOLVED, BUDGET)).note


def test_a_text_format_shows_its_paragraph() -> None:
    cited = citation(1, "A & B agreed.", "B agreed", page=None, line=7, path="x.md")
    shown = source_page(source_of(cited, before=(Nearby("Gates & fences", True),), after=(Nearby("Next.", False),)))
    assert shown.drawn is None
    assert 'A &amp; <mark class="quote">B agreed</mark>' in shown.html_text
    assert (
        shown.html_text.index("Gates &amp; fences") < shown.html_text.index("A &amp;") < shown.html_text.index("Next.")
    )
    assert shown.label == "Line 7"
