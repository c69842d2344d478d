"""The gold outline of a paper, told from its source and from where its blocks came to stand."""

import re
from typing import Any

from sample_source.blocks import Block, Paper, fill, plain
from sample_source.text import Places

Row = dict[str, Any]


def gold_outline(paper: Paper, places: Places, ranges: dict[str, str], paged: bool) -> Row:
    """What `minutebook outline` should print for the paper; places are pages if `paged`, else lines."""
    out: Row = {"file": paper.name, "parts": _parts(paper, places, paged), "agenda_items": [], "minutes": [],
                "numbered_paragraphs": [], "actions": [], "forward_plan": []}  # fmt: skip
    part = ""
    for index, block in enumerate(paper.blocks):
        first, last = places.get((index, 0), (0, 0))
        place = {"start_line": None if paged else first, "page": first if paged else None}
        if block.kind == "part":
            part = block.fields[1]
        elif block.kind == "minute":
            out["minutes"].append({"ref": block.label.rstrip("."), "title": block.text, **place, "resolutions": []})
        elif block.kind == "resolution":
            out["minutes"][-1]["resolutions"].append(
                re.sub(r"^(?:The \w+ )?resolved\s*", "", plain(block.text), flags=re.I)
            )
        elif block.kind == "resolution-more":
            out["minutes"][-1]["resolutions"][-1] += " " + plain(block.text)
        elif block.kind == "numbered":
            out["numbered_paragraphs"].append({"part": part, "number": block.label, **place, "text": plain(block.text)})
        elif block.rows:
            out |= {key: out[key] + rows for key, rows in _rows(block, index, places, ranges, paged).items()}
        if out["minutes"] and not paged and block.kind not in ("part", "page", "blank", "h1", "h2"):
            out["minutes"][-1].setdefault("end_line", last)
            if block.kind != "minute" and part.lower().startswith(("minutes", "draft minutes")):
                out["minutes"][-1]["end_line"] = last
    return out


def _parts(paper: Paper, places: Places, paged: bool) -> list[Row]:
    starts = [i for i, block in enumerate(paper.blocks) if block.kind == "part"]
    end = max(last for _, last in places.values())
    parts = []
    for number, index in enumerate(starts):
        kind, title, body, date = paper.blocks[index].fields[:4]
        first = places[index + 1, 0][0]
        last = places[starts[number + 1] + 1, 0][0] - 1 if number + 1 < len(starts) else end
        parts.append({
            "kind": kind, "title": title, "council": paper.meta.get("council", "Aldermere Borough Council"),
            "body": body, "meeting_date": date,
            "start_line": None if paged else first, "end_line": None if paged else last,
            "start_page": first if paged else None, "end_page": max(first, last) if paged else None,
        })  # fmt: skip
    return parts


def _rows(block: Block, index: int, places: Places, ranges: dict[str, str], paged: bool) -> dict[str, list[Row]]:
    keys = {
        "agenda": ("agenda_items", ("number", "title", "pages")),
        "actions": ("actions", ("date", "topic", "action", "owner", "status")),
        "forward": ("forward_plan", ("number", "title", "decision_date", "decision_maker", "private")),
    }
    if block.kind not in keys:
        return {}
    target, names = keys[block.kind]
    rows = []
    for number, cells in enumerate(block.rows[1:], 1):
        row: Row = {name: fill(plain(cell), ranges) or None for name, cell in zip(names, cells, strict=False)}
        if "private" in row:
            row["private"] = str(row["private"] or "").lower().startswith(("yes", "private", "part"))
        line = places.get((index, number), (0, 0))[0]
        if not paged and block.kind != "agenda":
            row["start_line"] = line
        rows.append(row)
    return {target: rows}
