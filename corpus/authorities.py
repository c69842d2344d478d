"""The authority that a paper's letterhead names by a whole line: a town, a county, a school or transit district. Pure.

Running words name neighbours, and a council often calls itself "the Council"; a line of its own at the paper's top names
whose paper it is.
"""

import re
from collections.abc import Iterable

from corpus.bodies import body_of, in_no_book, is_council_name, titled

_HEADING_LINES = 12  # of a paper, in which its letterhead stands
_WORD = r"[A-ZÀ-ÖØ-ÞĊĠĦŻŴŶĀĒĪŌŪ][\w’'.&-]*"
_NAME = rf"{_WORD}(?:[ ](?:and|&|upon|on|of|AND|UPON|ON|OF|{_WORD}))"
_KINDS_OF = (
    "Town|City|Village|Township|County|Borough|Shire|Municipality|Regional Municipality|Rural Municipality|"
    "District Municipality|District|Region|City and County|City and Borough|Town and County|Royal Borough"
)
# "CITY OF PORT ALDER, OREGON", "The Regional Municipality of Alder Vale", "TOWN OF ALDER (Alberta)"
_OF_A_PLACE = re.compile(
    rf"^(?:The )?(?:Corporation of the )?((?:{_KINDS_OF}) of (?:the )?(?-i:{_WORD}(?: {_WORD}){{0,3}})(?: No\.? \d{{1,4}})?)(?:, (?-i:{_WORD}(?: {_WORD})?)| \([^)]*\))?$",
    re.I,
)
# "Three Alders Regional Transit District", "ALDER MUNICIPALITY", "Alder County, Kansas"
_BY_ITS_KIND = re.compile(
    rf"^(?:The )?(?-i:({_NAME}{{0,6}}?[ ](?:District|DISTRICT|Authority|AUTHORITY|Municipality|MUNICIPALITY|County|COUNTY|Township|TOWNSHIP)(?: (?:N[Oo]\.? ?)?\d{{1,4}})?))"
    rf"(?:, (?-i:{_WORD}(?: {_WORD})?))?$"
)
_OVER_A_BOARD = re.compile(
    rf"^(?-i:({_NAME}{{0,5}}?[ ](?:District|DISTRICT|Authority|AUTHORITY|County|COUNTY|Township|TOWNSHIP)))[ ](?:Board of|Trustees|Commissioners|Supervisors)\b",
    re.I,
)
# "Alder Valley Libraries", "The Alder Harbour Trust": who has a board and is no council. At a paper's very top alone.
_ORGANISATION = re.compile(rf"^(?:The )?({_WORD}(?: (?:and|of|the|for|&|{_WORD})){{1,8}})$")
_ORGANISED = re.compile(
    r"\b(?:Libraries|Library|Schools|Corporation|Commissioners|Trust|Society|Association|Foundation|Charity|College|University|Academy|Company|Limited|Ltd|CIC)\b",
    re.I,
)
_TOP_LINES = 2
# "Minutes of Governors of The Alder Academy Meeting of 3rd June", "Minutes of the Directors of Alder Homes held on"
_PEOPLE_OF = re.compile(
    r"^(?:(?:draft|unconfirmed|approved)\s+)?minutes of (?:the )?(trustees|directors|governors|managers|commissioners|members|shareholders) ?of ?"
    r"((?:the )?[^\n,;:]{4,80}?),? (?:(?:annual |general |special |ordinary )*meeting|held|on|at)\b",
    re.I,
)
# A line of such words alone ("School District", "Planning Authority") names none.
_NO_PROPER_NAME = frozenset(
    "school fire water sewer rural urban regional local planning licensing combined joint transit transportation special "
    "district authority county municipality central unified public health housing police port airport park north south "
    "east west the of and board council city town agenda minutes meeting executive".split()
)

_OFFICES = frozenset(
    "planning licensing local public combined housing board".split()
)  # "Local Planning Authority" is an office


def authority_in_head(lines: Iterable[str]) -> str | None:
    """The authority that one of a paper's first lines names by itself, or None; in words that are not all capitals.

    Councils ("Aldermere Borough Council") are not looked for here: corpus/bodies.py weighs what all of a paper says.
    """
    for i, line in enumerate(_pieces(lines)):
        if people := _PEOPLE_OF.match(line):
            return titled(people[2])
        match = _OF_A_PLACE.match(line) or _BY_ITS_KIND.match(line) or _OVER_A_BOARD.match(line)
        organised = match is None and i < _TOP_LINES and _ORGANISED.search(line)
        if organised and (own := _ORGANISATION.match(line)) and not body_of(line):
            return titled(own[1])
        if match and not is_council_name(line) and _has_proper_name(match[1]):
            return titled(match[1])
    return None


def people_that_met(heading: str) -> str | None:
    """Whose minutes they are by their heading, where an organisation's people met ("Trustees of the Alder Trust"), or None."""
    match = _PEOPLE_OF.match(heading)
    return f"{match[1].capitalize()} of {titled(match[2])}" if match else None


def _pieces(lines: Iterable[str]) -> Iterable[str]:
    """The first lines without marks round them and without the page of a minute book ("ALDER COUNTY PAGE 204")."""
    for i, line in enumerate(lines):
        if i == _HEADING_LINES:
            return
        yield from (in_no_book(piece.strip(" *#_|·")) for piece in re.split(r"\s{3,}|\t", line.strip()))


def _has_proper_name(name: str) -> bool:
    """Whether a name is somebody's own: it has a word of no kind, or three and more that are ("Regional Transit District")."""
    words = [word.lower().strip(".,’'&") for word in name.split()]
    return any(word not in _NO_PROPER_NAME for word in words) or len(words) > 2 and words[0] not in _OFFICES
