"""Parts without a meeting of their own, placed by the papers beside them."""

from dataclasses import replace

from corpus.models import Meeting
from corpus.placement import (
    Folder,
    Hints,
    day_in_name,
    folder_of,
    leans_on_others,
    one_name,
    place_of,
    placed,
    told_by,
)
from outlines import outline_of_text

SHEET = "# Agenda\n\nAldermere Borough Council\n\n## Cabinet\n\nTuesday 14 November 2023 at 5 pm\n\n1 Apologies\n\n2 Moorings\n"
APPENDIX = "# Appendix A: Depths\n\nThe Mere is deep.\n"
MINUTES = "# Minutes of the Cabinet\n\nTuesday 10 October 2023\n\nPresent: Cllr Novak\n\n1. Roads\n\nBad.\n"


def test_an_appendix_takes_the_meeting_of_its_folders_front_sheet() -> None:
    folder = folder_of([told_by(outline_of_text(SHEET))])
    assert folder.meeting == Meeting("Aldermere Borough Council", "Cabinet", "2023-11-14")
    appendix = outline_of_text(APPENDIX)
    assert leans_on_others(appendix)
    assert placed(appendix, folder, []).parts[0].meeting == folder.meeting


def test_minutes_keep_their_own_day() -> None:
    folder = folder_of([told_by(outline_of_text(SHEET))])
    assert placed(outline_of_text(MINUTES), folder, []).parts[0].meeting.date == "2023-10-10"


def test_a_date_without_a_body_is_not_a_meetings() -> None:
    folder = folder_of([told_by(outline_of_text(SHEET))])
    appendix = outline_of_text(APPENDIX)
    made = replace(appendix.parts[0], meeting=Meeting(None, None, "2023-09-21"))
    survey = replace(appendix, parts=(made, *appendix.parts[1:]))
    assert leans_on_others(survey)
    assert placed(survey, folder, []).parts[0].meeting == folder.meeting
    assert placed(survey, Folder(), []).parts[0].meeting.date == "2023-09-21"


def test_front_sheets_that_disagree_place_nothing() -> None:
    one, other = Meeting(None, "Cabinet", "2023-11-14"), Meeting(None, "Cabinet", "2024-01-09")
    assert folder_of([Hints((one,) * 3, None, None), Hints((other,) * 3, None, None)]).meeting is None
    assert folder_of([Hints((one,), None, None)]).meeting is None


def test_one_place_has_one_name() -> None:
    assert place_of("Aldermere Metropolitan Borough Council") == place_of("Aldermere Council") == "aldermere"


def test_one_body_has_one_name() -> None:
    known = ["Roads and Parks Committee", "Board of Trustees", "Audit Committee"]
    assert one_name("Roads & Parks Committee", known) == "Roads and Parks Committee"
    assert one_name("Board", known) == "Board of Trustees"
    assert one_name("Parks Committee", known) == "Parks Committee"
    assert one_name("Board", [*known, "Board of Health"]) == "Board"
    assert one_name(None, known) is None


def test_a_body_takes_the_name_that_its_own_councils_papers_have_for_it() -> None:
    paper = outline_of_text(MINUTES.replace("the Cabinet", "the Roads & Parks Committee"))
    ours, theirs = (
        ("Aldermere Council", "Roads and Parks Committee"),
        ("Thornbeck Council", "Roads And Parks Committee"),
    )
    folder = Folder(Meeting("Aldermere Council", None, None))
    assert placed(paper, folder, [], [theirs, ours]).parts[0].meeting.body == "Roads and Parks Committee"
    assert placed(paper, folder, [], [theirs]).parts[0].meeting.body == "Roads & Parks Committee"


def minutes(named: str | None, printed: str | None, body: str | None = "Mere Town Council") -> Hints:
    """What minutes tell: the day in their file's name, the day and body that they print."""
    return Hints((), Meeting("Mere Town Council", body, printed), named)


def test_days_in_names_count_where_the_papers_that_print_their_day_agree() -> None:
    days = [f"2023-0{month}-14" for month in range(1, 6)]
    right = [minutes(day, day) for day in days]
    paper = outline_of_text(MINUTES.replace("Tuesday 10 October 2023\n\n", ""))
    undated = replace(paper, file="minutes-20230627.md")
    assert leans_on_others(undated)
    assert placed(undated, folder_of(right), []).parts[0].meeting.date == "2023-06-27"
    assert placed(undated, folder_of(right[:2]), []).parts[0].meeting.date is None
    uploaded = [minutes(day, day.replace("-14", "-02")) for day in days]
    assert placed(undated, folder_of(uploaded), []).parts[0].meeting.date is None
    assert placed(undated, folder_of([*right, *uploaded]), []).parts[0].meeting.date is None


def test_a_day_that_is_printed_goes_before_the_one_in_the_name() -> None:
    folder = folder_of([minutes("2023-01-14", "2023-01-14")] * 3)
    paper = replace(outline_of_text(MINUTES), file="minutes-2023-11-30.md")
    assert placed(paper, folder, []).parts[0].meeting.date == "2023-10-10"


def test_a_paper_that_names_no_council_is_of_the_one_whose_papers_lie_there() -> None:
    paper = outline_of_text("# Agenda\n\n1. Police Report\n\n2. Public Forum\n\n3. Apologies\n")
    ours, theirs = minutes(None, None), Hints((), Meeting("Thornbeck Council", "Thornbeck Council", None), None)
    assert placed(paper, folder_of([ours] * 4), []).parts[0].meeting == Meeting(
        "Mere Town Council", "Mere Town Council", None
    )
    assert placed(paper, folder_of([*[ours] * 4, theirs, theirs]), []).parts[0].meeting.council is None


def test_the_day_in_the_name_of_a_report_is_no_meetings() -> None:
    folder = folder_of([minutes("2023-01-14", "2023-01-14")] * 3)
    report = replace(outline_of_text(APPENDIX), file="accounts-to-31-march-2023.md")
    assert placed(report, folder, []).parts[0].meeting.date is None


def test_days_in_the_names_of_files() -> None:
    assert day_in_name("agenda-20191125.txt") == "2019-11-25"
    assert day_in_name("Minutes-March-5-2024.pdf") == "2024-03-05"
    assert day_in_name("2019_07_24 special.html") == "2019-07-24"
    assert day_in_name("DM-20191345.pdf") is None
    assert day_in_name("report-7.pdf") is None


def test_minutes_without_a_body_are_the_councils_where_those_beside_them_are() -> None:
    paper = outline_of_text("# Minutes\n\nMere Town Council\n\nTuesday 10 October 2023\n\n1. Roads\n\nBad.\n")
    nameless = replace(paper, parts=(replace(paper.parts[0], meeting=Meeting("Mere Town Council", None, None)),))
    own = folder_of([minutes(None, None)] * 4)
    assert placed(nameless, own, []).parts[0].meeting.body == "Mere Town Council"
    mixed = folder_of([*[minutes(None, None)] * 4, *[minutes(None, None, "Roads Committee")] * 2])
    assert placed(nameless, mixed, []).parts[0].meeting.body is None


def test_the_whole_council_has_one_name() -> None:
    known = ["Council of the Town of Mere", "Roads Committee"]
    for name in ("Full Council", "Town Council", "Mere Town Council", "Town of Mere Council"):
        assert one_name(name, known, "Mere Town Council") == "Council of the Town of Mere"
    assert one_name("Youth Council", known, "Mere Town Council") == "Youth Council"
    assert one_name("Town Council", ["Roads Committee"], "Mere Town Council") == "Town Council"


def test_an_attached_letter_of_another_council_is_no_meeting_of_it() -> None:
    letter = outline_of_text(APPENDIX)
    theirs = replace(letter.parts[0], meeting=Meeting("Aldermere Council", "Thornbeck Borough Council", None))
    folder = Folder(Meeting("Aldermere Council", "Cabinet", "2023-11-14"))
    assert placed(replace(letter, parts=(theirs,)), folder, []).parts[0].meeting.body == "Cabinet"
