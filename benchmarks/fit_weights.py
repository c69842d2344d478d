"""Fits the weights of assistant/candidates.py and assistant/confidence.py on gold questions, cross-validated.

    python benchmarks/fit_weights.py STORE GOLD.jsonl [STORE GOLD.jsonl ...]

Prints the weights to put into the two files, and what they give on questions left out of the fit: how often the
best paragraph holds the evidence, and how many unanswerable questions are declined where 90, 93 and 95 % of the
answerable ones are answered. Needs scikit-learn, which sentence-transformers brings.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.assistant import access_of
from assistant.candidates import Candidate, rank_units
from assistant.confidence import doubts
from assistant.evaluation import load_gold, squash
from assistant.question import understand
from assistant.retrieve import Found, find_passages
from corpus.models import Role
from index.build import open_stores
from index.embedder import SentenceTransformerEmbedder
from index.models import Scope

# Questions about nothing in any council's papers: an assistant that answers them is broken.
STRAYS = (
    "Are there any mermaids in the borough?",
    "Who won the Champions League final?",
    "What is the capital of Australia?",
    "How do I bake sourdough bread?",
    "What time does the next train to London leave?",
    "Is there life on Mars?",
    "How many elephants does the council own?",
    "What is the meaning of life?",
    "Can you write me a poem about autumn?",
    "Who is the president of France?",
    "What did the dragon say to the committee?",
    "How tall is the Eiffel Tower?",
    "What is the best recipe for curry?",
    "Which wizard chairs the panel?",
    "What was the score in yesterday's cricket?",
    "How do vaccines work?",
    "What is bitcoin worth today?",
    "Who painted the Mona Lisa?",
    "Did aliens land in the park?",
    "What is the airspeed of a swallow?",
    "Tell me a joke",
    "How many unicorns were licensed in 2024?",
    "What is the weather tomorrow?",
    "Who discovered penicillin?",
)


@dataclass(frozen=True)
class Case:
    """A question, what was found for it, and which units stand in an evidence paragraph."""

    gold: dict[str, Any]
    found: Found
    candidates: list[Candidate]
    right: list[bool]


def main(arguments: Sequence[str]) -> int:
    """Fit and print; 2 for wrong use."""
    if not arguments or len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    embedder = SentenceTransformerEmbedder("all-MiniLM-L6-v2")
    cases: list[Case] = []
    strays: list[Case] = []
    for store, gold in zip(arguments[::2], arguments[1::2], strict=True):
        cases += read(store, load_gold(Path(gold)), embedder)
        strays += read(store, [{"id": text, "question": text} for text in STRAYS], embedder)
    fit_units(cases)
    fit_confidence(cases, strays)
    return 0


def read(store: str, gold: Sequence[dict[str, Any]], embedder: SentenceTransformerEmbedder) -> Iterator[Case]:
    """Every gold question with what the store's search finds for it."""
    stores = open_stores(Path(store))
    scope = Scope(access=access_of(Role.PUBLIC))
    counts = stores.catalogue.counts(scope)
    for line in gold:
        found = find_passages(
            understand(line["question"], counts["councils"], counts["bodies"]), stores, embedder, scope
        )
        ids = [name for one in found.ranked for name in one.passage.paragraphs]
        candidates = rank_units(found, stores.catalogue.paragraphs(ids, scope.access))
        quotes = [squash(e["quote"]) for e in [*(line.get("evidence") or []), *(line.get("also") or [])]]
        texts = {c.placed.paragraph.id: squash(c.placed.paragraph.text) for c in candidates}
        holding = {name for name, text in texts.items() if any(quote in text for quote in quotes)}
        yield Case(line, found, candidates, [c.placed.paragraph.id in holding for c in candidates])


def fit_units(cases: Sequence[Case]) -> None:
    """Weights under which the units of evidence paragraphs take the most of a softmax over a question's units.

    Source: listwise loss, Cao et al., ICML 2007, doi:10.1145/1273496.1273513.
    """
    known = [case for case in cases if any(case.right)]
    answerable = [case for case in cases if case.gold.get("evidence")]
    firsts = 0
    for train, test in KFold(5, shuffle=True, random_state=1).split(known):
        weights = _listwise([known[n] for n in train])
        for n in test:
            scores = np.array([c.signs.as_list() for c in known[n].candidates]) @ weights
            firsts += known[n].right[int(np.argmax(scores))]
    print("candidates.WEIGHTS =", tuple(round(float(w), 2) for w in _listwise(known)))
    print(
        f"best paragraph holds evidence, cross-validated: {firsts / len(answerable):.3f} of {len(answerable)} answerable questions"
    )


def _listwise(cases: Sequence[Case], pull: float = 0.003) -> Any:
    lists = [
        (torch.tensor([c.signs.as_list() for c in case.candidates], dtype=torch.float64), torch.tensor(case.right))
        for case in cases
    ]
    weights = torch.ones(lists[0][0].shape[1], dtype=torch.float64, requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=80)

    def loss() -> Any:
        steps.zero_grad()
        total = sum(torch.logsumexp(x @ weights, 0) - torch.logsumexp((x @ weights)[right], 0) for x, right in lists)
        value = total / len(lists) + pull * (weights**2).sum()
        value.backward()
        return value

    steps.step(loss)
    return weights.detach().numpy()


def fit_confidence(cases: Sequence[Case], strays: Sequence[Case]) -> None:
    """Logistic regression of "can be answered" on the doubts; near misses weigh more than strays."""
    some = [case for case in [*cases, *strays] if case.candidates]
    signs = np.array([doubts(case.found, case.candidates) for case in some])
    answerable = np.array([bool(case.gold.get("evidence")) for case in some])
    stray = np.array([case.gold["question"] in STRAYS for case in some])
    near = ~answerable & ~stray
    weight = np.where(answerable, 1.0, np.where(stray, 1.5, 5.0))

    def fitted(rows: Any, labels: Any, weights: Any) -> Any:
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000))
        return model.fit(rows, labels, logisticregression__sample_weight=weights)

    left_out = np.zeros(len(some))
    for seed in range(6):
        for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(signs, answerable):
            left_out[test] += fitted(signs[train], answerable[train], weight[train]).decision_function(signs[test])
    model = fitted(signs, answerable, weight)
    scale, last = model[0], model[-1]
    deviations = np.where(scale.scale_ > 0, scale.scale_, 1.0)
    print("confidence.CENTRES =", tuple(round(float(c), 4) for c in scale.mean_))
    print("confidence.WEIGHTS =", tuple(round(float(w / d), 4) for w, d in zip(last.coef_[0], deviations, strict=True)))
    print("confidence.BIAS =", round(float(last.intercept_[0]), 4))
    print("answered  near misses declined  strays declined  (left out of the fit | in the fit, its threshold)")
    inside = model.decision_function(signs)
    for share in (0.85, 0.90, 0.92, 0.93, 0.95, 0.97):
        row = []
        for values in (left_out, inside):
            bar = np.sort(values[answerable])[int(answerable.sum() * (1 - share))]
            row += [float((values[near] < bar).mean()), float((values[stray] < bar).mean())]
        at = 1 / (1 + np.exp(-bar))
        print(f"{share:.2f}  {row[0]:.2f} {row[1]:.2f} | {row[2]:.2f} {row[3]:.2f}, {at:.3f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
