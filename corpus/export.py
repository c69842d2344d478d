"""An outline as plain values, for JSON: what the command `outline` prints. Pure."""

from dataclasses import asdict
from typing import Any

from corpus.models import Outline, Part, Table


def outline_as_json(outline: Outline) -> dict[str, Any]:
    """The outline's parts, items, minutes, numbered paragraphs, tables and records of tables, as plain values.

    What has no value is None. "coverage" is the share of the paper's words that stand in its paragraphs or furniture.
    """
    return {
        "file": outline.file,
        "coverage": outline.coverage,
        "unread_pages": sorted(outline.unread_pages),
        "parts": [_part(part) for part in outline.parts],
        "agenda_items": [asdict(item) for item in outline.agenda_items],
        "minutes": [
            {**asdict(minute), "ref": minute.ref or None, "resolutions": list(minute.resolutions)}
            for minute in outline.minutes
        ],
        "numbered_paragraphs": [asdict(paragraph) for paragraph in outline.numbered_paragraphs],
        "actions": [asdict(action) for action in outline.actions],
        "forward_plan": [asdict(entry) for entry in outline.forward_plan],
        "tables": [_table(table) for table in outline.tables],
        "attendance": [asdict(one) for one in outline.attendance],
        "offices": [asdict(one) for one in outline.offices],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind.value,
        "title": part.title,
        "council": part.meeting.council,
        "body": part.meeting.body,
        "meeting_date": part.meeting.date,
        "start_line": part.start_line,
        "end_line": part.end_line,
        "start_page": part.start_page,
        "end_page": part.end_page,
        "access": part.access.value,
        "draft": part.draft,
        "held": part.held or None,
        "item": part.item,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "part": table.part,
        "title": table.title or None,
        "unit": table.unit or None,
        "columns": list(table.columns),
        "rows": [list(cells) for cells in table.rows],
        "start_line": table.line,
        "page": table.page,
    }
