"""Blocks reflowed: furniture apart, paragraphs joined."""

from corpus.models import Block, BlockKind
from corpus.paragraphs.reflow import reflowed


def text(words: str, page: int | None = None, struck: str = "") -> Block:
    return Block(BlockKind.TEXT, words, page=page, struck=struck)


LONG = (
    "The Director told members that the new bridge over the Mere would open on time and that its cost was known to the"
)


def test_a_paragraph_cut_by_a_page_end_is_joined_over_the_furniture() -> None:
    paper = reflowed([text(LONG, 1), text("Page 1 of 9", 1), text("Council and to nobody else.", 2)])
    assert [block.text for block in paper.blocks] == [f"{LONG} Council and to nobody else."]
    assert [block.text for block in paper.furniture] == ["Page 1 of 9"]


def test_a_paragraph_that_ended_is_not_joined_to_the_next() -> None:
    assert (
        len(
            reflowed(
                [text(LONG + " Council.", 1), text("Members thanked the Director warmly for this news today.", 2)]
            ).blocks
        )
        == 2
    )


def test_a_numbered_paragraph_never_runs_on_from_the_one_above() -> None:
    assert (
        len(
            reflowed(
                [text(LONG, 1), text("4.2 The bridge is green, and it will be painted every ten years from now.", 2)]
            ).blocks
        )
        == 2
    )


def test_a_line_at_the_head_of_three_pages_is_furniture_but_the_title_with_the_same_words_is_not() -> None:
    blocks = [
        Block(BlockKind.TEXT, "Harbour Board", page=1),
        Block(BlockKind.HEADING, "Aldermere", page=1, level=1),
        Block(BlockKind.HEADING, "Harbour Board", page=1, level=2),
        *(block for page in (2, 3) for block in (text("Harbour Board", page), text(f"Words of page {page}.", page))),
    ]
    paper = reflowed(blocks)
    assert [block.text for block in paper.blocks] == [
        "Aldermere",
        "Harbour Board",
        "Words of page 2.",
        "Words of page 3.",
    ]
    assert len(paper.furniture) == 3


def test_an_agenda_items_stamp_is_furniture_that_marks_the_first_block_of_its_page() -> None:
    paper = reflowed([text("Front sheet words.", 1), text("Agenda Item 5", 2), text("Report to: Cabinet", 2)])
    assert paper.stamps == {1: "5"}
    assert [block.text for block in paper.furniture] == ["Agenda Item 5"]


def test_struck_words_are_furniture_and_never_text() -> None:
    paper = reflowed([text("It does apply.", struck="not")])
    assert [block.text for block in paper.blocks] == ["It does apply."]
    assert [block.text for block in paper.furniture] == ["not"]


def test_turns_of_a_transcript_are_never_joined() -> None:
    turns = [text(f"Speaker {'AB'[n % 2]}: I would say that the {n} of them,") for n in range(10)]
    assert len(reflowed(turns).blocks) == 10


def test_a_page_of_a_text_ends_before_the_words_below_its_running_head_and_a_rule_joins_nothing() -> None:
    def line(words: str, number: int, ends: str = "") -> Block:
        return Block(BlockKind.TEXT, words, line=number, end_line=number, ends_above=ends)

    cut = "The Board heard that the weir would be mended in spring by the contractor and that all of its"
    pages = [line("Weir Board", 1), line(cut, 3), line("Weir Board", 5, "page"), line("gates would be new.", 7)]
    more = [line("Weir Board", 9, "page"), line("The next matter was the ford.", 11)]
    read = reflowed([*pages, *more])
    assert [block.text for block in read.blocks] == [f"{cut} gates would be new.", "The next matter was the ford."]
    assert read.blocks[1].ends_above == "page"
    assert [block.text for block in read.furniture] == ["Weir Board"] * 3
    ruled = reflowed([line(cut, 1), line("gates would be new.", 3, "rule")])
    assert len(ruled.blocks) == 2
