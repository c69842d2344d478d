"""The edge to a language model: what it is given, and how its words are read within their time."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from assistant.answer.generation.chat import (
    answer_chain,
    can_structure,
    context_tokens,
    declines,
    name_of,
    open_model,
    pieces,
    prompt_of,
    room,
)
from assistant.answer.given import given
from assistant.errors import ModelTrouble
from assistant.retrieval.pieces import EvidencePiece
from assistant.settings import Settings
from index.tokens import count_tokens
from made_up import place
from model_fakes import Scripted


def shown(words: str) -> str:
    """One paragraph as a model is given it."""
    main = place(words)
    return given([EvidencePiece(main, (main,))], 500).text


@pytest.mark.parametrize(
    ("profile", "wanted", "tokens"),
    [
        (None, None, 16_000),
        (None, 800, 800),
        (None, 50_000, 50_000),
        ({"max_input_tokens": 8_000}, None, 7_200),
        ({"max_input_tokens": 8_000}, 50_000, 7_200),
        ({"max_input_tokens": 1_000_000}, None, 32_000),
        ({"max_input_tokens": 1_000_000}, 2_000, 2_000),
        ({"structured_output": True}, None, 16_000),
    ],
)
def test_a_prompt_is_as_long_as_the_settings_say_or_the_model_allows(
    profile: dict[str, Any] | None, wanted: int | None, tokens: int
) -> None:
    model = Scripted(say=lambda given: "", profile=profile)
    assert context_tokens(model, wanted) == tokens


def test_a_model_declines_in_words_that_are_fixed() -> None:
    assert declines("NOT IN THE PAPERS")
    assert declines("**Not in the papers.**")
    assert declines('```json\n{"claims": []}\n```')
    assert not declines("The papers were noted.")


def test_the_chain_is_a_langchain_runnable_from_paragraphs_and_question_to_words() -> None:
    model = Scripted(say=lambda given: " / ".join(given))
    chain = answer_chain(model)
    assert chain.invoke({"paragraphs": shown("One."), "question": "What?"}).text == "One."
    assert model.prompts[0].startswith("You answer questions about a council's meetings")


def test_words_are_passed_on_as_they_arrive_and_a_model_that_hangs_is_left_behind() -> None:
    model = Scripted(say=lambda given: "One two three four five six.", size=4, pause=0.2)
    began = time.perf_counter()
    read = pieces(model, {"paragraphs": "", "question": ""}, 0.5)
    heard = next(read) + next(read)
    with pytest.raises(ModelTrouble, match=r"within 0\.5 seconds"):
        list(read)
    assert heard == "One two "
    assert time.perf_counter() - began < 1.5


def test_the_room_for_paragraphs_is_what_the_prompt_and_the_question_leave() -> None:
    model = Scripted(say=lambda given: "")
    whole = answer_chain(model).steps[0].invoke({"paragraphs": "", "question": "What?"}).to_string()  # type: ignore[attr-defined]
    assert abs(room(model, "What?", 1000) + count_tokens(whole) - 1000) < 12


def test_a_schema_is_asked_of_a_model_that_is_known_to_keep_to_it(settings: Callable[..., Settings]) -> None:
    known = open_model(settings(llm="openai:gpt-4.1-mini", llm_api_key="none"))
    local = open_model(settings(llm="openai:qwen3", llm_base_url="http://127.0.0.1:9/v1"))
    assert known is not None and can_structure(known) and prompt_of(known).name == "claims"
    assert local is not None and not can_structure(local) and prompt_of(local).name == "answer"
    assert (name_of(known), name_of(local)) == ("gpt-4.1-mini", "qwen3")


def test_braces_in_a_paper_or_a_question_are_only_words() -> None:
    model = Scripted(say=lambda given: given[0])
    said = answer_chain(model).invoke({"paragraphs": shown("Set {question} aside."), "question": "What of {this}?"})
    assert said.text == "Set {question} aside."
    assert model.prompts[0].endswith("Question: What of {this}?")


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


def test_a_provider_s_missing_key_says_what_to_check_too(
    settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ModelTrouble, match=r"api_key.*MINUTEBOOK_LLM"):
        open_model(settings(llm="openai:gpt-4.1-mini"))
