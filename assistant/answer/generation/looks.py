"""What is looked for before a chat model writes: the question, and the searches that the model asks for, fused."""

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from langchain_core.language_models import BaseChatModel
from langchain_core.retrievers import BaseRetriever

from assistant.answer.generation import chat
from assistant.answer.generation.searches import MOST, Asking, searches_of
from assistant.models import Answer, Looking, Mode
from assistant.retrieval.fusion import fused
from assistant.retrieval.pieces import EvidencePiece
from assistant.support.verifier import Verifier

_ROOMY = 8_000  # tokens of a prompt from which on it holds the evidence of several searches
_ASKING, _LOOKING = 0.25, 0.4  # of an answer's time: until the model has said what to look for, until it is looked for


@dataclass(frozen=True, slots=True)
class Writer:
    """A chat model with what judges its statements, and what it may take: tokens of a prompt, seconds of an answer, searches."""

    model: BaseChatModel
    verifier: Verifier
    context_tokens: int | None  # None for what the model allows
    seconds: float
    searches: int = MOST  # 0: a question is looked for as it stands

    @property
    def tokens(self) -> int:
        """The tokens of a prompt."""
        return chat.context_tokens(self.model, self.context_tokens)

    @property
    def looks_further(self) -> bool:
        """Whether it is asked what to look for, and given what that finds."""
        return bool(self.searches) and self.tokens >= _ROOMY


def looked(
    writer: Writer, retriever: BaseRetriever, asking: Asking
) -> Generator[Looking, None, tuple[list[EvidencePiece], tuple[str, ...]]]:
    """The pieces found for a question and for the searches that the model asks for, fused, and these searches."""
    began = time.monotonic()
    wanted: tuple[str, ...] = ()
    if writer.looks_further:
        wanted = searches_of(writer.model, asking, writer.searches, writer.seconds * _ASKING)
    rankings = [found(retriever, asking.completed)]
    made: list[str] = []
    for search in wanted:
        if time.monotonic() - began > writer.seconds * _LOOKING:
            break
        yield looking(search)
        rankings.append(found(retriever, search))
        made.append(search)
    return fused(rankings), tuple(made)


def found(retriever: BaseRetriever, words: str) -> list[EvidencePiece]:
    """The pieces of evidence for some words, best first; the retriever's documents hold their piece under "piece"."""
    return [document.metadata["piece"] for document in retriever.invoke(words)]


def looking(search: str) -> Looking:
    """That a search is made, in words for the reader."""
    return Looking(f"Looking for: {search}")


def with_looks(answer: Answer, looks: Sequence[str]) -> Answer:
    """The answer, with a note of what else was looked for where a model's words or abstention rest on it."""
    if not looks or answer.mode is not Mode.LLM:
        return answer
    return replace(answer, notes=(*answer.notes, f"Searched also: {'; '.join(looks)}."))
