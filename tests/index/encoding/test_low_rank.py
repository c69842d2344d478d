"""The small weights that teach the packaged encoder committee papers."""

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from assistant.settings import DEFAULT_MODEL as SETTING
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder, _resolved
from index.encoding.low_rank import DOWN, UP, differences

WEIGHTS = Path(__file__).parents[3] / "index" / "encoding" / "weights" / "minutes.safetensors"


def test_a_difference_is_the_product_of_its_factors(tmp_path: Path) -> None:
    up, down = np.array([[1.0], [2.0]], np.float16), np.array([[3.0, 4.0]], np.float16)
    save_file({f"layer.weight{UP}": up, f"layer.weight{DOWN}": down}, tmp_path / "few.safetensors")
    found = differences(tmp_path / "few.safetensors")
    assert list(found) == ["layer.weight"]
    assert found["layer.weight"].tolist() == [[3.0, 4.0], [6.0, 8.0]]


def test_the_weights_that_ship_fit_the_packaged_model() -> None:
    base = load_file(Path(_resolved("all-MiniLM-L6-v2")) / "model.safetensors")
    added = differences(WEIGHTS)
    assert len(added) == 36  # six layers of six matrices
    assert all(difference.shape == base[name].shape for name, difference in added.items())
    assert all(0 < np.abs(difference).max() < np.abs(base[name]).max() for name, difference in added.items())


def test_the_default_setting_is_the_taught_model() -> None:
    assert SETTING == DEFAULT_MODEL


@pytest.mark.heavy
def test_the_taught_model_reads_a_question_otherwise_than_the_packaged_one() -> None:
    taught, plain = (
        SentenceTransformerEmbedder(name).embed_query("Who chairs the panel?")
        for name in (DEFAULT_MODEL, "all-MiniLM-L6-v2")
    )
    assert float(taught @ plain) < 0.99
