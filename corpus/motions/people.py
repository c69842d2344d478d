"""The names of people in minutes: one name, a list of them, and a name without its titles. Pure."""

import re

from corpus.attendance.words import HONOURS, MEMBER_TITLE, PERSON_TITLE

_UPPER = "A-ZÀ-ÖØ-ÞĀČĎĒĢĪĶĻŁŃŅŌŘŚŠŤŪŴŶŹŻŽ"
_OFFICES = (
    "Directors?|Reeve|Mayor|Provost|Governor|Chair(?:man|woman|person)?|President|Convener|Leader|Speaker|Cathaoirleach|Regent"
    "|Commission(?:er)? Chair|Treasurer|Secretary|Clerk"
)
_BEFORE_TITLE = "Deputy|Vice|First|Second|Regional|Executive|Council|Board|Acting|Interim|Leas|Depute|Town|City|County"
TITLE = rf"(?:(?:(?:{_BEFORE_TITLE})[ -])?(?:{_OFFICES}|{MEMBER_TITLE}|{PERSON_TITLE})\b\.?)"
_NO_NAME = (
    "moved|seconded|second|secs?|proposed|props?|motions?|carried|lost|that|to|votes?|voting|voted|roll|for|against|ayes?|nays?|yeas?"
    "|noes|yes|no|resolved|resolution|recorded|in|on|upon|and|by|the|this|it|councillors|cllrs|council|committee|board|cabinet|members|meeting|authority"
    "|commission|trustees|whereas|be|amendment|decision|action|discussion|carries|passed|approved|agreed|unanimous(?:ly)?|defeated|failed"
    "|staff|item|agenda|minutes|abstain(?:ed|ing)?|abstentions?|absent|present|all|both|none|nil|nobody|he|she|they|we|who|when|there|following"
    r"|final|original|main|substantive|having|after|with|an?(?=\s(?-i:[a-z]))|as|any|each|proposer|seconder|mover|page|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lapsed|withdrawn|put|tied|so|prop|sec|discuss|consider|approve|receive|adopt|confirm|review|officers?|public|town|city|report"
)
_LETTERS = rf"[{_UPPER}](?:[^\W\d]|-|['’](?!s\b))*(?!\w)(?:\.(?=\s?[{_UPPER}]))?"
_TOKEN = rf"(?=[{_UPPER}])(?!(?i:{_NO_NAME})\b){_LETTERS}"
_TITLED = rf"(?:{_TOKEN}|(?=(?:Page|April|May|June|August|March|Town|Public|Item)\b(?!\s+\d)){_LETTERS})"  # a name behind a title
_PARTICLE = r"(?:de|van|von|du|der|den|la|le|ap|ab|of the|of)"
_OFFICE = r"(?:[Tt]he\s+)?(?:(?:Deputy|Vice|Executive|Lord)[ -])?(?:Chair(?:man|woman|person)?|Mayor|Leader|Convener|Provost|Speaker|Reeve|President|Cathaoirleach)\b"
NAME = rf"(?<!\w)(?=[{_UPPER}]|the\s)(?>(?:{_OFFICE},\s+)?(?:{TITLE}\s+)+{_TITLED}(?:\s+(?:{_PARTICLE}\s+)?{_TOKEN}){{0,3}}|{_OFFICE}(?!\s+[{_UPPER}])|{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)?{_TOKEN}){{0,3}})"
NAMES = rf"(?>{NAME}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+(?:and|&|a|y|agus)\s+){NAME})*)"
_LEADING = re.compile(rf"^(?:{_OFFICE},\s+)?(?:(?:[Tt]he|His|Her)\s+)?(?:{TITLE}\s+)+(?=\S)")
_OF_A_LIST = re.compile(r"\s*[,;|]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_TOLD_BEHIND = re.compile(
    r"\s+(?:(?:THE )?(?:MOTION|AMENDMENT) )?(?:WAS )?(?:CARRIED|DEFEATED|LOST|PASSED|FAILED|ADOPTED|APPROVED)\b.*$"
)
# Behind a name, and not among people named by their initials.
_HONOURED = re.compile(rf"(?:(?<=[^\W\d_A-Z])|(?<=[A-Z]{{3}}))(?:,?\s+(?:{HONOURS}|Jr|Sr)\b\.?)+")
_AROUND = " .:;–-|)]"  # of a list; brackets may close what stood before it
_APPOSED = re.compile(
    rf"\b[Tt]he (?:Deputy |Lord )?(?:Mayor|Chair(?:man|woman|person)?|President|Speaker|Reeve|Provost|Convener), (?={TITLE}|{_TOKEN}(?: {_TOKEN})*\s*(?:[,;)]|and\b|$))"
)
_LIKE_A_NAME = re.compile(rf"^{NAME}$")


def plain_name(name: str) -> str:
    """A name without its titles and stops ("Cllr. J Smith," gives "J Smith")."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:.–-|")
    return _HONOURED.sub("", _LEADING.sub("", name)).strip(" ,;:.") or name


def names_in(words: str) -> tuple[str, ...]:
    """The names of a list ("Councillors A, B and C (3)"), plain, in order; () where the words are no list of names."""
    words = re.sub(r"\([^)]*\)", " ", words).strip(_AROUND)
    words = _HONOURED.sub("", _APPOSED.sub("", _TOLD_BEHIND.sub("", words))).strip(_AROUND)
    parts = [part for piece in _OF_A_LIST.split(words) if (part := piece.strip(" ."))]
    if not parts or any(len(part) > 40 or not _LIKE_A_NAME.match(part) for part in parts):
        return ()
    return tuple(plain_name(part) for part in parts)
