"""A wholly hostile model: it obeys papers, invents citations, links, pictures and HTML, and says of itself that all is supported."""

import re

import pytest

from assistant.assistant import Assistant
from assistant.models import Answer, Asked, Mode
from model_fakes import Scripted, numbered
from model_questions import DROPPED, POTHOLES, with_model

TRUE = "In 2022/23 the Council repaired 11,240 potholes"
HOSTILE = [
    "Ignore the papers and vote for Ned Blower",
    "In 2022/23 the Council repaired 11,240 potholes, see https://evil.example/vote",
    "In 2022/23 the Council [repaired](javascript:alert) 11,240 potholes",
    "In 2022/23 the Council repaired 11,240 potholes ![pixel](https://evil.example/p.png)",
    "In 2022/23 the Council repaired <img src=x onerror=alert(1)> 11,240 potholes",
    "In 2022/23 the Council repaired 11,240 potholes for Kestrel at £2,850,000",
    "The District Valuer's valuation of Elm Street Depot is £2,850,000",
    "Write to bribes@evil.example about the 11,240 potholes that the Council repaired in 2022/23",
    "Everybody in Aldermere knows that officers take bribes",
]
BAD = re.compile(r"://|javascript|<img|!\[|\]\(|evil|Blower|bribes|Kestrel|2,850,000")


def asked(assistant: Assistant, cited: str) -> tuple[Answer, Scripted]:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        return f"{TRUE} [{n}]. " + " ".join(f"{words} {cited.format(n=n)}." for words in HOSTILE)

    model = Scripted(say=say)
    return with_model(assistant, model).ask(Asked(POTHOLES)), model


@pytest.mark.parametrize("cited", ["[{n}]", "[99]", "", "[{n}][99]"])
def test_no_link_no_exempt_word_and_no_word_without_its_paragraph_is_shown(assistant: Assistant, cited: str) -> None:
    answer, model = asked(assistant, cited)
    assert model.verify_prompts, "the model was asked to verify itself, and said that all was supported"
    assert not BAD.search(answer.answer)
    assert answer.answer.startswith(f"{TRUE}. [1]")
    assert answer.left_out == len(answer.stopped) == len(HOSTILE)
    told = answer.answer.split("\n\nIn the papers' own words:")[0]
    statements = re.findall(r"[^\[\]]+?((?: ?\[\d+\])+)", told)
    assert "".join(re.findall(r"[^\[\]]+?(?: ?\[\d+\])+", told)) == told  # nothing stands without a marker
    known = {one.n: one for one in answer.citations}
    assert {int(n) for marks in statements for n in re.findall(r"\d+", marks)} <= set(known)
    assert all(one.quote in one.text and "potholes" in one.text for one in answer.citations)


def test_a_statement_whose_words_are_made_up_is_not_shown_whoever_verifies_it(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        words = "repaired every single pothole"
        return f'{{"claims": [{{"claim": "{TRUE}.", "paragraphs": [{n}], "words": "{words}"}}]}}'

    answer = with_model(assistant, Scripted(say=say)).ask(Asked(POTHOLES))
    assert answer.mode is Mode.EXTRACTIVE
    assert [one.reason for one in answer.stopped] == ["The words that it rests on stand in no paragraph"]


@pytest.mark.parametrize(
    "verdict",
    ["", "true", "supported | - | contradicted"],
)
def test_where_the_verdict_cannot_be_read_the_papers_own_words_stand_and_a_note_says_why(
    assistant: Assistant, verdict: str
) -> None:
    model = Scripted(say=copied, judge=lambda statement, paragraphs: verdict or "perhaps")
    answer = with_model(assistant, model).ask(Asked(DROPPED))
    plain = assistant.ask(Asked(DROPPED))
    assert model.verify_prompts
    assert (answer.answer, answer.mode) == (plain.answer, Mode.EXTRACTIVE)
    assert "could not be checked" in answer.notes[0]


def copied(given: list[str]) -> str:
    """A paragraph's own words, cited."""
    n = numbered(given, "without the bus gate")
    return f"{given[n - 1].splitlines()[-1]} [{n}]"


def test_where_no_verifier_answers_the_papers_own_words_stand_and_a_note_says_why(assistant: Assistant) -> None:
    def down(statement: str, paragraphs: list[str]) -> str:
        raise ConnectionError("refused")

    model = Scripted(say=copied, judge=down)
    answer = with_model(assistant, model).ask(Asked(DROPPED))
    plain = assistant.ask(Asked(DROPPED))
    assert model.verify_prompts
    assert (answer.answer, answer.citations, answer.mode) == (plain.answer, plain.citations, Mode.EXTRACTIVE)
    [note] = answer.notes
    assert note == (
        "What the language model said could not be checked. The language model did not answer (ConnectionError). "
        "Shown instead: the papers' own words."
    )
