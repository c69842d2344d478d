"""Teaches the packaged encoder committee papers, and writes what is added to its weights.

    pip install peft accelerate       # for training alone
    python benchmarks/train_embedder.py OUT.safetensors [--shared DIR] [--leave COLLECTION ...] [--axes]

Learns from the questions of tests/gold/training.jsonl over the sample and the forms, and with --shared over DIR/papers
and with DIR/eval/train too. --leave keeps collections out, so that they can measure what carries over.
Takes about ten minutes for 3,300 questions on two cores. The same seed gives the same weights on the same machine.

Contrastive learning: a question shall be nearer to the passage that answers it, and within it to the paragraph, than to
all other passages and paragraphs of its batch; each question brings one passage that the untaught encoder takes for a
good one (a hard negative). A paragraph's vector is the mean of its tokens in its passage, as the index has it.

Sources: InfoNCE, van den Oord et al. 2018, arXiv:1807.03748; dense retrieval with hard negatives, Karpukhin et al.,
EMNLP 2020, arXiv:2004.04906; LoRA, Hu et al., ICLR 2022, arXiv:2106.09685.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from peft import LoraConfig, get_peft_model
from safetensors.numpy import load_file, save_file
from torch.nn.functional import normalize
from training_data import OWN, Asked, Text, followed, papers_in, passages_of_papers, pointer_of, questions_on
from transformers import AutoModel, AutoTokenizer

from index.embedder import _resolved
from index.encoding.late_interaction import DIMENSIONS
from index.encoding.low_rank import DOWN, PROJECTION, UP, differences

BASE = "all-MiniLM-L6-v2"
RANK, RATE, EPOCHS, BATCH, SCALE = 16, 3e-4, 1, 32, 20.0
TOKENS, QUESTION_TOKENS, CHARACTERS = 160, 64, 560
SAMPLE = 4000  # passages whose tokens' axes are found
HARD = 25  # of the first so many passages by the untaught encoder one is the hard negative
LAYERS = ("query", "key", "value", "attention.output.dense", "intermediate.dense", "output.dense")


@dataclass(frozen=True)
class Lesson:
    """A question, its passage and paragraph, all paragraphs that answer it, and passages that only seem to."""

    asked: Asked
    hard: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write."""
    options = parser().parse_args(arguments)
    random.seed(1)
    torch.manual_seed(1)
    encoder = Encoder()
    texts, lessons = gathered(options, encoder)
    print(f"{len(lessons)} questions over {len(texts)} passages", flush=True)
    if options.axes:
        learnt: dict[str, Any] = {
            name: values for name, values in load_file(options.out).items() if name.endswith((DOWN, UP))
        }
        encoder.add(differences(options.out))
    else:
        learnt = trained(encoder, texts, lessons)
    save_file({**learnt, PROJECTION: encoder.axes([text.words for text in texts.values()])}, options.out)
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    found = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    found.add_argument("out", type=Path)
    found.add_argument("--shared", type=Path, metavar="DIR", help="folder of the real papers and questions over them")
    found.add_argument(
        "--leave", nargs="*", default=(), metavar="COLLECTION", help="collections kept out of the training"
    )
    found.add_argument(
        "--axes", action="store_true", help="train nothing: find the axes of the tokens for the weights in OUT"
    )
    return found


def gathered(options: argparse.Namespace, encoder: "Encoder") -> tuple[dict[str, Text], list[Lesson]]:
    """The passages of all collections by id, and the lessons over them."""
    folders = dict(OWN)
    if options.shared:
        folders |= {path.name: path for path in sorted((options.shared / "papers").iterdir()) if path.is_dir()}
    texts: dict[str, Text] = {}
    lessons: list[Lesson] = []
    for collection, folder in folders.items():
        if collection in options.leave:
            continue
        pointers = questions_on(collection)
        for pointer in given(options.shared, collection):
            pointers.setdefault(pointer["file"], []).append(pointer)
        here: dict[str, Text] = {}
        asked: list[Asked] = []
        for file, outline, passages in passages_of_papers(folder, papers_in(folder)):
            here |= passages
            own = [one for name, many in pointers.items() if file.endswith(name) for one in many]
            asked += followed(own, outline, passages)
        lessons += [] if options.axes else taught(asked, here, encoder)
        texts |= here
        print(f"{collection}: {len(asked)} questions, {len(here)} passages", flush=True)
    return texts, lessons


def given(shared: Path | None, collection: str) -> Iterator[dict[str, Any]]:
    """The questions of DIR/eval/train over a collection, as pointers."""
    paths = sorted((shared / "eval" / "train").glob(f"{collection}*-questions.jsonl")) if shared else []
    for path in paths:
        for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            count, key = pointer_of(line["quote"])
            yield {
                "collection": collection,
                "file": line["file"],
                "n": count,
                "hash": key,
                "question": line["question"],
            }


def taught(asked: Sequence[Asked], texts: Mapping[str, Text], encoder: "Encoder") -> Iterator[Lesson]:
    """The questions with what the untaught encoder takes for good passages and are not."""
    if not asked:
        return
    keys = list(texts)
    passages = encoder.vectors([texts[key].words for key in keys])
    for one, vector in zip(asked, encoder.vectors([one.question for one in asked]), strict=True):
        right = {passage for passage, _ in one.answers}
        best = np.argsort(-(passages @ vector))[: HARD + len(right)]
        yield Lesson(one, tuple(keys[i] for i in best if keys[i] not in right)[:HARD])


class Encoder:
    """The encoder that is taught, without dropout: on few questions it costs time and gives nothing."""

    def __init__(self) -> None:
        folder = _resolved(BASE)
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self.model: Any = AutoModel.from_pretrained(folder, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0)
        self._half = torch.cpu._is_avx512_bf16_supported()

    def read(self, texts: Sequence[str], tokens: int) -> tuple[Any, Any, Any]:
        """Each text's tokens as the model reads them, which of them are there, and their offsets."""
        batch = self._tokenizer(
            list(texts),
            padding=True,
            truncation=True,
            max_length=tokens,
            return_tensors="pt",
            return_offsets_mapping=True,
        )
        offsets = batch.pop("offset_mapping")
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self._half):
            hidden = self.model(**batch).last_hidden_state.float()
        return hidden, batch["attention_mask"].unsqueeze(-1).float(), offsets

    def means(self, texts: Sequence[str], tokens: int) -> Any:
        """The texts' vectors, of length one."""
        hidden, there, _ = self.read(texts, tokens)
        return normalize((hidden * there).sum(1) / there.sum(1), dim=-1)

    def add(self, differences: Mapping[str, Any]) -> None:
        """Add what was learnt before to the weights."""
        state = self.model.state_dict()
        for name, difference in differences.items():
            state[name] += torch.from_numpy(difference)

    @torch.no_grad()
    def axes(self, texts: Sequence[str]) -> Any:
        """The directions in which the tokens of texts differ most, in half precision; shape (dimensions, `DIMENSIONS`).

        Those of a sample of the texts. Source: principal components, Pearson 1901, doi:10.1080/14786440109462720,
        about the origin, since likeness is measured from there.
        """
        some = sorted(random.sample(texts, min(SAMPLE, len(texts))), key=len)
        spread = torch.zeros(self.model.config.hidden_size, self.model.config.hidden_size)
        for first in range(0, len(some), BATCH):
            hidden, there, _ = self.read(some[first : first + BATCH], TOKENS)
            tokens = normalize(hidden[there.squeeze(-1) > 0], dim=-1)
            spread += tokens.T @ tokens
        return torch.linalg.eigh(spread)[1].flip(1)[:, :DIMENSIONS].contiguous().numpy().astype(np.float16)

    @torch.no_grad()
    def vectors(self, texts: Sequence[str]) -> Any:
        """The same for many texts, without learning; shape (texts, dimensions)."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        found: list[Any] = [None] * len(texts)
        for first in range(0, len(order), BATCH):
            some = order[first : first + BATCH]
            for i, vector in zip(some, self.means([texts[i] for i in some], 256).numpy(), strict=True):
                found[i] = vector
        return np.stack(found)


def trained(encoder: Encoder, texts: Mapping[str, Text], lessons: list[Lesson]) -> dict[str, Any]:
    """The low-rank differences, as `index/encoding/low_rank.py` reads them."""
    config = LoraConfig(r=RANK, lora_alpha=2 * RANK, lora_dropout=0.0, target_modules=list(LAYERS))
    encoder.model = get_peft_model(encoder.model, config)
    learnt = [weight for weight in encoder.model.parameters() if weight.requires_grad]
    steps = EPOCHS * math.ceil(len(lessons) / BATCH)
    optimiser = torch.optim.AdamW(learnt, lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps + 1, pct_start=0.1)
    step = 0
    for _ in range(EPOCHS):
        random.shuffle(lessons)
        for first in range(0, len(lessons), BATCH):
            loss = _loss(encoder, texts, lessons[first : first + BATCH])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            step += 1
            print(f"step {step} of {steps}: loss {loss.item():.3f}", flush=True)
    return _factors(encoder.model)


def _loss(encoder: Encoder, texts: Mapping[str, Text], lessons: Sequence[Lesson]) -> Any:
    """How far the questions are from their passages and paragraphs, against all others of the batch."""
    wanted: dict[str, str | None] = {}
    for one in lessons:
        passage, paragraph = one.asked.answers[0]
        wanted[passage] = paragraph
        if one.hard:
            wanted.setdefault(random.choice(one.hard), None)
    shown = {key: _shortened(texts[key], paragraph) for key, paragraph in wanted.items()}
    hidden, there, offsets = encoder.read([text.words for text in shown.values()], TOKENS)
    passages = normalize((hidden * there).sum(1) / there.sum(1), dim=-1)
    names, rows = [], []
    for i, text in enumerate(shown.values()):
        for name, span in text.paragraphs.items():
            names.append(name)
            rows.append(_mean(hidden[i], offsets[i], span))
    questions = encoder.means([one.asked.question for one in lessons], QUESTION_TOKENS)
    keys = list(shown)
    right_passages = [{keys.index(passage) for passage, _ in one.asked.answers if passage in shown} for one in lessons]
    right = [
        {n for n, name in enumerate(names) if (name in {answer for _, answer in one.asked.answers})} for one in lessons
    ]
    paragraphs = normalize(torch.stack(rows), dim=-1)
    return _missed(questions @ passages.T, right_passages) + _missed(questions @ paragraphs.T, right)


def _missed(likeness: Any, right: Sequence[set[int]]) -> Any:
    """The mean cross-entropy of taking a right one among all."""
    scores = likeness * SCALE
    losses = [
        torch.logsumexp(row, 0) - torch.logsumexp(row[sorted(chosen)], 0)
        for row, chosen in zip(scores, right, strict=True)
        if chosen
    ]
    return torch.stack(losses).mean()


def _mean(hidden: Any, offsets: Any, span: tuple[int, int]) -> Any:
    inside = (offsets[:, 1] > offsets[:, 0]) & (offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0])
    return hidden[inside].mean(0) if inside.any() else hidden[0] * 0


def _shortened(text: Text, wanted: str | None) -> Text:
    """A passage's heading and its words from a little before the wanted paragraph on, where it is long."""
    if wanted is None or len(text.words) <= CHARACTERS + 120 or text.paragraphs[wanted][1] <= CHARACTERS:
        return text
    head = text.words.find("\n") + 1
    start = text.paragraphs[wanted][0]
    cut = min(
        (first for first, _ in text.paragraphs.values() if start - CHARACTERS // 4 <= first <= start), default=start
    )
    away = cut - head
    kept = {name: (a - away, b - away) for name, (a, b) in text.paragraphs.items() if a >= cut}
    return Text(text.words[:head] + text.words[cut:], kept)


def _factors(model: Any) -> dict[str, Any]:
    """What was learnt as two factors for each weight, in half precision."""
    found: dict[str, Any] = {}
    state = {name: weight.detach().numpy() for name, weight in model.state_dict().items() if ".lora_" in name}
    for name, down in state.items():
        if ".lora_A." in name:
            weight = name.removeprefix("base_model.model.").split(".lora_A.")[0] + ".weight"
            up = state[name.replace(".lora_A.", ".lora_B.")]
            found[weight + DOWN] = down.astype(np.float16)
            found[weight + UP] = (2.0 * up).astype(np.float16)  # alpha / rank
    return found


if __name__ == "__main__":
    sys.exit(main())
