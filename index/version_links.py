"""Which parts in the catalogue say the same as others: found at the end of a build, kept for answers."""

from corpus.versions import Place, Version, links_between, pack_date, version_of
from index.catalogue import Catalogue


def link_versions(catalogue: Catalogue) -> None:
    """Find copies, earlier versions and twins among the papers again where these changed since it was last done."""
    version = catalogue.meta("version") or ""
    if catalogue.meta("linked") == version:
        return
    catalogue.put_links(links_between(_repeated(catalogue)), version)


def _repeated(catalogue: Catalogue) -> list[Version]:
    """The parts that share their kind and their meeting's date with another."""
    packs = {sha: pack_date(parts) for sha, parts in catalogue.parts_by_paper().items()}
    found = (
        version_of(Place(sha, n), part, text, packs[sha], name)
        for sha, n, part, name, text in catalogue.repeated_parts()
    )
    return [version for version in found if version is not None]
