"""Fits the weights of assistant/deciding.py on gold claims, and scores them with one store at a time left out.

    python benchmarks/fit_claims.py PAIRS.jsonl STORE GOLD.jsonl [STORE GOLD.jsonl ...]

PAIRS are sentences with their paragraphs and the flaw of each, as the support gate's tests have them; they teach which
signs speak against a sentence. Prints the weights to put into the file, and how accuracy, opposite verdicts and invented
ones go with the thresholds for claims over a store that the fit has not seen: another council's papers.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from assistant.assistant import access_of
from assistant.candidates import rank_units
from assistant.deciding import (
    ABOUT,
    AGAINST,
    CLEAR,
    CONTESTED,
    DOUBTFUL,
    LEAST_ABOUT,
    LEAST_AGAINST,
    SURE_BORNE,
    SURE_REFUTED,
    speaks,
)
from assistant.evaluation import load_gold, squash
from assistant.models import Finding
from assistant.question import understand
from assistant.retrieve import find_passages
from assistant.weighing import against_signs, chosen, lay, weigh, window
from corpus.models import Role
from index.build import open_stores
from index.embedder import SentenceTransformerEmbedder
from index.models import Scope

NEEDS_SEARCH = ("plain", "gap", "borne", "likeness")  # signs that a pair without a search has not
PAIR_WEIGHT = 0.1
NO_CONTRADICTION = ("scope", "partial", "invented")  # flaws of pairs that nothing refutes
PULL_ABOUT, PULL_AGAINST = 0.0003, 0.005
Signs = Mapping[str, float]


@dataclass(frozen=True)
class Case:
    """A claim with the signs of each paragraph laid beside it, and which of them are its evidence."""

    store: str
    verdict: Finding
    signs: list[Signs]
    evidence: list[bool]  # the very words
    paragraph: list[bool]  # the same paragraph, perhaps another of its sentences


def main(arguments: Sequence[str]) -> int:
    """Fit and print; 2 for wrong use."""
    if len(arguments) < 3 or not len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    embedder = SentenceTransformerEmbedder("all-MiniLM-L6-v2")
    pairs = read_pairs(Path(arguments[0]))
    cases: list[Case] = []
    for store, gold in zip(arguments[1::2], arguments[2::2], strict=True):
        cases += read(store, load_gold(Path(gold)), embedder)
    for name, bias, weights in zip(("ABOUT", "AGAINST"), *fitted(cases, pairs), strict=True):
        print(f"{name}_BIAS = {bias:.2f}\n{name} = {weights}")
    curve(cases, pairs)
    return 0


def read_pairs(path: Path) -> list[tuple[Signs, bool]]:
    """The signs of each sentence beside its paragraphs, and whether they refute it."""
    found = []
    for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if line["flaw"] not in NO_CONTRADICTION:
            text = "\n".join(line["paragraphs"])
            laid = lay(line["sentence"], text, "", text, "discussion")
            found.append((against_signs(laid), line["flaw"] is not None))
    return found


def read(store: str, gold: Sequence[dict[str, Any]], embedder: SentenceTransformerEmbedder) -> list[Case]:
    """Every claim with the paragraphs that the check would lay beside it."""
    stores = open_stores(Path(store))
    scope = Scope(access=access_of(Role.PUBLIC))
    counts = stores.catalogue.counts(scope)
    cases = []
    for line in gold:
        question = understand(line["claim"], counts["councils"], counts["bodies"])
        found = find_passages(question, stores, embedder, scope)
        ids = [name for one in found.ranked for name in one.passage.paragraphs]
        ranked = rank_units(found, stores.catalogue.paragraphs(ids, scope.access))
        units = chosen(ranked)
        quotes = [squash(e["quote"]) for e in [*(line.get("evidence") or []), *(line.get("also") or [])]]
        whole = [any(quote in squash(unit.placed.paragraph.text) for quote in quotes) for unit in units]
        close = [any(quote in squash(window(unit)) for quote in quotes) for unit in units]
        signs = [weigh(line["claim"], unit, ranked[0].score, found.rarity).signs for unit in units]
        cases.append(Case(store, Finding(line["verdict"]), signs, close, whole))
    return cases


def fitted(
    cases: Sequence[Case], pairs: Sequence[tuple[Signs, bool]]
) -> tuple[tuple[float, float], tuple[dict[str, float], dict[str, float]]]:
    """Biases and weights of the two models: logistic regressions whose weights keep to the signs' meaning."""
    about: list[tuple[Signs, bool, float]] = []
    against: list[tuple[Signs, bool, float]] = []
    for case in cases:
        open_case = case.verdict is Finding.NOT_FOUND
        if not open_case and not any(case.evidence):
            continue  # the search did not bring it
        share = 1.0 / max(sum(case.evidence), 1) ** 0.5
        for n, signs in enumerate(case.signs):
            if case.paragraph[n] and not case.evidence[n]:
                continue
            about.append((signs, case.evidence[n], 3.0 if case.evidence[n] else 2.0 if open_case and n < 3 else 0.5))
            if case.evidence[n]:
                against.append((signs, case.verdict is Finding.REFUTED, share))
    means = {name: float(np.mean([signs[name] for signs, _, _ in against])) for name in NEEDS_SEARCH}
    against += [({**means, **signs}, refuted, PAIR_WEIGHT) for signs, refuted in pairs]
    one = _logistic(about, ABOUT, LEAST_ABOUT, PULL_ABOUT)
    other = _logistic(against, AGAINST, LEAST_AGAINST, PULL_AGAINST)
    return (one[0], other[0]), (one[1], other[1])


def _logistic(
    rows: Sequence[tuple[Signs, bool, float]], model: Mapping[str, float], least: Mapping[str, float], pull: float
) -> tuple[float, dict[str, float]]:
    """Bias and weights; each weight keeps the direction it has in the model as it stands (zero counts as for)."""
    ways = {name: -1.0 if str(weight).startswith("-") else 1.0 for name, weight in model.items()}
    x = np.array([[signs[name] * way for name, way in ways.items()] for signs, _, _ in rows])
    y = np.array([1.0 if label else -1.0 for _, label, _ in rows])
    w = np.array([weight for _, _, weight in rows])
    w = w / w.sum()

    def loss(t: Any) -> tuple[float, Any]:
        z = x @ t[1:] + t[0]
        slope = -w * y / (1 + np.exp(z * y))
        value = float((w * np.logaddexp(0, -z * y)).sum() + pull * (t[1:] ** 2).sum())
        return value, np.r_[slope.sum(), x.T @ slope + 2 * pull * t[1:]]

    low = [least.get(name, 0.0) for name in ways]
    bounds = [(None, None), *((at, None) for at in low)]
    t = minimize(loss, np.r_[0.0, low], jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(t[0]), {
        name: round(float(way * value), 2) for (name, way), value in zip(ways.items(), t[1:], strict=True)
    }


def curve(cases: Sequence[Case], pairs: Sequence[tuple[Signs, bool]]) -> None:
    """Prints, for claims whose store was left out of the fit, what each pair of thresholds gives."""
    print("about  against  accuracy  dangerous  invented  (claims of a store left out of the fit)")
    chances: dict[int, list[Any]] = {}
    for store in dict.fromkeys(case.store for case in cases):
        biases, weights = fitted([case for case in cases if case.store != store], pairs)
        for n, case in enumerate(cases):
            if case.store == store:
                chances[n] = [_chances(case, bias, model) for bias, model in zip(biases, weights, strict=True)]
    left_out = [chances[n] for n in range(len(cases))]
    for enough in (0.4, 0.45, 0.5, 0.55, 0.6):
        for even in (0.45, 0.5, 0.55, 0.6):
            right, opposite, invented = _scores(cases, left_out, enough, even)
            print(f"{enough:.2f}   {even:.2f}     {right:.3f}     {opposite:.3f}      {invented:.3f}")


def _chances(case: Case, bias: float, weights: Mapping[str, float]) -> Any:
    totals = [bias + sum(weight * signs[name] for name, weight in weights.items()) for signs in case.signs]
    return 1 / (1 + np.exp(-np.array(totals)))


def _scores(cases: Sequence[Case], folds: Sequence[Any], enough: float, even: float) -> tuple[float, float, float]:
    right, opposite, invented = 0, 0, 0
    for case, (about, against) in zip(cases, folds, strict=True):
        contrary = np.array([speaks(signs) for signs in case.signs])
        bears = (about * (1 - against) * (about >= enough) * (against < np.where(contrary, even, DOUBTFUL))).max()
        refutes = (about * against * (about >= enough) * (against >= even) * contrary).max()
        given, least = (Finding.REFUTED, SURE_REFUTED) if refutes >= bears else (Finding.SUPPORTED, SURE_BORNE)
        contested = max(bears, refutes) < CLEAR and min(bears, refutes) > CONTESTED * max(bears, refutes)
        if max(bears, refutes) < least or contested:
            given = Finding.NOT_FOUND
        right += given is case.verdict
        if case.verdict is Finding.NOT_FOUND:
            invented += given is not case.verdict
        else:
            opposite += given not in (case.verdict, Finding.NOT_FOUND)
    unfound = sum(case.verdict is Finding.NOT_FOUND for case in cases)
    return right / len(cases), opposite / (len(cases) - unfound), invented / max(unfound, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
