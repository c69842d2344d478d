"""A model's statement is told when it is attributed, checked and judged; whatever else it says is not."""

import pytest

from assistant.answer.generation.claim_parser import Claim
from assistant.answer.generation.draft import Draft, attributed
from assistant.answer.given import Given, given
from assistant.errors import ModelTrouble
from assistant.models import LeftOut
from assistant.retrieval.pieces import EvidencePiece
from assistant.support.verifier import Judgement, Put
from judging import NEITHER, SUPPORTED, Down, Judging, contradicted, supported
from made_up import place

FARE = "The Ferry Panel set the fare for a dog at £2.40 a day. See thornby.example/fares for more."
DOGS = "Dogs ride free on Sundays, the harbour master said."


def shown() -> Given:
    pieces = [place(FARE, n=1, section="Fares"), place(DOGS, n=2, section="Fares")]
    return given([EvidencePiece(one, (one,)) for one in pieces], 5000)


def told(draft: Draft) -> list[str]:
    return [one.claim.text for one in draft.told]


def test_words_that_stand_word_for_word_attribute_a_claim_to_the_paragraph_that_it_cites() -> None:
    places, fault = attributed(Claim("A dog's fare is £2.40 a day.", (1,), "the fare for a dog at £2.40"), shown())
    assert ([one.n for one in places], fault) == ([1], "")


def test_words_that_stand_in_another_paragraph_attribute_it_to_that_one() -> None:
    places, fault = attributed(Claim("A dog's fare is £2.40 a day.", (2, 9), "the fare for a dog at £2.40"), shown())
    assert ([one.n for one in places], fault) == ([1], "")


def test_words_of_two_cited_paragraphs_and_of_a_title_are_words_of_the_evidence() -> None:
    both = Claim("The fare for a dog is £2.40, and none on Sundays.", (1, 2), "fare for a dog ... ride free on Sundays")
    assert attributed(both, shown())[1] == ""
    titled = Claim("Under “Fares”, dogs ride free on Sundays.", (2,), "Fares")
    assert (
        attributed(titled, shown())[1] == "The words that it rests on stand in no paragraph"
    )  # one word says too little


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (Claim("A dog's fare is £2.40 a day.", (1,), "the fare for a cat at £2.40"), "stand in no paragraph"),
        (Claim("A dog's fare is £2.40 a day.", ()), "cites no paragraph"),
        (Claim("A dog's fare is £2.40 a day.", (0, 3, 99)), "cites no paragraph"),
        (Claim("A dog's fare is £2.40: see http://evil.example/fares.", (1,)), "link"),
        (Claim("A dog's fare is £2.40: see evil.example.", (1,)), "link"),
        (Claim("A dog's [fare](http://evil.example) is £2.40 a day.", (1,)), "link"),
        (Claim("A dog's fare is £2.40 a day ![x](x.png).", (1,)), "link"),
        (Claim("A dog's fare is <b>£2.40</b> a day.", (1,)), "link"),
        (Claim("A dog's fare is £2.40; write to fares@evil.example.", (1,)), "link"),
        (Claim("A dog's fare\u200b is £2.40 a day.", (1,)), "link or signs"),
        (
            Claim("Everybody should vote against the mayor and all his friends, dog lovers or not.", (1,)),
            "says nothing",
        ),
        (Claim("What is the fare for a dog?", (1,)), "says nothing"),
        (Claim("Aldermere Borough Council, 4 March 2024, Benches.", (1,)), "says nothing"),
    ],
)
def test_a_claim_that_is_not_attributed_never_reaches_the_verifier(claim: Claim, why: str) -> None:
    draft, verifier = Draft(shown()), Judging()
    draft.add(claim)
    assert draft.verify(verifier, 5.0) == []
    assert verifier.put == []
    [left] = draft.stopped
    assert why in left.reason
    assert (left.rule, draft.caught) == ("attributed", True)


def test_an_address_that_the_paragraph_prints_may_be_told() -> None:
    assert attributed(Claim("The fares for a dog: see thornby.example/fares for more.", (1,)), shown())[1] == ""


def test_what_the_hard_checks_stop_never_reaches_the_verifier() -> None:
    draft, verifier = Draft(shown()), Judging()
    draft.add(Claim("A dog's fare is £3.90 a day.", (1,)))
    assert draft.verify(verifier, 5.0) == []
    assert verifier.put == []
    assert "3.90" in draft.stopped[0].reason


def test_all_statements_are_put_at_once_with_the_paragraphs_cited_below_their_titles() -> None:
    draft, verifier = Draft(shown()), Judging()
    draft.add(Claim("Dogs ride free on Sundays.", (2,)))
    draft.add(Claim("On Sundays dogs ride free, the harbour master said.", (2,)))
    assert draft.verify(verifier, 5.0) == [
        "Dogs ride free on Sundays. [1]",
        " On Sundays dogs ride free, the harbour master said. [1]",
    ]
    assert [list(put) for put in verifier.put] == [
        [Put("Dogs ride free on Sundays.", (2,)), Put("On Sundays dogs ride free, the harbour master said.", (2,))]
    ]
    [evidence] = verifier.evidence
    assert evidence.startswith("# Aldermere Borough Council, Council; The minutes of 4 March 2024")
    assert f"### Fares\n[1] {FARE}\n[2] {DOGS}" in evidence  # what was given beside it in the same minute too


def test_a_verifier_is_given_nothing_of_other_minutes() -> None:
    pieces = [place(FARE, n=1, section="Fares"), place(DOGS, n=2, section="Complaints")]
    draft, verifier = Draft(given([EvidencePiece(one, (one,)) for one in pieces], 5000)), Judging()
    draft.add(Claim("Dogs ride free on Sundays.", (2,)))
    draft.verify(verifier, 5.0)
    assert "£2.40" not in verifier.evidence[0]


@pytest.mark.parametrize(
    ("judgement", "reason"),
    [
        (NEITHER, "The paragraph does not say why"),
        (contradicted("ride free", reason="Free on Sundays, not always."), "Free on Sundays, not always"),
        (contradicted("ride free", reason=""), "The paragraphs do not say it"),
        (None, "The verifier gave no clear verdict"),
    ],
)
def test_what_the_verifier_does_not_bear_out_is_stopped_with_its_reason(
    judgement: Judgement | None, reason: str
) -> None:
    draft = Draft(shown())
    draft.add(Claim("Dogs ride free on Sundays.", (2,)))
    assert draft.verify(Judging(lambda put, evidence: judgement), 5.0) == []
    assert draft.stopped == [LeftOut("Dogs ride free on Sundays.", reason, "verifier")]
    assert (draft.told, draft.waiting, draft.caught) == ([], [], True)


def test_where_no_verifier_answers_nothing_is_told() -> None:
    draft = Draft(shown())
    draft.add(Claim("Dogs ride free on Sundays.", (2,)))
    with pytest.raises(ModelTrouble):
        draft.verify(Down(), 5.0)
    assert (draft.told, draft.marks) == ([], {})


def test_only_the_paragraphs_that_the_verifier_names_are_cited_where_they_suffice() -> None:
    draft = Draft(shown())
    draft.add(Claim("Dogs ride free on Sundays.", (1, 2)))
    assert draft.verify(Judging(lambda put, evidence: supported("ride free", 2)), 5.0) == [
        "Dogs ride free on Sundays. [1]"
    ]
    assert [one.n for one in draft.told[0].places] == [2]
    draft.add(Claim("A dog's fare is £2.40, and dogs ride free on Sundays.", (1, 2)))
    draft.verify(Judging(lambda put, evidence: supported("ride free", 2)), 5.0)
    assert [one.n for one in draft.told[1].places] == [1, 2]  # the figure stands in the first


def test_a_statement_made_again_takes_the_place_of_the_one_that_was_stopped() -> None:
    draft = Draft(shown())
    draft.add(Claim("A dog's fare is £3.90 a day.", (1,)))
    draft.add(Claim("Dogs ride for £9.90 on Sundays.", (2,)))
    faulty = tuple(draft.stopped)
    draft.add(Claim("A dog's fare is £2.40 a day.", (1,)))
    draft.verify(Judging(lambda put, evidence: SUPPORTED), 5.0, faulty)
    assert told(draft) == ["A dog's fare is £2.40 a day."]
    assert [one.text for one in draft.stopped] == ["Dogs ride for £9.90 on Sundays."]


def test_what_fails_a_second_time_is_counted_once() -> None:
    draft = Draft(shown())
    draft.add(Claim("Dogs ride free on Sundays.", (2,)))
    draft.verify(Judging(lambda put, evidence: NEITHER), 5.0)
    faulty = tuple(draft.stopped)
    draft.add(Claim("The harbour master said dogs ride free on Sundays.", (2,)))
    draft.verify(Judging(lambda put, evidence: NEITHER), 5.0, faulty)
    assert (draft.stopped, draft.told) == (list(faulty), [])


def test_a_model_that_rambles_is_read_no_further() -> None:
    draft = Draft(shown())
    for n in range(30):
        draft.add(Claim(f"Dogs ride free on Sundays, the harbour master said {'so ' * n}.", (2,)))
    assert draft.full
    assert len(draft.waiting) == 12


def test_what_a_paragraph_lacks_another_of_the_same_minute_may_give_and_both_are_cited() -> None:
    claim = Claim("Dogs ride free on Sundays, and the fare is £2.40 on other days.", (2,))
    draft = Draft(shown())
    draft.add(claim)
    assert [[place.n for place in one.places] for one in draft.waiting] == [[2, 1]]


@pytest.mark.parametrize("section, file", [("Complaints", "a.txt"), ("Fares", "b.txt")])
def test_another_minute_or_paper_gives_nothing_that_a_paragraph_lacks(section: str, file: str) -> None:
    pieces = [place(FARE, n=1, section="Fares", file="a.txt"), place(DOGS, n=2, section=section, file=file)]
    draft = Draft(given([EvidencePiece(one, (one,)) for one in pieces], 5000))
    draft.add(Claim("Dogs ride free on Sundays, and the fare is £2.40 on other days.", (2,)))
    assert [one.rule for one in draft.stopped] == ["figure_faults"]


def test_a_statement_in_the_words_of_a_row_and_of_its_meeting_says_something() -> None:
    row = place("Thornby | £362k | 7.4%", n=3, section="Fares", title="Ferry Panel")
    claim = Claim("Thornby gets £362k, which is 7.4%, by the papers of the Ferry Panel in the last year.", (1,))
    assert attributed(claim, given([EvidencePiece(row, (row,))], 5000))[1] == ""
