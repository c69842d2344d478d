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
_ONE_PAPER = 0.7  # share of the shorter paper's paragraphs from which two papers are one, printed twice
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
    """An agenda item with its papers."""

    number: str | None  # as printed
    title: str
    places: tuple[Placed, ...]  # its papers' paragraphs in order, titles included, the report's first

    @property
    def lead(self) -> Placed:
        """The first paragraph of its report."""
        return self.places[0]


def business_of(places: Sequence[Placed], items: Iterable[Mapping[str, Any]]) -> tuple[list[AgendaBusiness], list[str]]:
    """The items with papers in the agenda's order, and the numbers and titles of those without ("1. Apologies").

    Shapes: `places` are the paragraphs of one meeting's papers; `items` are the front sheet's, with number and title.
    """
    parts: dict[tuple[str, int], list[Placed]] = defaultdict(list)
    for place in places:
        if place.part.kind in _PAPERS:
            parts[place.paper, place.paragraph.part].append(place)
    listed = [(str(item["number"]), _plain(item["title"])) for item in items]
    groups: dict[str, list[list[Placed]]] = defaultdict(list)
    titles: dict[str, tuple[str | None, str]] = {}
    placed = [(*_item_of(part, listed), part) for part in _reports_first(parts.values())]
    placed.sort(key=lambda held: -one_title(held[2][0].part.title, held[1]))  # an item's own report before others
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
    found.sort(key=lambda item: (order.index(item.number) if item.number in order else len(order), item.title))
    with_papers = {item.number for item in found}
    return found, [f"{number}. {title}" for number, title in listed if number not in with_papers]


def is_formal(title: str) -> bool:
    """Whether an item is business of every meeting that asks nothing of members: apologies, declarations, minutes."""
    return bool(_FORMAL.match(title))


def _reports_first(parts: Iterable[list[Placed]]) -> list[list[Placed]]:
    """The papers, reports before all others, then by file and place."""
    return sorted(parts, key=lambda part: (part[0].part.kind is not PartKind.REPORT, part[0].file, part[0].n))


def _item_of(part: Sequence[Placed], listed: Sequence[tuple[str, str]]) -> tuple[str | None, str]:
    """The number and title of a paper's item: by the number that it stands under, else by its title, else its own."""
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
    """How surely two titles are of one item, 0..1: half for the share of the shorter's words, half for that of both's."""
    first, second = telling_words(one), telling_words(two)
    both = len(first & second)
    if not both or both == 1 and max(len(first), len(second)) > 1:
        return 0.0
    return 0.5 * both / min(len(first), len(second)) + 0.5 * both / len(first | second)


def _same(one: Sequence[Placed], two: Sequence[Placed]) -> bool:
    """Whether two papers are one, printed twice: most of the shorter's paragraphs stand in the other."""
    first = {letters_and_digits(place.paragraph.own) for place in one if not place.paragraph.heading}
    second = {letters_and_digits(place.paragraph.own) for place in two if not place.paragraph.heading}
    return len(first & second) > _ONE_PAPER * min(len(first), len(second)) if first and second else False


def _plain(title: str) -> str:
    """A title without the pages printed behind it ("Budget (Pages 3 - 40)")."""
    return re.sub(r"\s*\((?:Pages?\b.*)$", "", " ".join(title.split()), flags=re.I)


def asked_of(business: AgendaBusiness) -> list[Placed]:
    """The paragraphs that ask members to decide something, in order, each once however often the papers print it.

    Where the item's own report asks for something, what an annexed paper once asked of others is left out.
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
    """Whether a paragraph stands in a paper that is annexed to a report."""
    return place.part.kind is not PartKind.REPORT or bool(
        _ANNEXED.match(place.file) or _ANNEXED.match(place.part.title)
    )
