"""What a language model has said so far: each statement judged, kept with its paragraphs or stopped with its reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.answer.generation import chat
from assistant.answer.generation.claim_parser import Claim
from assistant.answer.given import Given
from assistant.language.annotated import read
from assistant.language.predicates import tells
from assistant.language.stems import stem_of
from assistant.models import LeftOut
from assistant.support.evidence import context_of, judged
from assistant.support.fault import Flaw
from assistant.support.gate import Verdict
from assistant.support.quotation import is_quoted
from index.models import Placed

_MOST_CLAIMS = 12  # further ones are not read: a model that rambles has said what it had to say
_HALF = 0.5
_LOOKED_AT = 12  # paragraphs that a wrongly cited statement is laid beside
_TELLING = 2  # words that a statement and its paragraphs share at least
_TO_READER = re.compile(r"\b(?:you|your|i|i'm|me|my)\b", re.I)
_OF_PARAGRAPHS = re.compile(
    r"(?:the|a|this|these|each|your)\s(?:\w+\s)?(?:paragraphs?|answers?|sentences?|texts?|documents?|questions?)\b",
    re.I,
)
_CITED_WRONGLY = frozenset({Flaw.ABSENT, Flaw.FIGURE, Flaw.NAME, Flaw.DATE})  # faults that another paragraph may mend


@dataclass(frozen=True)
class Told:
    """A statement that passed the gate, and the paragraphs that bear it out."""

    claim: Claim
    places: tuple[Placed, ...]


@dataclass
class Draft:
    """What a model has said so far: what passed the gate, and what did not."""

    given: Given
    told: list[Told] = field(default_factory=list)
    stopped: list[LeftOut] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)  # paragraph ids to markers, in order
    caught: bool = False  # whether anything was stopped, mended since or not

    def add(self, claim: Claim) -> str:
        """The statement with its markers where it passes, else ""."""
        if chat.declines(claim.text) or any(claim.text == told.claim.text for told in self.told):
            return ""
        places, verdict = borne_out(claim, self.given)
        if verdict.supported and not says_something(claim, places):
            verdict = Verdict(False, "It says nothing of what the paragraphs say", Flaw.ABSENT, says_something.__name__)
        if not verdict.supported:
            self.caught = True
            self.stopped.append(
                LeftOut(claim.text, verdict.reason or "The paragraphs do not bear it out", verdict.rule)
            )
            return ""
        for place in places:
            self.marks.setdefault(place.paragraph.id, len(self.marks) + 1)
        lead = " " if self.told else ""
        self.told.append(Told(claim, tuple(places)))
        return f"{lead}{claim.text} {''.join(f'[{self.marks[place.paragraph.id]}]' for place in places)}"

    def mend(self, claim: Claim) -> str:
        """As add, of a statement made again: where it passes, the stopped one that it is likest to is stopped no more."""
        known = len(self.stopped)
        piece = self.add(claim)
        del self.stopped[known:]  # what fails twice was told the first time
        if piece:
            said = stems_in(claim.text)
            likest = max(self.stopped, key=lambda one: len(said & stems_in(one.text)), default=None)
            if likest and said & stems_in(likest.text):
                self.stopped.remove(likest)
        return piece

    @property
    def full(self) -> bool:
        """Whether enough was read."""
        return len(self.told) + len(self.stopped) >= _MOST_CLAIMS


def borne_out(claim: Claim, given: Given) -> tuple[list[Placed], Verdict]:
    """The paragraphs that bear a claim out: each that does so alone, else all it cites together, else another given one.

    A claim that cites nothing it was given, or paragraphs about something else, may be borne out by a paragraph that it
    should have cited; one that its paragraphs speak against may not.
    """
    cited = [given.places[n - 1] for n in claim.numbers if 1 <= n <= len(given.places)]
    alone = [place for place in cited if judged(claim.text, [place], given.above).supported]
    if alone:
        return alone, judged(claim.text, alone, given.above)
    verdict = judged(claim.text, cited, given.above)
    if verdict.supported or (cited and (verdict.flaw not in _CITED_WRONGLY or _is_about(claim, cited))):
        return cited, verdict
    for place in _likest(claim, [place for place in given.places if place not in cited]):
        if (other := judged(claim.text, [place], given.above)).supported:
            return [place], other
    return cited, verdict


def _likest(claim: Claim, places: Sequence[Placed]) -> list[Placed]:
    """The paragraphs that share most words with a claim: no other could bear it out."""
    said = stems_in(claim.text)
    return sorted(places, key=lambda place: -len(said & stems_in(place.paragraph.text)))[:_LOOKED_AT]


def says_something(claim: Claim, places: Sequence[Placed]) -> bool:
    """Whether a claim is a statement of what the paragraphs say: not a heading, a question, their labels or about the paragraphs."""
    printed = " ".join(place.paragraph.text for place in places)
    if claim.text.endswith((":", "?")) or (_OF_PARAGRAPHS.match(claim.text) and claim.text[:20] not in printed):
        return False
    if _TO_READER.search(claim.text) and not _TO_READER.search(printed):
        return False
    if all(stems_in(claim.text) <= stems_in(f"{context_of(place)} {place.paragraph.status.value}") for place in places):
        return False
    if not (tells(read(claim.text)) or any(is_quoted(claim.text, place.paragraph.text) for place in places)):
        return False
    return len(stems_in(claim.text) & stems_in(printed)) >= _TELLING


def _is_about(claim: Claim, places: Sequence[Placed]) -> bool:
    """Whether paragraphs hold most of a claim's words, so that it is of them and wrong, not of another and miscited."""
    words = stems_in(claim.text)
    held = {stem for place in places for stem in stems_in(place.paragraph.text)}
    return len(words & held) > _HALF * len(words)


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
