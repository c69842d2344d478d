"""A claim checked against the papers: supported, refuted or not in them, with the words and what they say instead.

Every statement of the claim is judged by itself, then all together: one refuted refutes the claim, one that is not in
the papers leaves it open. Refuted needs a paragraph about the same thing with another value; what is missing is not
found, never refuted.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from assistant.citations import CitedSpan, citation
from assistant.claims.classifier import Classified, classified, rival, surest
from assistant.claims.correction import correction
from assistant.claims.features import Weighed, chosen, weigh
from assistant.claims.statements import statements_of
from assistant.models import Check, Citation, Finding, Statement
from assistant.references import short_reference, source_in_words
from assistant.retrieval.ranking import Candidate
from assistant.support.shown_words import as_shown
from corpus.models import Status
from index.models import Placed

Search = Callable[[str], tuple[Sequence[Candidate], Mapping[str, float]]]
Around = Callable[[Placed], Sequence[Placed]]
_CITED = 3  # paragraphs a statement
_NEARLY = 0.85  # of the surest one's sureness: a further paragraph that says the same is cited too
_QUOTE = 60  # words


def check_claim(claim: str, search: Search, around: Around, searched: str = "") -> Check:
    """The claim's verdict; without its seconds.

    `search` gives the ranked units for a text and its words' rarity; `around` the paragraphs beside one.
    """
    texts = statements_of(claim)
    citations: dict[str, Citation] = {}
    once = cache(search)  # every statement is looked for with the whole claim's words too
    statements = tuple(_judged(text, claim if len(texts) > 1 else text, once, around, citations) for text in texts)
    verdict = _together([one.verdict for one in statements])
    telling = [one for one in statements if one.verdict is verdict]
    return Check(
        claim=claim,
        verdict=verdict,
        explanation=_explained(statements),
        correction=next((one.correction for one in telling if one.correction), None),
        say=next((one.say for one in telling if one.say), None),
        citations=tuple(citations.values()),
        statements=statements,
        seconds=0.0,
        searched=searched,
    )


def _together(verdicts: Sequence[Finding]) -> Finding:
    if Finding.REFUTED in verdicts:
        return Finding.REFUTED
    return Finding.SUPPORTED if verdicts and Finding.NOT_FOUND not in verdicts else Finding.NOT_FOUND


def _explained(statements: Sequence[Statement]) -> str:
    if not statements:
        return "There is nothing here that can be checked. Type a sentence that says something."
    if len(statements) == 1:
        return statements[0].explanation
    return "\n".join(f"“{one.text}” {one.verdict.value}: {one.explanation}" for one in statements)


def _judged(text: str, claim: str, search: Search, around: Around, citations: dict[str, Citation]) -> Statement:
    """One statement's verdict; what it rests on is added to the citations, each paragraph under one marker."""
    ranked = decisions(text, claim, search)
    best = ranked[0] if ranked else None
    if best is None or not best.settles:
        return Statement(text, Finding.NOT_FOUND, _not_found(best), None, None, ())
    if (other := rival(ranked)) is not None:
        return Statement(text, Finding.NOT_FOUND, _contested(best, other), None, None, ())
    same = [one for one in ranked if one.finding is best.finding and one.sure >= _NEARLY * best.sure][:_CITED]
    picks = [_pick(one.weighed.candidate) for one in same]
    if best.weighed.candidate.placed.paragraph.status is Status.AMENDMENT_LOST:
        picks[1:] = [CitedSpan(place, 0, len(place.paragraph.own), 0.0) for place in _outcome(best, around)]
    for pick in picks:
        citations.setdefault(pick.placed.paragraph.id, citation(len(citations) + 1, pick))
    place = best.weighed.candidate.placed
    told = correction(best) if best.finding is Finding.REFUTED else None
    words = as_shown(picks[0]).words
    return Statement(
        text=text,
        verdict=best.finding,
        explanation=f"{told} The words: “{words}”" if told else f"{source_in_words(place)}: “{words}”",
        correction=told,
        say=short_reference(place),
        citations=tuple(citations[pick.placed.paragraph.id].n for pick in picks),
    )


def decisions(text: str, claim: str, search: Search) -> list[Classified]:
    """Each paragraph's say on a statement, surest first."""
    return surest([classified(one) for one in weighed(text, claim, search)])


def weighed(text: str, claim: str, search: Search) -> list[Weighed]:
    """A statement laid beside the paragraphs found for it; a clause's are searched with the whole claim's words too."""
    found: dict[tuple[str, int], Weighed] = {}
    for query in dict.fromkeys((text, claim)):
        candidates, rarity = search(query)
        for one in chosen(candidates):
            key = (one.placed.paragraph.id, one.start)
            if key not in found:
                found[key] = weigh(text, one, candidates[0].score, rarity)
    return list(found.values())


def _pick(candidate: Candidate) -> CitedSpan:
    own = candidate.placed.paragraph.own
    if len(own.split()) <= _QUOTE:
        return CitedSpan(candidate.placed, 0, len(own), candidate.score)
    return CitedSpan(candidate.placed, candidate.start, candidate.end, candidate.score)


def _outcome(best: Classified, around: Around) -> list[Placed]:
    """The votes on a lost amendment and the line that says so, those next behind it."""
    place = best.weighed.candidate.placed
    behind = [one for one in around(place) if one.n > place.n and one.part == place.part]
    return [one for one in behind if one.paragraph.status is Status.VOTE][:3]


def _contested(best: Classified, other: Classified) -> str:
    one, two = (short_reference(each.weighed.candidate.placed) for each in (best, other))
    return f"The papers do not say it clearly: compare {one} with {two}."


def _not_found(nearest: Classified | None) -> str:
    if nearest is None:
        return "The papers do not say."
    place = nearest.weighed.candidate.placed
    return f"The papers do not say. The nearest paragraph is {short_reference(place)}, in {place.file}."
