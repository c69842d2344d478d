"""What is indexed and what could not be, as far as a role may know."""

from assistant.models import PaperStatus, StoreStatus
from corpus.models import Access
from index.stores import Stores


def store_status(stores: Stores, access: frozenset[Access], counts: dict[str, object]) -> StoreStatus:
    """The catalogue's papers and refusals as a status, as far as these access levels may know."""
    catalogue = stores.catalogue
    files: dict[str, list[str]] = {}
    for row in catalogue.files().values():
        files.setdefault(row.sha, []).append(row.path)
    paragraphs = catalogue.paper_counts(access)
    unread = catalogue.unread_pages()
    parts: dict[str, list[tuple[str | None, str | None, str | None]]] = {}
    for sha, part in catalogue.parts(access):
        parts.setdefault(sha, []).append((part.meeting.council, part.meeting.body, part.meeting.date))
    papers = tuple(
        PaperStatus(
            name=row.name,
            path=row.path,
            also=tuple(path for path in sorted(files.get(row.sha, [])) if path != row.path),
            pages=row.pages,
            paragraphs=paragraphs.get(row.sha, 0),
            council=next((council for council, _, _ in parts.get(row.sha, []) if council), None),
            bodies=tuple(dict.fromkeys(body for _, body, _ in parts.get(row.sha, []) if body)),
            dates=tuple(sorted({date for _, _, date in parts.get(row.sha, []) if date})),
            refused=None,
            unread_pages=unread.get(row.sha, ()),
        )
        for row in catalogue.papers()
        if row.sha in parts
    )
    refused = tuple(
        PaperStatus(
            name=one.name,
            path=one.path,
            also=tuple(path for path in sorted(files.get(one.sha, [])) if path != one.path),
            pages=None,
            paragraphs=0,
            council=None,
            bodies=(),
            dates=(),
            refused=one.what if one.page is None else f"page {one.page}: {one.what}",
            remedy=one.remedy,
        )
        for one in catalogue.refusals()
    )
    return StoreStatus(
        store=str(stores.folder),
        papers=papers,
        refused=refused,
        paragraphs=int(str(counts["paragraphs"])),
        passages=int(str(counts["passages"])),
        meetings=int(str(counts["meetings"])),
        councils=tuple(counts["councils"]),  # type: ignore[arg-type]
        bodies=tuple(counts["bodies"]),  # type: ignore[arg-type]
        first_date=counts["first"],  # type: ignore[arg-type]
        last_date=counts["last"],  # type: ignore[arg-type]
        model=catalogue.meta("model"),
    )
