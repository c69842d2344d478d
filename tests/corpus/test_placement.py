"""Parts without a meeting of their own, placed by the papers beside them."""

from dataclasses import replace

from corpus.models import Meeting
from corpus.placement import folder_meeting, is_undated, one_name, place_of, placed, votes_of
from outlines import outline_of_text

SHEET = "# Agenda\n\nAldermere Borough Council\n\n## Cabinet\n\nTuesday 14 November 2023 at 5 pm\n\n1 Apologies\n\n2 Moorings\n"
APPENDIX = "# Appendix A: Depths\n\nThe Mere is deep.\n"
MINUTES = "# Minutes of the Cabinet\n\nTuesday 10 October 2023\n\nPresent: Cllr Novak\n\n1. Roads\n\nBad.\n"


def test_an_appendix_takes_the_meeting_of_its_folders_front_sheet() -> None:
    context = folder_meeting(votes_of(outline_of_text(SHEET)))
    assert context == Meeting("Aldermere Borough Council", "Cabinet", "2023-11-14")
    appendix = outline_of_text(APPENDIX)
    assert is_undated(appendix)
    assert placed(appendix, context, []).parts[0].meeting == context


def test_minutes_keep_their_own_day() -> None:
    context = folder_meeting(votes_of(outline_of_text(SHEET)))
    assert placed(outline_of_text(MINUTES), context, []).parts[0].meeting.date == "2023-10-10"


def test_a_date_without_a_body_is_not_a_meetings() -> None:
    context = folder_meeting(votes_of(outline_of_text(SHEET)))
    appendix = outline_of_text(APPENDIX)
    made = replace(appendix.parts[0], meeting=Meeting(None, None, "2023-09-21"))
    survey = replace(appendix, parts=(made, *appendix.parts[1:]))
    assert is_undated(survey)
    assert placed(survey, context, []).parts[0].meeting == context
    assert placed(survey, None, []).parts[0].meeting.date == "2023-09-21"


def test_front_sheets_that_disagree_place_nothing() -> None:
    one, other = Meeting(None, "Cabinet", "2023-11-14"), Meeting(None, "Cabinet", "2024-01-09")
    assert folder_meeting([one] * 3 + [other] * 3) is None
    assert folder_meeting([one]) is None


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
    context = Meeting("Aldermere Council", None, None)
    assert placed(paper, context, [], [theirs, ours]).parts[0].meeting.body == "Roads and Parks Committee"
    assert placed(paper, context, [], [theirs]).parts[0].meeting.body == "Roads & Parks Committee"
