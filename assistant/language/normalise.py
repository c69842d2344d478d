"""Text in one form for the support gate: tags, quotes and dashes, and tables told as sentences. Pure."""

import re
from collections.abc import Callable
from functools import lru_cache

from index.text import NUMBER_WORDS, ORDINAL_WORDS

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "…": "."}
)
_TAG = re.compile(r"<(/?)(\w+)[^<>]*>")
_ORDINALS = dict(zip(
    ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"),
    ORDINAL_WORDS, strict=True))  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?:[1-9]|10)(?:st|nd|rd|th)\b(?!\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|-|to|(?:and|&)\s\d))"
)


_ONES = "|".join(word for word, number in NUMBER_WORDS.items() if 1 <= number <= 12)  # the hours of a clock
_HOURS = rf"{_ONES}|1[0-2]|[1-9]"
_SOME = rf"{_ONES}|{_ONES.title()}"
_AMONG = r"twelve|eleven|fifteen|thirty|forty|fifty|ten|nine|eight|seven|six|five|four|three|twenty|a hundred|10|[3-9]|20|100"
_VERB = r"\s?(?:[.,;:)]|$|-\s|(?:is|are|was|were|has|have|had|does|do|did|will|would|could|can|who|whose|now|lives?|said|\w+ed)\b)"


def _told_as_clock(match: re.Match[str]) -> str:
    """ "Half past four" as "4:30"."""
    hour = NUMBER_WORDS[match[2].lower()] if match[2].isalpha() else int(match[2])
    past = {"half past": 30, "quarter past": 15, "quarter to": -15}[match[1].lower()]
    return f"{(hour - (past < 0) - 1) % 12 + 1}:{past % 60}"


def _told_as_quarter(match: re.Match[str]) -> str:
    """ "Third quarter" as "Q3"."""
    return f"Q{('first', 'second', 'third', 'fourth').index(match[1].lower()) + 1}"


_OTHERWISE: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\bhalf a year\b", re.I), "six months"),
    (
        re.compile(r"\b(first|second|third|fourth) quarter(?= of (?:the )?(?:financial )?(?:year|20\d\d))", re.I),
        _told_as_quarter,
    ),
    (re.compile(r"\bhalf an hour\b", re.I), "30 minutes"),
    (re.compile(r"\ba year and a half\b", re.I), "18 months"),
    (re.compile(r"\bhalf[- ]year(?:ly)?\b", re.I), "halfyear"),
    (re.compile(r"\bhalf a dozen\b", re.I), "six"),
    (re.compile(rf"\b(?:a )?(half past|quarter past|quarter to) ({_HOURS})\b", re.I), _told_as_clock),
    (
        re.compile(rf"\b({_SOME}) ((?:(?!in\b|out\b)[a-z]+ ){{1,3}})(in|out of) (every )?({_AMONG})\b(?={_VERB})"),
        r"\1 in \5 \2",
    ),
    (re.compile(rf"\b({_ONES})(?= o'?clock\b)", re.I), lambda match: str(NUMBER_WORDS[match[1].lower()])),
    (re.compile(r"\b(?:prior to|in advance of)\b", re.I), "before"),
    (re.compile(r"\bsubsequent to\b", re.I), "after"),
    (re.compile(r"\b[Aa]/[Cc]\b"), "account"),
    (
        re.compile(r"(?<![£$€\d.,])(\d[\d.,]*)m(?=\)| (?:long|wide|high|tall|deep|from|on|of|either|in length)\b)"),
        r"\1 metres",
    ),
)


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """The text with tags removed and quotes, dashes and spaces in one form; line ends and tabs are kept."""
    text = text.translate(_QUOTES)
    if "<" in text:
        text = _TAG.sub(
            lambda tag: "" if tag[2].lower() in ("sup", "sub", "b", "i", "em", "strong", "u", "span") else "\n", text
        )
    for pattern, words in _OTHERWISE:
        text = pattern.sub(words, text)
    text = re.sub(r"\b([Vv]ice) (?=[Cc]hair)", r"\1-", text)
    text = re.sub(r"(?m)^(\d{1,3}\.)(?=[A-Z][a-z])", r"\1 ", text)
    text = _ORDINAL.sub(lambda match: _ORDINALS[match[0]], text)
    return re.sub(r"[ \r\f\v]+", " ", text).strip()


@lru_cache(maxsize=4_096)
def squashed(text: str) -> str:
    """Letters, digits and signs alone, for telling whether one text stands inside another."""
    return re.sub(r"[^a-z0-9£%+]+", " ", plain(text).lower()).strip()


def as_tables(texts: tuple[str, ...]) -> list[str]:
    """The texts, rows of one table that follow each other (cells parted by tabs or "|", of one number) joined line by line."""
    told: list[str] = []
    before = 0
    for text in texts:
        row = text.replace("\t", " | ") if "\n" not in text.strip() else text
        cells = len(row.split("|")) if "\n" not in row.strip() else 0
        if told and before > 1 and (cells == before or (cells == before + 1 and "\n" not in told[-1])):
            told[-1] += "\n" + row
        else:
            told.append(row if cells > 1 else text)
        before = cells
    return told


def tables_told(text: str) -> str:
    """A table's row after its header's line ("A | B", "1 | 2") as "A 1 . B 2", its first cell with every other."""
    lines = text.split("\n")
    if len(lines) < 2 or "|" not in lines[-1]:
        return text
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    if len(rows[0]) == len(rows[-1]) - 1 > 1:
        rows[0] = ["", *rows[0]]  # the rows' own names stand under no column's
    header = next((row for row in rows[:-1] if len(row) == len(rows[-1]) and len(row) > 1), None)
    if header is None:
        return text
    told = []
    for row in rows[rows.index(header) + 1 :]:
        if len(row) != len(header):
            return text
        bare = re.fullmatch(r"[£\d.,%\s-]+", row[0]) and not _YEAR.fullmatch(row[0])
        label = "" if bare else row[0]
        told.append(f"{header[0]}: {row[0]}" if header[0] else row[0])
        told += [
            f"{label} {_SCALE.sub('', name)}: {_scaled(cell, name)}"
            for name, cell in zip(header[1:], row[1:], strict=True)
            if cell
        ]
    return ".\n".join(told)


_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?")
_SCALE = re.compile(r"\s?\(?£\s?'?(?:000s?|k|m)\)?", re.I)


def _scaled(cell: str, name: str) -> str:
    """A bare number of a cell in the unit that its column's name gives: %, £, £000, £m."""
    if not re.fullmatch(r"-?[\d,]+(?:\.\d+)?", cell):
        return cell
    if re.search(r"£\s?'?(?:000|k)", name):
        return f"£{cell}k"
    if re.search(r"£\s?m", name):
        return f"£{cell}m"
    if "£" in name:
        return f"£{cell}"
    return f"{cell}%" if re.search(r"%|per cent|percentage", name) else cell
