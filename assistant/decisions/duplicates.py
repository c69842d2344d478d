"""A decision that several papers print, listed once: draft and approved minutes, a reprint in the next pack. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assistant.decisions.models import Decision, EntryKind
from assistant.language.similarity import letters_and_digits, runs, share

_SAME = 0.6  # share of runs of words in common from which two versions are one decision
_REWORDED = 0.35  # the same, between a draft and what was approved under the same number
_WHOLE = re.compile(
    r"^(?:the )?(?:(?:full|whole|county|borough|district|city|town|parish|community|metropolitan|regional|shire|municipal) )*council$",
    re.I,
)  # "Full Council" and "County Council" are one body


def listed_once(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions in order, without those that another paper, or another page of a report, prints again.

    Approved words are kept before a draft's. Where the others stand is kept in `also`.
    """
    groups: dict[tuple[str | None, EntryKind], list[list[Decision]]] = defaultdict(list)
    order: list[list[Decision]] = []
    for decision in decisions:
        near = groups[decision.date, decision.kind]
        same = next((group for group in near if any(_same(version, decision) for version in group)), None)
        if same is None:
            near.append([decision])
            order.append(near[-1])
        else:
            same.append(decision)
    return [_merged(group) for group in order]


def _same(one: Decision, two: Decision) -> bool:
    """Whether two entries of one kind and date are one decision."""
    if one.date is None or not agree(one.council, two.council) or not agree(one.body, two.body):
        return False
    here, there = one.citations[0], two.citations[0]
    if (here.path, here.file) == (there.path, there.file):
        return one.kind is EntryKind.RECOMMENDATION and one.title == two.title and _alike(one, two) >= _SAME
    numbered = one.ref is not None and letters_and_digits(one.ref) == letters_and_digits(two.ref)
    titled = letters_and_digits(one.title) != "" and letters_and_digits(one.title) == letters_and_digits(two.title)
    if not numbered and not titled:
        return False
    return _alike(one, two) >= (_REWORDED if numbered and one.draft != two.draft else _SAME)


def _alike(one: Decision, two: Decision) -> float:
    return share(runs(one.words), runs(two.words))


def _merged(group: Sequence[Decision]) -> Decision:
    """The version to show: approved before draft, of recommendations the longest; with what only the others tell."""
    best = min(group, key=lambda one: (one.draft, -len(one.words) if one.kind is EntryKind.RECOMMENDATION else 0))
    others = [version for version in group if version is not best]
    if not others:
        return best
    return replace(
        best,
        also=tuple(replace(version.citations[0], n=n) for n, version in enumerate(others, 1)),
        proposer=best.proposer or next((version.proposer for version in others if version.proposer), None),
        seconder=best.seconder or next((version.seconder for version in others if version.seconder), None),
    )


def agree(one: str | None, two: str | None) -> bool:
    """Whether two names may be one body's: the same, one unknown, one within the other, or both the whole council's."""
    first, second = letters_and_digits(one), letters_and_digits(two)
    whole = bool(_WHOLE.match(one or "") and _WHOLE.match(two or ""))
    return not first or not second or first in second or second in first or whole
