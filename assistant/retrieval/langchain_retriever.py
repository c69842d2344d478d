"""The evidence for a question as a LangChain retriever: one document for each paragraph, best first.

With a chat model this is the first step of the chain that answers (answer/generation); other LangChain programs may
use it as it is. It is the one place of retrieval that imports LangChain.
"""

from collections.abc import Sequence

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, SkipValidation

from assistant.question import understand
from assistant.retrieval.evidence import Evidence, gather
from assistant.retrieval.ranking import Candidate, best_of_each
from index.embedder import Embedder
from index.models import Scope
from index.stores import Stores


class ParagraphRetriever(BaseRetriever):
    """Retrieves the paragraphs that may answer a question, within a scope.

    `gathered` is evidence that was found before: a query for the same question does not search again.
    Raises: IndexMissing, VectorStoreDown.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    stores: Stores
    embedder: SkipValidation[Embedder]
    scope: Scope
    k: int = 20  # documents at most
    councils: Sequence[str] = ()
    bodies: Sequence[str] = ()
    gathered: Evidence | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        evidence = self.gathered
        if evidence is None or evidence.found.question.text != query:
            question = understand(query, self.councils, self.bodies)
            evidence = gather(question, self.stores, self.embedder, self.scope)
        return [as_document(candidate) for candidate in best_of_each(evidence.candidates, self.k)]


def as_document(candidate: Candidate) -> Document:
    """A candidate's paragraph as a LangChain document.

    The metadata names the paper, page, meeting and status; under "placed" it holds the paragraph where it stands.
    """
    placed = candidate.placed
    paragraph, part = placed.paragraph, placed.part
    return Document(
        id=paragraph.id,
        page_content=paragraph.text,
        metadata={
            "file": placed.file,
            "page": paragraph.page,
            "line": paragraph.line,
            "ref": paragraph.ref,
            "status": paragraph.status.value,
            "score": candidate.score,
            "council": part.meeting.council,
            "body": part.meeting.body,
            "date": part.meeting.date,
            "kind": part.kind.value,
            "placed": placed,
        },
    )
