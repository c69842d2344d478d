"""A question to its vector without PyTorch: a BERT encoder's arithmetic in NumPy.

Importing sentence-transformers takes five seconds and more, which one cold question would wait for. The commonest models
are a BERT, the mean of its tokens and a vector of length one: a question of twenty words is a few multiplications.
`tests/index/test_query_encoder.py` holds the two to the same vectors.

Source: Devlin et al., NAACL 2019, doi:10.18653/v1/N19-1423; mean pooling: Reimers & Gurevych, EMNLP 2019,
doi:10.18653/v1/D19-1410.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

Array = NDArray[np.float32]
_FILES = ("config.json", "modules.json", "tokenizer.json", "model.safetensors", "1_Pooling/config.json")
_STEPS = ["Transformer", "Pooling", "Normalize"]


class QueryEncoder:
    """A BERT with mean pooling, read from a sentence-transformers folder; safe to call from several threads.

    `added`: by a weight's name, what is added to it (`index/encoding/low_rank.py`).
    """

    def __init__(self, folder: Path, added: Mapping[str, Array] = MappingProxyType({})) -> None:
        config = _json(folder / "config.json")
        self._heads, self._layers = config["num_attention_heads"], config["num_hidden_layers"]
        self._epsilon = config["layer_norm_eps"]
        self._weights: dict[str, Array] = load_file(folder / "model.safetensors")
        for name, difference in added.items():
            self._weights[name] = self._weights[name] + difference
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_most_tokens(folder, config))
        # A question's tokens in words, and what the model makes of them, shape (tokens, dimensions). Both its vector and
        # its tokens are asked for.
        self.read = lru_cache(maxsize=8)(self._read)

    def __call__(self, text: str) -> Array:
        """The text's vector, of length one; shape (dimensions,)."""
        vector = self.read(text)[1].mean(axis=0)
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12), dtype=np.float32)

    def _read(self, text: str) -> tuple[list[str], Array]:
        encoded = self._tokenizer.encode(text)
        ids = encoded.ids
        weights = self._weights
        words = weights["embeddings.word_embeddings.weight"][ids]
        places = weights["embeddings.position_embeddings.weight"][: len(ids)]
        hidden = self._normal(words + places + weights["embeddings.token_type_embeddings.weight"][0], "embeddings")
        for i in range(self._layers):
            hidden = self._layer(hidden, f"encoder.layer.{i}")
        return encoded.tokens, hidden

    def _layer(self, hidden: Array, name: str) -> Array:
        attended = self._dense(self._attention(hidden, f"{name}.attention.self"), f"{name}.attention.output.dense")
        hidden = self._normal(hidden + attended, f"{name}.attention.output")
        wide = self._dense(hidden, f"{name}.intermediate.dense")
        wide = np.asarray(wide * 0.5 * (1.0 + erf(wide / np.sqrt(2.0))), dtype=np.float32)  # GELU
        return self._normal(hidden + self._dense(wide, f"{name}.output.dense"), f"{name}.output")

    def _attention(self, hidden: Array, name: str) -> Array:
        """What each head attends to, the heads side by side; shape as `hidden`."""
        tokens, width = hidden.shape
        size = width // self._heads
        query, key, value = (
            self._dense(hidden, f"{name}.{part}").reshape(tokens, self._heads, size).swapaxes(0, 1)
            for part in ("query", "key", "value")
        )
        scores = query @ key.swapaxes(1, 2) / np.float32(np.sqrt(size))
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = scores / scores.sum(axis=-1, keepdims=True) @ value
        return np.asarray(mixed.swapaxes(0, 1).reshape(tokens, width), dtype=np.float32)

    def _dense(self, hidden: Array, name: str) -> Array:
        return hidden @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normal(self, hidden: Array, name: str) -> Array:
        centred = hidden - hidden.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self._epsilon)
        norm = f"{name}.LayerNorm"
        return np.asarray(
            centred / spread * self._weights[f"{norm}.weight"] + self._weights[f"{norm}.bias"], dtype=np.float32
        )


def is_plain_bert(folder: Path) -> bool:
    """Whether QueryEncoder can read a model's folder: it holds a BERT, mean pooling, length one and no prompts."""
    if not all((folder / name).exists() for name in _FILES):
        return False
    config = _json(folder / "config.json")
    prompted = folder / "config_sentence_transformers.json"
    return (
        config.get("model_type") == "bert"
        and config.get("hidden_act") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
        and [str(step["type"]).rsplit(".", 1)[-1] for step in _json(folder / "modules.json")] == _STEPS
        and _means_tokens(_json(folder / "1_Pooling/config.json"))
        and not (prompted.exists() and any((_json(prompted).get("prompts") or {}).values()))
    )


def _means_tokens(pooling: dict[str, Any]) -> bool:
    """Whether the pooling is the mean of the tokens, in the newer or the older spelling."""
    if "pooling_mode" in pooling:
        return pooling["pooling_mode"] in ("mean", ["mean"])
    modes = [name for name, on in pooling.items() if name.startswith("pooling_mode_") and on]
    return modes == ["pooling_mode_mean_tokens"]


def _most_tokens(folder: Path, config: dict[str, Any]) -> int:
    """How many tokens of a question are read."""
    path = folder / "sentence_bert_config.json"
    return int((_json(path) if path.exists() else {}).get("max_seq_length") or config["max_position_embeddings"])


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
