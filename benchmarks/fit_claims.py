"""Fits assistant/claims/weights.json on gold claims, and scores the fit with one store at a time left out.

    python benchmarks/fit_claims.py [--write] PAIRS.jsonl STORE GOLD.jsonl [STORE GOLD.jsonl ...]

PAIRS.jsonl holds sentences with their paragraphs and the flaw of each, as tests/assistant/support/support-pairs.jsonl
does; they teach which signs speak against a sentence. STORE is the index of the papers that the claims of GOLD.jsonl are
about; a set given twice counts twice. Prints the weights, and the thresholds that are right most often for each share of
opposite verdicts allowed, over claims on a store that the fit has not seen: another council's papers. --write puts the
weights into weights.json with how they came; its thresholds, chosen by hand from the table, stay.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from assistant.claims.check import weighed
from assistant.claims.classifier import last_word, only_proposes, speaks
from assistant.claims.features import against_signs, lay, window
from assistant.claims.statements import statements_of
from assistant.claims.weights import LogisticModel, claim_weights
from assistant.evaluation.measures import load_gold, squash
from assistant.models import Finding
from assistant.question import understand
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.search import find_passages
from assistant.session import access_of
from corpus.models import Role
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.models import Scope
from index.stores import open_stores

WEIGHTS = Path(__file__).parent.parent / "assistant" / "claims" / "weights.json"
# Signs that are rare and right: a correction, a recorded vote, who holds an office, a lost amendment. Too few claims have
# them to fit their weights, which are therefore at least these.
LEAST_ABOUT = {"vote": 1.0}
LEAST_AGAINST = {"corrected": 3.0, "vote": 2.0, "holder": 1.5, "rank": 1.0, "lost": 3.0}
NEEDS_SEARCH = ("plain",)  # the sign that a pair without a search has not
PAIR_WEIGHT = 0.1
NO_CONTRADICTION = ("scope", "partial", "invented")  # flaws of pairs that nothing refutes
PULL_ABOUT, PULL_AGAINST = 0.0003, 0.005
Signs = Mapping[str, float]


class Thresholds(NamedTuple):
    """The thresholds of assistant/claims/weights.json that are chosen on the curve."""

    enough: float
    even: float
    doubtful: float
    sure_borne: float
    sure_refuted: float
    contested: float


IN_USE = claim_weights().thresholds
AS_SET = Thresholds(
    IN_USE.enough, IN_USE.even, IN_USE.doubtful, IN_USE.sure_borne, IN_USE.sure_refuted, IN_USE.contested
)
TRIED = (
    (0.4, 0.5, 0.6),
    (0.5, 0.57, 0.64),
    (0.45, 0.5, 0.55),
    (0.34, 0.42, 0.5),
    (0.24, 0.31, 0.38, 0.45),
    (0.5, 0.7, 0.9),
)
ALLOWED, MOST_INVENTED = (0.12, 0.10, 0.08, 0.06, 0.04), 0.25


@dataclass(frozen=True)
class Case:
    """A statement of a claim with the signs of each paragraph laid beside it, and which of them are its evidence."""

    store: str
    claim: str
    verdict: Finding  # of the whole claim
    signs: list[Signs]
    evidence: list[bool]  # the very words
    paragraph: list[bool]  # the same paragraph, perhaps another of its sentences


def main(arguments: Sequence[str]) -> int:
    """Fit and print; 2 for wrong use."""
    write = "--write" in arguments
    arguments = [argument for argument in arguments if argument != "--write"]
    if len(arguments) < 3 or not len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
    pairs = read_pairs(Path(arguments[0]))
    cases: list[Case] = []
    for store, gold in zip(arguments[1::2], arguments[2::2], strict=True):
        cases += read(store, load_gold(Path(gold)), embedder)
    about, against = fitted(cases, pairs)
    for name, model in (("ABOUT", about), ("AGAINST", against)):
        print(f"{name}_BIAS = {model.bias:.2f}\n{name} = {model.weights}")
    if write:
        write_weights(about, against, arguments)
    curve(cases, pairs)
    return 0


def write_weights(about: LogisticModel, against: LogisticModel, arguments: Sequence[str]) -> None:
    """Put the models into weights.json with how they came; the thresholds in it stay as they are."""
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    sets = Counter(Path(name) for name in arguments[2::2])
    held["made_by"] = "python benchmarks/fit_claims.py --write PAIRS.jsonl STORE GOLD.jsonl [STORE GOLD.jsonl ...]"
    held["date"] = date.today().isoformat()
    held["data"] = [f"{Path(arguments[0]).stem}, each pair for {PAIR_WEIGHT} of a claim"]
    held["data"] += [f"{path.stem} ({len(load_gold(path))}), counted {times}x" for path, times in sets.items()]
    for name, model in (("about", about), ("against", against)):
        held[name] = {"bias": round(model.bias, 2), "weights": model.weights}
    WEIGHTS.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_pairs(path: Path) -> list[tuple[Signs, bool]]:
    """The signs of each sentence beside its paragraphs, and whether they refute it."""
    found: list[tuple[Signs, bool]] = []
    for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if line["flaw"] not in NO_CONTRADICTION:
            text = "\n".join(line["paragraphs"])
            laid = lay(line["sentence"], text, "", text, "discussion")
            found.append((against_signs(laid), line["flaw"] is not None))
    return found


def read(store: str, gold: Sequence[dict[str, Any]], embedder: SentenceTransformerEmbedder) -> list[Case]:
    """Every statement of every claim with the paragraphs that the check would lay beside it."""
    stores = open_stores(Path(store))
    scope = Scope(access=access_of(Role.PUBLIC))
    counts = stores.catalogue.counts(scope)

    @cache
    def search(text: str) -> tuple[Sequence[Candidate], Mapping[str, float]]:
        question = understand(text, counts["councils"], counts["bodies"])
        found = find_passages(question, stores, embedder, scope)
        ids = [name for one in found.ranked for name in one.passage.paragraphs]
        return rank_units(found, stores.catalogue.paragraphs(ids, scope.access)), found.rarity

    cases = []
    for line in gold:
        quotes = [squash(e["quote"]) for e in [*(line.get("evidence") or []), *(line.get("also") or [])]]
        texts = statements_of(line["claim"])
        for text in texts:
            laid = weighed(text, line["claim"] if len(texts) > 1 else text, search)
            whole = [any(quote in squash(one.candidate.placed.paragraph.text) for quote in quotes) for one in laid]
            close = [any(quote in squash(window(one.candidate)) for quote in quotes) for one in laid]
            signs = [one.signs for one in laid]
            cases.append(Case(store, line["id"], Finding(line["verdict"]), signs, close, whole))
    return cases


def fitted(cases: Sequence[Case], pairs: Sequence[tuple[Signs, bool]]) -> tuple[LogisticModel, LogisticModel]:
    """The two models, about and against: logistic regressions whose weights keep to the signs' meaning."""
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
    in_use = claim_weights()
    return (
        _logistic(about, in_use.about.weights, LEAST_ABOUT, PULL_ABOUT),
        _logistic(against, in_use.against.weights, LEAST_AGAINST, PULL_AGAINST),
    )


def _logistic(
    rows: Sequence[tuple[Signs, bool, float]], in_use: Mapping[str, float], least: Mapping[str, float], pull: float
) -> LogisticModel:
    """A model of the signs in use; each weight keeps the direction that it has there (0.0 counts as for, -0.0 as against)."""
    ways = {name: math.copysign(1.0, weight) for name, weight in in_use.items()}
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
    weights = {name: round(float(way * value), 2) for (name, way), value in zip(ways.items(), t[1:], strict=True)}
    return LogisticModel(float(t[0]), weights)


def curve(cases: Sequence[Case], pairs: Sequence[tuple[Signs, bool]]) -> None:
    """Prints, for claims whose store was left out of the fit, the best thresholds for each share of opposite verdicts."""
    views: list[Any] = []
    for store in dict.fromkeys(case.store for case in cases):
        models = fitted([case for case in cases if case.store != store] or cases, pairs)
        views += [_view(case, models) for case in cases if case.store == store]
    tried = [(_scores(views, thresholds), thresholds) for thresholds in map(Thresholds._make, product(*TRIED))]
    print("right  opposite  invented  (claims of a store left out of the fit)")
    for most in ALLOWED:
        allowed = [one for one in tried if one[0][1] <= most and one[0][2] <= MOST_INVENTED]
        if allowed:
            (right, opposite, invented), thresholds = max(allowed, key=lambda one: one[0][0])
            print(f"{right:.3f}  {opposite:.3f}     {invented:.3f}     {thresholds}")
    right, opposite, invented = _scores(views, AS_SET)
    print(f"{right:.3f}  {opposite:.3f}     {invented:.3f}     as set")


def _view(case: Case, models: tuple[LogisticModel, LogisticModel]) -> Any:
    """A statement's claim and verdict; for each paragraph its two chances, whether it speaks, has the last word, proposes."""
    chances = (np.array([model.chance(signs) for signs in case.signs]) for model in models)
    flags = (np.array([test(signs) for signs in case.signs], bool) for test in (speaks, last_word, only_proposes))
    return case.claim, case.verdict, *chances, *flags


def _scores(views: Sequence[Any], at: Thresholds) -> tuple[float, float, float]:
    """The shares of claims that are right, of decided ones given the opposite verdict, of open ones given any."""
    given: list[tuple[Finding, Finding]] = []
    for (_, gold), told in _by_claim(views, at):
        all_borne = Finding.NOT_FOUND not in told
        one = Finding.REFUTED if Finding.REFUTED in told else Finding.SUPPORTED if all_borne else Finding.NOT_FOUND
        given.append((gold, one))
    decided = [one for one in given if one[0] is not Finding.NOT_FOUND]
    unfound = [one for one in given if one[0] is Finding.NOT_FOUND]
    opposite = sum(told not in (gold, Finding.NOT_FOUND) for gold, told in decided)
    invented = sum(told is not gold for gold, told in unfound)
    right = sum(told is gold for gold, told in given)
    return right / len(given), opposite / max(len(decided), 1), invented / max(len(unfound), 1)


def _by_claim(views: Sequence[Any], at: Thresholds) -> Iterator[tuple[tuple[str, Finding], list[Finding]]]:
    """Each claim with its verdict and those given to its statements; the statements of one stand next to each other."""
    key: tuple[str, Finding] | None = None
    told: list[Finding] = []
    for claim, gold, about, against, contrary, last, proposed in views:
        if key is not None and key[0] != claim:
            yield key, told
            told = []
        key = (claim, gold)
        told.append(_given(about, against, contrary, last, proposed, at))
    if key is not None:
        yield key, told


def _given(about: Any, against: Any, contrary: Any, last: Any, proposed: Any, at: Thresholds) -> Finding:
    """The verdict on one statement, as assistant/claims/check.py gives it."""
    refuting = (about >= at.enough) & contrary & (against >= at.even)
    bearing = (about >= at.enough) & ~proposed & np.where(contrary, against < at.even, against < at.doubtful)
    near = about >= IN_USE.abreast * about[refuting | bearing].max(initial=0.0)
    refuting, bearing = refuting & near, bearing & near
    bears, refutes = (about * (1 - against) * bearing).max(initial=0), (about * against * refuting).max(initial=0)
    if (last & refuting).any():
        return Finding.REFUTED if (about * against * (last & refuting)).max() >= at.sure_refuted else Finding.NOT_FOUND
    most, least = max(bears, refutes), min(bears, refutes)
    told, sure = (Finding.REFUTED, at.sure_refuted) if refutes >= bears else (Finding.SUPPORTED, at.sure_borne)
    contested = least > (most if most >= IN_USE.clear else at.contested * most)
    return Finding.NOT_FOUND if most < sure or contested else told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
