"""Whether the votes that a sentence tells are those that the source lists: who stood on which side, and how many. Pure.

Read only where the source gives one vote: two votes of a meeting are told apart by nothing that can be compared.
"""

import re
from collections.abc import Iterator

from assistant.support.fault import Fault, Flaw
from assistant.support.source import ReadText, SourceText, read

_SIDES = ("for", "against", "abstaining")
_LISTED = re.compile(
    r"\b(?P<for>For|FOR|Ayes?|AYES?|Yeas?|YEAS?|In favou?r)\s*(?:\((?P<for_count>\d+)\)|:)"
    r"|\b(?P<against>Against|AGAINST|Noes|NOES|Nays?|NAYS?|Opposed)\s*(?:\((?P<against_count>\d+)\)|:)"
    r"|\b(?P<abstaining>Abstain(?:ed|ing)?|ABSTAIN(?:ED)?|Abstentions?|ABSTENTIONS?)\s*(?:\((?P<abstaining_count>\d+)\)|:)"
)
_LIST_ENDS = re.compile(
    r"\n\s*\n|[.;](?=\s+[A-Z][a-z]+ [a-z])|\b(?:Motion|Amendment|Chair|RESULT|VOTE|MOVER|ABSENT|AWAY)\b"
)
_CALLED = re.compile(
    r"\b(?P<name>[A-Z][\w'-]+)\s*[-:]\s*(?:(?P<for>yeas?|yes|ayes?)|(?P<against>nays?|no)|(?P<abstaining>abstain\w*))\b", re.I
)  # fmt: skip
_COUNTED = re.compile(r"\b(?:members?|votes?|councillors|directors) |\bit\b", re.I)
_TITLE = re.compile(
    r"\b(?:[Ss]ections?|[Pp]aragraphs?|[Rr]eports?|[Ii]tems?|[Mm]otions?|[Rr]ules?|[Nn]o\.?)\s+$"
)  # before its number
_CLAUSES = re.compile(r"[,;:]\s|\s(?:but|while|whereas|with)\s")
_SURNAME = re.compile(r"[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)*|O'[A-Z][a-z]+|Mc[A-Z][a-z]+")
_TOLD = {
    "for": re.compile(r"\b(?:vot(?:ed|ing|es) (?:for|in favou?r|yes)|in favou?r|back(?:ed|ing) it|support(?:ed|ing) it|votes? for)\b", re.I),
    "against": re.compile(
        r"\b(?:vot(?:ed|ing|es) (?:against|no|it down|the \w+ down)|(?:was|were) opposed|oppos(?:ed|ing) it|votes? against|dissent\w*)\b", re.I
    ),
    "abstaining": re.compile(r"\babst(?:ain\w*|entions?)\b", re.I),
}  # fmt: skip


def vote_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for a person told on another side than the list's, and for another number of votes on a side."""
    names, counts = _listed("\n".join(given.text for given in source.paragraphs))
    if not names:
        return
    for clause in _CLAUSES.split(sentence.text):
        sides = [side for side in _SIDES if _TOLD[side].search(clause)]
        if len(sides) != 1:
            continue
        side = sides[0]
        for name in _SURNAME.findall(clause):
            stands = [other for other in _SIDES if name.lower() in names.get(other, ())]
            if stands and side not in stands:
                yield Fault(Flaw.NAME, f"The paragraph lists {name} {stands[0]}, not {side}")
        told = [found.figure.value for found in read(clause).figures if not _TITLE.search(clause[: found.start])]
        if side in counts and len(told) == 1 and told[0] != counts[side] and _COUNTED.search(clause):
            yield Fault(Flaw.FIGURE, f"The paragraph gives {counts[side]} {side}, not {told[0]:g}")


def _listed(text: str) -> tuple[dict[str, set[str]], dict[str, int]]:
    """Return the surnames that the source lists by side, in lower case, and the votes it counts; nothing of two votes."""
    names: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for match in _CALLED.finditer(text):
        names.setdefault(str(match.lastgroup), set()).add(match["name"].lower())
    heads = list(_LISTED.finditer(text))
    for match, after in zip(heads, [*heads[1:], None], strict=False):
        side = next(side for side in _SIDES if match[side])
        if side in names and not _CALLED.search(text):
            return {}, {}
        end = after.start() if after else len(text)
        stop = _LIST_ENDS.search(text, match.end(), end)
        listed = text[match.end() : stop.start() if stop else end]
        names.setdefault(side, set()).update(name.lower() for name in _SURNAME.findall(listed))
        if match[f"{side}_count"]:
            counts[side] = int(match[f"{side}_count"])
    return names, counts
