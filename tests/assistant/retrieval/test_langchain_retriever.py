"""The evidence for a question as a LangChain retriever gives it."""

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.assistant import Assistant
from assistant.question import understand
from assistant.retrieval.evidence import gather
from assistant.retrieval.langchain_retriever import PieceRetriever
from index.models import Scope

QUESTION = "How many potholes were repaired in 2022/23?"


def test_a_question_gets_the_pieces_that_may_answer_it_best_first(assistant: Assistant) -> None:
    retriever = PieceRetriever(stores=assistant.stores, embedder=assistant.embedder, scope=Scope(), k=5)
    assert isinstance(retriever, BaseRetriever)
    documents = retriever.invoke(QUESTION)
    assert len(documents) == 5
    assert all(isinstance(document, Document) for document in documents)
    best = documents[0]
    assert "potholes" in best.page_content
    assert set(best.metadata) >= {"file", "page", "ref", "status", "council", "body", "date", "kind"}
    assert best.metadata["piece"].main.paragraph.id == best.id
    assert best.metadata["piece"].text == best.page_content


def test_a_model_is_given_far_more_passages_than_an_answer_is_made_of(assistant: Assistant) -> None:
    retriever = PieceRetriever(stores=assistant.stores, embedder=assistant.embedder, scope=Scope())
    evidence = gather(understand(QUESTION), assistant.stores, assistant.embedder, Scope())
    given = {
        place.paragraph.id for document in retriever.invoke(QUESTION) for place in document.metadata["piece"].places
    }
    found = {name for one in evidence.found.ranked for name in one.passage.paragraphs}
    assert len(evidence.found.ranked) <= 20
    assert found <= given
    assert len(given) > 2 * len(found)


def test_the_retriever_keeps_to_its_scope(assistant: Assistant) -> None:
    scope = Scope(council="Thornbeck District Council")
    retriever = PieceRetriever(stores=assistant.stores, embedder=assistant.embedder, scope=scope)
    documents = retriever.invoke("recycling")
    assert documents
    assert {document.metadata["council"] for document in documents} == {"Thornbeck District Council"}


def test_the_best_paragraph_of_what_was_gathered_comes_first(assistant: Assistant) -> None:
    gathered = gather(understand(QUESTION), assistant.stores, assistant.embedder, Scope())
    retriever = PieceRetriever(stores=assistant.stores, embedder=assistant.embedder, scope=Scope(), gathered=gathered)
    best = gathered.candidates[0].placed.paragraph.id
    assert retriever.invoke(QUESTION)[0].id == best
    assert retriever.invoke("What of recycling?")[0].id != best
