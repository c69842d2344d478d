"""Which words are titles, offices and names. Pure."""

import re

# As printed before a name, for patterns that look at capitals and for those that do not.
MEMBER_TITLE = (
    r"Councill?ors?|Cllrs?|Crs?|Clrs?|Council ?[Mm]embers?|Council ?(?:man|men|woman|women|persons?)|Board [Mm]embers?|"
    r"Committee [Mm]embers?|Alderm[ae]n|Alderwom[ae]n|Alderpersons?|Ald|Commissioners?|Comm|Trustees?|Supervisors?|Members?|"
    r"Bail{1,2}ie|Senators?|Delegates?|Assemblymembers?|Freeholders?|Select(?:m[ae]n|wom[ae]n|person|board [Mm]ember)"
)
PERSON_TITLE = (
    r"An [Tt]uas(?:al)?|Mr|Mrs|Ms|Miss|Mx|Messrs|Drs?|Prof(?:essor)?|Revd?|Reverend|Canon|Fr|Father|Sir|Dame|Lord|Lady|"
    r"Baroness|Shri|Smt|Hon|Sgt|Sergeant|PC|PCSO|Insp|(?:Chief )?Inspector|Supt|Capt|Captain|Major|Colonel|Col|Lt|"
    r"His Worship|Her Worship"
)
HONOURS = r"JP|DL|[OMC]BE|BEM|QC|KC|MP|MSP|MLA|MLC|MHA|MHK|MS|AM|TD|PhD|P\.?Eng|CPA|Esq|BBS|SBS|MH"  # behind a name
_MEMBER = rf"{MEMBER_TITLE}|Directors(?= [A-Z])"
TITLE = re.compile(rf"(?:{_MEMBER}|{PERSON_TITLE}|the|his|her|worship)\.?(?=\s|$|[-–:])", re.I)
MEMBER = re.compile(rf"^(?:{_MEMBER})\b", re.I)
NAMED_BY_TITLE = re.compile(rf"(?!his\b|her\b)(?:{PERSON_TITLE}|worship|cllrs?|crs?|councill?ors?|ald)\b\.?\s", re.I)
# Nouns that end an office: what stands before them in the same words belongs to it ("Public Works Superintendent").
NOUNS = frozenset(
    "chair chairman chairperson chairwoman mayor provost convenor convener speaker president reeve warden cathaoirleach chathaoirleach leader whip "
    "clerk secretary treasurer secretariat recorder officer manager director administrator superintendent engineer solicitor "
    "attorney counsel planner surveyor accountant auditor assessor librarian curator registrar archivist coordinator ordinator "
    "executive ceo cfo coo cao commissioner assistant adviser advisor consultant controller comptroller foreman inspector "
    "constable sheriff chief steward agent representative rep trustee member councillor councilor cllr alderman sergeant "
    "principal headteacher lawyer architect economist analyst specialist technician supervisor ombudsman deputy lead "
    "taker editor chaplain vicar rector governor bursar ranger intern liaison head designate elect".split()
)
WEAK_OFFICE = re.compile(r"^(?:members?|councill?ors?|cllrs?|minutes|alderman|trustee|director)$", re.I)
_OFFICER = re.compile(
    r"\b(?:clerk|officer|manager|administrator|superintendent|engineer|solicitor|attorney|counsel|planner|surveyor|"
    r"accountant|recorder|executive|ceo|cao|cfo|coordinator|co-ordinator|librarian|head of|director of|chief)\b",
    re.I,
)
_NO_OFFICER = re.compile(r"\b(?:executive (?:member|mayor)|deputy executive mayor|portfolio|cabinet)\b", re.I)
# Words of bodies, places and subjects: a run of capitalised words with one of them is no person.
_NO_PERSON = frozenset(
    "panel cabinet forum bureau commission partnership adopted passed defeated failed result team department dept council committee board association group police service services ward district region community "
    "housing office school academy university college hospital trust ltd limited inc llc llp plc company authority agency society "
    "club church parish town city county village borough public press resident residents visitor visitors member members "
    "works finance engineering planning environment futures highways road roads street streets meeting minutes apologies "
    "apology absence action actions status order call roll arrived late jr co rooms approved approval agreed noted update updates "
    "following portfolio holder holders invited opening welcome declaration declarations interest interests business matters "
    "name names guest guests time arrival departure start end moved seconded carried none nil nobody item items agenda quorum "
    "vacant vacancy resolution motion report law governance communications resources transport education health social care "
    "corporate legal democratic regeneration area electoral party labour conservative liberal democrat democrats green greens "
    "independent seat place operations present absent attendance received also conference zoom teams video telephone chamber "
    "hall room online remote remotely virtual january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday".split()
)
_SURNAMES = frozenset(
    "hall church law place ward club green greens may march street parish school seat group room".split()
)
_INITIALS = r"(?:[A-ZÀ-ÖØ-Þ]\.?){1,4}(?!\w)"
_GIVEN = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'‘-]*\w"
_PARTICLE = r"de|du|da|di|del|der|den|van|von|la|le|ní|ni|nic|mac|ó|o|uí|al|el|ap|ab|bin|ter|dos|das|st\.?|y"
NAME = re.compile(
    rf"(?:{_GIVEN}|{_INITIALS})(?:\s+(?:{_GIVEN}|{_INITIALS}|(?:{_PARTICLE})(?=\s)))*(?:,? (?:Jr|Sr|III?)\b\.?)?"
)
_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_SHORT_WORD = re.compile(r"[^\W_]+")
_PRO_TEM = re.compile(r"\s+(?:Pro[- ]Tem(?:pore)?\b\.?|Emeritus|Emerita)", re.I)
_PLAIN_NAME = re.compile(r"(?:[A-Z][a-z]+|[A-Z]\.?)(?: (?:[A-Z][\w’'-]*[a-z]|[A-Z]\.?))+")
_OF = re.compile(r"(?:of|for|to|and|in)\b")
_COMMA_OR_DASH = re.compile(r",|\s[-–—]\s")
_IN_THE_CHAIR = re.compile(r"(?:in the )?chair", re.I)
_ALSO_CHAIRS = re.compile(r"(?<=\w), in the chair$", re.I)
_FIRST_PART = re.compile(r"[,;]|\s[-–—]\s")
_PLAIN = re.compile(
    r"(?:voting |non-voting |ordinary )?(?:members?|councill?ors?|cllr|alderman|minutes|deputy|lead|trustees?|directors?|commissioners?)"
    r"(?:,? (?:(?:district|ward|seat|place|area|division|zone) (?:\d+|[A-Z])|at[- ]large))?",
    re.I,
)
_FOR_ANOTHER = re.compile(r"\b(?:substitut\w*|deputising|behalf|replacing|for (?:councill?or|cllr|mr|mrs|ms))\b", re.I)
_LONGEST_OFFICE = 90  # characters
_MOST_WORDS = 5  # of a name


def is_office(words: str) -> bool:
    """Whether words name an office and nobody who holds it: "Head of Waste", "Town Clerk"."""
    words = words.strip(" .:,")
    if not words or "(" in words or ";" in words or len(words.split()) > 14:
        return False
    match = last_office(words)
    labelled = words.split(":", maxsplit=1)[1:]
    if match is None or labelled and is_name(titled(labelled[0])[1]):
        return False
    behind = _PRO_TEM.sub("", words[match.end() :]).strip()
    if _name_behind_subject(behind):
        return False
    if _COMMA_OR_DASH.search(words[: match.start()]) or NAMED_BY_TITLE.match(words) and not behind:
        return False
    if behind[:1] in {"-", "–", "—"}:
        return not is_name(titled(behind.strip(" -–—"))[1])
    return not behind or not behind[0].isalnum() or bool(_OF.match(behind)) or not could_be_name(behind)


def office_and_name(words: str) -> tuple[str, str]:
    """An office and the name behind it ("County Manager Ed Paxson"); all is office where no name follows, or all name."""
    match = last_office(words)
    if match is None:
        return "", words
    pro_tem = _PRO_TEM.match(words, match.end())
    end = pro_tem.end() if pro_tem is not None else match.end()
    behind = words[end:].strip(" ,")
    subject = _name_behind_subject(behind)
    if subject:
        return words[: len(words) - len(subject)].strip(), subject
    if is_name(titled(behind)[1]):
        return words[:end].strip(), behind
    return words, ""


def _name_behind_subject(behind: str) -> str:
    """The name behind what an office is of: "Ed Lane" of "of Police Ed Lane", behind "Chief"; "" where none is told from it."""
    if not _OF.match(behind):
        return ""
    tokens = behind.split()
    last = max((i for i, token in enumerate(tokens) if token.lower() in _NO_PERSON), default=0)
    name = " ".join(tokens[last + 1 :])
    told = last > 0 and 2 <= len(tokens) - last - 1 <= 3 and is_name(name) and _PLAIN_NAME.fullmatch(name) is not None
    return name if told else ""


def has_office(words: str) -> bool:
    """Whether a noun of an office stands among the words."""
    return last_office(words) is not None


def is_officer(role: str) -> bool:
    """Whether a role is a post and no seat on the body."""
    return bool(_OFFICER.search(role)) and not _NO_OFFICER.search(role)


def office_in(role: str) -> str:
    """The office in what is printed beside a name, "" where it is none: a ward, a party, a reason."""
    role = _ALSO_CHAIRS.sub("", role)
    for words in (role.strip(" .,;"), _FIRST_PART.split(role)[0].strip(" .,;")):
        if _IN_THE_CHAIR.fullmatch(words):
            return words
        names_one = len(words) <= _LONGEST_OFFICE and has_office(words) and not is_plain(words)
        if names_one and not _FOR_ANOTHER.search(words):
            return words
    return ""


def is_plain(words: str) -> bool:
    """Whether words say no more than that somebody is a member."""
    return bool(_PLAIN.fullmatch(words))


def last_office(words: str) -> re.Match[str] | None:
    """The last noun of an office in the words, with what a hyphen ties to it."""
    found = None
    for match in _WORD.finditer(words):
        noun = match[0].lower().replace("/", "-").rsplit("-", 1)[-1]
        if noun in NOUNS or noun.endswith("s") and noun[:-1] in NOUNS:
            found = match
    return found


def titled(words: str) -> tuple[str, str]:
    """The titles at the start of the words, and the rest."""
    taken = []
    rest = words.strip()
    while (match := TITLE.match(rest)) and not _opens_office(rest, match.end()):
        taken.append(match[0])
        rest = rest[match.end() :].lstrip(" -–—:")
    return " ".join(taken), rest


def _opens_office(words: str, end: int) -> bool:
    """Whether a title is the first word of an office: "Councillor Services Officer"."""
    if len(words[:end].split()) != 1 or len(words.split()) < 3:
        return False
    office = last_office(words)
    return office is not None and office.start() >= end and office.end() == len(words)


def is_name(words: str) -> bool:
    """Whether words are a name and nothing else."""
    return bool(NAME.fullmatch(words)) and could_be_name(words)


def could_be_name(words: str) -> bool:
    """Whether nothing in the words is of a body, place or subject; a surname behind a given name may be such a word."""
    *given, last = words.split()
    known = words if not given or last.lower() not in _SURNAMES else " ".join(given)
    return len(given) < _MOST_WORDS and _NO_PERSON.isdisjoint(_SHORT_WORD.findall(known.lower()))


def is_surname_too(word: str) -> bool:
    """Whether a word of places and bodies is a surname behind a title: "Councillor Hall"."""
    return word.lower() in _SURNAMES
