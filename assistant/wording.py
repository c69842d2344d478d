"""A text read for the support gate: its words, names, figures and times, and how near they stand to each other. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import exp

import Stemmer

from assistant import thesaurus
from assistant.figures import Figure, find_figures
from assistant.moments import Moment, find_moments

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "…": "."})
_TAG = re.compile(r"<(/?)(\w+)[^<>]*>")
_ORDINALS = dict(zip(
    ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), strict=True))  # fmt: skip
_ORDINAL = re.compile(r"\b(?:[1-9]|10)(?:st|nd|rd|th)\b(?!\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|-|to))")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9@&]*(?:'[a-z]+)?|\d[\w/.]*\w|\d|[.;:,!?()\[\]|\t\n\"]|\s-\s|&")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Hon|Rt|No|Nos|Ltd|St|approx|e\.g|i\.e|etc|para)$")
_STOP = frozenset(
    "a an and are as at be been being by did do does for from had has have having he her his i if in into is it its itself "
    "of on onto or our she so such that the their them then there these they this those to was we were what when where which "
    "who whom whose why will with would you your than but yet also while whilst whereas although though however both either "
    "very quite own upon via s t re us me my any been about here how am whether".split()
)
_NEGATORS = frozenset("no not never none nothing neither nor without cannot nobody nowhere".split())
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "fell:fall fallen:fall rose:rise risen:rise grew:grow grown:grow went:go gone:go goes:go met:meet held:hold led:lead began:begin "
        "begun:begin gave:give given:give took:take taken:take made:make said:say told:tell found:find kept:keep left:leave "
        "lost:lost paid:pay ran:run saw:see seen:see sent:send spent:spend stood:stand won:win wrote:write written:write "
        "brought:bring built:build bought:buy chose:choose chosen:choose came:come drew:draw drawn:draw felt:feel heard:hear "
        "knew:know known:know meant:mean shown:show sold:sell spoke:speak taught:teach thought:think understood:understand "
        "children:child people:people men:man women:woman shrank:shrink shrunk:shrink slipped:slip lent:lend dealt:deal "
        "faced:face lay:lie got:get gotten:get done:do broke:break broken:break withdrew:withdraw withdrawn:withdraw "
        "better:better lives:live chaired:chair chairs:chair lower:lower longer:longer shorter:shorter borne:bear bore:bear "
        "quit:quit overspent:overspend underspent:underspend forecasted:forecast criteria:criterion"
    ).split()
)
_LIGHT = frozenset(
    "make take get come go give put set keep hold use show find say tell begin start end way thing part number total currently now "
    "already still just only year time period further more most some many several other each well new particular including include "
    "within during over under between across through after before since until against per around near nearly almost up down out off "
    "could should may might must can shall need want let run see look bring lead see become remain continue relate concern regard "
    "follow due because order place case level rate report note paragraph information one two first last next previous early late "
    "approximately about roughly average overall total respect relation terms back even much too same once again ever mean stand say "
    "currently today whole among amongst intend expect able likely hope state mention receive have".split()
)  # fmt: skip
_CLAUSE = frozenset("while whilst whereas although though but because unless however compared against versus than before after yet which who".split())
_stemmer = Stemmer.Stemmer("english")


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    STOP = "stop"
    NAME = "name"  # capitalised where a common word would not be
    FIGURE = "figure"
    MOMENT = "moment"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure, time or mark. `keys` are what it may be matched by; `cost` is what crossing it takes."""

    text: str
    sort: Sort
    start: int
    end: int
    stem: str = ""
    keys: frozenset[str] = frozenset()
    cost: float = 0.0
    figure: Figure | None = None
    moment: Moment | None = None

    @property
    def low(self) -> str:
        """The token in lower case, without a possessive."""
        return self.text.lower().removesuffix("'s").removesuffix("'")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's tokens, how far each stands from the text's start in costs, and where each key is found."""

    text: str
    tokens: tuple[Token, ...]
    ways: tuple[float, ...]
    places: dict[str, tuple[int, ...]]

    def near(self, one: int, other: int) -> float:
        """How closely two tokens belong together, 1 (neighbours in one clause) falling to 0."""
        low, high = (one, other) if one < other else (other, one)
        if high - low < 2:
            return 1.0
        return exp(-(self.ways[high] - self.ways[low + 1]) - 0.04 * (high - low - 1))

    def all_of(self, sort: Sort) -> list[int]:
        """Positions of the tokens of one sort."""
        return [n for n, token in enumerate(self.tokens) if token.sort is sort]


def plain(text: str) -> str:
    """The text with tags removed and quotes, dashes and spaces in one form; line ends and tabs are kept."""
    text = text.translate(_QUOTES)
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if tag[2].lower() in ("sup", "sub", "b", "i", "em", "strong", "u", "span") else "\n", text)
    text = _ORDINAL.sub(lambda match: _ORDINALS[match[0]], text)
    return re.sub(r"[ \r\f\v]+", " ", text).strip()


def squashed(text: str) -> str:
    """Letters, digits and signs alone, for telling whether one text stands inside another."""
    return re.sub(r"[^a-z0-9£%+]+", " ", plain(text).lower()).strip()


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """A word's stem; irregular verbs by their plain form."""
    word = word.lower().removesuffix("'s").replace("'", "")
    word = _IRREGULAR.get(word, word)
    return str(_stemmer.stemWord(word))


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase in order, common little words kept."""
    return tuple(stem_of(word) for word in re.findall(r"[a-z0-9@&]+(?:'[a-z]+)?", phrase.lower()))


def weight_of(token: Token) -> float:
    """How much a word says: little for go, make and year, most for the rest."""
    return 0.35 if token.low in _LIGHT or token.stem in _light_stems() else 1.0


@lru_cache(maxsize=1)
def _light_stems() -> frozenset[str]:
    return frozenset(stem_of(word) for word in _LIGHT)


@lru_cache(maxsize=2_048)
def read(text: str) -> Wording:
    """The wording of a text, with tables told row by row under their columns' names."""
    text = _tables_told(plain(text))
    moments = find_moments(text)
    taken = [(found.start, found.end) for found in moments]
    figures = find_figures(text, taken)
    tokens = [Token(text[f.start : f.end], Sort.MOMENT, f.start, f.end, keys=frozenset({"@"}), moment=f.moment) for f in moments]
    tokens += [Token(text[f.start : f.end].strip(), Sort.FIGURE, f.start, f.end, keys=frozenset({"="}), cost=0.3, figure=f.figure) for f in figures]
    covered = sorted(taken + [(f.start, f.end) for f in figures])
    tokens += _words(text, covered)
    tokens.sort(key=lambda token: token.start)
    return _measured(text, _with_phrases(_with_breaks(_with_names(text, tokens))))


def joined(wordings: Iterable[Wording]) -> Wording:
    """Several wordings as one, a wide gap between them."""
    parts = list(wordings)
    if len(parts) == 1:
        return parts[0]
    tokens: list[Token] = []
    for part in parts:
        if tokens:
            tokens.append(Token("\n", Sort.BREAK, 0, 0, cost=0.7 if tokens[-1].text == ":" else 1.3))
        tokens += part.tokens
    return _measured("\n\n".join(part.text for part in parts), tokens)


def _tables_told(text: str) -> str:
    """A table's row after its header's line ("A | B", "1 | 2") as "A 1 . B 2", its first cell with every other."""
    lines = text.split("\n")
    if len(lines) < 2 or "|" not in lines[-1]:
        return text
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    header = next((row for row in rows[:-1] if len(row) == len(rows[-1]) and len(row) > 1), None)
    if header is None:
        return text
    told = []
    for row in rows[rows.index(header) + 1 :]:
        if len(row) != len(header):
            return text
        label = row[0] if not re.fullmatch(r"[£\d.,%\s-]+", row[0]) else ""
        told.append(f"{header[0]}: {row[0]}")
        told += [f"{label} {name}: {_scaled(cell, name)}" for name, cell in zip(header[1:], row[1:], strict=True) if cell]
    return ".\n".join(told)


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


def _words(text: str, covered: list[tuple[int, int]]) -> list[Token]:
    found = []
    spans = iter(covered)
    span = next(spans, None)
    for match in _WORD.finditer(text):
        while span and span[1] <= match.start():
            span = next(spans, None)
        if span and span[0] <= match.start() and match[0] not in "\n\t|;":
            continue
        found.append(_word(match))
    return found


def _word(match: re.Match[str]) -> Token:
    word = match[0]
    if not word[0].isalnum():
        return Token(word, Sort.BREAK, match.start(), match.end())
    low = word.lower().removesuffix("'s")
    if low in _STOP or low in _NEGATORS or low.endswith("n't"):
        return Token(word, Sort.STOP, match.start(), match.end(), stem=low)
    stem = stem_of(word)
    return Token(word, Sort.WORD, match.start(), match.end(), stem=stem, keys=frozenset({stem}))


def _with_names(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with capitalised words marked as names, except where a sentence starts."""
    out = []
    fresh = True
    for n, token in enumerate(tokens):
        if token.sort is Sort.WORD and token.text[0].isupper():
            follows = n + 1 < len(tokens) and tokens[n + 1].sort is Sort.WORD and tokens[n + 1].text[0].isupper()
            capitals = token.text[:-1].isupper() and len(token.text) > 1
            if not fresh or follows or capitals or "@" in token.text:
                token = _as(token, sort=Sort.NAME)
        if token.sort is Sort.BREAK:
            fresh = token.text in ".!?\n\t:|" and not (token.text == "." and _ABBREVIATED.search(text[max(0, token.start - 8) : token.start]))
        elif token.sort is not Sort.BREAK and token.text != '"':
            fresh = False
        out.append(token)
    return out


def _as(token: Token, **changes: object) -> Token:
    values = {name: getattr(token, name) for name in ("text", "sort", "start", "end", "stem", "keys", "cost", "figure", "moment")}
    return Token(**{**values, **changes})  # type: ignore[arg-type]


_COSTS = {".": 1.0, "!": 1.0, "?": 1.0, ";": 0.8, "\n": 0.7, "\t": 0.9, "|": 0.9, ":": 0.25, ",": 0.5, ")": 0.4, "]": 0.4, " - ": 0.4}


def _with_breaks(tokens: list[Token]) -> list[Token]:
    """The tokens with what it costs to cross each mark and joining word."""
    out = []
    asides = _asides(tokens)
    for n, token in enumerate(tokens):
        before = tokens[n - 1] if n else None
        after = tokens[n + 1] if n + 1 < len(tokens) else None
        cost = token.cost
        if n in asides:
            cost = 0.05
        elif token.sort is Sort.BREAK:
            cost = _COSTS.get(token.text, 0.0)
            if token.text == "." and before and _ABBREVIATED.search(before.text):
                cost = 0.0
            elif token.text in "([":
                cost = 0.05 if after and after.sort in (Sort.FIGURE, Sort.MOMENT, Sort.NAME) else 0.35
            elif token.text == "," and _lists_names(before, after):
                cost = 0.05
        elif token.low == "and":
            cost = 0.05 if _lists_names(before, after) else 0.6 if after and after.sort is Sort.FIGURE else 0.35
        elif (token.low in _CLAUSE and not (token.low == "yet" and before and before.low in ("not", "as"))) or (
            token.low == "to" and after and after.sort is Sort.FIGURE and any(other.low == "from" for other in tokens[max(0, n - 12) : n])
        ):
            cost = 0.5
        out.append(token if cost == token.cost else _as(token, cost=cost))
    return out


def _asides(tokens: list[Token]) -> set[int]:
    """Positions of the tokens of short asides in brackets ("(78%)", "(SMBC)", "(Aug 2021)"), brackets included."""
    found: set[int] = set()
    for n, token in enumerate(tokens):
        if token.text == "(" and n and tokens[n - 1].sort is not Sort.BREAK:
            close = next((at for at in range(n + 2, min(n + 5, len(tokens))) if tokens[at].text == ")"), None)
            if close:
                found.update(range(n, close + 1))
    return found


def _lists_names(before: Token | None, after: Token | None) -> bool:
    return bool(before and after and before.sort is Sort.NAME and after.sort is Sort.NAME)


def _with_phrases(tokens: list[Token]) -> list[Token]:
    """The tokens with the keys of the thesaurus rows that they, or a phrase they open, stand in."""
    table = thesaurus.rows(stems_of)
    stems = [token.stem or stem_of(token.text) if token.sort is not Sort.BREAK else "" for token in tokens]
    keys = [set(token.keys) for token in tokens]
    for n, token in enumerate(tokens):
        if token.sort is Sort.BREAK:
            continue
        for length in range(1, min(5, len(tokens) - n) + 1):
            found = table.get(tuple(stems[n : n + length]))
            if found and (length > 1 or token.sort in (Sort.WORD, Sort.NAME)):
                for at in range(n, n + length):
                    if tokens[at].sort is not Sort.STOP and tokens[at].sort is not Sort.BREAK:
                        keys[at] |= found
    return [_as(token, keys=frozenset(found)) if len(found) > len(token.keys) else token for token, found in zip(tokens, keys, strict=True)]


def _measured(text: str, tokens: list[Token]) -> Wording:
    ways = [0.0]
    places: dict[str, list[int]] = {}
    for n, token in enumerate(tokens):
        ways.append(ways[-1] + token.cost)
        for key in token.keys:
            places.setdefault(key, []).append(n)
    return Wording(text, tuple(tokens), tuple(ways), {key: tuple(found) for key, found in places.items()})
