"""Papers that never say "minutes": a meeting that was held is told from one that is to come."""

import pytest

from corpus.models import PartKind
from outlines import outline_of_text

HELD = """ALDER COUNTY BOARD OF COMMISSIONERS

OFFICIAL PROCEEDINGS

DECEMBER 10, 2024

The Alder County Board of Commissioners met in regular session at 9:00 a.m., Chair Ash presiding.

AGENDA

Commissioner Elm moved, seconded by Oak, to approve the agenda. M/C
"""
CALLED = """TOWN OF ALDER BEND

Regular Meeting of Council

September 9, 2025

Mayor Ash called the meeting to order at 7:00 p.m.

The bylaw was passed.
"""
TOLD = """TOWN OF ALDER BEND

Regular Meeting of Council

September 9, 2025

In attendance: Mayor Ash, Councillors Elm and Oak

Elm moved the bylaw.

Oak moved the fees.

Elm moved the grant.

The motion was carried.
"""
TO_COME = """TOWN OF ALDER BEND

Regular Meeting of Council

Agenda

September 9, 2025

1. Call to order

2. Approval of the minutes

3. Motion moved by Councillor Elm: that the bylaw be passed
"""


@pytest.mark.parametrize("paper", [HELD, CALLED, TOLD], ids=["met in session", "called to order", "motions told"])
def test_a_meeting_that_was_held_is_minuted_without_the_word(paper: str) -> None:
    [part] = outline_of_text(paper).parts
    assert part.kind is PartKind.MINUTES
    assert part.meeting.date in {"2024-12-10", "2025-09-09"}


def test_a_meeting_to_come_is_an_agenda_though_it_has_a_call_to_order() -> None:
    assert outline_of_text(TO_COME).parts[0].kind is PartKind.AGENDA


def test_a_houses_number_is_no_minutes_number() -> None:
    paper = "CITY OF ALDER\n\n301 Water Street\n\nMINUTES\n\nCity Council\n\nOctober 6, 2025\n\nPresent: Ash, Elm\n\nThe fees were noted.\n"
    read = outline_of_text(paper)
    assert [minute.ref for minute in read.minutes if minute.ref] == []
    assert {paragraph.ref for paragraph in read.paragraphs} == {None}
