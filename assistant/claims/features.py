"""One statement of a claim laid beside one paragraph: what speaks for it, against it, or for nothing. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.claims.contradiction import (
    against_comparator,
    both_deny,
    denial,
    emptied,
    opposed,
    other_charge,
    other_deed,
    other_holder,
    other_name,
    other_rank,
    swapped,
    turned_away,
)
from assistant.claims.value_slots import Comparison, Slot, comparisons, slots_of
from assistant.language.annotated import AnnotatedText, TokenKind, joined, read, weight_of
from assistant.language.decision_verbs import NOT_DECIDED, DecisionAct, deeds
from assistant.language.figures import FigureKind
from assistant.language.negation import deniers
from assistant.language.normalise import squashed
from assistant.question import plain_years
from assistant.retrieval.ranking import Candidate
from assistant.support.alignment import Aligned, align
from assistant.support.fault import Fault
from assistant.support.gate import faults_of
from assistant.support.rules.attachment.corrected import correction_faults
from assistant.support.rules.attachment.roles import misplaced_names
from assistant.support.rules.attachment.votes import vote_faults
from corpus.dates import MONTHS, long_date
from corpus.models import Status
from index.models import Placed
from index.text import sentences, words_of

_UNSEEN = 7.0  # the weight of a word that no passage holds: about that of a rare one,
_RARER = 1.15  # and in a small collection this times that of the rarest word of the statement that one does
_FIRM = ("turned", "denial", "opposed", "away", "rank", "corrected", "vote", "holder", "renamed")
_FULLY = 1.3  # of the share of its words that a statement finds: from 1 on the paragraph speaks of the same thing
_OF_THE_SAME = (  # signs that tell less the fewer words a statement shares with the paragraph
    "denial", "negation", "opposed", "away", "direction", "opposite", "decision", "denies", "figures_agree", "steady",
    "on_time",
)  # fmt: skip
_TO_COME = frozenset("amendment motion planned plan due will would going listed scheduled expected".split())
_MOST = re.compile(
    r"\b(?:most(?: of)?|(?:the|a) majority of)(?= (?!recent|likely|important|common|of which)[a-z])", re.I
)
_WELL = 3.0  # of how well a figure fits where it stands: a value that agrees counts in full from 1 on
_WHOLE = 50  # words of a paragraph that is read whole


@dataclass(frozen=True, slots=True)
class Laid:
    """A statement beside a text, with the figures, comparisons and faults found between them."""

    pair: Aligned
    own: int  # how many of the printed tokens are the text's own; the rest says where it stands
    words: str  # the unit itself, without its neighbours
    status: str
    slots: tuple[Slot, ...]
    turns: tuple[Comparison, ...]
    faults: tuple[Fault, ...]

    @property
    def flaws(self) -> frozenset[str]:
        """The classes of the faults; what is told as still to come need not have been decided."""
        found = frozenset(fault.flaw for fault in self.faults)
        return found - {"decision"} if _is_to_come(self.pair.sentence) else found

    def of_sort(self, sort: TokenKind) -> list[Slot]:
        """The slots of figures, or those of times."""
        return [slot for slot in self.slots if self.pair.sentence.tokens[slot.sentence_at].kind is sort]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement beside a ranked paragraph, with the signs of what the one says of the other."""

    candidate: Candidate
    laid: Laid
    signs: Mapping[str, float]


def chosen(candidates: Sequence[Candidate], most: int = 11, each: int = 2) -> list[Candidate]:
    """The first units to lay beside a statement: no more than `each` of one paragraph, near-copies once."""
    kept: list[Candidate] = []
    counts: dict[str, int] = {}
    seen: set[tuple[str, int]] = set()
    for candidate in candidates:
        name = candidate.placed.paragraph.id
        key = (squashed(candidate.placed.paragraph.own), candidate.start)
        if counts.get(name, 0) < each and key not in seen:
            counts[name] = counts.get(name, 0) + 1
            seen.add(key)
            kept.append(candidate)
            if len(kept) == most:
                break
    return kept


def weigh(statement: str, candidate: Candidate, best: float, rarity: Mapping[str, float]) -> Weighed:
    """The statement beside the candidate's paragraph; `best` is the best candidate's score."""
    place = candidate.placed
    laid = lay(statement, window(candidate), whereabouts(place), candidate.words, place.paragraph.status.value)
    about, against = about_signs(laid, candidate, best, rarity), against_signs(laid)
    kept = max(0.0, 2 * about["borne"] - 1)
    about |= {"rival": kept * against["figure_other"], "other_time": kept * against["moment_other"]}
    about["overruled"] = (
        (not _owns_up(laid.pair.sentence))
        * about["resolved"]
        * max(about["rival"], against["opposed"], against["decision"])
    )
    against["plain"] = kept * (1 - min(about["gap"], 1.0)) * is_plain(laid, against)
    shared = min(1.0, _FULLY * about["borne"])
    against |= {name: shared * against[name] for name in _OF_THE_SAME}
    against["on_time"] *= shared  # a date alone says little
    if _of_another_time(statement, f"{window(candidate)} {whereabouts(place)}"):
        against = dict.fromkeys(against, 0.0)  # last year's conference says nothing of this year's
    return Weighed(candidate, laid, {**about, **against})


_WHICH = re.compile(
    rf"\b(?:the|its|their|this|that) ((?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d(?:[/-]\d\d)?) (?!(?:and|or|to|was|were|is|are|by|in|on|at|of|for|with)\b)[a-z]",
    re.I,
)


def _of_another_time(statement: str, told: str) -> bool:
    """Whether the statement is of the one of several that a date names ("the June 2025 conference"), and the text gives no such date."""
    which = _WHICH.search(statement)
    return which is not None and plain_years(which[1]).lower() not in plain_years(told).lower()


def lay(statement: str, text: str, where: str, words: str, status: str) -> Laid:
    """The statement beside a text that stands in some place ("" for none)."""
    own = read(text)
    pair = align(read(_in_figures(statement, text)), joined((own, read(where))) if where else own)
    size = len(own.tokens)
    turns = (*against_comparator(pair, size), *comparisons(pair, size))
    return Laid(pair, size, words, status, tuple(slots_of(pair, size)), turns, tuple(faults_of(pair, [status])))


def _in_figures(statement: str, text: str) -> str:
    """The statement with "most" as the figure it stands for, where the text tells shares and not "most" itself."""
    shares = re.search(r"\d ?(?:%|per ?cent)", text) and not _MOST.search(text)
    return _MOST.sub("more than half of", statement) if shares else statement


def window(candidate: Candidate) -> str:
    """The unit with the sentences beside it and the line or header that introduces it; a short paragraph is taken whole."""
    paragraph = candidate.placed.paragraph
    if len(paragraph.own.split()) <= _WHOLE or " | " in paragraph.own:
        return paragraph.text
    spans = sentences(paragraph.own)
    at = next((n for n, (start, end) in enumerate(spans) if start <= candidate.start < end), None)
    if at is None:
        words = candidate.words
    else:
        words = paragraph.own[spans[max(0, at - 1)][0] : spans[min(len(spans) - 1, at + 1)][1]]
    return f"{paragraph.intro}\n{words}" if paragraph.intro else words


def whereabouts(place: Placed) -> str:
    """Where a paragraph stands, in words that a claim may use of it: council, body, date, titles."""
    part, paragraph = place.part, place.paragraph
    when = long_date(part.meeting.date) if part.meeting.date else None
    words = (paragraph.item_title, paragraph.section, part.title, part.meeting.body, part.meeting.council, when)
    return ". ".join(dict.fromkeys(text for text in words if text))


def about_signs(laid: Laid, candidate: Candidate, best: float, rarity: Mapping[str, float]) -> dict[str, float]:
    """Whether the paragraph speaks about the very thing: each about 0 to 1, but the score, which is 0 for the best."""
    figures, flaws = laid.of_sort(TokenKind.FIGURE), laid.flaws
    borne, gap = _borne(laid.pair, rarity)
    return {
        "score": max(candidate.score - best, -6.0),
        "likeness": max(candidate.signs.likeness, candidate.signs.paragraph),
        "around": candidate.signs.around,
        "resolved": float(candidate.placed.paragraph.status is Status.RESOLUTION),
        "borne": borne,
        "gap": gap,
        "unfilled": _share(figures, lambda slot: not slot.agrees and not slot.conflicts, 0.0),
        "agree": _agreeing(figures),
        "moment_agree": _share(laid.of_sort(TokenKind.MOMENT), lambda slot: slot.agrees, 0.5),
        "absent": float("absent" in flaws),
        "undecided": float("decision" in flaws),
    }


# long: one entry a sign, in the order of their weights
def against_signs(laid: Laid) -> dict[str, float]:
    """Whether the text, where it speaks about the very thing, speaks against the statement: each 0 to 1."""
    pair, own, flaws = laid.pair, laid.own, laid.flaws
    figures, moments = laid.of_sort(TokenKind.FIGURE), laid.of_sort(TokenKind.MOMENT)
    counted = [slot for slot in figures if not _is_time(laid, slot)]
    nothing = both_deny(pair, own)
    firm = {
        "turned": max((_named(laid, turn.sentence_at) for turn in laid.turns if not turn.agrees), default=0.0),
        "denial": max(denial(pair, own), float(emptied(pair, own))),
        "opposed": opposed(pair, own),
        "away": turned_away(pair, own),
        "rank": float(other_rank(pair, own) is not None),
        "corrected": float(any(True for _ in correction_faults(pair))),
        "vote": float(any(True for _ in vote_faults(pair))),
        "holder": float(other_holder(pair, own) is not None),
        "renamed": float((other_name(pair, own) or other_charge(pair, own)) is not None),
    }
    sound = max(firm.values()) < 0.5
    steady = float(
        sound
        and not flaws - {"absent"}
        and any(slot.own for slot in laid.slots)
        and all(slot.agrees for slot in laid.slots)
    )
    return firm | {
        "figure_other": min(1.0, 2 * max((slot.other for slot in figures if slot.conflicts), default=0.0)),
        "figures_agree": float(bool(counted) and sound and "decision" not in flaws and all(s.agrees for s in counted)),
        "moment_other": min(1.0, 3 * max((s.other for s in moments if s.conflicts and not s.same), default=0.0)),
        "nothing": float(nothing),
        "steady": steady * float(bool(figures)),
        "on_time": steady * float(not figures),
        "turn_agrees": sound * max((_named(laid, turn.sentence_at) for turn in laid.turns if turn.agrees), default=0.0),
        "direction": float("direction" in flaws and not laid.turns),
        "negation": float("negation" in flaws and not nothing),
        "opposite": float("opposite" in flaws),
        "decision": float("decision" in flaws and other_deed(pair, own)),
        "proposed": float(laid.status in NOT_DECIDED and not _owns_up(pair.sentence)),
        "lost": float(laid.status == Status.AMENDMENT_LOST and not _owns_up(pair.sentence)),
        "denies": float(bool(deniers(pair.sentence)) != bool(deniers(read(laid.words))) and not nothing),
        "swapped": float(swapped(pair, own) is not None),
        "exchanged": float(any(True for _ in misplaced_names(pair))),
        "misplaced": float(
            "figure-for-another-thing" in flaws and not all(slot.agrees and slot.telling for slot in figures)
        ),
        "unnamed": _unnamed(pair),
    }


def is_plain(laid: Laid, against: Mapping[str, float]) -> bool:
    """Whether nothing at all in the text speaks against the statement."""
    speaking = ("denies", "moment_other", "figure_other", "direction", "negation", "opposite", "decision", "swapped")
    return max(against[sign] for sign in (*_FIRM, *speaking)) < 0.3 and not laid.flaws - {"absent", "name"}


def _is_time(laid: Laid, slot: Slot) -> bool:
    figure = laid.pair.sentence.tokens[slot.sentence_at].figure
    return figure is not None and figure.kind is FigureKind.TIME


def _share(slots: list[Slot], test: Callable[[Slot], bool], none: float) -> float:
    return sum(map(test, slots)) / len(slots) if slots else none


def _named(laid: Laid, sentence: int) -> float:
    """How much of what a statement compares the text or its place names: 0 for half of the words, 1 for nearly all."""
    tokens = laid.pair.sentence.tokens
    stop = next((n for n in range(sentence, len(tokens)) if tokens[n].low in ("than", "above", "below")), sentence)
    words = [n for n in range(stop) if tokens[n].kind in (TokenKind.WORD, TokenKind.NAME) and n != sentence]
    total = sum(weight_of(tokens[n]) for n in words)
    met = sum(weight_of(tokens[n]) * max((s for _, s in laid.pair.met[n]), default=0.0) for n in words)
    return max(0.0, min(1.0, 2.5 * met / total - 1.25)) if total else 1.0


def _agreeing(slots: list[Slot]) -> float:
    """The share of the figures whose value stands there, one that stands in another's place counting for less."""
    fits = [1.0 if slot.telling else min(1.0, _WELL * slot.same) for slot in slots if slot.agrees]
    return sum(fits) / len(slots) if slots else 0.5


def _unnamed(pair: Aligned) -> float:
    """The share of the statement's names that are nowhere in the text or its place."""
    names = [bool(pair.met[n]) for n in pair.sentence.all_of(TokenKind.NAME)]
    return names.count(False) / len(names) if names else 0.0


def _borne(pair: Aligned, rarity: Mapping[str, float]) -> tuple[float, float]:
    """Of the sentence's words by their rarity: the share met, and the rarest one that is not met (0 to 1.5)."""
    total = met = gap = 0.0
    unseen = min(_UNSEEN, _RARER * max(rarity.values(), default=_UNSEEN))
    for n, token in enumerate(pair.sentence.tokens):
        if token.kind not in (TokenKind.WORD, TokenKind.NAME):
            continue
        weight = max((rarity.get(word, 0.0) or unseen for word in words_of(token.text)), default=0.0)
        strength = max((strength for _, strength in pair.met[n]), default=0.0)
        total += weight
        met += weight * strength
        gap = max(gap, weight / unseen * (1 - strength))
    return met / total if total else 0.0, min(gap, 1.5)


def _owns_up(sentence: AnnotatedText) -> bool:
    """Whether a sentence says of itself that it tells of a proposal, a motion or what was refused."""
    told = set(deeds(sentence).values())
    return bool(
        told
        & {DecisionAct.PROPOSED, DecisionAct.REFUSED, DecisionAct.IRREALIS, DecisionAct.WITHDRAWN, DecisionAct.DEFERRED}
    ) or _is_to_come(sentence)


def _is_to_come(sentence: AnnotatedText) -> bool:
    """Whether a sentence says of itself that it tells of what is planned or to come."""
    return any(token.low in _TO_COME for token in sentence.tokens)
