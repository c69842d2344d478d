"""Ranked units to an answer in the papers' own words: which paragraphs, which of their sentences. Pure."""

import math
import re
from collections.abc import Sequence

from assistant.answer.sanitise import gives_orders
from assistant.citations import CitedSpan
from assistant.question import Question, Wanted, plain_years
from assistant.retrieval.motion_outcomes import SETTLED
from assistant.retrieval.ranking import Candidate, best_of_each
from corpus.models import Status
from index.text import NUMBER_WORDS, sentences

# A paragraph no longer than this is told whole, as its point may stand in any of its sentences; those after the first by less.
_WORDS_A_QUOTE, _WORDS_FURTHER = 120, 60
_MARGIN = 0.85  # a further paragraph is cited where its score comes this near to the best one's


def choose(
    question: Question, candidates: Sequence[Candidate], fate: Sequence[Candidate] = (), margin: float = _MARGIN
) -> list[CitedSpan]:
    """The one to three paragraphs that answer, best first; near-copies count once.

    `fate`: what tells the fate that is asked for (`votes.told_of`); it alone is the answer where there is any.
    """
    if fate:
        return [_pick(one, candidates) for one in fate]
    picks: list[CitedSpan] = []
    seen: set[str] = set()
    if not candidates:
        return picks
    ranked = _without_orders(_without_bare_leads(best_of_each(candidates, 60)))
    for candidate in ranked:
        key = _squashed(candidate.placed.paragraph.own)
        if key in seen:
            continue
        if picks and not _adds(question, picks, candidate, ranked[0].score - margin):
            continue
        seen.add(key)
        picks.append(_pick(_decided(candidate, ranked), candidates, _WORDS_FURTHER if picks else _WORDS_A_QUOTE))
        if len(picks) == _most(question):
            break
    return picks


def _decided(candidate: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    """The resolution, where a candidate is the motion or the debate before it in the same words of the same minutes."""
    own = _squashed(candidate.placed.paragraph.own)
    for other in ranked:
        resolved = other.placed.paragraph.status is Status.RESOLUTION and other.placed.paper == candidate.placed.paper
        if resolved and _squashed(other.placed.paragraph.own) == own:
            return other
    return candidate


_COUNTED = re.compile(r"\b(?:which|what|name|list) (?:the )?(two|three|four|2|3|4)\b", re.I)
_SIBLING = 2.0  # a list's further items are cited where their scores come this near to the best one's


def _most(question: Question) -> int:
    counted = _COUNTED.search(question.text)
    if counted:
        return NUMBER_WORDS.get(counted[1].lower()) or int(counted[1])
    return 3


def _without_bare_leads(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without a line that only introduces items which are candidates too: the items say it all."""
    intros = {one.placed.paragraph.intro.split("\n")[0] for one in ranked if one.placed.paragraph.intro}
    kept = [one for one in ranked if not (one.signs.leads and one.placed.paragraph.own in intros)]
    return kept or list(ranked)


def _without_orders(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates without words meant for a language model, which answer no reader; they alone where nothing else is left."""
    return [one for one in ranked if not gives_orders(one.placed.paragraph.text)] or ranked


def _siblings(pick: CitedSpan, candidate: Candidate) -> bool:
    """Whether a candidate stands in the same list as a paragraph already picked."""
    a, b = pick.placed, candidate.placed
    return (
        bool(a.paragraph.intro)
        and a.paragraph.intro == b.paragraph.intro
        and a.paper == b.paper
        and abs(a.n - b.n) <= 8
    )


def _adds(question: Question, picks: Sequence[CitedSpan], candidate: Candidate, floor: float) -> bool:
    """Whether a further paragraph is worth citing: as good, or the other side of a comparison."""
    if _COUNTED.search(question.text) and any(_siblings(pick, candidate) for pick in picks):
        return candidate.score >= picks[0].score - _SIBLING
    if {Wanted.DECISION, Wanted.RECOMMENDATION} <= question.wanted and _is_other_half(picks, candidate):
        return candidate.score >= picks[0].score - _SIBLING
    if len(question.councils) > 1:
        have = {pick.placed.part.meeting.council for pick in picks}
        if candidate.placed.part.meeting.council not in have:
            return candidate.score >= floor - 1.0
    if question.compares and len(question.years) > 1:
        have_words = plain_years(
            " ".join(f"{pick.placed.paragraph.text} {pick.placed.part.meeting.date}" for pick in picks)
        )
        missing = [year for year in question.years if year not in have_words]
        text = plain_years(f"{candidate.placed.paragraph.text} {candidate.placed.part.meeting.date}")
        if any(year in text for year in missing):
            return candidate.score >= floor - 0.8
    return candidate.score >= floor


def _is_other_half(picks: Sequence[CitedSpan], candidate: Candidate) -> bool:
    """Whether a candidate is the decision beside the recommendation picked, or the other way round."""
    have = {pick.placed.paragraph.status for pick in picks}
    status = candidate.placed.paragraph.status
    if status is Status.RECOMMENDATION:
        return status not in have
    return status in SETTLED and not have & SETTLED


def _pick(candidate: Candidate, candidates: Sequence[Candidate], most: int = _WORDS_FURTHER) -> CitedSpan:
    """The whole paragraph where it has no more words than `most`, else its best sentences round the best one."""
    own = candidate.placed.paragraph.own
    if len(own.split()) <= most:
        return CitedSpan(candidate.placed, 0, len(own), candidate.score)
    scores = {c.start: c.score for c in candidates if c.placed.paragraph.id == candidate.placed.paragraph.id}
    spans = sentences(own) or [(candidate.start, candidate.end)]
    at = next((n for n, (start, end) in enumerate(spans) if start <= candidate.start < end), 0)
    first = last = at
    if len(own[spans[at][0] : spans[at][1]].split()) > most:
        return CitedSpan(candidate.placed, spans[at][0], spans[at][1], candidate.score)
    while True:
        options = [n for n in (first - 1, last + 1) if 0 <= n < len(spans)]
        options = [
            n
            for n in options
            if len(own[min(spans[first][0], spans[n][0]) : max(spans[last][1], spans[n][1])].split()) <= most
        ]
        if not options:
            break
        best = max(options, key=lambda n: scores.get(spans[n][0], -math.inf))
        if scores.get(spans[best][0], -math.inf) < candidate.score - 3.0:
            break
        first, last = min(first, best), max(last, best)
    return CitedSpan(candidate.placed, spans[first][0], spans[last][1], candidate.score)


def _squashed(text: str) -> str:
    return re.sub(r"[^a-z0-9£%]+", "", text.lower())
