"""Which of the two judges a claim: the verifier where one is set up and answers, else records and comparison; the check says which."""

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.models import BY_RECORDS, Finding
from assistant.records.as_json import check_record
from assistant.support.verifier import Bearing, Judgement, Put
from judging import Down, Judging
from page.html.claims import as_text, check_html

CLAIM = "Aldermere mended 11,240 potholes in 2022/23."
WORDS = "the Council repaired 11,240 potholes"
EXEMPT = ("2,850,000", "2,600,000", "Kestrel")


def bears_out(put: Put, evidence: str) -> Judgement | None:
    return Judgement(Bearing.SUPPORTED, "", (), WORDS, "") if WORDS in evidence else None


def with_verifier(assistant: Assistant, verifier: Judging) -> Assistant:
    return Assistant(assistant.stores, assistant.embedder, verifier=verifier)


def test_the_verifier_judges_by_the_pieces_found_below_their_titles(assistant: Assistant) -> None:
    verifier = Judging(bears_out)
    check = with_verifier(assistant, verifier).check(CLAIM)
    assert (check.verdict, check.by, check.notes) == (Finding.SUPPORTED, "the chat model made-up", ())
    assert [cited.quote for cited in check.citations] == [WORDS]
    assert check.searched
    [evidence] = verifier.evidence
    above = evidence.split(WORDS)[0]
    assert "21 June 2023" in above.rsplit("\n# ", 1)[-1].split("\n")[0]
    assert check_record(check, "c1")["by"] == "the chat model made-up"


def test_a_verifier_that_does_not_answer_is_replaced_by_records_and_comparison_and_a_note_says_so(
    assistant: Assistant,
) -> None:
    check = with_verifier(assistant, Down()).check(CLAIM)
    plain = assistant.check(CLAIM)
    assert replace(check, seconds=0.0, notes=()) == replace(plain, seconds=0.0)
    assert (check.by, plain.by, plain.notes) == (BY_RECORDS, BY_RECORDS, ())
    assert check.notes == (
        "The language model did not answer (ConnectionError). Checked instead by records and comparison.",
    )


def test_nothing_that_can_be_checked_is_put_to_no_verifier(assistant: Assistant) -> None:
    verifier = Judging(bears_out)
    assert with_verifier(assistant, verifier).check("   ").verdict is Finding.NOT_FOUND
    assert verifier.put == []


def test_no_exempt_word_reaches_the_verifier_for_the_public(assistant: Assistant) -> None:
    verifier = Judging(lambda put, evidence: None)
    with_verifier(assistant, verifier).check("The District Valuer values Elm Street Depot at more than £2 million.")
    assert verifier.evidence
    assert not [word for word in EXEMPT if word in verifier.evidence[0]]


@pytest.mark.parametrize("verifier", [Judging(bears_out), Down()])
def test_the_page_and_the_words_to_copy_say_which_of_the_two_judged(assistant: Assistant, verifier: Judging) -> None:
    check = with_verifier(assistant, verifier).check(CLAIM)
    shown = check_html(check)
    assert f"Judged by {check.by}" in shown
    assert f"(judged by {check.by})" in shown.split("To say aloud:")[-1].split("</p>")[0] or not check.say
    assert f"(judged by {check.by})" in as_text(check)
    assert all(note in shown for note in check.notes)
