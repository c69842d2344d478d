"""The names of people in minutes: one name, a list of them, and a name without its titles. Pure."""

import re

_UPPER = "A-ZÀ-ÖØ-ÞĀČĎĒĢĪĶĻŁŃŅŌŘŚŠŤŪŴŶŹŻŽ"
_TITLE_WORDS = (
    "Councill?ors?|Cllrs?|Clrs?|Crs?|Ald(?:erm[ae]n|erwom[ae]n)?|Mr|Mrs|Ms|Miss|Messrs|Mx|Dr|Rev|Prof(?:essor)?|Shri|Smt|Sir|Dame|Lord|Lady"
    "|Baroness|Canon|Hon|Sgt|Commissioners?|Trustees?|Directors?|Members?|Supervisors?|Select(?:man|woman|person|board member)"
    "|Reeve|Senators?|Council ?members?|Council ?(?:man|woman)|Councilperson|Board Members?|Mayor|Provost|Bailie|Baillie|Governor"
    "|Chair(?:man|woman|person)?|President|Convener|Leader|Speaker|Cathaoirleach|Regent|Assemblymember|Alderpersons?|Member"
    "|Commission(?:er)? Chair|His Worship|Her Worship|Freeholders?|Treasurer|Secretary|Clerk"
)
_BEFORE_TITLE = "Deputy|Vice|First|Second|Regional|Executive|Council|Board|Acting|Interim|Leas|Depute|Town|City|County"
TITLE = rf"(?:(?:(?:{_BEFORE_TITLE})[ -])?(?:{_TITLE_WORDS})\b\.?)"
_NO_NAME = (
    "moved|seconded|second|secs?|proposed|props?|motions?|carried|lost|that|to|votes?|voting|voted|roll|for|against|ayes?|nays?|yeas?"
    "|noes|yes|no|resolved|resolution|recorded|in|on|upon|and|by|the|this|it|councillors|cllrs|council|committee|board|cabinet|members|meeting|authority"
    "|commission|trustees|whereas|be|amendment|decision|action|discussion|carries|passed|approved|agreed|unanimous(?:ly)?|defeated|failed"
    "|staff|item|agenda|minutes|abstain(?:ed|ing)?|abstentions?|absent|present|all|both|none|nil|nobody|he|she|they|we|who|when|there|following"
    r"|final|original|main|substantive|having|after|with|an?(?=\s(?-i:[a-z]))|as|any|each|proposer|seconder|mover|page|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lapsed|withdrawn|put|tied|so|prop|sec|officers?|public|town|city|report"
)
_TOKEN = rf"(?!(?i:{_NO_NAME})\b)[{_UPPER}](?:[\w\-]|['’](?!s\b))*(?:\.(?=\s?[{_UPPER}]))?"
_PARTICLE = r"(?:de|van|von|du|der|den|la|le|ap|ab|of the|of)"
_OFFICE = r"(?:[Tt]he\s+)?(?:(?:Deputy|Vice|Executive|Lord)[ -])?(?:Chair(?:man|woman|person)?|Mayor|Leader|Convener|Provost|Speaker|Reeve|President|Cathaoirleach)\b"
NAME = rf"(?<!\w)(?>(?:{_OFFICE},\s+)?(?:{TITLE}\s+)+{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)?{_TOKEN}){{0,3}}|{_OFFICE}(?!\s+[{_UPPER}])|{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)?{_TOKEN}){{0,3}})"
NAMES = rf"(?>{NAME}(?:(?:\s*[,;]\s*(?:and\s+)?|\s+(?:and|&|a|y|agus)\s+){NAME})*)"
_LEADING = re.compile(rf"^(?:{_OFFICE},\s+)?(?:(?:[Tt]he|His|Her)\s+)?(?:{TITLE}\s+)+(?=\S)")
_OF_A_LIST = re.compile(r"\s*[,;|]\s*(?:and\s+)?|\s+(?:and|&)\s+")
_TOLD_BEHIND = re.compile(
    r"\s+(?:(?:THE )?(?:MOTION|AMENDMENT) )?(?:WAS )?(?:CARRIED|DEFEATED|LOST|PASSED|FAILED|ADOPTED|APPROVED)\b.*$"
)
_HONOURS = frozenset(
    {"OBE", "MBE", "CBE", "BEM", "JP", "DL", "QC", "KC", "MP", "Esq", "Jr", "Sr", "PhD", "BBS", "MH"}
)  # behind a name
_APPOSED = re.compile(
    rf"\b[Tt]he (?:Deputy |Lord )?(?:Mayor|Chair(?:man|woman|person)?|President|Speaker|Reeve|Provost|Convener), (?={TITLE}|{_TOKEN}(?: {_TOKEN})*\s*(?:[,;)]|and\b|$))"
)
_LIKE_A_NAME = re.compile(rf"^{NAME}$")


def plain_name(name: str) -> str:
    """A name without its titles and stops ("Cllr. J Smith," gives "J Smith")."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:.–-|")
    bare = _LEADING.sub("", name)
    words = bare.strip(" ,;:.").split()
    while len(words) > 1 and words[-1].strip(".") in _HONOURS:
        words.pop()
    return " ".join(words) or name


def names_in(words: str) -> tuple[str, ...]:
    """The names of a list ("Councillors A, B and C (3)"), plain, in order; () where the words are no list of names."""
    words = re.sub(r"\([^)]*\)", " ", words).strip(" .:;–-|")
    words = _APPOSED.sub("", _TOLD_BEHIND.sub("", words)).strip(" .:;–-|")
    parts = [part for piece in _OF_A_LIST.split(words) if (part := piece.strip(" .")) and part not in _HONOURS]
    if not parts or any(len(part) > 40 or not _LIKE_A_NAME.match(part) for part in parts):
        return ()
    return tuple(plain_name(part) for part in parts)
