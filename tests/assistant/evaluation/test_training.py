"""`benchmarks/training_data.py`: the pointers of the questions that the encoder is taught with lead to paragraphs."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from places import ROOT


@pytest.fixture(scope="module")
def training() -> ModuleType:
    path = ROOT / "benchmarks" / "training_data.py"
    spec = importlib.util.spec_from_file_location("training_data_benchmark", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_pointer_counts_the_first_words_and_holds_none_of_them(training: ModuleType) -> None:
    count, key = training.pointer_of("Ten benches, were bought for the park in May")
    assert (count, key) == training.pointer_of("ten BENCHES were bought for the")
    assert count == 6
    assert training.pointer_of("Ten benches")[0] == 2
    assert not any(word in key for word in ("ten", "bench", "park"))


def test_the_questions_over_the_sample_lead_to_paragraphs(training: ModuleType) -> None:
    pointers = training.questions_on("sample")
    folder: Path = training.OWN["sample"]
    asked = [
        one
        for file, outline, passages in training.passages_of_papers(folder, training.papers_in(folder))
        for one in training.followed(pointers.get(file, []), outline, passages)
    ]
    assert len(asked) >= 0.97 * sum(map(len, pointers.values()))
    assert all(one.answers for one in asked)


def test_papers_kept_unseen_teach_nothing(training: ModuleType) -> None:
    assert not any("unseen" in file for file in training.papers_in(training.OWN["forms"]))
    assert not any("unseen" in file for file in training.questions_on("forms"))
