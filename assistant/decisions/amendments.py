"""What an amendment changes in the motion that it amends, word for word. Pure."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.decisions.models import Edit
from assistant.decisions.motions import Proposal
from assistant.language.similarity import runs, share
from corpus.models import Outcome

_SAME_MOTION = 0.2  # share of runs in common from which an amendment prints a motion again
_WORDS_BEFORE = 6  # words told of what stands before a change
_BETWEEN = 2  # equal words between two changes, so few that they read as one
_REWRITTEN = 0.7  # share of the words changed from which it is another text, to be read whole
_MARK = re.compile(r"^\W*(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]+\W*\s+|^[•▪*–-]\s+")
_MOVES = re.compile(r"\b(?:proposed|moved|seconded)\b", re.I)


def motion_amended(amendment: Proposal, before: Sequence[Proposal]) -> Proposal | None:
    """The earlier motion, or amendment that carried, whose words an amendment prints again; None where it prints none."""
    own = runs(text_of(amendment))
    scored = [
        (share(own, runs(text_of(earlier))), i, earlier)
        for i, earlier in enumerate(before)
        if earlier.fate not in (Outcome.LOST, Outcome.WITHDRAWN) or not earlier.amends
    ]
    best = max(scored, key=lambda found: found[:2], default=None)
    return best[2] if best and best[0] >= _SAME_MOTION else None


def text_of(proposal: Proposal) -> str:
    """A proposal's own words, without a first line that only names its movers."""
    lines = "\n".join(place.paragraph.own for place in proposal.places).split("\n")
    return "\n".join(lines[1:]) if len(lines) > 1 and _MOVES.search(lines[0]) else "\n".join(lines)


def edits_of(motion: str, amended: str) -> tuple[Edit, ...]:
    """The words that an amendment adds, leaves out and puts for others, in order; none where it is another text.

    The numbers of lists, capitals and punctuation are no change.
    """
    old, new = _tokens(motion), _tokens(amended)
    matcher = SequenceMatcher(None, [_plain(word) for word in old], [_plain(word) for word in new], autojunk=False)
    spans: list[list[int]] = []  # of each change: from and to among the old words, from and to among the new
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if spans and a - spans[-1][1] <= _BETWEEN and c - spans[-1][3] <= _BETWEEN:
            spans[-1][1], spans[-1][3] = b, d
        else:
            spans.append([a, b, c, d])
    changed = sum(b - a + d - c for a, b, c, d in spans)
    if changed > _REWRITTEN * (len(old) + len(new)):
        return ()
    return tuple(
        Edit(" ".join(new[max(0, c - _WORDS_BEFORE) : c]), " ".join(old[a:b]), " ".join(new[c:d]))
        for a, b, c, d in spans
    )


def _tokens(text: str) -> list[str]:
    """The words of a text's lines, without the marks and numbers of lists."""
    lines = [_MARK.sub("", line) for line in text.split("\n")]
    return [word for line in lines for word in line.split() if _plain(word)]


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9£%]+", "", word.lower())
