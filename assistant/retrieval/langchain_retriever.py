"""The evidence for a question as a LangChain retriever: one document for each piece, best first.

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
from assistant.retrieval.pieces import EvidencePiece
from assistant.retrieval.reading import pieces_for
from index.embedder import Embedder
from index.models import Scope
from index.stores import Stores


class PieceRetriever(BaseRetriever):
    """Retrieves the pieces of evidence that may answer a question, within a scope.

    `gathered` is evidence that was found before for the same question: a search fewer.
    Raises: IndexMissing, VectorStoreDown.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    stores: Stores
    embedder: SkipValidation[Embedder]
    scope: Scope
    k: int | None = None  # documents at most
    councils: Sequence[str] = ()
    bodies: Sequence[str] = ()
    gathered: Evidence | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        evidence = self.gathered
        if evidence is None or evidence.found.question.text != query:
            question = understand(query, self.councils, self.bodies)
            evidence = gather(question, self.stores, self.embedder, self.scope)
        pieces = pieces_for(evidence, self.stores, self.embedder, self.scope)
        return [as_document(piece) for piece in pieces[: self.k]]


def as_document(piece: EvidencePiece) -> Document:
    """A piece of evidence as a LangChain document.

    The metadata names the paper, page, meeting and status of its main paragraph; under "piece" it holds the piece.
    """
    placed = piece.main
    paragraph, part = placed.paragraph, placed.part
    return Document(
        id=paragraph.id,
        page_content=piece.text,
        metadata={
            "file": placed.file,
            "page": paragraph.page,
            "line": paragraph.line,
            "ref": paragraph.ref,
            "status": paragraph.status.value,
            "council": part.meeting.council,
            "body": part.meeting.body,
            "date": part.meeting.date,
            "kind": part.kind.value,
            "piece": piece,
        },
    )
