"""Records from tables."""

from corpus.models import Block, BlockKind
from corpus.tables import agenda_items_of
from outlines import outline_of_text


def test_a_trackers_rows_are_actions() -> None:
    (action,) = outline_of_text(
        "# Actions Tracker\n\n| Date of meeting | Topic | Recommendation | Officer | Status |\n|---|---|---|---|---|\n"
        "| 3 May 2024 | Bridge | Paint it | Ms Bray | Done |\n"
    ).actions
    assert (action.date, action.topic, action.action, action.owner, action.status) == (
        "3 May 2024",
        "Bridge",
        "Paint it",
        "Ms Bray",
        "Done",
    )


PLAN = (
    "# Cabinet Forward Plan\n\n1\t2\t3\t4\t5\nRef\tDecision to be considered\tDecision maker\tContact\tDate item to be considered\n"
    "155/22 (7.11.22)\tBridge: To paint it.\tCabinet Key Decision\tMs Bray\t17 May 2024\n"
    "16/24\tDepot: To sell it. This will be a private session report containing exempt information.\tCabinet\tMr Dunn\t\n"
)


def test_a_forward_plans_rows_are_decisions_to_come_and_their_numbers_no_minutes() -> None:
    paper = outline_of_text(PLAN)
    assert paper.minutes == ()
    bridge, depot = paper.forward_plan
    assert (bridge.number, bridge.title, bridge.decision_maker) == (
        "155/22",
        "Bridge: To paint it.",
        "Cabinet Key Decision",
    )
    assert (bridge.decision_date, bridge.private) == ("17 May 2024", False)
    assert (depot.decision_date, depot.private) == (None, True)


def test_private_is_read_from_its_own_column() -> None:
    one, other = outline_of_text(
        "# Cabinet Forward Plan\n\n| Ref | Decision | Expected on | Decision maker | Private? |\n|---|---|---|---|---|\n"
        "| 24/1 | Bridge | 9 July 2024 | Cabinet | No |\n| 24/2 | Depot | 9 July 2024 | Cabinet | Yes: paragraph 3 |\n"
    ).forward_plan
    assert (one.private, other.private) == (False, True)


def test_a_front_sheets_items_have_numbers_titles_and_pages() -> None:
    items = outline_of_text(
        "# Agenda\n\n## Harbour Board\n\nTuesday 19 March 2024 at 6 pm\n\n1 Apologies\n\n2 Minutes of the last meeting 3 - 9\n\n7a Late items\n"
    ).agenda_items
    assert [(item.number, item.title, item.pages) for item in items] == [
        ("1", "Apologies", None),
        ("2", "Minutes of the last meeting", "3-9"),
        ("7a", "Late items", None),
    ]


def test_pages_printed_among_an_items_words_are_its_pages_and_not_its_title() -> None:
    blocks = [
        Block(BlockKind.TEXT, "3. Minutes of the last meeting and, if in order, (Pages 1 - 14) to be approved"),
        Block(BlockKind.TEXT, "4. Harbour dues (Pages 15 - 30) Report for noting"),
        Block(BlockKind.TEXT, "5. Boats (Page 31)"),
        Block(BlockKind.ROW, "6 | Slipways (pages 32-40)", cells=("6", "Slipways (pages 32-40)")),
    ]
    assert [(item.number, item.title, item.pages) for item in agenda_items_of(blocks)] == [
        ("3", "Minutes of the last meeting and, if in order, to be approved", "1-14"),
        ("4", "Harbour dues Report for noting", "15-30"),
        ("5", "Boats", "31"),
        ("6", "Slipways", "32-40"),
    ]


def test_what_comes_every_year_is_no_entry_of_a_plan() -> None:
    every_year = (
        "Annual reminder\n\nRef\tDecision to be considered\tDecision maker\tContact\tDate item to be considered\n"
    )
    paper = outline_of_text(f"{PLAN}\n{every_year}\tFees and charges\t\t\tJanuary\n\tSchool places\t\t\tMarch\n")
    assert [entry.number for entry in paper.forward_plan] == ["155/22", "16/24"]


PROGRAMME = "# Work Programme 2024/25\n\nMeeting\tItem\tOfficer\n5 May 2024\tSchool places\tMs Bray\nNot yet dated\tBuses\tMr Dunn\n"


def test_a_paper_without_a_forward_plan_has_the_entries_of_its_work_programme() -> None:
    entries = outline_of_text(PROGRAMME).forward_plan
    assert [(e.number, e.title, e.decision_date) for e in entries] == [
        (None, "School places", "5 May 2024"), (None, "Buses", None),
    ]  # fmt: skip
    assert [entry.number for entry in outline_of_text(f"{PLAN}\n{PROGRAMME}").forward_plan] == ["155/22", "16/24"]


def test_a_table_in_a_work_programme_that_names_who_is_to_act_holds_actions() -> None:
    tracker = "Ref\tMeeting\tAction\tLead\tState\n14/25\t5 May 2024\tWrite to the school\tMs Bray\tDone\n"
    paper = outline_of_text(f"{PROGRAMME}\n## Actions so far\n\n{tracker}")
    assert [(a.date, a.action, a.owner, a.status) for a in paper.actions] == [
        ("5 May 2024", "Write to the school", "Ms Bray", "Done")
    ]
    assert [entry.title for entry in paper.forward_plan] == ["School places", "Buses"]
