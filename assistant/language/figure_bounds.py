"""How the words round a figure bound it: over, under, at least, at most, nearly, about, or told as not so."""

import re

_BEFORE = (
    ("at-least", re.compile(r"\b(?:at least|no fewer than|no less than|not less than|(?:a )?minimum of|or more than)\s+(?:the\s)?$", re.I)),
    ("at-most", re.compile(r"(?:(?<!going )(?<!gone )(?<!went )(?<!rise )(?<!rose )(?<!risen )(?<!goes )(?<!moved )(?<!put )(?<!be )up to|at most|no more than|not more than|(?:a )?maximum of|not exceeding|as many as)\s+(?:a\s)?$", re.I)),
    ("over", re.compile(r"\b(?:over|(?:more|longer|older|greater|higher|larger|bigger|further) than|upwards of|in excess of|exceed(?:s|ed|ing)?|above)\s+(?:the age of\s|a\s|the\s)?$", re.I)),
    ("nearly", re.compile(r"\b(?:nearly|almost|(?:just |a little |slightly |a shade |a touch )(?:under|below|less than|fewer than)|(?:just |not far |little |a little )short of|not far (?:off|from|below)|close on|getting on for|not quite|approaching)\s+(?:a\s|the\s)?$", re.I)),
    ("under", re.compile(r"\b(?:under|fewer than|less than|below|short of)\s+(?:the age of\s|a\s|the\s)?$", re.I)),
    ("about", re.compile(r"(?:about|around|close to|approximately|approx\.?|roughly|some|circa|c\.?|estimated|~|in the region of)\s*(?:a\s|the\s)?$", re.I)),
    ("not", re.compile(r"\b(?:not|and not|rather than|instead of)\s+$", re.I)),
)  # fmt: skip
_EXCEEDING = re.compile(
    r"\b(?:(?:just|well|for|of|slightly|little|took|taken|take|waited|waiting|lasted|far) over|(?:more|longer|older|further) than|in excess of|exceed\w*|greater than|upwards of|above) (?:a |the )?$",
    re.I,
)
_AFTER_LEAST = re.compile(
    r"\s?(?:\+|plus\b|(?:[a-z]+\s){0,2}or\s(?:more|longer|over|above|older|greater|higher)\b|(?:and|&)\s(?:over|above)\b)",
    re.I,
)
_AFTER_MOST = re.compile(r"\s?(?:[a-z]+\s){0,2}or\s(?:fewer|less|under|below|younger)\b", re.I)
_FROM = re.compile(r"\bfrom £?\d[\d,.]*%?[^.;]*\bup to\s+$", re.I)
_WHOLE = re.compile(r"\b(?:over|below|above|under) (?:a|the)\s$", re.I)
_BROUGHT = re.compile(r"\b(?:br(?:ing|ings|ought)|tak(?:es|ing|en)|took|raise[sd]?) (?:[\w’']+ ){0,3}up to\s+$", re.I)

_AHEAD, _AHEAD_BROUGHT, _AHEAD_FROM = 28, 40, 60  # letters before a figure in which its bound stands


def bound_of(text: str, start: int, end: int, is_time: bool = False) -> str:
    """Return the bound of the figure that stands from `start` to `end`, or ""."""
    before = text[max(0, start - _AHEAD) : start]
    bound = next((name for name, pattern in _BEFORE if pattern.search(before)), "")
    if bound in ("over", "under") and _WHOLE.search(before) and text[start:end].lstrip().startswith("£"):
        bound = ""  # "concern over a £65m overspend", "fell below the £200m allowance"
    if bound == "at-most" and _BROUGHT.search(text[max(0, start - _AHEAD_BROUGHT) : start]):
        bound = ""  # "brought the total up to 33"
    if bound == "at-most" and _FROM.search(text[max(0, start - _AHEAD_FROM) : start]):
        bound = ""  # "from 11 in January up to 33"
    if is_time and ((bound == "over" and not _EXCEEDING.search(before)) or "-" in text[start:end]):
        bound = ""  # "over two years" is during them, "under a ten-year contract" is by it
    if _AFTER_LEAST.match(text, end):
        return "at-least"
    return "at-most" if _AFTER_MOST.match(text, end) else bound
