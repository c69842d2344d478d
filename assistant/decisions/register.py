"""The register read from a catalogue, and what of it a filter leaves."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.decisions.actions import actions_of, paired, planned_of
from assistant.decisions.duplicates import listed_once
from assistant.decisions.entries import cited, decisions_of
from assistant.decisions.models import READ, Register
from assistant.decisions.recommendations import with_recommended
from assistant.decisions.subsequent import with_later
from corpus.models import Access, PartKind, Status
from index.catalogue import Catalogue
from index.models import Placed


def read_register(catalogue: Catalogue, access: frozenset[Access]) -> Register:
    """Every decision, action and forward-plan entry that these access levels may see, the newest first."""
    entries = listed_once(decisions_of(catalogue.with_status(READ, access)))
    told = [
        (citation, place.paragraph.item_title or "")
        for place in catalogue.with_words("recommend", PartKind.MINUTES, access)
        if _tells_of_advice(place)
        for citation in cited([place])
    ]
    decisions = with_later(with_recommended(entries, told))
    decisions.sort(key=lambda one: one.date or "", reverse=True)
    tracked = list(_records(catalogue, "actions", "action", Status.ACTION, access))
    planned = list(_records(catalogue, "forward_plan", "title", Status.PLANNED, access))
    return Register(tuple(decisions), tuple(actions_of(tracked)), tuple(planned_of(planned)))


_ADVICE = re.compile(
    r"\b(?:officers?|director|head of|manager|chief executive|solicitor|secretary|report|paper)\b[^.]{0,80}\brecommend(?:ed|s)\b",
    re.I,
)


def _tells_of_advice(place: Placed) -> bool:
    """Whether a minute tells what an officer or a report recommended, before it tells what was resolved."""
    return place.paragraph.status is Status.DISCUSSION and bool(_ADVICE.search(place.paragraph.own))


def _records(
    catalogue: Catalogue, table: str, field: str, status: Status, access: frozenset[Access]
) -> Iterator[tuple[Mapping[str, Any], Placed]]:
    """A table's records, each with the row that it was read from and that is in reach."""
    by_paper: dict[str, list[Placed]] = defaultdict(list)
    for place in catalogue.with_status([status], access):
        if not place.paragraph.heading:
            by_paper[place.paper].append(place)
    for paper, places in by_paper.items():
        yield from paired(catalogue.records(paper).get(table, []), field, places)
