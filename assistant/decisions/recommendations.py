"""What was recommended to a meeting, beside what it resolved. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.decisions.models import Decision, EntryKind
from assistant.language.similarity import runs, share
from assistant.models import Citation
from index.text import words_of

_TITLES = 0.5  # share of the shorter title's words from which two titles are one matter
_WORDS = 0.25  # share of runs in common from which a recommendation and a resolution are one


def with_recommended(decisions: Sequence[Decision], told: Sequence[tuple[Citation, str]]) -> list[Decision]:
    """Resolutions with what was recommended, and recommendations with what they became.

    `told` holds lines of minutes that tell of a recommendation, each with its minute's title.
    """
    by_day: dict[str | None, list[Decision]] = defaultdict(list)
    for one in decisions:
        if one.kind is EntryKind.RECOMMENDATION:
            by_day[one.date].append(one)
    recommended: dict[str, tuple[Citation, ...]] = {}
    became: dict[str, str] = {}
    for decision in decisions:
        if not decision.resolved or decision.date is None:
            continue
        scored = [(_fit(decision, one), one) for one in by_day[decision.date] if _together(decision, one)]
        best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        cited = list(best[1].citations) if best[1] is not None and best[0] > 0 else []
        if best[1] is not None and best[0] > 0:
            became.setdefault(best[1].id, decision.id)
        cited += [line for line, title in told if title == decision.title and _same_meeting(line, decision)]
        if cited:
            recommended[decision.id] = tuple(replace(one, n=n) for n, one in enumerate(cited, 1))
    return [
        replace(one, recommended=recommended.get(one.id, ()), became=became.get(one.id, one.became))
        for one in decisions
    ]


def _together(decision: Decision, recommendation: Decision) -> bool:
    return decision.council == recommendation.council or not decision.council or not recommendation.council


def _fit(decision: Decision, recommendation: Decision) -> float:
    """How surely a resolution is on a recommendation; 0 where it is not."""
    alike = share(runs(decision.words), runs(recommendation.words))
    titles = title_share(decision.title, recommendation.title)
    same_item = decision.item is not None and decision.item == recommendation.item
    if titles < _TITLES and alike < _WORDS and not (same_item and titles > 0):
        return 0.0
    return titles + alike + 0.2 * same_item


def title_share(one: str | None, two: str | None) -> float:
    """The share of the shorter title's telling words that the other has, 0..1."""
    first, second = telling_words(one), telling_words(two)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def telling_words(title: str | None) -> set[str]:
    """A title's stems without the words of form ("report", "update") and numbers."""
    return {word for word in words_of(title or "") if word not in _FORM and not re.fullmatch(r"\d+", word)}


_FORM = frozenset(words_of("report update annual review minutes meeting progress outcome"))


def _same_meeting(line: Citation, decision: Decision) -> bool:
    first = decision.citations[0]
    return (line.file, line.path, line.meeting_date, line.item) == (
        first.file,
        first.path,
        first.meeting_date,
        first.item,
    )
