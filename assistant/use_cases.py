"""What the assistant does besides answering, one function a use case: check, register, brief, matter, record, replay."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from assistant.answer.given import given
from assistant.answer.pipeline import answered
from assistant.brief.models import Brief, BriefFor
from assistant.brief.prepare import Desk, prepare
from assistant.claims.by_verifier import Found, check_by_verifier
from assistant.claims.check import Records, check_claim
from assistant.claims.dated import is_of_days
from assistant.claims.presence import Listed
from assistant.claims.statements import statements_of
from assistant.decisions.models import DecisionFilters, Register
from assistant.decisions.recorded import Recorded
from assistant.errors import ModelTrouble, RecordBroken
from assistant.matter import Matter, matter_of
from assistant.models import Answer, Asked, Check, Filters, Turn
from assistant.records.audit import AnswerRecord, Made, Replay, compared, record_of
from assistant.retrieval.evidence import gather
from assistant.retrieval.pieces import EvidencePiece
from assistant.retrieval.ranking import Candidate, rank_units
from assistant.retrieval.reading import pieces_for
from assistant.retrieval.search import SearchResult
from assistant.retrieval.topic import Topic, chosen, topic_of
from assistant.session import Reader, Session, access_of
from corpus.models import Access, Meeting, Role
from index.models import Placed, Scope

_OUTCOME_WITHIN = 40  # paragraphs behind an amendment in which its vote stands
_PIECES, _EVIDENCE_TOKENS = 12, 6_000  # of the evidence that a claim is judged by
_OF_A_TOPIC, _OF_AN_ITEM, _OF_A_MATTER = 100, 40, 200  # passages looked at


def answer(asked: Asked, reader: Reader) -> Answer:
    """An answer, or an abstention that says what was searched.

    Raises: as `answered`.
    """
    *_, whole = answered(asked, reader)
    assert isinstance(whole, Answer)
    return whole


def check(claim: str, reader: Reader, filters: Filters) -> Check:
    """What the papers say of a claim, statement by statement: by the session's verifier, else by records and comparison.

    Where the verifier does not answer, records and comparison stand instead, and a note says so.
    Raises: as `answered`.
    """
    began = time.perf_counter()
    scope = reader.scope(filters)
    verifier = reader.session.verifier
    checked: Check | None = None
    notes: tuple[str, ...] = ()
    if verifier is not None and statements_of(claim):
        try:
            left = reader.session.patience - _since(began)
            checked = check_by_verifier(claim, _found(claim, reader, scope), verifier, left, reader.searched(scope))
        except ModelTrouble as error:
            notes = (f"{error} Checked instead by records and comparison.",)
    checked = checked or _compared(claim, reader, scope)
    return replace(checked, seconds=_since(began), notes=notes)


def _found(claim: str, reader: Reader, scope: Scope) -> Found:
    """The pieces of evidence found for a claim's statements and for all of it, the best of each in turn, as a model reads them."""
    session = reader.session

    def pieces(text: str) -> list[EvidencePiece]:
        evidence = gather(reader.understand(text), session.stores, session.embedder, scope)
        return pieces_for(evidence, session.stores, session.embedder, scope)

    texts = dict.fromkeys((*statements_of(claim), claim))
    in_turn = (piece for same_rank in zip_longest(*map(pieces, texts)) for piece in same_rank if piece is not None)
    best = list({tuple(place.paragraph.id for place in piece.places): piece for piece in in_turn}.values())
    shown = given(best[:_PIECES], _EVIDENCE_TOKENS)
    return Found(shown.places, shown.text, shown.above)


def _compared(claim: str, reader: Reader, scope: Scope) -> Check:
    """What the papers say of a claim by records and comparison."""
    catalogue = reader.session.stores.catalogue

    def search(text: str) -> tuple[Sequence[Candidate], Mapping[str, float]]:
        found = reader.search(text, scope)
        return rank_units(found, catalogue.paragraphs(_paragraphs(found), scope.access)), found.rarity

    def around(place: Placed) -> Sequence[Placed]:
        return catalogue.neighbours(place.paper, place.n, _OUTCOME_WITHIN, scope.access)

    def lists(statement: str) -> Sequence[Listed]:
        return reader.attendance(reader.understand(statement), scope)

    def motions(statement: str) -> Sequence[Recorded]:
        known = reader.motions(reader.understand(statement), scope)
        return [one for one in known if is_of_days(statement, one.place.part.meeting.date)]

    return check_claim(claim, search, around, reader.searched(scope), Records(lists, motions))


def register(filters: DecisionFilters, reader: Reader) -> Register:
    """The register of decisions, actions and planned decisions that the filters leave.

    By date, the newest first; where a topic is asked for, by how much an entry is about it.
    Raises: as `answered`.
    """
    began = time.perf_counter()
    scope = reader.scope(Filters(filters.council, filters.body, filters.since, filters.until))
    topic = topic_of(reader.search(filters.query, scope, _OF_A_TOPIC)) if filters.query else None
    found = chosen(reader.register(), replace(filters, council=scope.council, body=scope.body), topic)
    return replace(found, searched=reader.searched(scope), seconds=_since(began))


def brief(wanted: BriefFor, reader: Reader) -> Brief:
    """What a member should know before a meeting, the newest with papers where none is named, or one item.

    Raises: as `answered`; WrongFilter where no paper is for such a meeting.
    """
    began = time.perf_counter()
    scope = reader.scope(Filters(wanted.council, wanted.body))

    def search(title: str, meeting: Meeting, until: str) -> tuple[Topic, Sequence[Placed]]:
        earlier = replace(scope, council=meeting.council, body=None, until=until)
        found = reader.search(title, earlier, _OF_AN_ITEM)
        return topic_of(found), _placed(found, reader)

    desk = Desk(reader.session.stores.catalogue, scope.access, reader.register(), search)
    prepared = prepare(replace(wanted, council=scope.council, body=scope.body), desk)
    return replace(prepared, searched=reader.searched(scope), seconds=_since(began))


def matter(topic: str, reader: Reader, filters: Filters) -> Matter:
    """A topic through all meetings in order, with its figures over time.

    Raises: as `answered`.
    """
    began = time.perf_counter()
    scope = reader.scope(filters)
    found = reader.search(topic, scope, _OF_A_MATTER)
    about = topic_of(found)
    wanted = DecisionFilters(None, scope.council, scope.body, scope.since, scope.until)
    made = matter_of(topic, about, _placed(found, reader), chosen(reader.register(), wanted, about))
    return replace(made, searched=reader.searched(scope), seconds=_since(began))


def record(asked: Asked, given: Answer, made_at: str, session: Session) -> AnswerRecord:
    """An answer with all that it rests on; `made_at` is ISO 8601. Holds nothing that the asker's role may not see."""
    ids = [cited.paragraph for cited in given.citations]
    ids += [name for passage in given.passages for name in passage.paragraphs]
    places = session.stores.catalogue.paragraphs(list(dict.fromkeys(ids)), access_of(asked.role))
    return record_of(asked, given, places, _made(session), made_at)


def replay(recorded: AnswerRecord, role: Role, session: Session) -> Replay:
    """What became of a recorded answer: paragraphs gone or reworded, another answer now, another index or model.

    Raises: as `answered`; RecordBroken where the record was made for a role that may see more than this one.
    """
    access = access_of(recorded.role)
    if access - access_of(role):
        raise RecordBroken(
            f"The record was made for the role {recorded.role.value}. Replay it with --role {recorded.role.value}."
        )
    reader = session.reader(recorded.role)
    history: tuple[Turn, ...] = ()
    for question in recorded.history:
        earlier = Asked(question, history, recorded.filters, recorded.role)
        history = (*history, Turn(question, answer(earlier, reader)))
    now = answer(Asked(recorded.question, history, recorded.filters, recorded.role), reader)
    catalogue = session.stores.catalogue
    cited = [held for held in recorded.paragraphs if held.cited]
    ids = [held.paragraph for held in cited]
    places = catalogue.paragraphs(ids, access)
    hidden = frozenset(catalogue.paragraphs(ids, frozenset(Access))) - frozenset(places)
    files = dict.fromkeys(held.file for held in cited if held.paragraph not in places)
    around = [place for file in files for place in catalogue.of_file(file, access)]
    return compared(recorded, now, _made(session), places, around, hidden)


def _made(session: Session) -> Made:
    """What answers are made with now."""
    model = session.model
    if model is None:
        name = prompt = None
    else:
        from assistant.answer.generation.chat import name_of, prompt_of  # late: it brings LangChain

        name, prompt = name_of(model), prompt_of(model).version
    return Made(
        index_version=session.stores.catalogue.meta("version"),
        embedding_model=session.embedder.name,
        chat_model=name,
        prompt_version=prompt,
    )


def _paragraphs(found: SearchResult) -> list[str]:
    """The ids of the paragraphs of the passages found, best first."""
    return list(dict.fromkeys(name for ranked in found.ranked for name in ranked.passage.paragraphs))


def _placed(found: SearchResult, reader: Reader) -> list[Placed]:
    """The paragraphs of the passages found that the reader may see, best first."""
    ids = _paragraphs(found)
    placed = reader.session.stores.catalogue.paragraphs(ids, reader.access)
    return [placed[name] for name in ids if name in placed]


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 4)
