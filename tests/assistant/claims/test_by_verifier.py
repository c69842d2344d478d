"""A claim judged by a verifier: borne out, contradicted or neither, and only by words that stand in the evidence."""

import pytest

from assistant.answer.given import given
from assistant.claims.by_verifier import Found, check_by_verifier
from assistant.errors import ModelTrouble
from assistant.models import Check, Finding
from assistant.retrieval.pieces import EvidencePiece
from assistant.support.verifier import Judgement
from corpus.models import Status
from judging import NEITHER, Down, Judging, contradicted, supported
from made_up import place

FARE = place("The Ferry Panel set the fare for a dog at £2.40 a day.", Status.RESOLUTION, n=1, ref="12")
VOTE = place("For: 17. Against: 34. The amendment was lost.", Status.AMENDMENT_LOST, n=2, ref="13")


def found() -> Found:
    shown = given([EvidencePiece(one, (one,)) for one in (FARE, VOTE)], 5000)
    return Found(shown.places, shown.text, shown.above)


def checked(claim: str, *judgements: Judgement | None) -> Check:
    told = iter(judgements)
    return check_by_verifier(claim, found(), Judging(lambda put, evidence: next(told)), 5.0, "2 paragraphs")


def test_what_is_borne_out_is_supported_by_the_words_relied_on() -> None:
    check = checked("Dogs cost £2.40.", supported("the fare for a dog at £2.40", 1))
    assert (check.verdict, check.correction, check.by) == (Finding.SUPPORTED, None, "the chat model made-up")
    [cited] = check.citations
    assert (cited.paragraph, cited.quote) == (FARE.paragraph.id, "the fare for a dog at £2.40")
    assert "“the fare for a dog at £2.40”" in check.explanation
    assert check.say == "Minute 12, 4 March 2024"
    assert check.searched == "2 paragraphs"


def test_what_is_contradicted_is_refuted_with_the_correction_that_the_hard_checks_pass() -> None:
    check = checked(
        "Dogs cost £3.90.", contradicted("fare for a dog at £2.40", "The fare for a dog is £2.40 a day.", 1)
    )
    assert check.verdict is Finding.REFUTED
    assert check.correction == "The fare for a dog is £2.40 a day."
    assert check.explanation.startswith("The fare for a dog is £2.40 a day. ")
    assert "“fare for a dog at £2.40”" in check.explanation


@pytest.mark.parametrize("instead", ["The fare for a dog is £2.50 a day.", ""])
def test_a_correction_that_the_paragraph_does_not_give_is_replaced_by_its_words(instead: str) -> None:
    check = checked("Dogs cost £3.90.", contradicted("the fare for a dog at £2.40", instead, 1))
    assert check.verdict is Finding.REFUTED
    assert check.correction is not None
    assert "“the fare for a dog at £2.40”" in check.correction
    assert "2.50" not in check.explanation


def test_what_is_neither_is_not_found_and_says_what_is_missing() -> None:
    check = checked("Dogs cost £2.40 because they bite.", NEITHER)
    assert (check.verdict, check.citations, check.say) == (Finding.NOT_FOUND, (), None)
    assert check.explanation == "The papers do not say. The paragraph does not say why."


@pytest.mark.parametrize("words", ["the fare for a cat at £2.40", "", "the"])
@pytest.mark.parametrize("made", [supported, contradicted])
def test_a_verdict_whose_words_stand_nowhere_is_no_verdict(words: str, made) -> None:  # type: ignore[no-untyped-def]
    check = checked("Dogs cost £2.40.", made(words))
    assert (check.verdict, check.citations, check.explanation) == (Finding.NOT_FOUND, (), "The papers do not say.")


def test_a_statement_without_a_judgement_is_not_found() -> None:
    assert checked("Dogs cost £2.40.", None).verdict is Finding.NOT_FOUND


def test_words_beside_a_paragraph_that_tell_what_became_of_its_motion_are_words_of_the_evidence() -> None:
    label = "amendment, moved by Vale, lost, 17 for, 34 against"
    shown = given([EvidencePiece(FARE, (FARE,), {FARE.paragraph.id: label})], 5000)
    judge = Judging(lambda put, evidence: contradicted("moved by Vale, lost, 17 for", "", 1))
    check = check_by_verifier("Vale's amendment won.", Found(shown.places, shown.text, shown.above), judge, 5.0)
    assert check.verdict is Finding.REFUTED
    assert check.explanation.endswith(": moved by Vale, lost, 17 for.")
    assert [cited.paragraph for cited in check.citations] == [FARE.paragraph.id]


def test_all_paragraphs_that_the_verifier_names_are_cited_the_one_with_its_words_first() -> None:
    check = checked("Dogs cost £2.40, by 34 to 17.", supported("Against: 34", 1, 2))
    assert [cited.paragraph for cited in check.citations] == [VOTE.paragraph.id, FARE.paragraph.id]


@pytest.mark.parametrize("named", [(2,), (99,), ()])
def test_the_paragraph_cited_is_the_one_in_which_the_words_stand(named: tuple[int, ...]) -> None:
    check = checked("The amendment was lost.", supported("The amendment was lost", *named))
    assert [cited.paragraph for cited in check.citations] == [VOTE.paragraph.id]


def test_statements_are_judged_in_one_call_and_told_together() -> None:
    claim = "The fare for a dog is £2.40 a day. The amendment was carried."
    verifier = Judging(
        lambda put, evidence: contradicted("amendment was lost") if "carried" in put.text else supported("£2.40")
    )
    check = check_by_verifier(claim, found(), verifier, 5.0)
    assert [one.verdict for one in check.statements] == [Finding.SUPPORTED, Finding.REFUTED]
    assert check.verdict is Finding.REFUTED
    assert [one.citations for one in check.statements] == [(1,), (2,)]
    [put] = verifier.put
    assert [one.part_of for one in put] == [claim, claim]
    assert "” refuted: " in check.explanation
    assert checked(claim, supported("£2.40"), NEITHER).verdict is Finding.NOT_FOUND


def test_a_verifier_that_does_not_answer_is_for_the_caller_to_replace() -> None:
    with pytest.raises(ModelTrouble):
        check_by_verifier("Dogs cost £2.40.", found(), Down(), 5.0)
