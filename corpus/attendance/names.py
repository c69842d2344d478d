"""The people of a list, each with what stands beside the name. Pure."""

import re
from dataclasses import dataclass, replace

from corpus.attendance.words import (
    HONOURS,
    NAME,
    NAMED_BY_TITLE,
    NOUNS,
    TITLE,
    WEAK_OFFICE,
    could_be_name,
    has_office,
    is_name,
    is_office,
    is_surname_too,
    last_office,
    office_and_name,
    titled,
)

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
_SUFFIX = re.compile(rf"(?:,?\s+(?:{HONOURS})\b\.?)+")
REMOTE = re.compile(
    r"\b(?:zoom|online|remote(?:ly)?|virtual(?:ly)?|by (?:phone|telephone|video)|via (?:phone|telephone|video|teams)|teams|phone|teleconference|"
    r"video ?(?:link|conference|call)?|electronic(?:ally)?)\b",
    re.I,
)
LATE = re.compile(
    r"\b(?:late(?:ness)?|arrived|arriving|arrival|joined (?:at|the meeting|from item)|came in|entered|from (?:item|minute))\b|"
    r"\b(?:joined|from|in at|arr\.?) ?\d",
    re.I,
)
LEFT = re.compile(
    r"\b(?:left|leaving|departed|until|to (?:item|minute)\s?\S*\d|out at \d|early departure|withdrew)\b"
    r"|\b(?:dep\.?|to) ?\d{1,2}[.:]\d\d",
    re.I,
)
_SEAT = re.compile(r"(?:seat|district|ward|place|position|area|division|zone)\s+(?:\d+|[A-Z]\b)\s*[-–—:]?\s*", re.I)
_DASH = re.compile(r"\s+[-–—]+\s+")
_THE = re.compile(r"^the\s+", re.I)
_SHORT = re.compile(
    r"\b(?:cllrs?|crs?|mrs?|ms|dr|hon|rev|revd|sgt|st|prof|ald|supt|asst|insp|jr|sr|no|dep|vice|gov|comm|[A-Z])$", re.I
)
_NEAR = 200  # letters around a stop or an "and" that tell what it parts
_LONGEST = 400  # letters that name one person
_PUBLIC = re.compile(r"(?:\w+ )?members? of (?:the )?(?:public|press)\s*[-–—:]", re.I)
_NOBODY = re.compile(r"(?:\d+|none|nil|no|n/a|nobody)\b", re.I)
_COUNT = re.compile(r"^\s*\(?\d{1,3}\)?\s*[-–—:]\s*")  # "11 - Ames, ..."
_BETWEEN = re.compile(r"[()\[\];\n·•,|]|\s(?:and|&|agus)\s(?=\S)|(?<=[a-z)\d])\.\s+(?=[A-Z])|\)\s+(?=[A-Z][a-z])")
_TITLED_OFFICE = re.compile(  # "Chairman Cllr"
    r"(.*\b(?:chair\w*|mayor|leader|provost|president|reeve|convene?or|speaker|clerk|cathaoirleach))\s+"
    r"(cllr|councill?or|cr|ald|alderman)\.?",
    re.I,
)
_LOCAL_MEMBER = re.compile(
    r"((?:ward|county|district|borough|regional|city|parish|town) (?:councill?or|cllr))s\b", re.I
)
_IN_CHAIR = re.compile(r"in the chair", re.I)
_EX_OFFICIO = re.compile(r"in the chair|ex[- ]officio|(?:without (?:a )?|non-)vot\w+(?: rights?)?", re.I)
_CODE = re.compile(r"[A-Z]{1,4}[a-z]?|\*+|\d+")  # initials, a mark that a legend explains
_IN_THE_CHAIR = re.compile(r",?\s+(?:was )?(in the chair|presiding)$", re.I)
_FIRST_LAST = (
    r"(?!Van\b|De\b|La\b|Du\b|Mac\b|St\b|Ní\b)[A-Z][a-z]+ (?!Van\b|De\b|La\b|Du\b|Mac\b|St\b)[A-Z][\w’'-]*[a-z]"
)
_TWO_NAMES = re.compile(rf"({_FIRST_LAST}) (?:([A-Z]{{2,3}}) )?({_FIRST_LAST})")
_WITH_INITIALS = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}) (?:\([^()]*\) )?(?P<initials>[A-Z]{2,3}[a-z]?)(?=\s+[A-Z][a-z])"
)
_BODY = re.compile(
    r"\b(?:school|academy|council|committee|association|trust|company|society|university|college|board|group|authority|ltd|inc|club|union)\b",
    re.I,
)
_OFFICE_AHEAD = re.compile(rf"(?:the\s+)?(?:{'|'.join(sorted(NOUNS))})\b", re.I)


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


def noted(person: Person, words: str) -> Person:
    """The person with what words in brackets or in a cell say: an office, when they came or left, from where."""
    parts = [part.strip() for part in words.split(",")]
    codes = [part for part in parts if _CODE.fullmatch(part) and not has_office(part)]
    person = replace(person, initials=person.initials or next(iter(codes), ""))
    chairs = next((part for part in parts if _IN_CHAIR.fullmatch(part)), "")
    words = ", ".join(part for part in parts if part not in codes and not _EX_OFFICIO.fullmatch(part))
    if not words.strip(" -–—"):
        return replace(person, role=", ".join(filter(None, (person.role, chairs))))
    late, left, remote = LATE.search(words), LEFT.search(words), REMOTE.search(words)
    role = person.role
    if not (late or left or remote) and re.search("[A-Za-z]{2}", words) and not role:
        role = ", ".join(filter(None, (words.strip(" .,;"), chairs)))
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
    if len(words) > _LONGEST:
        return None, carried
    words, brackets = _without_brackets(words)
    words = _SUFFIX.sub("", words.strip(" .,;:-–—*•"))
    title, rest = titled(words)
    label, rest = _role_label(rest)
    titles, rest = titled(rest)
    title = title or titles
    head, _, behind = (part.strip() for part in _parted(rest))
    if behind and is_office(head):
        label, head, behind = head, behind, ""
    role, name = _office_before(head)
    titles, name = titled(name)
    title = title or titles
    if not name:
        return (_in_brackets(role, brackets) if role and brackets else None), carried
    name, after = _cut_name(name, has_title=bool(title))
    if not name:
        return None, carried
    local = _LOCAL_MEMBER.fullmatch(role)
    if local:
        role = carried = local[1]
    elif not role and not title and _LOCAL_MEMBER.fullmatch(f"{carried}s"):
        role = carried
    person = Person(name, _singular(title) or ("" if role else carried), label or role)
    if WEAK_OFFICE.match(person.role):
        person = replace(person, title=person.title or _singular(person.role), role="")
    for words in filter(None, (behind, after, *brackets)):
        person = noted(person, words)
    return person, _carried(title) or _carried(role) or carried


def people_in(text: str) -> list[Person]:
    """The people of a list in its order: names parted by commas, semicolons, "and", dots or line ends, each with an office."""
    found: list[Person] = []
    carried = ""
    for group in _groups(text):
        first = len(found)
        behind = False  # the last person's office stands behind a comma
        awaiting = ""  # an office whose holder comes next: "The Chairperson, Alderman ..."
        for piece in (words if "(" in words else _IN_THE_CHAIR.sub(r" (\1)", words) for words in group):
            joined, piece = piece.startswith("& "), piece.removeprefix("& ")
            if _PUBLIC.match(piece):
                return found  # who came to listen stands last
            if _is_nobody(piece):
                continue
            office, brackets = _without_brackets(piece)
            if is_office(office) and not NAMED_BY_TITLE.match(piece) and not any(map(_holder, brackets)):
                if joined and len(found) > first:
                    continue  # "Councillor Bell and the Clerk": nobody's office
                if len(found) == first:
                    awaiting = _THE.sub("", office.strip())
                else:
                    known = found[-1] if found[-1].role else replace(found[-1], role=office.strip())
                    found[-1] = noted(known, " ".join(brackets))
                    behind = True
                continue
            if behind and not carried and len(piece.split()) == 1 < len(found[-1].name.split()):
                continue  # the firm behind an office
            person, carried = person_of(piece, carried)
            if person is None and behind and not joined and _BODY.search(piece):
                found[-1] = replace(found[-1], role=f"{found[-1].role}, {piece}")  # the body that the office is of
            if person is not None:
                behind = False
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
    text = _WITH_INITIALS.sub(_parted_behind_initials, text)
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
        elif mark[0] == "." and _SHORT.search(text[max(0, match.start() - _NEAR) : match.start()]):
            continue
        elif not depth and not (
            mark.strip() in {"and", "&"}
            and _goes_on(
                text[max(start, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
            )
        ):
            groups[-1].append(f"{lead}{text[start : match.start()]}")
            lead = "& " if mark.strip() in {"and", "&", "agus"} else ""
            start = match.end()
            if mark in ";\n·•|" or mark[0] == ".":
                groups.append([])
    groups[-1].append(f"{lead}{text[start:]}")
    groups = [[part for piece in group for part in _run_together(piece)] for group in groups]
    stripped = ([_COUNT.sub("", piece).strip(" .,;:") for piece in group] for group in groups)
    return [kept for group in stripped if (kept := [piece for piece in group if piece])]


def _parted_behind_initials(match: re.Match[str]) -> str:
    """A name and its own initials with the end of a list's entry behind them, where another name follows at once."""
    letters = "".join(letter for letter in match["initials"] if letter.isupper())
    return f"{match[0]};" if _initials(match["name"]).startswith(letters) else match[0]


def _run_together(piece: str) -> list[str]:
    """Two people whom a page prints side by side, with nothing between them: "David Low Mike Ash", "Rob Low RL Ann Ash"."""
    match = _TWO_NAMES.fullmatch(piece.strip(" .,;&"))
    if match is None or has_office(piece) or TITLE.match(piece) or not is_name(match[1]) or not is_name(match[3]):
        return [piece]
    between = match[2] or ""
    return [match[1], match[3]] if not between or between == _initials(match[1]) else [piece]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _goes_on(left: str, right: str) -> bool:
    """Whether "and" stands inside an office ("Cabinet Member for Leisure and Communities") and parts no names."""
    if TITLE.match(right) or _OFFICE_AHEAD.match(right):
        return False
    office = last_office(left)
    return (
        not right[:1].isupper() or office is not None and bool(re.match(r"\s*(?:of|for|[-–:])\s", left[office.end() :]))
    )


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


def _singular(title: str) -> str:
    last = title.split()[-1] if title else ""
    singular = _SINGULAR.get(last.lower().rstrip("."), last) or ("member" if " " in title else "")
    kept = [*title.split()[:-1], singular] if title else []
    return " ".join(word for word in kept if word and word.lower() != "the")


def _carried(title: str) -> str:
    """The title that the names behind a plural one have too."""
    last = title.split()[-1].lower().rstrip(".") if title else ""
    return _singular(title) if last in _SINGULAR else ""


def _role_label(words: str) -> tuple[str, str]:
    """An office with a colon before a name ("Clerk: Helen Straw"), and the rest."""
    match = re.match(r"([^:]{2,50}):\s*(?=\S)", words)
    if match is None or not has_office(match[1]):
        return "", words
    label = match[1].strip()
    return ("" if WEAK_OFFICE.match(label) else label), words[match.end() :]


def _office_before(words: str) -> tuple[str, str]:
    """As `office_and_name`, without the number of a seat; a title stands with the name: "Chairman" of "Chairman Cllr Oak"."""
    office, name = office_and_name(_SEAT.sub("", words, count=1))
    member = _TITLED_OFFICE.fullmatch(office) if name else None
    return (member[1], f"{member[2]} {name}") if member is not None else (office, name)


def _cut_name(words: str, *, has_title: bool) -> tuple[str, str]:
    """The name at the start of the words, and what is behind it; ("", "") where they begin with none."""
    words = words.strip(" .,;:")
    match = NAME.match(words)
    if match is None or not could_be_name(match[0]) and not (has_title and is_surname_too(match[0])):
        return "", ""
    if re.fullmatch(r"[IVX]+|[A-Z]\.?|[A-Z][a-z]", match[0]) and not has_title:
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
