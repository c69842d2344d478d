"""What the page needs of an assistant and of a shelf of papers; fakes need no base class."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from assistant.brief.models import Brief, BriefFor
from assistant.decisions.models import DecisionFilters, Register
from assistant.matter import Matter
from assistant.models import Answer, Asked, Check, Filters, Looking, Source, StoreStatus
from corpus.models import Meeting, Role
from index.build import BuildReport
from index.stores import Step


class PageAssistant(Protocol):
    """Answers questions and checks claims from one store, for a role.

    Raises: MinutebookError from every method that searches, with words that a reader may see.
    """

    @property
    def model(self) -> object | None:
        """The language model; None where answers are in the papers' own words."""

    def ask(self, asked: Asked) -> Answer:
        """The whole answer."""

    def in_own_words(self, asked: Asked) -> Answer:
        """The answer in the papers' own words, without waiting for a language model."""

    def stream(self, asked: Asked) -> Iterator[str | Looking | Answer]:
        """What a language model looks for, pieces of the answer's text as they are ready, then the whole answer."""

    def check(self, claim: str, role: Role, filters: Filters) -> Check:
        """The verdict on a claim, statement by statement."""

    def decisions(self, filters: DecisionFilters, role: Role) -> Register:
        """The decisions, actions and planned decisions that fit the filters."""

    def meetings(self, role: Role) -> tuple[Meeting, ...]:
        """The meetings that have an agenda or a report, the newest first."""

    def brief(self, wanted: BriefFor, role: Role) -> Brief:
        """What a member should know before a meeting or an item."""

    def matter(self, topic: str, filters: Filters, role: Role) -> Matter:
        """A topic through all meetings in order, with its figures over time."""

    def recognised(self, question: str, role: Role) -> Filters:
        """The council, body, dates and kind of paper that a question itself names."""

    def follow_ups(self, asked: Asked, cited: Sequence[str]) -> tuple[str, ...]:
        """Questions that the papers can answer next, on the matters of the cited paragraphs (ids)."""

    def source(self, paragraph: str, quote: str, role: Role) -> Source | None:
        """A paragraph in its surroundings; None where there is none or the role may not see it."""

    def status(self, role: Role) -> StoreStatus:
        """What is indexed and what was refused, as far as the role may know."""

    def examples(self) -> tuple[str, ...]:
        """Questions to show before the first one is asked."""

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        """The pages of a paper whose every word the role may see; None where it may see the whole paper."""


class PageShelf(Protocol):
    """Where officers put papers. Each change yields its steps, then its report.

    Raises: MinutebookError from every change, for example while another run is indexing.
    """

    def holds(self, path: str) -> bool:
        """Whether a paper was put in through the page."""

    def add(self, files: Sequence[Path]) -> Iterator[Step | BuildReport]:
        """Keep copies of these files and index them."""

    def remove(self, path: str) -> Iterator[Step | BuildReport]:
        """Delete a paper that was put in through the page."""

    def again(self, paths: Sequence[str] = ()) -> Iterator[Step | BuildReport]:
        """Read these papers again, and every other paper whose file changed."""
