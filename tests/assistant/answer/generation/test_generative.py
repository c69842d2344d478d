"""The path with a language model over the sample papers: what it says, and what reaches the reader."""

import re
import threading
import time

import httpx
import openai
import pytest

from assistant.answer.abstention import SURE
from assistant.assistant import Assistant
from assistant.models import Answer, Asked, Mode
from assistant.records.as_json import answer_record
from index.tokens import count_tokens
from model_fakes import Say, Scripted, given_in, numbered
from model_questions import DROPPED, POTHOLES, in_own_words, with_model

ARRANGED = (
    ConnectionError("refused"),
    TimeoutError("60 s"),
    openai.APIConnectionError(request=httpx.Request("POST", "http://127.0.0.1:9")),  # type: ignore[arg-type]  # typed by its own copy of httpx
)


def asked(assistant: Assistant, question: str, say: Say, tokens: int = 6000) -> tuple[Answer, Scripted]:
    model = Scripted(say=say)
    return Assistant(assistant.stores, assistant.embedder, model, tokens).ask(Asked(question)), model


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


def test_what_the_gate_stops_is_asked_for_once_again_with_its_fault_named(assistant: Assistant) -> None:
    said: list[int] = []

    def say(given: list[str]) -> str:
        said.append(numbered(given, "11,240 potholes"))
        figure = "12,240" if len(said) == 1 else "11,240"
        return f"In 2022/23 the Council repaired {figure} potholes [{said[-1]}]."

    answer, model = asked(assistant, POTHOLES, say)
    assert answer.answer.startswith("In 2022/23 the Council repaired 11,240 potholes. [1]")
    assert (answer.left_out, answer.stopped, answer.prompt) == (0, (), "answer/4, repair/2, verify/1")
    assert len(model.prompts) == 2
    assert "repaired 12,240 potholes. (No paragraph gives 12,240.)" in model.prompts[1]


def test_a_model_that_tells_the_same_wrong_thing_twice_is_not_asked_a_third_time(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        return f"In 2022/23 the Council repaired 12,240 potholes [{numbered(given, '11,240 potholes')}]."

    answer, model = asked(assistant, POTHOLES, say)
    assert "12,240" not in answer.answer
    assert (answer.left_out, len(model.prompts)) == (1, 2)


def test_asking_again_ends_within_the_time_left(assistant: Assistant) -> None:
    said: list[int] = []
    answered = threading.Event()

    def say(given: list[str]) -> str:
        said.append(1)
        if len(said) > 1:
            answered.wait(60)  # as long as nobody has given up on it
        return f"In 2022/23 the Council repaired 12,240 potholes [{numbered(given, '11,240 potholes')}]."

    assistant.ask(Asked(POTHOLES))  # what loads at the first question has loaded
    impatient = Assistant(assistant.stores, assistant.embedder, Scripted(say=say), 6000, 4.0)
    answer = impatient.ask(Asked(POTHOLES))
    answered.set()
    assert (answer.left_out, len(said)) == (1, 2)
    assert "12,240" not in answer.answer


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


def said_by_model(answer: Answer) -> str:
    """A model's statements, without the papers' own words below those of a model that was caught."""
    return answer.answer.split("\n\nIn the papers' own words:")[0]


def test_a_true_statement_with_a_wrong_number_is_asked_for_again_and_then_shown(assistant: Assistant) -> None:
    said: list[int] = []

    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        said.append(n)
        wrong = next(k for k, text in enumerate(given, 1) if "11,240" not in text)
        return f"In 2022/23 the Council repaired 11,240 potholes [{n if len(said) > 1 else wrong}]."

    answer, model = asked(assistant, POTHOLES, say)
    assert said_by_model(answer) == "In 2022/23 the Council repaired 11,240 potholes. [1]"
    assert "11,240 potholes" in answer.citations[0].text
    assert (answer.left_out, len(said)) == (0, 2)


def test_what_the_gate_stops_is_kept_with_its_reason_and_the_model_and_prompt_are_told(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        return f"In 2022/23 the Council repaired 11,240 potholes [{n}]. It repaired 12,240 potholes in 2022/23 [{n}]."

    answer, _ = asked(assistant, POTHOLES, say)
    assert [one.text for one in answer.stopped] == ["It repaired 12,240 potholes in 2022/23."]
    assert "12,240" in answer.stopped[0].reason
    assert (answer.left_out, answer.model, answer.prompt) == (1, "Scripted", "answer/4, repair/2, verify/1")
    record = answer_record(answer)
    [stopped] = record["stopped"]
    assert stopped == {"text": answer.stopped[0].text, "reason": answer.stopped[0].reason, "rule": "figure_faults"}


def test_the_meeting_of_a_paragraph_is_known_to_the_gate(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "proceeds without the bus gate")
        return (
            f"On 9 January 2024 the Cabinet of Aldermere varied its decision so that the scheme proceeds without the bus gate [{n}]. "
            f"On 9 February 2024 the Cabinet varied its decision so that the scheme proceeds without the bus gate [{n}]. "
            f"The Licensing Committee varied its decision so that the scheme proceeds without the bus gate [{n}]."
        )

    answer, _ = asked(assistant, DROPPED, say)
    assert answer.answer.startswith("On 9 January 2024 the Cabinet of Aldermere varied its decision")
    assert answer.left_out == 2
    assert "9 February" not in answer.answer


def test_the_papers_own_words_stand_below_what_a_model_that_was_caught_left_unsaid(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        plainly = re.compile(r"The [^|:?\n]{50,}\.")
        other = next(
            n for n, text in enumerate(given, 1) if "bus gate" not in text and plainly.fullmatch(sentence_of(text))
        )
        return f"{sentence_of(given[other - 1])} [{other}] The Cabinet dropped it on 1 May 2031 [1]."

    answer, _ = asked(assistant, DROPPED, say)
    plain = assistant.ask(Asked(DROPPED))
    assert "In the papers' own words:" in answer.answer
    assert "2031" not in answer.answer
    own = re.sub(r"\[\d+\]", "", answer.answer.split("own words:\n")[1])
    assert own == re.sub(r"\[\d+\]", "", plain.answer)
    assert {one.paragraph for one in plain.citations} < {one.paragraph for one in answer.citations}
    markers = list(dict.fromkeys(int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)))
    assert markers == [one.n for one in answer.citations]
    assert all(one.quote in one.text for one in answer.citations)


def test_unknown_markers_and_uncited_statements_never_reach_the_reader(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        return f"In 2022/23 the Council repaired 11,240 potholes [{n}]. Mermaids live in Fennel Park [99]. Everybody was glad."

    answer, _ = asked(assistant, POTHOLES, say)
    assert said_by_model(answer) == "In 2022/23 the Council repaired 11,240 potholes. [1]"
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
    assert said_by_model(answer) == "The Council repaired 11,240 potholes in 2022/23. [1]"
    assert answer.left_out == 1


def test_not_in_the_papers_is_an_abstention_of_the_model(assistant: Assistant) -> None:
    answer, _ = asked(assistant, "What does the Harbour Trust charge for a mooring?", lambda given: "NOT IN THE PAPERS")
    assert answer.abstained
    assert answer.mode is Mode.LLM
    assert answer.citations == ()
    assert answer.searched in answer.answer
    assert "language model" in str(answer.reason)


def test_the_papers_own_words_stand_where_they_answer_surely_and_the_model_finds_nothing(assistant: Assistant) -> None:
    answer, _ = asked(assistant, DROPPED, lambda given: "NOT IN THE PAPERS")
    plain = assistant.ask(Asked(DROPPED))
    assert plain.confidence > SURE
    assert (answer.answer, answer.citations, answer.mode) == (plain.answer, plain.citations, Mode.EXTRACTIVE)
    assert "found no answer" in answer.notes[0]


@pytest.mark.parametrize("error", ARRANGED, ids=lambda error: type(error).__name__)
def test_a_model_that_is_down_gives_the_papers_own_words_and_a_note(assistant: Assistant, error: Exception) -> None:
    def say(given: list[str]) -> str:
        raise error

    answer, _ = asked(assistant, DROPPED, say)
    in_own_words(assistant, answer)
    assert type(error).__name__ in answer.notes[0]


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "I'm sorry, but I cannot help with that.",
        "As a helpful model I would say that it depends on many things.",
        "The Cabinet repaired 99,999 potholes [1].",
        '{"claims": [{"claim": "The Cabinet repaired 99,999 potholes.", "paragraphs": [1], "wor',
        '{"claims": "none"',
        "{" * 3000,
        "<think>I wonder",
        "\x00\ufffd" * 50,
        "[1][2][3]",
        "word " * 20_000,
        "Mermaids swim there [1]. " * 2_000,
    ],
    ids=lambda words: repr(words[:24]),
)
def test_a_model_that_says_nothing_supported_gives_the_papers_own_words_and_a_note(
    assistant: Assistant, words: str
) -> None:
    answer, _ = asked(assistant, DROPPED, lambda given: words)
    in_own_words(assistant, answer)
    assert "bear out" in answer.notes[0]


def test_a_model_that_never_ends_is_read_no_further_than_it_makes_sense(assistant: Assistant) -> None:
    model = Scripted(say=lambda given: "On and on it goes, " * 1_000_000, size=500)
    began = time.perf_counter()
    in_own_words(assistant, with_model(assistant, model).ask(Asked(DROPPED)))
    assert time.perf_counter() - began < 5.0


def true_ones(given: list[str]) -> str:
    """Three statements about potholes that the sample papers bear out, in the papers' own words."""
    n = numbered(given, "11,240 potholes")
    sentences = re.split(r"(?<=[a-z0-9]\.)\s", given[n - 1].split("\n")[-1])
    return " ".join(f"{sentence} [{n}]" for sentence in [*sentences[:2], sentences[0]])


def test_statements_are_shown_together_when_they_are_judged_by_one_call(assistant: Assistant) -> None:
    model = Scripted(say=true_ones)
    *said, answer = with_model(assistant, model).stream(Asked(POTHOLES))
    assert isinstance(answer, Answer)
    assert len(said) >= 2
    assert "".join(map(str, said)) == answer.answer
    assert len(model.verify_prompts) == 1
    assert answer.prompt == "answer/4, verify/1"


def test_a_model_that_hangs_gives_the_papers_own_words_in_its_time(assistant: Assistant) -> None:
    model = Scripted(say=lambda given: "The Cabinet, as I was about to say", size=5, pause=30.0)
    began = time.perf_counter()
    answer = with_model(assistant, model, patience=1.0).ask(Asked(DROPPED))
    assert time.perf_counter() - began < 3.0
    in_own_words(assistant, answer)
    assert "had not answered within" in answer.notes[0]


def test_what_a_model_said_before_it_hung_stands(assistant: Assistant) -> None:
    def say(given: list[str]) -> str:
        return true_ones(given)[:-12]

    model = Scripted(say=say, size=200, pause=1.5)
    answer = with_model(assistant, model, patience=2.0).ask(Asked(POTHOLES))
    assert answer.mode is Mode.LLM
    assert "11,240 potholes" in answer.answer
    assert "What it had said by then is shown" in answer.notes[0]


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
    numbers = [int(match[1]) for match in re.finditer(r"\[(\d+)\]", context)]
    assert numbers == list(range(1, len(given_in(model.prompts[0])) + 1))


def test_the_model_is_told_the_question_the_status_and_the_date(assistant: Assistant) -> None:
    question = "What were foster carers' allowances raised by in January 2024, and what had officers recommended?"
    _, model = asked(assistant, question, lambda given: "NOT IN THE PAPERS")
    prompt = model.prompts[0]
    assert prompt.endswith(f"Question: {question}")
    above, line = prompt.split("RESOLVED that allowances for foster carers")[0].rsplit("\n", 1)
    assert re.fullmatch(r"\[\d+\] \(.*resolution.*\) ", line)
    assert "9 January 2024" in above.rsplit("\n# ", 1)[1].split("\n")[0]


def test_no_exempt_word_reaches_the_model_for_the_public(assistant: Assistant) -> None:
    question = "What is the District Valuer's valuation of Elm Street Depot?"
    _, model = asked(assistant, question, lambda given: "NOT IN THE PAPERS")
    assert not [word for word in ("2,850,000", "2,600,000", "Kestrel") if word in model.prompts[0]]


def test_a_small_budget_gives_the_model_fewer_paragraphs(assistant: Assistant) -> None:
    counts: list[int] = []

    def say(given: list[str]) -> str:
        counts.append(len(given))
        return "NOT IN THE PAPERS"

    _, small = asked(assistant, POTHOLES, say, tokens=600)
    _, large = asked(assistant, POTHOLES, say, tokens=6000)
    assert count_tokens(small.prompts[0]) <= 600
    assert 5000 < count_tokens(large.prompts[0]) <= 6000
    assert 1 <= counts[0] < 8 < counts[1]


@pytest.mark.parametrize(
    "words",
    [
        "The answer is: [{n}]",
        "Aldermere Borough Council, Environment and Highways Scrutiny Panel [{n}].",
        "Question: were 11,240 potholes repaired in 2022/23? [{n}]",
        "1. [{n}]",
    ],
)
def test_headings_and_questions_are_no_statements(assistant: Assistant, words: str) -> None:
    def say(given: list[str]) -> str:
        n = numbered(given, "11,240 potholes")
        return f"In 2022/23 the Council repaired 11,240 potholes [{n}].\n{words.format(n=n)}"

    answer, _ = asked(assistant, POTHOLES, say)
    assert answer.answer.split("\n\n")[0] == "In 2022/23 the Council repaired 11,240 potholes. [1]"


def test_a_model_that_was_caught_is_not_relied_on_when_it_finds_nothing(assistant: Assistant) -> None:
    question = next(question for question in (POTHOLES, DROPPED) if not assistant.ask(Asked(question)).abstained)
    answer, _ = asked(assistant, question, lambda given: "The fee is £99,999 [1]. NOT IN THE PAPERS")
    assert not answer.abstained
    assert answer.mode is Mode.EXTRACTIVE
