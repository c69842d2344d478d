"""Fits assistant/claims/weights.json on gold claims and pairs, and scores the fit with each collection left out in turn.

    python benchmarks/fit_claims.py [--write] SHARED STORES

SHARED/eval/dev holds NAME-claims.jsonl and SHARED/eval/train NAME*-pairs.jsonl (sentences, each with a paragraph's words and
what differs); STORES/store-NAME is the index of the papers. The sample's claims are fitted on too. Prints for each set the
shares of claims that are right, of decided ones given the opposite verdict and of open ones given any, over a collection
that the fit has not seen, and the same as shipped. --write puts the weights into weights.json; the thresholds stay.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from assistant.claims.check import Records, Search, check_claim, weighed
from assistant.claims.dated import is_of_days
from assistant.claims.signs import window
from assistant.claims.statements import statements_of
from assistant.claims.weighing import WEIGHTS, ClaimWeights, claim_weights
from assistant.decisions.recorded import Recorded
from assistant.evaluation.measures import load_gold, squash
from assistant.models import Filters, Finding
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.session import Session
from corpus.models import Role
from index.embedder import DEFAULT_MODEL, Embedder, SentenceTransformerEmbedder
from index.models import Placed
from index.stores import open_stores

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "questions" / "sample-claims.jsonl"
FRESH = ("kent2", "denver", "suffolk", "nipissing", "ayton", "govan", "wyevalley")
SETS = ("seeds", "kent", *FRESH, "sample")
OVER = {"kent2": "kent"}  # the papers of a set that has none of its own
# Flaws of pairs for which the paragraph neither bears the sentence out nor speaks against it.
NEITHER = ("scope", "partial", "invented", "cause", "modality", "actor", "verb")
OF_PAIRS, OF_OTHERS, OF_LATER = 0.2, 0.15, 0.3  # what a row counts, one of a claim's evidence being 1
PULL = 10.0  # of the weights to nought
CLASSES = (Finding.NOT_FOUND, Finding.SUPPORTED, Finding.REFUTED)


class Row(NamedTuple):
    """The signs of a statement beside a paragraph, what that says of it, and how much the row counts."""

    collection: str
    signs: Mapping[str, float]
    says: Finding
    weight: float


@dataclass(frozen=True)
class Papers:
    """What a claim is checked against, as assistant/use_cases.py brings it together."""

    search: Search
    around: Any
    records: Records


def main(arguments: Sequence[str]) -> int:
    """Fit and print; 2 for wrong use."""
    write = "--write" in arguments
    places = [Path(argument) for argument in arguments if argument != "--write"]
    if len(places) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    shared, stores = places
    embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
    gold = {name: load_gold(SAMPLE if name == "sample" else shared / f"eval/dev/{name}-claims.jsonl") for name in SETS}
    papers = {name: opened(stores / f"store-{name}", embedder) for name in SETS if name not in OVER}
    rows = [row for name in SETS for line in gold[name] for row in of_claim(line, OVER.get(name, name), papers)]
    for name in papers:
        for path in sorted(shared.glob(f"eval/train/{name}*-pairs.jsonl")):
            rows += [row for line in load_gold(path) for row in of_pair(line, name, papers)]
    whole = fitted(rows)
    out = {name: fitted([row for row in rows if row.collection != name]) for name in papers}
    print("set        right  opposite  invented   as shipped: right  opposite  invented")
    left = {name: scores(gold[name], papers[OVER.get(name, name)], out[OVER.get(name, name)]) for name in SETS}
    shipped = {name: scores(gold[name], papers[OVER.get(name, name)], whole) for name in SETS}
    for name in SETS:
        print_line(name, left[name], shipped[name])
    print_line("fresh", *(np.mean([of[name] for name in FRESH], axis=0) for of in (left, shipped)))
    if write:
        write_weights(whole, {name: len(gold[name]) for name in SETS}, len(rows))
    return 0


def print_line(name: str, *scored: Sequence[float]) -> None:
    """Prints the figures of a set."""
    print(f"{name:10}", "      ".join("  ".join(f"{figure:.3f}" for figure in one) for one in scored))


def opened(store: Path, embedder: Embedder) -> Papers:
    """The papers of a store, for the public; what is searched once is kept."""
    reader = Session(open_stores(store), embedder).reader(Role.PUBLIC)
    scope, catalogue = reader.scope(Filters()), reader.session.stores.catalogue

    @cache
    def search(text: str) -> tuple[Sequence[Candidate], Mapping[str, float]]:
        found = reader.search(text, scope)
        ids = [name for one in found.ranked for name in one.passage.paragraphs]
        return rank_units(found, catalogue.paragraphs(ids, scope.access)), found.rarity

    def around(place: Placed) -> Sequence[Placed]:
        return catalogue.neighbours(place.paper, place.n, 40, scope.access)

    def motions(statement: str) -> Sequence[Recorded]:
        known = reader.motions(reader.understand(statement), scope)
        return [one for one in known if is_of_days(statement, one.place.part.meeting.date)]

    lists = Records(lambda text: reader.attendance(reader.understand(text), scope), motions)
    return Papers(search, around, lists)


def of_claim(line: Mapping[str, Any], collection: str, papers: Mapping[str, Papers]) -> list[Row]:
    """The rows of a gold claim: its evidence says what its verdict is, any other paragraph neither."""
    verdict = Finding(line["verdict"])
    quotes = [squash(one["quote"]) for one in [*(line.get("evidence") or []), *(line.get("also") or [])]]
    texts = statements_of(line["claim"])
    rows: list[Row] = []
    for text in texts:
        claim = line["claim"] if len(texts) > 1 else text
        rows += _rows(text, claim, quotes, verdict, 1.0, collection, papers)
    return rows


def of_pair(line: Mapping[str, Any], collection: str, papers: Mapping[str, Papers]) -> list[Row]:
    """The rows of a sentence with a paragraph that bears it out, contradicts it or does neither."""
    if line["label"] == "unrelated":
        says = Finding.NOT_FOUND
    elif line["label"] == "true":
        says = Finding.SUPPORTED
    else:
        says = Finding.NOT_FOUND if line["flaw"] in NEITHER else Finding.REFUTED
    text, quote = line["sentence"], squash(line["quote"])
    known = line["label"] != "unrelated"
    return _rows(text, text, [quote], says, OF_PAIRS, collection, papers, of_others=known)


def _rows(
    text: str,
    claim: str,
    quotes: Sequence[str],
    says: Finding,
    weight: float,
    collection: str,
    papers: Mapping[str, Papers],
    of_others: bool = True,
) -> list[Row]:
    """A row for each paragraph found; those of one evidence share its weight, and what is beside it is left out."""
    found = weighed(text, claim, papers[collection].search, claim_weights())
    held = [any(quote in squash(window(one.candidate)) for quote in quotes) for one in found]
    rows: list[Row] = []
    for n, (one, is_evidence) in enumerate(zip(found, held, strict=True)):
        beside = any(quote in squash(one.candidate.placed.paragraph.text) for quote in quotes)
        if is_evidence:
            rows.append(Row(collection, one.signs, says, weight / sum(held) ** 0.5))
        elif not quotes:
            rows.append(Row(collection, one.signs, Finding.NOT_FOUND, weight if n < 3 else OF_LATER * weight))
        elif of_others and not beside:
            rows.append(Row(collection, one.signs, Finding.NOT_FOUND, OF_OTHERS * weight))
    return rows


def fitted(rows: Sequence[Row]) -> ClaimWeights:
    """A multinomial logistic regression over the signs, pulled to nought by their spread; the thresholds in use stay."""
    in_use = claim_weights()
    names = list(in_use.supported)
    x = np.array([[row.signs[name] for name in names] for row in rows])
    y = np.array([CLASSES.index(row.says) for row in rows])
    w = np.array([row.weight for row in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]

    def loss(flat: Any) -> tuple[float, Any]:
        t = flat.reshape(3, -1)
        logits = z @ t.T
        logits -= logits.max(1, keepdims=True)
        chance = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
        pulled = np.c_[t[:, :-1], np.zeros(3)]
        value = -(w * np.log(chance[np.arange(len(y)), y] + 1e-12)).sum() + PULL * (pulled**2).sum()
        slope = ((chance - np.eye(3)[y]) * w[:, None]).T @ z + 2 * PULL * pulled
        return float(value), slope.ravel()

    t = minimize(loss, np.zeros(3 * z.shape[1]), jac=True, method="L-BFGS-B").x.reshape(3, -1)
    of = t[1:] - t[0]
    weights = of[:, :-1] / spread
    bias = of[:, -1] - weights @ mean
    told = [{name: round(float(value), 3) for name, value in zip(names, row, strict=True)} for row in weights]
    return ClaimWeights(told[0], told[1], round(float(bias[0]), 3), round(float(bias[1]), 3), in_use.thresholds)


def scores(gold: Sequence[Mapping[str, Any]], papers: Papers, weights: ClaimWeights) -> tuple[float, float, float]:
    """The shares of claims that are right, of decided ones given the opposite verdict, of open ones given any."""
    given = [
        (
            Finding(line["verdict"]),
            check_claim(line["claim"], papers.search, papers.around, "", papers.records, weights).verdict,
        )
        for line in gold
    ]
    decided = [told not in (right, Finding.NOT_FOUND) for right, told in given if right is not Finding.NOT_FOUND]
    unfound = [told is not right for right, told in given if right is Finding.NOT_FOUND]
    right = sum(told is right for right, told in given)
    return right / len(given), sum(decided) / max(len(decided), 1), sum(unfound) / max(len(unfound), 1)


def write_weights(fit: ClaimWeights, claims: Mapping[str, int], rows: int) -> None:
    """Put the model into weights.json with how it came; the thresholds in it stay as they are."""
    path = ROOT / "assistant" / "claims" / WEIGHTS
    held = json.loads(path.read_text(encoding="utf-8"))
    held["made_by"] = "python benchmarks/fit_claims.py --write SHARED STORES"
    held["date"] = date.today().isoformat()
    held["data"] = [f"{name} ({count} claims)" for name, count in claims.items()]
    held["data"] += [f"pairs, each for {OF_PAIRS} of a claim; {rows} rows in all"]
    held["supported"] = {"bias": fit.bias_supported, "weights": fit.supported}
    held["refuted"] = {"bias": fit.bias_refuted, "weights": fit.refuted}
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
