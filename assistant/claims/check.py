"""A claim checked against the papers: supported, refuted, unclear or not in them, with their words and what they say instead.

Every statement of the claim is judged by itself, then all together: one that is refuted refutes the claim, one that is not
in the papers leaves it open. Records decide first: who was there, how something was voted on, what became of a motion. Else a
verdict is given only where a paragraph settles it; where paragraphs are about it and settle nothing, the nearest are cited.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.citations import CitedSpan, whole
from assistant.claims.dated import is_of_another_day, is_of_days
from assistant.claims.laid import Laid
from assistant.claims.presence import Lists, Presence, presence_in
from assistant.claims.proposals import of_matter, of_replaced, only_proposed, resolved_so
from assistant.claims.ruling import Ruling, of_its_council
from assistant.claims.signs import signs_of, whereabouts, window
from assistant.claims.statements import statements_of
from assistant.claims.verdict import cite, verdict_on
from assistant.claims.voting import voted_in
from assistant.claims.weighing import ClaimWeights, Weighed, claim_weights, finding_of, surest
from assistant.decisions.recorded import Recorded
from assistant.language.normalise import squashed
from assistant.models import Check, Citation, Finding, Statement
from assistant.references import short_reference, source_in_words, source_says
from assistant.retrieval.ranking import Candidate
from assistant.support.shown_words import as_shown
from corpus.models import Status
from index.models import Placed

Search = Callable[[str], tuple[Sequence[Candidate], Mapping[str, float]]]  # a text to ranked units and stems' rarity
Around = Callable[[Placed], Sequence[Placed]]  # a paragraph to those around it
Motions = Callable[[str], Sequence[Recorded]]  # a statement to the motions of the meetings that it may tell of
_CITED = 3  # paragraphs for a statement
_NEARLY = 0.6  # of the surest paragraph's sureness: from which another one that says the same is cited too
_TO_READ = 2  # paragraphs that are cited where none settles a statement
_SPOKEN_OF = 0.45  # of a statement's words, by rarity, that a paragraph and its titles hold which speaks of it
_CORRECTED = re.compile(r"\bcorrect(?:ed)? (?:figure|number|total|amount|sum|date)\b|\bshould (?:have )?read\b", re.I)
_UNITS, _OF_ONE = 11, 2  # laid beside a statement for each search, and of one paragraph
_QUOTE = 60  # words of a paragraph that is quoted whole
_VOTES = 3  # paragraphs that tell how a lost amendment was voted on


@dataclass(frozen=True, slots=True)
class Records:
    """What the catalogue keeps as records, by the statement that is to be decided by them."""

    lists: Lists = lambda _: ()  # who was at the meetings that it names
    motions: Motions = lambda _: ()


_NO_RECORDS = Records()


def check_claim(
    claim: str,
    search: Search,
    around: Around,
    searched: str = "",
    records: Records = _NO_RECORDS,
    weights: ClaimWeights | None = None,
) -> Check:
    """The claim with its verdict; its seconds are left at 0. `searched` says in words what was searched.

    Whether somebody was there and how something was voted on is decided by `records`, before anything is searched; what a motion
    was about is then held against what became of it. `weights`: those in use where none are given.
    """
    weights = weights or claim_weights()
    texts = statements_of(claim)
    citations: dict[str, Citation] = {}
    once = cache(search)  # every statement is looked for with the whole claim's words too
    statements = tuple(
        _decided(text, claim if len(texts) > 1 else text, once, around, records, weights, citations) for text in texts
    )
    return verdict_on(claim, statements, citations, searched)


def _decided(
    text: str,
    claim: str,
    search: Search,
    around: Around,
    records: Records,
    weights: ClaimWeights,
    citations: dict[str, Citation],
) -> Statement:
    """One statement with its verdict: by the records where they tell, else by the paragraphs."""
    if (found := presence_in(text, records.lists)) is not None:
        return _listed(text, found, citations)
    motions = of_its_council(text, records.motions(text))
    if (ruling := voted_in(text, motions)) is not None:
        return _ruled(text, ruling, citations)
    finding, ranked = _finding(weighed(text, claim, search, weights), weights)
    ruling = of_matter(text, motions)
    if ruling is None and finding is not Finding.NOT_FOUND:
        place = ranked[0].candidate.placed
        if finding is Finding.SUPPORTED:
            ruling = only_proposed(text, place, around(place), motions)
        else:
            ruling = of_replaced(text, place, motions) or resolved_so(text, place, around(place))
    if ruling is not None and ruling.finding is not finding:
        return _ruled(text, ruling, citations)
    if finding is Finding.NOT_FOUND:
        return _unsettled(text, ranked, citations)
    return _settled(text, finding, ranked, around, citations)


def weighed(text: str, claim: str, search: Search, weights: ClaimWeights) -> list[Weighed]:
    """A statement weighed beside the paragraphs found for its own words and for the whole claim's.

    None is of another meeting's day than the statement gives; one that gives not all its days does not bear it out.
    """
    found: dict[tuple[str, int], Weighed] = {}
    for query in dict.fromkeys((text, claim)):
        candidates, rarity = search(query)
        for one in chosen(candidates):
            key = (one.placed.paragraph.id, one.start)
            if key not in found and _may_be_of_day(text, one.placed):
                found[key] = _weighed(text, one, candidates[0].score, rarity, weights)
    return list(found.values())


def _weighed(
    text: str, candidate: Candidate, best: float, rarity: Mapping[str, float], weights: ClaimWeights
) -> Weighed:
    laid = Laid(text, window(candidate), whereabouts(candidate.placed))
    signs = signs_of(laid, candidate, best, rarity)
    supported, refuted = weights.chances(signs)
    if is_of_another_day(text, candidate.placed):
        supported = 0.0
    return Weighed(candidate, laid, signs, supported, refuted)


def _may_be_of_day(text: str, place: Placed) -> bool:
    """Whether a paragraph may be of the meeting that a statement gives the day of, or itself gives that day."""
    date = place.part.meeting.date
    return date is None or is_of_days(text, date) or not is_of_another_day(text, place)


def chosen(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best units to lay beside a statement: a few of one paragraph, and no copy of another's words."""
    kept: list[Candidate] = []
    counts: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    for candidate in candidates:
        name = candidate.placed.paragraph.id
        key = (squashed(candidate.placed.paragraph.own), candidate.start)
        if counts[name] < _OF_ONE and key not in seen and len(kept) < _UNITS:
            counts[name] += 1
            seen.add(key)
            kept.append(candidate)
    return kept


def _finding(found: Sequence[Weighed], weights: ClaimWeights) -> tuple[Finding, list[Weighed]]:
    """The verdict of the paragraphs found, and these by how surely they say it; for no verdict by how much they say."""
    supported = max((one.supported for one in found), default=0.0)
    refuted = max((one.refuted for one in found), default=0.0)
    finding = finding_of(supported, refuted, weights.thresholds)
    if finding is Finding.SUPPORTED and any(_corrects(one) for one in found):
        finding = Finding.NOT_FOUND
    return finding, surest(found, finding)


def _corrects(one: Weighed) -> bool:
    """Whether a paragraph that tells a statement's figure says that another one is right."""
    return bool(_CORRECTED.search(one.candidate.placed.paragraph.text)) and one.signs["figures_agree"] > 0


def _settled(
    text: str, finding: Finding, ranked: Sequence[Weighed], around: Around, citations: dict[str, Citation]
) -> Statement:
    """One statement with its verdict by the paragraphs found, the surest first.

    What it rests on is added to `citations`, by the paragraph's id, so that each paragraph has one marker in the claim.
    """
    best = ranked[0]
    same = [one for one in ranked if one.sure(finding) >= _NEARLY * best.sure(finding)][:_CITED]
    spans = [_span(one.candidate) for one in same]
    place = best.candidate.placed
    if place.paragraph.status is Status.AMENDMENT_LOST:
        spans[1:] = [whole(vote) for vote in _votes_behind(place, around)]
    quote = f"“{as_shown(spans[0]).words}”"
    told = correction(best) if finding is Finding.REFUTED else None
    return Statement(
        text=text,
        verdict=finding,
        explanation=f"{told} The words: {quote}" if told else f"{source_in_words(place)}: {quote}",
        correction=told,
        say=short_reference(place),
        citations=cite(spans, citations),
    )


def _unsettled(text: str, ranked: Sequence[Weighed], citations: dict[str, Citation]) -> Statement:
    """A statement that no paragraph settles: unclear where the papers speak of it, with what to read."""
    about = [one for one in ranked if one.signs["around"] + one.signs["title"] >= _SPOKEN_OF][:_TO_READ]
    if not about:
        return Statement(text, Finding.NOT_FOUND, "The papers do not say.", None, None, ())
    read = " and ".join(dict.fromkeys(short_reference(one.candidate.placed) for one in about))
    told = f"The papers speak of this and do not settle it as worded; read: {read}."
    numbers = cite([_span(one.candidate) for one in about], citations)
    return Statement(text, Finding.NOT_FOUND, told, None, None, numbers, unclear=True)


def correction(refuting: Weighed) -> str:
    """A sentence on what a paragraph that refutes a statement says instead: the other figure or time, else its own words."""
    place = refuting.candidate.placed
    if place.paragraph.status is Status.AMENDMENT_LOST:
        return f"{source_says(place, 'tell')} of it as an amendment, which was lost."
    sentence, source = refuting.laid.sentence.tokens, refuting.laid.source.tokens
    conflicts = [slot for slot in refuting.laid.slots if slot.conflicts]
    if not conflicts:
        return f"{source_says(place, 'say')} “{as_shown(_span(refuting.candidate)).words}”"
    slot = max(conflicts, key=lambda slot: (sentence[slot.at].figure is not None, slot.other))
    given, told = source[slot.other_at].text.strip(" ,."), sentence[slot.at].text.strip(" ,.")
    return f"{source_says(place, 'say')} {given}, not {told}."


def _listed(text: str, found: Presence, citations: dict[str, Citation]) -> Statement:
    """A statement about who was there with its verdict; the lists that tell it are added to `citations`."""
    places = list({place.paragraph.id: place for _, place in found.telling}.values())
    told = f"{source_says(places[0], 'list')} {found.told}."
    words = as_shown(whole(places[0])).words
    return Statement(
        text=text,
        verdict=found.finding,
        explanation=f"{told} The words: “{words}”",
        correction=told if found.finding is Finding.REFUTED else None,
        say=short_reference(places[0]),
        citations=cite([whole(place) for place in places], citations),
    )


def _ruled(text: str, ruling: Ruling, citations: dict[str, Citation]) -> Statement:
    """A statement with its verdict by a record; the paragraphs that tell it are added to `citations`."""
    first = ruling.places[0]
    if ruling.finding is Finding.NOT_FOUND:
        told = f"The papers do not say. {source_says(first, 'tell')} {ruling.told}."
        return Statement(text, ruling.finding, told, None, None, ())
    told = f"{source_says(first, 'tell')} {ruling.told}."
    return Statement(
        text=text,
        verdict=ruling.finding,
        explanation=f"{told} The words: “{as_shown(whole(first)).words}”",
        correction=told if ruling.finding is Finding.REFUTED else None,
        say=short_reference(first),
        citations=cite([whole(place) for place in ruling.places], citations),
    )


def _span(candidate: Candidate) -> CitedSpan:
    """A short paragraph whole, of a long one the unit found."""
    own = candidate.placed.paragraph.own
    if len(own.split()) <= _QUOTE:
        return CitedSpan(candidate.placed, 0, len(own), candidate.score)
    return CitedSpan(candidate.placed, candidate.start, candidate.end, candidate.score)


def _votes_behind(place: Placed, around: Around) -> list[Placed]:
    """The first votes behind a lost amendment: how it was voted on, and the line that says so."""
    behind = [other for other in around(place) if other.n > place.n and other.part == place.part]
    return [other for other in behind if other.paragraph.status is Status.VOTE][:_VOTES]
