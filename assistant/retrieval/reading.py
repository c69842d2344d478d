"""What was found for a question, read deeply for a model: further passages, and pieces of evidence made of them all.

An answer in the papers' own words needs one to three paragraphs, and is made of few passages. A model is given as much as
it takes: the best paragraphs first, then whole passages, those of the first with what stands around them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.retrieval.evidence import Evidence
from assistant.retrieval.pieces import Around, EvidencePiece, piece_of
from assistant.retrieval.ranking import best_of_each
from assistant.retrieval.search import find_passages
from corpus.models import Access, Motion, Table
from index.catalogue import Catalogue
from index.embedder import Embedder
from index.models import Placed, Scope
from index.stores import Stores

_PASSAGES, _POOL = 100, 400  # passages read for a model, and those that each search brings
_PARAGRAPHS = 10  # the best paragraphs, which come before all passages
_WIDE = 30  # passages that are given with what stands around them
_LETTERS = 700  # of that on each side
_REACH = 12  # paragraphs at hand on each side


def pieces_for(evidence: Evidence, stores: Stores, embedder: Embedder, scope: Scope) -> list[EvidencePiece]:
    """The pieces of evidence for a question, best first: for each paragraph or passage found the piece that it stands in.

    Raises: IndexMissing, VectorStoreDown.
    """
    searched = find_passages(evidence.found.question, stores, embedder, scope, k=_PASSAGES, pool=_POOL)
    found_deep = [one.passage.paragraphs for one in searched.ranked]
    best = [(one.placed.paragraph.id,) for one in best_of_each(evidence.candidates, _PARAGRAPHS)]
    own = [one.passage.paragraphs for one in evidence.found.ranked if one.passage.paragraphs not in found_deep]
    passages = list(dict.fromkeys([*found_deep[:_WIDE], *own, *found_deep[_WIDE:]]))
    wanted = dict.fromkeys(name for names in (*best, *passages) for name in names)
    placed = stores.catalogue.paragraphs(list(wanted), scope.access)
    around = around_of(placed.values(), stores.catalogue, scope.access)
    pieces = []
    for i, names in enumerate((*best, *passages)):
        found = [placed[name] for name in names if name in placed]
        if any(not place.paragraph.heading for place in found):
            wide = len(best) <= i < len(best) + _WIDE
            pieces.append(piece_of(found, around, _LETTERS if wide else 0))
    return pieces


def around_of(places: Iterable[Placed], catalogue: Catalogue, access: frozenset[Access]) -> Around:
    """What the catalogue holds around these paragraphs, as far as these access levels may see it."""
    found = list(places)
    near: dict[tuple[str, int], Placed] = {}
    for paper, first, last in _stretches(found):
        reach = (last - first + 1) // 2
        for place in catalogue.neighbours(paper, first + reach, reach, access):
            near[paper, place.n] = place
    motions: dict[str, list[Motion]] = {}
    tables: dict[str, Table] = {}
    for paper, part in dict.fromkeys((place.paper, place.paragraph.part) for place in found):
        for _, motion in catalogue.motions(access, paper, part):
            for name in {motion.paragraph, *motion.told}:
                motions.setdefault(name, []).append(motion)
        for _, table in catalogue.tables(access, (paper, part)):
            tables |= dict.fromkeys(table.paragraphs, table)
    wanted = {place.paragraph.id for place in found}
    ids = {name for one in wanted for motion in motions.get(one, ()) for name in (motion.paragraph, *motion.told)}
    ids |= {name for one in wanted if one in tables for name in tables[one].paragraphs}
    return Around(near, motions, tables, catalogue.paragraphs(sorted(ids), access))


def _stretches(places: Sequence[Placed]) -> Iterator[tuple[str, int, int]]:
    """(paper, first, last) of the stretches of paragraphs that reach so far on each side of these; none meets another."""
    spots = sorted({(place.paper, place.n) for place in places})
    starts = [0, *(i for i, (a, b) in enumerate(pairwise(spots), 1) if a[0] != b[0] or b[1] - a[1] > 2 * _REACH)]
    for start, end in zip(starts, [*starts[1:], len(spots)], strict=True):
        if start < end:
            yield spots[start][0], max(0, spots[start][1] - _REACH), spots[end - 1][1] + _REACH
