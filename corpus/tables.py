"""Records from tables: actions of trackers, entries of forward plans, items of front sheets. Pure.

A column is known by its header: of several patterns the first that any header fits counts, in the order given here.
"""

import re
from collections.abc import Sequence

from corpus.dates import MONTHS
from corpus.models import Action, AgendaItem, Block, BlockKind, ForwardPlanEntry, Paragraph

_NUMBER_CELL = re.compile(r"^(\d{1,4}/\d{2,4}|\d{1,3}[a-z]?|[A-Z]{1,5}[ /-]?\d{1,4}(?:[/-]\d{1,4})*)\b(?![/.]\d)")
_PRINTED_PAGES = re.compile(r"\s*\(\s*(?:pages?|pp?\.)\s*(\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?)\s*\)", re.I)
_PAGES_CELL = re.compile(r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?")
_AGENDA_ROW = re.compile(r"^(\d{1,3}[a-zA-Z]?)\.?$")
_BEHIND_NO_MONTH = "".join(f"(?<!{month.title()})" for month in MONTHS)  # in "2 May 12" 12 is no page
_AGENDA_LINE = re.compile(
    rf"^(\d{{1,2}}[a-zA-Z]?)\.?\s+(.{{3,200}}?)"
    rf"(?:{_BEHIND_NO_MONTH}\s+\(?(?:pages?\s*)?(\d{{1,4}}\s*(?:-|–|to)\s*\d{{1,4}}|\d{{1,4}})\)?)?$",
    re.S | re.I,
)
_ACTION = (r"action", r"recommendation", r"resolution", r"decision")
_ACTION_DATE = (r"date of meeting", r"meeting date", r"^date", r"^meeting", r"^from\b", r"date")
_ACTION_TOPIC = (r"agenda item", r"topic", r"subject", r"item", r"title", r"issue", r"minute")
_ACTION_OWNER = (r"officer", r"owner", r"responsible", r"\blead\b", r"\bwho\b", r"\bby\b")
_ACTION_STATUS = (r"status", r"^state\b", r"progress", r"response", r"update", r"outcome", r"complete")
_NOBODY = re.compile(r"[-–—]|none|nil|n/?a", re.I)
_TO_ACT = re.compile(r"^(.{2,60}?) to ([a-z].+)$", re.S)  # "Clerk to reply by 3 May"
_LONGEST_HEADER_CELL = 40  # characters, of a row without the reader's mark that is taken for a header
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
    r"decision date",
    r"date of (?:meeting|decision)",
    r"date item",
    r"when",
    r"to be considered by|by cabinet",
    r"expected (?:on|date)|due",
    r"meeting",
    r"date",
)
_DECIDED_BY = (r"decision maker", r"decision taker", r"portfolio", r"who")
_ONLY_A_DATE = re.compile(
    r"(?:date|meeting)s?(?: (?:date|of meeting))?|(?:committee|board|panel) (?:meeting )?date", re.I
)
_PRIVATE = (r"\bprivate\b", r"\bexempt\b", r"\bpublic\b")
_SAYS_PRIVATE = re.compile(r"^(?:yes|no|private|public|open|part|exempt|fully)\b", re.I)
_NOT_EXEMPT = re.compile(r"\bnon[- ]exempt\b|\bno exempt\b|\bexempt\w* from (?!publication)")
_IN_PRIVATE = re.compile(
    r"\bprivate (?:session|report|meeting|item)\b|\bexempt (?:information|report|item|appendix|under)\b|^exempt$"
)
_SECOND_SENTENCE = re.compile(
    r"\s+(?=(?:To (?:receive|note|consider|agree|approve|confirm|review|determine)|An? (?:update|overview|annual))\b)"
)
_FURTHEST = 5  # numbers that a front sheet's items may leave out


def _column(header: Sequence[str], *patterns: str) -> int | None:
    """The first column whose header fits the first of the patterns that fits any."""
    for pattern in patterns:
        for i, cell in enumerate(header):
            if re.search(pattern, cell, re.I):
                return i
    return None


def _cell(cells: Sequence[str], column: int | None) -> str | None:
    return (cells[column] or None) if column is not None and column < len(cells) else None


def acting(who: str, about: str, paragraph: Paragraph) -> Action | None:
    """What stands in the action column of minutes as an action: who acts, or the whole of what is to be done.

    `about` are the words that it stands beside, `paragraph` is its own. None where nobody acts, and where it stands
    beside several matters and does not say which is whose.
    """
    topic, line, page = paragraph.item_title, paragraph.line, paragraph.page
    told = _TO_ACT.match(who)
    if told is not None:
        return Action(None, topic, told[2], told[1], None, line, page)
    return None if "\n" in about or _NOBODY.fullmatch(who) else Action(None, topic, about, who, None, line, page)


def named_actions_of(blocks: Sequence[Block]) -> list[Action]:
    """The rows of tables, in a paper that is no tracker, whose header names an action and who is to act."""
    by_table: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is BlockKind.ROW:
            by_table.setdefault(block.table, []).append(block)
    return [action for rows in by_table.values() if _names_actions(rows[0]) for action in actions_of(rows)]


def _without_trackers(blocks: Sequence[Block]) -> list[Block]:
    trackers = {block.table for block in blocks if block.kind is BlockKind.ROW and _names_actions(block)}
    return [block for block in blocks if block.kind is not BlockKind.ROW or block.table not in trackers]


def _names_actions(row: Block) -> bool:
    return (
        row.header and _column(row.cells, r"^actions?\b") is not None and _column(row.cells, *_ACTION_OWNER) is not None
    )


def actions_of(blocks: Sequence[Block]) -> list[Action]:
    """The rows of a tracker as actions; without a header: date, topic, action, owner, status in that order."""
    header: Sequence[str] = ()
    found = []
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            continue
        if block.header or not header and _looks_like_tracker_header(block.cells):
            header = block.cells
        elif (action := _action(block, header)) is not None:
            found.append(action)
    return found


def _action(row: Block, header: Sequence[str]) -> Action | None:
    """A row as an action; None where it names none, or has fewer than three columns or two filled cells."""
    if len([cell for cell in row.cells if cell]) < 2 or len(row.cells) < 3:
        return None
    what: int | None = 2
    columns: tuple[int | None, ...] = (0, 1, 3, 4)
    if header and len(header) == len(row.cells):
        what = _column(header, *_ACTION)
        columns = tuple(
            _column(header, *patterns) for patterns in (_ACTION_DATE, _ACTION_TOPIC, _ACTION_OWNER, _ACTION_STATUS)
        )
    action = _cell(row.cells, what)
    if action is None:
        return None
    date, topic, owner, status = (None if column == what else _cell(row.cells, column) for column in columns)
    return Action(date, topic, action, owner, status, row.line, row.page)


def _looks_like_tracker_header(cells: Sequence[str]) -> bool:
    return is_tracker_header(cells) and max(map(len, cells)) < _LONGEST_HEADER_CELL


def is_tracker_header(cells: Sequence[str]) -> bool:
    """Whether a header names actions or recommendations and what became of them."""
    names = " | ".join(cells).lower()
    return bool(re.search(r"\baction|\brecommendation", names)) and bool(
        re.search(r"\bstatus|\bstate\b|\bprogress|\bresponse|\bowner|\bresponsible|\bupdate|\boutcome|\bcomplet", names)
    )


def forward_plan_of(blocks: Sequence[Block]) -> list[ForwardPlanEntry]:
    """The rows of a forward plan: decisions to come, without those of a tracker in it.

    A number like 155/22 is the plan's, never a minute's. A table of what comes every year, of months alone, is left out
    where another one says which year, who decides, or has numbers.
    """
    blocks = _without_trackers(blocks)
    header: Sequence[str] = ()
    found: dict[int, list[ForwardPlanEntry]] = {}
    private = False
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            private = _lists_private(block.text, private)
        elif block.header:
            header = block.cells if sum(bool(re.search("[A-Za-z]", cell)) for cell in block.cells) > 1 else header
        elif (entry := _entry(block, header, private)) is not None:
            found.setdefault(block.table, []).append(entry)
    planned = [entries for entries in found.values() if any(map(_is_told, entries))]
    return [entry for entries in planned or found.values() for entry in entries]


def _is_told(entry: ForwardPlanEntry) -> bool:
    """Whether an entry says in which year or by whom it is to be decided, or has a number."""
    return bool(entry.number or entry.decision_maker or re.search(r"\d{4}|\d/\d\d$", entry.decision_date or ""))


def _lists_private(text: str, before: bool) -> bool:
    """Whether what follows this line of a forward plan is to be decided in private; `before` where it says nothing."""
    if re.search(r"\bin private\b|\bprivate session\b", text, re.I):
        return before or bool(re.search(r"following items|private session:?-?$", text, re.I))
    return before and not re.search(r"\bin public session\b", text, re.I)


def _entry(block: Block, header: Sequence[str], private: bool) -> ForwardPlanEntry | None:
    """A row as an entry; None where it names nothing to decide (a list of members, a row that heads a section)."""
    dated = _decision_date_column(header)
    number = _NUMBER_CELL.match(block.cells[0]) if dated != 0 else None
    titles = _column(header, *_DECISION) if header else 0
    if number is None and (titles is None or sum(map(bool, block.cells)) < 2):
        return None
    titles = 1 if number and not titles else titles or 0
    title = _cell(block.cells, titles) or _cell(block.cells, 1)
    if title is None or not re.search("[A-Za-z]{3}", title):
        return None
    return ForwardPlanEntry(
        number=number[1] if number else None,
        title=title,
        decision_date=_date_in(_cell(block.cells, dated), dated),
        decision_maker=_cell(block.cells, _column(header, *_DECIDED_BY)),
        private=private or _is_private(block, _column(header, *_PRIVATE), header),
        start_line=block.line,
        page=block.page,
    )


def _decision_date_column(header: Sequence[str]) -> int | None:
    """The column that says when a decision is due.

    Where the first column seems to, it is the last with a date instead, or the first itself where it says no more than that.
    """
    column = _column(header, *_DECIDED_ON)
    if column != 0:
        return column
    last = next((i for i in range(len(header) - 1, 0, -1) if re.search("date", header[i], re.I)), None)
    return 0 if last is None and _ONLY_A_DATE.fullmatch(header[0]) else last


def _date_in(cell: str | None, column: int | None) -> str | None:
    """What a cell says of the date; None where a first column says that there is none yet."""
    return None if column == 0 and not re.search(r"\d", cell or "") else cell


def _is_private(block: Block, column: int | None, header: Sequence[str]) -> bool:
    """Whether an entry says that its decision is to be taken in private: in a column for it, else in its words."""
    said = _cell(block.cells, column) if len(header) == len(block.cells) else None
    if column is not None and said is not None and _SAYS_PRIVATE.match(said):
        asks_if_public = re.search(r"\bpublic\b", header[column], re.I) is not None
        asks_if_public = asks_if_public and not re.search(r"private|exempt", header[column], re.I)
        if re.match(r"^(?:yes|no)\b", said, re.I):
            return said.lower().startswith("no" if asks_if_public else "yes")
        return not re.match(r"^(?:public|open)\b", said, re.I)
    return bool(_IN_PRIVATE.search(_NOT_EXEMPT.sub("", block.text.lower())))


def agenda_items_of(blocks: Sequence[Block], *, full_stops: bool = False) -> list[AgendaItem]:
    """The numbered business of a front sheet, each with the pages it prints.

    A line that ends with a full stop is an item only where `full_stops` says so, or where no others are found.
    """
    found = (_row_item(block) if block.kind is BlockKind.ROW else _line_item(block, full_stops) for block in blocks)
    items = _first_run([item for item in found if item is not None])
    return items if full_stops or len(items) > 1 or len(blocks) < 2 else agenda_items_of(blocks, full_stops=True)


def _row_item(row: Block) -> AgendaItem | None:
    """A row as an item: number, title and pages in cells of their own."""
    cells = [cell for cell in row.cells if cell]
    number = _AGENDA_ROW.match(cells[0]) if cells else None
    if number is None or len(cells) < 2:
        return None
    title, pages = _title_and_pages(cells[1])
    pages = pages or next((cell for cell in cells[2:] if _PAGES_CELL.fullmatch(cell)), None)
    return AgendaItem(number[1], _SECOND_SENTENCE.split(title)[0], _pages(pages))


def _line_item(block: Block, full_stops: bool) -> AgendaItem | None:
    """A block's first line as an item: "4 Harbour dues (Pages 5 - 9)"."""
    line, pages = _title_and_pages(block.text.split("\n")[0])
    match = _AGENDA_LINE.match(line)
    if match is None or line.rstrip().endswith(".") and not full_stops or not re.search("[A-Za-z]{3}", match[2]):
        return None
    title = line[match.start(2) :] if pages else match[2]
    return AgendaItem(match[1], title.strip(), _pages(pages or match[3]))


def _title_and_pages(text: str) -> tuple[str, str | None]:
    """An item's words without the pages that are printed among them, "(Pages 1 - 14)", and those pages."""
    printed = _PRINTED_PAGES.search(text)
    return (_PRINTED_PAGES.sub("", text, count=1), printed[1]) if printed else (text, None)


def _pages(text: str | None) -> str | None:
    """Printed pages as "5-9"."""
    return re.sub(r"\s*(?:-|–|to)\s*", "-", text) if text else None


def _first_run(items: list[AgendaItem]) -> list[AgendaItem]:
    """Items whose numbers go up; a front sheet's own notes may start at 1 again."""
    out: list[AgendaItem] = []
    last = 0
    for item in items:
        number = int(re.sub(r"\D", "", item.number))
        if not out or last <= number <= last + _FURTHEST:
            out.append(item)
            last = number
    return out
