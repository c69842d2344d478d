"""Searches of a model over the sample papers: what they find reaches it, one more is made once, and each is shown."""

import re
import threading
import time

import pytest
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.answer.abstention import SURE
from assistant.answer.generation.looks import Writer, looked
from assistant.answer.generation.searches import Asking
from assistant.answer.generation.verifying import ChatVerifier
from assistant.assistant import Assistant
from assistant.models import Answer, Asked, Looking, Mode, Turn
from model_fakes import Look, Say, Scripted, given_in, numbered
from model_questions import DROPPED, POTHOLES, with_model

RECYCLED = "share of household waste recycled, Thornbeck"
ONLY_THERE = re.compile(r"recycl", re.I)
UNKNOWN = "What does the Harbour Trust charge for a mooring?"


def streamed(
    assistant: Assistant,
    question: str,
    say: Say,
    look: Look,
    tokens: int = 9000,
    searches: int = 4,
    patience: float = 60.0,
) -> tuple[list[str], Answer, Scripted]:
    """What was looked for, the answer and the model; the text pieces make up the answer."""
    model = Scripted(say=say, look=look)
    asked = Assistant(assistant.stores, assistant.embedder, model, tokens, patience, searches)
    *pieces, answer = asked.stream(Asked(question))
    assert isinstance(answer, Answer)
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == answer.answer
    return [piece.text for piece in pieces if isinstance(piece, Looking)], answer, model


def silent(given: list[str]) -> str:
    return "NOT IN THE PAPERS"


def mended(given: list[str]) -> str:
    return f"In 2022/23 the Council repaired 11,240 potholes [{numbered(given, '11,240 potholes')}]."


def recycled(given: list[str]) -> int:
    return sum(bool(ONLY_THERE.search(text)) for text in given)


def test_what_only_a_second_search_finds_is_given_beside_what_the_question_finds(assistant: Assistant) -> None:
    _, _, alone = streamed(assistant, POTHOLES, mended, lambda prompt: "", 9000)
    steps, answer, model = streamed(assistant, POTHOLES, mended, lambda prompt: f"{RECYCLED}\n{POTHOLES}", 9000)
    given = given_in(model.prompts[0])
    assert recycled(given) > 2 * max(1, recycled(given_in(alone.prompts[0])))
    assert numbered(given, "11,240 potholes")
    assert steps == [f"Looking for: {RECYCLED}"]  # the question itself is looked for anyway
    assert answer.answer.startswith("In 2022/23 the Council repaired 11,240 potholes. [1]")
    assert answer.notes == (f"Searched also: {RECYCLED}.",)
    assert answer.prompt == "answer/4, searches/1, verify/1"
    assert (len(model.prompts), len(model.look_prompts)) == (1, 1)


@pytest.mark.parametrize("words", ["", "NOT IN THE PAPERS", "{", "I'm sorry, I cannot."])
def test_without_searches_the_prompt_and_answer_are_as_if_none_were_asked_for(assistant: Assistant, words: str) -> None:
    _, plain, alone = streamed(assistant, POTHOLES, mended, lambda prompt: RECYCLED, searches=0)
    steps, answer, model = streamed(assistant, POTHOLES, mended, lambda prompt: words)
    assert (steps, model.prompts) == ([], alone.prompts)
    assert (answer.answer, answer.notes, answer.prompt) == (plain.answer, (), "answer/4, verify/1")
    assert alone.look_prompts == []


def test_a_model_that_takes_little_is_not_asked_for_searches(assistant: Assistant) -> None:
    steps, _, model = streamed(assistant, POTHOLES, mended, lambda prompt: RECYCLED, 3000)
    assert (steps, model.look_prompts) == ([], [])


def test_a_model_that_is_slow_to_say_what_to_look_for_still_has_its_time_to_answer(assistant: Assistant) -> None:
    over = threading.Event()
    assistant.ask(Asked(POTHOLES))  # what loads at the first question has loaded
    began = time.perf_counter()
    steps, answer, _ = streamed(assistant, POTHOLES, mended, lambda prompt: str(over.wait(60)), patience=8.0)
    over.set()
    assert steps == []
    assert answer.mode is Mode.LLM
    assert time.perf_counter() - began < 30.0  # not the sixty that the model would take


def test_the_prompt_for_searches_holds_the_conversation_and_the_same_one_each_time(assistant: Assistant) -> None:
    first = assistant.ask(Asked(POTHOLES))
    model = Scripted(say=silent)
    asked = Asked("And the year before?", (Turn(POTHOLES, first),))
    with_model(assistant, model).ask(asked)
    with_model(assistant, model).ask(asked)
    one, again = model.look_prompts
    assert one == again
    assert f"Asked: {POTHOLES}\nAnswered: " in one
    assert one.endswith("Question: And the year before?")
    assert "Aldermere Borough Council" in one and "Environment and Highways Scrutiny Panel" in one


def test_the_public_s_prompt_for_searches_names_no_more_than_the_public_may_know(assistant: Assistant) -> None:
    model = Scripted(say=silent)
    with_model(assistant, model).ask(Asked("What is the District Valuer's valuation of Elm Street Depot?"))
    assert not [word for word in ("2,850,000", "2,600,000", "Kestrel") if word in model.look_prompts[0]]


class Declining:
    """Says that the papers do not answer and what to look for, until it is given what that finds."""

    def __init__(self, search: str, then: Say = silent) -> None:
        self.search, self.then, self.asked = search, then, 0

    def __call__(self, given: list[str]) -> str:
        self.asked += 1
        return f"NOT IN THE PAPERS\nSEARCH: {self.search}" if self.asked == 1 else self.then(given)


def test_a_model_that_is_given_no_answer_may_look_once_more_and_is_asked_once_more(assistant: Assistant) -> None:
    again = Declining("potholes repaired in 2022/23", mended)
    steps, answer, model = streamed(assistant, UNKNOWN, again, lambda prompt: "")
    assert steps == ["Looking for: potholes repaired in 2022/23"]
    assert again.asked == 2
    before, after = (prompt.split("\n# ")[1] for prompt in model.prompts)  # the paper that is printed first
    assert "11,240 potholes" not in before
    assert "11,240 potholes" in after
    assert answer.answer.split("\n\n")[0] == "In 2022/23 the Council repaired 11,240 potholes. [1]"
    assert (answer.left_out, answer.mode) == (0, Mode.LLM)
    assert "Searched also: potholes repaired in 2022/23." in answer.notes


def test_one_more_search_is_made_once_and_then_it_declines_as_ever(assistant: Assistant) -> None:
    asked: list[int] = []

    def say(given: list[str]) -> str:
        asked.append(1)
        return f"NOT IN THE PAPERS\nSEARCH: potholes repaired in year {len(asked)}"

    steps, answer, _ = streamed(assistant, UNKNOWN, say, lambda prompt: "", 1200)
    assert steps == ["Looking for: potholes repaired in year 1"]
    assert len(asked) == 2
    assert answer.abstained
    assert answer.mode is Mode.LLM
    assert (answer.left_out, answer.stopped) == (0, ())
    assert "language model found no answer" in str(answer.reason)


@pytest.mark.parametrize(("tokens", "searches", "declines"), [(9000, 4, True), (9000, 0, False), (6000, 4, False)])
def test_the_abstention_of_a_model_that_read_much_and_looked_further_stands(
    assistant: Assistant, tokens: int, searches: int, declines: bool
) -> None:
    _, answer, _ = streamed(assistant, DROPPED, silent, lambda prompt: "", tokens, searches)
    assert answer.confidence > SURE
    assert answer.abstained is declines
    assert answer.mode is (Mode.LLM if declines else Mode.EXTRACTIVE)


@pytest.mark.parametrize("search", ["", "x", UNKNOWN, RECYCLED.upper(), "NOT IN THE PAPERS"])
def test_what_was_looked_for_before_or_is_no_search_is_not_looked_for_again(assistant: Assistant, search: str) -> None:
    again = Declining(search)
    steps, answer, _ = streamed(assistant, UNKNOWN, again, lambda prompt: RECYCLED)
    assert steps == [f"Looking for: {RECYCLED}"]
    assert again.asked == 1
    assert answer.abstained


def test_a_model_that_fails_when_it_is_asked_once_more_has_declined(assistant: Assistant) -> None:
    def fail(given: list[str]) -> str:
        raise ConnectionError("refused")

    again = Declining("potholes repaired in 2022/23", fail)
    _, answer, _ = streamed(assistant, UNKNOWN, again, lambda prompt: "", 1200)
    assert again.asked == 2
    assert (answer.abstained, answer.mode) == (True, Mode.LLM)


def test_a_model_that_has_answered_looks_for_nothing_more(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        return f"{mended(given)}\nSEARCH: potholes of other years"

    steps, answer, model = streamed(assistant, POTHOLES, say, lambda prompt: "")
    assert (steps, answer.left_out, len(model.prompts)) == ([], 0, 1)
    assert "SEARCH" not in answer.answer


class Slow(BaseRetriever):
    """Finds nothing, slowly."""

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        time.sleep(0.5)
        return []


def test_looking_ends_within_its_share_of_the_time() -> None:
    model = Scripted(say=silent, look=lambda prompt: "\n".join(f"potholes in year {n}" for n in range(4)))
    steps = list(looked(Writer(model, ChatVerifier(model), 9000, 2.0), Slow(), Asking(POTHOLES, POTHOLES)))
    assert 1 <= len(steps) <= 2


def test_nothing_is_looked_for_where_no_model_is_set_up(assistant: Assistant) -> None:
    assert not [piece for piece in assistant.stream(Asked(DROPPED)) if isinstance(piece, Looking)]
