"""An answer that a language model writes: its statements, each behind the support gate, with their citations."""

from collections.abc import Sequence
from dataclasses import replace

from langchain_core.language_models import BaseChatModel

from assistant import generate
from assistant.candidates import Candidate
from assistant.cite import citation
from assistant.errors import ModelTrouble
from assistant.extract import Pick
from assistant.models import Answer, Mode
from assistant.question import Question
from assistant.support import judge
from index.catalogue import Placed

NOTHING_FOUND = "the language model found no answer in the paragraphs"
_TO_MODEL = 14  # paragraphs that a model is given at most


def write(
    model: BaseChatModel, context_tokens: int, base: Answer, question: Question, candidates: Sequence[Candidate]
) -> Answer | None:
    """The model's answer, or None where it says that the paragraphs do not answer.

    Raises: ModelTrouble where it does not answer, or says nothing that its paragraphs bear out.
    """
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        best.setdefault(candidate.placed.paragraph.id, candidate)
    chosen = generate.packed([c.placed for c in list(best.values())[:_TO_MODEL]], context_tokens)
    try:
        text = generate.answer_chain(model).invoke(
            {"paragraphs": generate.as_context(chosen), "question": question.text}
        )
    except ModelTrouble:
        raise
    except _model_errors() as error:
        raise ModelTrouble(f"The language model did not answer ({type(error).__name__}).") from error
    if generate.declines(text):
        return None
    return _resolved(base, text, chosen, best)


def _resolved(base: Answer, text: str, chosen: Sequence[Placed], best: dict[str, Candidate]) -> Answer:
    """The model's statements with their markers as citations.

    A statement that cites nothing it was given, or that its paragraphs do not bear out, is left out and counted.
    """
    numbers: dict[int, int] = {}
    lines: list[str] = []
    left_out = 0
    for words, cited in generate.statements(text):
        known = [n for n in dict.fromkeys(cited) if 1 <= n <= len(chosen)]
        cited_places = [chosen[n - 1] for n in known]
        if not known or not _borne_out(words, cited_places):
            left_out += 1
            continue
        for n in known:
            numbers.setdefault(n, len(numbers) + 1)
        lines.append(f"{words} {''.join(f'[{numbers[n]}]' for n in known)}")
    if not lines:
        raise ModelTrouble("The language model said nothing that the paragraphs it cited bear out.")
    citations = []
    for n, mark in numbers.items():
        place = chosen[n - 1]
        candidate = best[place.paragraph.id]
        citations.append(citation(mark, Pick(place, candidate.start, candidate.end, candidate.score)))
    return replace(base, answer=" ".join(lines), mode=Mode.LLM, citations=tuple(citations), left_out=left_out)


def _borne_out(sentence: str, places: Sequence[Placed]) -> bool:
    """Whether the support gate lets a sentence through on these paragraphs."""
    texts = [place.paragraph.text for place in places]
    return judge(sentence, texts, [place.paragraph.status.value for place in places]).supported


def _model_errors() -> tuple[type[BaseException], ...]:
    """What chat models raise when they are down, slow, out of room or refuse."""
    import httpx
    from langchain_core.exceptions import LangChainException

    known: list[type[BaseException]] = [LangChainException, httpx.HTTPError, ConnectionError, TimeoutError, ValueError]
    try:
        import openai
    except ImportError:
        return tuple(known)
    return (*known, openai.OpenAIError)
