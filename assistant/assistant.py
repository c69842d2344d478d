"""The assistant: a question and its history in, an answer with cited paragraphs out."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.language_models import BaseChatModel

from assistant.answer import selection
from assistant.answer.generation.chat import name_of, prompt_of
from assistant.answer.generation.generative import NOTHING_FOUND, write
from assistant.answer.open_actions import asks_for_open_actions, first_named, how_many, of_those_named
from assistant.answer.source import source
from assistant.brief.models import Brief, BriefFor
from assistant.brief.prepare import COMING, Desk, prepare
from assistant.citations import citation, whole
from assistant.claims.check import check_claim
from assistant.decisions.actions import open_actions
from assistant.decisions.models import DecisionFilters, Register
from assistant.decisions.register import read_register
from assistant.errors import RecordBroken, WrongFilter
from assistant.matter import Matter, matter_of
from assistant.models import (
    Answer,
    Asked,
    Check,
    Filters,
    FoundPassage,
    Mode,
    Source,
    StoreStatus,
    Turn,
)
from assistant.question.follow_up import EarlierTurn, complete
from assistant.question.named_filters import recognised
from assistant.question.suggestions import examples, follow_ups
from assistant.question.understanding import Question, understand
from assistant.records.audit import AnswerRecord, Made, Replay, compared, record_of
from assistant.references import short_reference
from assistant.retrieval import answerability
from assistant.retrieval.current_versions import from_current, notes_on
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.search import PassageRetriever, SearchResult, find_passages
from assistant.retrieval.topic import Topic, chosen, topic_of
from assistant.store_status import store_status
from corpus.dates import long_date
from corpus.models import Access, Meeting, PartKind, Role
from corpus.placement import place_of
from index.embedder import Embedder
from index.errors import IndexMissing
from index.models import Placed, Scope
from index.stores import Stores, check_model

_NO_FILTERS = Filters()
_COUNTS_KEPT = 200  # scopes
_OUTCOME_WITHIN = 40  # paragraphs behind an amendment in which its vote stands
_EVERYTHING = DecisionFilters()
_NEWEST = BriefFor()
_EVER = "9999-12-31"  # after every date that papers give


def access_of(role: Role) -> frozenset[Access]:
    """What a role may see."""
    return frozenset({Access.PUBLIC}) if role is Role.PUBLIC else frozenset(Access)


@dataclass(frozen=True)
class Assistant:
    """Answers from one store. The chat model is None where none is set up."""

    stores: Stores
    embedder: Embedder
    model: BaseChatModel | None = None
    context_tokens: int = 6000
    patience: float = 60.0  # seconds from the question until the papers' own words are shown instead of the model's
    _examples: dict[str | None, tuple[str, ...]] = field(default_factory=dict, compare=False)
    _counts: dict[tuple[str | None, Scope], dict[str, Any]] = field(default_factory=dict, compare=False)
    _registers: dict[tuple[str | None, Role], Register] = field(default_factory=dict, compare=False)

    def ask(self, asked: Asked) -> Answer:
        """An answer, or an abstention that says what was searched.

        Raises: IndexMissing, ModelMismatch, VectorStoreDown; WrongFilter for a filter that fits nothing.
        """
        *_, answer = self.stream(asked)
        assert isinstance(answer, Answer)
        return answer

    def in_own_words(self, asked: Asked) -> Answer:
        """The answer in the papers' own words, at once, whether or not a chat model is set up.

        Raises: as `ask`.
        """
        return replace(self, model=None).ask(asked)

    def stream(self, asked: Asked) -> Iterator[str | Answer]:
        """The answer's text piece by piece as it is ready, then the whole answer."""
        began = time.perf_counter()
        scope = self._scope(asked.filters, asked.role)
        known = self._names(asked.role)
        text = complete(asked.question, _past(asked), [place_of(name) for name in known["councils"]])
        question = understand(text, known["councils"], known["bodies"])
        retriever = PassageRetriever(
            stores=self.stores, embedder=self.embedder, scope=scope, councils=known["councils"], bodies=known["bodies"]
        )
        found = retriever.search(question)
        ids = list(dict.fromkeys(name for one in found.ranked for name in one.passage.paragraphs))
        placed = self.stores.catalogue.paragraphs(ids, scope.access)
        candidates = from_current(rank_units(found, placed))
        sure = answerability.confidence(found, candidates)
        base = Answer(
            question=asked.question,
            answer="",
            abstained=False,
            reason=None,
            mode=Mode.EXTRACTIVE,
            citations=(),
            passages=tuple(
                FoundPassage(one.passage.file, one.passage.text, round(one.score, 4), one.passage.paragraphs)
                for one in found.ranked
            ),
            seconds=0.0,
            searched=self._searched(scope),
            confidence=round(sure, 3),
        )
        plain = self._extracted(base, found, candidates, sure, scope, asked.role)
        if self.model is None or not candidates:
            yield plain.answer
            yield _timed(plain, began)
            return
        left = self.patience - (time.perf_counter() - began)
        declined = self._declined(base, candidates, NOTHING_FOUND)
        for piece in write(self.model, self.context_tokens, left, base, question, candidates, plain, declined):
            yield _timed(piece, began) if isinstance(piece, Answer) else piece

    def _extracted(
        self, base: Answer, found: SearchResult, candidates: Sequence[Candidate], sure: float, scope: Scope, role: Role
    ) -> Answer:
        question = found.question
        if asks_for_open_actions(question):
            opened = self._opened(base, question, scope, role)
            if opened is not None:
                return opened
        picks = [pick for pick in selection.choose(question, candidates, found.moved) if selection.stands(pick)]
        # A completed follow-up is wordier than a question asked alone, and scores lower for it.
        bar = answerability.THRESHOLD if question.text == base.question else answerability.FOLLOW_UP_THRESHOLD
        if not picks or sure < bar:
            return self._declined(base, candidates, "no paragraph answers the question")
        citations = tuple(citation(n, pick) for n, pick in enumerate(picks, 1))
        return replace(base, answer=selection.worded(picks), citations=citations, notes=notes_on(citations))

    def _opened(self, base: Answer, question: Question, scope: Scope, role: Role) -> Answer | None:
        """The newest open actions in the scope; None where the trackers have none, or other papers alone are asked."""
        if scope.kind not in (None, PartKind.TRACKER):
            return None
        known = tuple(open_actions(self._register(role).actions, scope.until or _EVER))
        wanted = DecisionFilters(None, scope.council, scope.body, scope.since, scope.until)
        actions = of_those_named(question, chosen(Register((), known, ()), wanted, None).actions)
        ids = first_named(actions)
        placed = self.stores.catalogue.paragraphs(ids, scope.access)
        picks = [whole(placed[name]) for name in ids if name in placed]
        if not picks:
            return None
        citations = tuple(citation(n, pick) for n, pick in enumerate(picks, 1))
        more = (how_many(actions),) if len(actions) > len(picks) else ()
        notes = (*notes_on(citations), *more)
        return replace(base, answer=selection.worded(picks), citations=citations, notes=notes, confidence=1.0)

    def _declined(self, base: Answer, candidates: Sequence[Candidate], reason: str) -> Answer:
        words = f"The papers do not say. Searched: {base.searched}."
        if candidates:
            nearest = candidates[0]
            where = short_reference(nearest.placed)
            words += (
                f" The nearest paragraph found is {where}, in {nearest.placed.file}, which does not seem to answer it."
            )
        refused = len(self.stores.catalogue.refusals())
        if refused:
            words += f" {refused} {'paper' if refused == 1 else 'papers'} could not be read (see `minutebook status`)."
        return replace(base, answer=words, abstained=True, reason=reason)

    def check(self, claim: str, role: Role = Role.PUBLIC, filters: Filters = _NO_FILTERS) -> Check:
        """What the papers say of a claim, statement by statement.

        Raises: as `ask`.
        """
        began = time.perf_counter()
        scope = self._scope(filters, role)
        known = self._names(role)

        def search(text: str) -> tuple[Sequence[Candidate], Mapping[str, float]]:
            question = understand(text, known["councils"], known["bodies"])
            found = find_passages(question, self.stores, self.embedder, scope)
            ids = list(dict.fromkeys(name for one in found.ranked for name in one.passage.paragraphs))
            return rank_units(found, self.stores.catalogue.paragraphs(ids, scope.access)), found.rarity

        def around(place: Placed) -> Sequence[Placed]:
            return self.stores.catalogue.neighbours(place.paper, place.n, _OUTCOME_WITHIN, scope.access)

        checked = check_claim(claim, search, around, self._searched(scope))
        return replace(checked, seconds=round(time.perf_counter() - began, 4))

    def decisions(self, filters: DecisionFilters = _EVERYTHING, role: Role = Role.PUBLIC) -> Register:
        """The register of decisions, actions and planned decisions that the filters leave.

        By date, the newest first; where a topic is asked for, by how much an entry is about it.
        Raises: IndexMissing, ModelMismatch, VectorStoreDown; WrongFilter for a filter that fits nothing.
        """
        began = time.perf_counter()
        scope = self._scope(Filters(filters.council, filters.body, filters.since, filters.until), role)
        topic = topic_of(self._search(filters.query, scope, role)) if filters.query else None
        found = chosen(self._register(role), replace(filters, council=scope.council, body=scope.body), topic)
        seconds = round(time.perf_counter() - began, 4)
        return replace(found, searched=self._searched(scope), seconds=seconds)

    def brief(self, wanted: BriefFor = _NEWEST, role: Role = Role.PUBLIC) -> Brief:
        """What a member should know before a meeting, the newest with papers where none is named, or one item.

        Raises: as `decisions`; WrongFilter where no paper is for such a meeting.
        """
        began = time.perf_counter()
        scope = self._scope(Filters(wanted.council, wanted.body), role)

        def search(title: str, meeting: Meeting, until: str) -> tuple[Topic, Sequence[Placed]]:
            earlier = replace(scope, council=meeting.council, body=None, until=until)
            found = self._search(title, earlier, role, k=40)
            ids = dict.fromkeys(name for one in found.ranked for name in one.passage.paragraphs)
            placed = self.stores.catalogue.paragraphs(list(ids), scope.access)
            return topic_of(found), [placed[name] for name in ids if name in placed]

        desk = Desk(self.stores.catalogue, scope.access, self._register(role), search)
        brief = prepare(replace(wanted, council=scope.council, body=scope.body), desk)
        return replace(brief, searched=self._searched(scope), seconds=round(time.perf_counter() - began, 4))

    def matter(self, topic: str, filters: Filters = _NO_FILTERS, role: Role = Role.PUBLIC) -> Matter:
        """A topic through all meetings in order, with its figures over time.

        Raises: as `decisions`.
        """
        began = time.perf_counter()
        scope = self._scope(filters, role)
        found = self._search(topic, scope, role, k=200)
        ids = dict.fromkeys(name for one in found.ranked for name in one.passage.paragraphs)
        placed = self.stores.catalogue.paragraphs(list(ids), scope.access)
        wanted = DecisionFilters(None, scope.council, scope.body, scope.since, scope.until)
        register = chosen(self._register(role), wanted, topic_of(found))
        matter = matter_of(topic, topic_of(found), [placed[name] for name in ids if name in placed], register)
        return replace(matter, searched=self._searched(scope), seconds=round(time.perf_counter() - began, 4))

    def record(self, asked: Asked, answer: Answer, time: str) -> AnswerRecord:
        """An answer with all that it rests on; `time` is when it was made, ISO 8601. Holds nothing its role may not see."""
        ids = [one.paragraph for one in answer.citations]
        ids += [name for passage in answer.passages for name in passage.paragraphs]
        places = self.stores.catalogue.paragraphs(list(dict.fromkeys(ids)), access_of(asked.role))
        return record_of(asked, answer, places, self._made(), time)

    def replay(self, record: AnswerRecord, role: Role = Role.PUBLIC) -> Replay:
        """What became of a recorded answer: paragraphs gone or reworded, another answer now, another index or model.

        Raises: as `ask`; RecordBroken where the record was made for a role that may see more than this one.
        """
        if access_of(record.role) - access_of(role):
            raise RecordBroken(
                f"The record was made for the role {record.role.value}. Replay it with --role {record.role.value}."
            )
        history: tuple[Turn, ...] = ()
        for question in record.history:
            history = (*history, Turn(question, self.ask(Asked(question, history, record.filters, record.role))))
        now = self.ask(Asked(record.question, history, record.filters, record.role))
        cited = [held for held in record.paragraphs if held.cited]
        ids, access = [held.paragraph for held in cited], access_of(record.role)
        places = self.stores.catalogue.paragraphs(ids, access)
        hidden = frozenset(self.stores.catalogue.paragraphs(ids, frozenset(Access))) - frozenset(places)
        files = dict.fromkeys(held.file for held in cited if held.paragraph not in places)
        around = [place for file in files for place in self.stores.catalogue.of_file(file, access)]
        return compared(record, now, self._made(), places, around, hidden)

    def _made(self) -> Made:
        model = self.model
        return Made(
            index_version=self.stores.catalogue.meta("version"),
            embedding_model=self.embedder.name,
            chat_model=name_of(model) if model else None,
            prompt_version=prompt_of(model).version if model else None,
        )

    def _search(self, query: str, scope: Scope, role: Role, k: int = 100) -> SearchResult:
        known = self._names(role)
        question = understand(query, known["councils"], known["bodies"])
        return find_passages(question, self.stores, self.embedder, scope, k=k)

    def _register(self, role: Role) -> Register:
        """The whole register that a role may see, kept until the catalogue changes."""
        version = self.stores.catalogue.meta("version")
        key = (version, role)
        if key not in self._registers:
            self._names(role)
            for old in [held for held in self._registers if held[0] != version]:
                del self._registers[old]
            self._registers[key] = read_register(self.stores.catalogue, access_of(role))
        return self._registers[key]

    def status(self, role: Role = Role.PUBLIC) -> StoreStatus:
        """What is indexed as far as a role may know, and what could not be."""
        access = access_of(role)
        counts = self.stores.catalogue.counts(Scope(access=access))
        return store_status(self.stores, access, counts)

    def meetings(self, role: Role = Role.PUBLIC) -> tuple[Meeting, ...]:
        """The meetings that a role may know of and that have an agenda or a report, the newest first."""
        parts = self.stores.catalogue.parts(access_of(role))
        met = {part.meeting for _, part in parts if part.kind in COMING and part.meeting.date and part.meeting.body}
        return tuple(sorted(met, key=lambda one: (one.date or "", one.body or ""), reverse=True))

    def examples(self) -> tuple[str, ...]:
        """Up to four questions that the public papers answer, found anew when the catalogue changes."""
        version = self.stores.catalogue.meta("version")
        if version not in self._examples:
            self._examples.clear()
            self._examples[version] = examples(replace(self, model=None).ask, self.stores.catalogue)
        return self._examples[version]

    def recognised(self, question: str, role: Role) -> Filters:
        """What a question itself narrows: the council, body, dates and kind of paper that it names."""
        known = self._names(role)
        return recognised(understand(question, known["councils"], known["bodies"]))

    def source(self, paragraph: str, quote: str, role: Role) -> Source | None:
        """A paragraph by its id, cited for a quotation, in its surroundings; None where the role may not see it."""
        return source(self.stores.catalogue, paragraph, quote, access_of(role))

    def follow_ups(self, asked: Asked, cited: Sequence[str]) -> tuple[str, ...]:
        """Questions that the papers answer, on the matters of the paragraphs that an answer cites (by id)."""
        plain = replace(self, model=None)
        places = self.stores.catalogue.paragraphs(cited, access_of(asked.role))
        return follow_ups(plain.ask, asked, [places[name] for name in cited if name in places])

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        """The PDF pages of a paper whose every word a role may see; None where it may have the whole paper."""
        return self.stores.catalogue.open_pages(path, access_of(role))

    def _scope(self, filters: Filters, role: Role) -> Scope:
        known = self._names(role)
        kinds = {kind.value for kind in PartKind}
        if filters.kind and filters.kind not in kinds:
            raise WrongFilter(
                f"There is no kind of paper called {filters.kind!r}. Choose one of {', '.join(sorted(kinds))}."
            )
        return Scope(
            access=access_of(role),
            council=_matched(filters.council, known["councils"], "council"),
            body=_matched(filters.body, known["bodies"], "body"),
            since=filters.since,
            until=filters.until,
            kind=filters.kind,
        )

    def _names(self, role: Role) -> dict[str, list[str]]:
        """The councils and bodies that a role may know of."""
        counts = self._counted(Scope(access=access_of(role)))
        if not counts["passages"] and not self.stores.catalogue.papers():
            raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.")
        return {"councils": counts["councils"], "bodies": counts["bodies"]}

    def _counted(self, scope: Scope) -> dict[str, Any]:
        """What a scope holds, kept until the catalogue changes."""
        version = self.stores.catalogue.meta("version")
        counts = self._counts.get((version, scope))
        if counts is None:
            check_model(self.stores.catalogue, self.embedder.name)
            counts = self.stores.catalogue.counts(scope)
            if len(self._counts) >= _COUNTS_KEPT or any(kept != version for kept, _ in list(self._counts)):
                self._counts.clear()
            self._counts[version, scope] = counts
        return counts

    def _searched(self, scope: Scope) -> str:
        counts = self._counted(scope)
        papers = f"{counts['papers']:,} {'paper' if counts['papers'] == 1 else 'papers'}"
        dates = f", {long_date(counts['first'])} to {long_date(counts['last'])}" if counts["first"] else ""
        return f"{counts['paragraphs']:,} paragraphs of {papers}{dates}"


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


def _past(asked: Asked) -> list[EarlierTurn]:
    return [
        EarlierTurn(turn.question, turn.answer.citations[0].meeting_date if turn.answer.citations else None)
        for turn in asked.history
    ]


def _timed(answer: Answer, began: float) -> Answer:
    return replace(answer, seconds=round(time.perf_counter() - began, 4))
