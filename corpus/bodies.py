"""Councils and bodies as papers print them. Pure."""

import re
from collections import Counter
from collections.abc import Iterable

_KIND = (
    r"(?:Metropolitan Borough|London Borough|Royal Borough|County Borough|County|City|Borough|District|Town|Parish|"
    r"Community|Township|Municipal)"
)
_NAME = r"(?:(?!(?:Council|COUNCIL|From|To|Dear)\b)[A-Z][\w’'-]+(?:(?: | and | & | upon | on )(?=[A-Z]))?){1,4}"
_COUNCIL = re.compile(rf"\b({_NAME}\s+(?:{_KIND}\s+)?(?:Council|COUNCIL))\b")
_TOWNSHIP = re.compile(r"\b((?:Township|Municipality|Town|City|County) of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b")
_NOT_A_PLACE = {
    "the", "this", "our", "full", "parish", "county", "city", "borough", "district", "town", "community", "annual",
    "local", "your", "each", "a", "any", "all", "leader", "of", "councillor", "members", "member", "metropolitan",
    "british", "youth", "research", "arts", "national", "welsh", "european", "district", "general", "medical",
    "extraordinary", "special", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "dear", "from", "chief", "vince", "unitary", "tier", "upper", "two", "scottish", "labour", "conservative", "shadow", "if", "that", "when", "for", "by", "in", "to", "and", "sport", "england",
}
_BODY_WORD = (
    r"(?:Board|Committee|Sub-Committee|Panel|Cabinet|Council|Forum|Executive|Commission|Partnership|"
    r"Working Group|Working Party|Task Group|Assembly|Authority)"
)
_BODY = re.compile(rf"^(?:the\s+)?((?:[\w’'&,()/-]+ ){{0,12}}?{_BODY_WORD})(?:\s+(?:held|meeting|minutes)\b.*)?$", re.I)
_LABELLED = re.compile(rf"^((?:Scrutiny )?{_BODY_WORD}):?\s*\|\s*((?:[A-Z][\w’'&-]+ ?){{1,8}})$")
_NO_BODY = re.compile(
    r"^(?:\w[.)]|members?\b|leader|chair|notes?\b|terms|constitution|resolved|agreed|that\b|to\b|dear|from|by\b)|"
    r"\b(?:leader of|chief executive|cabinet member|member of|minutes of|have|has|had|be|was|were|is|are|will|which|they|"
    r"except|this|deputy|director|report|presented|its|our|their|received|asked)\b|:",
    re.I,
)
_ADDRESS = re.compile(r"\bCouncil (?:House|Chamber|Offices?|Tax)\b", re.I)


def council_of(texts: Iterable[str]) -> str | None:
    """The council whose papers these are: the one that their heading names, or that they name far most; or None.

    "Kent County Council", "Sandwell Council" ("Sandwell Metropolitan Borough Council" counts for it too).
    """
    counts: Counter[str] = Counter()
    full: dict[str, Counter[str]] = {}
    # A letterhead or title names the council by itself; in running words others are named as often.
    for weight, text in ((20 if i < 8 and len(text) < 90 else 1, text) for i, text in enumerate(texts)):
        for match in [*_COUNCIL.finditer(text), *_TOWNSHIP.finditer(text)]:
            name = _tidy(match[1])
            place = _place(name)
            if place is None:
                continue
            counts[place] += weight
            full.setdefault(place, Counter())[name] += weight
    if not counts:
        return None
    place, count = counts.most_common(1)[0]
    if count < 3 or count < 0.6 * counts.total():
        return None
    names = full[place]
    longest = max(names, key=lambda name: (len(name) > len(place) + 8 and names[name] * 8 >= count, names[name], len(name)))
    return longest


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name)
    if name.isupper():
        name = " ".join(word.capitalize() if word not in {"OF", "AND", "THE", "ON"} else word.lower() for word in name.split())
    words = name.split()
    if "and" in words and words[0].isupper() and not name.isupper():
        words = words[words.index("and") + 1 :]  # "KCC and Medway Council" names one council, and an acronym
    while len(words) > 2 and words[0].lower() in _NOT_A_PLACE and words[0].lower() not in {"city", "district"}:
        words = words[1:]
    return " ".join(words)


def _place(name: str) -> str | None:
    """The place in a council's name, or None where there is none ("the Council", "County Council")."""
    if " of " in name and not name.endswith("Council"):
        return name.lower()
    words = [word for word in name.split() if word.lower() not in {"council", "metropolitan", "borough", "county", "city", "district", "town", "parish", "community", "london", "royal", "municipal"}]
    if not words or words[0].lower() in _NOT_A_PLACE or not words[0][0].isupper():
        return None
    return " ".join(words).lower()


def body_of(line: str) -> str | None:
    """The body that a heading names ("Children's Services Scrutiny Board"), or None.

    Takes "Minutes of", "Report to", "Meeting of the" and the like from its front and a date from its end.
    """
    line = line.strip().split("\n")[0]
    label = _LABELLED.match(line)
    if label:
        return f"{label[2]} {label[1]}" if label[1].split()[-1].lower() not in label[2].lower() else label[2]
    if not line or len(line) > 200 or _ADDRESS.search(line) and not re.search(r"^minutes|^report to", line, re.I):
        return None
    line = re.sub(r"^(?:draft\s+)?(?:minutes\s*(?:of|for|from)?|report\s+to|agenda\s*(?:of|for)?|summons to(?: and agenda for)?)\s*", "", line, flags=re.I)
    line = re.sub(r"^(?:a|an|the)?\s*(?:(?:regular|special|ordinary|extraordinary|virtual|annual|general)\s+)*(?:meeting|meetings)\s+of\s+(?:the\s+)?", "", line, flags=re.I)
    line = re.split(r"\s+(?:held|on|at)\s+(?=[A-Z\d]|the\b|in\b)|\s*[–—-]\s*(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|,\s*(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)", line, flags=re.I)[0]
    line = line.strip(" :.–—-")
    match = _BODY.match(line)
    if not match or _NO_BODY.search(line) or not re.match(r"^(?:the\s+)?[A-Z]", line):
        return None
    name = re.sub(r"^the\s+", "", match[1].strip(), flags=re.I)
    if name.lower() in {"meeting", "committee", "board", "panel", "partnership", "authority", "sub-committee", "forum", "executive meeting"}:
        return None
    if name.isupper():
        small = {"and", "of", "the", "for", "on", "in", "to"}
        name = " ".join(
            word.lower() if word.lower() in small and i else word[0] + word[1:].lower() for i, word in enumerate(name.split())
        )
    return name
