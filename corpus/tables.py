"""Records from tables: actions of trackers, entries of forward plans, items of front sheets. Pure."""

import re
from collections.abc import Sequence

from corpus.models import Action, AgendaItem, Block, BlockKind, ForwardPlanEntry

_DATE_CELL = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_NUMBER_CELL = re.compile(r"^(\d{1,4}/\d{2,4}|\d{1,3}[a-z]?)\b")
_AGENDA_ROW = re.compile(r"^(\d{1,3}[a-zA-Z]?)\.?$")
_AGENDA_LINE = re.compile(
    r"^(\d{1,2}[a-zA-Z]?)\.?\s+(.{3,200}?)(?:\s+\(?(?:pages?\s*)?(\d{1,4}\s*(?:-|–|to)\s*\d{1,4}|\d{1,4})\)?)?$", re.S
)


def _column(header: Sequence[str], *names: str) -> int | None:
    for name in names:
        for i, cell in enumerate(header):
            if re.search(name, cell, re.I):
                return i
    return None


def _cell(cells: Sequence[str], column: int | None) -> str | None:
    return (cells[column] or None) if column is not None and column < len(cells) else None


def actions_of(blocks: Sequence[Block]) -> list[Action]:
    """The rows of a tracker as actions; without a header: date, topic, action, owner, status in that order."""
    header: Sequence[str] = ()
    found = []
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            continue
        if block.header:
            header = block.cells
            continue
        if len([cell for cell in block.cells if cell]) < 2 or len(block.cells) < 3:
            continue
        if header and len(header) == len(block.cells):
            what = _column(header, r"action", r"recommendation", r"resolution", r"decision")
            columns = (
                _column(header, r"date of meeting", r"meeting date", r"^date", r"date"),
                _column(header, r"agenda item", r"topic", r"subject", r"item", r"title", r"issue", r"minute"),
                _column(header, r"officer", r"owner", r"responsible", r"\blead\b", r"\bwho\b", r"\bby\b"),
                _column(header, r"status", r"progress", r"response", r"update", r"outcome", r"complete"),
            )
        else:
            what, columns = 2, (0, 1, 3, 4)
        action = _cell(block.cells, what)
        if action is None:
            continue
        date, topic, owner, status = (None if column == what else _cell(block.cells, column) for column in columns)
        found.append(Action(date, topic, action, owner, status, block.line, block.page))
    return found


def forward_plan_of(blocks: Sequence[Block]) -> list[ForwardPlanEntry]:
    """The rows of a forward plan: decisions to come. A number like 155/22 is the plan's, never a minute's."""
    header: Sequence[str] = ()
    found: list[ForwardPlanEntry] = []
    private_list = False
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            if re.search(r"\bin private\b|\bprivate session\b", block.text, re.I):
                private_list = (
                    bool(re.search(r"following items|private session:?-?$", block.text, re.I)) or private_list
                )
            elif re.search(r"\bin public session\b", block.text, re.I):
                private_list = False
            continue
        if block.header:
            if len([cell for cell in block.cells if re.search("[A-Za-z]", cell)]) > 1:
                header = block.cells
            continue
        number = _NUMBER_CELL.match(block.cells[0])
        title_at = (
            _column(header, r"title|subject", r"decision to be considered", r"key decision", r"matter", r"issue")
            if header
            else 0
        )
        title_at = 1 if number and (title_at in {0, None}) else title_at or 0
        title = _cell(block.cells, title_at)
        if title is None and len(block.cells) > 1:
            title = _cell(block.cells, 1)
        if title is None or not re.search("[A-Za-z]{3}", title):
            continue
        date_at = (
            _column(
                header,
                r"decision date",
                r"date of (?:meeting|decision)",
                r"date item",
                r"when",
                r"to be considered by|by cabinet",
                r"date",
            )
            if header
            else None
        )
        if date_at == 0:
            date_at = next((i for i in range(len(header) - 1, 0, -1) if re.search("date", header[i], re.I)), None)
        maker = _cell(
            block.cells, _column(header, r"decision maker", r"decision taker", r"portfolio", r"who") if header else None
        )
        words = block.text.lower()
        private = private_list or "private session" in words or "exempt" in words
        found.append(
            ForwardPlanEntry(
                number[1] if number else None,
                title,
                _cell(block.cells, date_at),
                maker,
                private,
                block.line,
                block.page,
            )
        )
    return found


def agenda_items_of(blocks: Sequence[Block]) -> list[AgendaItem]:
    """The numbered business of a front sheet, each with the pages it prints."""
    found: list[AgendaItem] = []
    for block in blocks:
        if block.kind is BlockKind.ROW:
            cells = [cell for cell in block.cells if cell]
            number = _AGENDA_ROW.match(cells[0]) if cells else None
            if number and len(cells) > 1:
                pages = next((c for c in cells[2:] if re.fullmatch(r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?", c)), None)
                found.append(AgendaItem(number[1], _first_sentence(cells[1]), _pages(pages)))
            continue
        match = _AGENDA_LINE.match(block.text.split("\n")[0])
        if match and not block.text.rstrip().endswith(".") and re.search("[A-Za-z]{3}", match[2]):
            found.append(AgendaItem(match[1], match[2].strip(), _pages(match[3])))
    return _first_run(found)


def _pages(text: str | None) -> str | None:
    return re.sub(r"\s*(?:-|–|to)\s*", "-", text) if text else None


def _first_sentence(text: str) -> str:
    return re.split(
        r"\s+(?=(?:To (?:receive|note|consider|agree|approve|confirm|review|determine)|An? (?:update|overview|annual))\b)",
        text,
    )[0]


def _first_run(items: list[AgendaItem]) -> list[AgendaItem]:
    """Items whose numbers go up; a front sheet's own notes may start at 1 again."""
    out: list[AgendaItem] = []
    for item in items:
        number = int(re.sub(r"\D", "", item.number))
        if not out or number >= int(re.sub(r"\D", "", out[-1].number)):
            if out and number - int(re.sub(r"\D", "", out[-1].number)) > 5:
                continue
            out.append(item)
    return out
