"""Small weights that teach the packaged encoder committee papers: differences of low rank, added when a model is loaded.

The weights and their model card lie in `index/encoding/weights`; `benchmarks/train_embedder.py` trains them.

Source: LoRA, Hu et al., ICLR 2022, arXiv:2106.09685.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

Array = NDArray[np.float32]
DOWN, UP = ".down", ".up"  # how the two factors of a weight's difference are named
PROJECTION = "tokens.projection"


def differences(path: Path) -> dict[str, Array]:
    """By a weight's name, what is to be added to it; shape as the weight. Raises: OSError where the file is not there."""
    factors: Mapping[str, NDArray[np.float16]] = load_file(path)
    names = [name.removesuffix(DOWN) for name in factors if name.endswith(DOWN)]
    return {name: factors[name + UP].astype(np.float32) @ factors[name + DOWN].astype(np.float32) for name in names}


def projection(path: Path) -> Array:
    """What puts tokens into few dimensions, shape (the model's dimensions, few). Raises: OSError where the file is not there."""
    return np.asarray(load_file(path)[PROJECTION], dtype=np.float32)
