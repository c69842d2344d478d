"""What became of motions and amendments, told by a later line. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Status
from corpus.paragraphs.raw import Raw
from corpus.paragraphs.statement_kind import ends_carried, is_lost, is_vote, opens_amendment, opens_motion

_FAR = 60  # paragraphs; an outcome stands no further from what it is about


def with_outcomes(raws: Sequence[Raw]) -> list[Raw]:
    """The same paragraphs; the words of what was lost are marked lost, those of a motion carried a resolution."""
    return _with_carried_motions(_with_lost_amendments(raws))


def _with_lost_amendments(raws: Sequence[Raw]) -> list[Raw]:
    """The words of an amendment that a later line says was lost are marked lost, however they are put."""
    out = list(raws)
    for n, raw in enumerate(raws):
        if not is_lost(raw.own) or opens_amendment(raw.own):
            continue
        above = range(n - 1, max(-1, n - _FAR), -1)
        opening = next((k for k in above if opens_amendment(raws[k].own) or is_lost(raws[k].own)), None)
        if opening is None or is_lost(raws[opening].own):
            continue
        ref = raws[opening].ref or ""
        numbered = ref != _base(
            raws[opening]
        )  # the clerk numbers paragraphs: the next number is debate, not the amendment
        for k in range(opening, n):
            same = raws[k].ref == ref if numbered else _base(raws[k]) == ref
            if same and not is_vote(raws[k].own) and not raws[k].heading:
                out[k] = replace(out[k], status=Status.AMENDMENT_LOST)
    return out


def _with_carried_motions(raws: Sequence[Raw]) -> list[Raw]:
    """A motion printed over several paragraphs, the last of which ends "Carried.", is a resolution from its first word."""
    out = list(raws)
    for n, raw in enumerate(raws):
        if raw.heading or not ends_carried(raw.own) or opens_motion(raw.own):
            continue
        above = range(n - 1, max(-1, n - _FAR), -1)
        opening = next(
            (k for k in above if raws[k].heading or opens_motion(raws[k].own) or ends_carried(raws[k].own)), None
        )
        if (
            opening is None
            or raws[opening].heading
            or not opens_motion(raws[opening].own)
            or ends_carried(raws[opening].own)
        ):
            continue
        while opens_motion(raws[opening - 1].own) and opening and not ends_carried(raws[opening - 1].own):
            opening -= 1
        if _base(raws[opening]) == _base(raw):
            for k in range(opening, n + 1):
                if out[k].status in {Status.DISCUSSION, Status.MOTION}:
                    out[k] = replace(out[k], status=Status.RESOLUTION)
    return out


def _base(raw: Raw) -> str:
    return re.split(r"\(|, para", raw.ref or "")[0]
