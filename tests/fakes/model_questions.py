"""Two questions over the sample papers, and an assistant that asks a made-up model."""

from langchain_core.language_models import BaseChatModel

from assistant.assistant import Assistant
from assistant.models import Answer, Asked, Mode
from assistant.support.verifier import Verifier

POTHOLES = "How many potholes did Aldermere mend in 2022/23?"
DROPPED = "When did the Cabinet drop the bus gate from the Wharf Road scheme?"  # the papers' own words answer it


def with_model(
    assistant: Assistant, model: BaseChatModel, patience: float = 60.0, verifier: Verifier | None = None
) -> Assistant:
    """The same assistant with a model, which verifies its own statements where no verifier is given."""
    return Assistant(assistant.stores, assistant.embedder, model, 9000, patience, verifier=verifier)


def in_own_words(assistant: Assistant, answer: Answer) -> None:
    """Check that an answer is the one in the papers' own words, with one note that says so."""
    plain = assistant.ask(Asked(DROPPED))
    assert not plain.abstained
    assert answer.mode is Mode.EXTRACTIVE
    assert (answer.answer, answer.citations) == (plain.answer, plain.citations)
    assert len(answer.notes) == 1
    assert "papers' own words" in answer.notes[0]
