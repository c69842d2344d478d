"""A meeting's papers as items of business, each with its report and appendices. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.decisions.recommendations import telling_words
from assistant.language.similarity import Runs, letters_and_digits, runs, share
from corpus.models import PartKind, Status
from index.models import Placed

_PAPERS = frozenset({PartKind.REPORT, PartKind.APPENDIX, PartKind.SLIDES, PartKind.AMENDMENT, PartKind.DECISION_RECORD})
_ONE_TITLE = 0.45  # likeness of titles from which a paper is an item's
_SHORTEST = 12  # letters of a recommendation
_REPEATED = 0.75  # share of runs in common from which a recommendation is printed again
# A sentence on how the recommendation came about, under the same heading.
_TELLS = re.compile(
    r"^(?:[\d.()]+\s*)?(?!that\b)[^:.]{0,240}\b(?:(?:have|has|had|was|were) (?:been )?\w+ed|agreed|preferred)\b", re.I
)
_ANNEXED = re.compile(r"^\W*(?:appendix|appendices|annex\w*|background paper|enclosure)\b", re.I)
_FORMAL = re.compile(
    r"^(?:apolog|declarations?|substitut|minutes|chair(?:man)?[’']?s? announcements?|announcements|urgent (?:items|business)|"
    r"any other|exclusion of|emergency evac|recording|membership|election of|date of next|work programme|forward plan|public questions)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class AgendaBusiness:
    """An item: its number and title as printed, and its papers' paragraphs in order, titles included."""

    number: str | None
    title: str
    places: tuple[Placed, ...]

    @property
    def lead(self) -> Placed:
        """The first paragraph of its report."""
        return self.places[0]


def business_of(places: Sequence[Placed], items: Iterable[Mapping[str, Any]]) -> tuple[list[AgendaBusiness], list[str]]:
    """The items with papers in the agenda's order, and the numbers and titles of those without."""
    parts: dict[tuple[str, int], list[Placed]] = defaultdict(list)
    for place in places:
        if place.part.kind in _PAPERS:
            parts[place.paper, place.paragraph.part].append(place)
    listed = [(str(one["number"]), _plain(one["title"])) for one in items]
    groups: dict[str, list[list[Placed]]] = defaultdict(list)
    titles: dict[str, tuple[str | None, str]] = {}
    placed = [(*_item_of(part, listed), part) for part in _reports_first(parts.values())]
    placed.sort(key=lambda one: -one_title(one[2][0].part.title, one[1]))  # an item's own report before others
    for number, title, part in placed:
        key = number or letters_and_digits(title)
        if number is None and (part[0].part.kind is not PartKind.REPORT or not telling_words(title)):
            continue  # an appendix whose item nothing tells
        titles.setdefault(key, (number, title))
        if not any(_same(part, held) for held in groups[key]):
            groups[key].append(part)
    order = [number for number, _ in listed]
    found = [
        AgendaBusiness(titles[key][0], titles[key][1], tuple(place for part in held for place in part))
        for key, held in groups.items()
        if held
    ]
    found.sort(key=lambda one: (order.index(one.number) if one.number in order else len(order), one.title))
    with_papers = {one.number for one in found}
    return found, [f"{number}. {title}" for number, title in listed if number not in with_papers]


def is_formal(title: str) -> bool:
    """Whether an item is opened at every meeting and asks nothing: apologies, declarations, minutes."""
    return bool(_FORMAL.match(title))


def _reports_first(parts: Iterable[list[Placed]]) -> list[list[Placed]]:
    return sorted(parts, key=lambda part: (part[0].part.kind is not PartKind.REPORT, part[0].file, part[0].n))


def _item_of(part: Sequence[Placed], listed: Sequence[tuple[str, str]]) -> tuple[str | None, str]:
    """A paper's item on the agenda: by the number it stands under, else by its title."""
    own = part[0].part
    by_number = next(((number, title) for number, title in listed if number == own.item), None)
    if by_number:
        return by_number
    scored = [(one_title(own.title, title), number, title) for number, title in listed if not is_formal(title)]
    best = max(scored, default=(0.0, "", ""))
    if best[0] >= _ONE_TITLE:
        return best[1], best[2]
    return own.item, own.title


def one_title(one: str | None, two: str | None) -> float:
    """How surely two titles are of one item, 0..1: shared words by the shorter's, less for words that only one has."""
    first, second = telling_words(one), telling_words(two)
    both = len(first & second)
    if not both or both == 1 and max(len(first), len(second)) > 1:
        return 0.0
    return 0.5 * both / min(len(first), len(second)) + 0.5 * both / len(first | second)


def _same(one: Sequence[Placed], two: Sequence[Placed]) -> bool:
    """Whether two papers are one, printed twice: most of what they recommend and say is the same."""
    first = {letters_and_digits(place.paragraph.own) for place in one if not place.paragraph.heading}
    second = {letters_and_digits(place.paragraph.own) for place in two if not place.paragraph.heading}
    return len(first & second) > 0.7 * min(len(first), len(second)) if first and second else False


def _plain(title: str) -> str:
    """A title without the pages printed behind it."""
    return re.sub(r"\s*\((?:Pages?\b.*)$", "", " ".join(title.split()), flags=re.I)


def asked_of(business: AgendaBusiness) -> list[Placed]:
    """The recommendations in order, once each however often the papers print them.

    Where the item's own report asks for something, what an annexed paper once asked of others is not asked of members.
    """
    kept: list[tuple[Placed, Runs]] = []
    own = [place for place in business.places if not _is_annexed(place)]
    asks = any(place.paragraph.status is Status.RECOMMENDATION and not place.paragraph.heading for place in own)
    leads = {place.paragraph.intro.split("\n")[-1] for place in business.places if place.paragraph.intro}
    for place in own if asks else business.places:
        paragraph = place.paragraph
        if paragraph.own in leads and paragraph.own.rstrip().endswith(":"):
            continue  # "Council is asked to:" says nothing that the items behind it do not
        words = runs(re.sub(r"^[\d.()a-z•]{1,6}\s", "", paragraph.own))
        if paragraph.status is not Status.RECOMMENDATION or paragraph.heading or len(paragraph.own) < _SHORTEST:
            continue
        if not paragraph.intro.rstrip().endswith(":") and _TELLS.search(paragraph.own):
            continue
        if any(share(words, held) > _REPEATED or held > words for _, held in kept):
            continue
        kept.append((place, words))
    return [place for place, _ in kept]


def _is_annexed(place: Placed) -> bool:
    return place.part.kind is not PartKind.REPORT or bool(
        _ANNEXED.match(place.file) or _ANNEXED.match(place.part.title)
    )
