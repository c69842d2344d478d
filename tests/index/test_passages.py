"""Paragraphs to passages: nothing lost, nothing twice, nothing crossed, nothing too long."""

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Access, Outline, Paragraph, PartKind, Status
from corpus.outline import outline_of
from corpus.read import read_paper
from index.models import Passage
from index.passages import heading_of, passages_of
from index.tokens import count_tokens
from index_fakes import outline, paragraph, part
from places import SAMPLE

SHA = "f" * 64


def words(text: str) -> int:
    """A tokenizer that a person can check."""
    return len(text.split())


def cut(*paragraphs: Paragraph, budget: int = 20) -> list[list[str]]:
    return [list(p.paragraphs) for p in passages_of(outline(paragraphs), SHA, budget, words)]


def test_neighbours_go_together_up_to_the_budget() -> None:
    texts = [paragraph(name, "five words of this one") for name in "abcdef"]
    assert cut(*texts) == [["a", "b", "c", "d"], ["e", "f"]]


def test_a_paragraph_over_the_budget_stands_alone() -> None:
    long = paragraph("long", "word " * 50)
    assert cut(paragraph("a"), long, paragraph("b")) == [["a"], ["long"], ["b"]]


@pytest.mark.parametrize("change", [{"item_title": "Swings"}, {"part": 1}, {"access": Access.EXEMPT}])
def test_a_window_ends_where_the_item_part_or_access_does(change: dict[str, Any]) -> None:
    assert cut(paragraph("a"), paragraph("b", **change)) == [["a"], ["b"]]


@pytest.mark.parametrize("change", [{"item_title": "Swings"}, {"part": 1}, {"access": Access.EXEMPT}])
def test_a_heading_never_goes_with_words_of_another_item_part_or_access(change: dict[str, Any]) -> None:
    assert cut(paragraph("h", heading=True), paragraph("b", **change)) == [["h"], ["b"]]
    assert cut(paragraph("a"), paragraph("h", heading=True, **change), paragraph("b")) == [["a"], ["h"], ["b"]]


def test_a_heading_goes_with_the_words_below_it() -> None:
    long = "twelve words of this paragraph that fill more than half the budget up"
    assert cut(paragraph("a", long), paragraph("h", heading=True), paragraph("b")) == [["a"], ["h", "b"]]


def test_a_shared_lead_in_is_said_once_and_counted_once() -> None:
    items = [paragraph(name, f"item {name}", intro="It was agreed that the officers would:") for name in "abc"]
    (only,) = passages_of(outline(items), SHA, 15, words)
    assert only.body_text == "It was agreed that the officers would:\nitem a\nitem b\nitem c"


def test_exempt_words_are_in_no_public_passage_s_text() -> None:
    public = paragraph("answer", "Nobody knows.", status=Status.ANSWER)
    secret = paragraph("question", "Who bids for the lodge?", status=Status.QUESTION, access=Access.EXEMPT)
    found = passages_of(outline([secret, public], [part(PartKind.QUESTIONS)]), SHA, 50, words)
    assert [p.access for p in found] == [Access.EXEMPT, Access.PUBLIC]
    assert not any("lodge" in text for text in (found[1].embedded, found[1].text))


def test_an_answer_is_embedded_with_its_question_and_shown_without() -> None:
    asked = paragraph("q", "What of the swings at Mill Green?", status=Status.QUESTION)
    answer = paragraph("a", "They are to be painted in May.", status=Status.ANSWER, item_title="Reply")
    _, found = passages_of(outline([asked, answer], [part(PartKind.QUESTIONS)]), SHA, 50, words)
    assert "Mill Green" in found.embedded
    assert "Mill Green" not in found.text


def test_names_in_a_recorded_vote_are_shown_and_not_embedded() -> None:
    names = "For: Councillors " + ", ".join(f"Member{n}" for n in range(40))
    (found,) = passages_of(outline([paragraph("v", names, status=Status.VOTE)]), SHA, 200, words)
    assert "Member39" in found.text
    assert "Member39" not in found.embedded
    assert found.embedded[slice(*found.spans[0])] == names[:60]


def test_each_unit_s_span_holds_its_words() -> None:
    row = paragraph("r", "Eastgate | 612", intro="Ward | Pupils")
    text = paragraph("t", "The survey found forty broken slats. The lodge needs a new roof by March.")
    (found,) = passages_of(outline([row, text]), SHA, 80, words)
    assert [found.embedded[start:end] for start, end in found.spans] == [
        "Eastgate | 612",
        "The survey found forty broken slats.",
        "The lodge needs a new roof by March.",
    ]


def test_the_line_of_context_says_who_when_and_what() -> None:
    text = paragraph("a", ref="7/24(2)", section="Costs")
    assert heading_of(part(), text) == (
        "Aldermere Borough Council, Parks Committee | 8 January 2024 | minutes | 7/24 Benches | Costs"
    )
    report = replace(part(PartKind.REPORT, date=None), title="Bench survey")
    assert heading_of(report, text) == "Aldermere Borough Council, Parks Committee | report | Bench survey | Costs"


def test_ids_stay_the_same_and_change_with_the_words() -> None:
    one = passages_of(outline([paragraph("a")]), SHA, 20, words)
    assert one == passages_of(outline([paragraph("a")]), SHA, 20, words)
    assert one[0].id != passages_of(outline([paragraph("b")]), SHA, 20, words)[0].id


paragraphs_at_random = st.lists(
    st.tuples(
        st.integers(1, 30),
        st.integers(0, 2),
        st.sampled_from(["Benches", "Swings", None]),
        st.sampled_from(list(Access)),
        st.booleans(),
        st.sampled_from(["", "The officers would:", "Ward | Pupils\nNorth | South"]),
    ),
    max_size=40,
).map(
    lambda rows: [
        paragraph(
            f"p{n}", " ".join(["word"] * size), part=p, item_title=title, access=access, heading=head, intro=intro
        )
        for n, (size, p, title, access, head, intro) in enumerate(sorted(rows, key=lambda row: row[1]))
    ]
)


@settings(max_examples=200, deadline=None)
@given(paragraphs_at_random, st.integers(5, 60))
def test_any_outline_is_cut_into_whole_and_pure_windows(paragraphs: list[Paragraph], budget: int) -> None:
    paper = outline(paragraphs, [part() for _ in range(3)])
    holds(paper, passages_of(paper, SHA, budget, words), budget, words)


@cache
def sample() -> dict[str, Outline]:
    papers = sorted(path for path in SAMPLE.iterdir() if path.suffix in {".md", ".txt", ".html", ".docx", ".pdf"})
    return {path.name: outline_of(read_paper(path, 10**8), path.name) for path in papers}


@pytest.mark.parametrize("budget", [60, 200])
def test_every_sample_paper_is_cut_into_whole_and_pure_windows(budget: int) -> None:
    assert len(sample()) >= 14
    for paper in sample().values():
        holds(paper, passages_of(paper, SHA, budget, count_tokens), budget, count_tokens)


def holds(paper: Outline, found: list[Passage], budget: int, count: object) -> None:
    """What must be true of every paper's passages."""
    assert callable(count)
    by_id = {p.id: p for p in paper.paragraphs}
    held = Counter(name for passage in found for name in passage.paragraphs)
    assert list(held) == [p.id for p in paper.paragraphs], "in order, and none lost"
    assert set(held.values()) <= {1}
    assert len({passage.id for passage in found}) == len(found)
    for passage in found:
        inside = [by_id[name] for name in passage.paragraphs]
        assert len({(p.part, p.item_title, p.access) for p in inside}) == 1
        assert (passage.part, passage.access) == (inside[0].part, inside[0].access)
        citable = [p for p in inside if not p.heading]
        if len(citable) > 1:
            assert count(passage.body_text) <= budget
        assert {unit.paragraph for unit in passage.units} == {p.id for p in citable if p.own.strip()}
        assert len(passage.units) == len(passage.spans)
        for unit, (start, end) in zip(passage.units, passage.spans, strict=True):
            assert by_id[unit.paragraph].own[unit.start : unit.end].startswith(passage.embedded[start:end])
        assert all(0 <= unit.start <= unit.end <= len(by_id[unit.paragraph].own) for unit in passage.units)
        assert all(p.own in passage.text for p in inside)
        assert passage.text.startswith(passage.heading)
