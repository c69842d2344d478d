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
_SAME_ITEM = 0.2  # how much surer two are one where they are of one agenda item
_FORM = frozenset(words_of("report update annual review minutes meeting progress outcome"))  # tell no matter in a title


def with_recommended(decisions: Sequence[Decision], told: Sequence[tuple[Citation, str]]) -> list[Decision]:
    """The decisions, resolutions with what was recommended to the meeting, recommendations with what they became.

    Shapes: `told` holds lines of minutes that tell of a recommendation, each with its minute's title.
    """
    by_day: dict[str | None, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.kind is EntryKind.RECOMMENDATION:
            by_day[decision.date].append(decision)
    recommended: dict[str, tuple[Citation, ...]] = {}
    became: dict[str, str] = {}
    for decision in decisions:
        if not decision.resolved or decision.date is None:
            continue
        scored = [
            (_fit(decision, advice), advice) for advice in by_day[decision.date] if _of_one_council(decision, advice)
        ]
        fit, advice = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        cited: list[Citation] = []
        if advice is not None and fit > 0:
            cited += advice.citations
            became.setdefault(advice.id, decision.id)
        cited += [line for line, title in told if title == decision.title and _same_meeting(line, decision)]
        if cited:
            recommended[decision.id] = tuple(replace(line, n=n) for n, line in enumerate(cited, 1))
    return [
        replace(decision, recommended=recommended.get(decision.id, ()), became=became.get(decision.id, decision.became))
        for decision in decisions
    ]


def _of_one_council(decision: Decision, recommendation: Decision) -> bool:
    """Whether two entries may be of one council: the same, or one of them names none."""
    return decision.council == recommendation.council or not decision.council or not recommendation.council


def _fit(decision: Decision, recommendation: Decision) -> float:
    """How surely a resolution is on a recommendation, 0..2.2; 0 where it is not."""
    alike = share(runs(decision.words), runs(recommendation.words))
    titles = title_share(decision.title, recommendation.title)
    same_item = decision.item is not None and decision.item == recommendation.item
    if titles < _TITLES and alike < _WORDS and not (same_item and titles > 0):
        return 0.0
    return titles + alike + _SAME_ITEM * same_item


def title_share(one: str | None, two: str | None) -> float:
    """The share of one title's telling words that the other has, 0..1, counted on the title with fewer."""
    first, second = telling_words(one), telling_words(two)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def telling_words(title: str | None) -> set[str]:
    """A title's stems without numbers and words of form ("report", "update"), which tell no matter."""
    return {word for word in words_of(title or "") if word not in _FORM and not re.fullmatch(r"\d+", word)}


def _same_meeting(line: Citation, decision: Decision) -> bool:
    """Whether a line of minutes stands in the decision's own paper, meeting and item."""
    first = decision.citations[0]
    return (line.file, line.path, line.meeting_date, line.item) == (
        first.file,
        first.path,
        first.meeting_date,
        first.item,
    )
