"""A made-up brief as lines, a page and a document: what stands where, and that words cannot become mark-up."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from assistant.brief.models import Brief, Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.brief.print import LineKind, brief_html, lines_of, sources_of, statements_of, write_brief
from assistant.decisions.entries import cited
from corpus.models import PartKind
from made_up import place


def said(
    text: str, n: int, date: str = "2024-03-04", where: str = "", kind: PartKind = PartKind.REPORT
) -> CitedStatement:
    """A statement with one source, which has number `n` in the brief."""
    source = cited([place(text, kind=kind, date=date, body="Cabinet", file=f"{kind.value}.pdf", page=n, ref="7/24")])
    return CitedStatement(text, (replace(source[0], n=n),), date, where)


ASKED = said("• That ten benches be bought.", 1)
BEFORE = said("Resolved that benches be mended.", 2, "2024-01-09", "Cabinet, Minute 7/24", PartKind.MINUTES)
NOW, THEN = said("41 benches are broken.", 3), said("28 benches are broken.", 4, "2024-01-09")
LATE = said("Sweep the square: late", 5, where="Action tracker")
ITEM = ItemBrief(
    "4", "Benches", (ASKED,), (NOW,), (BEFORE,), (LATE,), (Change("Benches", THEN, NOW),), (OpenQuestion("Why?", NOW),)
)
BRIEF = Brief("Aldermere", "Cabinet", "2024-03-04", (ITEM,), (), ("1. Apologies",))


def test_the_lines_stand_in_the_order_of_print() -> None:
    assert [(line.kind, line.text, line.sources, line.where) for line in lines_of(BRIEF)] == [
        (LineKind.TITLE, "Brief: Cabinet, 4 March 2024", (), ""),
        (LineKind.UNDER, "Aldermere From the papers' own words; the numbers lead to the sources at the end.", (), ""),
        (LineKind.ITEM, "4. Benches", (), ""),
        (LineKind.SECTION, "You are asked", (), ""),
        (LineKind.POINT, "That ten benches be bought.", (1,), ""),
        (LineKind.SECTION, "Key figures", (), ""),
        (LineKind.POINT, "41 benches are broken.", (3,), ""),
        (LineKind.SECTION, "What has changed since the last report", (), ""),
        (LineKind.POINT, "Now: 41 benches are broken.", (3,), "4 March 2024"),
        (LineKind.POINT, "Then: 28 benches are broken.", (4,), "9 January 2024"),
        (LineKind.SECTION, "What was said and decided before", (), ""),
        (LineKind.POINT, "Resolved that benches be mended.", (2,), "9 January 2024, Cabinet, Minute 7/24"),
        (LineKind.SECTION, "Open actions", (), ""),
        (LineKind.POINT, "Sweep the square: late", (5,), "4 March 2024, Action tracker"),
        (LineKind.SECTION, "Questions that the papers leave open", (), ""),
        (LineKind.POINT, "Why? “41 benches are broken.”", (3,), ""),
        (LineKind.ITEM, "Items without a paper here", (), ""),
        (LineKind.POINT, "1. Apologies", (), ""),
        (LineKind.SOURCES, "Sources", (), ""),
        (LineKind.SOURCE, "report.pdf: [1] page 1; [3] page 3; [5] page 5", (), ""),
        (LineKind.SOURCE, "minutes.pdf, Cabinet, 9 January 2024: [2] minute 7/24 page 2", (), ""),
        (LineKind.SOURCE, "report.pdf, Cabinet, 9 January 2024: [4] page 4", (), ""),
    ]


def test_every_statement_has_its_sources_once() -> None:
    assert [one.text for one in statements_of(BRIEF)] == [
        one.text for one in (ASKED, NOW, NOW, THEN, BEFORE, LATE, NOW)
    ]  # fmt: skip
    assert [one.n for one in sources_of(BRIEF)] == [1, 2, 3, 4, 5]


def test_a_page_links_each_statement_to_its_source_once() -> None:
    page = brief_html(BRIEF)
    assert page.startswith("<!doctype html>")
    for n in range(1, 6):
        assert page.count(f'<b id="s{n}">[{n}]</b>') == 1
        assert f'<a href="#s{n}">[{n}]</a>' in page
    assert page.count("<ul") == page.count("</ul>")


def test_words_of_the_papers_cannot_become_mark_up() -> None:
    page = brief_html(replace(BRIEF, items=(replace(ITEM, title="<script>alert(1)</script>"),)))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_brief_longer_than_two_pages_says_what_it_leaves_out() -> None:
    words = "That ten benches be bought for the north shore of the mere before the fair of the next summer. " * 4
    many = tuple(replace(ITEM, number=str(n), figures=tuple(said(words, m) for m in range(1, 7))) for n in range(12))
    lines = lines_of(replace(BRIEF, items=many))
    left = [line.text for line in lines if line.kind is LineKind.LEFT]
    assert left
    assert all(text.startswith("Left out here: ") and "key figures" in text for text in left)


def test_a_document_holds_the_same_lines(tmp_path: Path) -> None:
    write_brief(BRIEF, tmp_path / "brief.docx")
    words = [paragraph.text for paragraph in docx.Document(str(tmp_path / "brief.docx")).paragraphs]
    assert len(words) == len(lines_of(BRIEF))
    assert words[4] == "That ten benches be bought. [1]"
    assert words[11] == "Resolved that benches be mended. [2] (9 January 2024, Cabinet, Minute 7/24)"


def test_a_brief_is_written_by_its_files_ending(tmp_path: Path) -> None:
    write_brief(BRIEF, tmp_path / "brief.htm")
    assert (tmp_path / "brief.htm").read_text(encoding="utf-8") == brief_html(BRIEF)
    with pytest.raises(ValueError, match=r"brief.odt: a brief is written as .html or .docx"):
        write_brief(BRIEF, tmp_path / "brief.odt")
