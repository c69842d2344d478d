"""The labels under which papers list who was there: "Present:", "Apologies for absence:", "Officers:". Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.models import Capacity
from corpus.text_probe import says_any

_APOLOGIES = re.compile(
    r"\b(?:apolog(?:y|ies)|regrets|ymddiheuriadau?|leithsc[eé]al(?:ta)?|leave of absence|excused|"
    r"absent with (?:consent|regrets|apolog(?:y|ies)|leave|notice))\b",
    re.I,
)
_ABSENT = re.compile(r"\b(?:absent|absentees|absences?|not present|not attending|as láthair|absennol)\b", re.I)
_WITHOUT = re.compile(r"\bwithout (?:apolog(?:y|ies)|leave|notice)\b", re.I)
_PRESENT = re.compile(
    r"\b(?:present|presennol|sederunt|i láthair|in the room|in person|in the chair|attendees|bresennol|attendance|attending|substitutes?(?: members?)?|late arrivals?|arrived late|left early|early departures?|quorum present)\b",
    re.I,
)
_REMOTE = re.compile(
    r"(?:(?:members|councill?ors|trustees) )?(?:online|remote(?:ly)?|virtual(?:ly)?|(?:via|by|on) (?:zoom|teams|webex|video|phone|telephone))"
    r"(?: (?:attendees|attendance|participants|members))?",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:in attendance|attending|also|hefyd|officers?|officials|staff|administration|others?|guests?|invitees?|invited|visitors?|"
    r"observers?|advis[eo]rs?|representatives?|non-members?|secretariat|clerk|by invitation|"
    r"resource persons?|executive team)\b",
    re.I,
)
_MEMBERS = re.compile(
    r"\b(?:members?|councill?ors?|cllrs?|commissioners|trustees|directors|aldermen|supervisors|select(?:board|men)|"
    r"board|council|committee|chair(?:man|person|woman)?|mayor|reeve|convener|president|provost|cathaoirleach|"
    r"leas-chathaoirleach|deputy mayor|vice[- ]chair(?:man|person|woman)?|governors|delegates)\b",
    re.I,
)
_WORD = r"[^\W\d_][\w’'&()-]*\.?"
_LABEL = re.compile(
    rf"(?:(?:\d{{1,4}}(?:\.\d{{1,2}})*[.)]?|(?:[a-z]|[ivx]{{1,4}})[.)])\s+)?((?:{_WORD}|/)(?:[ /]++{_WORD}){{0,6}}?)\s*(?:[:;][-–—]?|\s[–—]|[-–—]{{1,2}}(?=\s))(?=[\s,]|$)[\s,]*",
    re.I,
)
_ALONE = re.compile(r"(?:\d{1,4}(?:\.\d{1,2})*[.)]?\s+)?([^\W\d_][^\n:.;,\d()]{2,45})[:.]?$")
_LABEL_BEGINS = re.compile(
    r"(?:members?|councill?ors?|council|committee|board|trustees|directors|commissioners|not|also|those|apologies|absent|present|"
    r"officers?|staff|others?|in|i láthair|as láthair|yn)\b",
    re.I,
)
_SHOUTED = re.compile(
    r"((?:ALSO |MEMBERS |STAFF |OFFICERS )?PRESENT|APOLOGIES|ABSENT|IN ATTENDANCE)\s+(?=[A-Z])|(Present)\s+(?=[A-Z][a-z]+ [A-Z][a-z]+)"
)
NO_LIST = re.compile(
    r"(?:for|against|ayes?|noes|nays?|yeas?|yes|no|abstain\w*|abstentions?|in favou?r|opposed|moved|seconded|proposed|"
    r"motion|vote|voting|carried|result)\b",
    re.I,
)  # the first words of a line about motions and votes
_BESIDE_ALONE = (
    r"also|(?:(?:council|town|county|district|other|university) )?(?:officers|officials|staff|clerk|others|guests|visitors|invitees|"
    r"observers|administration|advis[eo]rs|secretariat|government representatives|representatives|non-members)"
)
_LISTS = re.compile(  # a label that begins a further list below or behind another
    r"(?:(?:also|not|council(?: members)?|committee(?: members)?|board(?: members)?|members?|trustees|directors|officers?|staff|"
    r"officials|others?|county councillors?|non-members) ){0,5}(?:present|absent|apolog(?:y|ies)(?: for (?:absence|lateness))?|regrets|"
    r"in attendance|attending|leave of absence|excused|online|remote(?:ly)?|in person|absent with(?:out)? (?:apolog(?:y|ies)|regrets)|"
    r"late arrivals?|left early|also there|substitutes?|ymddiheuriadau|leithsc[eé]al(?:ta)?)|" + _BESIDE_ALONE,
    re.I,
)
_APOLOGISES = re.compile(r"(?:apologies|an apology|absent)\b", re.I)
_STATES = re.compile(r"present|absent|late|excused|remote|here|apolog(?:y|ies)|status|attendance", re.I)
_SEATS = re.compile(
    r"(?:members|councill?ors|cllrs|commissioners|trustees|directors|aldermen|supervisors|selectmen|governors|board|council|committee|"
    r"(?:vice[- ]|deputy )?(?:chair(?:man|person|woman)?|mayor|reeve|convener|president|provost|cathaoirleach))",
    re.I,
)
_INSIDE = re.compile(rf"(?<![^\s.;)])(?:{_LISTS.pattern}):(?=\s)", re.I)
_OF_VOTES = re.compile(
    r"\b(?:ayes?|nays?|noes|yeas?|for|against|opposed|in favou?r|abstain\w*|mover|seconder|moved by)\s*:", re.I
)
_SAID_INSIDE = (  # a label inside a text has one of these
    *(
        "resent",
        "RESENT",
        "bsent",
        "BSENT",
        "polog",
        "POLOG",
        "egrets",
        "REGRETS",
        "ttend",
        "TTEND",
        "xcused",
        "bsence",
        "BSENCE",
    ),
    *(
        "ffice",
        "ffici",
        "taff",
        "lerk",
        "thers",
        "uests",
        "isitors",
        "nvite",
        "emote",
        "nline",
        "dminist",
        "bserv",
        "dvis",
        "epresent",
    ),
)
_COULD_LABEL = (  # a quick look before the slow ones
    *(
        "apolog",
        "absen",
        "present",
        "attend",
        "regret",
        "excused",
        "room",
        "online",
        "remote",
        "sederunt",
        "late",
        "left",
    ),
    *("láthair", "leithsc", "ymddi", "person", "chair", "also", "offic", "staff", "admin", "other", "guest", "invit"),
    *("visit", "observ", "advis", "non-member", "secret", "clerk", "press", "public"),
)
_LONGEST = 70  # characters of a line in which a label ends


def capacity_of(label: str) -> Capacity | None:
    """What a label says of the people below it by its own words; None where it says nothing of who was there."""
    if _WITHOUT.search(label):
        return Capacity.ABSENT
    if _APOLOGIES.search(label):
        return Capacity.APOLOGIES
    if _ABSENT.search(label):
        return Capacity.ABSENT
    if _BESIDE.search(label) and not re.search(r"\bmembers? (?:in attendance|present|attending)$", label, re.I):
        return Capacity.IN_ATTENDANCE
    if re.search(r"\bnon-", label, re.I):
        return Capacity.IN_ATTENDANCE
    return Capacity.PRESENT if _PRESENT.search(label) or _REMOTE.fullmatch(label) else None


def names_members(label: str) -> bool:
    """Whether a label names those who sit on a body ("Councillors", "Chair"), and not how they took part."""
    return bool(_MEMBERS.search(label)) and not _BESIDE.search(label)


def is_clear(label: str) -> bool:
    """Whether a label by itself says that a list of who was there follows: "Officers" does not, "Officers present" does."""
    return bool(_APOLOGIES.search(label) or _ABSENT.search(label) or _PRESENT.search(label) or _REMOTE.fullmatch(label))


@lru_cache(512)  # lists are walked line by line, and each line is asked for many reasons
def label_of(line: str) -> tuple[str, int] | None:
    """The label with which a line begins, and where the words behind it begin; None where it begins with none.

    A label ends with a colon or a dash, stands in capitals, or is the whole line.
    """
    shouted = _SHOUTED.match(line)
    if shouted is not None and ":" not in line[: shouted.end()]:
        return shouted[0].strip(), shouted.end()
    match = _LABEL.match(line[:_LONGEST])
    if (
        match is not None
        and match[1][0].isupper()
        and not NO_LIST.match(match[1])
        and (":" in match[0] or _is_of_people(match[1], match[0]))
    ):
        return match[1], match.end()
    alone = _ALONE.fullmatch(line)
    if alone is not None and len(alone[1].split()) <= 5 and capacity_of(alone[1]) is not None and not _is_row(alone[1]):
        return alone[1].strip(), len(line)
    return None


def _is_row(words: str) -> bool:
    """Whether words are a row of a table, a name and behind it how somebody took part, and no label."""
    *before, last = words.split()
    return (
        len(before) > 1
        and _STATES.fullmatch(last) is not None
        and not words.isupper()
        and not _LABEL_BEGINS.match(words)
    )


def _is_of_people(label: str, whole: str) -> bool:
    """Whether a label that ends with no colon is one all the same; with a semicolon only one that says who was there."""
    if ";" in whole:
        return is_clear(label)
    return is_clear(label) or _LISTS.fullmatch(label) is not None or _SEATS.fullmatch(label) is not None


def names_people(line: str) -> bool:
    """Whether a line is a label of those who were there with words behind it: "Apologies: Councillor ..." heads nothing."""
    label = label_of(line) if ":" in line[:_LONGEST] else None
    return label is not None and is_clear(label[0]) and len(label[0].split()) <= 4 and label[1] < len(line)


def could_label(line: str) -> bool:
    """A quick look whether a line may begin with a label: `label_of` looks closer."""
    return says_any(line[:_LONGEST], _COULD_LABEL)


def parts_lists(above: Iterable[str], line: str) -> bool:
    """Whether a line that stands right below these begins another list of people ("Apologies: ..." below "Present: ...").

    A line of a vote ("Absent: ..." below "Ayes: ...") begins none, nor does a word that says how one person took part.
    """
    label = label_of(line)
    if label is None and not _APOLOGISES.match(line):
        return False
    lines = list(above)
    if any(NO_LIST.match(other) or _OF_VOTES.search(other) for other in lines):
        return False
    below_list = any(map(_begins_list, lines))
    if label is None:
        return below_list
    alone = label[1] >= len(line)
    if alone and _STATES.fullmatch(line.strip()) and not line.isupper():
        return False
    known = capacity_of(label[0]) is not None and is_clear(label[0]) or _LISTS.fullmatch(label[0]) is not None
    return known and (below_list or not alone and is_clear(label[0]))


def _begins_list(line: str) -> bool:
    """Whether a line begins a list of people: with a label of those who were there."""
    label = label_of(line)
    if label is None:
        return bool(re.match(r"(?:apologies|absent|present)\b", line, re.I))
    return (
        is_clear(label[0]) or _LISTS.fullmatch(label[0]) is not None or names_members(label[0]) and label[1] < len(line)
    )


def list_starts(text: str) -> list[int]:
    """Where labels inside a text begin further lists of people: "Apologies:" behind "Present: ..."; [] where it has no lists."""
    if ":" not in text or not any(word in text for word in _SAID_INSIDE) or _OF_VOTES.search(text):
        return []
    first = label_of(text.split("\n", maxsplit=1)[0])
    begins = first is not None and is_clear(first[0])
    found = [match.start() for match in _INSIDE.finditer(text) if _stands_inside(text, match)]
    found = [start for start in found if first is None or start >= first[1]]
    if begins or not found:
        return found
    behind = text[: found[0]].rstrip().endswith((".", ";"))
    label = label_of(text[found[0] :])
    return found if behind and label is not None and is_clear(label[0]) else []


def _stands_inside(text: str, match: re.Match[str]) -> bool:
    """Whether words before a colon are a label with a list above it, and not with another label: side by side they head columns."""
    before = text[: match.start()].rstrip()
    if re.search(r"[^\W\d_]{3}", before) is None:
        return False  # a number
    return match[0][0].isupper() and before[-1:] not in {"", ":", "/", "-", "–", "|"}
