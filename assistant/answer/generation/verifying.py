"""The chat verifier: all statements of an answer judged by a chat model in one call, structured where it can."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from langchain_core.language_models import BaseChatModel

from assistant.answer.generation import chat
from assistant.answer.generation.judgement_parser import judgements_in
from assistant.answer.generation.prompts import Prompt, load_prompt
from assistant.answer.sanitise import as_data, gives_orders
from assistant.errors import ModelTrouble
from assistant.support.verifier import Judgement, Put
from index.tokens import count_tokens

if TYPE_CHECKING:
    from assistant.settings import Settings

_VERDICT_TOKENS = 2_000  # most that a model writes: a dozen verdicts with their words
_LONGEST = 20_000  # characters read of a model
_FIELDS = frozenset({"paragraphs", "statements"})
VERDICTS = {
    "title": "verdicts",
    "description": "For each statement whether the paragraphs bear it out.",
    "type": "object",
    "properties": {
        "verdicts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "statement": {"type": "integer", "description": "the number of the statement"},
                    "paragraphs": {
                        "type": "array",
                        "items": {"type": "integer"},
                        "description": "the numbers of the paragraphs that decide it",
                    },
                    "differs": {"type": "string", "description": "what differs, in a few words, or nothing"},
                    "verdict": {"type": "string", "enum": ["supported", "contradicted", "neither"]},
                    "instead": {
                        "type": "string",
                        "description": "where contradicted, one short sentence of what the papers say instead; else empty",
                    },
                    "words": {
                        "type": "string",
                        "description": "the exact words of one paragraph that decide it, copied; empty for neither",
                    },
                },
                "required": ["statement", "paragraphs", "differs", "verdict", "instead", "words"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["verdicts"],
    "additionalProperties": False,
}


@dataclass(frozen=True)
class ChatVerifier:
    """A `Verifier` that asks a chat model, within the tokens of one prompt."""

    model: BaseChatModel
    context_tokens: int | None = None  # None for what the model allows

    @property
    def name(self) -> str:
        """The model's name, as the reader is told it."""
        return f"the chat model {chat.name_of(self.model)}"

    def __call__(self, put: Sequence[Put], evidence: str, seconds: float) -> tuple[Judgement | None, ...]:
        """A judgement for each statement, in order; None for one of which nothing clear was said.

        A statement that speaks to a model is not put to one.
        Raises: ModelTrouble.
        """
        asked = {"paragraphs": evidence, "statements": printed(put)}
        prompt = verify_prompt()
        if count_tokens("\n".join((prompt.text, *asked.values()))) > chat.context_tokens(
            self.model, self.context_tokens
        ):
            raise ModelTrouble("The statements and their evidence are too long for one prompt of the language model.")
        heard = ""
        for piece in chat.pieces(self.model, asked, seconds, prompt, VERDICTS):
            heard += piece
            if len(heard) > _LONGEST:
                break
        found = judgements_in(heard)
        if not found:
            raise ModelTrouble("The language model gave no verdict that could be read.")
        return tuple(None if gives_orders(one.text) else found.get(n) for n, one in enumerate(put, 1))


def open_verifier(settings: "Settings") -> ChatVerifier | None:
    """The verifier that the settings name, else one that asks their chat model; None where they name neither.

    Raises: ModelTrouble where the model cannot be opened.
    """
    name = settings.verifier or settings.llm
    if not name:
        return None
    variable = "MINUTEBOOK_VERIFIER" if settings.verifier else "MINUTEBOOK_LLM"
    model = chat.opened(name, settings, variable, _VERDICT_TOKENS)
    return ChatVerifier(model, None if settings.verifier else settings.llm_context_tokens)


def verify_prompt() -> Prompt:
    """The prompt for judging statements."""
    return load_prompt("verify", _FIELDS)


def printed(put: Sequence[Put]) -> str:
    """The statements as the prompt gives them: numbered, each with the paragraphs that it is held against."""
    return "\n".join(f"{n}. {_by(one)}{_line(one)}" for n, one in enumerate(put, 1))


def _by(one: Put) -> str:
    if one.paragraphs is None:
        return ""
    if not one.paragraphs:
        return "(no paragraph) "
    return f"(paragraph{'s' if len(one.paragraphs) > 1 else ''} {', '.join(map(str, one.paragraphs))}) "


def _line(one: Put) -> str:
    if gives_orders(one.text):
        return "(left out)"
    whole = "" if not one.part_of or gives_orders(one.part_of) else f" (a part of: “{_flat(one.part_of)}”)"
    return f"{_flat(one.text)}{whole}"


def _flat(text: str) -> str:
    return " ".join(as_data(text).split())
