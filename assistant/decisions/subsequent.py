"""Later decisions that rescind, change, refer back or confirm an earlier one, or go on with its matter. Pure."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.decisions.models import Decision, EntryKind, Later, LaterRelation, Standing
from assistant.language.similarity import Rarity, dot, rarity_of
from corpus.dates import find_dates

_OBJECT = r"(?:decisions?|resolutions?|minute)"
_VERBS = {
    LaterRelation.RESCINDED: r"(?:rescind\w*|revok\w+|annul\w*|set(?:ting)? aside|overturn\w*|revers(?:e[ds]?|ing)|cancel\w*)",
    LaterRelation.REFERRED_BACK: r"(?:refer(?:red|s|ring)? back|remit\w*|reconsider\w*)",
    LaterRelation.CHANGED: r"(?:var(?:y|ied|ies|ying)|amend(?:ed|s|ing)?|supersed\w+|replac\w+|modif\w+|alter(?:ed|s|ing)?)",
    LaterRelation.CONFIRMED: r"(?:re-?affirm\w*|confirm(?:ed|s|ing)?|re-?iterat\w+|uph[eo]ld\w*|stands?)",
}
_PATTERNS = {
    relation: re.compile(
        rf"\b{_OBJECT}\b[^.;]{{0,100}}?\b{verb}\b|\b{verb}\b (?:its |the |their |that |this |any )?(?:\w+ ){{0,3}}?{_OBJECT}\b",
        re.I,
    )
    for relation, verb in _VERBS.items()
}
_DENIED = re.compile(r"\b(?:not|no|nor|without|neither)\b[^.;,]{0,40}$", re.I)
_FORM = re.compile(r"\b(?:amended|confirm\w*)\b[^.;]{0,30}\bminutes\b|\bminutes\b[^.;]{0,80}\b(?:confirm|correct record|amended)", re.I)  # fmt: skip
_ON_ONE_MATTER = 0.3  # likeness from which two decisions are on one matter
_NAMED = 0.08  # the same, where the later one names the day of the earlier
_TELLING = 8  # words of a decision by which others on its matter are looked up
_MOST = 6  # later decisions listed with one
_STANDING = {
    LaterRelation.RESCINDED: Standing.RESCINDED,
    LaterRelation.CHANGED: Standing.SUPERSEDED,
    LaterRelation.REFERRED_BACK: Standing.REFERRED_BACK,
}
_WORST = (
    LaterRelation.RESCINDED,
    LaterRelation.CHANGED,
    LaterRelation.REFERRED_BACK,
    LaterRelation.CONFIRMED,
    LaterRelation.FOLLOWED,
)


@dataclass(frozen=True, slots=True)
class _Said:
    relation: LaterRelation
    dates: frozenset[str]  # of the decision that it names, empty where it names none
    clause: str


def with_later(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, each resolution with the later ones that bear on it and its standing after them."""
    rarity = rarity_of(_text(one) for one in decisions)
    vectors = {one.id: rarity.vector(_text(one)) for one in decisions}
    dated = sorted((one for one in decisions if one.resolved and one.date), key=lambda one: (one.date or "", one.id))
    found: dict[str, list[Later]] = defaultdict(list)
    near = _postings(dated, vectors)
    for n, later in enumerate(dated):
        before = [one for one in dated[:n] if (one.date or "") < (later.date or "") and one.council == later.council]
        told = set()
        for said in _said(later.words):
            target = _target(said, later, before, vectors, rarity)
            if target is not None and target.id not in told:
                told.add(target.id)
                found[target.id].append(_later(said.relation, later, said.clause))
        for one in _on_one_matter(later, before, vectors, near):
            if one.id not in told:
                found[one.id].append(_later(LaterRelation.FOLLOWED, later, later.words))
    return [_with(one, found.get(one.id, [])) for one in decisions]


def _postings(decisions: Sequence[Decision], vectors: Mapping[str, Mapping[str, float]]) -> dict[str, set[str]]:
    """Ids of the decisions that each stem is among the most telling of."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in decisions:
        for stem in sorted(vectors[one.id], key=vectors[one.id].__getitem__, reverse=True)[:_TELLING]:
            found[stem].add(one.id)
    return found


def _on_one_matter(
    later: Decision,
    before: Sequence[Decision],
    vectors: Mapping[str, Mapping[str, float]],
    near: Mapping[str, set[str]],
) -> list[Decision]:
    """The earlier decisions that share a telling word with a later one and are like it."""
    own = vectors[later.id]
    ids = set().union(*(near.get(stem, set()) for stem in sorted(own, key=own.__getitem__, reverse=True)[:_TELLING]))
    return [one for one in before if one.id in ids and dot(vectors[one.id], own) >= _ON_ONE_MATTER]


def _text(decision: Decision) -> str:
    return f"{decision.title or ''} {decision.title or ''} {decision.words}"


def _said(words: str) -> list[_Said]:
    """What a resolution says that it does to an earlier decision."""
    out = []
    for clause in re.split(r"\n|;\s|\.\s|,? and (?=that\b)", words):
        if _FORM.search(clause):
            continue
        for relation, pattern in _PATTERNS.items():
            match = pattern.search(clause)
            if match and not _DENIED.search(clause[: match.start() + 1]) and not re.search(r"\bnot\b", match[0]):
                out.append(_Said(relation, frozenset(date.iso for date in find_dates(clause)), clause))
                break
    return out


def _target(
    said: _Said, later: Decision, before: Sequence[Decision], vectors: Mapping[str, Mapping[str, float]], rarity: Rarity
) -> Decision | None:
    """The earlier decision that a clause speaks of: of the day it names, else the nearest in matter; None if unsure."""
    named = [one for one in before if one.date in said.dates]
    if said.dates and not named:
        return None
    chosen = named or before
    own = rarity.vector(f"{_text(later)} {said.clause}")
    scored = [(dot(vectors[one.id], own), one.date or "", one) for one in chosen if one.kind is not EntryKind.NOTED]
    if not scored:
        return None
    best = max(scored, key=lambda pair: (round(pair[0], 2), pair[1]))
    alone = len([one for one in named if one.body == later.body]) == 1  # all that the body resolved that day
    least = 0.0 if alone else _NAMED if named else _ON_ONE_MATTER * 0.7
    return best[2] if best[0] > least else None


def _later(relation: LaterRelation, decision: Decision, words: str) -> Later:
    cited = next((one for one in decision.citations if words in one.text), decision.citations[0])
    return Later(relation, decision.id, decision.date, decision.body, words.strip(), cited)


def _with(decision: Decision, later: Sequence[Later]) -> Decision:
    if not later:
        return decision
    chosen = sorted(later, key=lambda one: (one.relation is LaterRelation.FOLLOWED, one.date or ""))[:_MOST]
    chosen.sort(key=lambda one: one.date or "")
    worst = min((one.relation for one in chosen), key=_WORST.index)
    return replace(decision, later=tuple(chosen), standing=_STANDING.get(worst, decision.standing))
