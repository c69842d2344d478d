"""One statement of a claim laid beside one paragraph: what speaks for it, against it, or for nothing. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.alignment import Aligned, align
from assistant.candidates import Candidate
from assistant.decided import NOT_DECIDED, Deed, deeds
from assistant.faults import Fault
from assistant.plain import squashed
from assistant.polarity import deniers, directions
from assistant.slots import Slot, Turn, comparisons, slots_of
from assistant.support import faults_of
from assistant.wording import Sort, Wording, joined, read
from corpus.dates import long_date
from corpus.models import Status
from index.catalogue import Placed
from index.keywords import words_of
from index.passages import sentences

_UNSEEN = 7.0  # the weight of a word that no passage holds: about that of a rare one
_WHOLE = 45  # words of a paragraph that is read whole
_CONTRARY = frozenset({"direction", "negation", "opposite"})
_DECIDING = frozenset({"decision", "status"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement beside a paragraph, with what was found out of it."""

    candidate: Candidate
    pair: Aligned
    own: int  # how many of the printed tokens are the paragraph's own; the rest is where it stands
    slots: tuple[Slot, ...]
    turns: tuple[Turn, ...]
    faults: tuple[Fault, ...]
    signs: tuple[float, ...]


NAMES = (
    "score", "passage", "likeness", "paragraph", "covered", "around", "borne", "named", "gap",
    "agree", "conflict", "unfilled", "moment_agree", "moment_conflict", "turn_agree", "turn_conflict",
    "direction", "negation", "opposite", "decision", "status", "scope", "name", "misplaced", "absent", "clean",
    "lost", "proposed", "like_conflict", "like_clean", "borne_conflict", "borne_clean", "denies",
)  # fmt: skip


def chosen(candidates: Sequence[Candidate], most: int = 14, each: int = 2) -> list[Candidate]:
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
    text = read(window(candidate))
    own = len(text.tokens)
    pair = align(read(statement), joined((text, read(whereabouts(place)))))
    slots = tuple(slots_of(pair, own))
    turns = tuple(comparisons(pair, own))
    faults = tuple(faults_of(pair, [place.paragraph.status.value]))
    signs = _signs(pair, candidate, best, rarity, slots, turns, faults)
    return Weighed(candidate, pair, own, slots, turns, faults, signs)


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


def _signs(
    pair: Aligned,
    candidate: Candidate,
    best: float,
    rarity: Mapping[str, float],
    slots: tuple[Slot, ...],
    turns: tuple[Turn, ...],
    faults: tuple[Fault, ...],
) -> tuple[float, ...]:
    flaws = {fault.flaw for fault in faults}
    status = candidate.placed.paragraph.status
    borne, named, gap = _borne(pair, rarity)
    figures = [slot for slot in slots if pair.said.tokens[slot.said].sort is Sort.FIGURE]
    moments = [slot for slot in slots if pair.said.tokens[slot.said].sort is Sort.MOMENT]
    conflict = max((slot.other for slot in figures if slot.conflicts), default=0.0)
    moved = max((slot.other for slot in moments if slot.conflicts), default=0.0)
    against = max(
        conflict,
        0.8 * moved,
        0.6 * bool(flaws & _CONTRARY),
        0.6 * any(not turn.agrees for turn in turns),
        0.5 * bool(flaws & _DECIDING),
    )
    clean = float(not flaws - {"absent"})
    likeness = max(candidate.signs.likeness, candidate.signs.paragraph)
    return (
        max(candidate.score - best, -6.0),
        candidate.signs.passage,
        candidate.signs.likeness,
        candidate.signs.paragraph,
        candidate.signs.covered,
        candidate.signs.around,
        borne,
        named,
        gap,
        _share(figures, True),
        conflict,
        _share(figures, False),
        _share(moments, True),
        moved,
        float(any(turn.agrees for turn in turns)),
        float(any(not turn.agrees for turn in turns)),
        float("direction" in flaws),
        float("negation" in flaws),
        float("opposite" in flaws),
        float("decision" in flaws),
        float("status" in flaws),
        float("scope" in flaws or "unit" in flaws),
        float("name" in flaws or "body" in flaws),
        float("figure-for-another-thing" in flaws),
        float("absent" in flaws),
        clean,
        float(status is Status.AMENDMENT_LOST and not _owns_up(pair.said)),
        float(status.value in NOT_DECIDED and not _owns_up(pair.said)),
        likeness * against,
        likeness * clean,
        borne * against,
        borne * clean,
        float(bool(deniers(pair.said)) != bool(deniers(pair.printed))),
    )


def _share(slots: list[Slot], agree: bool) -> float:
    """The share of slots that agree, or that nothing in the paragraph fills; 0.5 and 0 where there are none."""
    if not slots:
        return 0.5 if agree else 0.0
    if agree:
        return sum(slot.agrees for slot in slots) / len(slots)
    return sum(not slot.agrees and not slot.conflicts for slot in slots) / len(slots)


def _borne(pair: Aligned, rarity: Mapping[str, float]) -> tuple[float, float, float]:
    """Of the sentence's words by their rarity: the share met, the share of names met, and the rarest one not met (0 to 1)."""
    total = met = gap = 0.0
    names: list[float] = []
    for n, token in enumerate(pair.said.tokens):
        if token.sort not in (Sort.WORD, Sort.NAME):
            continue
        weight = max((rarity.get(word, 0.0) or _UNSEEN for word in words_of(token.text)), default=0.0)
        strength = max((strength for _, strength in pair.met[n]), default=0.0)
        total += weight
        met += weight * strength
        gap = max(gap, weight / _UNSEEN * (1 - strength))
        if token.sort is Sort.NAME:
            names.append(strength)
    return met / total if total else 0.0, sum(names) / len(names) if names else 0.5, min(gap, 1.5)


def _owns_up(said: Wording) -> bool:
    """Whether a sentence says of itself that it tells of a proposal, a motion or what was refused."""
    told = set(deeds(said).values())
    return bool(told & {Deed.PROPOSED, Deed.REFUSED, Deed.UNREAL, Deed.WITHDRAWN, Deed.DEFERRED}) or any(
        token.low in ("amendment", "motion", "planned", "plan", "due", "will", "would") for token in said.tokens
    )


def is_turned(weighed: Weighed) -> bool:
    """Whether the statement has a word of direction."""
    return bool(directions(weighed.pair.said))
