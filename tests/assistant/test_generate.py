"""The path with a language model: a scripted one over the sample papers, and the pure steps round it."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from assistant.assistant import Assistant
from assistant.errors import ModelTrouble
from assistant.generate import answer_chain, as_context, declines, open_model, packed, statements
from assistant.models import Answer, Asked, Mode
from assistant.settings import Settings
from corpus.models import Meeting, Paragraph, Part, PartKind, Status
from index.catalogue import Placed
from index.tokens import count_tokens

POTHOLES = "How many potholes did Aldermere mend in 2022/23?"
ARRANGED = (
    ConnectionError("refused"),
    TimeoutError("60 s"),
    openai.APIConnectionError(request=httpx.Request("POST", "http://127.0.0.1:9")),
)


class Scripted(BaseChatModel):
    """Says what a function makes of the paragraphs that it was given; keeps the prompts."""

    say: Callable[[list[str]], str]
    prompts: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        prompt = str(messages[-1].content)
        self.prompts.append(prompt)
        context = prompt.split("Paragraphs:\n", 1)[1].rsplit("\n\nQuestion:", 1)[0]
        given = re.split(r"(?:^|\n\n)(?=\[\d+\] \()", context)
        words = self.say([piece.split("\n", 1)[1] for piece in given if "\n" in piece])
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=words))])


def numbered(paragraphs: Sequence[str], words: str) -> int:
    """The number of the first paragraph given that holds these words."""
    return next(n for n, text in enumerate(paragraphs, 1) if words in text)


def asked(
    assistant: Assistant, question: str, say: Callable[[list[str]], str], tokens: int = 6000
) -> tuple[Answer, Scripted]:
    model = Scripted(say=say)
    return Assistant(assistant.stores, assistant.embedder, model, tokens).ask(Asked(question)), model


# The whole way, over the sample papers


def test_markers_become_citations_of_the_paragraphs_given(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        return f"In 2022/23 the Council repaired 11,240 potholes [{numbered(given, '11,240 potholes')}]."

    answer, _ = asked(assistant, POTHOLES, say)
    assert answer.mode is Mode.LLM
    assert answer.answer == "In 2022/23 the Council repaired 11,240 potholes. [1]"
    assert [citation.n for citation in answer.citations] == [1]
    assert "11,240 potholes" in answer.citations[0].text
    assert answer.citations[0].quote in answer.citations[0].text
    assert (answer.left_out, answer.notes, answer.abstained) == (0, (), False)


def test_citations_are_numbered_in_the_order_of_the_answer(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        first, other = numbered(given, "11,240 potholes"), 1 if "11,240 potholes" not in given[0] else 2
        return f"{sentence_of(given[other - 1])} [{other}] In 2022/23 the Council repaired 11,240 potholes [{first}]."

    answer, _ = asked(assistant, POTHOLES, say)
    markers = [int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)]
    assert list(dict.fromkeys(markers)) == [citation.n for citation in answer.citations]
    assert markers[0] == 1


def sentence_of(text: str) -> str:
    """A paragraph's first sentence in its own words: the gate lets it through."""
    return re.split(r"(?<=[a-z]\.)\s", text.split("\n")[-1])[0]


def test_unknown_markers_and_uncited_statements_never_reach_the_reader(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        return f"In 2022/23 the Council repaired 11,240 potholes [{n}]. Mermaids live in Fennel Park [99]. Everybody was glad."

    answer, _ = asked(assistant, POTHOLES, say)
    assert answer.answer == "In 2022/23 the Council repaired 11,240 potholes. [1]"
    assert answer.left_out == 2
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        "In 2022/23 the Council repaired 12,240 potholes [{n}].",
        "In 2021/22 the Council repaired 11,240 potholes [{n}].",
        "In 2022/23 the Council did not repair 11,240 potholes [{n}].",
    ],
)
def test_a_statement_that_its_paragraph_does_not_bear_out_is_stopped(assistant: Assistant, wrong: str) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        return f"{wrong.format(n=n)} The Council repaired 11,240 potholes in 2022/23 [{n}]."

    answer, _ = asked(assistant, POTHOLES, say)
    assert answer.mode is Mode.LLM
    assert answer.answer == "The Council repaired 11,240 potholes in 2022/23. [1]"
    assert answer.left_out == 1


def test_not_in_the_papers_is_an_abstention_of_the_model(assistant: Assistant) -> None:
    answer, _ = asked(assistant, POTHOLES, lambda given: "NOT IN THE PAPERS")
    assert answer.abstained
    assert answer.mode is Mode.LLM
    assert answer.citations == ()
    assert answer.searched in answer.answer
    assert "language model" in str(answer.reason)


@pytest.mark.parametrize("error", ARRANGED, ids=lambda error: type(error).__name__)
def test_a_model_that_is_down_gives_the_papers_own_words_and_a_note(assistant: Assistant, error: Exception) -> None:
    def say(given: list[str]) -> str:
        raise error

    answer, _ = asked(assistant, POTHOLES, say)
    plain = assistant.ask(Asked(POTHOLES))
    assert answer.mode is Mode.EXTRACTIVE
    assert (answer.answer, answer.citations) == (plain.answer, plain.citations)
    assert len(answer.notes) == 1
    assert type(error).__name__ in answer.notes[0]
    assert "papers' own words" in answer.notes[0]


@pytest.mark.parametrize("words", ["", "I am a helpful model.", "The Council repaired 99,999 potholes [1]."])
def test_a_model_that_says_nothing_supported_gives_the_papers_own_words_and_a_note(
    assistant: Assistant, words: str
) -> None:
    answer, _ = asked(assistant, POTHOLES, lambda given: words)
    assert answer.mode is Mode.EXTRACTIVE
    assert "99,999" not in answer.answer
    assert "bear out" in answer.notes[0]


def test_a_mistake_in_our_own_code_is_not_taken_for_a_model_that_is_down(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asked(assistant, POTHOLES, say)


def test_a_number_in_brackets_that_a_paper_prints_is_no_citation(assistant: Assistant) -> None:
    answer, model = asked(
        assistant,
        "What survey of library users at Hartsmead did the report rest on?",
        lambda given: "NOT IN THE PAPERS",
    )
    printed = [passage for passage in answer.passages if "[1]" in passage.text]
    assert printed, "the library report prints [1]"
    context = model.prompts[0].split("Paragraphs:\n", 1)[1]
    assert all(re.match(r"\[\d+\] \(", context[match.start() :]) for match in re.finditer(r"\[\d+\]", context))


def test_the_model_is_told_the_question_the_status_and_the_date(assistant: Assistant) -> None:
    question = "What were foster carers' allowances raised by in January 2024, and what had officers recommended?"
    _, model = asked(assistant, question, lambda given: "NOT IN THE PAPERS")
    prompt = model.prompts[0]
    assert prompt.endswith(f"Question: {question}")
    assert re.search(r"\n\[\d+\] \(.*9 January 2024; resolution\)\nRESOLVED that allowances for foster carers", prompt)


def test_no_exempt_word_reaches_the_model_for_the_public(assistant: Assistant) -> None:
    question = "What is the District Valuer's valuation of Elm Street Depot?"
    _, model = asked(assistant, question, lambda given: "NOT IN THE PAPERS")
    assert not [word for word in ("2,850,000", "2,600,000", "Kestrel") if word in model.prompts[0]]


def test_a_small_budget_gives_the_model_fewer_paragraphs(assistant: Assistant) -> None:
    counts: list[int] = []

    def say(given: list[str]) -> str:
        counts.append(len(given))
        return "NOT IN THE PAPERS"

    asked(assistant, POTHOLES, say, tokens=500)
    asked(assistant, POTHOLES, say, tokens=6000)
    assert 1 <= counts[0] < counts[1] <= 14


# The steps


def place(words: str, n: int = 1) -> Placed:
    """A minute's paragraph of the Cabinet of Aldermere."""
    paragraph = Paragraph(f"p{n}", words, words, 0, "7", None, None, "7/24", None, n, n, Status.RESOLUTION)
    meeting = Meeting("Aldermere Borough Council", "Cabinet", "2024-01-09")
    part = Part(PartKind.MINUTES, "Minutes", meeting, 1, 9, None, None)
    return Placed(paragraph, part, "sha", "cabinet-minutes.txt", "/papers/cabinet-minutes.txt", n)


def test_paragraphs_are_numbered_with_meeting_date_and_status() -> None:
    context = as_context([place("RESOLVED that the charges begin."), place("See note [3] and [4, 5].", 2)])
    assert context == (
        "[1] (Aldermere Borough Council, Cabinet; Minute 7/24, 9 January 2024; resolution)\nRESOLVED that the charges begin.\n\n"
        "[2] (Aldermere Borough Council, Cabinet; Minute 7/24, 9 January 2024; resolution)\nSee note (3) and (4, 5)."
    )


@pytest.mark.parametrize("budget", [60, 120, 500, 5000])
def test_packed_paragraphs_keep_to_the_budget_of_tokens(budget: int) -> None:
    places = [place(f"Paragraph {n} says that the road was mended. " * 3, n) for n in range(1, 30)]
    chosen = packed(places, budget)
    assert chosen == places[: len(chosen)]
    assert count_tokens(as_context(chosen)) <= budget + 2 * len(chosen)
    if len(chosen) < len(places):
        assert count_tokens(as_context(places[: len(chosen) + 1])) > budget


def test_one_paragraph_is_packed_even_where_it_breaks_the_budget() -> None:
    assert len(packed([place("word " * 200), place("word")], 10)) == 1
    assert packed([], 10) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was agreed [1].", [("It was agreed.", [1])]),
        ("It was agreed. [1]", [("It was agreed.", [1])]),
        ("It was agreed [1][3]. It was noted [2, 4].", [("It was agreed.", [1, 3]), ("It was noted.", [2, 4])]),
        ("- It was agreed [1]\n- It was noted [2]", [("It was agreed", [1]), ("It was noted", [2])]),
        ("It cost £41.2 million [1].", [("It cost £41.2 million.", [1])]),
        ("Nobody knows.", [("Nobody knows.", [])]),
        ("[1]", []),
        ("", []),
    ],
)
def test_statements_keep_their_own_markers(text: str, found: list[tuple[str, list[int]]]) -> None:
    assert list(statements(text)) == found


def test_a_model_declines_in_words_that_are_fixed() -> None:
    assert declines("NOT IN THE PAPERS")
    assert declines("**Not in the papers.**")
    assert not declines("The papers were noted.")


def test_the_chain_is_a_langchain_runnable_from_paragraphs_and_question_to_words() -> None:
    model = Scripted(say=lambda given: " / ".join(given))
    chain = answer_chain(model)
    assert chain.invoke({"paragraphs": as_context([place("One.")]), "question": "What?"}) == "One."
    assert model.prompts[0].startswith("You answer questions about a council's meetings")


def test_braces_in_a_paper_or_a_question_are_only_words() -> None:
    model = Scripted(say=lambda given: given[0])
    said = answer_chain(model).invoke(
        {"paragraphs": as_context([place("Set {question} aside.")]), "question": "What of {this}?"}
    )
    assert said == "Set {question} aside."
    assert model.prompts[0].endswith("Question: What of {this}?")


# Opening a model


@pytest.fixture
def settings(clean_environment: Callable[[str, str], None]) -> Callable[..., Settings]:
    return lambda **given: Settings(store=Path("store"), **given)


def test_no_model_is_opened_where_none_is_set(settings: Callable[..., Settings]) -> None:
    assert open_model(settings()) is None


def test_an_address_alone_is_enough_for_a_local_server(settings: Callable[..., Settings]) -> None:
    model = open_model(
        settings(llm="openai:qwen3", llm_base_url="http://127.0.0.1:11434/v1", llm_timeout=7.0, llm_answer_tokens=99)
    )
    assert model is not None
    assert type(model).__name__ == "ChatOpenAI"
    shown = model.model_dump()
    assert shown["model_name"] == "qwen3"
    assert str(shown["openai_api_base"]) == "http://127.0.0.1:11434/v1"
    assert (shown["temperature"], shown["request_timeout"], shown["max_tokens"]) == (0.0, 7.0, 99)


def test_a_key_is_never_printed(settings: Callable[..., Settings]) -> None:
    given = settings(llm="openai:made-up", llm_api_key="sk-aldermere")
    assert "sk-aldermere" not in repr(given)
    assert "sk-aldermere" not in repr(open_model(given))


@pytest.mark.parametrize("name", ["mermaid:large", "a-model-of-no-known-kind"])
def test_an_unknown_provider_says_what_to_check(settings: Callable[..., Settings], name: str) -> None:
    with pytest.raises(ModelTrouble, match="MINUTEBOOK_LLM") as trouble:
        open_model(settings(llm=name))
    assert repr(name) in str(trouble.value)


def test_a_server_that_is_not_there_gives_the_papers_own_words(
    assistant: Assistant, settings: Callable[..., Settings]
) -> None:
    model = open_model(settings(llm="openai:made-up", llm_base_url="http://127.0.0.1:9/v1", llm_timeout=2.0))
    answer = Assistant(assistant.stores, assistant.embedder, model).ask(Asked(POTHOLES))
    assert answer.mode is Mode.EXTRACTIVE
    assert "did not answer" in answer.notes[0]
