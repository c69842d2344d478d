"""What is indexed and what could not be, as far as a role may know: for the command `status` and the page."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assistant.models import PaperStatus, StoreStatus
from corpus.models import Access, Part
from index.catalogue import Catalogue
from index.models import Scope
from index.stores import Stores


def store_status(stores: Stores, access: frozenset[Access]) -> StoreStatus:
    """The papers that these access levels may know of, the papers that were refused, and counts of what is indexed."""
    catalogue = stores.catalogue
    counts = catalogue.counts(Scope(access=access))
    names = _names(catalogue)
    return StoreStatus(
        store=str(stores.folder),
        papers=_indexed(catalogue, access, names),
        refused=_refused(catalogue, names),
        paragraphs=counts["paragraphs"],
        passages=counts["passages"],
        meetings=counts["meetings"],
        councils=tuple(counts["councils"]),
        bodies=tuple(counts["bodies"]),
        first_date=counts["first"],
        last_date=counts["last"],
        model=catalogue.meta("model"),
    )


def _names(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """By the sha256 of a paper's bytes: every path under which these bytes were found, sorted."""
    paths: dict[str, list[str]] = defaultdict(list)
    for row in catalogue.files().values():
        paths[row.sha].append(row.path)
    return {sha: sorted(found) for sha, found in paths.items()}


def _also(path: str, sha: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The other paths of a paper's bytes."""
    return tuple(other for other in names.get(sha, ()) if other != path)


def _indexed(
    catalogue: Catalogue, access: frozenset[Access], names: Mapping[str, Sequence[str]]
) -> tuple[PaperStatus, ...]:
    """The papers that have a part which these access levels may know of."""
    parts: dict[str, list[Part]] = defaultdict(list)
    for sha, part in catalogue.parts(access):
        parts[sha].append(part)
    paragraphs = catalogue.paper_counts(access)
    unread = catalogue.unread_pages()
    return tuple(
        PaperStatus(
            name=row.name,
            path=row.path,
            also=_also(row.path, row.sha, names),
            pages=row.pages,
            paragraphs=paragraphs.get(row.sha, 0),
            council=next((part.meeting.council for part in parts[row.sha] if part.meeting.council), None),
            bodies=tuple(dict.fromkeys(part.meeting.body for part in parts[row.sha] if part.meeting.body)),
            dates=tuple(sorted({part.meeting.date for part in parts[row.sha] if part.meeting.date})),
            refused=None,
            unread_pages=unread.get(row.sha, ()),
        )
        for row in catalogue.papers()
        if row.sha in parts
    )


def _refused(catalogue: Catalogue, names: Mapping[str, Sequence[str]]) -> tuple[PaperStatus, ...]:
    """The papers that could not be read, each with the reason and what to do."""
    return tuple(
        PaperStatus(
            name=refusal.name,
            path=refusal.path,
            also=_also(refusal.path, refusal.sha, names),
            pages=None,
            paragraphs=0,
            council=None,
            bodies=(),
            dates=(),
            refused=refusal.what if refusal.page is None else f"page {refusal.page}: {refusal.what}",
            remedy=refusal.remedy,
        )
        for refusal in catalogue.refusals()
    )
