"""How much of a paper's gold outline was read, as F1 of each kind of thing in it. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.evaluation.measures import squash

_Thing = Mapping[str, Any]
_Same = Callable[[_Thing, _Thing], bool]
_PART_LINES, _MINUTE_LINES, _PARAGRAPH_LINES = 6, 3, 1  # how far apart two first lines may be
_RESOLUTION, _ACTION, _PLANNED = 60, 40, 30  # letters and digits that must agree from the start


def score_outline(gold: _Thing, read: _Thing) -> dict[str, float]:
    """F1, 0..1, of what an outline holds against its gold outline; titles are the share right of the minutes matched.

    Both are outlines as the command `outline --json` prints them. A kind that the gold outline has none of is left out.
    """
    pairs = {
        "parts": (_of(gold, "parts"), _of(read, "parts"), _same_part),
        "minutes": (_of(gold, "minutes"), _of(read, "minutes"), _same_minute),
        "resolutions": (_resolutions(gold), _resolutions(read), _same_resolution),
        "paragraphs": (_of(gold, "numbered_paragraphs"), _of(read, "numbered_paragraphs"), _same_paragraph),
        "actions": (_of(gold, "actions"), _of(read, "actions"), _begins_alike("action", _ACTION)),
        "forward_plan": (_of(gold, "forward_plan"), _of(read, "forward_plan"), _begins_alike("title", _PLANNED)),
    }
    figures = {name: _f1(wanted, found, same) for name, (wanted, found, same) in pairs.items() if wanted}
    minutes = _matched(*pairs["minutes"])
    if minutes:
        right = sum(squash(wanted["title"]) == squash(found.get("title") or "") for wanted, found in minutes)
        figures["titles"] = round(right / len(minutes), 3)
    return figures


def _of(outline: _Thing, name: str) -> list[_Thing]:
    return list(outline.get(name) or [])


def _resolutions(outline: _Thing) -> list[_Thing]:
    """Each resolution with the number of its minute."""
    return [
        {"ref": minute.get("ref"), "text": text}
        for minute in _of(outline, "minutes")
        for text in minute.get("resolutions") or []
    ]


def _f1(wanted: Sequence[_Thing], found: Sequence[_Thing], same: _Same) -> float:
    hits = len(_matched(wanted, found, same))
    return round(2 * hits / (len(wanted) + len(found)), 3) if hits else 0.0


def _matched(wanted: Sequence[_Thing], found: Sequence[_Thing], same: _Same) -> list[tuple[_Thing, _Thing]]:
    """Each thing wanted with the first found that is the same and not taken yet."""
    left = list(found)
    pairs = []
    for thing in wanted:
        match = next((i for i, other in enumerate(left) if same(thing, other)), None)
        if match is not None:
            pairs.append((thing, left.pop(match)))
    return pairs


def _same_part(wanted: _Thing, found: _Thing) -> bool:
    return (
        wanted["kind"] == found.get("kind")
        and wanted.get("meeting_date") == found.get("meeting_date")
        and _near(wanted, found, _PART_LINES)
    )


def _same_minute(wanted: _Thing, found: _Thing) -> bool:
    return squash(wanted["ref"] or "") == squash(found.get("ref") or "") and _near(wanted, found, _MINUTE_LINES)


def _same_paragraph(wanted: _Thing, found: _Thing) -> bool:
    return wanted["number"] == found.get("number") and _near(wanted, found, _PARAGRAPH_LINES)


def _same_resolution(wanted: _Thing, found: _Thing) -> bool:
    return wanted["ref"] == found["ref"] and _decided(wanted) == _decided(found)


def _decided(resolution: _Thing) -> str:
    return squash(resolution["text"]).removeprefix("resolved").removeprefix("that")[:_RESOLUTION]


def _begins_alike(field: str, letters: int) -> _Same:
    """Whether the field of two things begins with the same letters and digits."""
    return lambda wanted, found: squash(wanted[field])[:letters] == squash(found.get(field) or "")[:letters]


def _near(wanted: _Thing, found: _Thing, lines: int) -> bool:
    """Whether two first lines are at most so many apart; where a paper has no lines, whether the page is the same."""
    if wanted.get("start_line") and found.get("start_line"):
        return bool(abs(wanted["start_line"] - found["start_line"]) <= lines)
    return _page(wanted) == _page(found)


def _page(thing: _Thing) -> int | None:
    return thing.get("page") or thing.get("start_page")
