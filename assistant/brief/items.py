"""A brief for a meeting: what is asked, the key figures, what went before, what is open, what changed. Pure.

Every statement passes the support gate on the paragraphs that it cites, or is not made.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.brief.agenda import AgendaBusiness, asked_of, one_title
from assistant.brief.models import Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.citations import CitedSpan, citation
from assistant.decisions.actions import open_actions
from assistant.decisions.models import Decision, Progress, Register, TrackedAction
from assistant.language.figures import FigureKind, find_figures
from assistant.language.times import find_moments
from assistant.measures.measured import Measured, measured_in
from assistant.models import Citation
from assistant.references import minute_title, short_reference
from assistant.retrieval.topic import Topic
from assistant.support.gate import judge
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
_TOLD = frozenset({Status.DISCUSSION, Status.ANSWER, Status.NOTED, Status.DEFERRED, Status.WITHDRAWN})
_SURELY = 0.5  # the same, where the words share no telling word with the title
_LONG = 480  # letters of a decision from which its lines are chosen
_LISTED = 6  # figures in a sentence; more are a list of codes or clauses
_COUNTED = 12  # smaller numbers in words ("two things") tell little
_LEAST_CHANGE = 0.02  # of the larger of two figures; less is no news
_NEAR = 0.42  # likeness in meaning to an item's title from which a minute's words are about it


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each a brief has room for, so that it stays within two pages."""

    figures: int
    before: int
    actions: int
    changes: int
    questions: int


def room_for(items: int) -> Room:
    """The room of each item where there are so many."""
    if items <= 1:
        return Room(6, 6, 5, 6, 5)
    if items <= 4:
        return Room(2, 3, 2, 2, 2)
    return Room(2, 2, 2, 2, 2) if items <= 7 else Room(1, 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class EarlierPapers:
    """What was there before the meeting: the register, paragraphs found on the matter, and those of its last reports."""

    register: Register
    topic: Topic
    found: Sequence[Placed]
    reports: Sequence[Placed]


def item_brief(business: AgendaBusiness, date: str, past: EarlierPapers, room: Room) -> ItemBrief:
    """One item's brief, its citations numbered from 1 in each statement."""
    asked = [
        statement(place.paragraph.own, [place]) or statement(place.paragraph.text, [place])
        for place in asked_of(business)
    ]  # a list's item by itself, or under its lead where the gate wants the whole
    changes = _changes(business, past, room)
    actions = [action for action in open_actions(past.register.actions, date) if _is_about(action, past.topic)]
    figures = _figures(business, room, changes)
    told = [said for said in (action_statement(action, date) for action in actions) if said]
    return ItemBrief(
        number=business.number,
        title=business.title,
        asked=tuple(said for said in asked if said),
        figures=tuple(figures),
        before=tuple(_before(business, date, past, room)),
        actions=tuple(told[: room.actions]),
        changes=tuple(changes),
        questions=tuple(_questions(business, told, changes, room)),
    )


def statement(text: str, places: Sequence[Placed], quote: str = "") -> CitedStatement | None:
    """The words with their citations where the gate lets them through, else None."""
    texts = [place.paragraph.text for place in places]
    if not judge(text, texts, [place.paragraph.status.value for place in places]).supported:
        return None
    cited = tuple(_cited(n, place, quote) for n, place in enumerate(places, 1))
    return CitedStatement(text, cited, places[0].part.meeting.date, short_reference(places[0]))


def _cited(n: int, place: Placed, quote: str) -> Citation:
    own = place.paragraph.own
    start = max(own.find(quote), 0)
    return citation(n, CitedSpan(place, start, start + len(quote) if quote and quote in own else len(own), 1.0))


def _figures(business: AgendaBusiness, room: Room, changes: Sequence[Change]) -> list[CitedStatement]:
    """The sentences with the figures that matter most, in the paper's order."""
    told = {one.now.text for one in changes}
    matter = set(words_of(business.title)) | {w for place in asked_of(business) for w in words_of(place.paragraph.own)}
    scored: list[tuple[float, int, Placed, str]] = []
    total = len(business.places)
    for n, place in enumerate(business.places):
        paragraph = place.paragraph
        if paragraph.heading or paragraph.status is not Status.DISCUSSION or " | " in paragraph.own:
            continue
        best = max(
            ((_weight(paragraph.own[a:b], matter), paragraph.own[a:b]) for a, b in sentences(paragraph.own)),
            default=(0.0, ""),
        )
        if best[0] > 0 and best[1] not in told:
            section = bool(_TELLING_SECTION.search(paragraph.section or ""))
            report = place.part.kind is PartKind.REPORT
            scored.append((best[0] + 0.4 * section + 0.8 * report - n / total, n, place, best[1]))
    chosen = sorted(scored, key=lambda one: -one[0])[: room.figures * 2]
    made = [(n, made) for _, n, place, words in chosen if (made := statement(words, [place], words))]
    return [one for _, one in sorted(made[: room.figures], key=lambda pair: pair[0])]


def _weight(sentence: str, matter: set[str]) -> float:
    """How much a sentence's figures tell of a matter; 0 where it has none, or is no sentence."""
    if not 40 <= len(sentence) <= 320 or not re.search(r"[a-z]{3}.*[.;)]$", sentence, re.S):
        return 0.0
    moments = [(one.start, one.end) for one in find_moments(sentence)]
    figures = [one.figure for one in find_figures(sentence, moments)]
    kinds = [one.kind for one in figures if re.search(r"\d", one.printed) or one.value > _COUNTED]
    if _REFERS.search(sentence) and not {FigureKind.MONEY, FigureKind.PERCENT} & set(kinds):
        return 0.0
    telling = sum(kind in (FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MONEY) for kind in kinds)
    if not telling or len(figures) > _LISTED:
        return 0.0
    return min(telling, 2) + 0.5 * (FigureKind.MONEY in kinds) + 0.4 * min(len(matter & set(words_of(sentence))), 4)


def _before(business: AgendaBusiness, date: str, past: EarlierPapers, room: Room) -> list[CitedStatement]:
    """What was decided and said of the matter at earlier meetings, the newest first."""
    scored: list[tuple[float, Decision]] = []
    for one in past.register.decisions:
        if not one.resolved or not one.date or one.date >= date:
            continue
        score = past.topic.score(f"{one.title or ''}\n{one.words}", one.citations)
        titled = one_title(one.title, business.title)
        sure = _shares(past.topic, one.title, one.words) or past.topic.meant(one.citations) >= _SURELY
        if score is not None and sure or titled >= 0.6:
            scored.append(((score or 0.0) + titled, one))
    scored.sort(key=lambda pair: (-round(pair[0], 1), [-ord(c) for c in pair[1].date or ""]))
    made = [said for _, one in scored[: room.before] if (said := decided(one, past.topic))]
    for place in past.found:
        if len(made) >= room.before + max(1, room.before // 2):
            break
        said = _told(place, past.topic)
        if said and (said.when or "") < date and all(said.text not in held.text for held in made):
            made.append(said)
    return sorted(made, key=lambda one: one.when or "", reverse=True)


def decided(one: Decision, topic: Topic) -> CitedStatement | None:
    """A decision as a statement: its words, after the word Resolved where it stood there.

    Of a long list the line that leads in and the lines nearest to the topic are told, and how many there are.
    """
    lines = [line for line in one.words.splitlines() if line.strip()]
    told = _lines_changed(lines, one) or _lines_told(lines, topic)
    cited: list[Citation] = []
    for n in told:
        holder = next((c for c in one.citations if lines[n] in c.text), None)
        words = _opened(lines[n]) if n == 0 else lines[n]
        if holder is None or not judge(words, [holder.text], [holder.status]).supported:
            return None
        cited.append(holder)
    text = "\n".join(_opened(lines[n]) if n == 0 else lines[n] for n in told)
    first = one.citations[0]
    number = minute_title(one.ref) if one.ref and first.part == "minutes" else one.ref
    parts = (one.body, number, one.title)
    where = ", ".join(part for part in parts if part)
    where += f"; {len(told)} of {len(lines)} lines" if len(told) < len(lines) else ""
    return CitedStatement(text, tuple(dict.fromkeys(cited)), one.date, where)


def _opened(line: str) -> str:
    return f"Resolved {line}" if re.match(r"(?:that|to)\b", line, re.I) else line


def _lines_changed(lines: Sequence[str], one: Decision) -> list[int]:
    """Indexes of an amendment's first line and of those that have words which its motion has not."""
    added = [words_of(edit.added) for edit in one.edits if edit.added]
    changed = [
        n for n, line in enumerate(lines) if n and any(set(new[:3]) <= set(words_of(line)) for new in added if new)
    ]
    return [0, *changed] if changed else []


def _lines_told(lines: Sequence[str], topic: Topic) -> list[int]:
    """Indexes of the lines told of a decision: all where they are short, else the lead and the nearest to the topic."""
    if sum(map(len, lines)) <= _LONG:
        return list(range(len(lines)))
    lead = [0] if lines[0].rstrip().endswith(":") else []
    rest = (n for n in range(len(lines)) if n not in lead)
    ranked = sorted(rest, key=lambda n: (-topic.covered(lines[n]), lines[n].rstrip().endswith(":")))
    told, room = list(lead), _LONG
    least = topic.covered(lines[ranked[0]]) / 2
    for n in ranked:
        room -= len(lines[n])
        if told != lead and (room < 0 or topic.covered(lines[n]) < least):
            break
        told.append(n)
    return sorted(told)


def _shares(topic: Topic, title: str | None, words: str) -> bool:
    """Whether two telling words of the topic are in a text, or one is in its title."""
    return topic.tells(title or "") > 0 or topic.tells(words) > 1


def _told(place: Placed, topic: Topic) -> CitedStatement | None:
    """The words of a minute that are nearest to the matter, where they are near."""
    paragraph = place.paragraph
    like = topic.likeness.get(paragraph.id, 0.0)
    near = like >= _SURELY or like >= _NEAR and _shares(topic, paragraph.item_title, paragraph.own)
    if not paragraph.ref or not re.search(
        r"[a-z]{3}.{30,}[.;]\W*$", paragraph.own, re.S
    ):  # a name, a title, a line of who was there
        return None
    if place.part.kind is not PartKind.MINUTES or paragraph.status not in _TOLD or paragraph.heading or not near:
        return None
    words = paragraph.own if len(paragraph.own) <= 420 else _first_sentences(paragraph.own, 420)
    return statement(words, [place], words)


def _first_sentences(text: str, most: int) -> str:
    ends = [end for _, end in sentences(text) if end <= most]
    return text[: ends[-1]] if ends else text


def _is_about(action: TrackedAction, topic: Topic) -> bool:
    words = f"{action.topic or ''}\n{action.action}"
    return topic.score(words, [action.progress[-1].citation]) is not None


def action_statement(action: TrackedAction, date: str) -> CitedStatement | None:
    """An action with its owner and latest status, or the tracker's row where the gate wants its own words."""
    last: Progress = action.progress[-1]
    owner = f" ({action.owner})" if action.owner else ""
    ready = f"{action.action.rstrip('.')}{owner}: {action.status or 'no status given'}"
    for text in (ready, last.citation.text.split("\n")[-1]):
        if action.status and judge(text, [last.citation.text], [last.citation.status]).supported:
            return CitedStatement(
                text, (last.citation,), last.date, f"Action tracker, raised {action.raised or 'at no date given'}"
            )
    return None


def _changes(business: AgendaBusiness, past: EarlierPapers, room: Room) -> list[Change]:
    """The figures whose newest value differs from the newest that earlier papers on the subject gave."""
    if not past.reports:
        return []
    now = _newest(measured for place in business.places for measured in measured_in(place))
    before = _newest(measured for place in past.reports for measured in measured_in(place))
    found: list[Change] = []
    for key, one in now.items():  # in the report's order
        old = before.get(key)
        if old is None or old.value == one.value or old.when > one.when:
            continue
        if abs(one.value - old.value) < _LEAST_CHANGE * max(abs(old.value), abs(one.value)):
            continue
        then, this = _point(old), _point(one)
        if then and this:
            found.append(Change(one.label, then, this))
    return found[: room.changes]


def _newest(figures: Iterable[Measured]) -> dict[frozenset[str], Measured]:
    """The newest figure of each measure; measures with two values for that time are left out."""
    held: dict[frozenset[str], Measured] = {}
    unsure: set[frozenset[str]] = set()
    for one in figures:
        other = held.get(one.key)
        if other is None or other.when < one.when:
            held[one.key] = one
            unsure.discard(one.key)
        elif other.when == one.when and other.value != one.value:
            unsure.add(one.key)
    return {key: one for key, one in held.items() if key not in unsure}


def _point(one: Measured) -> CitedStatement | None:
    """One figure as words: the sentence that gives it, or the row's label, figure and time."""
    if " | " not in one.words:
        return statement(one.words, [one.place], one.words)
    return statement(f"{one.label}: {one.printed} ({one.period})", [one.place])


def _questions(
    business: AgendaBusiness, actions: Sequence[CitedStatement], changes: Sequence[Change], room: Room
) -> list[OpenQuestion]:
    """Questions that the papers leave open, each with the words that leave it so."""
    made: list[OpenQuestion] = []
    for place in business.places:
        paragraph = place.paragraph
        if paragraph.heading or paragraph.status is not Status.DISCUSSION or " | " in paragraph.own:
            continue
        for start, end in sentences(paragraph.own):
            words = paragraph.own[start:end]
            if _LEAVES_OPEN.search(words) and 40 <= len(words) <= 320 and (said := statement(words, [place], words)):
                made.append(
                    OpenQuestion("The report leaves this open. What is known now, and when will the rest be?", said)
                )
                break
    made = made[: max(1, room.questions - 2)]
    late = [said for said in actions if _LATE.search(said.text)]
    made += [
        OpenQuestion("This action is late. What holds it up, and when will it be done?", said) for said in late[:2]
    ]
    for change in changes:
        text = change.now.citations[0].text
        if not _CAUSE.search(text):
            made.append(OpenQuestion(f"What explains the change in this figure ({change.measure})?", change.now))
    return made[: room.questions]


def numbered(
    items: Sequence[ItemBrief], actions: Sequence[CitedStatement]
) -> tuple[tuple[ItemBrief, ...], tuple[CitedStatement, ...]]:
    """The same, each paragraph with one number through the whole brief."""
    numbers: dict[str, int] = {}

    def said(one: CitedStatement) -> CitedStatement:
        cited = [replace(c, n=numbers.setdefault(c.paragraph, len(numbers) + 1)) for c in one.citations]
        return replace(one, citations=tuple(cited))

    def all_of(many: Sequence[CitedStatement]) -> tuple[CitedStatement, ...]:
        return tuple(said(one) for one in many)

    out = tuple(
        replace(
            item,
            asked=all_of(item.asked),
            figures=all_of(item.figures),
            changes=tuple(Change(one.measure, said(one.before), said(one.now)) for one in item.changes),
            before=all_of(item.before),
            actions=all_of(item.actions),
            questions=tuple(OpenQuestion(one.question, said(one.about)) for one in item.questions),
        )
        for item in items
    )
    return out, all_of(actions)
