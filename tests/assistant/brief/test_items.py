"""The brief of a made-up item: its figures, what went before, what changed, what is open, and no lie of a register."""

from dataclasses import replace

import pytest

from assistant.brief.agenda import AgendaBusiness
from assistant.brief.items import EarlierPapers, item_brief, numbered, room_for
from assistant.decisions.entries import cited
from assistant.decisions.models import Decision, Progress, Register, TrackedAction
from assistant.question.understanding import understand
from assistant.retrieval.topic import Topic
from corpus.models import PartKind, Status
from index.models import Placed
from made_up import place, resolved

DATE = "2024-03-04"
TOPIC = Topic(understand("benches north shore"), {"bench": 3.0, "north": 2.5, "shore": 3.0}, {})
ROOM = room_for(1)


def report(*own: str, date: str = DATE, status: Status = Status.DISCUSSION) -> list[Placed]:
    return [
        place(
            words, status, PartKind.REPORT, date, file=f"report-{date}-{status}.pdf", title="North Shore Benches", n=n
        )
        for n, words in enumerate(own, 1)
    ]


ASKED = report("1.1 That ten benches be bought for the north shore.", status=Status.RECOMMENDATION)
PAPER = report(
    "There were 41 broken benches on the north shore at 1 March 2024.",
    "The cost of ten oak benches for the north shore is £4,100.",
    "The date of delivery of the benches to the north shore is not yet known.",
)
EARLIER = report("There were 28 broken benches on the north shore at 1 March 2023.", date="2023-03-06")
BUSINESS = AgendaBusiness("4", "North Shore Benches", (*ASKED, *PAPER))
BOUGHT = resolved("that five benches be bought for the north shore.", "2023-05-01", "North Shore Benches")


def past(decisions: tuple[Decision, ...] = (), actions: tuple[TrackedAction, ...] = ()) -> EarlierPapers:
    return EarlierPapers(Register(decisions, actions, ()), TOPIC, (), EARLIER)


def action(status: str) -> TrackedAction:
    row = place(
        f"Mend the benches of the north shore | Ranger | {status}", Status.ACTION, PartKind.TRACKER, "2024-02-05"
    )
    step = Progress("2024-02-05", status, cited([row])[0])
    return TrackedAction("Council", None, None, "Mend the benches of the north shore", "Ranger", status, True, (step,))


def test_an_item_is_told_with_what_is_asked_its_figures_and_what_is_open() -> None:
    item = item_brief(BUSINESS, DATE, past(), ROOM)
    assert (item.number, item.title) == ("4", "North Shore Benches")
    assert [said.text for said in item.asked] == [ASKED[0].paragraph.own]
    assert [said.text for said in item.figures] == [PAPER[1].paragraph.own]
    assert [asked.about.text for asked in item.questions] == [PAPER[2].paragraph.own, PAPER[0].paragraph.own]


def test_a_figure_that_changed_since_the_last_report_is_told_beside_the_old_one() -> None:
    change = item_brief(BUSINESS, DATE, past(), ROOM).changes[0]
    assert (change.now.text, change.before.text) == (PAPER[0].paragraph.own, EARLIER[0].paragraph.own)
    same = replace(
        past(), reports=report("There were 41 broken benches on the north shore at 1 March 2023.", date="2023-03-06")
    )
    assert item_brief(BUSINESS, DATE, same, ROOM).changes == ()


def test_only_what_was_resolved_before_the_day_is_told_as_decided_before() -> None:
    moved = replace(BOUGHT, id="moved", resolved=False)
    today = resolved("that six benches be bought for the north shore.", DATE, "North Shore Benches")
    item = item_brief(BUSINESS, DATE, past((moved, BOUGHT, today)), ROOM)
    assert [said.text for said in item.before] == ["Resolved that five benches be bought for the north shore."]


def test_a_decision_on_another_matter_is_not_told() -> None:
    other = resolved("that the mere be dredged.", "2023-05-01", "Dredging the Mere")
    assert item_brief(BUSINESS, DATE, past((other,)), ROOM).before == ()


def test_a_decision_whose_words_were_tampered_with_is_not_told() -> None:
    lie = replace(BOUGHT, words="that fifty benches be bought for the north shore.")
    assert item_brief(BUSINESS, DATE, past((lie,)), ROOM).before == ()


def test_a_paragraphs_words_that_were_tampered_with_are_not_told() -> None:
    true = "The cost of ten oak benches for the north shore is £4,100."
    lied = report("The cost of ten oak benches for the north shore is £9,100.")[0]
    lied = replace(
        lied, paragraph=replace(lied.paragraph, text=true)
    )  # the gate reads the text, the brief quotes `own`
    assert item_brief(replace(BUSINESS, places=(lied,)), DATE, past(), ROOM).figures == ()


@pytest.mark.parametrize("status, questions", [("Late: the oak is not here", 1), ("Ongoing", 0)])
def test_an_open_action_is_told_and_asked_after_where_it_is_late(status: str, questions: int) -> None:
    item = item_brief(replace(BUSINESS, places=tuple(ASKED)), DATE, past((), (action(status),)), ROOM)
    assert [said.text for said in item.actions] == [f"Mend the benches of the north shore (Ranger): {status}"]
    assert len(item.questions) == questions


def test_the_more_items_the_less_room_has_each() -> None:
    rooms = [room_for(items) for items in (1, 3, 6, 12)]
    assert [room.before for room in rooms] == [6, 3, 2, 1]


def test_a_paragraph_has_one_number_through_the_whole_brief() -> None:
    item = item_brief(BUSINESS, DATE, past((BOUGHT,), (action("Ongoing"),)), ROOM)
    items, actions = numbered([item, item], item.actions)
    assert items[0].asked[0].citations[0].n == items[1].asked[0].citations[0].n == 1
    by_paragraph = {
        cited.paragraph: cited.n for said in (*items[0].figures, *items[0].before, *actions) for cited in said.citations
    }
    assert len(set(by_paragraph.values())) == len(by_paragraph)
