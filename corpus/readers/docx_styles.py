"""A Word file's styles and lists: looks, headings, and the numbers that Word prints by itself."""

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from corpus.numerals import repeated_letters, roman
from corpus.readers.docx_package import attribute, child, local

_OFF = ("0", "false", "off", "none")
_DEEPEST = 20  # styles based on styles; more is a circle
_CARDINALS = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; a field is None where nothing says so."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None

    def under(self, upper: "Look") -> "Look":
        """This look, overruled by the other where that says anything."""
        return Look(
            self.bold if upper.bold is None else upper.bold,
            self.struck if upper.struck is None else upper.struck,
            self.hidden if upper.hidden is None else upper.hidden,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style with all that it is based on."""

    id: str = ""
    name: str = ""
    look: Look = Look()
    heading: int = 0  # level from 1
    list_id: str | None = None
    list_level: int | None = None


def look_of(properties: Element | None) -> Look:
    """The look that run properties (w:rPr) give."""
    if properties is None:
        return Look()
    found = {local(kid): attribute(kid, "val") not in _OFF for kid in properties}
    strikes = [found[name] for name in ("strike", "dstrike") if name in found]
    return Look(found.get("bold", found.get("b")), any(strikes) if strikes else None, found.get("vanish"))


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, part: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        for element in part if part is not None else ():
            if local(element) == "style":
                key = attribute(element, "styleId") or ""
                self._elements[key] = element
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in (
                    "1",
                    "true",
                ):
                    self._default = key
        self._base = look_of(child(part, "docDefaults", "rPrDefault", "rPr"))

    def paragraph(self, properties: Element | None) -> Style:
        """A paragraph's style by its properties (w:pPr)."""
        style = self.by_id(attribute(child(properties, "pStyle"), "val") or self._default)
        return replace(style, look=self._base.under(style.look))

    def by_id(self, key: str, depth: int = 0) -> Style:
        """The style, empty where the file has none of this id."""
        if key not in self._known:
            element = self._elements.get(key)
            if element is None or depth > _DEEPEST:
                return Style(key)
            self._known[key] = self._resolved(key, element, depth)
        return self._known[key]

    def _resolved(self, key: str, element: Element, depth: int) -> Style:
        base = self.by_id(attribute(child(element, "basedOn"), "val") or "", depth + 1)
        name = (attribute(child(element, "name"), "val") or "").lower()
        properties = child(element, "pPr")
        heading = heading_level(name, properties)
        number = child(properties, "numPr")
        level = attribute(child(number, "ilvl"), "val")
        list_id = attribute(child(number, "numId"), "val")
        return Style(
            key,
            name,
            base.look.under(look_of(child(element, "rPr"))),
            base.heading if heading is None else heading,
            list_id if list_id is not None else base.list_id,
            int(level) if level and level.isdigit() else base.list_level,
        )


def heading_level(name: str, properties: Element | None) -> int | None:
    """A heading's level from 1, by its style's name or its outline level; 0 for body text, None where nothing says."""
    named = re.match(r"heading ?([1-9])", name)
    if named:
        return int(named.group(1))
    if name == "title":
        return 1
    outline = attribute(child(properties, "outlineLvl"), "val")
    if outline is None or not outline.isdigit():
        return None
    return int(outline) + 1 if int(outline) < 9 else 0


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None  # the level (from 1) that restarts it; 0 for none
    legal: bool = False  # every number in it is decimal
    style: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A number or bullet as Word prints it."""

    text: str
    level: int  # from 0
    bullet: bool
    parts: int  # numbers in it: 2 for "4.10"
    decimal: bool


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)  # overridden
    used: bool = False


class Numbering:
    """Counts as Word counts: lists with one abstract definition go on from one another."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        abstract: dict[str, Element] = {}
        linked: dict[str, str] = {}  # numbering style -> the abstract definition that it names
        for element in part:
            if local(element) == "abstractNum":
                key = attribute(element, "abstractNumId") or ""
                abstract[key] = element
                if child(element, "styleLink") is not None:
                    linked[attribute(child(element, "styleLink"), "val") or ""] = key
        for element in part:
            if local(element) == "num":
                key = attribute(child(element, "abstractNumId"), "val") or ""
                link = attribute(child(abstract.get(key), "numStyleLink"), "val")
                key = linked.get(link, key) if link else key
                self._lists[attribute(element, "numId") or ""] = _list(element, key, abstract.get(key))

    def of(self, properties: Element | None, style: Style) -> tuple[str, int] | None:
        """The list and the level of a paragraph, None where it is in no list."""
        own = child(properties, "numPr")
        own_id = attribute(child(own, "numId"), "val")
        list_id = own_id if own_id is not None else style.list_id
        known = self._lists.get(list_id or "")
        if known is None or list_id is None:
            return None
        level = attribute(child(own, "ilvl"), "val")
        if level is not None and level.isdigit():
            return list_id, int(level)
        linked = [number for number, level_of in known.levels.items() if level_of.style and level_of.style == style.id]
        if own_id is None and linked:
            return list_id, linked[0]
        return list_id, style.list_level or 0

    def next(self, list_id: str, depth: int) -> Printed | None:
        """The next number of the list at this level; None where it prints nothing."""
        known = self._lists[list_id]
        counts = self._counts.setdefault(known.abstract, {})
        if not known.used:
            known.used = True
            for restarted in known.starts:
                counts.pop(restarted, None)
        level = known.levels.get(depth, Level())
        counts[depth] = counts[depth] + 1 if depth in counts else self._start(known, depth)
        for deeper in [number for number in counts if number > depth]:
            restart = known.levels.get(deeper, Level()).restart
            if restart is None or depth < restart:
                del counts[deeper]
        if level.hidden or level.format == "none" and "%" not in level.text:
            return None
        if level.format == "bullet":
            return Printed(_bullet(level.text), depth, True, 0, False)
        for upper in range(depth):
            counts.setdefault(upper, self._start(known, upper))

        def shown(match: re.Match[str]) -> str:
            number = int(match.group(1)) - 1
            form = known.levels.get(number, Level()).format
            return in_format(counts.get(number, 0), "decimal" if level.legal else form) if number <= depth else ""

        text = re.sub(r"%([1-9])", shown, level.text).strip()
        plain = level.legal or level.format in ("decimal", "decimalZero")
        return Printed(text, depth, False, len(re.findall("%[1-9]", level.text)), plain) if text else None

    @staticmethod
    def _start(known: _List, level: int) -> int:
        return known.starts.get(level, known.levels.get(level, Level()).start)


def _list(element: Element, key: str, abstract: Element | None) -> _List:
    levels = _levels(abstract)
    starts: dict[int, int] = {}
    for override in element:
        if local(override) == "lvlOverride":
            depth = int(attribute(override, "ilvl") or 0)
            start = attribute(child(override, "startOverride"), "val")
            if start is not None and start.isdigit():
                starts[depth] = int(start)
            levels |= _levels(override)
    return _List(levels, key, starts)


def _levels(element: Element | None) -> dict[int, Level]:
    out: dict[int, Level] = {}
    for kid in element if element is not None else ():
        if local(kid) == "lvl":
            start, restart = (attribute(child(kid, name), "val") for name in ("start", "lvlRestart"))
            legal = child(kid, "isLgl")
            out[int(attribute(kid, "ilvl") or 0)] = Level(
                int(start) if start and start.isdigit() else (1 if start is None else 0),
                attribute(child(kid, "numFmt"), "val") or "decimal",
                attribute(child(kid, "lvlText"), "val") or "",
                int(restart) if restart and restart.isdigit() else None,
                legal is not None and attribute(legal, "val") not in _OFF,
                attribute(child(kid, "pStyle"), "val") or "",
                bool(look_of(child(kid, "rPr")).hidden),
            )
    return out


def _bullet(text: str) -> str:
    """The bullet as it can be printed; what Symbol, Wingdings and Courier draw otherwise becomes "•"."""
    mark = text.strip()
    return mark if mark in ("-", "–", "—", "*", "·", "•", "▪", "◦", "○", "●", "➢", "✓", "→") else "•"


def in_format(number: int, form: str) -> str:
    """The number as a list of this format (w:numFmt) prints it."""
    match form:
        case "lowerLetter":
            return repeated_letters(number)
        case "upperLetter":
            return repeated_letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
            return f"{number}{ending}"
        case "cardinalText" if 0 < number <= len(_CARDINALS):
            return _CARDINALS[number - 1]
        case "ordinalText" if 0 < number <= len(_ORDINALS):
            return _ORDINALS[number - 1]
        case "none":
            return ""
    return str(number)
