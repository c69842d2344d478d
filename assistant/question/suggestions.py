"""Questions worth asking next, each tried before it is offered: only what the papers answer is suggested."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from assistant.models import Answer, Asked, Filters
from corpus.models import Access, PartKind, Role, Status
from index.catalogue import Catalogue
from index.models import Placed

Ask = Callable[[Asked], Answer]

_TRIED = 4  # questions tried at most: each takes as long as an answer
_SURE = 0.3  # how sure an answer must be for its question to be suggested
_TITLE_LENGTHS = range(8, 71)  # characters of a title that a question can name
_TITLE_WORDS = 2  # at least: one word names no matter
_DECIDED = frozenset({Status.RESOLUTION, Status.NOTED, Status.DEFERRED})
# Business of every meeting, about which nobody asks.
_ROUTINE = re.compile(
    r"apolog|declaration|minutes|urgent|next meeting|exclusion|matters arising|membership|attendance|chair|welcome"
    r"|public question|any other|date of|announcement|work programme|agenda|recommendation|introduction|background",
    re.I,
)


def follow_ups(ask: Ask, asked: Asked, cited: Sequence[Placed], most: int = 3) -> tuple[str, ...]:
    """At most `most` questions on the matters of the cited paragraphs, whose answers rest on other paragraphs."""
    shown = {place.paragraph.id for place in cited}
    found: list[str] = []
    for question in list(_proposals(asked.question, cited))[:_TRIED]:
        answer = ask(Asked(question, (), asked.filters, asked.role))
        fresh = {citation.paragraph for citation in answer.citations} - shown
        if fresh and _answers(question, answer):
            found.append(question)
            shown |= fresh
        if len(found) == most:
            break
    return tuple(found)


def _proposals(question: str, cited: Sequence[Placed]) -> Iterator[str]:
    """Two questions on each of the first two matters cited: after a decision what was recommended comes first."""
    for place in cited[:2]:
        matter = matter_of(place)
        if matter is None:
            continue
        decided = place.paragraph.status in _DECIDED
        first, second = ("recommended", "decided") if decided else ("decided", "recommended")
        for wording in (f"What was {first} about {matter}?", f"What was {second} about {matter}?"):
            if wording.lower() != question.strip().lower():
                yield wording


def _answers(question: str, answer: Answer) -> bool:
    """Whether an answer is given, is sure enough, and cites first a decision or recommendation, as the question asks."""
    if answer.abstained or answer.confidence < _SURE or not answer.citations:
        return False
    best = answer.citations[0].status
    if " decided " in question:
        return best in _DECIDED
    return best == Status.RECOMMENDATION


def matter_of(place: Placed) -> str | None:
    """What a paragraph is about, as a question would name it; None for routine business and unfit titles."""
    title = place.paragraph.item_title or (place.part.title if place.part.kind is PartKind.REPORT else "")
    title = re.sub(r"\s+", " ", re.sub(r"\s*[(\[].*?[)\]]", "", title))
    title = next((piece for piece in title.split(":") if len(piece.split()) >= _TITLE_WORDS), title).strip(" .:–-")
    if len(title) not in _TITLE_LENGTHS or len(title.split()) < _TITLE_WORDS or _ROUTINE.search(title):
        return None
    return title if re.match(r"[A-Z]{2}|[A-Z][\w’'-]+ [A-Z]", title) else title[0].lower() + title[1:]


def examples(ask: Ask, catalogue: Catalogue, most: int = 4) -> tuple[str, ...]:
    """At most `most` questions, each on another matter of the newest public papers, that the papers answer."""
    found: list[str] = []
    for wording, statuses, enough in (("decided", _DECIDED, most // 2), ("recommended", {Status.RECOMMENDATION}, most)):
        for matter in islice(_matters(catalogue, statuses), 2 * _TRIED):
            if len(found) == enough:
                break
            question = f"What was {wording} about {matter}?"
            is_asked = any(matter in other for other in found)
            if not is_asked and _answers(question, ask(Asked(question, (), Filters(), Role.PUBLIC))):
                found.append(question)
    return tuple(found)


def _matters(catalogue: Catalogue, statuses: Iterable[Status]) -> Iterator[str]:
    """Matters with a public paragraph of such a status, each once, the newest meeting's first."""
    seen: set[str] = set()
    public = catalogue.with_status(list(statuses), frozenset({Access.PUBLIC}))
    places = [place for place in public if not place.paragraph.heading]
    for place in sorted(places, key=lambda place: place.part.meeting.date or "", reverse=True):
        matter = matter_of(place)
        if matter is not None and matter.lower() not in seen:
            seen.add(matter.lower())
            yield matter
