"""The question's vector without PyTorch: the same as sentence-transformers gives."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder, _resolved
from index.encoding.query_encoder import is_plain_bert

pytestmark = pytest.mark.heavy

FOLDER = Path(_resolved("all-MiniLM-L6-v2"))


@pytest.mark.parametrize("model", ["all-MiniLM-L6-v2", DEFAULT_MODEL])
def test_vectors_are_those_of_sentence_transformers(model: str) -> None:
    embedder = SentenceTransformerEmbedder(model)
    encode = embedder.embed_query
    for text in ("How many benches were mended?", "Who?", "", "a long question " * 200, "Ünïcode — £1.4m, 5 %"):
        ours, theirs = encode(text), embedder.embed_passages([text], [()]).vectors[0]
        assert ours.shape == (384,)
        assert np.linalg.norm(ours) == pytest.approx(1.0, abs=1e-5)
        if len(text) < 500:  # a paper's text is read further than a question
            assert float(ours @ theirs) > 0.995


def test_a_question_loads_no_pytorch() -> None:
    code = (
        "import sys; from index.embedder import SentenceTransformerEmbedder as E;"
        f"E('{DEFAULT_MODEL}').embed_query('Who chairs the panel?'); print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("config.json", {"model_type": "roberta", "hidden_act": "gelu"}),
        ("1_Pooling/config.json", {"pooling_mode": "cls"}),
        ("1_Pooling/config.json", {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}),
        ("config_sentence_transformers.json", {"prompts": {"query": "Represent this: "}}),
        ("modules.json", [{"type": "sentence_transformers.models.Transformer"}]),
    ],
)
def test_other_models_are_left_to_sentence_transformers(tmp_path: Path, name: str, values: object) -> None:
    for path in FOLDER.rglob("*.json"):
        copy = tmp_path / path.relative_to(FOLDER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "model.safetensors").touch()
    assert is_plain_bert(tmp_path)
    (tmp_path / name).write_text(json.dumps(values), encoding="utf-8")
    assert not is_plain_bert(tmp_path)


def test_a_folder_without_a_model_is_no_plain_bert(tmp_path: Path) -> None:
    assert not is_plain_bert(tmp_path)
