"""What a model is given: pieces of evidence chosen to a budget, and printed by meeting and paper with numbers. Pure.

The best pieces are chosen, whole; they are printed by paper, that of the best one first, in the paper's own order. What is
said of several paragraphs (their meeting, their item, their lead-in or header) is printed once above them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer.sanitise import as_data, gives_orders
from assistant.references import source_in_words
from assistant.retrieval.pieces import EvidencePiece
from corpus.models import Status
from index.models import Placed
from index.tokens import count_tokens

_COPY = 60  # letters and digits from which two paragraphs in the same words are copies
_ROUNDS = 3  # times that the room left is filled
_TOO_LONG = 20  # pieces that do not fit, one after the other: then there is no room left


@dataclass(frozen=True, slots=True)
class Given:
    """What a model is given: the paragraphs that it may cite, numbered from 1 in this order, and the words in its prompt.

    `above`: by a paragraph's id, what stands above and beside it there: its item and section, headings, lead-in, label.
    `titled`: the paragraphs with the titles among them; `labels` and `also`: what is said of each besides, by its id.
    """

    places: tuple[Placed, ...] = ()
    text: str = ""
    above: Mapping[str, str] = field(default_factory=dict)
    titled: tuple[Placed, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of(self, places: Collection[Placed]) -> "Given":
        """The same of these paragraphs alone, numbered anew, each below its titles."""
        kept: list[Placed] = []
        titles: list[Placed] = []
        for place in self.titled:
            if titles and (_paper(place), _item(place)) != (_paper(titles[0]), _item(titles[0])):
                titles = []
            if place.paragraph.heading:
                titles.append(place)
            elif place in places:
                kept += [*titles, place]
                titles = []
        return _printed_given(kept, self.labels, self.also)

    def beside(self, places: Sequence[Placed]) -> list[Placed]:
        """The other paragraphs given of the minutes or items that these stand in, the nearest first."""
        items = {(_paper(place), _item(place)) for place in places}
        near = [place for place in self.places if place not in places and (_paper(place), _item(place)) in items]
        return sorted(near, key=lambda place: min(abs(place.n - one.n) for one in places))


def given(pieces: Sequence[EvidencePiece], budget: int) -> Given:
    """The best pieces that fit into a budget of cl100k tokens, printed; at least the first paragraph of all.

    A paragraph that gives orders to a model is left out. Of copies in several papers, and of the same in two languages,
    the better one is given and the others are named.
    """
    chosen = _Chosen()
    for _ in range(_ROUNDS):  # what is printed once for several pieces leaves room for more
        before = len(chosen.pieces)
        chosen.fill(pieces, budget)
        if len(chosen.pieces) == before:
            break
        chosen.used = count_tokens(chosen.printed().text)
    while len(chosen.pieces) > 1 and count_tokens(chosen.printed().text) > budget:
        chosen.pieces.pop()  # what was chosen between others parts them, and their titles stand twice
    return chosen.printed()


@dataclass
class _Chosen:
    """The paragraphs chosen so far, piece by piece, and the tokens that they take."""

    used: int = 0
    pieces: list[list[Placed]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    copies: list[tuple[Placed, Placed]] = field(default_factory=list)  # what is given, and what says the same
    _known: dict[object, Placed] = field(default_factory=dict)  # by their words, their twin and their place

    def fill(self, pieces: Sequence[EvidencePiece], budget: int) -> None:
        """Choose the first pieces that fit; the first paragraph where none does."""
        misses = 0
        for piece in pieces:
            new, copies = self.new_of(piece)
            cost = _cost(new, piece.labels)
            if self.used + cost > budget:
                if self.pieces:
                    misses += 1
                    if misses == _TOO_LONG:
                        return
                    continue
                new = [place for place in new if place.paragraph.id == piece.main.paragraph.id]
                cost = _cost(new, piece.labels)
            self.add(new, copies, piece.labels)
            self.used += cost

    def new_of(self, piece: EvidencePiece) -> tuple[list[Placed], list[tuple[Placed, Placed]]]:
        """The paragraphs of a piece that were not given yet, titles among them, and those that others say, with these."""
        new: list[Placed] = []
        copies: list[tuple[Placed, Placed]] = []
        fresh: dict[object, Placed] = {}
        for place in piece.places:
            if (place.paper, place.n, "") in self._known or gives_orders(place.paragraph.text):
                continue
            keys = [] if place.paragraph.heading else _says(place, -1)
            same = next((known[key] for key in keys for known in (self._known, fresh) if key in known), None)
            if same is None:
                new.append(place)
                fresh |= dict.fromkeys(_says(place, 1), place)
            else:
                copies.append((same, place))
        return ([] if all(place.paragraph.heading for place in new) else new), copies

    def add(self, new: list[Placed], copies: Sequence[tuple[Placed, Placed]], labels: Mapping[str, str]) -> None:
        """Choose these paragraphs."""
        if new:
            self.pieces.append(new)
        self.copies += copies
        for place in new:
            self._known |= dict.fromkeys([(place.paper, place.n, ""), *_says(place, 1)], place)
            if place.paragraph.id in labels:
                self.labels[place.paragraph.id] = labels[place.paragraph.id]

    def printed(self) -> Given:
        """All that was chosen, as the model is given it."""
        papers: dict[tuple[str, int], dict[int, Placed]] = {}
        for place in (place for piece in self.pieces for place in piece):
            papers.setdefault(_paper(place), {})[place.n] = place
        also: dict[str, list[str]] = {}
        for same, other in self.copies:
            if other.file != same.file and other.file not in also.setdefault(same.paragraph.id, []):
                also[same.paragraph.id].append(other.file)
        ordered = [found[n] for found in papers.values() for n in sorted(found)]
        return _printed_given(ordered, self.labels, also)


def _printed_given(ordered: Sequence[Placed], labels: Mapping[str, str], also: Mapping[str, Sequence[str]]) -> Given:
    """Paragraphs with the titles among them, in order, as a model is given them."""
    numbered = tuple(place for place in ordered if not place.paragraph.heading)
    text = "\n".join(_printed(ordered, labels, also)).strip()
    return Given(numbered, text, _above(ordered, labels), tuple(ordered), labels, also)


def _cost(new: Sequence[Placed], labels: Mapping[str, str]) -> int:
    """The tokens of paragraphs as they would be printed by themselves: no fewer than among others of their paper."""
    return sum(count_tokens(f"{line}\n") for line in _printed(new, labels, {}, 100))


def _paper(place: Placed) -> tuple[str, int]:
    return place.paper, place.paragraph.part


def _says(place: Placed, side: int) -> list[object]:
    """By what a paragraph says the same as another one: its words and status; beside it, on its own side or the other (-1)."""
    words = re.sub(r"[^a-z0-9£$€%]+", "", place.paragraph.text.lower())
    keys: list[object] = [(words, place.paragraph.status)] if len(words) >= _COPY else []
    return [*keys, (place.paper, side * place.paragraph.twin)] if place.paragraph.twin else keys


def _printed(
    places: Sequence[Placed], labels: Mapping[str, str], also: Mapping[str, Sequence[str]], first: int = 1
) -> Iterator[str]:
    """The lines of paragraphs in order: each numbered, below its paper, item and lead-in, which are printed once."""
    paper: tuple[str, int] | None = None
    item: tuple[str, ...] = ()
    label = ""
    above: set[str] = set()
    n = first
    for place in places:
        if _paper(place) != paper:
            paper, item, label, above = _paper(place), (), "", set()
            yield f"{'' if n == first else chr(10)}{_head(place)}"
        if _item(place) != item:
            yield from _titles(item, _item(place))
            item, above = _item(place), set()
        own = as_data(place.paragraph.own)
        if place.paragraph.heading:
            if own and _line(own) not in item:
                above.add(own)
                yield f"### {_line(own)}"
            continue
        for line in as_data(place.paragraph.intro).split("\n"):
            if line and line not in above:
                above.add(line)
                yield f"> {line}"
        above.add(own.rsplit("\n", 1)[-1])
        last, label = label, labels.get(place.paragraph.id, "")
        yield f"[{n}] {_beside(place, label if label != last else '', also.get(place.paragraph.id, ()))}{own}"
        n += 1


def _above(places: Sequence[Placed], labels: Mapping[str, str]) -> dict[str, str]:
    """By a paragraph's id, what a reader of the prompt knows of it besides its own words and its meeting."""
    found: dict[str, str] = {}
    headings: list[str] = []
    item: tuple[object, ...] = ()
    for place in places:
        if (_paper(place), _item(place)) != item:
            item, headings = (_paper(place), _item(place)), []
        if place.paragraph.heading:
            headings.append(place.paragraph.own)
            continue
        told = [*_item(place), *headings, place.paragraph.intro, labels.get(place.paragraph.id, "")]
        found[place.paragraph.id] = "; ".join(dict.fromkeys(_line(words) for words in told if words))
    return found


def _head(place: Placed) -> str:
    meeting = place.part.meeting
    who = ", ".join(name for name in (meeting.council, meeting.body) if name)
    paper = source_in_words(place) + (" (draft)" if place.part.draft else "")
    title = place.part.title if place.part.title.lower() not in paper.lower() else ""
    return f"# {_line(as_data('; '.join(words for words in (who, paper, title, place.file) if words)))}"


def _item(place: Placed) -> tuple[str, ...]:
    """The item that a paragraph stands in, and its section, as printed."""
    one = place.paragraph
    item = " ".join(words for words in (one.item, one.item_title) if words)
    return tuple(dict.fromkeys(_line(as_data(words)) for words in (item, one.section) if words))


def _titles(last: tuple[str, ...], item: tuple[str, ...]) -> Iterator[str]:
    """The lines that name an item and its section, where the one before had another."""
    for depth, words in enumerate(item):
        if last[: depth + 1] != item[: depth + 1]:
            yield f"{'#' * (depth + 2)} {words}"


def _beside(place: Placed, label: str, also: Sequence[str]) -> str:
    """What stands behind a paragraph's number: its printed number, its status, its label, and where else it is printed."""
    one = place.paragraph
    notes = [
        one.ref if one.ref and one.ref not in one.own[: len(one.ref) + 12] else "",
        one.status.value if one.status is not Status.DISCUSSION and not label.startswith(one.status.value) else "",
        label,
        f"also in {', '.join(also)}" if also else "",
    ]
    said = "; ".join(words for words in notes if words)
    return f"({_line(as_data(said))}) " if said else ""


def _line(text: str) -> str:
    return " ".join(text.split())
