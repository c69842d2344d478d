"""Retrieval: a question in, ranked paragraphs out, and how likely they answer it.

In: a Question and a Scope. Out: `Evidence`: passages found, their units ranked as `Candidate`s, and the confidence that
decides an abstention. `langchain_retriever` gives the same to LangChain programs; nothing here imports it.
"""

from assistant.retrieval.evidence import Evidence, gather
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.search import SearchResult, find_passages
from assistant.retrieval.topic import Topic, topic_of

__all__ = ["Candidate", "Evidence", "SearchResult", "Topic", "find_passages", "gather", "rank_units", "topic_of"]
