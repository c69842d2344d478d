"""The assistant: a question and its history in, an answer with cited paragraphs out."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from langchain_core.language_models import BaseChatModel

from assistant import confidence, extract, generate
from assistant.candidates import Candidate, rank_units
from assistant.errors import ModelTrouble, WrongFilter
from assistant.extract import Pick
from assistant.followup import Past, complete
from assistant.models import Answer, Asked, Citation, Filters, FoundPassage, Mode, PaperStatus, StoreStatus
from assistant.question import Question, understand
from assistant.reference import short_reference
from assistant.retrieve import Found, PassageRetriever
from assistant.support import judge
from corpus.dates import long_date
from corpus.models import Access, PartKind, Role
from corpus.place import place_of
from index.build import Stores, check_model
from index.catalogue import Placed
from index.embedder import Embedder
from index.errors import IndexMissing
from index.models import Scope

_MOST_CITED = 2500  # characters of a cited paragraph; a longer one is cited by the part that matters
_TO_MODEL = 14  # paragraphs that a model is given at most


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
    _known: dict[tuple[str | None, Role], dict[str, list[str]]] = field(default_factory=dict, compare=False)

    def ask(self, asked: Asked) -> Answer:
        """An answer, or an abstention that says what was searched.

        Raises: IndexMissing, ModelMismatch, VectorStoreDown; WrongFilter for a filter that fits nothing.
        """
        *_, answer = self.stream(asked)
        assert isinstance(answer, Answer)
        return answer

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
        candidates = rank_units(found, placed)
        sure = confidence.confidence(found, candidates)
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
        notes: tuple[str, ...] = ()
        if self.model is not None and candidates:
            try:
                answer = self._generated(base, question, candidates, placed, found)
                yield answer.answer
                yield _timed(answer, began)
                return
            except ModelTrouble as error:
                notes = (f"{error} Shown instead: the papers' own words.",)
        answer = replace(self._extracted(base, question, candidates, sure), notes=notes)
        yield answer.answer
        yield _timed(answer, began)

    def _extracted(self, base: Answer, question: Question, candidates: Sequence[Candidate], sure: float) -> Answer:
        picks = extract.choose(question, candidates)
        # A completed follow-up is wordier than a question asked alone, and scores lower for it.
        bar = confidence.THRESHOLD if question.text == base.question else confidence.FOLLOW_UP_THRESHOLD
        if not picks or sure < bar:
            return self._declined(base, candidates, "no paragraph answers the question")
        return replace(
            base,
            answer=extract.worded(picks),
            citations=tuple(self._citation(n, pick) for n, pick in enumerate(picks, 1)),
        )

    def _generated(
        self, base: Answer, question: Question, candidates: Sequence[Candidate], placed: dict[str, Placed], found: Found
    ) -> Answer:
        assert self.model is not None
        best: dict[str, Candidate] = {}
        for candidate in candidates:
            best.setdefault(candidate.placed.paragraph.id, candidate)
        chosen = generate.packed([c.placed for c in list(best.values())[:_TO_MODEL]], self.context_tokens)
        try:
            text = generate.answer_chain(self.model).invoke(
                {"paragraphs": generate.as_context(chosen), "question": question.text}
            )
        except ModelTrouble:
            raise
        except _model_errors() as error:
            raise ModelTrouble(f"The language model did not answer ({type(error).__name__}).") from error
        if generate.declines(text):
            return replace(
                self._declined(base, candidates, "the language model found no answer in the paragraphs"), mode=Mode.LLM
            )
        return self._resolved(base, text, chosen, best)

    def _resolved(self, base: Answer, text: str, chosen: Sequence[Placed], best: dict[str, Candidate]) -> Answer:
        """The model's statements with their markers as citations.

        A statement that cites nothing it was given, or that its paragraphs do not bear out, is left out and counted.
        """
        numbers: dict[int, int] = {}
        lines: list[str] = []
        left_out = 0
        for words, cited in generate.statements(text):
            known = [n for n in dict.fromkeys(cited) if 1 <= n <= len(chosen)]
            cited_places = [chosen[n - 1] for n in known]
            if not known or not _borne_out(words, cited_places):
                left_out += 1
                continue
            for n in known:
                numbers.setdefault(n, len(numbers) + 1)
            lines.append(f"{words} {''.join(f'[{numbers[n]}]' for n in known)}")
        if not lines:
            raise ModelTrouble("The language model said nothing that the paragraphs it cited bear out.")
        citations = []
        for n, mark in numbers.items():
            place = chosen[n - 1]
            candidate = best[place.paragraph.id]
            citations.append(self._citation(mark, extract.Pick(place, candidate.start, candidate.end, candidate.score)))
        return replace(base, answer=" ".join(lines), mode=Mode.LLM, citations=tuple(citations), left_out=left_out)

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

    def _citation(self, n: int, pick: Pick) -> Citation:
        place = pick.placed
        paragraph, part = place.paragraph, place.part
        text, quote = paragraph.text, pick.quote
        if len(text) > _MOST_CITED:
            text = _part_that_matters(paragraph.intro, paragraph.own, pick.start, pick.end)
        return Citation(
            n=n,
            paragraph=paragraph.id,
            file=place.file,
            page=paragraph.page,
            line=paragraph.line,
            council=part.meeting.council,
            body=part.meeting.body,
            meeting_date=part.meeting.date,
            part=part.kind.value,
            part_title=part.title,
            item=paragraph.item,
            ref=paragraph.ref,
            status=paragraph.status.value,
            text=text,
            quote=quote,
            item_title=paragraph.item_title,
            path=place.path,
            box=paragraph.box,
        )

    def status(self, role: Role = Role.PUBLIC) -> StoreStatus:
        """What is indexed as far as a role may know, and what could not be."""
        access = access_of(role)
        counts = self.stores.catalogue.counts(Scope(access=access))
        return store_status(self.stores, access, counts)

    def examples(self) -> tuple[str, ...]:
        """Up to four questions that the papers can answer, made from their newest minutes' items."""
        parts = [part for _, part in self.stores.catalogue.parts(frozenset({Access.PUBLIC})) if part.meeting.date]
        questions: list[str] = []
        for part in sorted(parts, key=lambda p: p.meeting.date or "", reverse=True):
            when = long_date(part.meeting.date or "")
            if part.kind is PartKind.MINUTES and part.meeting.body:
                name = f"{'' if part.meeting.body.lower().startswith('the ') else 'the '}{part.meeting.body}"
                questions.append(f"What did {name} decide on {when}?")
            elif part.kind is PartKind.REPORT and 8 < len(part.title) < 70:
                questions.append(f"What is recommended in the report on {part.title}?")
        kinds = (
            [q for q in questions if q.startswith("What did")][:2],
            [q for q in questions if q.startswith("What is")][:2],
        )
        return tuple(dict.fromkeys([*kinds[0], *kinds[1]]))

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
        """The councils and bodies that a role may know of, kept until the catalogue changes."""
        version = self.stores.catalogue.meta("version")
        key = (version, role)
        if key not in self._known:
            check_model(self.stores.catalogue, self.embedder.name)
            counts = self.stores.catalogue.counts(Scope(access=access_of(role)))
            if not counts["passages"] and not self.stores.catalogue.papers():
                raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.")
            self._known.clear()
            self._known[key] = {"councils": counts["councils"], "bodies": counts["bodies"]}
        return self._known[key]

    def _searched(self, scope: Scope) -> str:
        counts = self.stores.catalogue.counts(scope)
        papers = f"{counts['papers']:,} {'paper' if counts['papers'] == 1 else 'papers'}"
        dates = f", {long_date(counts['first'])} to {long_date(counts['last'])}" if counts["first"] else ""
        return f"{counts['paragraphs']:,} paragraphs of {papers}{dates}"


def _borne_out(sentence: str, places: Sequence[Placed]) -> bool:
    """Whether the support gate lets a sentence through on these paragraphs."""
    texts = [place.paragraph.text for place in places]
    return judge(sentence, texts, [place.paragraph.status.value for place in places]).supported


def store_status(stores: Stores, access: frozenset[Access], counts: dict[str, object]) -> StoreStatus:
    """The catalogue's papers and refusals as a status, as far as these access levels may know."""
    catalogue = stores.catalogue
    files: dict[str, list[str]] = {}
    for row in catalogue.files().values():
        files.setdefault(row.sha, []).append(row.path)
    paragraphs = catalogue.paper_counts(access)
    parts: dict[str, list[tuple[str | None, str | None, str | None]]] = {}
    for sha, part in catalogue.parts(access):
        parts.setdefault(sha, []).append((part.meeting.council, part.meeting.body, part.meeting.date))
    papers = tuple(
        PaperStatus(
            name=row.name,
            path=row.path,
            also=tuple(path for path in sorted(files.get(row.sha, [])) if path != row.path),
            pages=row.pages,
            paragraphs=paragraphs.get(row.sha, 0),
            council=next((council for council, _, _ in parts.get(row.sha, []) if council), None),
            bodies=tuple(dict.fromkeys(body for _, body, _ in parts.get(row.sha, []) if body)),
            dates=tuple(sorted({date for _, _, date in parts.get(row.sha, []) if date})),
            refused=None,
        )
        for row in catalogue.papers()
        if row.sha in parts
    )
    refused = tuple(
        PaperStatus(
            name=one.name,
            path=one.path,
            also=tuple(path for path in sorted(files.get(one.sha, [])) if path != one.path),
            pages=None,
            paragraphs=0,
            council=None,
            bodies=(),
            dates=(),
            refused=one.what if one.page is None else f"page {one.page}: {one.what}",
            remedy=one.remedy,
        )
        for one in catalogue.refusals()
    )
    return StoreStatus(
        store=str(stores.folder),
        papers=papers,
        refused=refused,
        paragraphs=int(str(counts["paragraphs"])),
        passages=int(str(counts["passages"])),
        meetings=int(str(counts["meetings"])),
        councils=tuple(counts["councils"]),  # type: ignore[arg-type]
        bodies=tuple(counts["bodies"]),  # type: ignore[arg-type]
        first_date=counts["first"],  # type: ignore[arg-type]
        last_date=counts["last"],  # type: ignore[arg-type]
        model=catalogue.meta("model"),
    )


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


def _past(asked: Asked) -> list[Past]:
    return [
        Past(turn.question, turn.answer.citations[0].meeting_date if turn.answer.citations else None)
        for turn in asked.history
    ]


def _timed(answer: Answer, began: float) -> Answer:
    return replace(answer, seconds=round(time.perf_counter() - began, 4))


def _part_that_matters(intro: str, own: str, start: int, end: int) -> str:
    """At most 2,500 characters of a long paragraph, verbatim, round the words relied on."""
    room = _MOST_CITED - min(len(intro), 600) - 2
    middle = (start + end) // 2
    first = max(0, min(start, middle - room // 2, len(own) - room))
    piece = own[first : first + room]
    lead = intro[-600:] if intro else ""
    return f"{lead}\n{piece}" if lead else piece


def _model_errors() -> tuple[type[BaseException], ...]:
    """What chat models raise when they are down, slow, out of room or refuse."""
    import httpx
    from langchain_core.exceptions import LangChainException

    known: list[type[BaseException]] = [LangChainException, httpx.HTTPError, ConnectionError, TimeoutError, ValueError]
    try:
        import openai
    except ImportError:
        return tuple(known)
    return (*known, openai.OpenAIError)
