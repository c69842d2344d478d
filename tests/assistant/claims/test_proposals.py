"""What was only proposed, and lost, withdrawn, replaced or not accepted, bears no statement out."""

import pytest

from assistant.claims.proposals import of_matter, of_replaced, only_proposed, resolved_so
from assistant.models import Finding
from recorded import COMMITTEE, SHIRE, TOWN, places_of, records_of

S, R, N = Finding.SUPPORTED, Finding.REFUTED, Finding.NOT_FOUND


@pytest.mark.parametrize(
    "paper, statement, finding",
    [
        (SHIRE, "The old depot in Quarry Road will be sold for $640,000.", R),
        (SHIRE, "Council opens the library on Sundays from 10 am until 2 pm.", S),
        (TOWN, "The rent of a stall is £12 a day.", R),
        (TOWN, "The station clock will be gilded at a cost of £4,100.", R),
        (COMMITTEE, "The fee for swimming lessons is set at £7 a lesson.", R),
        (COMMITTEE, "The fee for swimming lessons is set at £6 a lesson.", S),
    ],
)
def test_a_motions_record_decides_a_statement_of_its_matter(paper: str, statement: str, finding: Finding) -> None:
    ruling = of_matter(statement, records_of(paper))
    assert ruling is not None
    assert ruling.finding is finding


@pytest.mark.parametrize(
    "paper, statement",
    [
        (SHIRE, "Cr Orde proposed that the old depot in Quarry Road be sold for $640,000."),
        (SHIRE, "The old depot in Quarry Road will not be sold."),
        (SHIRE, "The old depot in Quarry Road was sold for $655,000."),
        (SHIRE, "The library opens on Mondays from 10 am until 2 pm."),
        (COMMITTEE, "The Planning Committee set the fee for swimming lessons at £6 a lesson."),
        (TOWN, "The rent of a stall is £18 a week in summer at the harbour."),
    ],
)
def test_no_record_decides_what_it_does_not_say(paper: str, statement: str) -> None:
    assert of_matter(statement, records_of(paper)) is None


@pytest.mark.parametrize(
    "statement, words, finding",
    [
        ("The bandstand is let to the Brass Band for £900 a year.", "recommended that the bandstand", R),
        ("The council will buy the pony paddock behind the church.", "pony paddock", N),
    ],
)
def test_advice_and_requests_are_no_decisions(statement: str, words: str, finding: Finding) -> None:
    places = places_of(TOWN)
    place = next(place for place in places if words in place.paragraph.own)
    ruling = only_proposed(statement, place, places, records_of(TOWN))
    assert ruling is not None
    assert ruling.finding is finding


MINUTE = """OSTLEIGH TOWN COUNCIL

Minutes of the Meeting of the Council held on Thursday 9 January 2025 at 7.00 pm

12. THE WEIR

{}
"""


@pytest.mark.parametrize(
    "told, statement, finding",
    [
        ("The purchase of a second boat for the weir was put off until Easter.", "The Council buys a second boat.", N),
        ("Mrs Vine hoped that the weir was dredged by Easter.", "The weir was dredged by Easter.", N),
        ("Officers are to approve new signs for the weir.", "New signs for the weir were approved.", N),
        ("Councillor Hoy moved that the weir be dredged by Easter.", "The weir is dredged by Easter.", N),
        (
            "Councillor Hoy moved that the weir be dredged by Easter.\n\nThis was carried unanimously.",
            "The weir is dredged by Easter.",
            None,
        ),
        ("The Clerk proposed dredging the weir.\n\nThe proposal was rejected.", "The weir is being dredged.", R),
        ("The Clerk proposed dredging the weir.\n\nIt was agreed accordingly.", "The weir is being dredged.", None),
        ("The Clerk proposed dredging the weir.\n\nAgreed to dredge the weir.", "The weir is being dredged.", None),
        ("The petition had 900 names and would be sent on.", "The petition had 900 names.", None),
        ("The Clerk recommended spending £800 on the weir.", "The Council expects to spend £800 on the weir.", None),
        ("Mr Vine proposed that the weir be dredged.", "Mr Vine holds that the weir ought to be dredged.", None),
    ],
)
def test_what_a_minute_only_proposes_and_what_it_goes_on_to_decide(
    told: str, statement: str, finding: Finding | None
) -> None:
    places = places_of(MINUTE.format(told))
    place = next(place for place in places if place.paragraph.own.startswith(told.split("\n")[0][:20]))
    ruling = only_proposed(statement, place, places, ())
    assert (ruling.finding if ruling else None) is finding


def test_a_recommendation_that_was_taken_up_is_left_alone() -> None:
    paper = TOWN.replace("not to accept the recommendation and to close the bandstand", "to accept the recommendation")
    places = places_of(paper)
    place = next(place for place in places if "recommended that the bandstand" in place.paragraph.own)
    assert only_proposed("The bandstand is let to the Brass Band.", place, places, records_of(paper)) is None


def test_one_clause_of_a_resolution_bears_out_what_was_put_off_or_closed() -> None:
    places = places_of(TOWN)
    place = next(place for place in places if "close the bandstand" in place.paragraph.own)
    ruling = resolved_so("The Council closed the bandstand until Easter.", place, places)
    assert ruling is not None
    assert ruling.finding is S
    assert resolved_so("The Council accepted the recommendation.", place, places) is None


def test_the_words_that_an_amendment_replaced_refute_nothing() -> None:
    records = records_of(COMMITTEE)
    ruling = of_replaced("A lesson costs £6.", records[0].place, records)
    assert ruling is not None
    assert ruling.finding is S
    assert of_replaced("A lesson costs £5.", records[0].place, records) is None
