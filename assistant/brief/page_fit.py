"""A brief within two printed pages: what matters most stays, what is left out is counted and placed. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.brief.items import numbered
from assistant.brief.models import Brief, Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.references import page_or_line

# Each step cuts one sort of an item's statements down to so many; items of little weight are cut first.
_STEPS: tuple[tuple[str, int], ...] = (
    ("questions", 1), ("figures", 1), ("before", 2), ("actions", 3), ("changes", 2), ("questions", 0), ("before", 1),
    ("changes", 1), ("actions", 1), ("figures", 0), ("asked", 8), ("before", 0), ("asked", 5), ("changes", 0),
    ("actions", 0), ("asked", 3), ("asked", 2), ("asked", 1),
)  # fmt: skip
_NAMES = {
    "asked": ("recommendation", "recommendations"),
    "figures": ("key figure", "key figures"),
    "changes": ("changed figure", "changed figures"),
    "before": ("earlier decision or statement", "earlier decisions and statements"),
    "actions": ("open action", "open actions"),
    "questions": ("question that the papers leave open", "questions that the papers leave open"),
}
_HALVED = 4  # steps after which the actions that belong to no item are halved
_PLACES = 3  # places named of what is left out
_DECIDES = re.compile(
    r"\b(?:agree|approve|adopt|delegate|authori[sz]e|decide|determine|appoint|set|amend|confirm|award|recommend)\b",
    re.I,
)


def within(brief: Brief, most: float, height: Callable[[Brief], float]) -> Brief:
    """The brief, or as much of it as is no higher than `most`; each item says what it leaves out and where that stands.

    Recommendations go last, and first those of items that only ask to note; at the end all is put back that still has
    room. Sources are numbered anew.
    """
    kept: list[dict[str, int]] = [{} for _ in brief.items]
    actions = len(brief.actions)
    order = _lightest_first(brief.items)
    cuts: list[tuple[int, str]] = []
    for n, (field, keep) in enumerate(_STEPS, 1):
        for at in order:
            if height(_with(brief, kept, actions)) <= most:
                return _with(brief, _put_back(brief, kept, actions, cuts, most, height), actions)
            if len(getattr(brief.items[at], field)) > keep:
                kept[at][field] = keep
                cuts.append((at, field))
        actions = actions // 2 if n % _HALVED == 0 else actions
    return _with(brief, kept, actions)


def _put_back(
    brief: Brief,
    kept: Sequence[dict[str, int]],
    actions: int,
    cuts: Sequence[tuple[int, str]],
    most: float,
    height: Callable[[Brief], float],
) -> list[dict[str, int]]:
    """The cuts that are still needed: from the last and weightiest on, each sort gets back as many as fit."""
    needed = [dict(keep) for keep in kept]
    for at, field in dict.fromkeys(reversed(cuts)):
        whole = len(getattr(brief.items[at], field))
        for many in range(whole, needed[at][field], -1):
            tried = [dict(keep) for keep in needed]
            tried[at] = {name: count for name, count in needed[at].items() if name != field}
            if many < whole:
                tried[at][field] = many
            if height(_with(brief, tried, actions)) <= most:
                needed = tried
                break
    return needed


def _with(brief: Brief, kept: Sequence[dict[str, int]], actions: int) -> Brief:
    if not any(kept) and actions == len(brief.actions):
        return brief
    items = [_cut(item, keep) for item, keep in zip(brief.items, kept, strict=True)]
    shown, waiting = numbered(items, brief.actions[:actions])
    gone = brief.actions[actions:]
    return replace(brief, items=shown, actions=waiting, left_out=(_gone("actions", gone),) if gone else ())


def _cut(item: ItemBrief, kept: dict[str, int]) -> ItemBrief:
    short = replace(item, **{field: getattr(item, field)[:keep] for field, keep in kept.items()})
    order = [field for field in _NAMES if field in kept]
    return replace(short, left_out=tuple(_gone(field, getattr(item, field)[kept[field] :]) for field in order))


def _lightest_first(items: Sequence[ItemBrief]) -> list[int]:
    """Indexes of the items, those that ask for nothing or only to note first, the later on the agenda before the earlier."""
    return sorted(range(len(items)), key=lambda n: (_weight(items[n]), -n))


def _weight(item: ItemBrief) -> int:
    return max((1 + bool(_DECIDES.search(one.text)) for one in item.asked), default=0)


def _gone(field: str, many: Sequence[CitedStatement | Change | OpenQuestion]) -> str:
    """What is left out, and where it stands: "2 recommendations (report.pdf, pages 3 and 5)"."""
    cited = [citation for one in many for citation in _said(one).citations]
    pages: dict[str, list[str]] = {}
    for file, held in groupby(cited, lambda one: one.file):
        pages.setdefault(file, []).extend(where for one in held if (where := page_or_line(one.page, one.line)))
    places = [", ".join([file, *dict.fromkeys(at)]) for file, at in pages.items()]
    told = "; ".join(places[:_PLACES]) + ("; and elsewhere" if len(places) > _PLACES else "")
    return f"{len(many)} {_NAMES[field][len(many) > 1]} ({told})"


def _said(one: CitedStatement | Change | OpenQuestion) -> CitedStatement:
    return one if isinstance(one, CitedStatement) else one.now if isinstance(one, Change) else one.about
