"""What the page needs of an assistant; fakes need no base class."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.brief.models import Brief, BriefFor
from assistant.decisions.models import DecisionFilters, Register
from assistant.matter import Matter
from assistant.models import Answer, Asked, Check, Filters, Source, StoreStatus
from corpus.models import Meeting, Role


class PageAssistant(Protocol):
    """Answers questions and checks claims from one store, for a role."""

    @property
    def model(self) -> object | None:
        """The language model, None where answers are in the papers' own words."""
        ...

    def ask(self, asked: Asked) -> Answer: ...

    def in_own_words(self, asked: Asked) -> Answer:
        """The answer without the chat model, at once."""
        ...

    def stream(self, asked: Asked) -> Iterator[str | Answer]:
        """Pieces of the answer as they are ready, then the whole answer."""
        ...

    def check(self, claim: str, role: Role, filters: Filters) -> Check: ...

    def decisions(self, filters: DecisionFilters, role: Role) -> Register:
        """What of the register of decisions, actions and planned decisions the filters leave."""
        ...

    def meetings(self, role: Role) -> tuple[Meeting, ...]:
        """The meetings that have an agenda or a report, the newest first."""
        ...

    def brief(self, wanted: BriefFor, role: Role) -> Brief:
        """What a member should know before a meeting or an item."""
        ...

    def matter(self, topic: str, filters: Filters, role: Role) -> Matter:
        """A topic through all meetings in order, with its figures over time."""
        ...

    def recognised(self, question: str, role: Role) -> Filters:
        """The council, body, dates and kind of paper that a question itself names."""
        ...

    def follow_ups(self, asked: Asked, cited: Sequence[str]) -> tuple[str, ...]:
        """Questions that the papers answer, on the matters of these paragraphs."""
        ...

    def source(self, paragraph: str, quote: str, role: Role) -> Source | None:
        """A paragraph in its surroundings; None where the role may not see it or there is none."""
        ...

    def status(self, role: Role) -> StoreStatus: ...

    def examples(self) -> tuple[str, ...]: ...

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        """The pages of a paper whose every word the role may see; None where it may have the whole paper."""
        ...
