"""Whether a motion stands with its figures: carried, come to nothing, or its figures replaced by an amendment. Pure."""

import re
from collections.abc import Sequence

from assistant.decisions.recorded import Recorded, carried_amendments, is_won, telling_words
from corpus.models import MotionKind, Outcome

_OWN = 0.5  # the share of an amendment's words that the motion holds, from which it sets anew what the motion sets
_FIGURE = re.compile(
    r"(?P<unit>[£$€]?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<behind> ?(?:%|per ?cent|percent|million|m\b|k\b))?"
)
NOT_WON = frozenset(
    {Outcome.LOST, Outcome.LOST_BY_CASTING_VOTE, Outcome.NOT_SECONDED, Outcome.WITHDRAWN, Outcome.DEFERRED}
)


def stands(figures: frozenset[str], record: Recorded, records: Sequence[Recorded]) -> bool:
    """Whether a motion was carried with these figures."""
    return is_won(record.motion.outcome) and replacing(figures, record, records) is None


def is_undone(figures: frozenset[str], record: Recorded, records: Sequence[Recorded]) -> bool:
    """Whether a motion came to nothing, or its figures were replaced."""
    return record.motion.outcome in NOT_WON or replacing(figures, record, records) is not None


def replacing(figures: frozenset[str], record: Recorded, records: Sequence[Recorded]) -> Recorded | None:
    """What gives another figure of the same unit than the motion's: the motion in its new words, or the amendment.

    Where what was resolved has the motion's figure too, nothing does.
    """
    for whole in records:
        if whole.main == record.main and whole.motion.kind is MotionKind.SUBSTANTIVE and whole is not record:
            new = figures_of(whole.motion.words)
            return whole if any(unit_of(one) == unit_of(gone) for gone in figures - new for one in new) else None
    final = " ".join(place.paragraph.own for place in record.told if place is not record.place)
    for amendment in carried_amendments(record, records):
        other = figures_of(amendment.motion.words)
        replaced = [
            figure for figure in figures - other if any(unit_of(figure) == unit_of(one) for one in other - figures)
        ]
        if replaced and not set(replaced) & figures_of(final) and _is_about_the_same(record, amendment):
            return amendment
    return None


def _is_about_the_same(record: Recorded, amendment: Recorded) -> bool:
    """Whether an amendment sets anew what the motion sets, and adds nothing beside it."""
    own = {word for word in telling_words(amendment.motion.words) if word.isalpha()}
    return len(own & record.stems) >= _OWN * len(own)


def figures_of(text: str) -> frozenset[str]:
    """The figures of a text with their units: "£40", "2%", "12"; the years of full dates are among them."""
    return frozenset(
        f"{match['unit']}{match['number'].replace(',', '').rstrip('.')}{_scale(match['behind'])}"
        for match in _FIGURE.finditer(text)
    )


def _scale(behind: str | None) -> str:
    word = (behind or "").strip().lower().replace(" ", "")
    return "%" if word in ("%", "percent") else word[:1]


def unit_of(figure: str) -> str:
    """What a figure counts: "£", "%", "" for a bare one."""
    return re.sub(r"[\d.]+", "", figure)
