"""The generating path's edge: a LangChain chat model opened, asked with pieces of evidence, and read within its time."""

import queue
import re
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langchain_core.prompts import PromptTemplate
from langchain_core.runnables import Runnable, RunnableSequence

from assistant.answer.generation.prompts import Prompt, load_prompt
from assistant.errors import ModelTrouble
from index.tokens import count_tokens

if TYPE_CHECKING:
    from assistant.settings import Settings

CONTEXT_TOKENS = 16_000  # of a prompt, where neither the settings nor the model say how many
_MOST_TOKENS = 32_000  # of a prompt for a model that takes far more: further evidence answers no more
_SPARE = 0.9  # of a model's own limit: its tokens are not those that are counted here
_NOTHING = re.compile(r"\bNOT IN THE PAPERS\b", re.I)
_SEARCH_FIELD = r'"search"\s*:\s*(?:null|"(?:[^"\\]|\\.)*")\s*'
_NO_CLAIMS = re.compile(
    rf'\s*(?:```\w*)?\s*\{{\s*(?:{_SEARCH_FIELD},\s*)?"claims"\s*:\s*\[\s*\]\s*(?:,\s*{_SEARCH_FIELD})?\}}\s*(?:```)?\s*'
)
_FIELDS = frozenset({"paragraphs", "question"})
CLAIMS = {
    "title": "claims",
    "description": "What the paragraphs say in answer to the question; no claims where they do not answer it.",
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "claim": {"type": "string", "description": "one short sentence"},
                    "paragraphs": {"type": "array", "items": {"type": "integer"}},
                    "words": {"type": "string", "description": "the paragraph's exact words that it rests on"},
                },
                "required": ["claim", "paragraphs", "words"],
                "additionalProperties": False,
            },
        },
        "search": {"type": "string", "description": "without claims: what to look for instead; else empty"},
    },
    "required": ["claims", "search"],
    "additionalProperties": False,
}


def open_model(settings: "Settings") -> BaseChatModel | None:
    """The chat model that the settings name, or None where they name none.

    Raises: ModelTrouble where its LangChain package is not installed or the name is unknown.
    """
    return opened(settings.llm, settings, "MINUTEBOOK_LLM", settings.llm_answer_tokens) if settings.llm else None


def opened(name: str, settings: "Settings", variable: str, tokens: int) -> BaseChatModel:
    """The chat model of this name, which the variable gives, for words of so many tokens.

    The server and key of the settings are for MINUTEBOOK_LLM's provider, and for any where that is not set.
    Raises: ModelTrouble where its LangChain package is not installed or the name is unknown.
    """
    from langchain.chat_models import init_chat_model

    extra: dict[str, Any] = {}
    if _provider(name) == _provider(settings.llm or name):
        if settings.llm_base_url:
            extra["base_url"] = settings.llm_base_url
        if settings.llm_api_key:
            extra["api_key"] = settings.llm_api_key.get_secret_value()
        elif settings.llm_base_url:
            extra["api_key"] = "none"  # local servers want a key to be there, and read none
    try:
        model: BaseChatModel = init_chat_model(
            name, temperature=0.0, timeout=settings.llm_timeout, max_retries=1, max_tokens=tokens, **extra
        )
    except _errors_of_packages(ImportError, ValueError) as error:
        raise ModelTrouble(
            f"The language model {name!r} cannot be opened: {str(error).rstrip('.')}. "
            f"Check {variable} and its key, or install its LangChain package."
        ) from error
    return model


def _provider(name: str) -> str:
    return name.partition(":")[0] if ":" in name else ""


def name_of(model: BaseChatModel) -> str:
    """The model's name as its provider has it."""
    return str(getattr(model, "model_name", None) or getattr(model, "model", None) or type(model).__name__)


def can_structure(model: BaseChatModel) -> bool:
    """Whether the model is known to return what a JSON schema asks for."""
    return bool((getattr(model, "profile", None) or {}).get("structured_output"))


def prompt_of(model: BaseChatModel) -> Prompt:
    """The prompt for claims where the model can structure them, else for sentences with markers."""
    return load_prompt("claims" if can_structure(model) else "answer", _FIELDS)


def repair_prompt() -> Prompt:
    """The prompt for making statements again that the papers did not bear out."""
    return load_prompt("repair", _FIELDS | {"faults"})


def context_tokens(model: BaseChatModel, wanted: int | None) -> int:
    """The tokens of a prompt: as many as the settings want, else as the model's own profile allows, else 16,000.

    A model is never given more than its profile allows.
    """
    profile = getattr(model, "profile", None) or {}
    most = int(profile.get("max_input_tokens") or 0)
    if not most:
        return wanted or CONTEXT_TOKENS
    return min(wanted or _MOST_TOKENS, int(most * _SPARE))


def answer_chain(
    model: BaseChatModel, asking: Prompt | None = None, schema: Mapping[str, Any] = CLAIMS
) -> Runnable[dict[str, str], Any]:
    """{paragraphs, question} and what else the prompt asks for to the model's messages, as JSON of a schema where it can."""
    prompt = PromptTemplate.from_template((asking or prompt_of(model)).text)
    if not can_structure(model):
        return prompt | model
    structured = model.with_structured_output(dict(schema))
    # The model with the schema bound to it: the parser behind it would wait for the whole.
    return prompt | (structured.first if isinstance(structured, RunnableSequence) else structured)


def pieces(
    model: BaseChatModel,
    given: dict[str, str],
    seconds: float,
    asking: Prompt | None = None,
    schema: Mapping[str, Any] = CLAIMS,
) -> Iterator[str]:
    """The model's words piece by piece as they arrive, asked with a prompt of its own or that for answers.

    The model is read in a thread of its own, so that one that hangs is left behind when the time is over.
    Raises: ModelTrouble where it fails or has not ended within these seconds.
    """
    until = time.monotonic() + seconds
    arrived: queue.Queue[str | None] = queue.Queue()
    over: Future[None] = Future()
    left = threading.Event()
    thread = threading.Thread(
        target=_read, args=(answer_chain(model, asking, schema), given, arrived, over, left), daemon=True
    )
    thread.start()
    try:
        while (piece := arrived.get(timeout=max(0.0, until - time.monotonic()))) is not None:
            yield piece
        over.result()
    except queue.Empty:
        raise ModelTrouble(f"The language model had not answered within {round(seconds, 1):g} seconds.") from None
    except _model_errors() as error:
        raise ModelTrouble(f"The language model did not answer ({type(error).__name__}).") from error
    finally:
        left.set()


def _read(
    chain: Runnable[dict[str, str], Any],
    given: dict[str, str],
    arrived: "queue.Queue[str | None]",
    over: "Future[None]",
    left: threading.Event,
) -> None:
    try:
        for chunk in chain.stream(given):
            if left.is_set():
                break
            if words := _words(chunk):
                arrived.put(words)
        over.set_result(None)
    except BaseException as error:  # noqa: BLE001 - carried to the thread that asked, which raises it
        over.set_exception(error)
    finally:
        arrived.put(None)


def _words(chunk: Any) -> str:
    """The text of a streamed message, or of a tool call that carries structured claims."""
    if not isinstance(chunk, BaseMessage):
        return ""
    calls = getattr(chunk, "tool_call_chunks", None) or []
    return str(chunk.text) + "".join(str(call.get("args") or "") for call in calls)


def room(model: BaseChatModel, question: str, context_tokens: int) -> int:
    """The tokens left for paragraphs in a prompt of so many."""
    return context_tokens - count_tokens(prompt_of(model).text) - count_tokens(question)


def declines(text: str) -> bool:
    """Whether the model says that the papers do not answer: in the words asked for, or with no claims."""
    return bool(_NOTHING.search(text) or _NO_CLAIMS.fullmatch(text))


def _model_errors() -> tuple[type[BaseException], ...]:
    """What chat models and their packages raise when they are down, slow, out of room, refuse or answer brokenly."""
    # A server that answers with something else than an answer makes the packages trip over what is missing in it.
    return _errors_of_packages(ValueError, LookupError, TypeError, AttributeError, AssertionError)


def _errors_of_packages(*others: type[BaseException]) -> tuple[type[BaseException], ...]:
    """What chat models' packages raise of their own accord, and these others."""
    import httpx
    from langchain_core.exceptions import LangChainException

    known: list[type[BaseException]] = [LangChainException, httpx.HTTPError, ConnectionError, TimeoutError, *others]
    for package, name in (("openai", "OpenAIError"), ("anthropic", "AnthropicError")):
        try:
            module = __import__(package)
        except ImportError:
            continue
        known.append(getattr(module, name))
    return tuple(known)
