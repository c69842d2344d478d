"""Records from tables: actions of trackers, entries of forward plans, items of front sheets. Pure."""

import re
from collections.abc import Sequence

from corpus.models import Action, AgendaItem, Block, BlockKind, ForwardPlanEntry

_NUMBER_CELL = re.compile(r"^(\d{1,4}/\d{2,4}|\d{1,3}[a-z]?|[A-Z]{1,5}[ /-]?\d{1,4}(?:[/-]\d{1,4})*)\b(?![/.]\d)")
_PRINTED_PAGES = re.compile(r"\s*\(\s*(?:pages?|pp?\.)\s*(\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?)\s*\)", re.I)
_AGENDA_ROW = re.compile(r"^(\d{1,3}[a-zA-Z]?)\.?$")
_AGENDA_LINE = re.compile(
    r"^(\d{1,2}[a-zA-Z]?)\.?\s+(.{3,200}?)(?:(?<!January)(?<!February)(?<!March)(?<!April)(?<!May)(?<!June)(?<!July)(?<!August)(?<!September)(?<!October)(?<!November)(?<!December)\s+\(?(?:pages?\s*)?(\d{1,4}\s*(?:-|–|to)\s*\d{1,4}|\d{1,4})\)?)?$",
    re.S | re.I,
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
        if block.header or not header and is_tracker_header(block.cells) and max(map(len, block.cells)) < 40:
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


def is_tracker_header(cells: Sequence[str]) -> bool:
    """Whether a header names actions or recommendations and what became of them."""
    names = " | ".join(cells).lower()
    return bool(re.search(r"\baction|\brecommendation", names)) and bool(
        re.search(r"\bstatus|\bprogress|\bresponse|\bowner|\bresponsible|\bupdate|\boutcome|\bcomplet", names)
    )


def forward_plan_of(blocks: Sequence[Block]) -> list[ForwardPlanEntry]:
    """The rows of a forward plan: decisions to come. A number like 155/22 is the plan's, never a minute's."""
    header: Sequence[str] = ()
    found: list[ForwardPlanEntry] = []
    private_list = False
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            if re.search(r"\bin private\b|\bprivate session\b", block.text, re.I):
                private_list = private_list or bool(
                    re.search(r"following items|private session:?-?$", block.text, re.I)
                )
            elif re.search(r"\bin public session\b", block.text, re.I):
                private_list = False
        elif block.header:
            header = block.cells if sum(bool(re.search("[A-Za-z]", cell)) for cell in block.cells) > 1 else header
        elif (entry := _entry(block, header, private_list)) is not None:
            found.append(entry)
    return found


_DECISION = (
    r"title|subject",
    r"decision to be considered",
    r"key decision",
    r"matter",
    r"issue",
    r"^decision\b(?! maker)",
    r"item",
)
_DECIDED_ON = (
    r"decision date", r"date of (?:meeting|decision)", r"date item", r"when", r"to be considered by|by cabinet",
    r"expected (?:on|date)|due", r"meeting", r"date",
)  # fmt: skip


def _entry(block: Block, header: Sequence[str], private_list: bool) -> ForwardPlanEntry | None:
    """A row as an entry; None where it names nothing to decide (a list of members, a row that heads a section)."""
    number = _NUMBER_CELL.match(block.cells[0])
    title_at = _column(header, *_DECISION) if header else 0
    if number is None and (title_at is None or sum(map(bool, block.cells)) < 2):
        return None
    title_at = 1 if number and not title_at else title_at or 0
    title = _cell(block.cells, title_at) or (_cell(block.cells, 1) if len(block.cells) > 1 else None)
    if title is None or not re.search("[A-Za-z]{3}", title):
        return None
    when = _column(header, *_DECIDED_ON) if header else None
    if when == 0:
        when = next((i for i in range(len(header) - 1, 0, -1) if re.search("date", header[i], re.I)), None)
    maker = _column(header, r"decision maker", r"decision taker", r"portfolio", r"who") if header else None
    secret = _column(header, r"\bprivate\b", r"\bexempt\b", r"\bpublic\b")
    return ForwardPlanEntry(
        number=number[1] if number else None,
        title=title,
        decision_date=_cell(block.cells, when),
        decision_maker=_cell(block.cells, maker),
        private=private_list or _is_private(block, secret, header),
        start_line=block.line,
        page=block.page,
    )


def _is_private(block: Block, column: int | None, header: Sequence[str]) -> bool:
    """Whether an entry says that its decision is to be taken in private: in a column for it, or in its words."""
    said = _cell(block.cells, column) if len(header) == len(block.cells) else None
    if (
        column is not None
        and said is not None
        and re.match(r"^(?:yes|no|private|public|open|part|exempt|fully)\b", said, re.I)
    ):
        open_to_all = bool(re.search(r"\bpublic\b", header[column], re.I)) and not re.search(
            r"private|exempt", header[column], re.I
        )
        if re.match(r"^(?:yes|no)\b", said, re.I):
            return said.lower().startswith("no") if open_to_all else said.lower().startswith("yes")
        return not re.match(r"^(?:public|open)\b", said, re.I)
    words = re.sub(r"\bnon[- ]exempt\b|\bno exempt\b|\bexempt\w* from (?!publication)", "", block.text.lower())
    return bool(
        re.search(
            r"\bprivate (?:session|report|meeting)\b|\bexempt (?:information|report|item|appendix|under)\b|^exempt$",
            words,
        )
    )


def agenda_items_of(blocks: Sequence[Block], *, full_stops: bool = False) -> list[AgendaItem]:
    """The numbered business of a front sheet, each with the pages it prints.

    A line that ends with a full stop is an item only where `full_stops` says so, or where no others are found.
    """
    found: list[AgendaItem] = []
    for block in blocks:
        if block.kind is BlockKind.ROW:
            cells = [cell for cell in block.cells if cell]
            number = _AGENDA_ROW.match(cells[0]) if cells else None
            if number and len(cells) > 1:
                title, pages = _title_and_pages(cells[1])
                pages = pages or next((c for c in cells[2:] if re.fullmatch(r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?", c)), None)
                found.append(AgendaItem(number[1], _first_sentence(title), _pages(pages)))
            continue
        line, pages = _title_and_pages(block.text.split("\n")[0])
        match = _AGENDA_LINE.match(line)
        if match and (full_stops or not line.rstrip().endswith(".")) and re.search("[A-Za-z]{3}", match[2]):
            title = line[match.start(2) :] if pages else match[2]
            found.append(AgendaItem(match[1], title.strip(), _pages(pages or match[3])))
    items = _first_run(found)
    return items if full_stops or len(items) > 1 or len(blocks) < 2 else agenda_items_of(blocks, full_stops=True)


def _title_and_pages(text: str) -> tuple[str, str | None]:
    """An item's words without the pages that are printed among them, "(Pages 1 - 14)", and those."""
    printed = _PRINTED_PAGES.search(text)
    return (_PRINTED_PAGES.sub("", text, count=1), printed[1]) if printed else (text, None)


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
