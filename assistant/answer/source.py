"""A paragraph by its id, as a citation in its surroundings: what a reader is shown who presses a number."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import CitedSpan, citation
from assistant.models import Nearby, Source
from corpus.models import Access
from index.catalogue import Catalogue
from index.models import Placed

_REACH = 4  # paragraphs shown on each side


def source(catalogue: Catalogue, paragraph: str, quote: str, access: frozenset[Access]) -> Source | None:
    """The paragraph cited for `quote`, with its neighbours in the same part; None where it is out of reach.

    A quote that is not in the paragraph is no part of the citation: nobody can have words marked that are not there.
    """
    place = catalogue.paragraphs([paragraph], access).get(paragraph)
    if place is None:
        return None
    start = max(place.paragraph.own.find(quote), 0)
    cited = citation(1, CitedSpan(place, start, min(start + len(quote), len(place.paragraph.own)), 0.0))
    cited = replace(cited, quote=quote if quote in cited.text else "")
    around = [one for one in catalogue.neighbours(place.paper, place.n, _REACH, access) if one.part == place.part]
    return Source(
        cited,
        before=_nearby([one for one in around if one.n < place.n]),
        after=_nearby([one for one in around if one.n > place.n]),
    )


def _nearby(places: Sequence[Placed]) -> tuple[Nearby, ...]:
    return tuple(Nearby(one.paragraph.own, one.paragraph.heading) for one in places)
