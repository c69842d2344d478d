"""A claim checked by a verifier: each statement of it borne out, contradicted or neither, by the evidence found for all of them.

What the verifier says counts only where the words that it rests on stand in the evidence word for word. What it says the papers
say instead is told only where the hard checks find it in that paragraph; else the paper's own words stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.citations import CitedSpan, whole
from assistant.claims.statements import statements_of
from assistant.claims.verdict import cite, verdict_on
from assistant.models import Check, Citation, Finding, Statement
from assistant.references import short_reference, source_in_words
from assistant.support.evidence import judged
from assistant.support.verifier import Bearing, Judgement, Put, Verifier, span_of
from index.models import Placed

_CITED = 3  # paragraphs for a statement
_FINDINGS = {
    Bearing.SUPPORTED: Finding.SUPPORTED,
    Bearing.CONTRADICTED: Finding.REFUTED,
    Bearing.NEITHER: Finding.NOT_FOUND,
}


@dataclass(frozen=True, slots=True)
class Found:
    """The evidence found for a claim: paragraphs numbered from 1 in this order, as a model reads them, and what stands above each."""

    places: Sequence[Placed]
    text: str
    above: Mapping[str, str]


def check_by_verifier(claim: str, found: Found, verifier: Verifier, seconds: float, searched: str = "") -> Check:
    """The claim with its verdict, all its statements judged in one call; the seconds that it took are left at 0.

    Raises: ModelTrouble where the verifier does not answer.
    """
    texts = statements_of(claim)
    whole = claim if len(texts) > 1 else ""
    told = verifier([Put(text, None, whole) for text in texts], found.text, seconds)
    citations: dict[str, Citation] = {}
    statements = tuple(
        _statement(text, judgement, found, citations) for text, judgement in zip(texts, told, strict=True)
    )
    return verdict_on(claim, statements, citations, searched, verifier.name)


def _statement(text: str, judgement: Judgement | None, found: Found, citations: dict[str, Citation]) -> Statement:
    """One statement with its verdict; the paragraphs that decide it are added to `citations`, by their ids."""
    ground = _ground(judgement, found) if judgement is not None and judgement.bearing is not Bearing.NEITHER else None
    if judgement is None or ground is None:
        return Statement(text, Finding.NOT_FOUND, _not_said(judgement), None, None, ())
    place = ground.spans[0].placed
    finding = _FINDINGS[judgement.bearing]
    words = f"{source_in_words(place)}: {ground.told}"
    told = _instead(judgement, ground, found) if finding is Finding.REFUTED else None
    return Statement(
        text=text,
        verdict=finding,
        explanation=f"{told} {words}" if told else words,
        correction=(told or words) if finding is Finding.REFUTED else None,
        say=short_reference(place),
        citations=cite(ground.spans, citations),
    )


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a verdict stands on: the paragraphs that decide it, and the words of the first as they are told."""

    spans: tuple[CitedSpan, ...]
    told: str


def _ground(judgement: Judgement, found: Found) -> _Ground | None:
    """The paragraph in which the verifier's words stand, one that it names if it can be, and the others that it names.

    The words may be those beside a paragraph, which tell what became of a motion. None where they stand nowhere.
    """
    named = [found.places[n - 1] for n in dict.fromkeys(judgement.paragraphs) if 1 <= n <= len(found.places)]
    others = [place for place in found.places if place not in named]
    for place in (*named, *others):
        if (at := span_of(judgement.words, place.paragraph.own)) is not None:
            span = CitedSpan(place, *at, 1.0)
            return _Ground(_with_named(span, named), f"“{span.quote}”")
    for place in named:
        beside = found.above.get(place.paragraph.id, "")
        if (at := span_of(judgement.words, beside)) is not None:
            return _Ground(_with_named(whole(place), named), f"{beside[slice(*at)]}.")
    return None


def _with_named(first: CitedSpan, named: Sequence[Placed]) -> tuple[CitedSpan, ...]:
    others = [whole(place) for place in named if place is not first.placed]
    return (first, *others)[:_CITED]


def _instead(judgement: Judgement, ground: _Ground, found: Found) -> str | None:
    """What the verifier says the papers say instead, where the figures, names and dates are those of these paragraphs."""
    if not judgement.instead:
        return None
    places = [span.placed for span in ground.spans]
    return judgement.instead if judged(judgement.instead, places, found.above).supported else None


def _not_said(judgement: Judgement | None) -> str:
    reason = judgement.reason if judgement is not None and judgement.bearing is Bearing.NEITHER else ""
    return (
        f"The papers do not say. {reason[:1].upper()}{reason[1:].rstrip('.')}." if reason else "The papers do not say."
    )
