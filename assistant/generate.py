"""The generating path: a LangChain chain over any chat model, its markers resolved to paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import PromptTemplate
from langchain_core.runnables import Runnable

from assistant.errors import ModelTrouble
from assistant.prompting import load_prompt
from assistant.reference import short_reference
from index.catalogue import Placed
from index.tokens import count_tokens

if TYPE_CHECKING:
    from assistant.settings import Settings

_MARKER = re.compile(r"\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]")
_NOTHING = re.compile(r"\bNOT IN THE PAPERS\b", re.I)


def open_model(settings: "Settings") -> BaseChatModel | None:
    """The chat model that the settings name, or None where they name none.

    Raises: ModelTrouble where its LangChain package is not installed or the name is unknown.
    """
    if not settings.llm:
        return None
    from langchain.chat_models import init_chat_model

    extra: dict[str, Any] = {}
    if settings.llm_base_url:
        extra["base_url"] = settings.llm_base_url
    if settings.llm_api_key:
        extra["api_key"] = settings.llm_api_key.get_secret_value()
    elif settings.llm_base_url:
        extra["api_key"] = "none"  # local servers want a key to be there, and read none
    try:
        model: BaseChatModel = init_chat_model(
            settings.llm,
            temperature=0.0,
            timeout=settings.llm_timeout,
            max_retries=1,
            max_tokens=settings.llm_answer_tokens,
            **extra,
        )
    except (ImportError, ValueError) as error:
        raise ModelTrouble(
            f"The language model {settings.llm!r} cannot be opened: {error}. Check MINUTEBOOK_LLM, or install its LangChain package."
        ) from error
    return model


def answer_chain(model: BaseChatModel) -> Runnable[dict[str, str], str]:
    """{paragraphs, question} to the model's words."""
    prompt = load_prompt("answer", frozenset({"paragraphs", "question"}))
    return PromptTemplate.from_template(prompt.text) | model | StrOutputParser()


def packed(places: Sequence[Placed], budget: int) -> list[Placed]:
    """The first paragraphs that fit into a budget of cl100k tokens; at least one."""
    chosen: list[Placed] = []
    used = 0
    for place in places:
        tokens = count_tokens(_numbered(len(chosen) + 1, place))
        if chosen and used + tokens > budget:
            break
        chosen.append(place)
        used += tokens
    return chosen


def as_context(places: Sequence[Placed]) -> str:
    """The paragraphs numbered from 1, each with its meeting, date and status."""
    return "\n\n".join(_numbered(n, place) for n, place in enumerate(places, 1))


def _numbered(n: int, place: Placed) -> str:
    meeting = place.part.meeting
    who = ", ".join(name for name in (meeting.council, meeting.body) if name)
    # A bracketed number inside a paper is the paper's, not a citation.
    words = _MARKER.sub(r"(\1)", place.paragraph.text)
    return f"[{n}] ({who}; {short_reference(place)}; {place.paragraph.status.value})\n{words}"


def declines(text: str) -> bool:
    """Whether the model says that the papers do not answer."""
    return bool(_NOTHING.search(text))


def statements(text: str) -> Iterator[tuple[str, list[int]]]:
    """(sentence, the numbers it cites), in order; markers behind a full stop belong to the sentence before it."""
    text = re.sub(r"([.!?])\s*((?:\[[\d,; ]+\]\s*)+)", r" \2\1 ", text)
    for piece in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"'£\d])|\n+", text):
        numbers = [int(n) for group in _MARKER.findall(piece) for n in re.split(r"[,;]", group)]
        words = re.sub(r"\s+([.,;!?])", r"\1", " ".join(_MARKER.sub(" ", piece).split())).strip(" -*•")
        if re.search(r"\w", words):
            yield words, numbers
