"""One answer where several papers say the same: from the current version, the others named. Pure."""

from collections.abc import Sequence

from assistant.language.similarity import runs, share
from assistant.models import Citation
from assistant.retrieval.ranking import Candidate

_SAME = 0.5  # share of runs of words in common from which two paragraphs are versions of one


def from_current(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order without those that the current version of their paper, or one copy of it, says too.

    What only an earlier version says stays. Of copies and versions the one kept takes the best one's place.
    """
    by_part: dict[tuple[str, int], list[Candidate]] = {}
    for one in candidates:
        by_part.setdefault((one.placed.paper, one.placed.paragraph.part), []).append(one)
    out: list[Candidate] = []
    kept: set[tuple[str, int]] = set()
    for one in candidates:
        best = _current(one, by_part)
        key = (best.placed.paragraph.id, best.start)
        if key not in kept:
            kept.add(key)
            out.append(best)
    return out


def in_one_language(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order without those that say side by side with a better one the same in another language.

    The best one is in the language of the question, as it shares the question's words.
    """
    out: list[Candidate] = []
    kept: set[tuple[str, int]] = set()
    for one in candidates:
        paper, twin = one.placed.paper, one.placed.paragraph.twin
        if not twin or (paper, -twin) not in kept:
            kept.add((paper, twin))
            out.append(one)
    return out


_SAID = {
    "copy": "[{n}] is also printed in {file}",
    "earlier": "An earlier version of the paper behind [{n}] is in {file}",
    "current": "A later version of the paper behind [{n}] is in {file}",
    "twin": "The paper behind [{n}] is in another language in {file}",
}


def notes_on(citations: Sequence[Citation]) -> tuple[str, ...]:
    """A note for each other paper that says what a cited one says; for drafts that they are."""
    found = [
        f"{_SAID[also.relation].format(n=cited.n, file=also.file)}{', a draft' if also.draft else ''}."
        for cited in citations
        for also in cited.also
        if also.file != cited.file or also.relation == "twin"
    ]
    return tuple(dict.fromkeys(found))


def _current(one: Candidate, by_part: dict[tuple[str, int], list[Candidate]]) -> Candidate:
    """The same words in the current version, where they are among the candidates; else the candidate itself."""
    place = one.placed
    rivals = [
        other
        for also in place.also
        if also.relation == "current" or also.relation == "copy" and (also.file, also.paper) < (place.file, place.paper)
        for other in by_part.get((also.paper, also.part), [])
    ]
    if not rivals:
        return one
    own = runs(place.paragraph.own)
    alike, best = max(
        ((share(own, runs(other.placed.paragraph.own)), other) for other in rivals), key=lambda pair: pair[0]
    )
    same = [other for other in rivals if other.placed.paragraph.id == best.placed.paragraph.id]
    return max(same, key=lambda other: other.score) if alike >= _SAME else one
