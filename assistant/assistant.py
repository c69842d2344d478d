"""The assistant: a thin front over a session and the use cases, for the command line, the page and other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant import use_cases
from assistant.answer.pipeline import answered, pieces_found
from assistant.answer.source import source
from assistant.brief.models import Brief, BriefFor
from assistant.brief.prepare import COMING
from assistant.decisions.models import DecisionFilters, Register
from assistant.matter import Matter
from assistant.models import Answer, Asked, Check, Filters, Looking, Source, StoreStatus
from assistant.question import examples, follow_ups, recognised
from assistant.records.audit import AnswerRecord, Replay
from assistant.retrieval.pieces import EvidencePiece
from assistant.session import Session, access_of
from assistant.store_status import store_status
from assistant.support.verifier import Verifier
from corpus.models import Meeting, Role
from index.embedder import Embedder
from index.stores import Stores

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_NO_FILTERS = Filters()
_EVERYTHING = DecisionFilters()
_NEWEST = BriefFor()


class Assistant:
    """Answers from one store. Everything raises as `answer.pipeline.answered` does, and says so where it raises more."""

    def __init__(
        self,
        stores: Stores,
        embedder: Embedder,
        model: BaseChatModel | None = None,
        context_tokens: int | None = None,
        patience: float = 60.0,
        searches: int = 4,
        verifier: Verifier | None = None,
    ) -> None:
        """`verifier`: what judges the model's statements and claims; the model itself where none is given."""
        if verifier is None and model is not None:
            from assistant.answer.generation import ChatVerifier  # late: it brings LangChain

            verifier = ChatVerifier(model, context_tokens)
        self.session = Session(stores, embedder, model, context_tokens, patience, searches, verifier)
        self._plain = self.session if model is None else Session(stores, embedder)

    @property
    def stores(self) -> Stores:
        """The stores that it answers from."""
        return self.session.stores

    @property
    def embedder(self) -> Embedder:
        """What turns questions into vectors."""
        return self.session.embedder

    @property
    def model(self) -> BaseChatModel | None:
        """The chat model; None where none is set up."""
        return self.session.model

    def ask(self, asked: Asked) -> Answer:
        """An answer, or an abstention that says what was searched."""
        return use_cases.answer(asked, self.session.reader(asked.role))

    def in_own_words(self, asked: Asked) -> Answer:
        """The answer in the papers' own words, at once, whether or not a chat model is set up."""
        return use_cases.answer(asked, self._plain.reader(asked.role))

    def stream(self, asked: Asked) -> Iterator[str | Looking | Answer]:
        """What a chat model looks for, the answer's text piece by piece as it is ready, then the whole answer."""
        return answered(asked, self.session.reader(asked.role))

    def pieces(self, asked: Asked) -> list[EvidencePiece]:
        """The pieces of evidence that a model would be given for a question, best first, before they are cut to what it takes."""
        return pieces_found(asked, self.session.reader(asked.role))

    def check(self, claim: str, role: Role = Role.PUBLIC, filters: Filters = _NO_FILTERS) -> Check:
        """What the papers say of a claim, statement by statement."""
        return use_cases.check(claim, self.session.reader(role), filters)

    def decisions(self, filters: DecisionFilters = _EVERYTHING, role: Role = Role.PUBLIC) -> Register:
        """The register of decisions, actions and planned decisions that the filters leave."""
        return use_cases.register(filters, self.session.reader(role))

    def brief(self, wanted: BriefFor = _NEWEST, role: Role = Role.PUBLIC) -> Brief:
        """What a member should know before a meeting or an item."""
        return use_cases.brief(wanted, self.session.reader(role))

    def matter(self, topic: str, filters: Filters = _NO_FILTERS, role: Role = Role.PUBLIC) -> Matter:
        """A topic through all meetings in order, with its figures over time."""
        return use_cases.matter(topic, self.session.reader(role), filters)

    def record(self, asked: Asked, answer: Answer, time: str) -> AnswerRecord:
        """An answer with all that it rests on; `time` is when it was made, ISO 8601."""
        return use_cases.record(asked, answer, time, self.session)

    def replay(self, record: AnswerRecord, role: Role = Role.PUBLIC) -> Replay:
        """What became of a recorded answer since.

        Raises: RecordBroken where the record was made for a role that may see more than this one.
        """
        return use_cases.replay(record, role, self.session)

    def status(self, role: Role = Role.PUBLIC) -> StoreStatus:
        """What is indexed as far as a role may know, and what could not be."""
        return store_status(self.stores, access_of(role))

    def meetings(self, role: Role = Role.PUBLIC) -> tuple[Meeting, ...]:
        """The meetings that a role may know of and that have an agenda or a report, the newest first."""
        parts = self.stores.catalogue.parts(access_of(role))
        met = {part.meeting for _, part in parts if part.kind in COMING and part.meeting.date and part.meeting.body}
        return tuple(sorted(met, key=lambda meeting: (meeting.date or "", meeting.body or ""), reverse=True))

    def examples(self) -> tuple[str, ...]:
        """Up to four questions that the public papers answer, found anew when the catalogue changes."""
        return self.session.kept("examples", lambda: examples(self.in_own_words, self.stores.catalogue))

    def recognised(self, question: str, role: Role) -> Filters:
        """What a question itself narrows: the council, body, dates and kind of paper that it names."""
        return recognised(self.session.reader(role).understand(question))

    def source(self, paragraph: str, quote: str, role: Role) -> Source | None:
        """A paragraph by its id, cited for a quotation, in its surroundings; None where the role may not see it."""
        return source(self.stores.catalogue, paragraph, quote, access_of(role))

    def follow_ups(self, asked: Asked, cited: Sequence[str]) -> tuple[str, ...]:
        """Questions that the papers answer, on the matters of the paragraphs that an answer cites (by id)."""
        places = self.stores.catalogue.paragraphs(cited, access_of(asked.role))
        return follow_ups(self.in_own_words, asked, [places[name] for name in cited if name in places])

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        """The PDF pages of a paper whose every word a role may see; None where it may have the whole paper."""
        return self.stores.catalogue.open_pages(path, access_of(role))
