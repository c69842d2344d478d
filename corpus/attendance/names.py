"""Names, titles and offices in a few words of a list of people. Pure."""

import re
from dataclasses import dataclass, replace

_MEMBER_TITLE = (
    r"councill?ors?|cllrs?|crs?|clrs?|council ?members?|council ?(?:man|men|woman|women)|"
    r"aldermen|alderman|alderwoman|ald|commissioners?|comm|trustees?|supervisors?|members?|"
    r"bailie|senators?|delegates?|select(?:man|men|woman|person)|directors(?= [A-Z])"
)
_PERSON_TITLE = (
    r"an tuasal|an tuas|mr|mrs|ms|miss|mx|messrs|dr|drs|prof|professor|rev|revd|reverend|canon|fr|father|sir|dame|lord|lady|baroness|hon|"
    r"sgt|sergeant|pc|pcso|insp|inspector|chief inspector|supt|capt|captain|major|colonel|col|lt|the|his worship|her worship|his|her|worship"
)
_TITLE = re.compile(rf"(?:{_MEMBER_TITLE}|{_PERSON_TITLE})\.?(?=\s|$|[-–:])", re.I)
MEMBER = re.compile(rf"^(?:{_MEMBER_TITLE})\b", re.I)
_SINGULAR = {
    "aldermen": "Alderman",
    "councilmen": "Councilman",
    "selectmen": "Selectman",
    "councillors": "Councillor",
    "councilors": "Councilor",
    "councilmembers": "Councilmember",
    "cllrs": "Cllr",
    "crs": "Cr",
    "commissioners": "Commissioner",
    "trustees": "Trustee",
    "directors": "Director",
    "supervisors": "Supervisor",
    "members": "",
}
# Nouns that end an office: what stands before them in the same words belongs to it ("Public Works Superintendent").
_NOUN = (
    r"chair(?:man|person|woman)?(?:-designate|-elect)?|vice-?chair(?:man|person|woman)?|mayor|provost|convene?or|convener|speaker|president|"
    r"reeve|warden|cathaoirleach|leas-chathaoirleach|leader|whip|clerk|cao-clerk|clerk-treasurer|auditor-treasurer|secretary|treasurer|"
    r"secretariat|recorder|officer|manager|director|administrator|superintendent|engineer|solicitor|attorney|counsel|"
    r"planner|surveyor|accountant|auditor|assessor|librarian|curator|registrar|archivist|coordinator|co-ordinator|"
    r"executive|ceo|cfo|coo|cao|commissioner|assistant|adviser|advisor|consultant|controller|comptroller|foreman|"
    r"inspector|constable|sheriff|chief|steward|agent|representative|rep|trustee|member|councill?or|cllr|alderman|"
    r"sergeant|principal|headteacher|lawyer|architect|economist|analyst|specialist|technician|supervisor|ombudsman|"
    r"deputy|lead|minutes|minute[- ]taker|editor|chaplain|vicar|rector|governor|bursar|ranger|intern|liaison|head"
)
_OFFICE = re.compile(rf"(?:\S+[-/])?(?:{_NOUN})s?\b(?:[-/](?:{_NOUN}))*", re.I)
_WEAK_OFFICE = re.compile(r"^(?:members?|councill?ors?|cllrs?|minutes|alderman|trustee|director)$", re.I)
_OFFICER = re.compile(
    r"\b(?:clerk|officer|manager|administrator|superintendent|engineer|solicitor|attorney|counsel|planner|surveyor|"
    r"accountant|recorder|executive|ceo|cao|cfo|coordinator|co-ordinator|librarian|head of|director of|chief)\b",
    re.I,
)
_NO_OFFICER = re.compile(r"\b(?:executive (?:member|mayor)|deputy executive mayor|portfolio|cabinet)\b", re.I)
# Words of bodies, places and subjects: a run of capitalised words with one of them is no person.
_NO_PERSON = re.compile(
    r"\b(?:team|department|dept|council|committee|board|association|group|police|services?|ward|district|region|community|"
    r"housing|office|school|academy|university|college|hospital|trust|ltd|limited|inc|llc|plc|company|authority|agency|"
    r"society|club|church|parish|town|city|county|village|borough|public|press|residents?|visitors?|members?|works|"
    r"finance|engineering|planning|environment|futures|highways|roads?|streets?|meeting|minutes|apologies|apology|absence|"
    r"actions?|status|order|call|roll|arrived|late|jr|co|rooms|approved|approval|agreed|noted|updates?|following|portfolio|holders?|invited|opening|welcome|declarations?|interests?|business|matters|names?|guests?|time|arrival|departure|start|end|moved|seconded|carried|none|nil|nobody|n/a|no one|item|items|agenda|quorum|vacant|vacancy|resolution|motion|report|law|governance|"
    r"communications|resources|transport|education|health|social|care|corporate|legal|democratic|regeneration|"
    r"area|electoral|party|labour|conservative|liberal|democrats?|greens?|independent|seat|place|operations|present|absent|"
    r"attendance|received|also|conference|zoom|teams|video|telephone|chamber|hall|room|online|remote|remotely|virtual|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)
_SURNAME = re.compile(r"(?:hall|church|law|place|ward|club|green|greens|may|march|street|parish|school|seat|group|room)", re.I)
_INITIALS = r"(?:[A-ZÀ-ÖØ-Þ]\.?){1,4}(?!\w)"
_GIVEN = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'‘-]*\w"
_PARTICLE = r"de|du|da|di|del|der|den|van|von|la|le|ní|ni|nic|mac|ó|o|uí|al|el|ap|ab|bin|ter|dos|das|st\.?|y"
_NAME = re.compile(rf"(?:{_GIVEN}|{_INITIALS})(?:\s+(?:{_GIVEN}|{_INITIALS}|(?:{_PARTICLE})(?=\s)))*(?:,? (?:Jr|Sr|III?)\b\.?)?")
_SUFFIX = re.compile(r",?\s+(?:JP|MBE|OBE|CBE|QC|KC|MP|MSP|MLA|MLC|TD|PhD|P\.?Eng|CPA|Esq|BBS|SBS|MH)\b\.?(?:,?\s+(?:JP|MBE|OBE|MH))*")
REMOTE = re.compile(
    r"\b(?:zoom|online|remote(?:ly)?|virtual(?:ly)?|by (?:phone|telephone|video)|via (?:phone|telephone|video|teams)|teams|phone|teleconference|"
    r"video ?(?:link|conference|call)?|electronic(?:ally)?)\b",
    re.I,
)
LATE = re.compile(
    r"\b(?:late(?:ness)?|arrived|arriving|arrival|joined (?:at|the meeting|from item)|came in|entered|from (?:item|minute))\b|"
    r"\b(?:joined|from|in at) \d",
    re.I,
)
LEFT = re.compile(r"\b(?:left|leaving|departed|until|to (?:item|minute)\s?\S*\d|out at \d|early departure|withdrew)\b", re.I)
_SEAT = re.compile(r"(?:seat|district|ward|place|position|area|division|zone)\s+(?:\d+|[A-Z]\b)\s*[-–—:]?\s*", re.I)
_DASH = re.compile(r"\s+[-–—]+\s+")
_OF = re.compile(r"(?:of|for|to|and|in)\b")
_THE = re.compile(r"^the\s+", re.I)
_SHORT = re.compile(r"\b(?:cllrs?|crs?|mrs?|ms|dr|hon|rev|revd|sgt|st|prof|ald|supt|asst|insp|jr|sr|no|dep|vice|gov|comm|[A-Z])$", re.I)
_PUBLIC = re.compile(r"(?:\w+ )?members? of (?:the )?(?:public|press)\s*[-–—:]", re.I)
_NOBODY = re.compile(r"(?:\d+|none|nil|no|n/a|nobody)\b", re.I)
_COUNT = re.compile(r"^\s*\(?\d{1,3}\)?\s*[-–—:]\s*")  # "11 - Ames, ..."
_BETWEEN = re.compile(r"[()\[\];\n·•,|]|\s(?:and|&|agus)\s(?=\S)|(?<=[a-z)\d])\.\s+(?=[A-Z])|\)\s+(?=[A-Z][a-z])")
_NAMED_BY_TITLE = re.compile(rf"(?!the\b|his\b|her\b)(?:{_PERSON_TITLE}|cllrs?|crs?|councill?ors?|ald)\b\.?\s", re.I)
_TITLED_OFFICE = re.compile(  # "Chairman Cllr"
    rf"(.*\b(?:chair\w*|mayor|leader|provost|president|reeve|convene?or|speaker|clerk))\s+(cllr|councill?or|cr|ald|alderman)", re.I
)
_LOCAL_MEMBER = re.compile(r"((?:ward|county|district|borough|regional|city|parish|town) (?:councill?or|cllr))s\b", re.I)
_IN_CHAIR = re.compile(r"in the chair", re.I)
_EX_OFFICIO = re.compile(r"in the chair|ex[- ]officio|(?:without (?:a )?|non-)vot\w+(?: rights?)?", re.I)
_CODE = re.compile(r"[A-Z]{1,4}[a-z]?|\*+|\d+")  # initials, a mark that a legend explains
_IN_THE_CHAIR = re.compile(r",?\s+(?:was )?(in the chair|presiding)$", re.I)
_PLAIN = re.compile(r"(?:voting |non-voting |ordinary )?(?:members?|councill?ors?|cllr|alderman|minutes|deputy|lead|trustees?|directors?)", re.I)
_FOR_ANOTHER = re.compile(r"\b(?:substitut\w*|deputising|behalf|replacing|for (?:councill?or|cllr|mr|mrs|ms))\b", re.I)
_LONGEST_OFFICE = 90  # characters
_MOST_WORDS = 5  # of a name


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a few words of a list name them."""

    name: str
    title: str = ""
    role: str = ""
    late: bool = False
    left: bool = False
    remote: bool = False
    initials: str = ""  # as printed behind the name: "Joan Ames (JA)"


def is_office(words: str) -> bool:
    """Whether words name an office and nobody who holds it: "Head of Waste", "Town Clerk"."""
    words = words.strip(" .:,")
    if not words or "(" in words or ";" in words or len(words.split()) > 14:
        return False
    match = _last_office(words)
    labelled = words.split(":", maxsplit=1)[1:]
    if match is None or labelled and _is_name(_titled(labelled[0])[1]):
        return False
    behind = words[match.end() :].strip()
    if re.search(r",|\s[-–—]\s", words[: match.start()]) or _NAMED_BY_TITLE.match(words) and not behind:
        return False
    if behind[:1] in {"-", "–", "—"}:
        return not _is_name(_titled(behind.strip(" -–—"))[1])
    return not behind or not behind[0].isalnum() or bool(_OF.match(behind)) or not _could_be_name(behind)


def has_office(words: str) -> bool:
    """Whether a noun of an office stands among the words."""
    return _last_office(words) is not None


def is_officer(role: str) -> bool:
    """Whether a role is a post and no seat on the body."""
    return bool(_OFFICER.search(role)) and not _NO_OFFICER.search(role)


def office_in(role: str) -> str:
    """The office in what is printed beside a name, "" where it is none: a ward, a party, a reason."""
    first = re.split(r"[,;](?! (?:place|people|resources))|\s[-–—]\s", role, flags=re.I)[0]
    for words in (role.strip(" .,;"), first.strip(" .,;")):
        if re.fullmatch(r"(?:in the )?chair", words, re.I):
            return words
        if len(words) <= _LONGEST_OFFICE and has_office(words) and not is_plain(words) and not _FOR_ANOTHER.search(words):
            return words
    return ""


def is_plain(words: str) -> bool:
    """Whether words say no more than that somebody is a member."""
    return bool(_PLAIN.fullmatch(words))


def noted(person: Person, words: str) -> Person:
    """The person with what words in brackets or in a cell say: an office, when they came or left, from where."""
    parts = [part.strip() for part in words.split(",")]
    codes = [part for part in parts if _CODE.fullmatch(part) and not has_office(part)]
    person = replace(person, initials=person.initials or next(iter(codes), ""))
    words = ", ".join(part for part in parts if part not in codes and not _EX_OFFICIO.fullmatch(part))
    if not words.strip(" -–—"):
        return replace(person, role=person.role or parts[-1]) if _IN_CHAIR.fullmatch(parts[-1]) else person
    late, left, remote = LATE.search(words), LEFT.search(words), REMOTE.search(words)
    role = person.role
    if not (late or left or remote) and re.search("[A-Za-z]{2}", words) and not role:
        role = words.strip(" .,;")
    return replace(
        person,
        role=role,
        late=person.late or bool(late),
        left=person.left or bool(left and not late),
        remote=person.remote or bool(remote),
    )


def person_of(words: str, carried: str = "") -> tuple[Person | None, str]:
    """The person that a few words name, and the plural title that goes on to the next name of a list ("Councillors").

    `carried` is such a title of a name before. None where the words name an office alone, a number of people, or nobody.
    """
    words, brackets = _without_brackets(words)
    words = _SUFFIX.sub("", words.strip(" .,;:-–—*•"))
    title, rest = _titled(words)
    label, rest = _role_label(rest)
    titles, rest = _titled(rest)
    title = title or titles
    head, _, behind = (part.strip() for part in _parted(rest))
    if behind and is_office(head):
        label, head, behind = head, behind, ""
    role, name = _office_before(head)
    titles, name = _titled(name)
    title = title or titles
    if not name:
        return (_in_brackets(role, brackets) if role and brackets else None), carried
    name, after = _cut_name(name, titled=bool(title))
    if not name:
        return None, carried
    local = _LOCAL_MEMBER.fullmatch(role)
    if local:
        role = carried = local[1]
    elif not role and not title and _LOCAL_MEMBER.fullmatch(f"{carried}s"):
        role = carried
    person = Person(name, _singular(title) or ("" if role else carried), label or role)
    if _WEAK_OFFICE.match(person.role):
        person = replace(person, title=person.title or _singular(person.role), role="")
    for words in (behind, after, *brackets):
        person = noted(person, words)
    return person, _carried(title) or _carried(role) or carried


def people_in(text: str) -> list[Person]:
    """The people of a list in its order: names parted by commas, semicolons, "and", dots or line ends, each with an office."""
    found: list[Person] = []
    carried = ""
    for group in _groups(text):
        first = len(found)
        short = len(group[0].removeprefix("& ").split()) == 1  # surnames alone
        awaiting = ""  # an office whose holder comes next: "The Chairperson, Alderman ..."
        for piece in (words if "(" in words else _IN_THE_CHAIR.sub(r" (\1)", words) for words in group):
            joined, piece = piece.startswith("& "), piece.removeprefix("& ")
            if _PUBLIC.match(piece):
                return found  # who came to listen stands last
            if _is_nobody(piece):
                continue
            office, brackets = _without_brackets(piece)
            if is_office(office) and not _NAMED_BY_TITLE.match(piece) and not any(map(_holder, brackets)):
                if joined and len(found) > first:
                    continue  # "Councillor Bell and the Clerk": nobody's office
                if len(found) == first:
                    awaiting = _THE.sub("", office.strip())
                else:
                    known = found[-1] if found[-1].role else replace(found[-1], role=office.strip())
                    found[-1] = noted(known, " ".join(brackets))
                continue
            if len(found) > first and found[-1].role and len(piece.split()) == 1 and not short:
                continue  # the firm behind an office
            person, carried = person_of(piece, carried)
            if person is not None:
                found.append(replace(person, role=person.role or awaiting))
                awaiting = ""
        carried = "" if len(group) == 1 else carried
    return found


def _is_nobody(piece: str) -> bool:
    """Whether a piece of a list names no person: a number of people, "none", letters behind a name."""
    return not re.search(r"[^\W\d_]", piece) or bool(_NOBODY.match(piece)) or bool(_SUFFIX.fullmatch(f" {piece}"))


def _groups(text: str) -> list[list[str]]:
    """The pieces of a list, by what stands between semicolons and line ends; brackets are never split."""
    groups: list[list[str]] = [[]]
    start = depth = 0
    lead = ""  # "& " before a piece that "and" parts from the last
    for match in _BETWEEN.finditer(text):
        mark = match[0]
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif mark[0] == ")":  # the next name stands behind the bracket of the last
            depth = max(0, depth - 1)
            if not depth:
                groups[-1].append(text[start : match.start() + 1])
                start = match.end()
        elif mark[0] == "." and _SHORT.search(text[: match.start()]):
            continue
        elif not depth and not (mark.strip() in {"and", "&"} and _goes_on(text[start : match.start()], text[match.end() :])):
            groups[-1].append(f"{lead}{text[start : match.start()]}")
            lead = "& " if mark.strip() in {"and", "&", "agus"} else ""
            start = match.end()
            if mark in ";\n·•|" or mark[0] == ".":
                groups.append([])
    groups[-1].append(f"{lead}{text[start:]}")
    stripped = ([_COUNT.sub("", piece).strip(" .,;:") for piece in group] for group in groups)
    return [kept for group in stripped if (kept := [piece for piece in group if piece])]


def _goes_on(left: str, right: str) -> bool:
    """Whether "and" stands inside an office ("Cabinet Member for Leisure and Communities") and parts no names."""
    if _TITLE.match(right) or re.match(rf"(?:the\s+)?(?:{_NOUN})\b", right, re.I):
        return False
    office = _last_office(left)
    return not right[:1].isupper() or office is not None and bool(re.match(r"\s*(?:of|for|[-–:])\s", left[office.end() :]))


def _parted(words: str) -> tuple[str, str, str]:
    """What stands before and behind the first dash between spaces."""
    dash = _DASH.search(words)
    return (words[: dash.start()], dash[0], words[dash.end() :]) if dash else (words, "", "")


def _in_brackets(role: str, brackets: list[str]) -> Person | None:
    """Who holds an office that has its holder behind it in brackets: "Town Clerk (G. Marland)"."""
    inner = _holder(brackets[0])
    return replace(inner, role=role) if inner is not None and is_office(role) else None


def _holder(bracket: str) -> Person | None:
    """The person whom words in brackets name and nothing else; None for initials and codes."""
    inner, _ = person_of(bracket)
    return inner if inner is not None and not inner.role and len(bracket.split()) > 1 else None


def _without_brackets(words: str) -> tuple[str, list[str]]:
    found = re.findall(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]?", words)
    return re.sub(r"\s+", " ", re.sub(r"[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]?", " ", words)), found


def _titled(words: str) -> tuple[str, str]:
    """The titles at the start of the words, and the rest."""
    taken = []
    rest = words.strip()
    while (match := _TITLE.match(rest)) and not _opens_office(rest, match.end()):
        taken.append(match[0])
        rest = rest[match.end() :].lstrip(" -–—:")
    return " ".join(taken), rest


def _opens_office(words: str, end: int) -> bool:
    """Whether a title is the first word of an office: "Councillor Services Officer", "Trustee and Secretary"."""
    office = _OFFICE.search(words, end)
    return office is not None and office.end() == len(words) and len(words[:end].split()) == 1 and len(words.split()) > 2


def _singular(title: str) -> str:
    last = title.split()[-1] if title else ""
    singular = _SINGULAR.get(last.lower().rstrip("."), last)
    kept = [*title.split()[:-1], singular] if title else []
    return " ".join(word for word in kept if word and word.lower() != "the")


def _carried(title: str) -> str:
    """The title that the names behind a plural one have too."""
    last = title.split()[-1].lower().rstrip(".") if title else ""
    return _singular(title) if last in _SINGULAR else ""


def _role_label(words: str) -> tuple[str, str]:
    """An office with a colon before a name ("Clerk: Helen Straw"), and the rest."""
    match = re.match(r"([^:]{2,50}):\s*(?=\S)", words)
    if match is None or not _OFFICE.search(match[1]):
        return "", words
    label = match[1].strip()
    return ("" if _WEAK_OFFICE.match(label) else label), words[match.end() :]


def _last_office(words: str) -> re.Match[str] | None:
    """The last noun of an office in the words that is a whole word."""
    found = None
    for match in _OFFICE.finditer(words):
        if (match.start() == 0 or not words[match.start() - 1].isalnum()) and (
            match.end() == len(words) or not words[match.end()].isalnum()
        ):
            found = match
    return found


def _office_before(words: str) -> tuple[str, str]:
    """An office and the name behind it ("County Manager Ed Paxson"); all is office where no name follows, or all name."""
    words = _SEAT.sub("", words, count=1)
    match = _last_office(words)
    if match is None:
        return "", words
    behind = words[match.end() :].strip(" ,")
    if _is_name(_titled(behind)[1]):
        office = words[: match.end()].strip()
        member = _TITLED_OFFICE.fullmatch(office)
        return (member[1], f"{member[2]} {behind}") if member is not None else (office, behind)
    return words, ""


def _is_name(words: str) -> bool:
    return bool(_NAME.fullmatch(words)) and _could_be_name(words)


def _could_be_name(words: str) -> bool:
    """Whether nothing in the words is of a body, place or subject; a surname behind a given name may be such a word."""
    *given, last = words.split()
    known = words if not given or not _SURNAME.fullmatch(last) else " ".join(given)
    return len(given) < _MOST_WORDS and not _NO_PERSON.search(known)


def _cut_name(words: str, *, titled: bool) -> tuple[str, str]:
    """The name at the start of the words, and what is behind it; ("", "") where they begin with none."""
    words = words.strip(" .,;:")
    match = _NAME.match(words)
    if match is None or not _could_be_name(match[0]) and not (titled and _SURNAME.fullmatch(match[0])):
        return "", ""
    if re.fullmatch(r"[IVX]+|[A-Z]\.?|[A-Z][a-z]", match[0]) and not titled:
        return "", ""  # a numeral, a letter
    name, behind = _without_own_initials(match[0].strip()), words[match.end() :].strip()
    if behind and behind[0].isalnum() and not (LATE.search(behind) or LEFT.search(behind) or REMOTE.search(behind)):
        return "", ""  # running words
    return name, behind


def _without_own_initials(name: str) -> str:
    """A name without its initials, where they are printed behind it: "Rob Boyd RB"."""
    *words, last = name.split()
    letters = [letter for letter in last if letter.isupper()]
    own = len(words) > 1 and len(letters) > 1 and [word[0] for word in words[-len(letters) :]] == letters
    return " ".join(words) if own else name
