"""Who was there and who holds what office, held against a made-up paper's right reading."""

from assistant.evaluation.form_people import same_person, score_people
from assistant.evaluation.forms import shares
from outlines import outline_of_text

PAPER = """Aldermere Borough Council

Minutes of the Parks Committee held on Monday 8 January 2024

Present: Councillors Ann Ash (Chair) and Bo Bell (from item 2)
Apologies: Councillor Fay Ford
"""
FORM = {
    "attendance": {"present": ["Ann Ash", "Bell"], "apologies": ["F Ford"], "late": ["Bo Bell"]},
    "offices": [{"name": "Ash", "office": "Chairman"}],
}


def figures(**changed: object) -> dict[str, float]:
    return shares([score_people({**FORM, **changed}, outline_of_text(PAPER))])


def test_people_read_rightly_have_every_figure_whole() -> None:
    assert figures() == {"attendance": 1.0, "came and went": 1.0, "offices": 1.0}


def test_another_capacity_is_a_miss_and_one_too_many() -> None:
    assert figures(attendance={"present": ["Ann Ash", "Bell", "Ford"]})["attendance"] == 0.667


def test_a_vice_chair_is_no_chair() -> None:
    assert figures(offices=[{"name": "Ash", "office": "Vice Chair"}])["offices"] == 0.0


def test_nothing_is_asked_where_a_form_says_nothing() -> None:
    assert shares([score_people({}, outline_of_text(PAPER))]) == {}


def test_names_are_the_same_without_titles_and_initials() -> None:
    assert same_person("T McKeag", "McKeag")
    assert same_person("Andrade, Luz", "Luz Andrade")
    assert not same_person("Ann Ash", "Bo Ash")
