"""A claim checked on the sample papers: each class of refutation, several statements, what is missing, who may see what."""

import json
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.claims.check import check_claim, chosen, correction
from assistant.claims.laid import Laid
from assistant.claims.statements import MOST
from assistant.claims.weighing import Weighed
from assistant.evaluation.measures import squash
from assistant.models import Check, Filters, Finding
from assistant.records.as_json import check_record
from assistant.retrieval.ranking import Candidate
from corpus.models import Role, Status
from made_up import candidate
from places import QUESTIONS

CLAIMS = QUESTIONS / "sample-claims.jsonl"
EXEMPT_CLAIMS = (
    "The District Valuer put the value of the Elm Street site at £2,850,000 in August 2023.",
    "Kestrel Lane Developments offered £2,310,000 for an early sale of Elm Street Depot.",
)


@pytest.fixture(scope="module")
def checked(assistant: Assistant) -> list[tuple[dict[str, object], Check]]:
    """The sample's gold claims, each with its check."""
    lines = [json.loads(line) for line in CLAIMS.read_text(encoding="utf-8").splitlines()]
    return [(line, assistant.check(line["claim"])) for line in lines]


def test_most_sample_claims_are_judged_rightly_and_next_to_none_the_wrong_way_round(
    checked: list[tuple[dict[str, object], Check]],
) -> None:
    right = [line["verdict"] == check.verdict for line, check in checked]
    opposite = [{line["verdict"], check.verdict.value} == {"supported", "refuted"} for line, check in checked]
    assert sum(right) >= 10  # of 16; 11 are, and one of the twelve decided is judged the wrong way round
    assert sum(opposite) <= 1


def test_what_the_papers_do_not_say_is_not_found_never_refuted(
    checked: list[tuple[dict[str, object], Check]],
) -> None:
    missing = [check for line, check in checked if line["verdict"] == "not-found"]
    assert len(missing) == 4
    assert all(check.verdict is Finding.NOT_FOUND for check in missing)
    assert all(check.correction is None and check.say is None for check in missing)
    assert all(check.unclear is bool(check.citations) for check in missing)
    assert all("The papers do not say" in check.explanation for check in missing if not check.unclear)


def test_what_decides_a_sample_claim_is_cited(
    checked: list[tuple[dict[str, object], Check]],
) -> None:
    grounded = 0
    for line, check in checked:
        evidence = line["evidence"]
        assert isinstance(evidence, list)
        texts = [squash(citation.text) for citation in check.citations]
        cited = bool(evidence) and all(any(squash(e["quote"]) in text for text in texts) for e in evidence)
        grounded += check.verdict == line["verdict"] and cited
    assert grounded >= 3  # of the 7 that are right; of one with two places both must be cited


def test_every_verdict_is_borne_by_a_cited_paragraph(
    checked: list[tuple[dict[str, object], Check]],
) -> None:
    for _, check in checked:
        told = any(one.verdict is not Finding.NOT_FOUND or one.unclear for one in check.statements)
        assert bool(check.citations) is told  # of several statements one may be borne out and the claim still open
        assert (check.verdict is Finding.REFUTED) is (check.correction is not None)
        for citation in check.citations:
            assert squash(citation.quote) in squash(citation.text)
        assert [citation.n for citation in check.citations] == list(range(1, len(check.citations) + 1))


@pytest.mark.parametrize(
    "claim, words",
    [
        ("The Council repaired 12,900 potholes in 2024/25.", "13,102, not 12,900"),
        ("Councillor Joshi voted for the Saturday parking amendment.", "abstained"),
        ("The number of signatures needed for a call-in was raised to eight.", "five"),
    ],
)
def test_a_refuted_claim_is_corrected_in_plain_words(assistant: Assistant, claim: str, words: str) -> None:
    check = assistant.check(claim)
    assert check.verdict is Finding.REFUTED
    assert check.correction is not None
    assert check.correction.startswith("The ")
    assert words in check.correction
    assert check.say
    assert len(check.say.split()) <= 12


@pytest.mark.parametrize("status, verdict", [(Status.DISCUSSION, "supported"), (Status.QUESTION, "not-found")])
def test_what_is_only_asked_bears_nothing_out(status: Status, verdict: str) -> None:
    found = candidate("Care leavers pay no council tax until they are 25.")
    asked = replace(found, placed=replace(found.placed, paragraph=replace(found.placed.paragraph, status=status)))
    check = check_claim("Care leavers pay no council tax until they are 25.", lambda _: ([asked], {}), lambda _: [])
    assert check.verdict.value == verdict


def test_the_statements_of_a_claim_are_judged_one_by_one_then_together(assistant: Assistant) -> None:
    true = "The Council mended 13,102 potholes in 2024/25."
    false = "The Council repaired 12,900 potholes in 2024/25."
    missing = "Kestrel Lane Developments offered £2.31 million for Elm Street Depot."
    check = assistant.check(f"{true} {false}")
    assert [one.verdict for one in check.statements] == [Finding.SUPPORTED, Finding.REFUTED]
    assert check.verdict is Finding.REFUTED
    assert check.correction == check.statements[1].correction
    assert assistant.check(f"{true} {missing}").verdict is Finding.NOT_FOUND
    assert assistant.check(f"{false} {missing}").verdict is Finding.REFUTED


def unsettled(claim: str, *found: Candidate) -> Check:
    """A claim checked against paragraphs that a search brought."""
    return check_claim(claim, lambda _: (list(found), {}), lambda _: [])


def about(own: str, held: float, n: int = 1) -> Candidate:
    """A paragraph that holds so much of a claim's words, and is far behind the best."""
    one = candidate(own, n=n, ref=f"{n}/24")
    return replace(one, score=-float(n), signs=replace(one.signs, around=held, title=0.0, likeness=0.0, met=0.0))


def test_where_the_papers_speak_of_it_and_settle_nothing_the_two_nearest_paragraphs_are_cited() -> None:
    near = [about(f"The pool at Dale Street was discussed {n} times.", 0.6, n) for n in (1, 2, 3)]
    check = unsettled("The pool at Dale Street pays for itself.", *near)
    assert (check.verdict, check.unclear, check.correction, check.say) == (Finding.NOT_FOUND, True, None, None)
    assert len(check.citations) == 2
    assert check.statements[0].unclear
    assert check.explanation.startswith("The papers speak of this and do not settle it as worded; read: Minute ")
    assert check_record(check)["unclear"] is True


def test_where_nothing_speaks_of_it_nothing_is_cited() -> None:
    check = unsettled("The pool at Dale Street pays for itself.", about("The fee for stalls rose.", 0.2))
    assert (check.verdict, check.unclear, check.citations) == (Finding.NOT_FOUND, False, ())
    assert check.explanation == "The papers do not say."


@pytest.mark.parametrize(
    "claim, words",
    [
        ("The Council repaired 12,900 potholes.", "The minutes of 4 March 2024 say 13,102, not 12,900."),
        ("The Council did not repair 13,102 potholes.", "The minutes of 4 March 2024 say “The Council repaired 13,102 potholes.”"),
    ],
)  # fmt: skip
def test_what_the_paper_says_instead_is_its_other_figure_else_its_own_words(claim: str, words: str) -> None:
    found = candidate("The Council repaired 13,102 potholes.")
    laid = Laid(claim, found.words)
    assert correction(Weighed(found, laid, {}, 0.0, 0.9)) == words


def test_a_lost_amendment_is_told_as_one() -> None:
    lost = candidate("That the fee be halved.", Status.AMENDMENT_LOST)
    told = correction(Weighed(lost, Laid("The fee was halved.", lost.words), {}, 0.0, 0.9))
    assert told == "The minutes of 4 March 2024 tell of it as an amendment, which was lost."


def test_of_one_paragraph_two_units_are_laid_beside_a_statement_and_a_copy_of_another_not_at_all() -> None:
    one, copy = candidate("The pool closed.", n=1), candidate("The pool closed!", n=2)
    parts = [replace(one, start=start) for start in (4, 8, 12)]
    assert chosen([one, copy, *parts]) == [one, parts[0]]
    assert len(chosen([candidate(f"Pool {n} closed.", n=n) for n in range(30)])) == 11


def test_a_figure_that_a_later_paper_corrects_is_not_borne_out_by_the_first() -> None:
    said = candidate("In 2022/23, 26 children were adopted.", n=1)
    corrected = candidate("It said that 26 children were adopted in 2022/23. The correct figure is 24.", n=2)
    claim = "In 2022/23, 26 children were adopted."
    assert unsettled(claim, said).verdict is Finding.SUPPORTED
    check = unsettled(claim, said, corrected)
    assert (check.verdict, check.unclear) == (Finding.NOT_FOUND, True)
    assert [citation.text for citation in check.citations] == [said.words, corrected.words]


def test_a_meeting_of_another_day_than_the_claim_gives_bears_nothing_out() -> None:
    found = candidate("The Council repaired 13,102 potholes.")  # on 4 March 2024
    right, wrong = (
        unsettled(f"On {day} the Council repaired 13,102 potholes.", found) for day in ("4 March 2024", "4 March 2025")
    )
    assert right.verdict is Finding.SUPPORTED
    assert wrong.verdict is not Finding.SUPPORTED


def test_an_empty_claim_is_not_found_and_says_what_to_do(assistant: Assistant) -> None:
    check = assistant.check("   ")
    assert check.verdict is Finding.NOT_FOUND
    assert check.statements == ()
    assert "Type a sentence" in check.explanation


def test_a_speech_is_judged_by_its_first_statements(assistant: Assistant) -> None:
    check = assistant.check("The Council mended 13,102 potholes in 2024/25. " * 400)
    assert len(check.statements) == MOST
    assert check.verdict is Finding.SUPPORTED


def test_exempt_words_bear_nothing_out_for_the_public(assistant: Assistant) -> None:
    exempt = [citation for claim in EXEMPT_CLAIMS for citation in assistant.check(claim, Role.OFFICER).citations]
    assert exempt
    public = [assistant.check(claim) for claim in EXEMPT_CLAIMS]
    seen = " ".join(str(check_record(check)) for check in public)
    assert not any(citation.quote in seen for citation in exempt)
    assert all(check.verdict is Finding.NOT_FOUND for check in public)


def test_a_filter_bounds_what_a_claim_is_checked_against(assistant: Assistant) -> None:
    claim = "The Council mended 13,102 potholes in 2024/25."
    assert assistant.check(claim).verdict is Finding.SUPPORTED
    early = assistant.check(claim, filters=Filters(until="2024-01-01"))
    assert early.verdict is not Finding.SUPPORTED


def test_nothing_found_is_not_found() -> None:
    check = check_claim("The fee rose in May.", lambda text: ([], {}), lambda place: [])
    assert check.verdict is Finding.NOT_FOUND
    assert check.explanation == "The papers do not say."


def test_a_check_is_written_with_the_fields_that_the_contract_fixes(assistant: Assistant) -> None:
    record = check_record(assistant.check("Foster carers get 12 per cent more from 1 April 2024."), "c1")
    assert {"id", "claim", "verdict", "explanation", "citations", "seconds"} <= record.keys()
    assert record["id"] == "c1"
    assert json.loads(json.dumps(record))["explanation"] == record["explanation"]
    assert all("path" not in citation for citation in record["citations"])


def test_a_claim_without_a_word_of_any_paper_is_not_found(assistant: Assistant) -> None:
    checked = assistant.check("Mermaids were licensed.")
    assert checked.verdict is Finding.NOT_FOUND
    assert checked.citations == ()
