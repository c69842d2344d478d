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
_CLAUSE_ENDS = re.compile(r"\n|;\s|\.\s|,? and (?=that\b)")
_ON_ONE_MATTER = 0.3  # likeness from which two decisions are on one matter
_SPOKEN_OF = _ON_ONE_MATTER * 0.7  # the same, where the later one speaks of an earlier decision without its day
_NAMED = 0.08  # the same, where it names the day of the earlier one
_TELLING = 8  # words of a decision by which others on its matter are looked up
_MOST = 6  # later decisions listed with one
_STANDING = {
    LaterRelation.RESCINDED: Standing.RESCINDED,
    LaterRelation.CHANGED: Standing.SUPERSEDED,
    LaterRelation.REFERRED_BACK: Standing.REFERRED_BACK,
}
_WORST = (  # what tells most of whether a decision stands, first
    LaterRelation.RESCINDED,
    LaterRelation.CHANGED,
    LaterRelation.REFERRED_BACK,
    LaterRelation.CONFIRMED,
    LaterRelation.FOLLOWED,
)


StemVectors = Mapping[str, Mapping[str, float]]  # by a decision's id: its stems, by how telling they are


@dataclass(frozen=True, slots=True)
class _Mention:
    """What a clause of a resolution does to an earlier decision."""

    relation: LaterRelation
    dates: frozenset[str]  # of the decision that it names, empty where it names none
    clause: str


def with_later(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions, each resolution with the later ones that bear on it and its standing after them."""
    rarity = rarity_of(_text(decision) for decision in decisions)
    vectors = {decision.id: rarity.vector(_text(decision)) for decision in decisions}
    dated = sorted(
        (decision for decision in decisions if decision.resolved and decision.date),
        key=lambda decision: (decision.date or "", decision.id),
    )
    found: dict[str, list[Later]] = defaultdict(list)
    near = _postings(dated, vectors)
    for i, later in enumerate(dated):
        before = [
            earlier
            for earlier in dated[:i]
            if (earlier.date or "") < (later.date or "") and earlier.council == later.council
        ]
        told = set()
        for mention in _mentions(later.words):
            target = _target(mention, later, before, vectors, rarity)
            if target is not None and target.id not in told:
                told.add(target.id)
                found[target.id].append(_later(mention.relation, later, mention.clause))
        for earlier in _on_one_matter(later, before, vectors, near):
            if earlier.id not in told:
                found[earlier.id].append(_later(LaterRelation.FOLLOWED, later, later.words))
    return [_with(decision, found.get(decision.id, [])) for decision in decisions]


def _text(decision: Decision) -> str:
    """What tells a decision's matter: its title, which counts twice, and its words."""
    return f"{decision.title or ''} {decision.title or ''} {decision.words}"


def _most_telling(vector: Mapping[str, float]) -> list[str]:
    return sorted(vector, key=vector.__getitem__, reverse=True)[:_TELLING]


def _postings(decisions: Sequence[Decision], vectors: StemVectors) -> dict[str, set[str]]:
    """By each stem: the ids of the decisions that it is among the most telling of."""
    found: dict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        for stem in _most_telling(vectors[decision.id]):
            found[stem].add(decision.id)
    return found


def _on_one_matter(
    later: Decision, before: Sequence[Decision], vectors: StemVectors, near: Mapping[str, set[str]]
) -> list[Decision]:
    """The earlier decisions that share a telling word with a later one and are like it."""
    own = vectors[later.id]
    ids = set().union(*(near.get(stem, set()) for stem in _most_telling(own)))
    return [earlier for earlier in before if earlier.id in ids and dot(vectors[earlier.id], own) >= _ON_ONE_MATTER]


def _mentions(words: str) -> list[_Mention]:
    """What a resolution says that it does to earlier decisions, at most one a clause."""
    out = []
    for clause in _CLAUSE_ENDS.split(words):
        if _FORM.search(clause):
            continue
        for relation, pattern in _PATTERNS.items():
            match = pattern.search(clause)
            if match and not _DENIED.search(clause[: match.start() + 1]) and not re.search(r"\bnot\b", match[0]):
                out.append(_Mention(relation, frozenset(date.iso for date in find_dates(clause)), clause))
                break
    return out


def _target(
    mention: _Mention, later: Decision, before: Sequence[Decision], vectors: StemVectors, rarity: Rarity
) -> Decision | None:
    """The earlier decision that a clause speaks of: one of the day that it names, else the likest; None where unsure."""
    named = [earlier for earlier in before if earlier.date in mention.dates]
    if mention.dates and not named:
        return None
    own = rarity.vector(f"{_text(later)} {mention.clause}")
    scored = [
        (dot(vectors[earlier.id], own), earlier.date or "", earlier)
        for earlier in named or before
        if earlier.kind is not EntryKind.NOTED
    ]
    if not scored:
        return None
    best = max(scored, key=lambda found: (round(found[0], 2), found[1]))
    alone = (
        len([earlier for earlier in named if earlier.body == later.body]) == 1
    )  # all that the body resolved that day
    least = 0.0 if alone else _NAMED if named else _SPOKEN_OF
    return best[2] if best[0] > least else None


def _later(relation: LaterRelation, decision: Decision, words: str) -> Later:
    """A later decision as it is listed with an earlier one, cited where these words of it stand."""
    cited = next((cited for cited in decision.citations if words in cited.text), decision.citations[0])
    return Later(relation, decision.id, decision.date, decision.body, words.strip(), cited)


def _with(decision: Decision, later: Sequence[Later]) -> Decision:
    """The decision with the later ones, oldest first; what changes it is listed before what only follows it."""
    if not later:
        return decision
    chosen = sorted(later, key=lambda one: (one.relation is LaterRelation.FOLLOWED, one.date or ""))[:_MOST]
    chosen.sort(key=lambda one: one.date or "")
    worst = min((one.relation for one in chosen), key=_WORST.index)
    return replace(decision, later=tuple(chosen), standing=_STANDING.get(worst, decision.standing))
