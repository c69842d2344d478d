"""How the motions of a paper were read, held against their right readings. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus.models import Motion

_SHARED = 0.8  # share of the wanted words that a motion's words hold where it is another phrase
_SHORT = 3  # words from which a motion's own words may stand inside the wanted ones

_SIDES = (
    ("for", "names_for"),
    ("against", "names_against"),
    ("abstain", "names_abstained"),
    ("abstained", "names_abstained"),
)

_Form = Mapping[str, Any]


def score_motions(wanted: Sequence[_Form], found: Sequence[Motion], texts: Mapping[str, str]) -> Counter[str]:
    """Return pairs "NAME right", "NAME asked" of the motions wanted and found.

    motions: those with an outcome, extra ones asked for too. movers: mover and seconder. outcomes: over all that are wanted,
    one not found is not right. outcomes not wrong: of those found with an outcome told. tallies, voters: where the reading has them.
    """
    tally: Counter[str] = Counter()
    pairs = matched(wanted, found, texts)
    told = [motion for motion in found if motion.outcome is not None]
    tally["motions right"] = 2 * sum(motion is not None for _, motion in pairs)
    tally["motions asked"] = len(wanted) + len(told) + sum(m is not None and m.outcome is None for _, m in pairs)
    for form, motion in pairs:
        outcome = motion.outcome.value if motion and motion.outcome else None
        _add(tally, "outcomes", motion is not None and _is_outcome(form, outcome))
        if outcome is not None:
            _add(tally, "outcomes not wrong", _is_outcome(form, outcome))
        _add(tally, "movers", motion is not None and _is_moved(form, motion))
        if form.get("tally"):
            _add(tally, "tallies", motion is not None and _counts(form["tally"]) == _counts_read(motion, form["tally"]))
        for side, names in _SIDES:
            if form.get(side):
                read = getattr(motion.ballot, names) if motion else ()
                _add(tally, "voters", _are_named(form[side], read))
    return tally


def matched(
    wanted: Sequence[_Form], found: Sequence[Motion], texts: Mapping[str, str]
) -> list[tuple[_Form, Motion | None]]:
    """Each motion wanted with the one found that has its words, each found one once; None where there is none.

    `texts` holds by id what stands around a motion: where the same mover's motion says no more than "to approve", its
    matter may stand there.
    """
    left = list(found)
    out: list[tuple[_Form, Motion | None]] = []
    for form in wanted:
        best = max(left, key=lambda motion: _likeness(form, motion, texts), default=None)
        if best is None or _likeness(form, best, texts) < _SHARED:
            out.append((form, None))
        else:
            left.remove(best)
            out.append((form, best))
    return out


def faults(wanted: Sequence[_Form], found: Sequence[Motion], texts: Mapping[str, str]) -> Iterator[str]:
    """A line for each motion wanted that was missed or read otherwise."""
    for form, motion in matched(wanted, found, texts):
        name = " ".join(form["words"].split()[:9])
        if motion is None:
            yield f"MISSED {name!r} {form.get('mover')}/{form.get('seconder')} {form['kind']} {form['outcome']}"
            continue
        read = motion.outcome.value if motion.outcome else None
        told = [] if _is_outcome(form, read) else [f"OUTCOME {form['outcome']} read {read}"]
        if not _is_moved(form, motion):
            told.append(f"MOVER {form.get('mover')}/{form.get('seconder')} read {motion.mover}/{motion.seconder}")
        if form.get("tally") and _counts(form["tally"]) != _counts_read(motion, form["tally"]):
            told.append(
                f"TALLY {form['tally']} read {motion.ballot.votes_for}, {motion.ballot.against}, {motion.ballot.abstained}"
            )
        for side, names in _SIDES:
            if form.get(side) and not _are_named(form[side], getattr(motion.ballot, names)):
                told.append(f"VOTERS {side} {form[side]} read {getattr(motion.ballot, names)}")
        if told:
            yield f"{name!r} {'; '.join(told)}"


def _likeness(form: _Form, motion: Motion, texts: Mapping[str, str]) -> float:
    ours, theirs = _plain(form["words"]), _plain(motion.words)
    same_mover = 0.1 * (_last(form.get("mover")) == _last(motion.mover))
    if f" {ours} " in f" {theirs} " or len(theirs.split()) >= _SHORT and f" {theirs} " in f" {ours} ":
        return 1.0 + same_mover
    around = _plain(texts.get(motion.paragraph, ""))
    if same_mover and f" {ours} " in f" {around} ":
        return 0.9 + 0.1 * (_last(form.get("seconder")) == _last(motion.seconder))
    words = set(ours.split())
    return len(words & set(theirs.split())) / len(words) + same_mover if words else 0.0


def _is_outcome(form: _Form, outcome: str | None) -> bool:
    wanted = form.get("outcome")
    return outcome == wanted or wanted is None and bool(form.get("amended")) and outcome == "carried"


def _is_moved(form: _Form, motion: Motion) -> bool:
    return _last(form.get("mover")) == _last(motion.mover) and _last(form.get("seconder")) == _last(motion.seconder)


def _counts(tally: _Form) -> list[int]:
    return [tally[side] for side in ("for", "against", "abstain", "abstained") if tally.get(side)]


def _counts_read(motion: Motion, tally: _Form) -> list[int]:
    ballot = motion.ballot
    read = [ballot.votes_for, ballot.against]
    if any(side in tally for side in ("abstain", "abstained")):
        read.append(ballot.abstained)
    return [count for count in read if count]


def _are_named(wanted: Sequence[str], read: Sequence[str]) -> bool:
    return Counter(map(_last, wanted)) == Counter(map(_last, read))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _last(name: str | None) -> str:
    """The last word of a name, by which it is compared; "" for none."""
    return (_plain(name or "").split() or [""])[-1]


def _add(tally: Counter[str], name: str, right: bool) -> None:
    tally[f"{name} right"] += right
    tally[f"{name} asked"] += 1
