"""Very long paragraphs are parted where the paper begins anew, without a word lost."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Block, BlockKind
from corpus.paragraphs.splitting import split_paragraphs

_SENTENCE = "The boats of the harbour were counted again by the master and his mate. "


def _block(text: str, line: int | None = None, end_line: int | None = None) -> Block:
    return Block(BlockKind.TEXT, text, line=line, end_line=end_line)


def test_letters_that_rise_part_a_long_paragraph_into_items() -> None:
    text = "a) Slipways " + 6 * _SENTENCE + "b) Moorings " + 6 * _SENTENCE + "c) Dues " + 6 * _SENTENCE
    found = split_paragraphs([_block(text.strip(), line=9)])
    assert [block.text[:5] for block in found] == ["a) Sl", "b) Mo", "c) Du"]
    assert {block.kind for block in found} == {BlockKind.ITEM} and {block.line for block in found} == {9}


def test_letters_that_do_not_rise_part_nothing() -> None:
    text = "It was plan b) The master " + 8 * _SENTENCE + "a) That was all. " + 8 * _SENTENCE
    assert len(split_paragraphs([_block(text.strip())])) == 1


def test_a_list_in_a_short_paragraph_stays() -> None:
    assert len(split_paragraphs([_block("a) Slipways. b) Moorings. c) Dues.")])) == 1


def test_labels_part_a_paragraph_that_is_longer_than_a_citation() -> None:
    text = (
        "41. Updates: Slipway Repairs – "
        + 15 * _SENTENCE
        + "Harbour Light – "
        + 15 * _SENTENCE
        + "Dues: "
        + 8 * _SENTENCE
    )
    found = split_paragraphs([_block(text.strip())])
    assert [block.text[:10] for block in found] == ["41. Update", "Harbour Li", "Dues: The "]


def test_lines_of_a_long_paragraph_are_paragraphs_with_their_lines() -> None:
    text = "\n".join((20 * _SENTENCE).strip() for _ in range(3))
    found = split_paragraphs([_block(text, line=5, end_line=7)])
    assert [block.line for block in found] == [5, 6, 7]


def test_a_long_paragraph_that_begins_nothing_anew_stays_whole() -> None:
    assert len(split_paragraphs([_block((60 * _SENTENCE).strip())])) == 1


@given(
    st.lists(
        st.sampled_from([_SENTENCE, "a) Dues ", "b) Boats ", "1) One ", "2) Two ", "Harbour Light – ", "\n"]),
        max_size=90,
    )
)
def test_no_word_is_lost_whatever_stands_in_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert " ".join(block.text for block in split_paragraphs([_block(text)])).split() == text.split()


def test_lines_that_say_what_they_are_stand_by_themselves() -> None:
    text = "116. Land at Holt Lane\nAgreed: To purchase the land.\nAction: Clerk to report."
    found = split_paragraphs([_block(text, line=20, end_line=22)])
    assert [(block.text, block.line) for block in found] == [
        ("116. Land at Holt Lane", 20),
        ("Agreed: To purchase the land.", 21),
        ("Action: Clerk to report.", 22),
    ]
