"""A claim checked against the papers: supported, refuted or not in them, with their words and what they say instead.

Every statement of the claim is judged by itself, then all together: one that is refuted refutes the claim, one that is not
in the papers leaves it open. A statement is refuted only by a paragraph about the same thing that speaks against it; what
is missing is not found, never refuted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.citations import CitedSpan, citation, whole
from assistant.claims.classifier import Classified, classified, rival, surest
from assistant.claims.correction import correction
from assistant.claims.dated import is_of_another_day, is_of_days
from assistant.claims.features import Weighed, chosen, weigh
from assistant.claims.presence import Lists, Presence, presence_in
from assistant.claims.proposals import of_matter, of_replaced, only_proposed, resolved_so
from assistant.claims.ruling import Ruling
from assistant.claims.statements import statements_of
from assistant.claims.voting import voted_in
from assistant.decisions.recorded import Recorded
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
_NEARLY = 0.85  # of the surest paragraph's sureness: from which another one that says the same is cited too
_QUOTE = 60  # words of a paragraph that is quoted whole
_VOTES = 3  # paragraphs that tell how a lost amendment was voted on


@dataclass(frozen=True, slots=True)
class Records:
    """What the catalogue keeps as records, by the statement that is to be decided by them."""

    lists: Lists = lambda _: ()  # who was at the meetings that it names
    motions: Motions = lambda _: ()


_NO_RECORDS = Records()


def check_claim(
    claim: str, search: Search, around: Around, searched: str = "", records: Records = _NO_RECORDS
) -> Check:
    """The claim with its verdict; its seconds are left at 0. `searched` says in words what was searched.

    Whether somebody was there and how something was voted on is decided by `records`, before anything is searched; what a motion
    was about is then held against what became of it.
    """
    texts = statements_of(claim)
    citations: dict[str, Citation] = {}
    once = cache(search)  # every statement is looked for with the whole claim's words too
    statements = tuple(
        _decided(text, claim if len(texts) > 1 else text, once, around, records, citations) for text in texts
    )
    verdict = _together([statement.verdict for statement in statements])
    telling = [statement for statement in statements if statement.verdict is verdict]
    return Check(
        claim=claim,
        verdict=verdict,
        explanation=_explained(statements),
        correction=next((statement.correction for statement in telling if statement.correction), None),
        say=next((statement.say for statement in telling if statement.say), None),
        citations=tuple(citations.values()),
        statements=statements,
        seconds=0.0,
        searched=searched,
    )


def _decided(
    text: str, claim: str, search: Search, around: Around, records: Records, citations: dict[str, Citation]
) -> Statement:
    """One statement with its verdict: by the records where they tell, else by the paragraphs."""
    if (found := presence_in(text, records.lists)) is not None:
        return _listed(text, found, citations)
    motions = records.motions(text)
    if (ruling := voted_in(text, motions)) is not None:
        return _ruled(text, ruling, citations)
    ranked = _ranked(text, claim, search)
    best = ranked[0] if ranked and ranked[0].settles and rival(ranked) is None else None
    finding = best.finding if best is not None else Finding.NOT_FOUND
    ruling = of_matter(text, motions)
    if ruling is None and best is not None:
        place = best.weighed.candidate.placed
        if finding is Finding.SUPPORTED:
            ruling = only_proposed(text, place, around(place), motions)
        else:
            ruling = of_replaced(text, place, motions) or resolved_so(text, place, around(place))
    if ruling is not None and ruling.finding is not finding:
        return _ruled(text, ruling, citations)
    return _judged(text, ranked, around, citations)


def _together(verdicts: Sequence[Finding]) -> Finding:
    """The verdict on a claim with statements of these verdicts."""
    if Finding.REFUTED in verdicts:
        return Finding.REFUTED
    return Finding.SUPPORTED if verdicts and Finding.NOT_FOUND not in verdicts else Finding.NOT_FOUND


def _explained(statements: Sequence[Statement]) -> str:
    """What the papers say of the claim, a line for each statement where there are several."""
    if not statements:
        return "There is nothing here that can be checked. Type a sentence that says something."
    if len(statements) == 1:
        return statements[0].explanation
    return "\n".join(f"“{part.text}” {part.verdict.value}: {part.explanation}" for part in statements)


def _ranked(text: str, claim: str, search: Search) -> list[Classified]:
    """What the paragraphs found say of a statement, the surest first, without those of another day than it gives."""
    found = [classified(one) for one in weighed(text, claim, search)]
    return surest([one for one in found if not _is_of_another_day(text, one)])


def _is_of_another_day(text: str, found: Classified) -> bool:
    """Whether a paragraph is of another meeting than a statement tells of, or bears it out but for its day."""
    place = found.weighed.candidate.placed
    date = place.part.meeting.date
    if date is not None and not is_of_days(text, date):
        return is_of_another_day(text, place)
    return found.finding is Finding.SUPPORTED and is_of_another_day(text, place)


def _judged(text: str, ranked: Sequence[Classified], around: Around, citations: dict[str, Citation]) -> Statement:
    """One statement with its verdict by the paragraphs found.

    What it rests on is added to `citations`, by the paragraph's id, so that each paragraph has one marker in the claim.
    """
    best = ranked[0] if ranked else None
    if best is None or not best.settles:
        return Statement(text, Finding.NOT_FOUND, _not_found(best), None, None, ())
    if (other := rival(ranked)) is not None:
        return Statement(text, Finding.NOT_FOUND, _contested(best, other), None, None, ())
    same = [one for one in ranked if one.finding is best.finding and one.sure >= _NEARLY * best.sure][:_CITED]
    spans = [_span(one.weighed.candidate) for one in same]
    place = best.weighed.candidate.placed
    if place.paragraph.status is Status.AMENDMENT_LOST:
        spans[1:] = [whole(vote) for vote in _votes_behind(place, around)]
    for span in spans:
        citations.setdefault(span.placed.paragraph.id, citation(len(citations) + 1, span))
    told = correction(best) if best.finding is Finding.REFUTED else None
    words = as_shown(spans[0]).words
    return Statement(
        text=text,
        verdict=best.finding,
        explanation=f"{told} The words: “{words}”" if told else f"{source_in_words(place)}: “{words}”",
        correction=told,
        say=short_reference(place),
        citations=tuple(citations[span.placed.paragraph.id].n for span in spans),
    )


def _listed(text: str, found: Presence, citations: dict[str, Citation]) -> Statement:
    """A statement about who was there with its verdict; the lists that tell it are added to `citations`."""
    places = list({place.paragraph.id: place for _, place in found.telling}.values())
    for place in places:
        citations.setdefault(place.paragraph.id, citation(len(citations) + 1, whole(place)))
    told = f"{source_says(places[0], 'list')} {found.told}."
    words = as_shown(whole(places[0])).words
    return Statement(
        text=text,
        verdict=found.finding,
        explanation=f"{told} The words: “{words}”",
        correction=told if found.finding is Finding.REFUTED else None,
        say=short_reference(places[0]),
        citations=tuple(citations[place.paragraph.id].n for place in places),
    )


def _ruled(text: str, ruling: Ruling, citations: dict[str, Citation]) -> Statement:
    """A statement with its verdict by a record; the paragraphs that tell it are added to `citations`."""
    first = ruling.places[0]
    if ruling.finding is Finding.NOT_FOUND:
        told = f"The papers do not say. {source_says(first, 'tell')} {ruling.told}."
        return Statement(text, ruling.finding, told, None, None, ())
    for place in ruling.places:
        citations.setdefault(place.paragraph.id, citation(len(citations) + 1, whole(place)))
    told = f"{source_says(first, 'tell')} {ruling.told}."
    return Statement(
        text=text,
        verdict=ruling.finding,
        explanation=f"{told} The words: “{as_shown(whole(first)).words}”",
        correction=told if ruling.finding is Finding.REFUTED else None,
        say=short_reference(first),
        citations=tuple(citations[place.paragraph.id].n for place in ruling.places),
    )


def weighed(text: str, claim: str, search: Search) -> list[Weighed]:
    """A statement laid beside the paragraphs found for its own words, and those found for the whole claim's."""
    found: dict[tuple[str, int], Weighed] = {}
    for query in dict.fromkeys((text, claim)):
        candidates, rarity = search(query)
        for one in chosen(candidates):
            key = (one.placed.paragraph.id, one.start)
            if key not in found:
                found[key] = weigh(text, one, candidates[0].score, rarity)
    return list(found.values())


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


def _contested(best: Classified, other: Classified) -> str:
    """What is said where two paragraphs say the contrary about as surely."""
    one, two = (short_reference(each.weighed.candidate.placed) for each in (best, other))
    return f"The papers do not say it clearly: compare {one} with {two}."


def _not_found(nearest: Classified | None) -> str:
    """What is said where no paragraph settles a statement."""
    if nearest is None:
        return "The papers do not say."
    place = nearest.weighed.candidate.placed
    return f"The papers do not say. The nearest paragraph is {short_reference(place)}, in {place.file}."
