"""The figures of a text, in digits or in words: value, kind, what they are a rate of, and how they are bounded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.language.figure_bounds import bound_of
from index.text import NUMBER_WORDS

_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_UNIT_WORD = "|".join(sorted([*NUMBER_WORDS, *_TENS, *_SCALES], key=len, reverse=True))
_WORDS = rf"(?:{_UNIT_WORD})\b(?:(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+|(?<=million)\s+and\s+)(?:{_UNIT_WORD})\b)*"
_DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FRACTION = r"(?:(?P<top>(?:a|one|two|three|four|five|six|seven|eight|nine)[\s-]+|(?<=\btop )|(?<=\bbottom )|(?<=\bupper )|(?<=\blower )|(?<=\bother )|(?<=\bremaining ))(?P<part>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|(?P<half>half|halves))\b(?!\s+(?:year|term|day|time|meeting|of the year|report|stage|part(?:y|ies)|past|term)\b)"
_ONE_IN = r"(?P<odds>one|two|three|four|five|six|seven|eight|nine|\d+)\s+(?:in|out of)(?:\s+every)?\s+(?P<among>ten|nine|eight|seven|six|five|four|three|twenty|a hundred|10|9|8|7|6|5|4|3|20|100)\b(?!\s(?:days?|weeks?|months?|years?|hours?)|[.,]\d)|(?P<one>one|1)\s+in(?:\s+every)?\s+(?P<of>eleven|twelve|fifteen|thirty|forty|fifty|1[1-9]|[2-9]\d|[1-9]00)\b(?!\s(?:days?|weeks?|months?|years?|hours?)|[.,/:%]|\s?per)"
_TIMES_AS = rf"(?P<multiple>twice|(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bshould )(?<!\bmay )(?:double|treble|triple|quadruple))(?=\s(?:as|the|that|those|what|its|their|his|her)\b)|(?P<manifold>(?:{_UNIT_WORD})|\d+(?:\.\d+)?)(?:[\s-]?fold\b|[\s-]times(?=\s(?:as|the(?!\s(?:day|week|month|year)\b)|that|those|what|its|their|[a-z]+er|more|less)\b)|\s?:\s?1\b(?![\d.,:]))"
_HOUR = r"(?P<hour>0?\d|1\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<side>[ap]\.?m\b\.?|o'?clock\b|noon\b|midnight\b|hrs\b)|(?P<hour_>0?\d|1\d|2[0-3]):(?P<minute_>[0-5]\d)(?![\d:])"
_SCALE = r"(?:\s?(?P<scale>million|billion|thousand|m|mn|k|bn)\b)?"
_HALF_OF = r"(?:a )?(?P<share>half|quarter)(?: of)? a (?P<big>million|billion)\b"
_TIMES_A = r"(?P<often>twice|once)(?=\s(?:a|per|each|every)\s(?:year|month|week|day|term|quarter)|\syearly|\sannually)"
_DIGITS = r"(?:(?P<money>[£€$])\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)" + _SCALE
_FIGURE = re.compile(
    rf"(?<![\w/.])(?<![A-Za-z]-)(?:{_HOUR}|{_ONE_IN}|{_TIMES_AS}|{_HALF_OF}|{_TIMES_A}|{_FRACTION}|{_DIGITS}|(?:(?:a|an)\s+(?=hundred|thousand|million|billion|dozen|fortnight))?(?:(?P<words>{_WORDS})|(?P<other>dozen|fortnight(?:ly)?)\b))",
    re.I,
)
_SPAN = re.compile(
    r"\b(over|more than|longer than|less than|under|nearly|almost) (an?) (?=(?:hour|day|week|fortnight|month|year|decade)\b(?!['’]))",
    re.I,
)  # "a week" by itself is as often a rate
_PERCENT = re.compile(
    r"\s?(?:%|per\s?cent\b|percent\b)(?:\s?(?P<points>(?:percentage\s)?points?)\b)?|\s?(?P<alone>percentage\spoints?)\b",
    re.I,
)
_PENCE = re.compile(r"\s?(?:p|pence)\b(?!\.a)", re.I)
_POUNDS = re.compile(r"\s?pounds?\b", re.I)
_TIMES_WORD = re.compile(r"\stimes(?=\s(?:a|per|each|every)\s)", re.I)
_TIME = re.compile(
    r"(?:\s|-)?(?:(?:working|calendar|school|consecutive|successive|further|more|extra|additional|earlier|previous|last|past|next|coming|following|later|other|full|whole|complete|financial|remaining)\s)?(?P<unit>day|week|month|year|yr|hour|hr|minute|min|fortnight|decade)(?:s\b|\b(?![’']))",
    re.I,
)
_NUMBERED_DAY = re.compile(r"\b(?:on|by|at|from|after|until) (day|week|month) $", re.I)
_SIZE = re.compile(
    r"[\s-]?(?P<unit>tonne|mile|km|kilometre|metre|hectare|acre|kg|mph|kwh|mwh|litre|foot|feet|yard|gallon)s?\b", re.I
)
_RATE = re.compile(
    r"(?:\s?\(?(?P<per>per|for every|in every|out of every|a|an|each|every|/)\s?(?P<what>\d[\d,]*|ten thousand|thousand|[a-z]+)|\s?(?P<annual>p\.?a\b\.?|per annum|annually|yearly|weekly|monthly|daily|a head))(?!\s(?:before|earlier|ago|later|previously|after)\b)",
    re.I,
)
_A_RATE = frozenset(
    "day week month year hour annum night term quarter head child pupil household resident person place property visit dwelling tonne kilogram kg mile km kilometre acre hectare litre metre bin item journey meal".split()
)
_LABEL = re.compile(
    r"\b(?:minutes?|paragraphs?|para|section|item|appendix|page|recommendation|resolution|schedule|table|figure|ref|no|number|regulation|article|annex|part|clause|option)\.?\s(?:nos?\.?\s)?$",
    re.I,
)
_OPENS, _CLOSES = re.compile(r"(?:^|[.:;\"\n]\s?)\(?$"), re.compile(r"\)\s(?=[A-Z])")  # "4) RESOLVED that"
_PART_OF_WORD = re.compile(r"(?!(?:x|pa)\b)\w|[.,/]\d")
_CLAUSE_END = re.compile(r"\s?(?:[.,;)]|$|in\b|and\b|a year\b|last\b|the\b)")
_AGE = re.compile(r"\bage[ds]?\b", re.I)
_COMPARED = re.compile(
    r"^[^.]{0,45}\b(?:(?:from|to|against|with|than)(?: (?:an?|the))?(?: \w+){0,2}?(?: of)?|and(?: (?-i:[A-Z])\w+){1,3}) $",
    re.I,
)
_UNTIL = re.compile(r"\s?(?:-|to|until|till|and)\s?")
_RANGE = re.compile(r"\s?(?:-|to|and|or)\s?")
_NUMBERING = re.compile(r"^\W*(?:\(?(?:\d+|[a-z]|[ivx]+)[.)]\s|\d+(?:\.\d+)+\.?\s+(?=[A-Z‘'\"(]))")
_UNITS = {
    "day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14), "month": ("month", 1), "year": ("month", 12),
    "yr": ("month", 12), "decade": ("month", 120), "hour": ("hour", 1), "hr": ("hour", 1), "minute": ("minute", 1), "min": ("minute", 1),
}  # fmt: skip
_MULTIPLES = {"twice": 2.0, "double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0}
_DIGIT_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "billion": 1e9, "bn": 1e9}
_SPAN_BOUNDS = {"less than": "under", "under": "under", "nearly": "nearly", "almost": "nearly"}
_ANNUAL = {"weekly": "week", "monthly": "month", "daily": "day", "a head": "head"}  # any other is yearly
_BASES = {"annum": "year", "ten thousand": "10000", "thousand": "1000"}
_IN_TIME = re.compile(r"\b(?:the|last|past|next|these|those)\s$", re.I)
_CLOCK = "clock"  # opens the unit of a time of day
_HALF_DAY = 12  # hours
_AHEAD = 28  # letters before a figure that may tell what it numbers


class FigureKind(StrEnum):
    """What a figure measures; figures of two kinds are never equal."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "percentage points"
    MONEY = "money"
    TIME = "time"
    SIZE = "size"
    FRACTION = "fraction"
    MULTIPLE = "multiple"  # "twice as many", "8.1:1"
    LABEL = "label"  # the number of a paragraph, table or page


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure.

    `value` is in the smallest common form of its unit: pounds, days, months, hours or minutes, a plain number; a time of
    day is in minutes since noon or midnight. `bare` is the number as printed, before its unit.
    """

    value: float
    kind: FigureKind
    printed: str
    unit: str = ""  # of a time or a size: "day", "month", "tonne", "clock pm"
    rates: tuple[str, ...] = ()  # what it is a rate of: "week", "10000", "pupil"
    bare: float = 0.0
    bound: str = ""  # over, under, at-least, at-most, nearly, about, not


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure and where it stands (character offsets)."""

    figure: Figure
    start: int
    end: int


def numbering_end(text: str) -> int:
    """Return where a paragraph's printed number or bullet ends, 0 where it has none; it is no figure of the paragraph."""
    match = _NUMBERING.match(text)
    return match.end() if match else 0


def find_figures(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[FoundFigure]:
    """Return every figure of the text outside the taken stretches (its dates), in order."""
    found: list[FoundFigure] = []
    for match in _FIGURE.finditer(text, numbering_end(text)):
        start, end = match.span()
        if any(start < stop and begin < end for begin, stop in taken) or (found and start < found[-1].end):
            continue
        if _PART_OF_WORD.match(text, end) and not any(unit.match(text, end) for unit in (_PENCE, _TIME, _SIZE)):
            continue
        figure = _valued(match)
        if figure is not None:
            found.append(_finished(figure, text, start, end))
    found += [
        _span(match, text)
        for match in _SPAN.finditer(text)
        if not any(other.start <= match.start(2) < other.end for other in found)
    ]
    found.sort(key=lambda figure: figure.start)
    return _with_shared_units(_with_ranges(found, text), text)


def _span(match: re.Match[str], text: str) -> FoundFigure:
    """Return the 1 of "over a year"."""
    found = _finished(Figure(1, FigureKind.COUNT, match[2]), text, *match.span(2))
    return replace(found, figure=replace(found.figure, bound=_SPAN_BOUNDS.get(match[1].lower(), "over")))


def _with_shared_units(found: list[FoundFigure], text: str) -> list[FoundFigure]:
    """Return the figures with a bare one at a clause's end in the unit of the one before ("8 weeks, down from 13")."""
    for i in range(1, len(found)):
        last, this = found[i - 1], found[i]
        if _is_clock(last.figure) and this.figure.kind is FigureKind.COUNT and this.figure.value in range(1, 13):
            if _UNTIL.fullmatch(text, last.end, this.start):
                value = 60 * (this.figure.value % _HALF_DAY)
                hour = replace(this.figure, kind=FigureKind.TIME, unit=_CLOCK, value=value)
                found[i] = FoundFigure(hour, this.start, this.end)
            continue
        bare = this.figure.kind is FigureKind.COUNT and _shares_unit(last, text) and _CLAUSE_END.match(text, this.end)
        if bare and _COMPARED.search(text[last.end : this.start]) and not _AGE.search(text[last.end : this.start]):
            times = last.figure.value / last.figure.bare if last.figure.bare else 1
            found[i] = FoundFigure(
                replace(this.figure, kind=last.figure.kind, unit=last.figure.unit, value=this.figure.value * times),
                this.start,
                this.end,
            )
    return found


def _is_clock(figure: Figure) -> bool:
    return figure.unit.startswith(_CLOCK)


def _shares_unit(found: FoundFigure, text: str) -> bool:
    """Whether a figure's unit may go for the next one too.

    That of an aside in brackets may not, nor that of a time in which something happened ("in the three months").
    """
    figure = found.figure
    if text[found.end : found.end + 1] == ")" or _is_clock(figure):
        return False
    in_time = figure.kind is FigureKind.TIME and _IN_TIME.search(text[: found.start])
    return figure.kind in (FigureKind.PERCENT, FigureKind.TIME, FigureKind.SIZE) and not in_time


def _with_ranges(found: list[FoundFigure], text: str) -> list[FoundFigure]:
    """Return the figures with the first of a range in the unit that only the last has ("three to five years", "17-18%")."""
    for i in range(len(found) - 1):
        this, then = found[i], found[i + 1]
        if this.figure.kind is FigureKind.COUNT is not then.figure.kind and _RANGE.fullmatch(
            text, this.end, then.start
        ):
            times = _UNITS[match["unit"].lower()][1] if (match := _TIME.search(text, then.start, then.end)) else 1
            value = this.figure.value
            hours = round(60 * (value % _HALF_DAY // 1) + 100 * (value % 1))  # "4.30" is 270 minutes
            value = hours if _is_clock(then.figure) else value * times
            as_last = replace(then.figure, value=value, bare=this.figure.value, printed=this.figure.printed)
            if then.figure.kind not in (FigureKind.MONEY, FigureKind.MULTIPLE, FigureKind.FRACTION):
                found[i] = FoundFigure(replace(as_last, bound=this.figure.bound), this.start, this.end)
    return found


def _valued(match: re.Match[str]) -> Figure | None:
    """Return the figure of a match without its unit; None for a nought of which there can be no share."""
    got = match.groupdict()
    printed = match[0].strip()
    if got["hour"] or got["hour_"]:
        return _clock(got, printed)
    if got["multiple"] or got["manifold"]:
        word = (got["multiple"] or got["manifold"]).lower()
        value = _MULTIPLES.get(word) or (_number(word) if word.isalpha() else float(word))
        return Figure(value, FigureKind.MULTIPLE, printed) if value else None
    if got["one"]:
        return Figure(1 / _number(got["of"]), FigureKind.FRACTION, printed)
    if got["odds"]:
        below = _number("one hundred" if got["among"].lower() == "a hundred" else got["among"])
        return Figure(_number(got["odds"]) / below, FigureKind.FRACTION, printed) if below else None
    if got["share"]:
        return Figure(_SCALES[got["big"].lower()] / _DENOMINATORS[got["share"].lower()], FigureKind.COUNT, printed)
    if got["often"]:
        return Figure(2 if got["often"].lower() == "twice" else 1, FigureKind.COUNT, printed)
    if got["half"] or got["part"]:
        top = (got["top"] or "one").strip(" -").lower() or "one"
        below = _DENOMINATORS[(got["part"] or "half").lower()]
        return Figure(_number("one" if top == "a" else top) / below, FigureKind.FRACTION, printed)
    if got["other"]:
        if got["other"].lower().startswith("fortnight"):
            return Figure(14, FigureKind.TIME, printed, "day")
        return Figure(12, FigureKind.COUNT, printed)
    if got["words"]:
        value = _number(got["words"])
    else:
        value = float(got["number"].replace(",", "")) * _DIGIT_SCALES.get((got["scale"] or "").lower(), 1)
        value = round(value, 4)
    return Figure(value, FigureKind.MONEY if got["money"] else FigureKind.COUNT, printed)


def _clock(got: dict[str, str | None], printed: str) -> Figure:
    """Return a time of day: minutes since noon or midnight, its unit telling which of the two where the text does."""
    hour, minute = int(got["hour"] or got["hour_"] or 0), int(got["minute"] or got["minute_"] or 0)
    half = (got["side"] or "").lower()
    late = half.startswith(("p", "noon")) or hour > _HALF_DAY
    early = half.startswith(("a", "m")) or printed.startswith("0") or half.startswith("hrs")
    side = " pm" if late else " am" if early else ""
    return Figure(60 * (hour % _HALF_DAY) + minute, FigureKind.TIME, printed, _CLOCK + side)


def _number(words: str) -> float:
    """Return the value of digits or of a number in words ("two hundred and five thousand")."""
    if words.replace(",", "").isdigit():
        return float(words.replace(",", ""))
    total = group = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in NUMBER_WORDS or word in _TENS:
            group += NUMBER_WORDS.get(word, 0) + _TENS.get(word, 0)
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _SCALES:
            total += max(group, 1) * _SCALES[word]
            group = 0
    return float(total + group)


def _finished(figure: Figure, text: str, start: int, end: int) -> FoundFigure:
    """Return the figure with its unit, rates and bound, which the words round it tell."""
    before = text[max(0, start - _AHEAD) : start]
    numbers = _LABEL.search(before) or (_OPENS.search(before) and _CLOSES.match(text, end))
    if numbers and figure.kind is FigureKind.COUNT:
        return FoundFigure(replace(figure, kind=FigureKind.LABEL), start, end)
    figure, end = _with_unit(replace(figure, bare=figure.value), text, end)
    rates, after = _rates(text, end)
    bound = bound_of(text, start, end, figure.kind is FigureKind.TIME)
    return FoundFigure(replace(figure, rates=rates, bound=bound), start, after if rates else end)


def _with_unit(figure: Figure, text: str, end: int) -> tuple[Figure, int]:
    """Return the figure in its unit and where the unit ends; weeks become days, years become months."""
    printed = figure.printed
    if match := _PERCENT.match(text, end):
        kind = FigureKind.POINTS if match["points"] or match["alone"] else FigureKind.PERCENT
        return replace(figure, kind=kind, printed=printed + match[0]), match.end()
    if figure.kind is not FigureKind.COUNT:
        return figure, end
    if match := _TIMES_WORD.match(text, end):
        return figure, match.end()
    if match := _PENCE.match(text, end):
        return replace(figure, kind=FigureKind.MONEY, value=figure.value / 100, printed=printed + match[0]), match.end()
    if match := _POUNDS.match(text, end):
        return replace(figure, kind=FigureKind.MONEY, printed=printed + match[0]), match.end()
    if match := _TIME.match(text, end):
        figure = _as_time(figure, match["unit"])
        return replace(figure, printed=printed + match[0]), match.end()
    if numbered := _NUMBERED_DAY.search(text, 0, end - len(printed)):
        return _as_time(figure, numbered[1]), end
    if match := _SIZE.match(text, end):
        unit = match["unit"].lower().replace("feet", "foot")
        return replace(figure, kind=FigureKind.SIZE, unit=unit, printed=printed + match[0]), match.end()
    return figure, end


def _as_time(figure: Figure, word: str) -> Figure:
    """Return a count as so many of a unit of time."""
    unit, times = _UNITS[word.lower()]
    return replace(figure, kind=FigureKind.TIME, value=figure.value * times, unit=unit)


def _rates(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """Return what the figure is a rate of ("per 10,000", "a week per child"), and where that ends."""
    rates: list[str] = []
    while match := _RATE.match(text, end):
        if match["annual"]:
            rates.append(_ANNUAL.get(match["annual"].lower().rstrip("."), "year"))
        else:
            what = match["what"].lower()
            what = _BASES.get(what, what.replace(",", ""))
            if what not in _A_RATE and not what.isdigit() and match["per"].lower() not in ("per", "/"):
                break
            rates.append(what)
        end = match.end()
    return tuple(rates), end
