"""What was only proposed, and lost, withdrawn, put off, replaced or not accepted: it bears no statement out. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claims.ruling import Ruling, ruled
from assistant.decisions.recorded import Recorded, carried_amendments, is_won, stems_in, telling_words
from assistant.decisions.standing import NOT_WON, figures_of, is_undone, replacing, stands
from assistant.language.annotated import read
from assistant.language.decision_verbs import DecisionAct, deeds
from assistant.language.negation import deniers
from assistant.models import Finding
from corpus.dates import find_dates
from corpus.models import Outcome, PartKind, Status
from corpus.motions import outcome_in
from index.models import Placed
from index.text import sentences

_TELLING = re.compile(r"\b(?:[A-Z]\w+|\d\w*)")
_BODIES = ("council ", "committee", "cabinet", "board", "panel", "commission ")
_MOSTLY = 0.75  # the share of a statement's words that a motion and its minute's title hold, from which it tells the motion's matter
_OWN = 0.5  # the share that the motion's own words hold
# A statement with one of these tells of the proposal itself, or of the talk about it.
_OWNS_UP = re.compile(
    r"\b(?:(?<!be )(?<!been )(?<!was )moved|mover|propos\w+|second(?:ed|er)|motions?|amendments?|tabled|lost|defeated|fell|failed|withdr[ae]w\w*|reject\w*|refus\w+|"
    r"defer\w*|put off|postpon\w+|declin\w+|recommend\w*|suggest\w*|ask(?:ed|s)?|request\w*|wanted|would|could|should|argu\w+|said|told|"
    r"debat\w+|discuss\w*|consider\w*|call(?:ed|s)? for|sought|urg\w+|vot\w+|nominat\w+|wish\w*|might|plans to|planned|expect\w*|ought|due to|if)\b",
    re.I,
)
_OF_TALK = re.compile(
    r"\b(?:question\w*|concern\w*|oppos\w+|object\w*|support\w*|notice|report\w*|heard|noted)\b", re.I
)
_MINUTED = (PartKind.MINUTES, PartKind.DECISION_RECORD)
_RESOLVED = re.compile(r"\b(?:resolved|agreed|decided)\b:?", re.I)
_CLAUSES = re.compile(r"[;.]|,? and (?=to |that )")
_SETTLES = frozenset({DecisionAct.DECIDED, DecisionAct.REFUSED})
_DECIDING = frozenset({DecisionAct.DECIDED, DecisionAct.IRREALIS})
_OPEN = frozenset({DecisionAct.PROPOSED, DecisionAct.IRREALIS})
# Besides the verbs of proposing:
_WANTS = frozenset("motion moved nominated nomination hoped hopes wished wishes wanted wants".split())
_TAKES_UP = frozenset("recommendation recommendations proposal proposals accordingly".split())
_OUTCOME_ALONE = 6  # words of a line that tells an outcome and nothing else


def of_matter(statement: str, records: Sequence[Recorded]) -> Ruling | None:
    """What the records say of a statement that tells a motion's matter as decided; None where they do not tell it clearly.

    A motion that was lost, withdrawn, not seconded or put off, or whose figures an amendment replaced, refutes it, unless
    another that was carried holds as much of it. One that was carried bears it out where it holds all its words.
    """
    words, figures = telling_words(statement), figures_of(_without_days(statement))
    if len(words) < 2:
        return None
    owning = (*_OWNS_UP.finditer(statement), *_OF_TALK.finditer(statement))
    owned = frozenset(word for match in owning for word in stems_in(match[0]))
    fitting = [
        one
        for one in records
        if owned <= one.stems
        and _may_be_of_body(statement, one)
        and figures <= figures_of(one.motion.words)
        and _tells(words, figures, one)
    ]
    won = [one for one in fitting if stands(figures, one, records)]
    lost = [one for one in fitting if one not in won and is_undone(figures, one, records)]
    if lost and not any(_share(words, one) >= max(_share(words, other) for other in lost) for one in won):
        if _denies(statement) or any(_is_later_decision(words, one, lost[0]) for one in records):
            return None
        return _refuted(max(lost, key=lambda one: _share(words, one)), figures, records)
    return _borne_out(statement, words, figures, won) if not lost else None


def _borne_out(
    statement: str, words: frozenset[str], figures: frozenset[str], won: Sequence[Recorded]
) -> Ruling | None:
    """The ruling by the one carried motion that says all that the statement says, in its order: "rejected all tenders"."""
    if _denies(statement):
        return None
    full = [
        one
        for one in won
        if words <= one.stems | one.title and not _denies(one.motion.words) and _in_order(statement, one.motion.words)
    ]
    own = [one for one in full if words <= one.stems and not one.is_amendment]
    sure = own or (full if figures else [])
    return ruled(sure[0], True) if len(sure) == 1 else None


def _may_be_of_body(statement: str, record: Recorded) -> bool:
    """Whether a motion may be of the kind of body that a statement names: of a council's or a committee's meeting."""
    body, said = record.place.part.meeting.body, statement.lower()
    known = f"{body} {record.place.part.meeting.council} {record.motion.words}".lower()
    return body is None or not any(kind in said and kind not in known for kind in _BODIES)


def _in_order(statement: str, words: str) -> bool:
    """Whether a motion's words give the figures and names of a statement in its order: from one to the other."""
    rest = iter(re.findall(r"\w+", words.lower()))
    said = [word.lower() for word in _TELLING.findall(_without_days(statement)[1:]) if word.lower() in words.lower()]
    return all(any(word == other for other in rest) for word in said)


def _refuted(record: Recorded, figures: frozenset[str], records: Sequence[Recorded]) -> Ruling:
    """The ruling by a motion that came to nothing, or by the amendment that replaced its figures."""
    if record.motion.outcome in NOT_WON:
        return ruled(record, False)
    amendment = replacing(figures, record, records)
    return ruled(amendment or record, False)


def of_replaced(statement: str, place: Placed, records: Sequence[Recorded]) -> Ruling | None:
    """The ruling where the paragraph that speaks against a statement is a motion whose figure an amendment replaced by the statement's."""
    figures = figures_of(_without_days(statement))
    for record in records:
        if (
            record.place.paragraph.id == place.paragraph.id
            and figures
            and not figures <= figures_of(record.motion.words)
        ):
            for amendment in carried_amendments(record, records):
                if figures <= figures_of(amendment.motion.words):
                    return ruled(amendment, True)
    return None


def _tells(words: frozenset[str], figures: frozenset[str], record: Recorded) -> bool:
    """Whether a motion holds most of the words, and half of them or all the figures in its own."""
    own = bool(figures) or len(words & record.stems) >= _OWN * len(words)
    return own and bool(words & record.stems) and _share(words, record) >= _MOSTLY


def _share(words: frozenset[str], record: Recorded) -> float:
    return len(words & (record.stems | record.title)) / len(words)


def _is_later_decision(words: frozenset[str], record: Recorded, lost: Recorded) -> bool:
    """Whether a motion on the same matter was carried at a later meeting."""
    return is_won(record.motion.outcome) and record.date > lost.date and _share(words, record) >= _MOSTLY


def _without_days(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _denies(text: str) -> bool:
    return bool(deniers(read(text)))


def only_proposed(
    statement: str, place: Placed, around: Sequence[Placed], records: Sequence[Recorded]
) -> Ruling | None:
    """The ruling where a minute only tells that something was asked for, proposed or recommended; None where it tells more.

    Refuted where the minute goes on that it was not accepted; else not found, but where it goes on that it was taken up, or
    decides in the same words. `around` holds the paragraphs beside the place in the paper's order.
    """
    words, figures = telling_words(statement), figures_of(_without_days(statement))
    if place.part.kind not in _MINUTED or _OWNS_UP.search(statement) or _denies(statement) or not words:
        return None
    minute = [one for one in around if _is_beside(one, place)] or [place]
    lines = [_Line(one, one.paragraph.own[start:end]) for one in minute for start, end in sentences(one.paragraph.own)]
    names = words & telling_words(" ".join(_TELLING.findall(statement[1:])))
    best = _nearest(words, names, place, [line.said for line in lines])
    said, later = lines[best], lines[best + 1 :]
    if DecisionAct.DEFERRED in said.acts:
        return Ruling(Finding.NOT_FOUND, (said.place,), "that it was put off")
    if not said.proposes or said.acts & _SETTLES:
        return None
    won = [one for one in records if is_won(one.motion.outcome) and one.place in minute]
    if any(stands(figures, one, records) and _tells(words, figures, one) for one in won):
        return None
    behind = [line for line in later if line.settles]
    refusing = next((line.place for line in behind if line.refuses), None)
    if refusing is not None:
        places = tuple({one.paragraph.id: one for one in (refusing, said.place)}.values())
        return Ruling(Finding.REFUTED, places, "that it was not accepted")
    resolved = " ".join(line.said for line in behind)
    kept = words & telling_words(resolved)
    repeated = len(kept) >= _OWN * len(words) and names <= kept and figures <= figures_of(resolved)
    if any(line.is_outcome for line in later[:1]) or repeated or any(line.takes_up for line in behind):
        return None
    return Ruling(Finding.NOT_FOUND, (said.place,), "that it was proposed, not that it was decided")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence of a minute."""

    place: Placed
    said: str

    @property
    def acts(self) -> frozenset[DecisionAct]:
        """What it says was done."""
        return frozenset(deeds(read(self.said)).values())

    @property
    def proposes(self) -> bool:
        """Whether it tells what somebody asked for, wanted or moved."""
        return bool(self.acts & _OPEN) or any(token.low in _WANTS for token in read(self.said).tokens)

    @property
    def settles(self) -> bool:
        """Whether it tells a decision."""
        return bool(self.acts & _SETTLES) or self.place.paragraph.status is Status.RESOLUTION

    @property
    def refuses(self) -> bool:
        """Whether it tells that something was not agreed to."""
        acts = self.acts
        return DecisionAct.REFUSED in acts or bool(acts & _DECIDING) and _denies(self.said)

    @property
    def is_outcome(self) -> bool:
        """Whether it tells that what stands before it was carried, and nothing else."""
        return len(self.said.split()) <= _OUTCOME_ALONE and outcome_in(self.said) is Outcome.CARRIED

    @property
    def takes_up(self) -> bool:
        """Whether it decides what was recommended or proposed, by that word."""
        takes = any(token.low in _TAKES_UP for token in read(self.said).tokens)
        return takes and DecisionAct.DECIDED in self.acts


def _nearest(words: frozenset[str], names: frozenset[str], place: Placed, lines: Sequence[str]) -> int:
    """Which line holds most of the words, names for twice as much; those of its minute's title stand in every line."""
    titled = telling_words(place.paragraph.item_title or "")
    held = [telling_words(line) | titled for line in lines]
    shares = [len(words & line) + len(names & line) for line in held]
    return shares.index(max(shares))


def resolved_so(statement: str, place: Placed, around: Sequence[Placed]) -> Ruling | None:
    """The ruling where a resolution of the paragraph's minute says all that a statement says in one clause: "resolved to defer it"."""
    words, figures = telling_words(statement), figures_of(_without_days(statement))
    if place.part.kind not in _MINUTED or _denies(statement) or len(words) < 2 or _OF_TALK.search(statement):
        return None
    for one in around:
        if not _is_beside(one, place):
            continue
        for start, end in sentences(one.paragraph.own):
            line = one.paragraph.own[start:end]
            verb = _RESOLVED.search(line)
            for clause in _CLAUSES.split(line[verb.end() :]) if verb else ():
                said = words <= telling_words(clause) and figures <= figures_of(clause)
                if said and not _denies(clause) and _in_order(statement, clause):
                    return Ruling(Finding.SUPPORTED, (one,), "that it was resolved so")
    return None


def _is_beside(one: Placed, place: Placed) -> bool:
    """Whether a paragraph stands in the same minute as another."""
    ours, theirs = one.paragraph, place.paragraph
    return (
        one.paper == place.paper
        and ours.part == theirs.part
        and (ours.item, ours.item_title) == (theirs.item, theirs.item_title)
    )
