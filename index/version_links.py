"""Copies, earlier versions and twins among the parts in the catalogue: found at the end of a build, kept for answers."""

from corpus.versions import Place, Version, links_between, pack_date, version_of
from index.catalogue import Catalogue


def link_versions(catalogue: Catalogue) -> None:
    """Find again which parts say the same, where the papers changed since that was last done."""
    version = catalogue.meta("version") or ""
    if catalogue.meta("linked") == version:
        return
    catalogue.put_links(links_between(_repeated(catalogue)), version)


def _repeated(catalogue: Catalogue) -> list[Version]:
    """The parts that share their kind and their meeting's date with another, as they are compared."""
    packs = {sha: pack_date(parts) for sha, parts in catalogue.parts_by_paper().items()}
    found = (
        version_of(Place(sha, i), part, text, packs[sha], name)
        for sha, i, part, name, text in catalogue.repeated_parts()
    )
    return [version for version in found if version is not None]
