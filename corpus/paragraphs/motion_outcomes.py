"""What became of motions and amendments, told by a later line. Pure."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from corpus.models import Status
from corpus.paragraphs.raw_paragraph import RawParagraph
from corpus.paragraphs.statement_kind import ends_carried, is_lost, is_vote, opens_amendment, opens_motion

_FAR = 60  # paragraphs; an outcome stands no further from what it is about


def with_outcomes(raws: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The same paragraphs; the words of what was lost are marked lost, those of a motion carried a resolution."""
    return _with_carried_motions(_with_lost_amendments(raws))


def _with_lost_amendments(raws: Sequence[RawParagraph]) -> list[RawParagraph]:
    """The words of an amendment that a later line says was lost are marked lost, whatever they say themselves."""
    out = list(raws)
    lost = {i for i, raw in enumerate(raws) if is_lost(raw.own)}
    for i in sorted(lost):
        opening = None if opens_amendment(raws[i].own) else _lost_above(raws, i, lost)
        if opening is None:
            continue
        ref = raws[opening].ref or ""
        numbered = ref != _minute_ref(raws[opening])  # then the next number is debate, not the amendment
        for j in range(opening, i):
            same = raws[j].ref == ref if numbered else _minute_ref(raws[j]) == ref
            if same and not is_vote(raws[j].own) and not raws[j].heading:
                out[j] = replace(out[j], status=Status.AMENDMENT_LOST)
    return out


def _lost_above(raws: Sequence[RawParagraph], i: int, lost: Container[int]) -> int | None:
    """Where the amendment opens that paragraph i says was lost; None where another line above, of `lost`, says it first."""
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if j in lost:
            return None
        if opens_amendment(raws[j].own):
            return j
    return None


def _with_carried_motions(raws: Sequence[RawParagraph]) -> list[RawParagraph]:
    """A motion of several paragraphs, the last of which ends "Carried.", is a resolution from its first word."""
    out = list(raws)
    for i, raw in enumerate(raws):
        if raw.heading or not ends_carried(raw.own) or opens_motion(raw.own):
            continue
        opening = _carried_above(raws, i)
        if opening is None or _minute_ref(raws[opening]) != _minute_ref(raw):
            continue
        for j in range(opening, i + 1):
            if out[j].status in {Status.DISCUSSION, Status.MOTION}:
                out[j] = replace(out[j], status=Status.RESOLUTION)
    return out


def _carried_above(raws: Sequence[RawParagraph], i: int) -> int | None:
    """Where the motion opens whose outcome ends paragraph i: at the first of its lines "That ..."; or None."""
    for j in range(i - 1, max(-1, i - _FAR), -1):
        if raws[j].heading or ends_carried(raws[j].own):
            return None
        if opens_motion(raws[j].own):
            while j and opens_motion(raws[j - 1].own) and not ends_carried(raws[j - 1].own):
                j -= 1
            return j
    return None


def _minute_ref(raw: RawParagraph) -> str:
    """The number of the minute that a paragraph stands in."""
    return re.split(r"\(|, para", raw.ref or "")[0]
