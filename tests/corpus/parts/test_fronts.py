"""Fronts of parts behind an agenda or minutes: labels and titles at a page's top, below a rule, behind a meeting's end."""

import pytest

from outlines import outline_of_text

AGENDA = """TOWN OF PIKE HOLLOW
Public Works Committee
AGENDA
Tuesday, March 3, 2026, 6:30 p.m.

1.   Call to order
2.   Minutes
3.   Salt shed roof
4.   Sidewalk plow

"""
MINUTES = """\fTOWN OF PIKE HOLLOW
Public Works Committee
MINUTES
Tuesday, February 3, 2026

Present: Ines Crane, Otto Wren

1.   Call to order
     Crane called the meeting to order at 6:30 p.m.

2.   Truck 7
     Wren moved to sell the truck. Crane seconded. Carried.

The meeting adjourned at 7:02 p.m.

"""


def parts(source: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(p.kind.value, p.title, p.meeting.body, p.meeting.date) for p in outline_of_text(source).parts]


def kinds(source: str) -> list[str]:
    return [kind for kind, *_ in parts(source)]


def test_labels_in_one_block_at_a_pages_top_are_a_reports_front() -> None:
    report = (
        "\fCOUNCIL LETTER                                  PW 26-11\nTo:         Public Works Committee\n"
        "From:       Dell Marsh, Superintendent\nDate:       February 20, 2026\nRe:         Salt shed roof\n\n"
        "The roof leaks in two places.\n"
    )
    found = parts(AGENDA + MINUTES + report + report.replace("Salt shed roof", "Sidewalk plow"))
    assert [one[0] for one in found] == ["agenda", "minutes", "report", "report"]
    assert found[1][3] == "2026-02-03"
    assert found[2:] == [
        ("report", "Salt shed roof", "Public Works Committee", "2026-03-03"),
        ("report", "Sidewalk plow", "Public Works Committee", "2026-03-03"),
    ]


def test_a_label_whose_words_stand_on_the_next_line_and_no_number_is_a_title() -> None:
    report = (
        "\f4.B.2\n\nBOARD LETTER\nTo:\n\nDell Marsh, Manager\n\nFrom:\n\nUna Fell, Clerk\n\nMM\n\n"
        "Meeting Date: March 3, 2026\n\nSubject:\n\nSidewalk plow\n\nThe plow is old.\n"
    )
    assert parts(AGENDA + report)[-1][:2] == ("report", "Sidewalk plow")
    assert outline_of_text(AGENDA + report).parts[-1].start_line == AGENDA.count("\n") + 1


def test_a_part_behind_minutes_never_takes_their_day() -> None:
    labels = "To: Harbour Board\nFrom: Una Fell\nSubject: Mooring fees\n\n"
    minutes = "# Tarn Harbour Board\n\nMinutes of the meeting of 5 May 2025\n\nPresent: A Marsh\n\n1. Piles\n\nNoted.\n\n---\n\n"
    assert parts(f"{minutes}{labels}Fees rise.\n")[1] == ("report", "Mooring fees", "Harbour Board", None)
    dated = labels.replace("Subject", "Meeting: 2 June 2025\nSubject")
    assert parts(f"{minutes}{dated}Fees rise.\n")[1][3] == "2025-06-02"


def test_fewer_labels_or_labels_of_no_report_open_nothing() -> None:
    assert kinds(AGENDA + MINUTES + "\fTo: all members\nThe road is shut.\n") == ["agenda", "minutes"]
    assert kinds(AGENDA + MINUTES + "\fOwner: Fell\nDue: May\nState: open\nThe road is shut.\n") == [
        "agenda",
        "minutes",
    ]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("NOTICES OF MOTION\n\nCouncillor Crane to move:\n\nThat this Council mend the clock.\n", "amendment"),
        ("WRITTEN QUESTIONS\n\nFrom Mr Pike: when will the ford be shut?\n\nAnswer: in May.\n", "questions"),
        (
            "ACTION LIST\n\n1/26 Mend the gate. Owner: Fell. Due: 4 May 2026. Open.\n\n"
            "2/26 Buy salt. Owner: Marsh. Due: 9 May 2026. Done.\n",
            "tracker",
        ),
        ("WORK PLAN\n\nApril 2026\n- Roads report\n\nMay 2026\n- Bridges\n\n", "work-programme"),
        (
            "RECORD OF A DELEGATED DECISION\n\nDecision maker: Una Fell, Clerk\nDate of decision: 2 March 2026\n"
            "Decision: To hire a van.\n",
            "decision-record",
        ),
        ("EXHIBIT 2\nSalt used by month\n\nMay was dry.\n", "appendix"),
    ],
)
def test_what_a_title_says_is_a_part_where_the_words_below_bear_it_out(part: str, kind: str) -> None:
    report = "\fTo: Public Works Committee\nFrom: Fell\nSubject: Salt\n\nSalt is dear.\n"
    assert kinds(f"{AGENDA}{report}\f{part}")[-1] == kind
    title = part.split("\n")[0]
    if kind != "appendix":
        assert kinds(f"{AGENDA}{report}\f{title}\n\nNothing has come in.\n") == ["agenda", "report"]


def test_a_title_over_many_pages_is_a_running_head() -> None:
    pages = "".join(f"\fQUESTIONS AND ANSWERS\n\nPart {n}. What of the roads?\n\nThey are mended.\n" for n in "ABCD")
    report = "\fTo: Public Works Committee\nFrom: Fell\nSubject: Salt\n\nSalt is dear.\n"
    assert kinds(AGENDA + report + pages) == ["agenda", "report"]


def test_a_page_that_ends_inside_minutes_ends_no_part() -> None:
    again = MINUTES.replace("2.   Truck 7\n", "2.   Questions\n     Who pays for the salt?\n\n\f3.   Work plan\n")
    assert kinds(AGENDA + again) == ["agenda", "minutes"]


def test_an_agenda_without_that_word_is_a_part_of_its_own_where_its_page_ends() -> None:
    agenda = AGENDA.replace("AGENDA\n", "")
    assert [(kind, day) for kind, _, _, day in parts(agenda + MINUTES)] == [
        ("agenda", "2026-03-03"),
        ("minutes", "2026-02-03"),
    ]


def test_an_appendix_is_of_its_reports_meeting_and_a_log_keeps_the_day_on_which_it_stood() -> None:
    minutes = (
        "# Fell Parish Council\n\nMinutes of the meeting of 5 May 2025\n\nPresent: A Marsh\n\n1. Gate\n\nNoted.\n\n"
    )
    report = "---\n\nTo: Fell Parish Council\nFrom: Clerk\nMeeting: 2 June 2025\nSubject: Gate\n\nIt is broken.\n\n"
    appendix = "---\n\nAppendix 1: Prices\n\nNone yet.\n\n"
    log = "---\n\n## Action log as at 20 May 2025\n\n- Gate. Who: Marsh. By: June. State: open.\n- Ford. Who: Fell. By: May. State: done.\n"
    assert [day for *_, day in parts(minutes + report + appendix + log)] == [
        "2025-05-05",
        "2025-06-02",
        "2025-06-02",
        "2025-05-20",
    ]


def test_motions_behind_questions_are_a_part_of_the_same_meeting() -> None:
    paper = (
        AGENDA
        + "\fCouncil, 3 March 2026: questions and motions\n\n# Part A: Questions\n\nWhen is the fair?\n\nIn May.\n\n"
        "# Part B: Motions\n\nProposed by Crane: this Council thanks the band.\n"
    )
    assert kinds(paper) == ["agenda", "questions", "amendment"]
