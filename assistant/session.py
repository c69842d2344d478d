"""One store open for questions, and one reader of it: what a role may see, what was searched, what is kept between asks."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assistant.decisions.models import Register
from assistant.decisions.recorded import Recorded, recorded_motions
from assistant.decisions.register import read_register
from assistant.errors import WrongFilter
from assistant.models import Filters
from assistant.question import Question, understand
from assistant.retrieval.search import SearchResult, find_passages
from assistant.support.verifier import Verifier
from corpus.dates import long_date
from corpus.models import Access, Attendance, Meeting, Office, Part, PartKind, Role
from index.embedder import Embedder, common_words
from index.errors import IndexMissing
from index.models import Placed, Scope
from index.people import Attended, HeldOffice, Meet
from index.stores import Stores, check_model

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_KEPT = 200  # values; beyond them the one that was asked for least lately is dropped
T = TypeVar("T")
_Recorded = TypeVar("_Recorded", Attended, HeldOffice)


def access_of(role: Role) -> frozenset[Access]:
    """What a role may see."""
    return frozenset({Access.PUBLIC}) if role is Role.PUBLIC else frozenset(Access)


class Session:
    """The stores, the embedder and the chat model of one assistant, and what it keeps while the catalogue stays as it is.

    Safe to use from several threads: one lock guards what is kept. Two threads may compute a value at the same time;
    then one of them is kept.
    """

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
        self.stores = stores
        self.embedder = embedder
        self.model = model  # None: answers in the papers' own words alone
        self.context_tokens = context_tokens  # of a prompt, evidence and all; None for what the model allows
        self.patience = (
            patience  # seconds from the question until the papers' own words are shown instead of the model's
        )
        self.verifier = verifier  # of what the model says, and of claims; None: no statement of a model is shown
        self.searches = searches  # that the model may ask for to a question; 0: it is looked for as it stands
        self._lock = threading.Lock()
        self._version: str | None = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def kept(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Return the value kept under a key; `compute` makes it where there is none since the catalogue last changed."""
        version = self.stores.catalogue.meta("version")
        with self._lock:
            if self._version != version:
                self._kept.clear()
                self._version = version
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(T, self._kept[key])
        value = compute()
        with self._lock:
            if self._version == version:
                self._kept[key] = value
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return value

    def counts(self, scope: Scope) -> dict[str, Any]:
        """What a scope holds: papers, paragraphs, passages, meetings, councils, bodies, first and last date.

        Raises: ModelMismatch where the index was built with another embedding model.
        """
        return self.kept(("counts", scope), lambda: self._count(scope))

    def _count(self, scope: Scope) -> dict[str, Any]:
        check_model(self.stores.catalogue, self.embedder.name)
        return self.stores.catalogue.counts(scope)

    def reader(self, role: Role) -> Reader:
        """A reader of the store in a role.

        Raises: IndexMissing where nothing is indexed yet; ModelMismatch.
        """
        access = access_of(role)
        counts = self.counts(Scope(access=access))
        if not counts["passages"] and not self.stores.catalogue.papers():
            raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.")
        return Reader(self, role, access, tuple(counts["councils"]), tuple(counts["bodies"]))


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who asks in a role: what the role may see, and the councils and bodies that it may know of."""

    session: Session
    role: Role
    access: frozenset[Access]
    councils: tuple[str, ...]
    bodies: tuple[str, ...]

    def scope(self, filters: Filters) -> Scope:
        """The filters as hard limits on what is retrieved.

        Raises: WrongFilter where a filter fits no known name, or several.
        """
        kinds = {kind.value for kind in PartKind}
        if filters.kind and filters.kind not in kinds:
            raise WrongFilter(
                f"There is no kind of paper called {filters.kind!r}. Choose one of {', '.join(sorted(kinds))}."
            )
        return Scope(
            access=self.access,
            council=_matched(filters.council, self.councils, "council"),
            body=_matched(filters.body, self.bodies, "body"),
            since=filters.since,
            until=filters.until,
            kind=filters.kind,
        )

    def searched(self, scope: Scope) -> str:
        """What a scope holds in words: "1,020 paragraphs of 20 papers, 13 September 2022 to 8 July 2025"."""
        counts = self.session.counts(scope)
        papers = f"{counts['papers']:,} {'paper' if counts['papers'] == 1 else 'papers'}"
        dates = f", {long_date(counts['first'])} to {long_date(counts['last'])}" if counts["first"] else ""
        return f"{counts['paragraphs']:,} paragraphs of {papers}{dates}"

    def understand(self, text: str) -> Question:
        """A question's text taken apart, slips of typing mended, with the councils and bodies that this reader may know of."""
        spelled = self.session.stores.keywords.spelled(text, self.access, is_word=lambda word: word in common_words())
        return understand(spelled, self.councils, self.bodies)

    def search(self, text: str, scope: Scope, k: int = 20) -> SearchResult:
        """The k best passages in scope for a text.

        Raises: IndexMissing, VectorStoreDown.
        """
        session = self.session
        return find_passages(self.understand(text), session.stores, session.embedder, scope, k=k)

    def attendance(self, question: Question, scope: Scope) -> list[tuple[Attendance, Placed]]:
        """Those listed at the meetings that a question names, of all in scope where it names none: newest meeting first."""
        found = self._of_meetings(question, scope, self.session.stores.catalogue.attendance)
        return [(one.record, place) for one, place in found]

    def offices(self, question: Question, scope: Scope) -> list[tuple[Office, Placed]]:
        """The offices named at the meetings that a question names, of all in scope where it names none: newest first."""
        found = self._of_meetings(question, scope, self.session.stores.catalogue.offices)
        return [(one.record, place) for one, place in found]

    def parts(self, question: Question, scope: Scope) -> list[Part]:
        """The parts of papers of the meetings that a question names, of all in scope where it names none."""
        known = self.session.stores.catalogue.parts(self.access)
        return [part for _, part in known if is_of_meeting(question, scope, part.meeting)]

    def motions(self, question: Question, scope: Scope) -> list[Recorded]:
        """The motions in scope of the bodies and councils that a question names; where a paper names none, it may be of any."""
        catalogue = self.session.stores.catalogue
        known: list[Recorded] = self.session.kept(
            ("motions", self.role), lambda: recorded_motions(catalogue, self.access)
        )
        return [one for one in known if _is_of(question, scope, one.place.part.meeting, or_unnamed=True)]

    def _of_meetings(
        self, question: Question, scope: Scope, read: Callable[[Meet, frozenset[Access]], list[_Recorded]]
    ) -> list[tuple[_Recorded, Placed]]:
        """The records of the meetings that a question and a scope leave, each with its paragraph."""
        kept = [
            one
            for one in read(Meet(scope.council, scope.body), scope.access)
            if is_of_meeting(question, scope, one.part.meeting)
        ]
        places = self.session.stores.catalogue.paragraphs([one.record.paragraph for one in kept], scope.access)
        return [(one, places[one.record.paragraph]) for one in kept if one.record.paragraph in places]

    def register(self) -> Register:
        """The whole register of decisions that the role may see."""
        catalogue = self.session.stores.catalogue
        return self.session.kept(("register", self.role), lambda: read_register(catalogue, self.access))


def is_of_meeting(question: Question, scope: Scope, meeting: Meeting) -> bool:
    """Whether a meeting is one of those that a question names and a scope leaves; a question may name none."""
    on_day = not question.spans or any(span.since <= (meeting.date or "") <= span.until for span in question.spans)
    return on_day and _is_of(question, scope, meeting)


def _is_of(question: Question, scope: Scope, meeting: Meeting, or_unnamed: bool = False) -> bool:
    """Whether a meeting is in scope and of the bodies and councils that a question names.

    With `or_unnamed`, one whose paper names no body or council may be of any.
    """
    unnamed = (None,) if or_unnamed else ()
    date = meeting.date or ""
    within = (not scope.since or date >= scope.since) and (not scope.until or date <= scope.until)
    in_scope = scope.council in (None, meeting.council) and scope.body in (None, meeting.body)
    of_body = not question.bodies or meeting.body in (*question.bodies, *unnamed)
    of_council = not question.councils or meeting.council in (*question.councils, *unnamed)
    return within and in_scope and of_body and of_council


def _matched(wanted: str | None, known: Sequence[str], what: str) -> str | None:
    """The known name that a filter means: the same but for case, or the only one that holds its words."""
    if not wanted:
        return None
    same = [name for name in known if name.lower() == wanted.lower()]
    close = same or [name for name in known if wanted.lower() in name.lower()]
    if len(close) == 1:
        return close[0]
    if not close:
        raise WrongFilter(f"No {what} called {wanted!r} is indexed. Known: {', '.join(known) or 'none'}.")
    raise WrongFilter(f"{wanted!r} could be {' or '.join(close)}. Give the {what}'s whole name.")
