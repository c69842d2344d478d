"""The register of decisions, actions and planned decisions, read from a catalogue."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.decisions.actions import actions_of, paired, planned_of
from assistant.decisions.duplicates import listed_once
from assistant.decisions.entries import cited, decisions_of
from assistant.decisions.minuted import with_motions
from assistant.decisions.models import READ, Register
from assistant.decisions.recommendations import with_recommended
from assistant.decisions.subsequent import with_later
from corpus.models import Access, PartKind, Status
from index.catalogue import Catalogue
from index.models import Placed

_ADVICE = re.compile(
    r"\b(?:officers?|director|head of|manager|chief executive|solicitor|secretary|report|paper)\b[^.]{0,80}\brecommend(?:ed|s)\b",
    re.I,
)


def read_register(catalogue: Catalogue, access: frozenset[Access]) -> Register:
    """Every decision, action and planned decision that these access levels may see; decisions by date, the newest first."""
    motions = [motion for _, motion in catalogue.motions(access)]
    ids = list(dict.fromkeys(name for motion in motions for name in (motion.paragraph, *motion.told)))
    entries = decisions_of(catalogue.with_status(READ, access))
    entries = listed_once(with_motions(entries, motions, catalogue.paragraphs(ids, access)))
    told = [
        (citation, place.paragraph.item_title or "")
        for place in catalogue.with_words("recommend", PartKind.MINUTES, access)
        if _tells_of_advice(place)
        for citation in cited([place])
    ]
    decisions = with_later(with_recommended(entries, told))
    decisions.sort(key=lambda decision: decision.date or "", reverse=True)
    tracked = list(_records(catalogue, "actions", "action", Status.ACTION, access))
    planned = list(_records(catalogue, "forward_plan", "title", Status.PLANNED, access))
    return Register(tuple(decisions), tuple(actions_of(tracked)), tuple(planned_of(planned)))


def _tells_of_advice(place: Placed) -> bool:
    """Whether a line of debate in minutes tells what an officer or a report recommended."""
    return place.paragraph.status is Status.DISCUSSION and bool(_ADVICE.search(place.paragraph.own))


def _records(
    catalogue: Catalogue, table: str, field: str, status: Status, access: frozenset[Access]
) -> Iterator[tuple[Mapping[str, Any], Placed]]:
    """The records of a table, each with its row; a record whose row these access levels may not see is left out."""
    by_paper: dict[str, list[Placed]] = defaultdict(list)
    for place in catalogue.with_status([status], access):
        if not place.paragraph.heading:
            by_paper[place.paper].append(place)
    for paper, places in by_paper.items():
        yield from paired(catalogue.records(paper).get(table, []), field, places)
