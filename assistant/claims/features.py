"""One statement of a claim laid beside one paragraph: the signs of what the one says of the other. Pure.

A sign is a number, mostly 0..1. The signs of `about_signs` tell whether the paragraph speaks about the very thing, those of
`against_signs` whether, where it does, it speaks against the statement; claims/classifier.py weighs them.
"""

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
from assistant.retrieval.question_terms import UNSEEN
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

_RARER = 1.15  # a word that no passage holds weighs at most this times as much as the rarest that one does
# Signs each of which is a contradiction by itself; the others lean on how much the two texts share.
_FIRM = ("turned", "denial", "opposed", "away", "rank", "corrected", "vote", "holder", "renamed")
_FULLY = 1.3  # times the share of its words that a statement finds: from 1 on the paragraph speaks of the same thing
_OF_THE_SAME = (  # signs that tell less the fewer words a statement shares with the paragraph
    "denial", "negation", "opposed", "away", "direction", "opposite", "decision", "denies", "figures_agree", "steady",
    "on_time",
)  # fmt: skip
_TO_COME = frozenset("amendment motion planned plan due will would going listed scheduled expected".split())
_MOST = re.compile(
    r"\b(?:most(?: of)?|(?:the|a) majority of)(?= (?!recent|likely|important|common|of which)[a-z])", re.I
)
# One of several that a date names: "the June 2025 conference".
_WHICH = re.compile(
    rf"\b(?:the|its|their|this|that) ((?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d(?:[/-]\d\d)?) (?!(?:and|or|to|was|were|is|are|by|in|on|at|of|for|with)\b)[a-z]",
    re.I,
)
_WELL = 3.0  # times how well a figure fits where it stands: from 1 on a value that agrees counts in full
_WHOLE = 50  # words of a paragraph that is read whole
_SOUND = 0.5  # the strongest firm sign below which nothing contradicts the statement outright
_PLAIN = 0.3  # the same, of all signs, for a paragraph in which nothing speaks against


@dataclass(frozen=True, slots=True)
class Laid:
    """A statement laid beside a text, with the figures, comparisons and faults found between them."""

    pair: Aligned
    own: int  # how many tokens of the source are the text's own; the rest says where it stands
    words: str  # the unit that was found, without the sentences beside it
    status: str  # of the paragraph, a value of corpus.models.Status
    slots: tuple[Slot, ...]
    turns: tuple[Comparison, ...]  # what the statement compares
    faults: tuple[Fault, ...]  # what the support gate finds wrong with the statement

    @property
    def flaws(self) -> frozenset[str]:
        """The classes of the faults, without "decision" where the statement tells of what is to come."""
        found = frozenset(fault.flaw for fault in self.faults)
        return found - {"decision"} if _is_to_come(self.pair.sentence) else found

    def of_kind(self, kind: TokenKind) -> list[Slot]:
        """The slots of figures, or those of times."""
        return [slot for slot in self.slots if self.pair.sentence.tokens[slot.sentence_at].kind is kind]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement laid beside a ranked paragraph, with all signs."""

    candidate: Candidate
    laid: Laid
    signs: Mapping[str, float]


def chosen(candidates: Sequence[Candidate], most: int = 11, each: int = 2) -> list[Candidate]:
    """The best units to lay beside a statement: at most `most`, `each` of one paragraph, and no copy of another's words."""
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
    """The statement laid beside the candidate's paragraph, with its signs.

    `best` is the best candidate's score; `rarity` gives the rarity of stems.
    """
    place = candidate.placed
    laid = lay(statement, window(candidate), whereabouts(place), candidate.words, place.paragraph.status.value)
    about, against = about_signs(laid, candidate, best, rarity), against_signs(laid)
    kept = max(0.0, 2 * about["borne"] - 1)  # how far beyond half of its words the statement stands in the paragraph
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


def _of_another_time(statement: str, told: str) -> bool:
    """Whether the statement names one of several by a date ("the June 2025 conference") that the text does not give."""
    which = _WHICH.search(statement)
    return which is not None and plain_years(which[1]).lower() not in plain_years(told).lower()


def lay(statement: str, text: str, where: str, words: str, status: str) -> Laid:
    """The statement laid beside a text.

    `where` says in words where the text stands ("" for nowhere); `words` and `status` are as in `Laid`.
    """
    own = read(text)
    pair = align(read(_in_figures(statement, text)), joined((own, read(where))) if where else own)
    size = len(own.tokens)
    turns = (*against_comparator(pair, size), *comparisons(pair, size))
    return Laid(pair, size, words, status, tuple(slots_of(pair, size)), turns, tuple(faults_of(pair, [status])))


def _in_figures(statement: str, text: str) -> str:
    """The statement with "most" told as "more than half", where the text tells shares and no "most"."""
    shares = re.search(r"\d ?(?:%|per ?cent)", text) and not _MOST.search(text)
    return _MOST.sub("more than half of", statement) if shares else statement


def window(candidate: Candidate) -> str:
    """The words to lay beside a statement: a short paragraph whole, of a long one the unit with the sentences beside it.

    The line or header that introduces the paragraph stands before them.
    """
    paragraph = candidate.placed.paragraph
    if len(paragraph.own.split()) <= _WHOLE or " | " in paragraph.own:
        return paragraph.text
    spans = sentences(paragraph.own)
    i = next((i for i, (start, end) in enumerate(spans) if start <= candidate.start < end), None)
    if i is None:
        words = candidate.words
    else:
        words = paragraph.own[spans[max(0, i - 1)][0] : spans[min(len(spans) - 1, i + 1)][1]]
    return f"{paragraph.intro}\n{words}" if paragraph.intro else words


def whereabouts(place: Placed) -> str:
    """Where a paragraph stands, in words that a claim may use: titles, body, council, date."""
    part, paragraph = place.part, place.paragraph
    when = long_date(part.meeting.date) if part.meeting.date else None
    words = (paragraph.item_title, paragraph.section, part.title, part.meeting.body, part.meeting.council, when)
    return ". ".join(dict.fromkeys(text for text in words if text))


def about_signs(laid: Laid, candidate: Candidate, best: float, rarity: Mapping[str, float]) -> dict[str, float]:
    """The signs of whether the paragraph speaks about the very thing: each about 0..1, but the score, which is 0..-6."""
    figures, flaws = laid.of_kind(TokenKind.FIGURE), laid.flaws
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
        "moment_agree": _share(laid.of_kind(TokenKind.MOMENT), lambda slot: slot.agrees, 0.5),
        "absent": float("absent" in flaws),
        "undecided": float("decision" in flaws),
    }


# long: one entry a sign, in the order of their weights
def against_signs(laid: Laid) -> dict[str, float]:
    """The signs of whether the text, where it speaks about the very thing, speaks against the statement: each 0..1."""
    firm = _firm_signs(laid)
    return firm | _value_signs(laid, max(firm.values()) < _SOUND) | _leaning_signs(laid)


def _firm_signs(laid: Laid) -> dict[str, float]:
    """The signs each of which is a contradiction by itself."""
    pair, own = laid.pair, laid.own
    return {
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


def _value_signs(laid: Laid, sound: bool) -> dict[str, float]:
    """The signs of figures, times and comparisons; `sound` says that nothing contradicts the statement outright."""
    flaws = laid.flaws
    figures, moments = laid.of_kind(TokenKind.FIGURE), laid.of_kind(TokenKind.MOMENT)
    counted = [slot for slot in figures if not _is_time(laid, slot)]
    steady = float(
        sound
        and not flaws - {"absent"}
        and any(slot.own for slot in laid.slots)
        and all(slot.agrees for slot in laid.slots)
    )
    agreeing = [slot.agrees for slot in counted]
    return {
        "figure_other": min(1.0, 2 * max((slot.other for slot in figures if slot.conflicts), default=0.0)),
        "figures_agree": float(bool(counted) and sound and "decision" not in flaws and all(agreeing)),
        "moment_other": min(
            1.0, 3 * max((slot.other for slot in moments if slot.conflicts and not slot.same), default=0.0)
        ),
        "steady": steady * float(bool(figures)),
        "on_time": steady * float(not figures),
        "turn_agrees": sound * max((_named(laid, turn.sentence_at) for turn in laid.turns if turn.agrees), default=0.0),
    }


def _leaning_signs(laid: Laid) -> dict[str, float]:
    """The signs that lean for or against the statement and prove nothing by themselves."""
    pair, own, flaws = laid.pair, laid.own, laid.flaws
    nothing = both_deny(pair, own)
    return {
        "nothing": float(nothing),
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
            "figure-for-another-thing" in flaws
            and not all(slot.agrees and slot.telling for slot in laid.of_kind(TokenKind.FIGURE))
        ),
        "unnamed": _unnamed(pair),
    }


def is_plain(laid: Laid, against: Mapping[str, float]) -> bool:
    """Whether nothing at all in the text speaks against the statement, by the signs `against`."""
    speaking = ("denies", "moment_other", "figure_other", "direction", "negation", "opposite", "decision", "swapped")
    return max(against[sign] for sign in (*_FIRM, *speaking)) < _PLAIN and not laid.flaws - {"absent", "name"}


def _is_time(laid: Laid, slot: Slot) -> bool:
    """Whether a figure counts days, hours or years."""
    figure = laid.pair.sentence.tokens[slot.sentence_at].figure
    return figure is not None and figure.kind is FigureKind.TIME


def _share(slots: list[Slot], test: Callable[[Slot], bool], none: float) -> float:
    """The share of the slots that pass a test; `none` where there are no slots."""
    return sum(map(test, slots)) / len(slots) if slots else none


def _named(laid: Laid, sentence: int) -> float:
    """How much of what a statement compares the text or its place names: 0 for half of the words, 1 for nearly all.

    `sentence` is the position of the word of direction ("higher").
    """
    tokens = laid.pair.sentence.tokens
    stop = next((i for i in range(sentence, len(tokens)) if tokens[i].low in ("than", "above", "below")), sentence)
    words = [i for i in range(stop) if tokens[i].kind in (TokenKind.WORD, TokenKind.NAME) and i != sentence]
    total = sum(weight_of(tokens[i]) for i in words)
    met = sum(weight_of(tokens[i]) * max((strength for _, strength in laid.pair.met[i]), default=0.0) for i in words)
    return max(0.0, min(1.0, 2.5 * met / total - 1.25)) if total else 1.0


def _agreeing(slots: list[Slot]) -> float:
    """The share of the figures whose value stands in the text; one that fits badly where it stands counts for less."""
    fits = [1.0 if slot.telling else min(1.0, _WELL * slot.same) for slot in slots if slot.agrees]
    return sum(fits) / len(slots) if slots else 0.5


def _unnamed(pair: Aligned) -> float:
    """The share of the statement's names that are nowhere in the text or its place."""
    names = [bool(pair.met[i]) for i in pair.sentence.all_of(TokenKind.NAME)]
    return names.count(False) / len(names) if names else 0.0


def _borne(pair: Aligned, rarity: Mapping[str, float]) -> tuple[float, float]:
    """Of the statement's words by their rarity: the share met (0..1), and how rare the rarest one not met is (0..1.5)."""
    total = met = gap = 0.0
    unseen = min(
        UNSEEN, _RARER * (max(rarity.values(), default=0.0) or UNSEEN)
    )  # a claim may have no word of any paper
    for i, token in enumerate(pair.sentence.tokens):
        if token.kind not in (TokenKind.WORD, TokenKind.NAME):
            continue
        weight = max((rarity.get(word, 0.0) or unseen for word in words_of(token.text)), default=0.0)
        strength = max((strength for _, strength in pair.met[i]), default=0.0)
        total += weight
        met += weight * strength
        gap = max(gap, weight / unseen * (1 - strength))
    return met / total if total else 0.0, min(gap, 1.5)


def _owns_up(sentence: AnnotatedText) -> bool:
    """Whether a sentence says of itself that it tells of a proposal, of what was refused or of what is to come."""
    told = set(deeds(sentence).values())
    return bool(
        told
        & {DecisionAct.PROPOSED, DecisionAct.REFUSED, DecisionAct.IRREALIS, DecisionAct.WITHDRAWN, DecisionAct.DEFERRED}
    ) or _is_to_come(sentence)


def _is_to_come(sentence: AnnotatedText) -> bool:
    """Whether a sentence says of itself that it tells of what is planned or to come."""
    return any(token.low in _TO_COME for token in sentence.tokens)
