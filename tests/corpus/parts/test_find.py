"""Where a pack's parts begin, and what each says of itself."""

from corpus.models import Access, PartKind
from outlines import outline_of_text

PACK = """# Agenda

## Harbour Scrutiny Board

Date: Tuesday 19 March 2024 at 6.00 pm

| No. | Item | Pages |
|---|---|---|
| 1 | Apologies for Absence | |
| 2 | Minutes of the meeting held on 16 January 2024 | 1 - 2 |
| 3 | Dredging of the Mere | 3 - 5 |
| 4 | Sale of the Old Boathouse | 6 |
| 5 | Actions Tracker | 7 |
| 6 | Work Programme 2024/25 | 8 |



# Minutes of the Harbour Scrutiny Board

Tuesday 16 January 2024 at 6.00 pm

Present: Councillor Brindle (Chair); Councillor Novak

1/24 Apologies for Absence

There were no apologies.

2/24 Harbour fees

RESOLVED that the fees be raised.

The meeting ended at 7.00 pm.



# Dredging of the Mere

Report to: Harbour Scrutiny Board, 19 March 2024. Report of: Director of Place.

## 1. Recommendations

1.1 That the Board notes the report.

## 2. Background

2.1 The Mere was last dredged in 1998.

## Appendix A: Depths

| Place | Depth |
|---|---|
| North | 2 m |



# Sale of the Old Boathouse

NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A to the Local Government Act 1972

Report to: Harbour Scrutiny Board, 19 March 2024. Report of: Director of Place.

1.1 The lowest price is £9.



# Actions Tracker

| Date | Topic | Action | Owner | Status |
|---|---|---|---|---|
| 16 January 2024 | Fees | Raise them | Director of Place | Complete |

# Work Programme 2024/25

| Meeting | Item | Lead |
|---|---|---|
| 11 June 2024 | Moorings | Ms Bray |
"""


def test_a_pack_is_split_and_only_its_minutes_keep_their_own_date() -> None:
    parts = outline_of_text(PACK).parts
    assert [(part.kind.value, part.meeting.date) for part in parts] == [
        ("agenda", "2024-03-19"),
        ("minutes", "2024-01-16"),
        ("report", "2024-03-19"),
        ("appendix", "2024-03-19"),
        ("report", "2024-03-19"),
        ("tracker", "2024-03-19"),
        ("work-programme", "2024-03-19"),
    ]
    assert {part.meeting.body for part in parts} == {"Harbour Scrutiny Board"}


def test_a_report_knows_the_agenda_item_that_it_is_for() -> None:
    by_title = {part.title: part.item for part in outline_of_text(PACK).parts}
    assert by_title["Dredging of the Mere"] == "3"
    assert by_title["Sale of the Old Boathouse"] == "4"


def test_only_the_part_marked_exempt_is_exempt() -> None:
    paper = outline_of_text(PACK)
    assert [part.title for part in paper.parts if part.access is Access.EXEMPT] == ["Sale of the Old Boathouse"]
    secret = [paragraph.own for paragraph in paper.paragraphs if paragraph.access is Access.EXEMPT]
    assert any("£9" in own for own in secret)
    assert not any("1998" in own for own in secret)


def test_a_page_marked_not_for_publication_opens_an_exempt_part_of_its_own() -> None:
    source = PACK.replace(
        "\n\n\n# Actions",
        "\n\n\n# NOT FOR PUBLICATION\n\nExempt appendix to item 3\n\nThe reserve is £77.\n\n\n\n# Actions",
    )
    paper = outline_of_text(source)
    assert [p.access for p in paper.paragraphs if "£77" in p.own] == [Access.EXEMPT]
    assert paper.parts[-1].access is Access.PUBLIC


def test_a_mention_of_an_exempt_appendix_makes_nothing_exempt() -> None:
    paper = outline_of_text(
        "# Moorings\n\nReport to: Cabinet, 3 May 2024\n\n1.1 The prices are in Appendix B, which is exempt.\n"
    )
    assert {paragraph.access for paragraph in paper.paragraphs} == {Access.PUBLIC}


def test_minutes_without_the_word_are_known_by_body_date_and_those_present() -> None:
    (part,) = outline_of_text(
        "Mere Community Council\n\nMonday 4 March 2O24\n\nPresent: A Bray, C Dunn\n\n1. Roads\n\nBad.\n"
    ).parts
    assert (part.kind, part.meeting.date) == (PartKind.MINUTES, "2024-03-04")


def test_a_date_in_the_files_name_is_never_used() -> None:
    (part,) = outline_of_text("Some words about moorings.\n", "minutes-2019-05-01.txt").parts
    assert part.meeting.date is None


def test_the_minutes_belong_to_their_own_day_not_to_the_one_whose_minutes_they_approve() -> None:
    source = "# Cabinet: minutes of the meeting held on 9 January 2024\n\nPresent: Cllr Novak\n\n1. Minutes\n\nThe minutes of 5 December 2023 were approved.\n"
    (part,) = outline_of_text(source).parts
    assert (part.meeting.body, part.meeting.date) == ("Cabinet", "2024-01-09")


def test_draft_minutes_and_meetings_that_were_not_held_say_so() -> None:
    heading = "Draft minutes of the Harbour Board\n\nTuesday 16 January 2024\n\nPresent: Cllr Novak\n\n"
    (draft,) = outline_of_text(heading + "The meeting was not quorate and no business was done.\n").parts
    assert (draft.draft, draft.held) == (True, "not quorate")
    (other,) = outline_of_text("Minutes of the Harbour Board\n\n16 January 2024\n\nThis meeting was cancelled.\n").parts
    assert (other.draft, other.held) == (False, "cancelled")


def test_a_list_of_appendices_at_a_reports_end_opens_no_parts() -> None:
    source = (
        "# Moorings\n\nReport to: Cabinet, 3 May 2024\n\n1.1 Words.\n\n## Appendix A: Depths\n\n## Appendix B: Fees\n"
    )
    assert [part.kind for part in outline_of_text(source).parts] == [PartKind.REPORT]
