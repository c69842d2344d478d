"""The only wiring: settings to an assistant."""

import os
from typing import TYPE_CHECKING

from assistant.records.feedback import FeedbackStore
from assistant.settings import Settings
from assistant.uploads import Shelf
from index.embedder import SentenceTransformerEmbedder
from index.stores import Limits, Stores, open_stores

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.support.verifier import Verifier


def build_assistant(settings: Settings, llm: bool = True, create: bool = False) -> "Assistant":
    """The assistant over the settings' store; without a language model where `llm` is false or none is set.

    `create`: make an empty store where there is none.
    Raises: IndexMissing where nothing was indexed, ModelTrouble where the model cannot be opened.
    """
    quiet()
    from assistant.answer.generation import open_model
    from assistant.assistant import Assistant  # late: it brings LangChain

    return Assistant(
        stores=open_stores(settings.store, settings.chroma_url, create),
        embedder=build_embedder(settings),
        model=open_model(settings) if llm else None,
        context_tokens=settings.llm_context_tokens,
        patience=settings.llm_timeout,
        searches=settings.llm_searches,
        verifier=build_verifier(settings) if llm else None,
    )


def build_verifier(settings: Settings) -> "Verifier | None":
    """What judges statements and claims: the chat model that the settings name for it, else the one that answers; None without.

    Raises: ModelTrouble where it cannot be opened.
    """
    if not (settings.verifier or settings.llm):
        return None
    quiet()
    from assistant.answer.generation import open_verifier  # late: it brings LangChain

    return open_verifier(settings)


def build_embedder(settings: Settings) -> SentenceTransformerEmbedder:
    """The embedder that the settings name; loaded at its first text."""
    return SentenceTransformerEmbedder(settings.embedding_model)


def build_stores(settings: Settings) -> Stores:
    """The settings' stores, made where there are none."""
    quiet()
    return open_stores(settings.store, settings.chroma_url, create=True)


def build_feedback(settings: Settings) -> FeedbackStore:
    """Where readers' judgements are kept: beside the index, and not part of it."""
    return FeedbackStore(settings.store / "feedback.db")


def build_shelf(settings: Settings, assistant: "Assistant") -> Shelf:
    """Where officers put papers through the page. Beside the store by default: what lies inside it is never read."""
    folder = settings.uploads or settings.store.with_name(f"{settings.store.name}-papers")
    return Shelf(folder, assistant.stores, assistant.embedder, build_limits(settings))


def build_limits(settings: Settings) -> Limits:
    """The limits of a build."""
    return Limits(size=int(settings.size_limit_mb * 1_000_000), passage_tokens=settings.passage_tokens)


def quiet() -> None:
    """Nothing calls out and no library chatters: set before any of them is imported."""
    for name, value in (
        ("HF_HUB_OFFLINE", "1"),
        ("TRANSFORMERS_OFFLINE", "1"),
        ("ANONYMIZED_TELEMETRY", "False"),
        ("GRADIO_ANALYTICS_ENABLED", "False"),
        ("LANGSMITH_TRACING", "false"),
        ("TOKENIZERS_PARALLELISM", "false"),
        ("TQDM_DISABLE", "1"),
    ):
        os.environ.setdefault(name, value)
