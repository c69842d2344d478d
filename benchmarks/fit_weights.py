"""Fits the weights of ranking and of declining on gold questions, and says what they give on stores left out of the fit.

    python benchmarks/fit_weights.py [--write] STORE GOLD.jsonl [STORE GOLD.jsonl ...]

STORE is the index of the papers that GOLD.jsonl asks about; GOLD.jsonl*2 counts its questions twice. STORE@MODEL was built
with another encoder than the default: a folder of one that did not learn from the papers. Every store is left out once. Prints how often the best paragraph holds the evidence there, and how many unanswerable questions are declined
where 85 to 97 % of the answerable ones are answered. --write puts the weights fitted on all of them into
assistant/retrieval/weights.json, with the threshold halfway between those at which 87.5 % are answered left out and in the
fit.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy.optimize import minimize

from assistant.evaluation.measures import load_gold, squash
from assistant.question import understand
from assistant.retrieval.answerability_features import doubts
from assistant.retrieval.features import NAMES
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.search import SearchResult, find_passages, with_outcomes
from assistant.session import access_of
from corpus.models import Role
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.models import Scope
from index.stores import open_stores

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


ANSWERED = 0.875  # of the answerable questions, at the threshold that is written: hard and short ones are declined more
FOLLOW_UPS = 0.3  # of the threshold: a completed follow-up is wordier than a question asked alone, and scores lower
# What speaks for an answer and what against it; the rest may go either way.
FOR = frozenset(
    [
        "shaped paragraph",
        "shaped unit",
        "year",
        "shaped in year",
        "in time",
        "counted",
        "fit",
        "likeness",
        "passage",
        "score",
    ]
    + [f"best {name}" for name in NAMES if name not in ("leads", "titled", "pairs")]
)
AGAINST = frozenset(
    ["elsewhere", "unseen", "rarest missing", "rarest missing near", "uncovered", "names missing", "names missing near"]
    + ["figures missing", "best leads", "best titled"]
)
KNOWN = {
    "settled": 1.5,
    "newest": 0.5,
}  # gold questions seldom ask what was decided in so many words, or how things are now
WEIGHTS = Path(__file__).parent.parent / "assistant" / "retrieval" / "weights.json"


@dataclass(frozen=True)
class Case:
    """A question, what was found for it, and for each unit whether it stands in an evidence paragraph."""

    store: str
    gold: dict[str, Any]
    found: SearchResult
    candidates: list[Candidate]
    right: list[bool]
    weight: float = 1.0  # how often it counts

    @property
    def answerable(self) -> bool:
        return bool(self.gold.get("evidence"))

    @property
    def signs(self) -> Any:
        return np.array([candidate.signs.as_list() for candidate in self.candidates])


def main(arguments: Sequence[str]) -> int:
    """Fit and print; 2 for wrong use."""
    write = "--write" in arguments
    arguments = [argument for argument in arguments if argument != "--write"]
    if not arguments or len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    encoders = {store: encoder_of(store) for store in arguments[::2]}
    cases: list[Case] = []
    for store, gold in zip(arguments[::2], arguments[1::2], strict=True):
        name, _, weight = gold.partition("*")
        lines = [alone(line) for line in load_gold(Path(name))]
        cases += [
            replace(case, weight=float(weight or 1)) for case in read(store.partition("@")[0], lines, encoders[store])
        ]
    strays = [
        case
        for store in dict.fromkeys(arguments[::2])
        for case in read(store.partition("@")[0], [{"id": text, "question": text} for text in STRAYS], encoders[store])
    ]
    weights = fit_units(cases)
    ranked = [reranked(case, weights) for case in [*cases, *strays]]
    names, model, threshold = fit_confidence(ranked)
    if write:
        data = [Path(gold).name for gold in arguments[1::2]]
        WEIGHTS.write_text(as_json(data, weights, names, model, threshold), encoding="utf-8")
    return 0


def encoder_of(store: str) -> SentenceTransformerEmbedder:
    """The encoder that a store was built with, as the arguments name it."""
    return SentenceTransformerEmbedder(store.partition("@")[2] or DEFAULT_MODEL)


def alone(line: dict[str, Any]) -> dict[str, Any]:
    """A gold question; of a conversation its first, which is asked in the papers' own words more often."""
    return {**line["turns"][0], "id": f"{line['id']}#1"} if "turns" in line else line


def read(store: str, gold: Sequence[dict[str, Any]], embedder: SentenceTransformerEmbedder) -> Iterator[Case]:
    """Every gold question with what the store's search finds for it."""
    stores = open_stores(Path(store))
    scope = Scope(access=access_of(Role.PUBLIC))
    counts = stores.catalogue.counts(scope)
    for line in gold:
        question = understand(line["question"], counts["councils"], counts["bodies"])
        found = with_outcomes(find_passages(question, stores, embedder, scope), stores, scope.access)
        ids = [name for ranked in found.ranked for name in ranked.passage.paragraphs]
        candidates = rank_units(found, stores.catalogue.paragraphs(ids, scope.access))
        quotes = [squash(e["quote"]) for e in [*(line.get("evidence") or []), *(line.get("also") or [])]]
        texts = {c.placed.paragraph.id: squash(c.placed.paragraph.text) for c in candidates}
        holding = {name for name, text in texts.items() if any(quote in text for quote in quotes)}
        yield Case(store, line, found, candidates, [c.placed.paragraph.id in holding for c in candidates])


def reranked(case: Case, weights: Any) -> Case:
    """The case as these weights rank it."""
    if not case.candidates:
        return case
    scores = case.signs @ weights
    order = np.argsort(-scores, kind="stable")
    candidates = [replace(case.candidates[i], score=float(scores[i])) for i in order]
    return replace(case, candidates=candidates, right=[case.right[i] for i in order])


def fit_units(cases: Sequence[Case]) -> Any:
    """Weights under which the units of evidence paragraphs take the most of a softmax over a question's units.

    Source: listwise loss, Cao et al., ICML 2007, doi:10.1145/1273496.1273513.
    """
    known = [case for case in cases if any(case.right)]
    firsts = []
    for store in dict.fromkeys(case.store for case in cases):
        weights = listwise([case for case in known if case.store != store] or known)
        here = [case for case in cases if case.store == store and case.answerable]
        hits = [any(case.right) and case.right[int(np.argmax(case.signs @ weights))] for case in here]
        firsts += hits
        print(f"best paragraph holds evidence, {store} left out: {np.mean(hits):.3f} of {len(hits)}")
    print(f"best paragraph holds evidence, each store left out once: {np.mean(firsts):.3f} of {len(firsts)}")
    return listwise(known)


def listwise(cases: Sequence[Case], pull: float = 0.003) -> Any:
    """The weights, each pulled by the square of its distance to 0, or to what is known of signs that gold seldom asks."""
    known = torch.tensor([KNOWN.get(name, 0.0) for name in NAMES])
    longest = max(len(case.candidates) for case in cases)
    signs = torch.zeros(len(cases), longest, len(NAMES))
    there = torch.full((len(cases), longest), -1e9)
    right = torch.full((len(cases), longest), -1e9)
    for i, case in enumerate(cases):
        size = len(case.candidates)
        signs[i, :size] = torch.tensor(case.signs, dtype=torch.float32)
        there[i, :size] = 0.0
        right[i, :size] = torch.where(torch.tensor(case.right), 0.0, -1e9)
    counts = torch.tensor([case.weight for case in cases])
    weights = torch.ones(signs.shape[2], requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=60)

    def loss() -> Any:
        steps.zero_grad()
        scores = signs @ weights
        missed = torch.logsumexp(scores + there, 1) - torch.logsumexp(scores + right, 1)
        value = (counts * missed).sum() / counts.sum() + pull * ((weights - known) ** 2).sum()
        value.backward()  # type: ignore[no-untyped-call] # torch's own
        return value

    steps.step(loss)  # type: ignore[no-untyped-call] # torch's own
    return weights.detach().numpy()


@dataclass(frozen=True)
class Logistic:
    """A logistic regression over raw rows."""

    centres: Any
    slopes: Any
    bias: float

    def of(self, rows: Any) -> Any:
        """The log-odds of each row."""
        return (rows - self.centres) @ self.slopes + self.bias


def fit_confidence(cases: Sequence[Case]) -> tuple[list[str], Logistic, float]:
    """Logistic regression of "can be answered" on the doubts: their names, the model and the threshold."""
    some = [case for case in cases if case.candidates]
    rows = np.array([list(doubts(case.found, case.candidates).values()) for case in some])
    answerable = np.array([case.answerable for case in some])
    stray = np.array([case.gold["question"] in STRAYS for case in some])
    stores = np.array([case.store for case in some])
    near = ~answerable & ~stray
    weight = np.array([case.weight for case in some]) * np.where(answerable | stray, 1.0, 2.0)

    names = list(doubts(some[0].found, some[0].candidates))
    left_out = np.zeros(len(some))
    for store in dict.fromkeys(stores):
        others = stores != store if (stores != store).any() else stores == store
        model = _signed_logistic(rows[others], answerable[others], weight[others], names)
        left_out[stores == store] = model.of(rows[stores == store])
    model = _signed_logistic(rows, answerable, weight, names)
    inside = model.of(rows)
    print("answered  near misses declined  strays declined  (each store left out once | in the fit, its threshold)")
    for share in (0.85, 0.90, 0.93, 0.95, 0.97):
        row = []
        for values in (left_out, inside):
            bar = _bar(values[answerable], share)
            row += [float((values[near] < bar).mean()), float((values[stray] < bar).mean())]
        chance = 1 / (1 + np.exp(-_bar(inside[answerable], share)))
        print(f"{share:.2f}  {row[0]:.2f} {row[1]:.2f} | {row[2]:.2f} {row[3]:.2f}, {chance:.3f}")
    # Between the papers that the weights know and those that they don't.
    bars = [1 / (1 + np.exp(-_bar(values[answerable], ANSWERED))) for values in (left_out, inside)]
    return names, model, float(sum(bars) / 2)


def _signed_logistic(rows: Any, answerable: Any, weight: Any, names: Sequence[str], pull: float = 15.0) -> Logistic:
    """A logistic regression in which no sign may speak against what it means.

    Gold questions that cannot be answered often use the papers' own words, and those that can be answered seldom do.
    Without bounds the fit learns from this that a paragraph which holds every word of the question is suspicious.
    """
    centres, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = (rows - centres) / spread
    sides = np.where(answerable, 1.0, -1.0)

    def loss(values: Any) -> tuple[float, Any]:
        margins = (scaled @ values[:-1] + values[-1]) * sides
        pulls = -sides * weight / (1 + np.exp(margins))
        value = (weight * np.logaddexp(0, -margins)).sum() + pull * (values[:-1] ** 2).sum() / 2
        return float(value), np.append(scaled.T @ pulls + pull * values[:-1], pulls.sum())

    bounds = [(0, None) if name in FOR else (None, 0) if name in AGAINST else (None, None) for name in names]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]).x
    return Logistic(centres, found[:-1] / spread, float(found[-1]))


def _bar(values: Any, share: float) -> float:
    """The value that this share of the values reaches."""
    return float(np.sort(values)[int(len(values) * (1 - share))])


def as_json(data: Sequence[str], weights: Any, doubt_names: Sequence[str], model: Logistic, threshold: float) -> str:
    """The weights as the file that assistant/retrieval/weights.py reads, in full precision, a weight a line."""
    centres, slopes = (values.tolist() for values in (model.centres, model.slopes))
    record = {
        "made_by": "python benchmarks/fit_weights.py --write",
        "date": date.today().isoformat(),
        "data": list(data),
        "signs": dict(zip(NAMES, map(float, weights), strict=True)),
        "bias": model.bias,
        "doubts": dict(zip(doubt_names, zip(centres, slopes, strict=True), strict=True)),  # each: mean, weight
        "threshold": threshold,
        "follow_up_threshold": threshold * FOLLOW_UPS,
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    return re.sub(r"\[\n\s+([^\s,\"]+),\n\s+([^\s,\"]+)\n\s+\]", r"[\1, \2]", text) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
