"""Retrieval: a question in, ranked paragraphs out, and how likely they answer it.

In: a Question and a Scope. Out: `Evidence`: passages found, their units ranked as `Candidate`s, and the confidence that
decides an abstention. For a chat model `pieces_for` reads more of it: `EvidencePiece`s, each readable by itself. `langchain_retriever`
gives these to LangChain programs; nothing here imports it.
"""

from assistant.retrieval.evidence import Evidence, gather
from assistant.retrieval.pieces import EvidencePiece
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.reading import pieces_for
from assistant.retrieval.search import SearchResult, find_passages
from assistant.retrieval.topic import Topic, topic_of

__all__ = [
    "Candidate",
    "Evidence",
    "EvidencePiece",
    "SearchResult",
    "Topic",
    "find_passages",
    "gather",
    "pieces_for",
    "rank_units",
    "topic_of",
]
