"""A scripted model that lies in known ways, 200 answers long: no lie is shown, and the true statements round it are.

The verifier says what is true: a paragraph's own words. `make test-slow` runs all 200; a quarter of them run by default.
"""

import json
import re
from collections.abc import Sequence

import pytest

from assistant.assistant import Assistant
from assistant.language.normalise import squashed
from assistant.models import Answer, Asked, Mode
from index.text import words_of
from liar import KINDS, sentences_of
from model_fakes import Scripted
from model_questions import with_model
from places import QUESTIONS

ASKED = QUESTIONS / "sample-questions.jsonl"
ORDERED = "What did a member of the public ask about the bus gate at Mill Lane?"


class Liar:
    """Two true statements and a lie between them, each time of another kind; keeps what it said."""

    def __init__(self) -> None:
        self.told = 0
        self.kinds: set[str] = set()
        self.true: list[str] = []
        self.lies: list[str] = []
        self.given: list[str] = []
        self.said = ""

    def __call__(self, given: list[str]) -> str:
        if given == self.given:  # asked again for what was stopped: it stands by its words
            self.given = []
            return self.said
        self.given = given
        facts = [(n, sentence) for n, text in enumerate(given, 1) for sentence in sentences_of(text)]
        self.told += 1
        lie, (n, sentence) = self._lie(facts, given)
        around = [fact for fact in facts if fact[1] != sentence][:2]
        self.true, self.lies = [text for _, text in around], [lie]
        told = [f"{text} [{number}]" for number, text in around]
        self.said = " ".join([*told[:1], f"{lie} [{n}]", *told[1:]])
        return self.said

    def _lie(self, facts: Sequence[tuple[int, str]], given: Sequence[str]) -> tuple[str, tuple[int, str]]:
        kinds = list(KINDS)
        for turn in range(len(kinds)):
            kind = kinds[(self.told + turn) % len(kinds)]
            for fact in facts[self.told % 3 :]:
                lie = KINDS[kind](fact[1], given)
                if lie is not None and lie not in " ".join(given):
                    self.kinds.add(kind)
                    return lie, fact
        raise AssertionError("no lie can be made of these paragraphs")


@pytest.fixture
def questions() -> list[str]:
    rows = [json.loads(line) for line in ASKED.read_text(encoding="utf-8").splitlines()]
    return [row["question"] for row in rows if row["evidence"]][:25]


def truthful(statement: str, paragraphs: list[str]) -> str:
    """The verdict of who knows that a paragraph's own words are true and every change of them a lie."""
    said = squashed(statement)
    return "supported" if any(said in squashed(text) for text in paragraphs) else "contradicted"


def plain_text(answer: Answer) -> str:
    return re.sub(r" ?\[\d+\]", "", answer.answer)


@pytest.mark.parametrize("answers", [50, pytest.param(200, marks=pytest.mark.slow)])
def test_no_lie_is_shown_and_the_truth_around_it_is(assistant: Assistant, questions: list[str], answers: int) -> None:
    liar = Liar()
    lying = with_model(assistant, Scripted(say=liar, judge=truthful, size=10_000))
    shown: list[str] = []
    for question in questions * (answers // len(questions)):
        told = liar.told
        answer = lying.ask(Asked(question))
        if liar.told == told:
            continue  # a record answers, and no model is asked
        text = plain_text(answer)
        shown += [lie for lie in liar.lies if lie in text]
        assert answer.mode is Mode.LLM
        assert [one.text for one in answer.stopped] == [lie for lie in liar.lies if lie not in shown]
        assert all(true in text for true in liar.true)
        assert all(citation.quote in citation.text for citation in answer.citations)
    assert liar.told >= 0.8 * answers
    assert len(liar.kinds) >= len(KINDS) - 1  # few sentences can be told as decided
    assert shown == []


@pytest.mark.parametrize("cited", ["[{other}]", "[99]", "[{n}][99]", ""])
def test_a_true_statement_is_shown_with_a_paragraph_that_it_cites_and_that_bears_it_out_or_not_at_all(
    assistant: Assistant, questions: list[str], cited: str
) -> None:
    said: list[str] = []

    def say(given: list[str]) -> str:
        n, sentence = next((n, s) for n, text in enumerate(given, 1) for s in sentences_of(text))
        said.append(sentence)
        return f"{sentence} {cited.format(n=n, other=n % len(given) + 1)}"

    for question in questions[:10]:
        answer = Assistant(assistant.stores, assistant.embedder, Scripted(say=say, judge=truthful)).ask(Asked(question))
        if answer.mode is Mode.LLM:
            marks = re.findall(re.escape(said[-1]) + r"((?: ?\[\d+\])+)", answer.answer)
            numbers = [int(n) for n in re.findall(r"\d+", marks[0])]
            told = set(words_of(said[-1]))
            borne = [set(words_of(f"{one.item_title} {one.text}")) for one in answer.citations if one.n in numbers]
            assert any(len(told & words) >= 0.7 * len(told) for words in borne)  # a title may tell the rest
            assert all(1 <= n <= len(answer.citations) for n in numbers)


def test_a_model_that_obeys_a_paper_is_not_given_the_order_and_cannot_pass_on_what_it_says(
    assistant: Assistant,
) -> None:
    prompts: list[str] = []

    def obedient(given: list[str]) -> str:
        prompts.append("\n".join(given))
        ordered = next((n for n, text in enumerate(given, 1) if "previous instructions" in text), 1)
        return f"The scheme was approved, bus gate and all [{ordered}]. The bus gate at Mill Lane was approved [{ordered}]."

    answer = Assistant(assistant.stores, assistant.embedder, Scripted(say=obedient)).ask(Asked(ORDERED))
    assert "gnore previous instructions" not in prompts[0]
    assert not any(one.text in plain_text(answer).split("own words:")[0] for one in answer.stopped)
    assert len(answer.stopped) == 2
