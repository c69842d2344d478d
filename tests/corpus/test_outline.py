"""A whole paper's outline: stable ids, nothing lost, made-up packs of any shape."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.export import outline_as_json
from corpus.models import Block, BlockKind, Outline, PartKind, Reading
from corpus.outline import listed_day, outline_of
from corpus.readers.text import blocks_of
from outlines import outline_of_text

SOURCE = """# Minutes of the Harbour Board

Tuesday 16 January 2024

Present: Councillor Brindle (Chair)

1/24 Roads

They are bad.

They are bad.

2/24 Parks

They are good, and the Board said so at length.
"""


def ids(paper: Outline) -> list[str]:
    return [paragraph.id for paragraph in paper.paragraphs]


def words_lost(reading: Reading, paper: Outline) -> Counter[str]:
    """Words of the blocks that stand in no paragraph's own words and in no furniture."""
    read = Counter(word for block in reading.blocks for word in f"{block.text} {block.struck}".split())
    kept = Counter(word for paragraph in paper.paragraphs for word in paragraph.own.split())
    kept.update(word for block in paper.furniture for word in block.text.split())
    return read - kept


def test_ids_are_the_same_on_every_reading_and_no_two_are_equal() -> None:
    assert ids(outline_of_text(SOURCE)) == ids(outline_of_text(SOURCE))
    assert len(set(ids(outline_of_text(SOURCE)))) == len(ids(outline_of_text(SOURCE)))


def test_only_the_paragraph_whose_words_changed_gets_a_new_id() -> None:
    before, after = ids(outline_of_text(SOURCE)), ids(outline_of_text(SOURCE.replace("good, and", "fair, and")))
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_paragraph_put_in_between_changes_no_other_id() -> None:
    before, after = (
        ids(outline_of_text(SOURCE)),
        ids(outline_of_text(SOURCE.replace("2/24", "New words here.\n\n2/24"))),
    )
    assert len(set(after) - set(before)) == 1
    assert not set(before) - set(after)


def test_the_json_has_every_field_of_the_contract_and_the_share_of_words() -> None:
    found = outline_as_json(outline_of_text(SOURCE))
    assert found["coverage"] == 1.0
    assert set(found["parts"][0]) >= {
        "kind", "title", "council", "body", "meeting_date", "start_line", "end_line", "start_page", "end_page", "access", "draft",
    }  # fmt: skip
    assert set(found["minutes"][0]) >= {"ref", "title", "start_line", "end_line", "page", "resolutions"}
    assert [minute["ref"] for minute in found["minutes"]] == ["1/24", "2/24"]


def test_a_paper_without_blocks_has_an_empty_outline() -> None:
    assert outline_of(Reading(()), "empty.txt").parts == ()


LINES = st.sampled_from(
    [
        "Agenda", "# Agenda", "Harbour Scrutiny Board", "Minutes of the Harbour Board", "Tuesday 16 January 2024 at 6 pm",
        "Present: Cllr Brindle", "1/24 Roads", "2/24", "(Item 3)", "87. Parks", "Report to: Cabinet, 3 May 2024", "Subject: Moorings",
        "Appendix A: Depths", "4.10 The Mere is deep.", "2 1.3 Wrong number", "RESOLVED that:", "RESOLVED that the fees be raised.",
        "(a) one thing", "- another thing", "Agreed.", "For (2) Novak, Dhillon", "Amendment lost.", "NOT FOR PUBLICATION",
        "| a | b | c |", "|---|---|---|", "Topic\tOwner\tStatus\tAction", "\t\txx\t", "Bridge\t\t\t", "Forward Plan", "1\t2\t3\t4",
        "Agenda Item 5", "Page 3 of 9", "The Chair: We begin.", "~~gone~~ left", "<p>cell</p>", "Question 1", "Answer", "",
        "", "Signed: ....", "7", "<ol start=\"4\"><li>One</li></ol>", "155/22 (7.11.22)\tSell\tCabinet\t17 May 2024",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES | st.text(max_size=60), max_size=40))
def test_a_made_up_text_never_raises_and_loses_no_words(lines: list[str]) -> None:
    reading = Reading(tuple(blocks_of("\n".join(lines))))
    paper = outline_of(reading, "made-up.txt")
    assert not words_lost(reading, paper)
    assert paper.coverage == 1.0
    assert len(set(ids(paper))) == len(paper.paragraphs)


WORDS = LINES.filter(lambda line: "\t" not in line and "|" not in line and bool(line))
BLOCKS = st.builds(
    lambda kind, text, page, level, bold, cells, header, table: Block(
        kind,
        " | ".join(cells) if kind is BlockKind.ROW else text,
        page=page,
        level=level,
        bold=bold,
        cells=tuple(cells) if kind is BlockKind.ROW else (),
        header=header and kind is BlockKind.ROW,
        table=table if kind is BlockKind.ROW else 0,
    ),
    st.sampled_from(BlockKind),
    WORDS,
    st.integers(1, 4),
    st.integers(0, 3),
    st.booleans(),
    st.lists(st.sampled_from(["", "xx", "Action", "Status", "Owner", "Date", "1", "Roads"]), min_size=1, max_size=6),
    st.booleans(),
    st.integers(1, 3),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=40))
def test_made_up_blocks_of_a_pack_never_raise_and_lose_no_words(blocks: list[Block]) -> None:
    reading = Reading(tuple(blocks))
    paper = outline_of(reading, "made-up.pdf")
    assert not words_lost(reading, paper)
    covered = [(part.kind, part.title) for part in paper.parts]
    assert all(isinstance(kind, PartKind) and re.search(r"\S", title) for kind, title in covered)


@pytest.mark.parametrize("unit", ["A", "1. ", "12/", "[a](", "**", "Ab ", "minutes of ", "a\tb\n"])
def test_a_hostile_text_is_read_in_seconds(unit: str) -> None:
    start = time.monotonic()
    outline_of_text(SOURCE + unit * 20_000)
    assert time.monotonic() - start < 10


def test_a_misprinted_day_gives_way_to_the_day_that_its_folder_lists() -> None:
    head = "ELMCOMBE TOWN COUNCIL\n\nAGENDA\nThursday, October 5, 2021\n\n1. Minutes\n\n2. Benches\n"
    assert outline_of_text(head, "agenda.txt").parts[0].meeting.date == "2021-10-05"
    reading = Reading(tuple(blocks_of(head)))
    assert (
        outline_of(reading, "agenda.txt", listed_day(Path("2021-10-07-council/agenda.txt"))).parts[0].meeting.date
        == "2021-10-07"
    )


MINUTES = "# Harbour Board\n\nMinutes of the meeting held on 3 May 2024\n\n"
OF_MOTIONS = [
    *(
        "a a a ",
        "A A A ",
        "1 1 1 ",
        "For For ",
        "For (",
        "moved moved ",
        "Moved by Ash ",
        "motion by ",
        "Ash, ",
        ", , ",
    ),
    *("seconded by ", "carried carried ", "vote 1-1 ", "1/1 ", "7 voted for the motion ", "Ash - no, ", "(Ash, "),
]
OF_LISTS = [
    "Ash ",
    "Ash, ",
    "and ",
    "Ash and ",
    "Mr ",
    "Mr. ",
    "members ",
    "Present: Ash ",
    "Chair of the ",
    "(",
    "Ash\n",
]


@pytest.mark.parametrize("unit", OF_MOTIONS)
def test_a_hostile_minute_is_read_in_seconds(unit: str) -> None:
    moved = "## 1. Quays\n\nMoved by Cllr Ash, seconded by Cllr Birch, that the quay be mended.\n\n"
    start = time.monotonic()
    outline_of_text(MINUTES + moved + unit * (100_000 // len(unit)) + "\n\nThe motion was carried, 4 to 2.\n")
    assert time.monotonic() - start < 15


@pytest.mark.parametrize("lead", ["Present: ", "| Present | "])
@pytest.mark.parametrize("unit", OF_LISTS)
def test_a_hostile_list_of_people_is_read_in_seconds(unit: str, lead: str) -> None:
    start = time.monotonic()
    outline_of_text(MINUTES + lead + unit * (50_000 // len(unit)))
    assert time.monotonic() - start < 15


@pytest.mark.parametrize("line", ["- " + " " * 100_000 + "x", "## 1. " + "/" * 50_000, "| " + "." * 50_000 + " | x |"])
def test_a_line_of_one_mark_is_read_in_seconds(line: str) -> None:
    start = time.monotonic()
    outline_of_text(MINUTES + line)
    assert time.monotonic() - start < 15
