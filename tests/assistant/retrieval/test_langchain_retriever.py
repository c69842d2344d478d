"""The evidence for a question as a LangChain retriever gives it."""

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.assistant import Assistant
from assistant.question import understand
from assistant.retrieval.evidence import gather
from assistant.retrieval.langchain_retriever import ParagraphRetriever
from index.models import Scope

QUESTION = "How many potholes were repaired in 2022/23?"


def test_a_question_gets_the_paragraphs_that_may_answer_it_best_first(assistant: Assistant) -> None:
    retriever = ParagraphRetriever(stores=assistant.stores, embedder=assistant.embedder, scope=Scope(), k=5)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke(QUESTION)
    assert len(documents) == 5
    assert all(isinstance(document, Document) for document in documents)
    scores = [document.metadata["score"] for document in documents]
    assert scores == sorted(scores, reverse=True)
    assert len({document.id for document in documents}) == 5
    best = documents[0]
    assert "potholes" in best.page_content
    assert set(best.metadata) >= {"file", "page", "ref", "status", "council", "body", "date", "kind"}
    assert best.metadata["placed"].paragraph.id == best.id


def test_the_retriever_keeps_to_its_scope(assistant: Assistant) -> None:
    scope = Scope(council="Thornbeck District Council")
    retriever = ParagraphRetriever(stores=assistant.stores, embedder=assistant.embedder, scope=scope)
    documents = retriever.invoke("recycling")
    assert documents
    assert {document.metadata["council"] for document in documents} == {"Thornbeck District Council"}


def test_what_was_gathered_for_a_question_is_not_searched_for_again(assistant: Assistant) -> None:
    gathered = gather(understand(QUESTION), assistant.stores, assistant.embedder, Scope())
    elsewhere = Scope(council="Thornbeck District Council")  # would find other paragraphs
    retriever = ParagraphRetriever(
        stores=assistant.stores, embedder=assistant.embedder, scope=elsewhere, gathered=gathered
    )
    best = gathered.candidates[0].placed.paragraph.id
    assert retriever.invoke(QUESTION)[0].id == best
    assert best not in [document.id for document in retriever.invoke("What of recycling?")]
