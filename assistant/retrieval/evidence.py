"""A question to its evidence: the search, what became of the motions found, the ranked units, and how sure they are."""

from dataclasses import dataclass

from assistant.question import Question
from assistant.retrieval.answerability import confidence
from assistant.retrieval.current_versions import from_current, in_one_language
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.search import SearchResult, find_passages, with_outcomes
from index.embedder import Embedder
from index.models import Scope
from index.stores import Stores


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question: passages, the units of their paragraphs ranked, and the confidence in them."""

    found: SearchResult
    candidates: tuple[Candidate, ...]  # best first
    confidence: float  # 0..1: how likely the papers answer (retrieval/answerability.py)


def gather(question: Question, stores: Stores, embedder: Embedder, scope: Scope) -> Evidence:
    """The evidence for a question among the papers in scope.

    Raises: IndexMissing, VectorStoreDown.
    """
    found = with_outcomes(find_passages(question, stores, embedder, scope), stores, scope.access)
    ids = list(dict.fromkeys(name for ranked in found.ranked for name in ranked.passage.paragraphs))
    ranked = rank_units(found, stores.catalogue.paragraphs(ids, scope.access))
    candidates = in_one_language(from_current(ranked))
    return Evidence(found, tuple(candidates), confidence(found, candidates))
