"""Made-up paragraphs to entries of the register: lists, what is only noted, papers that were never put to the vote."""

from assistant.decisions.entries import decisions_of
from assistant.decisions.models import Decision, EntryKind, Standing
from corpus.models import PartKind, Status
from made_up import place


def kinds(entries: list[Decision]) -> list[tuple[EntryKind, bool]]:
    return [(entry.kind, entry.resolved) for entry in entries]


def test_the_recommendations_of_a_list_are_one_entry_and_those_of_another_section_another() -> None:
    report = [
        place(own, Status.RECOMMENDATION, PartKind.REPORT, n=n, section=section)
        for n, own, section in (
            (1, "1.1 That benches be bought.", "Recommendations"),
            (2, "1.2 That swings be mended.", "Recommendations"),
            (9, "That the mere be dredged.", "Appendix"),
        )
    ]
    entries = decisions_of(report)
    assert kinds(entries) == [(EntryKind.RECOMMENDATION, False)] * 2
    assert entries[0].words == "1.1 That benches be bought.\n1.2 That swings be mended."
    assert [cited.n for cited in entries[0].citations] == [1, 2]


def test_what_is_resolved_stands_and_keeps_the_words_behind_resolved() -> None:
    entry = decisions_of([place("RESOLVED that ten benches be bought.", Status.RESOLUTION, ref="12")])[0]
    assert (entry.words, entry.ref, entry.standing) == ("that ten benches be bought.", "12", Standing.ACTIVE)


def test_what_is_noted_is_an_entry_only_where_nothing_is_resolved() -> None:
    noted = place("The Committee noted the survey of the mere.", Status.NOTED, n=1)
    assert kinds(decisions_of([noted])) == [(EntryKind.NOTED, False)]
    resolved = place("RESOLVED that the mere be dredged.", Status.RESOLUTION, n=2)
    assert kinds(decisions_of([noted, resolved])) == [(EntryKind.RESOLUTION, True)]


def test_a_proposal_to_defer_and_a_debate_are_no_entries() -> None:
    proposed = place("Councillor Ash proposed that the item be deferred.", Status.DEFERRED)
    debate = place("Members noted that the benches were old.", Status.NOTED)
    assert decisions_of([proposed]) == []
    assert decisions_of([debate]) == []


def test_a_vote_on_nothing_that_is_told_is_an_entry_of_its_own() -> None:
    entries = decisions_of([place("For (9)", Status.VOTE, n=1), place("Against (4)", Status.VOTE, n=2)])
    assert kinds(entries) == [(EntryKind.VOTE, False)]
    assert entries[0].words == "For (9)\nAgainst (4)"


def test_an_amendment_on_a_paper_of_its_own_was_not_put_yet() -> None:
    tabled = place("That twenty benches be bought.", Status.AMENDMENT, PartKind.AMENDMENT)
    entry = decisions_of([tabled])[0]
    assert (entry.kind, entry.fate, entry.resolved) == (EntryKind.AMENDMENT, None, False)
