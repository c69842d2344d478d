"""A made-up meeting's papers as items: which paper is whose, what is asked of members, what is business of every meeting."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.brief.agenda import AgendaBusiness, asked_of, business_of, is_formal, one_title
from corpus.models import PartKind, Status
from index.models import Placed
from made_up import place

FRONT_SHEET = (
    {"number": "1", "title": "Apologies for Absence"},
    {"number": "4", "title": "Benches for the North Shore (Pages 3 - 12)"},
    {"number": "5", "title": "Swimming Lido: Opening Hours"},
)


def paper(
    title: str, *own: str, kind: PartKind = PartKind.REPORT, item: str | None = None, part: int = 0
) -> list[Placed]:
    """The paragraphs of a paper that belongs to an item, or to no known one."""
    places = [
        place(words, kind=kind, title=title, file=f"{title}.pdf", n=n, part=part) for n, words in enumerate(own, 1)
    ]
    return [replace(one, part=replace(one.part, item=item)) for one in places]


def ask(own: str, n: int = 1, **given: Any) -> Placed:
    return place(own, Status.RECOMMENDATION, PartKind.REPORT, n=n, **given)


def item(*places: Placed) -> AgendaBusiness:
    return AgendaBusiness("4", "Benches", places)


@pytest.mark.parametrize(
    "title", ["Apologies for Absence", "Declarations of Interest", "Minutes of the meeting held on 18 March"]
)
def test_business_of_every_meeting_is_formal(title: str) -> None:
    assert is_formal(title)
    assert not is_formal("Library Service Review")


@pytest.mark.parametrize(
    "one, two, like",
    [
        ("North Shore Benches", "Benches for the North Shore", 1.0),
        ("Benches", "Benches", 1.0),
        ("Benches", "Benches and Swings", 0.0),  # one word alone is no title
        ("North Shore Benches", "North Shore Footpaths", 0.5 * 2 / 3 + 0.5 * 2 / 4),
        ("Report", "Report", 0.0),
        (None, "Benches", 0.0),
    ],
)
def test_two_titles_are_as_like_as_the_words_that_they_share(one: str | None, two: str | None, like: float) -> None:
    assert one_title(one, two) == pytest.approx(like)


def test_a_paper_belongs_to_the_item_of_its_number_or_title_and_an_item_without_one_is_named() -> None:
    papers = [
        *paper("Lido hours", "The lido opens at nine.", item="5"),
        *paper("North Shore Benches", "Ten benches are broken."),
    ]
    business, without = business_of(papers, FRONT_SHEET)
    assert [(one.number, one.title, one.lead.file) for one in business] == [
        ("4", "Benches for the North Shore", "North Shore Benches.pdf"),
        ("5", "Swimming Lido: Opening Hours", "Lido hours.pdf"),
    ]
    assert without == ["1. Apologies for Absence"]


def test_a_paper_that_a_pack_prints_twice_is_taken_once_and_a_stray_appendix_not_at_all() -> None:
    report = paper("North Shore Benches", "Ten benches are broken.", "Five are lost.", item="4")
    copy = [replace(one, paper="pack", file="pack.pdf") for one in report]
    stray = paper("Map", "Map of all parks.", kind=PartKind.APPENDIX)
    business, _ = business_of([*report, *copy, *stray], FRONT_SHEET)
    assert [[one.paragraph.own for one in found.places] for found in business] == [
        ["Ten benches are broken.", "Five are lost."]
    ]


def test_without_a_front_sheet_a_report_is_an_item_by_its_own_title() -> None:
    business, without = business_of(paper("North Shore Benches", "Ten are broken."), ())
    assert [(one.number, one.title) for one in business] == [(None, "North Shore Benches")]
    assert without == []


def test_what_is_asked_is_told_once_in_order() -> None:
    first, second = ask("1.1 That ten benches be bought.", 1), ask("1.2 That the swings be mended.", 2)
    again = ask("That ten benches be bought.", 9)
    assert asked_of(item(first, second, again)) == [first, second]


@pytest.mark.parametrize(
    "own, given",
    [
        ("The Panel preferred the second option: benches.", {}),  # how the recommendation came about
        ("Noted.", {}),
        ("Recommendations to the Cabinet", {"heading": True}),
    ],
)
def test_what_only_surrounds_a_recommendation_asks_nothing(own: str, given: dict[str, Any]) -> None:
    assert asked_of(item(ask(own, **given))) == []


def test_what_an_annexed_paper_once_asked_of_others_is_not_asked_of_members() -> None:
    report = ask("That the fountain be mended.", 1)
    annexed = ask("The Cabinet Member is asked to close the lido.", 2, file="Appendix 2 - old decision.pdf")
    assert asked_of(item(report, annexed)) == [report]
    assert asked_of(item(annexed)) == [annexed]


def test_a_line_that_only_leads_to_the_recommendations_is_not_told_beside_them() -> None:
    lead = "The Cabinet is asked to:"
    alone = ask(lead, 1)
    listed = [ask("(a) note the report on the baths;", 2, intro=lead), ask("(b) agree the new hours.", 3, intro=lead)]
    assert asked_of(item(alone, *listed)) == listed
    assert asked_of(item(alone)) == [alone]
