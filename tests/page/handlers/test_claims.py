"""The Check a claim tab."""

from assistant.models import Filters
from corpus.models import Role
from page.handlers.claims import ClaimHandlers
from page.html.claims import as_text
from page_fakes import FakeAssistant


def checked(fake: FakeAssistant, claim: str) -> str:
    return ClaimHandlers(fake, Role.PUBLIC).check(claim)


def test_each_verdict_in_words(fake: FakeAssistant) -> None:
    assert "The papers bear this out" in checked(fake, "The budget is £4.2 million")
    refuted = checked(fake, "The budget is £5 million")
    assert "The papers say otherwise" in refuted
    assert "The minutes say £4.2 million." in refuted
    assert "To say aloud" in refuted
    assert "The papers do not say" in checked(fake, "There are mermaids")


def test_what_the_papers_do_not_settle_has_words_and_a_look_of_its_own_and_says_what_to_read(
    fake: FakeAssistant,
) -> None:
    shown = checked(fake, "There are 40 ponds")
    assert "The papers do not settle it" in shown
    assert 'class="checked unclear"' in shown
    assert "read: Minute 7/24" in shown
    assert "To say aloud" not in shown
    assert "do not settle" not in checked(fake, "There are mermaids")
    text = as_text(fake.check("There are 40 ponds", Role.PUBLIC, Filters()))
    assert text.startswith("Claim: There are 40 ponds\nThe papers do not settle it")


def test_an_empty_claim_says_what_to_do(fake: FakeAssistant) -> None:
    assert "Type or paste a claim" in checked(fake, " ")


def test_pasted_elsewhere_it_has_its_references(fake: FakeAssistant) -> None:
    text = as_text(fake.check("£5 million", Role.PUBLIC, Filters()))
    assert text.startswith("Claim: £5 million\nThe papers say otherwise")
    assert "Minute 7/24, page 2" in text
