"""A verifier that a test writes: what it says of each statement, and what it was asked."""

from collections.abc import Callable, Sequence

from assistant.errors import ModelTrouble
from assistant.support.verifier import Bearing, Judgement, Put

SUPPORTED = Judgement(Bearing.SUPPORTED, "", (), "", "")
NEITHER = Judgement(Bearing.NEITHER, "the paragraph does not say why", (), "", "")


class Judging:
    """Says of each statement what `judge` makes of it and the evidence; keeps what was put to it."""

    name = "the chat model made-up"

    def __init__(self, judge: Callable[[Put, str], Judgement | None] = lambda put, evidence: SUPPORTED) -> None:
        self.judge = judge
        self.put: list[Sequence[Put]] = []
        self.evidence: list[str] = []

    def __call__(self, put: Sequence[Put], evidence: str, seconds: float) -> tuple[Judgement | None, ...]:
        self.put.append(put)
        self.evidence.append(evidence)
        return tuple(self.judge(one, evidence) for one in put)


class Down(Judging):
    """Never answers."""

    def __call__(self, put: Sequence[Put], evidence: str, seconds: float) -> tuple[Judgement | None, ...]:
        self.put.append(put)
        raise ModelTrouble("The language model did not answer (ConnectionError).")


def contradicted(words: str, instead: str = "", *paragraphs: int, reason: str = "it says otherwise") -> Judgement:
    """A contradiction that rests on these words."""
    return Judgement(Bearing.CONTRADICTED, reason, paragraphs, words, instead)


def supported(words: str, *paragraphs: int) -> Judgement:
    """A support that rests on these words."""
    return Judgement(Bearing.SUPPORTED, "", paragraphs, words, "")
