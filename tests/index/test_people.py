"""Attendance and offices are written with their paper and read back by meeting and name, to whom they may."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.models import Access, Attendance, Capacity, Office
from index.catalogue import Catalogue
from index.people import Meet
from index.rows import PaperRow
from index_fakes import NOTHING, outline, paragraph, part

PUBLIC, BOTH = frozenset({Access.PUBLIC}), frozenset(Access)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two meetings: in January Ash is there, in March Ford, whose paragraph is exempt."""
    found = Catalogue(tmp_path / "store" / "catalogue.db")
    found.create()
    paper = replace(
        outline(
            [paragraph("a"), paragraph("b", part=1, access=Access.EXEMPT), paragraph("c", part=1)],
            [part(), part(date="2024-03-04")],
        ),
        attendance=(
            Attendance(0, "Ann Ash", "Councillor", Capacity.PRESENT, "Chair", "a", late=True),
            Attendance(0, "Cy Cox", "", Capacity.APOLOGIES, "", "a"),
            Attendance(1, "Fay Ford", "", Capacity.PRESENT, "", "b", left=True, remote=True),
        ),
        offices=(Office(0, "Ann Ash", "Chair", "a"), Office(1, "Cy Cox", "Chair", "c", elected=True)),
    )
    found.put(
        PaperRow("s" * 64, "paper.md", "/papers/paper.md", 1, False, "/papers", "", False, ""), paper, [], NOTHING
    )
    return found


def names(catalogue: Catalogue, asked: Meet, access: frozenset[Access] = BOTH) -> list[str]:
    return [found.record.name for found in catalogue.attendance(asked, access)]


def test_attendance_comes_back_as_it_was_put_in_newest_meeting_first(catalogue: Catalogue) -> None:
    ford, ash, _ = catalogue.attendance(Meet(), BOTH)
    assert ash.record == Attendance(0, "Ann Ash", "Councillor", Capacity.PRESENT, "Chair", "a", late=True)
    assert (ford.record.left, ford.record.remote, ford.part.meeting.date) == (True, True, "2024-03-04")
    assert (ash.paper, ash.file) == ("s" * 64, "paper.md")


def test_it_is_asked_for_by_day_body_and_name(catalogue: Catalogue) -> None:
    assert names(catalogue, Meet(date="2024-01-08")) == ["Ann Ash", "Cy Cox"]
    assert names(catalogue, Meet(name="ash")) == ["Ann Ash"]
    assert names(catalogue, Meet(body="Parks Committee", name="Ford")) == ["Fay Ford"]
    assert names(catalogue, Meet(body="Cabinet")) == []
    assert names(catalogue, Meet(council="Elsewhere")) == []


def test_whose_paragraph_is_exempt_is_not_told_to_the_public(catalogue: Catalogue) -> None:
    assert names(catalogue, Meet(), PUBLIC) == ["Ann Ash", "Cy Cox"]


def test_the_newest_holder_of_an_office_comes_first(catalogue: Catalogue) -> None:
    newest, oldest = catalogue.offices(Meet(), PUBLIC)
    assert newest.record == Office(1, "Cy Cox", "Chair", "c", elected=True)
    assert oldest.record == Office(0, "Ann Ash", "Chair", "a")


def test_a_paper_that_is_gone_takes_its_records_along(catalogue: Catalogue) -> None:
    catalogue.forget("s" * 64)
    assert catalogue.attendance(Meet(), BOTH) == []
    assert catalogue.offices(Meet(), BOTH) == []
