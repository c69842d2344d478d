"""Who did what, as the text's order tells it."""

from assistant.language.annotated import read
from assistant.language.predicates import acts, is_past, is_verb, tells


def _told(text: str) -> dict[str, tuple[list[str], list[str]]]:
    tokens = read(text).tokens
    return {
        tokens[i].text: ([tokens[j].text for j in act.agents], [tokens[j].text for j in act.patients])
        for i, act in acts(read(text)).items()
    }


def test_agent_and_patient_change_places_in_the_passive() -> None:
    assert _told("The Board approved the plan.")["approved"] == (["Board"], ["plan"])
    assert _told("The plan was approved by the Board.")["approved"] == (["Board"], ["plan"])


def test_the_agent_is_found_over_an_aside_and_over_and() -> None:
    told = _told("The Clerk, having seen the letter, replied to it and closed the file.")
    assert told["seen"][0] == ["Clerk"]
    assert told["closed"][0] == ["Clerk"]


def test_a_pronoun_tells_of_nobody_unless_it_is_a_person_named_before() -> None:
    assert _told("It was agreed.")["agreed"] == ([], [])
    assert _told("Mr Arden moved the motion. He withdrew the second part.")["withdrew"][0] == ["Mr", "Arden"]


def test_a_verb_stands_behind_was_will_or_to_or_in_the_past_behind_its_agent() -> None:
    tokens = read("The Board will mend the wall that was built in a planned stretch.").tokens
    assert [token.low for i, token in enumerate(tokens) if is_verb(tokens, i)] == ["mend", "built"]


def test_a_past_form_need_not_end_in_ed() -> None:
    assert [token.low for token in read("The wall fell and was mended by hand.").tokens if is_past(token)] == [
        "fell",
        "mended",
    ]


def test_a_verb_that_follows_its_thing_may_have_it_as_agent_or_patient() -> None:
    assert _told("The petition received in May was long.")["received"] == (["petition"], ["petition"])


def test_a_heading_has_no_verb_of_a_sentence() -> None:
    assert tells(read("The Board met."))
    assert not tells(read("Harbour Board, May 2023"))


def test_what_opens_and_follows_a_verb_is_counted() -> None:
    text = read("All members attended 12 meetings.")
    (attended,) = acts(text).values()
    assert attended.count is not None
    assert attended.amount is not None
    assert (text.tokens[attended.count].low, text.tokens[attended.amount].text) == ("all", "12")
