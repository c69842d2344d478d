"""Figures with what they measure and when, from table rows and from sentences. Pure.

Two figures are of one measure only where the words round them are the same but for the time. So a share of a whole, or
the figure of a part of it, never joins the figures of the whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.language.figures import Figure, FigureKind, FoundFigure, find_figures, numbering_end
from assistant.language.times import FoundMoment, TimeExpression, find_moments
from corpus.dates import find_day_months, month_span
from corpus.placement import place_of
from index.models import Placed
from index.text import sentences, words_of

_MEASURED = frozenset({FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MONEY})
_LEAST_STEMS, _MOST_STEMS = 2, 14  # telling stems of a measure; fewer do not tell what is counted, more are a story
_ONLY_A_TIME = 3  # words before a time in a clause that only names it ("at the end of March 2024,")
_CELL = re.compile(r"^[£€]?\s?-?\d[\d,]*(?:\.\d+)?\s?(?:%|per cent|m|million|k|bn)?$", re.I)
_UNIT_IN_LABEL = re.compile(
    r"\(\s*(%|per cent|£\s?(?:m|million|000s?|k|bn)?)\s*\)|(£\s?(?:m|million|000s?|k|bn)|%)$", re.I
)
_SAID = re.compile(
    r"^.{0,160}?\b(?:said|reported|told|noted|explained|advised|heard|added|confirmed|stated|recalled)\b(?: [\w']+){0,4}? that\b",
    re.I,
)
_COMPARES = re.compile(
    r"^\W*(?:more|fewer|less|higher|lower|up|down|above|below|times|(?:percentage )?points?|years?|days?|weeks?|months?|hours?|miles?)\b",
    re.I,
)
_AGAINST = re.compile(r"[\s,;]*(?:compared (?:with|to)|against|(?:up |down )?from)\s+(?:the\s+)?", re.I)
_AT = re.compile(r"\s*(?:in|at|on|by|the year to)\s+", re.I)
_CLOCK = re.compile(r"^\s?(?:am|pm|a\.m|p\.m|noon|o'clock)\b", re.I)
_NAME = re.compile(
    r"^(?:(?:[A-Z0-9][\w'’.&-]*|of|the|and|in|at|on|for|to|&|-|–|/)\s*)+$"
)  # a place or a firm, which may be counted twice
_WHOLE = re.compile(r"^(?:all|total|overall|other|sub-?total|grand total|average)\b", re.I)
_COMPARED = re.compile(
    r"\b(?:by|another|further|extra|additional|of the|compared with|compared to|against|from|than|target of|aim of|average of|between|per|and)\s*(?:£|a |an |the )?$",
    re.I,
)
_QUALIFIED = re.compile(
    r"(?:\b(?:first|second|last|latter|other) (?:half|quarter|(?:\w+ )?(?:months?|quarters?|weeks?))|\b(?:end|start|middle|summer|autumn|spring|winter|beginning)|\b(?:quarter|Q)\s?\d|\b(?:by|since|before|after|until|to)) (?:of |in )?(?:the )?$",
    re.I,
)
_CUTS = re.compile(r",\s(?!\d{3}\b)|;\s|\s[–-]\s|\bof (?:which|whom)\b|\bwhile\b|\bbut\b")  # where a clause ends
_BEING = re.compile(r"\s*\b(?:(?:had|have|has) been|were|was|are|is)\b", re.I)
_OPENS = re.compile(r"^\W*(?:(?:and|there|the number of|in|at|on|as at|of)\s+)*", re.I)
_ENDS = re.compile(
    r"(?:\s+(?:at|in|on|by|as at|for|during|of|the|had|has|have|been|to|rose|fell|risen|fallen|increased|decreased|stood|reached|totalled))+$",
    re.I,
)
# Stems of words that stand round figures of any measure and tell nothing of it.
_LOOSE = frozenset(
    words_of(
        "number numbers total totals count figure figures there currently now already still recorded reported stood stand "
        "rose rise risen fell fall fallen increase increased decrease decreased reached been being were was is are had has "
        "about around nearly almost some over under approximately just year years month quarter during end start date "
        "compared against in at on of to for by with from which that this these those and or as a the an against before "
        "half summer autumn spring winter per cent percent million thousand most first last since until each every when "
        "january february march april may june july august september october november december"
    )
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure: what it measures, when, and where it stands."""

    key: frozenset[str]  # telling stems round it, its unit, and whether its period is a day or a year
    label: str  # what it measures, as printed
    period: str  # as printed, "" where none is
    when: str  # the period's last day, YYYY-MM-DD, for sorting; "" where none is
    spans: bool  # over a year or a span of years, not at a day or in a month
    value: float
    printed: str
    unit: str  # "", "%" or "£"
    words: str  # the sentence or row that says so, verbatim
    place: Placed


def measured_in(place: Placed) -> list[Measured]:
    """Every figure of a paragraph whose measure and time can be told."""
    paragraph = place.paragraph
    if paragraph.heading:
        return []
    if " | " in paragraph.own:
        return list(_of_row(place))
    return [one for start, end in sentences(paragraph.own) for one in _of_sentence(place, paragraph.own[start:end])]


def _of_row(place: Placed) -> Iterator[Measured]:
    """A row's figures, where each column is a period, or the row is a period and each column a measure."""
    header = [cell.strip() for cell in place.paragraph.intro.split("\n")[-1].split(" | ")]
    cells = [cell.strip() for cell in place.paragraph.own.split(" | ")]
    if len(header) != len(cells) or not re.search("[A-Za-z]{3}|(?:19|20)\\d\\d", cells[0]):
        return
    row_moment, row_rest = _only_moment(cells[0])
    for head, cell in list(zip(header, cells, strict=True))[1:]:
        head_moment, head_rest = _only_moment(head)
        if not _CELL.match(cell) or (head_moment is None) == (row_moment is None):
            continue
        label = f"{row_rest} {head_rest}".strip()
        period, stamp, spans = _joined_moment(cells[0], head_moment or row_moment)
        found = find_figures(cell)
        if not found or stamp is None:
            continue
        figure = found[0].figure
        unit = _unit(figure, f"{cells[0]} {head}")
        stems = _stems(place, label)
        if _NAME.match(cells[0]) or _WHOLE.match(cells[0]):  # what is counted stands over the table
            over = place.paragraph.section or place.paragraph.item_title or place.part.title
            stems |= _stems(place, f"{over} {place.paragraph.item_title or place.part.title}")
            label = f"{label} ({over})"
        yield from _kept(place, stems, label, (period, stamp, spans), figure, unit, place.paragraph.own)


def _only_moment(cell: str) -> tuple[TimeExpression | None, str]:
    """The time that a cell names and its words without it; None and all its words where it names none or several."""
    found = [time for time in find_moments(cell) if time.moment.year is not None]
    if len(found) != 1:
        return None, cell
    return found[0].moment, f"{cell[: found[0].start]} {cell[found[0].end :]}".strip()


def _joined_moment(label: str, moment: TimeExpression | None) -> tuple[str, str | None, bool]:
    """A figure's period, its last day and whether it spans a year: as printed, YYYY-MM-DD (None without a year), a truth.

    A year beside a label that names a day ("at 31 December") is that day of the year.
    """
    if moment is None:
        return "", None, False
    days = find_day_months(label)
    if days and moment.month is None and moment.till is None and moment.year is not None:
        moment = TimeExpression(moment.year, days[0][0], days[0][1])
    return str(moment), stamp_of(moment), spans(moment)


def _of_sentence(place: Placed, sentence: str) -> Iterator[Measured]:
    """A sentence's figures: of each clause that has one figure and one time, and of what it compares that with."""
    said = _SAID.match(sentence)
    first = said.end() if said else numbering_end(sentence)
    moments = find_moments(sentence)
    figures = find_figures(sentence, [(time.start, time.end) for time in moments])
    for start, end in _clauses(sentence, first, moments):
        inside = [found for found in figures if start <= found.start < end and found.figure.kind in _MEASURED]
        if len(inside) != 1 or not _tells_how_much(inside[0], sentence, start):
            continue  # of two figures in one clause it is not sure which words go with which
        here = [time for time in moments if start <= time.start < end and time.moment.year is not None]
        if len(here) != 1 or _is_vague(sentence, here[0]):
            continue
        figure = inside[0].figure
        clause = _without(sentence, start, end, here[0], inside[0])
        key = _stems(place, clause) | {f"per {rate}" for rate in figure.rates}
        told = list(_kept(place, key, _label(clause), _period(here[0].moment), figure, _unit(figure, ""), sentence))
        yield from told
        yield from (then for now in told if (then := _compared(now, sentence, end, figures, moments)))


def _tells_how_much(found: FoundFigure, sentence: str, clause: int) -> bool:
    """Whether a figure tells how much there is: no rate, time of day or difference. `clause` is where its clause begins."""
    figure = found.figure
    if figure.bound == "not" or figure.rates and figure.kind is not FigureKind.MONEY:
        return False
    before, behind = sentence[clause : found.start], sentence[found.end :]
    return not (_CLOCK.match(behind) or _COMPARES.match(behind) or _COMPARED.search(before))


def _compared(
    now: Measured, sentence: str, end: int, figures: Sequence[FoundFigure], moments: Sequence[FoundMoment]
) -> Measured | None:
    """The figure that the words behind a clause compare it with: "compared with 24 in 2022/23", "from 204 in 2023/24".

    `end` is where the clause ends.
    """
    for found in figures:
        lead = sentence[end : found.start]
        after = next((time for time in moments if time.start >= found.end), None)
        if found.start < end or not _AGAINST.fullmatch(lead) or after is None:
            continue
        if _AT.fullmatch(sentence[found.end : after.start]) and after.moment.year and found.figure.kind in _MEASURED:
            printed, stamp, over = _period(after.moment)
            if stamp is not None and over is now.spans:
                value, words = found.figure.value, found.figure.printed
                return replace(now, period=printed, when=stamp, value=value, printed=words)
    return None


def _period(moment: TimeExpression) -> tuple[str, str | None, bool]:
    """A time as printed, its last day, and whether it spans a year."""
    return str(moment), stamp_of(moment), spans(moment)


def _is_vague(sentence: str, found: FoundMoment) -> bool:
    """Whether a time is qualified ("the first half of 2023/24", "since 2019"), and so is no point of a series."""
    return bool(_QUALIFIED.search(sentence[: found.start]))


def _clauses(sentence: str, first: int, moments: list[FoundMoment]) -> list[tuple[int, int]]:
    """Where the clauses from `first` on begin and end; one that only names a time goes with the next."""
    cuts = [first, *(cut.end() for cut in _CUTS.finditer(sentence) if cut.end() > first), len(sentence)]
    out: list[tuple[int, int]] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        if out and _only_names_a_time(sentence, out[-1], moments):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _only_names_a_time(sentence: str, span: tuple[int, int], moments: list[FoundMoment]) -> bool:
    """Whether a clause is a time with a few words before it ("At the end of March 2024,")."""
    inside = [time for time in moments if span[0] <= time.start < span[1]]
    return (
        len(inside) == 1
        and len(sentence[span[0] : inside[0].start].split()) <= _ONLY_A_TIME
        and not sentence[inside[0].end : span[1]].strip(" ,;–-")
    )


def _without(sentence: str, start: int, end: int, moment: FoundMoment, figure: FoundFigure) -> str:
    """A clause without its time and its figure."""
    letters = list(sentence)
    for found in (moment, figure):
        letters[found.start : found.end] = " " * (found.end - found.start)
    return re.sub(r"\s+", " ", "".join(letters)[start:end]).strip(" ,;.–-")


def _label(clause: str) -> str:
    """What a clause measures: its words but for those that only lead to the figure or the time."""
    words = _OPENS.sub("", _BEING.sub("", clause))
    words = _ENDS.sub("", words)
    return words[:1].upper() + words[1:] if words else clause


def _stems(place: Placed, text: str) -> frozenset[str]:
    """The stems of a text that tell what is measured: without the council's name, numbers and words of any measure."""
    council = set(words_of(place_of(place.part.meeting.council or "")))
    return frozenset(
        stem for stem in words_of(text) if stem not in _LOOSE and stem not in council and not stem[0].isdigit()
    )


def _kept(
    place: Placed,
    stems: frozenset[str],
    label: str,
    period: tuple[str, str | None, bool],
    figure: Figure,
    unit: str,
    words: str,
) -> Iterator[Measured]:
    """The figure, where its time is known and its words tell what it measures; else nothing."""
    printed, stamp, over = period
    if not _LEAST_STEMS <= len(stems) <= _MOST_STEMS or stamp is None or figure.kind not in _MEASURED:
        return
    key = stems | {f"unit {unit}", f"spans {over}"}
    yield Measured(
        frozenset(key), label.strip(" :|"), printed, stamp, over, figure.value, figure.printed, unit, words, place
    )


def _unit(figure: Figure, label: str) -> str:
    """A figure's unit: its own, else what its label names ("%", "£m"), else ""."""
    if figure.kind is FigureKind.MONEY:
        return "£"
    if figure.kind is FigureKind.PERCENT:
        return "%"
    match = _UNIT_IN_LABEL.search(label)
    return re.sub(r"\s", "", (match[1] or match[2]).lower().replace("per cent", "%")) if match else ""


def spans(moment: TimeExpression) -> bool:
    """Whether a time is a year or more, not a day or a month."""
    return moment.till is not None or moment.month is None


def stamp_of(moment: TimeExpression) -> str | None:
    """The last day of a time, YYYY-MM-DD; None where it names no year. A financial year ends on 31 March of its second year."""
    if moment.till is not None:
        return f"{moment.till:04d}-03-31" if moment.till - (moment.year or 0) == 1 else f"{moment.till:04d}-12-31"
    if moment.year is None:
        return None
    if moment.month is None:
        return f"{moment.year:04d}-12-31"
    if moment.day is None:
        return month_span(moment.year, moment.month)[1]
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}"
