"""What a language model has said so far: each statement attributed, checked and judged; kept with its paragraphs or stopped.

A statement is told when three things hold. It is attributed, by arithmetic: it cites what was given, the words that it rests
on stand there word for word, and it says nothing that no paper could print. The hard checks find no fault. And a verifier says
that it is borne out; until then it waits, and where no verifier answers it is never told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.answer.generation import chat
from assistant.answer.generation.claim_parser import Claim
from assistant.answer.given import Given
from assistant.answer.sanitise import seen
from assistant.language.stems import stem_of
from assistant.models import LeftOut
from assistant.support.evidence import context_of, judged
from assistant.support.gate import Verdict
from assistant.support.verifier import Bearing, Judgement, Put, Verifier, span_of
from index.models import Placed

_MOST_CLAIMS = 12  # further ones are not read: a model that rambles has said what it had to say
_BESIDE = 12  # paragraphs of the same minute that may complete a statement's own
_MOST_CITED = 4  # paragraphs that a statement rests on, as a verifier names them
_ROOM = 12_000  # characters of such paragraphs that a verifier is given besides
_OWN = 0.25  # of a statement's words which are its paragraphs' own; no true one of 108 fresh ones has fewer
_LINK_OR_MARKUP = re.compile(r"\S*(?:://|\bwww\.|\]\(|!\[|<[/!a-z]|&#?\w+;|\w@\w|[a-z0-9]\.[a-z]{2,}\b)\S*", re.I)
VERIFIER = "verifier"  # the rule of what a verifier stopped


@dataclass(frozen=True)
class Told:
    """A statement, and the paragraphs that bear it out."""

    claim: Claim
    places: tuple[Placed, ...]


@dataclass
class Draft:
    """What a model has said so far: what waits to be judged, what is told, and what was stopped."""

    given: Given
    waiting: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    stopped: list[LeftOut] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)  # paragraph ids to markers, in order
    caught: bool = False  # whether anything was stopped, mended since or not

    def add(self, claim: Claim) -> None:
        """Read a statement: it waits for the verifier where it is attributed and the hard checks find no fault in it.

        What its paragraphs lack another one of the same minute may give: a vote's motion, a decision's figure. It rests on both then.
        """
        known = {one.claim.text for one in (*self.waiting, *self.told)}
        if chat.declines(claim.text) or claim.text in known or self.full:
            return
        places, fault = attributed(claim, self.given)
        if fault:
            self._stop(claim, fault, attributed.__name__)
            return
        places, verdict = self._completed(claim, places)
        if verdict.supported:
            self.waiting.append(Told(claim, tuple(places)))
        else:
            self._stop(claim, verdict.reason or "The paragraphs do not bear it out", verdict.rule)

    def _completed(self, claim: Claim, places: list[Placed]) -> tuple[list[Placed], Verdict]:
        """The paragraphs of a claim, with the first of the same minute that gives what they lack, and the hard checks' verdict."""
        verdict = judged(claim.text, places, self.given.above)
        for other in () if verdict.supported else self.given.beside(places)[:_BESIDE]:
            if (further := judged(claim.text, [*places, other], self.given.above)).supported:
                return [*places, other], further
        return places, verdict

    def verify(self, verifier: Verifier, seconds: float, mending: Sequence[LeftOut] = ()) -> list[str]:
        """Put what waits to a verifier, all in one call; return the statements borne out, with their markers.

        `mending`: what was stopped before and is made again; where it is borne out now, the one that it is likest to is
        stopped no more, and what fails a second time was told the first time.
        Raises: ModelTrouble; what waited waits on.
        """
        if not self.waiting:
            return []
        shown = self.given.of(self._evidence())
        number = {place.paragraph.id: n for n, place in enumerate(shown.places, 1)}
        put = [Put(one.claim.text, tuple(number[place.paragraph.id] for place in one.places)) for one in self.waiting]
        judgements = verifier(put, shown.text, seconds)
        waiting, self.waiting = self.waiting, []
        pieces = []
        for one, judgement in zip(waiting, judgements, strict=True):
            if judgement is not None and judgement.bearing is Bearing.SUPPORTED:
                pieces.append(self._tell(self._narrowed(one, judgement, shown)))
                self._mended(one.claim, mending)
            elif not mending:
                self._stop(one.claim, _fault(judgement), VERIFIER)
        return pieces

    def _evidence(self) -> set[Placed]:
        """The paragraphs that what waits rests on, and those given beside them in the same minutes, as far as there is room."""
        own = list({place.paragraph.id: place for one in self.waiting for place in one.places}.values())
        beside = {
            place.paragraph.id: place for one in self.waiting for place in self.given.beside(one.places)[:_BESIDE]
        }
        room, more = _ROOM, []
        for place in beside.values():
            room -= len(place.paragraph.text)
            if room < 0:
                break
            more.append(place)
        return {*own, *more}

    def line(self, told: Told) -> str:
        """A statement with its markers."""
        return f"{told.claim.text} {''.join(f'[{self.marks[place.paragraph.id]}]' for place in told.places)}"

    def _tell(self, told: Told) -> str:
        for place in told.places:
            self.marks.setdefault(place.paragraph.id, len(self.marks) + 1)
        lead = " " if self.told else ""
        self.told.append(told)
        return f"{lead}{self.line(told)}"

    def _narrowed(self, one: Told, judgement: Judgement, shown: Given) -> Told:
        """The statement with the paragraphs that the verifier names, where the hard checks pass on these alone."""
        named = {n - 1 for n in judgement.paragraphs if 1 <= n <= len(shown.places)}
        places = tuple(place for n, place in enumerate(shown.places) if n in named)[:_MOST_CITED]
        alone = places and judged(one.claim.text, places, self.given.above).supported
        return Told(one.claim, places) if alone else one

    def _stop(self, claim: Claim, reason: str, rule: str | None) -> None:
        self.caught = True
        self.stopped.append(LeftOut(claim.text, reason, rule))

    def _mended(self, claim: Claim, mending: Sequence[LeftOut]) -> None:
        """Take out of what was stopped the statement that this one was made of."""
        said = stems_in(claim.text)
        left = [one for one in self.stopped if one in mending]
        likest = max(left, key=lambda one: len(said & stems_in(one.text)), default=None)
        if likest is not None and said & stems_in(likest.text):
            self.stopped.remove(likest)

    @property
    def full(self) -> bool:
        """Whether enough was read."""
        return len(self.waiting) + len(self.told) + len(self.stopped) >= _MOST_CLAIMS


def attributed(claim: Claim, given: Given) -> tuple[list[Placed], str]:
    """The given paragraphs that a claim rests on, and what is wrong with how it says so; "" where nothing is.

    It rests on those that it cites; where the words that it gives stand in none of them, on the one in which they stand.
    """
    cited = [given.places[n - 1] for n in claim.numbers if 1 <= n <= len(given.places)]
    if claim.words and not _stand(claim.words, cited, given):
        cited = [place for place in given.places if _stand(claim.words, [place], given)][:1]
        if not cited:
            return [], "The words that it rests on stand in no paragraph"
    if not cited:
        return [], "It cites no paragraph that was given"
    printed = "\n".join(_printed(place, given) for place in cited)
    if claim.text != seen(claim.text) or any(m[0] not in printed for m in _LINK_OR_MARKUP.finditer(claim.text)):
        return cited, "It holds a link or signs that the paragraph does not print"
    words, own = stems_in(claim.text), stems_in("\n".join(place.paragraph.text for place in cited))
    titles = stems_in("\n".join(map(context_of, cited)))
    said = words & (stems_in(printed) | titles)
    if claim.text.endswith((":", "?")) or not words & own - titles or len(said) < _OWN * len(words):
        return cited, "It says nothing of what the paragraphs say"
    return cited, ""


def _stand(words: str, places: Sequence[Placed], given: Given) -> bool:
    """Whether words stand in paragraphs, or in what is printed above and beside them, word for word."""
    texts = [_printed(place, given) for place in places]
    return any(span_of(words, text) for text in (*texts, "\n".join(texts)))


def _printed(place: Placed, given: Given) -> str:
    """A paragraph's words, with what is printed above and beside it."""
    return f"{given.above.get(place.paragraph.id, '')}\n{place.paragraph.text}"


def _fault(judgement: Judgement | None) -> str:
    """What a verifier has against a statement, as a reason for the reader."""
    reason = judgement.reason.rstrip(".") if judgement is not None else "The verifier gave no clear verdict"
    return f"{reason[:1].upper()}{reason[1:]}" if len(reason.split()) > 1 else "The paragraphs do not say it"


@lru_cache(maxsize=2048)
def stems_in(text: str) -> frozenset[str]:
    """The stems of a text's figures and of its words of more than three letters.

    It is not `words_of`: the stems are the gate's, which know irregular forms ("fell", "fall").
    """
    return frozenset(
        stem_of(word)
        for word in re.findall(r"[a-z0-9£%][a-z0-9.,'’-]*[a-z0-9%]|\d", text.lower())
        if len(word) > 3 or word[0].isdigit()
    )
