"""Markdown and plain text to blocks."""

from pathlib import Path

import pytest

from corpus.errors import CorruptPaper, EmptyPaper
from corpus.models import BlockKind
from corpus.readers.text import blocks_of, decode, read_text


def texts(source: str) -> list[str]:
    return [block.text for block in blocks_of(source)]


def test_wrapped_lines_flow_into_one_paragraph_and_short_ones_keep_their_breaks() -> None:
    wrapped = "The Board heard that the harbour would be dredged in the spring of next\nyear and not before."
    assert texts(wrapped) == [wrapped.replace("\n", " ")]
    assert texts("Councillor Brindle\nCouncillor Novak") == ["Councillor Brindle\nCouncillor Novak"]


def test_lines_are_counted_from_one() -> None:
    blocks = blocks_of("First.\n\nSecond\nline.\n")
    assert [(block.line, block.end_line) for block in blocks] == [(1, 1), (3, 4)]


def test_a_markdown_table_has_its_header_and_an_empty_cell_stays() -> None:
    blocks = blocks_of("| Item | Owner |\n|---|---|\n| Bridge | |\n| Park | Novak |")
    assert [block.header for block in blocks] == [True, False, False]
    assert blocks[1].cells == ("Bridge", "")


def test_rows_parted_by_tabs_are_a_table_and_a_row_with_one_filled_cell_stays_in_it() -> None:
    blocks = blocks_of("Item\t3 May\t7 June\nBridge\txx\t\nPlacement\t\t\nPark\t\txx")
    assert [block.kind for block in blocks] == [BlockKind.ROW] * 4
    assert blocks[0].header
    assert blocks[2].cells == ("Placement", "", "")
    assert len({block.table for block in blocks}) == 1


def test_a_row_of_column_numbers_stands_over_the_header() -> None:
    blocks = blocks_of("1\t2\t3\nRef\tDecision\tMaker\n155/22\tSell the depot\tCabinet")
    assert [block.header for block in blocks] == [True, True, False]


def test_struck_words_are_kept_apart() -> None:
    (block,) = blocks_of("The rule does ~~not~~ apply.")
    assert block.text == "The rule does apply."
    assert block.struck == "not"


def test_zero_width_characters_and_ligatures_are_read_as_a_person_reads_them() -> None:
    assert texts("The o\ufb03cer\u200b spoke.") == ["The officer spoke."]


def test_html_marks_inside_a_text_file_end_lines_and_number_lists() -> None:
    source = 'Minutes of a meeting<br /><br />Present: Cllr Brindle<br />\n<ol start="12">\n<li>Police: None.</li>\n<li>Roads: Bad.</li>\n</ol>'
    assert texts(source) == ["Minutes of a meeting", "Present: Cllr Brindle", "12. Police: None.", "13. Roads: Bad."]


def test_turns_of_a_transcript_are_paragraphs_line_by_line() -> None:
    lines = [
        f"{who}: We have spoken about the harbour and the bridge {n} times now, and I for one am tired"
        for n, who in enumerate(["The Chair", "Ms Novak"] * 5)
    ]
    assert texts("\n".join(lines)) == lines


def test_front_matter_is_furniture() -> None:
    blocks = blocks_of("---\ntitle: May\n---\n\nWords.")
    assert [block.kind for block in blocks] == [BlockKind.FURNITURE, BlockKind.TEXT]


def test_bytes_in_any_usual_encoding_are_read() -> None:
    assert decode("£5".encode("cp1252")) == "£5"
    assert decode("£5".encode("utf-16")) == "£5"
    assert decode("£5".encode("utf-8-sig")) == "£5"


def test_what_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.write_bytes(b" \n")
    binary.write_bytes(b"a\x00b\x00c")
    with pytest.raises(EmptyPaper):
        read_text(empty)
    with pytest.raises(CorruptPaper):
        read_text(binary)


def test_speakers_with_titles_and_offices_are_speakers() -> None:
    lines = [
        f"{who}: And {n} more." for n, who in enumerate(["The Chair (Hon. Anna Bray (Mere, Ind.))", "Hon. C. Dunn"] * 5)
    ]
    assert texts("\n".join(lines)) == lines


def test_a_wrapped_line_that_begins_with_a_figure_goes_on_with_its_sentence() -> None:
    text = (
        "7/24 The Clerk said that the bridge would cost two thousand pounds, of which the county pays\n"
        "1,500. The rest is met from the reserve that the Council set up for works of this kind on\n"
        "15 July 2026.\n"
    )
    [block] = blocks_of(text)
    assert "the county pays 1,500. The rest" in block.text
    assert block.text.endswith("of this kind on 15 July 2026.")


@pytest.mark.parametrize(
    "text",
    [
        "1. Apologies for absence were received from the members who are named in the list\n2. Minutes\n",
        "The Council resolved to do each of the following things before the next meeting:\n1. Mend the bench\n",
        "The Council resolved to mend the bench that stands beside the gate of the churchyard.\n4. Swings\n",
        "Short line\n4. Swings\n",
    ],
    ids=["counts on", "leads to a list", "ends a sentence", "is short"],
)
def test_a_number_below_a_line_that_has_ended_begins_a_paragraph(text: str) -> None:
    assert len(blocks_of(text)) == 2


def test_a_form_feed_ends_a_page_and_a_rule_between_blank_lines_a_section() -> None:
    blocks = blocks_of("Roads\n\fFord\n\n---\n\nBridge\n\n***\n\nGate\n\nHead\n---\n")
    assert [(block.text, block.ends_above) for block in blocks] == [
        ("Roads", ""),
        ("Ford", "page"),
        ("Bridge", "rule"),
        ("Gate", "rule"),
        ("Head", ""),
    ]


def test_page_numbers_at_the_ends_of_pages_are_furniture() -> None:
    pages = "\f".join(f"The gate on page {n} was\n\n\n\n\nshut.\n     {n}\n" for n in (7, 8, 9))
    blocks = blocks_of(pages)
    assert [block.text for block in blocks if block.kind is BlockKind.FURNITURE] == ["7", "8", "9"]
    assert [block.ends_above for block in blocks if block.text.startswith("The gate")] == ["", "page", "page"]
    jumping = "\f".join(f"The gate was\n\n\n\n\nshut.\n     {n}\n" for n in (7, 3))
    assert not any(block.kind is BlockKind.FURNITURE for block in blocks_of(jumping))


def test_the_record_of_a_vote_begins_a_paragraph_below_the_debate() -> None:
    text = (
        "Director Ash asked what it would cost\nand was told that it was not known.\nVOTE ON THE MAIN MOTION\nRESULT:\n"
        "FAILED [2 TO 9]\nMOVER:\nBryn Birch, District G\nAYES: Ash, Birch, Cole\n"
    )
    debate, vote = texts(text)
    assert debate == "Director Ash asked what it would cost and was told that it was not known."
    assert vote.startswith("VOTE ON THE MAIN MOTION\nRESULT:\nFAILED [2 TO 9]\nMOVER:\nBryn Birch")
