"""Which meeting and item a brief is of, over two small papers of a made-up committee."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.brief.models import BriefFor
from assistant.brief.prepare import Desk, prepare
from assistant.decisions.models import Register
from assistant.errors import WrongFilter
from assistant.question.understanding import understand
from assistant.retrieval.topic import Topic
from corpus.models import Access, Meeting
from index.models import Placed
from index.stores import Stores
from index_fakes import AGENDA, run

REPORT = """# Benches in Aldermere Park

Aldermere Borough Council

Report to the Parks Committee

Monday {date}

## Recommendations

1.1 That ten oak benches be bought for Aldermere Park at a cost of £4,100.

## Background

2.1 There were {count} broken benches in Aldermere Park at 1 {month} 2024.
"""
searched: list[tuple[str, str | None, str]] = []  # what the desk was asked for


@pytest.fixture
def desk(stores: Stores, tmp_path: Path) -> Desk:
    """A desk over an agenda and the reports of January and March 2024, without a search or a register."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "agenda.md").write_text(AGENDA.format(date="4 March 2024"), encoding="utf-8")
    for date, count in (("8 January 2024", 28), ("4 March 2024", 41)):
        month = date.split()[1]
        (papers / f"{month}.md").write_text(REPORT.format(date=date, count=count, month=month), encoding="utf-8")
    run(papers, stores)

    def search(title: str, meeting: Meeting, until: str) -> tuple[Topic, Sequence[Placed]]:
        searched.append((title, meeting.body, until))
        return Topic(understand(title), {}, {}), ()

    searched.clear()
    return Desk(stores.catalogue, frozenset({Access.PUBLIC}), Register((), (), ()), search)


def test_the_newest_meeting_with_papers_is_briefed_where_none_is_named(desk: Desk) -> None:
    brief = prepare(BriefFor(), desk)
    assert (brief.council, brief.body, brief.date) == ("Aldermere Borough Council", "Parks Committee", "2024-03-04")
    assert [item.title for item in brief.items] == ["Benches in Aldermere Park"]
    assert brief.formal == ("1. Apologies for absence", "2. Minutes", "4. Exclusion of the press and public")


def test_earlier_papers_are_searched_up_to_the_day_before(desk: Desk) -> None:
    prepare(BriefFor(), desk)
    assert searched == [("Benches Aldermere Park", "Parks Committee", "2024-03-03")]


def test_the_last_report_on_the_subject_gives_the_figure_that_changed(desk: Desk) -> None:
    change = prepare(BriefFor(), desk).items[0].changes[0]
    assert ("41 broken benches" in change.now.text, "28 broken benches" in change.before.text) == (True, True)
    assert prepare(BriefFor(date="2024-01-08"), desk).items[0].changes == ()


@pytest.mark.parametrize("item", ["3", "benches"])
def test_one_item_is_found_by_its_number_or_words_of_its_title(desk: Desk, item: str) -> None:
    brief = prepare(BriefFor(item=item), desk)
    assert [one.title for one in brief.items] == ["Benches in Aldermere Park"]
    assert brief.formal == ()


@pytest.mark.parametrize(
    "wanted, message",
    [
        (BriefFor(date="1999-01-01"), "No agenda or report for on 1 January 1999"),
        (BriefFor(body="Cabinet"), "No agenda or report for Cabinet"),
        (
            BriefFor(item="9"),
            r"Item '9' has no paper for 4 March 2024. Items with papers: 3 \(Benches in Aldermere Park\)",
        ),
    ],
)
def test_what_has_no_paper_is_refused_with_what_there_is(desk: Desk, wanted: BriefFor, message: str) -> None:
    with pytest.raises(WrongFilter, match=message):
        prepare(wanted, desk)
