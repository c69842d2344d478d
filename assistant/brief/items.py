"""One item's brief: what is asked, the key figures, what went before, what is open, what changed. Pure.

Every sentence is made in brief/statements.py, where the support gate stops what its paragraphs do not bear out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.brief.agenda import AgendaBusiness, asked_of, one_title
from assistant.brief.models import Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.brief.statements import action_statement, decision_statement, first_sentences, statement
from assistant.decisions.actions import open_actions
from assistant.decisions.models import Decision, Register, TrackedAction
from assistant.language.figures import FigureKind, find_figures
from assistant.language.times import find_moments
from assistant.measures import Measured, measured_in
from assistant.retrieval.topic import Topic
from corpus.models import PartKind, Status
from index.models import Placed
from index.text import sentences, words_of

_LEAVES_OPEN = re.compile(
    r"\b(?:not yet|to be (?:confirmed|determined)|tbc|awaiting|awaited|remains? (?:unclear|uncertain|to be)|is not known|not known|"
    r"no (?:figures?|date|decision|estimate) (?:is|are|has|have|was|were)|not available|under review|subject to (?:funding|consultation|approval|a further)|"
    r"will be reported|not been (?:completed|agreed|decided|costed|published))\b",
    re.I,
)
_LATE = re.compile(
    r"\b(?:late|delay\w*|overdue|slipped|behind|outstanding|not (?:yet )?(?:started|begun|done|received))\b", re.I
)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result|reasons?|caused|explained by|reflects?|following)\b", re.I
)
_TELLING_SECTION = re.compile(
    r"summary|key|financ|resource|money|cost|headline|overview|implication|glance|performance", re.I
)
_REFERS = re.compile(r"\b(?:paragraphs?|sections?|appendi\w+|options?|tables?|regulations?|minutes?)\s\d", re.I)
_SENTENCE = re.compile(r"[a-z]{3}.{30,}[.;]\W*$", re.S)  # no name, title or line of who was there
_ENDED = re.compile(r"[a-z]{3}.*[.;)]$", re.S)  # a sentence with its end
_TOLD = frozenset({Status.DISCUSSION, Status.ANSWER, Status.NOTED, Status.DEFERRED, Status.WITHDRAWN})
_ONE_TITLE = 0.6  # likeness of titles from which an earlier decision is on the item
_MEANT = 0.5  # likeness in meaning from which earlier words are about the item, whatever words they share with it
_NEAR = 0.42  # the same, for words that share telling words with the item's title
_SHORTEST, _LONGEST = 40, 320  # letters of a sentence that is told by itself
_LISTED = 6  # figures in a sentence; more are a list of codes or clauses
_COUNTED = 12  # smaller numbers in words ("two things") tell little
_LEAST_CHANGE = 0.02  # of the larger of two figures; less is no news


@dataclass(frozen=True, slots=True)
class Room:
    """How many statements of each sort an item has room for, so that the brief stays within two pages."""

    figures: int
    before: int
    actions: int
    changes: int
    questions: int


def room_for(items: int) -> Room:
    """The room of each item in a brief of so many items."""
    if items <= 1:
        return Room(6, 6, 5, 6, 5)
    if items <= 4:
        return Room(2, 3, 2, 2, 2)
    return Room(2, 2, 2, 2, 2) if items <= 7 else Room(1, 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class EarlierPapers:
    """What there was before the meeting: the register, paragraphs found on the item, and those of its last reports."""

    register: Register
    topic: Topic
    found: Sequence[Placed]
    reports: Sequence[Placed]


def item_brief(business: AgendaBusiness, date: str, past: EarlierPapers, room: Room) -> ItemBrief:
    """The brief of one item; the citations of each statement are numbered from 1. `date` is the meeting's, YYYY-MM-DD."""
    asked = [
        statement(place.paragraph.own, [place]) or statement(place.paragraph.text, [place])
        for place in asked_of(business)
    ]  # an item of a list by itself, or under the line that leads in where the gate wants the whole
    changes = _changes(business, past, room)
    actions = [action for action in open_actions(past.register.actions, date) if _is_about(action, past.topic)]
    told = [said for said in map(action_statement, actions) if said]
    return ItemBrief(
        number=business.number,
        title=business.title,
        asked=tuple(said for said in asked if said),
        figures=tuple(_figures(business, room, changes)),
        before=tuple(_before(business, date, past, room)),
        actions=tuple(told[: room.actions]),
        changes=tuple(changes),
        questions=tuple(_questions(business, told, changes, room)),
    )


def _figures(business: AgendaBusiness, room: Room, changes: Sequence[Change]) -> list[CitedStatement]:
    """The sentences with the figures that matter most, in the paper's order."""
    told = {change.now.text for change in changes}
    matter = set(words_of(business.title)) | {w for place in asked_of(business) for w in words_of(place.paragraph.own)}
    scored: list[tuple[float, int, Placed, str]] = []
    total = len(business.places)
    for i, place in enumerate(business.places):
        paragraph = place.paragraph
        if not _is_prose(place):
            continue
        best = max(
            ((_weight(paragraph.own[a:b], matter), paragraph.own[a:b]) for a, b in sentences(paragraph.own)),
            default=(0.0, ""),
        )
        if best[0] > 0 and best[1] not in told:
            section = bool(_TELLING_SECTION.search(paragraph.section or ""))
            report = place.part.kind is PartKind.REPORT
            scored.append((best[0] + 0.4 * section + 0.8 * report - i / total, i, place, best[1]))
    chosen = sorted(scored, key=lambda found: -found[0])[: room.figures * 2]
    made = [(i, made) for _, i, place, words in chosen if (made := statement(words, [place], words))]
    return [said for _, said in sorted(made[: room.figures], key=lambda pair: pair[0])]


def _is_prose(place: Placed) -> bool:
    """Whether a paragraph is a report's running text: no heading, table row or recommendation."""
    paragraph = place.paragraph
    return not paragraph.heading and paragraph.status is Status.DISCUSSION and " | " not in paragraph.own


def _weight(sentence: str, matter: set[str]) -> float:
    """How much a sentence's figures tell of an item whose stems are `matter`; 0 where they tell nothing."""
    if not _SHORTEST <= len(sentence) <= _LONGEST or not _ENDED.search(sentence):
        return 0.0
    moments = [(found.start, found.end) for found in find_moments(sentence)]
    figures = [found.figure for found in find_figures(sentence, moments)]
    kinds = [figure.kind for figure in figures if re.search(r"\d", figure.printed) or figure.value > _COUNTED]
    if _REFERS.search(sentence) and not {FigureKind.MONEY, FigureKind.PERCENT} & set(kinds):
        return 0.0
    telling = sum(kind in (FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MONEY) for kind in kinds)
    if not telling or len(figures) > _LISTED:
        return 0.0
    return min(telling, 2) + 0.5 * (FigureKind.MONEY in kinds) + 0.4 * min(len(matter & set(words_of(sentence))), 4)


def _before(business: AgendaBusiness, date: str, past: EarlierPapers, room: Room) -> list[CitedStatement]:
    """What was decided and said of the item at earlier meetings, the newest first."""
    scored: list[tuple[float, Decision]] = []
    for decision in past.register.decisions:
        if not decision.resolved or not decision.date or decision.date >= date:
            continue
        score = past.topic.score(f"{decision.title or ''}\n{decision.words}", decision.citations)
        titled = one_title(decision.title, business.title)
        sure = _shares(past.topic, decision.title, decision.words) or past.topic.meant(decision.citations) >= _MEANT
        if score is not None and sure or titled >= _ONE_TITLE:
            scored.append(((score or 0.0) + titled, decision))
    scored.sort(key=lambda pair: (-round(pair[0], 1), [-ord(letter) for letter in pair[1].date or ""]))
    made = [said for _, decision in scored[: room.before] if (said := decision_statement(decision, past.topic))]
    for place in past.found:
        if len(made) >= room.before + max(1, room.before // 2):
            break
        said = _told(place, past.topic)
        if said and (said.when or "") < date and all(said.text not in held.text for held in made):
            made.append(said)
    return sorted(made, key=lambda said: said.when or "", reverse=True)


def _shares(topic: Topic, title: str | None, words: str) -> bool:
    """Whether two telling words of the topic are in a text, or one is in its title."""
    return topic.tells(title or "") > 0 or topic.tells(words) > 1


def _told(place: Placed, topic: Topic) -> CitedStatement | None:
    """What a paragraph of minutes says of the topic; None for other papers and for what is not near the topic."""
    paragraph = place.paragraph
    like = topic.likeness.get(paragraph.id, 0.0)
    near = like >= _MEANT or like >= _NEAR and _shares(topic, paragraph.item_title, paragraph.own)
    if not near or not paragraph.ref or not _SENTENCE.search(paragraph.own):
        return None
    if place.part.kind is not PartKind.MINUTES or paragraph.status not in _TOLD or paragraph.heading:
        return None
    words = first_sentences(paragraph.own)
    return statement(words, [place], words)


def _is_about(action: TrackedAction, topic: Topic) -> bool:
    words = f"{action.topic or ''}\n{action.action}"
    return topic.score(words, [action.progress[-1].citation]) is not None


def _changes(business: AgendaBusiness, past: EarlierPapers, room: Room) -> list[Change]:
    """The figures whose newest value differs from the newest that earlier reports gave, in the order of the papers."""
    if not past.reports:
        return []
    now = _newest(measured for place in business.places for measured in measured_in(place))
    before = _newest(measured for place in past.reports for measured in measured_in(place))
    found: list[Change] = []
    for key, new in now.items():
        old = before.get(key)
        if old is None or old.value == new.value or old.when > new.when:
            continue
        if abs(new.value - old.value) < _LEAST_CHANGE * max(abs(old.value), abs(new.value)):
            continue
        then, this = _point(old), _point(new)
        if then and this:
            found.append(Change(new.label, then, this))
    return found[: room.changes]


def _newest(figures: Iterable[Measured]) -> dict[frozenset[str], Measured]:
    """The newest figure of each measure, by its key; measures with two values for the newest time are left out."""
    held: dict[frozenset[str], Measured] = {}
    unsure: set[frozenset[str]] = set()
    for figure in figures:
        other = held.get(figure.key)
        if other is None or other.when < figure.when:
            held[figure.key] = figure
            unsure.discard(figure.key)
        elif other.when == figure.when and other.value != figure.value:
            unsure.add(figure.key)
    return {key: figure for key, figure in held.items() if key not in unsure}


def _point(figure: Measured) -> CitedStatement | None:
    """One figure in words: the sentence that gives it, or the label, figure and time of its table row."""
    if " | " not in figure.words:
        return statement(figure.words, [figure.place], figure.words)
    return statement(f"{figure.label}: {figure.printed} ({figure.period})", [figure.place])


def _questions(
    business: AgendaBusiness, actions: Sequence[CitedStatement], changes: Sequence[Change], room: Room
) -> list[OpenQuestion]:
    """Questions that the papers leave open, each with the words that leave it so."""
    made = [
        OpenQuestion("The report leaves this open. What is known now, and when will the rest be?", said)
        for place in business.places
        if _is_prose(place) and (said := _left_open(place))
    ]
    made = made[: max(1, room.questions - 2)]
    late = [said for said in actions if _LATE.search(said.text)]
    made += [
        OpenQuestion("This action is late. What holds it up, and when will it be done?", said) for said in late[:2]
    ]
    made += [
        OpenQuestion(f"What explains the change in this figure ({change.measure})?", change.now)
        for change in changes
        if not _CAUSE.search(change.now.citations[0].text)
    ]
    return made[: room.questions]


def _left_open(place: Placed) -> CitedStatement | None:
    """The first sentence of a paragraph that leaves something open and passes the gate."""
    own = place.paragraph.own
    for start, end in sentences(own):
        words = own[start:end]
        if _LEAVES_OPEN.search(words) and _SHORTEST <= len(words) <= _LONGEST:
            said = statement(words, [place], words)
            if said:
                return said
    return None


def numbered(
    items: Sequence[ItemBrief], actions: Sequence[CitedStatement]
) -> tuple[tuple[ItemBrief, ...], tuple[CitedStatement, ...]]:
    """The items and actions with citations renumbered: each paragraph has one number through the whole brief."""
    numbers: dict[str, int] = {}

    def one(said: CitedStatement) -> CitedStatement:
        cited = [replace(c, n=numbers.setdefault(c.paragraph, len(numbers) + 1)) for c in said.citations]
        return replace(said, citations=tuple(cited))

    def all_of(many: Sequence[CitedStatement]) -> tuple[CitedStatement, ...]:
        return tuple(one(said) for said in many)

    out = tuple(
        replace(
            item,
            asked=all_of(item.asked),
            figures=all_of(item.figures),
            changes=tuple(Change(change.measure, one(change.before), one(change.now)) for change in item.changes),
            before=all_of(item.before),
            actions=all_of(item.actions),
            questions=tuple(OpenQuestion(asked.question, one(asked.about)) for asked in item.questions),
        )
        for item in items
    )
    return out, all_of(actions)
