"""Question to ranked passages: vectors, keywords and best sentences fused; limits first, guesses as rank."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from assistant.question import Question, Wanted, minuted
from assistant.retrieval.motion_outcomes import Moved, asks_for_decision, asks_for_outcome, outcomes_of
from corpus.models import Access, PartKind
from index.embedder import Embedder
from index.encoding.late_interaction import met
from index.fusion import weighted_fusion
from index.models import PassageText, Scope, StoredPassage, Vectors
from index.stores import Stores


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts; measured on eval/dev and the sample questions (docs/lab.md)."""

    dense: float = 0.30
    keyword: float = 0.30
    sentence: float = 0.30
    extra_words: float = 0.3  # of the papers' words for everyday words, against typed words
    council: float = 0.25  # taken off passages of councils that the question does not name
    date: float = 0.15
    body: float = 0.03
    planned: float = 0.10  # taken off forward plans where a decision is asked for
    reference: float = 0.50
    vote: float = 0.30  # for passages with a recorded vote, where votes are asked for
    business: float = 0.35  # for passages that minute the formal business asked for


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score, each unit's likeness to the question (cosine, -1..1), and how far each paragraph meets it.

    `met`: as `index.encoding.late_interaction.met`; 0 for each where the encoder keeps no tokens.
    """

    passage: StoredPassage
    score: float
    likeness: tuple[float, ...]
    met: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search brought: ranked passages, best first, and the rarity of the question's words."""

    question: Question
    ranked: tuple[Ranked, ...]
    rarity: Mapping[str, float]
    rarest: float = 7.0  # the rarity of a word that one passage alone holds
    vector: Vectors | None = field(default=None, compare=False)  # the question's
    tokens: Vectors | None = field(default=None, compare=False)  # the question's telling ones
    moved: Mapping[str, Moved] = field(default_factory=dict)  # by the id of a vote or outcome: the motion it is of


def find_passages(
    question: Question,
    stores: Stores,
    embedder: Embedder,
    scope: Scope,
    weights: Weights = Weights(),
    k: int = 20,
    pool: int = 200,
) -> SearchResult:
    """The k best passages in scope, best first.

    Units: scores compare within one question only.
    Raises: IndexMissing, VectorStoreDown.
    """
    vector = embedder.embed_query(question.text)
    dense = stores.vectors.nearest(vector, pool, scope)
    keyword = _by_keyword(question, stores, scope, pool, weights.extra_words)
    candidates = stores.catalogue.to_rank(list(dict.fromkeys([*dense, *keyword])), scope.access)
    likeness = _likenesses({name: vectors for name, (_, vectors) in candidates.items()}, vector)
    # A passage that only keywords found has some similarity too: at most that of the last one found by vector.
    floor = min(dense.values(), default=0.0)
    fused = weighted_fusion(
        [
            ({name: dense.get(name, floor) for name in candidates}, weights.dense),
            ({name: keyword.get(name, 0.0) for name in candidates}, weights.keyword),
            ({name: max(likeness[name], default=0.0) for name in candidates}, weights.sentence),
        ]
    )
    scores = {
        name: fused[name] + _context_score(question, candidate, weights) for name, (candidate, _) in candidates.items()
    }
    best = sorted(scores, key=lambda name: (-scores[name], name))[:k]
    passages = stores.catalogue.passages(best, scope.access)
    found = [(passages[name][0], scores[name], likeness[name]) for name in best if name in passages]
    tokens = embedder.query_tokens(question.text)
    ranked = _met(found, tokens, stores, scope.access)
    rarity = stores.keywords.rarity([*question.words, *question.extra], scope.access)
    return SearchResult(question, ranked, rarity, stores.keywords.rarest(scope.access), vector, tokens)


def _by_keyword(question: Question, stores: Stores, scope: Scope, pool: int, extra_weight: float) -> dict[str, float]:
    """The best passages by BM25 on the question's words, and on the papers' words for everyday words, which count less."""
    allowed = None if scope.is_open else stores.catalogue.allowed(scope)
    found = stores.keywords.best(question.words, pool, scope.access, allowed)
    if question.extra:
        for name, score in stores.keywords.best(question.extra, pool, scope.access, allowed).items():
            found[name] = found.get(name, 0.0) + extra_weight * score
    return found


def with_outcomes(found: SearchResult, stores: Stores, access: frozenset[Access], k: int = 20) -> SearchResult:
    """Where it is asked what became of something: the votes and outcomes of the motions found, behind their motions.

    A vote names its members, not its matter; so no search finds it by the matter's words.
    """
    asked = asks_for_outcome(found.question) or asks_for_decision(found.question)
    if not asked or found.vector is None:
        return found
    ids = list(dict.fromkeys(name for one in found.ranked for name in one.passage.paragraphs))
    placed = stores.catalogue.paragraphs(ids, access)
    parts = {name: one.passage.part for one in found.ranked for name in one.passage.paragraphs}
    moved = outcomes_of([(placed[name], parts[name]) for name in ids if name in placed], stores.catalogue, access)
    if not moved:
        return found
    scores: dict[str, float] = {}  # of paragraphs: their best passage's
    for one in found.ranked:
        for name in one.passage.paragraphs:
            scores[name] = max(one.score, scores.get(name, one.score))
    ranked = {one.passage.id: one for one in found.ranked}
    behind: dict[str, tuple[StoredPassage, float, tuple[float, ...]]] = {}
    lines = {name: of for name, of in moved.items() if of.told}
    for paper, part in dict.fromkeys((of.paper, of.part) for of in lines.values()):
        held = stores.catalogue.passages_holding(paper, part, lines, access)
        likeness = _likenesses({name: vectors for name, (_, vectors) in held.items()}, found.vector)
        for name, (passage, _) in held.items():
            motions = [motion for line in passage.paragraphs if line in lines for motion in lines[line].paragraphs]
            lifted = max((scores[motion] - _BEHIND for motion in motions if motion in scores), default=None)
            if lifted is not None and (name not in ranked or ranked[name].score < lifted):
                behind[name] = (passage, lifted, likeness[name])
    ranked |= {one.passage.id: one for one in _met(list(behind.values()), found.tokens, stores, access)}
    best = sorted(ranked.values(), key=lambda one: (-one.score, one.passage.id))
    return replace(found, ranked=tuple(best[:k]), moved=moved)


_BEHIND = 1e-6  # a vote's passage stands just behind its motion's


def _met(
    found: Sequence[tuple[StoredPassage, float, tuple[float, ...]]],
    tokens: Vectors | None,
    stores: Stores,
    access: frozenset[Access],
) -> tuple[Ranked, ...]:
    """Passages with scores and likenesses, and how far their paragraphs meet the question."""
    kept = stores.catalogue.tokens([passage.id for passage, *_ in found], access)
    asked = np.zeros((0, 0), dtype=np.float32) if tokens is None else tokens
    counts = [len(passage.paragraphs) for passage, *_ in found]
    every = met(asked, [kept[passage.id] for passage, *_ in found], counts)
    return tuple(Ranked(*one, each) for one, each in zip(found, every, strict=True))


def _likenesses(vectors: Mapping[str, Vectors], vector: Vectors) -> dict[str, tuple[float, ...]]:
    """By name, the likeness of each of its units to the question; all units are multiplied at once."""
    some = {name: held for name, held in vectors.items() if len(held)}
    values = (np.concatenate(list(some.values())) @ vector).tolist() if some else []
    found: dict[str, tuple[float, ...]] = dict.fromkeys(vectors, ())
    at = 0
    for name, held in some.items():
        found[name] = tuple(values[at : at + len(held)])
        at += len(held)
    return found


def _context_score(question: Question, passage: PassageText, weights: Weights) -> float:
    """What the question's guessed council, dates, body and references add or take."""
    score = 0.0
    if question.councils and passage.council and passage.council not in question.councils:
        score -= weights.council
    if passage.date and any(span.since <= passage.date <= span.until for span in question.spans):
        score += weights.date
    if passage.body and passage.body in question.bodies:
        score += weights.body
    if passage.kind in {PartKind.FORWARD_PLAN, PartKind.WORK_PROGRAMME} and _asks_for_the_decided(question):
        score -= weights.planned
    if Wanted.VOTE in question.wanted and _RECORDED.search(passage.body_text):
        score += weights.vote
    if question.business and passage.kind == PartKind.MINUTES and minuted(question.business, passage.text):
        score += weights.business
    if question.references and any(_holds_reference(passage, reference) for reference in question.references):
        score += weights.reference
    return score


_RECORDED = re.compile(r"^(?:for|against|abstain\w*|in favour)\s*[(:]\s*\d", re.I | re.M)


def _asks_for_the_decided(question: Question) -> bool:
    return Wanted.DECISION in question.wanted and not {Wanted.DATE, Wanted.RECOMMENDATION} & question.wanted


def _holds_reference(passage: PassageText, reference: str) -> bool:
    words = f"{passage.heading}\n{passage.body_text}"
    at = words.find(reference)
    while at >= 0:
        before, after = words[at - 1 : at], words[at + len(reference) : at + len(reference) + 1]
        if not (before.isdigit() or before in {".", "/"} or after.isdigit() or after == "/"):
            return True
        at = words.find(reference, at + 1)
    return False
