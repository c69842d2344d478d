"""A brief cut to a height: what matters most stays, and each item says what it leaves out and where that stands. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.brief.items import numbered
from assistant.brief.models import Brief, Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.references import page_or_line

# Each step cuts one field of every item down to so many statements, the items that ask least of members first.
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
Cut = dict[str, int]  # by a field of an item: how many of its statements are kept
_HALVED = 4  # steps after which the actions that belong to no item are halved
_PLACES = 3  # places named of what is left out
_DECIDES = re.compile(
    r"\b(?:agree|approve|adopt|delegate|authori[sz]e|decide|determine|appoint|set|amend|confirm|award|recommend)\b",
    re.I,
)


def within(brief: Brief, most: float, height: Callable[[Brief], float]) -> Brief:
    """The brief, or as much of it as is no higher than `most`.

    Recommendations are cut last, and of these first those of items that only ask to note. At the end all is put back that
    still has room. Sources are numbered anew.
    Units: `most` and what `height` returns are of one unit, for example points on paper.
    """
    kept: list[Cut] = [{} for _ in brief.items]
    actions = len(brief.actions)
    order = _lightest_first(brief.items)
    cuts: list[tuple[int, str]] = []
    for step, (field, keep) in enumerate(_STEPS, 1):
        for i in order:
            if height(_with(brief, kept, actions)) <= most:
                return _with(brief, _put_back(brief, kept, actions, cuts, most, height), actions)
            if len(getattr(brief.items[i], field)) > keep:
                kept[i][field] = keep
                cuts.append((i, field))
        actions = actions // 2 if step % _HALVED == 0 else actions
    return _with(brief, kept, actions)


def _put_back(
    brief: Brief,
    kept: Sequence[Cut],
    actions: int,
    cuts: Sequence[tuple[int, str]],
    most: float,
    height: Callable[[Brief], float],
) -> list[Cut]:
    """The cuts that are still needed: from the last one on, each field gets back as many statements as fit.

    Shapes: `cuts` are pairs of an item's index and a field, in the order in which they were made.
    """
    needed = [dict(keep) for keep in kept]
    for i, field in dict.fromkeys(reversed(cuts)):
        whole = len(getattr(brief.items[i], field))
        for many in range(whole, needed[i][field], -1):
            tried = [dict(keep) for keep in needed]
            tried[i] = {name: count for name, count in needed[i].items() if name != field}
            if many < whole:
                tried[i][field] = many
            if height(_with(brief, tried, actions)) <= most:
                needed = tried
                break
    return needed


def _with(brief: Brief, kept: Sequence[Cut], actions: int) -> Brief:
    """The brief with its items cut, and only the first so many of the actions that belong to no item."""
    if not any(kept) and actions == len(brief.actions):
        return brief
    items = [_cut(item, keep) for item, keep in zip(brief.items, kept, strict=True)]
    shown, waiting = numbered(items, brief.actions[:actions])
    gone = brief.actions[actions:]
    return replace(brief, items=shown, actions=waiting, left_out=(_gone("actions", gone),) if gone else ())


def _cut(item: ItemBrief, kept: Cut) -> ItemBrief:
    """The item with only the first so many statements of each field, and what it leaves out."""
    short = replace(item, **{field: getattr(item, field)[:keep] for field, keep in kept.items()})
    order = [field for field in _NAMES if field in kept]
    return replace(short, left_out=tuple(_gone(field, getattr(item, field)[kept[field] :]) for field in order))


def _lightest_first(items: Sequence[ItemBrief]) -> list[int]:
    """Indexes of the items, those that ask least of members first, and of equals the later on the agenda first."""
    return sorted(range(len(items)), key=lambda i: (_weight(items[i]), -i))


def _weight(item: ItemBrief) -> int:
    """What an item asks of members: 0 nothing, 1 to note, 2 to decide."""
    return max((1 + bool(_DECIDES.search(said.text)) for said in item.asked), default=0)


def _gone(field: str, many: Sequence[CitedStatement | Change | OpenQuestion]) -> str:
    """What is left out, and where it stands: "2 recommendations (report.pdf, page 3, page 5)"."""
    citations = [cited for one in many for cited in _said(one).citations]
    pages: dict[str, list[str]] = {}
    for file, held in groupby(citations, lambda cited: cited.file):
        pages.setdefault(file, []).extend(where for cited in held if (where := page_or_line(cited.page, cited.line)))
    places = [", ".join([file, *dict.fromkeys(where)]) for file, where in pages.items()]
    told = "; ".join(places[:_PLACES]) + ("; and elsewhere" if len(places) > _PLACES else "")
    return f"{len(many)} {_NAMES[field][len(many) > 1]} ({told})"


def _said(one: CitedStatement | Change | OpenQuestion) -> CitedStatement:
    """The statement that tells where a change or a question stands."""
    return one if isinstance(one, CitedStatement) else one.now if isinstance(one, Change) else one.about
