"""The answer to what became of a matter: its decisions in order, from the register. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.meeting_decisions import ROUTINE, in_brief
from assistant.answer.standing import undone_notes
from assistant.answer.told import ToldByRecords
from assistant.citations import CitedSpan, whole
from assistant.decisions.models import Decision, EntryKind
from assistant.language.similarity import letters_and_digits
from assistant.question import Question, plain_years
from assistant.question.patterns import YEAR
from assistant.retrieval.topic import Topic
from assistant.support.shown_words import as_shown
from corpus.models import PartKind
from index.models import Placed
from index.text import sentences, words_of

_NEWEST_FIRST = re.compile(
    r"(?:so |and )?what(?:'s|’s| has| have| ever)? (?:happened|became|become) (?:to|of|with|about) (?P<what>.+)", re.I
)
_OLDEST_FIRST = re.compile(
    r"(?:please )?(?:(?:can|could) you )?(?:give (?:me|us) |tell (?:me|us) |show (?:me|us) |what (?:is|was) |what['’]s )?"
    r"(?:(?:the|a) )?(?:(?:brief|short|full|whole) )?(?:(?:history|timeline|time line|chronology|story|background) (?:of|for|on|to|behind)"
    r"|(?:summari[sz]e|sum up|summary of|overview of)|how did (?:we|they|it|the council) (?:get|come) to) (?P<what>.+)",
    re.I,
)
_ANOTHER_THING = re.compile(
    r"\b(?:motions?|amendments?|votes?|proposals?|idea|plan to|bid to|move to|wish|call for|request to|minutes?|meetings?|reports?|papers?"
    r"|debate|discussion|views?|comments?|concerns?|letter|presentation|agm|when|after|before|during|since|who|why|how|if|that"
    r"|numbers?|figures?|rates?)\b|[,;]",
    re.I,
)
_DECIDED = frozenset(
    {EntryKind.RESOLUTION, EntryKind.NOTED, EntryKind.DEFERRED, EntryKind.WITHDRAWN, EntryKind.CALLED_IN}
)
_ONLY_NOTED = re.compile(
    r"\b(?:be|was|were) (?:received and )?noted\W*$|^\W*(?:resolved )?(?:that )?(?:the )?(?:\w+ )?(?:council |committee |board |cabinet |panel )notes? ",
    re.I,
)
_MOVED = re.compile(r"\b(?:motion|move[ds]?)\b", re.I)
_LEADS_OR_NOTES = re.compile(r":\W*$|^\W*(?:\w{1,4}[.)]\s*)?(?:to )?notes?\b", re.I)
_SOME_SUM = re.compile(r"[£$€]\s?\d|\d\s?(?:%|per cent\b)")
_WHOLLY = 0.9  # share of a topic's words, by rarity, from which a decision with its title is about it
_LIKE = 0.45  # likeness in meaning from which one is that has the words in its title and text together
_MOST, _LINES, _WORDS = 6, 3, 150  # decisions told, lines of each, words in all
_SEVERAL = 2  # words of a topic that is told apart by them
_SENTENCE = 6  # words from which a line of debate tells anything
_NEWER = "The last words are from newer minutes, which tell of no decision on it."
_Minute = tuple[str, int, str | None, str | None]


@dataclass(frozen=True, slots=True)
class HistoryAsked:
    """The matter whose course a question asks for, without its years, and in which order it is to be told."""

    topic: str
    years: tuple[str, ...]
    newest_first: bool


@dataclass(frozen=True, slots=True)
class MatterStep:
    """A decision of a matter with its lines that tell it, what is told before them, the vote, and how near to the matter it is."""

    decision: Decision
    lines: tuple[CitedSpan, ...]
    before: tuple[CitedSpan, ...]  # of the debate in its minute
    votes: tuple[CitedSpan, ...]  # on it
    nearness: float

    @property
    def day(self) -> str:
        """Its meeting's date."""
        return self.decision.date or ""

    @property
    def spans(self) -> tuple[CitedSpan, ...]:
        """What is told of it among others, in order: of words that only move it the vote too."""
        moved = any(_MOVED.search(span.quote) for span in self.lines)
        return (*self.before, *self.lines, *(self.votes if moved else ()))


def history_asked(question: Question) -> HistoryAsked | None:
    """The matter whose course a question asks for; None where it asks for a motion, a paper, a day or anything else."""
    text = question.text.strip().rstrip("?.! ")
    newest = _NEWEST_FIRST.fullmatch(text)
    match = newest or _OLDEST_FIRST.fullmatch(text)
    if match is None or question.spans or _ANOTHER_THING.search(match["what"]):
        return None
    topic = YEAR.pattern.sub(" ", plain_years(match["what"]))
    named = {word for name in (*question.councils, *question.bodies) for word in words_of(name)}
    return HistoryAsked(topic, question.years, newest is not None) if set(words_of(topic)) - named else None


def history_told(
    asked: HistoryAsked, steps: Sequence[MatterStep], debates: Sequence[CitedSpan] = ()
) -> ToldByRecords | None:
    """The decisions of a matter in order, then what newer minutes say of it; None where none of substance is of the years asked for."""
    of_substance = _once([step for step in steps if not _is_formal(step.decision) and _of_years(asked, step.decision)])
    if not of_substance:
        return None
    told = _that_fit(of_substance)
    told.sort(key=lambda step: step.day, reverse=asked.newest_first)
    votes = told[0].votes if len(told) == 1 else ()
    spans = {span.placed.paragraph.id: span for span in (*(span for step in told for span in step.spans), *votes)}
    since = [] if asked.years else _since(max(step.day for step in steps), debates)
    notes = (*_notes(asked, of_substance, told), *(_NEWER for _ in since))
    return ToldByRecords(tuple(map(as_shown, [*spans.values(), *since])), notes=notes)


def _since(day: str, debates: Sequence[CitedSpan]) -> list[CitedSpan]:
    """The newest of these sentences of minutes, where it is of a meeting after a day."""
    minuted = [span for span in debates if span.placed.part.kind is PartKind.MINUTES]
    newest = max(minuted, key=lambda span: span.placed.part.meeting.date or "", default=None)
    return [newest] if newest is not None and (newest.placed.part.meeting.date or "") > day else []


def debates_of(found: Sequence[Placed], topic: Topic) -> list[CitedSpan]:
    """Of each minute found that tells of a topic of several words, the sentence that has all of them."""
    if len(set(topic.question.words)) < _SEVERAL:
        return []
    return [span for span in _debates(found, topic).values() if topic.covered(span.quote) >= _WHOLLY]


def steps_of(
    topic: Topic, decisions: Sequence[Decision], found: Sequence[Placed], places: Mapping[str, Placed]
) -> list[MatterStep]:
    """Those of the decisions that are surely about a topic.

    `found` are the paragraphs found for the topic, `places` those of the decisions by id.
    """
    debates = _debates(found, topic)
    return [step for one in decisions if (step := _step(one, topic, debates, places)) is not None]


def _step(
    one: Decision, topic: Topic, debates: Mapping[_Minute, CitedSpan], places: Mapping[str, Placed]
) -> MatterStep | None:
    """A decision as a step of the matter; None where it is of no day, was not decided or is not surely about it."""
    held = [places[cited.paragraph] for cited in one.citations if cited.paragraph in places]
    if not one.date or one.kind not in _DECIDED or one.kind is EntryKind.RESOLUTION and not one.resolved or not held:
        return None
    spans = _lines_told(one, held, topic)
    votes = [whole(places[cited.paragraph]) for cited in one.votes[:1] if cited.paragraph in places]
    nearness = topic.covered(one.title or "") + topic.covered(one.words)
    if spans and _is_about(one, topic):
        return MatterStep(one, tuple(spans), (), tuple(votes), nearness)
    debate = debates.get(_minute(held[0]))
    if debate is None or not any(topic.covered(span.quote) for span in spans):
        return None
    return MatterStep(one, tuple(spans), (debate,), tuple(votes), nearness)


def _is_about(one: Decision, topic: Topic) -> bool:
    """Whether a decision's title or its words have all words of a topic, or both together have them and mean the like."""
    title, meant = one.title or "", topic.meant(one.citations)
    held = any(topic.covered(text) >= _WHOLLY and topic.beside(text) for text in (title, one.words))
    both = f"{title}\n{one.words}"
    return (held or topic.covered(both) >= _WHOLLY and meant >= _LIKE) and topic.sure(both, meant)


def _lines_told(one: Decision, held: Sequence[Placed], topic: Topic) -> list[CitedSpan]:
    """The lines of a decision that are nearest to a topic, in their order: of a list a few, none that only leads in or notes.

    Under another matter's title only a line with words of the topic is near it.
    """
    titled = topic.covered(one.title or "") >= _WHOLLY

    def near(place: Placed) -> float:
        own = place.paragraph.own
        tells = _SOME_SUM.search(own) is not None and len(own.split()) >= _SENTENCE
        return topic.covered(own) + topic.likeness.get(place.paragraph.id, 0.0) + tells

    lines = [
        place
        for place in held
        if not _LEADS_OR_NOTES.search(place.paragraph.own) and (titled or topic.covered(place.paragraph.own))
    ]
    best = sorted(lines, key=near, reverse=True)[:_LINES]
    return [in_brief(place) for place in lines if place in best and near(place) >= near(best[0]) / 2]


def _debates(found: Sequence[Placed], topic: Topic) -> dict[_Minute, CitedSpan]:
    """Of each minute that tells of all words of a topic, the sentence that has the most of them."""
    best: dict[_Minute, tuple[float, CitedSpan]] = {}
    for place in found:
        own = place.paragraph.own
        if len(own.split()) < _SENTENCE or topic.covered(own) < _WHOLLY or not topic.beside(own):
            continue
        start, end = max(sentences(own), key=lambda span: topic.covered(own[span[0] : span[1]]))
        covered = topic.covered(own[start:end])
        if covered > best.get(_minute(place), (0.0, None))[0]:
            best[_minute(place)] = covered, CitedSpan(place, start, end, 1.0)
    return {minute: span for minute, (_, span) in best.items()}


def _that_fit(steps: Sequence[MatterStep]) -> list[MatterStep]:
    """The steps that a short answer holds: the newest, then those nearest to the matter."""
    newest = max(steps, key=lambda step: step.day)
    nearest = sorted((step for step in steps if step is not newest), key=lambda step: -round(step.nearness, 1))
    out: list[MatterStep] = []
    left = _WORDS
    for step in [newest, *nearest][:_MOST]:
        left -= sum(len(span.quote.split()) for span in step.spans)
        if out and left < 0:
            break
        out.append(step)
    return out


def _once(steps: Sequence[MatterStep]) -> list[MatterStep]:
    """The steps without those that later minutes print again."""
    newest_first = sorted(steps, key=lambda step: step.day, reverse=True)
    return list({letters_and_digits(step.lines[0].quote): step for step in newest_first}.values())


def _minute(place: Placed) -> _Minute:
    return place.paper, place.paragraph.part, place.paragraph.ref, place.paragraph.item_title


def _of_years(asked: HistoryAsked, one: Decision) -> bool:
    """Whether a decision was taken in the years asked for, or its title or words name them."""
    said = plain_years(f"{one.title or ''} {one.words}")
    return not asked.years or any(one.date and one.date[:4] == year or year in said for year in asked.years)


def _is_formal(one: Decision) -> bool:
    return one.kind is EntryKind.NOTED or any(form.search(one.words) for form in (_ONLY_NOTED, ROUTINE))


def _notes(asked: HistoryAsked, steps: Sequence[MatterStep], told: Sequence[MatterStep]) -> tuple[str, ...]:
    """How many further decisions there are, and which of those told were undone later."""
    order = "newest first" if asked.newest_first else "oldest first"
    more = f"{len(told)} of {len(steps)} decisions on the matter are told, {order}; the Matters tab has them all."
    undone = undone_notes([step.decision for step in told])
    return (more, *undone) if len(steps) > len(told) else undone
