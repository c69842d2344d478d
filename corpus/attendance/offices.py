"""Who holds what office by the words of minutes: who is elected, and who is named with an office. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.attendance.names import person_of
from corpus.attendance.sentences import sentences_of
from corpus.attendance.words import NOUNS, is_office, is_plain, last_office
from corpus.text_probe import says_any

_TITLED = r"(?:Cllrs?|Councillors?|Councilors?|Crs?|Mrs?|Ms|Miss|Mx|Dr|Rev|Ald|Alderman|Commissioner|Trustee|Director|Member|Councilmember)"
_BEFORE_NAME = r"(?:Cllrs?|Councillors?|Councilors?|Crs?|Mrs?|Ms|Miss|Mx|Dr|Rev|Ald|Aldermen|Alderman|Councilmember)"
_WORD = r"[A-ZÀ-Þ](?:[\w’'-]*\w)?"
_NAME = rf"({_WORD}(?:\s+{_WORD}){{0,5}})"
_LOWER = r"(?:vice|deputy|town|lord|acting)?[ -]?(?:chair(?:man|person|woman)?|mayor|provost|convene?or|president|leader|treasurer|secretary|clerk|speaker)"
_POST = rf"(?:the )?((?:(?!{_BEFORE_NAME}\b){_WORD}|{_LOWER})(?: (?:of the(?= [A-Z])|of(?= [A-Z])|for the(?= [A-Z])|for(?= [A-Z])|and(?= (?!{_BEFORE_NAME}\b)[A-Z])|&|(?!{_BEFORE_NAME}\b){_WORD}))*)"
_AS = r"(?: as| to be| to serve as| to the (?:office|position|role|post) of| to)?"
_WAS_ELECTED = re.compile(
    rf"{_NAME},? (?:be |is |was |were |being |been |to be |and is |had been |be and is )?(?:hereby |duly |therefore |thereby |unanimously |then |declared |accordingly )*"
    rf"(?:re-|re)?(?:elected|appointed|chosen|confirmed|declared)(?: unopposed| unanimously)?{_AS} {_POST}"
)
_BE = re.compile(
    rf"\b[Tt]hat {_NAME} (?:be|become|serve as|act as) {_POST}|{_NAME} (?:will|shall) (?:be|serve as|act as) {_POST}"
)
_ELECT = re.compile(r"\b(?:(?:re-)?(?:elect|appoint|elected|appointed)) (.+)$")
_ONLY_ELECTED = re.compile(
    rf"{_NAME}(?:,? (?:was|were|is|be))?,? (?:duly |therefore |unanimously |declared |then )*(?:re-)?(?:elected|appointed)\b(?! (?:to|as|on)\b)"
)
_NOMINATED = re.compile(rf"^Nomination of {_NAME}|{_NAME} was nominated|\b[Nn]ominated {_NAME}|{_NAME} was proposed")
_STOOD_FOR = re.compile(rf"\b[Nn]ominat(?:ed|ion)\b[^.;]{{0,40}}? (?:for|as) (?:the (?:office|position) of )?{_POST}")
_APPOSED = re.compile(rf"{_NAME}, {_POST}(?=[,.;)]|$)")
_POST_FIRST = re.compile(rf"\b[Tt]he {_POST},? \(?({_TITLED}\.? {_WORD}(?: {_WORD}){{0,3}})")
_CARRIED = re.compile(
    r"\b(?:carried|passed|agreed|adopted|approved|in favou?r|unanim\w+|resolved|elected|appointed|no other nominations|no further nominations|yes \d)\b"
    r"|\b\d+\s*[-–]\s*0\b",
    re.I,
)
_LOST = re.compile(
    r"\b(?:no majority|put over|defeated|lost|not elected|not carried|failed|withdrawn|deferred)\b", re.I
)
_TITLE_OF_ELECTION = re.compile(r"\b(?:election|appointment|re-election)s? (?:of|for) (?:an? |the )?(.+)$", re.I)
_CHAIRS = re.compile(r"(?:vice[- ]|deputy |depute )?(?:chair|convene|president)", re.I)
_ELECTING = ["elect", "appoint", "nominat", "chosen", "declared", "serve as", "act as"]
_FILLED, _FILLING = ("elected", "appointed", "chosen", "confirmed", "declared"), (" be", "serve as", "act as")
_COMMA = re.compile(r", \(?[A-Z]|\b[Tt]he [A-Z][\w ]{2,40} \([A-Z]")
_OFFICES = [  # a sentence that names an office has mostly one of these
    *(
        "chair",
        "mayor",
        "leader",
        "head of",
        "officer",
        "manager",
        "director",
        "member for",
        "clerk",
        "secretar",
        "treasurer",
    ),
    *(
        "president",
        "executive",
        "solicitor",
        "engineer",
        "administrator",
        "superintendent",
        "convene",
        "provost",
        "speaker",
    ),
    *(
        "cathaoir",
        "counsel",
        "attorney",
        "ordinator",
        "librarian",
        "planner",
        "surveyor",
        "warden",
        "commissioner",
        "chief",
    ),
    *(
        "reeve",
        "whip",
        "auditor",
        "accountant",
        "inspector",
        "sheriff",
        "representative",
        "supervisor",
        "advis",
        "teacher",
        "assistant",
    ),
]
_PLURALS = frozenset(f"{noun}s" for noun in NOUNS)
_PRONOUNS = {"All", "Both", "It", "He", "She", "They", "This", "Who", "Not", "No"}
_YEARS = re.compile(r"\s*(?:\bfor\b|\b(?:19|20)\d\d|\(|:).*$", re.I)
_OTHER_BODY = re.compile(
    r"\b(?:committee|panel|partnership|working group|forum|commission|association|to the|to serve on)\b", re.I
)
_NO_OFFICE = re.compile(r"^(?:members?|councill?ors?|representatives?|delegates?)\b", re.I)
_ACTS = re.compile(r"\b(?:seconded|moved|motion|carried|proposed|by)\b", re.I)
_MOVES = re.compile(r"^(?:Moved|Seconded|Proposed|By) ")
_BEFORE = re.compile(
    r"(?:^|[a-z0-9][,.;:]?\s|\W\s?)(?P<office>(?:[A-Z][\w’'-]+ ){0,2}(?:[\w]+-)?"
    rf"(?:{'|'.join(sorted(noun.capitalize() for noun in NOUNS))})) (?P<name>{_WORD})(?![\w’'-])"
)
_ENDS_AS_TITLE = re.compile(rf"(?:{_TITLED})s?$|\b(?:Moved|Seconded|Proposed)\b")
_IS_ASKED = re.compile(r"\b(?:to )?be (?:\w+ )?(?:re-)?(?:elected|appointed|chosen|confirmed)")
_ASKING = re.compile(r"\b(?:be|to) (?:\w+ )?(?:re-)?(?:elected|appointed|elect|appoint)\b")
_ELECTIONS = re.compile(r"\belections?\b|\boffice[- ]bearers\b|\bappointments?\b|\breorgani[sz]ation", re.I)
_AND = re.compile(r",? and (?=[A-ZÀ-Þ])|, (?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Held:
    """That a sentence gives somebody an office."""

    name: str
    office: str
    elected: bool = False


def elections_in(text: str, title: str, below: Iterable[str]) -> Iterator[Held]:
    """The offices that a minute's words fill.

    `title` is the minute's ("Election of Chair"), `below` what follows in the same minute: it may tell that a motion was lost.
    """
    post = _post_of(title)
    names_one = says_any(text, _ELECTING) or " be " in text and says_any(text, _OFFICES)
    if not post and not names_one and not _ELECTIONS.search(title):
        return
    sentences, follows = sentences_of(text), " ".join(below)
    stood = _STOOD_FOR.search(text)
    post = post or (stood[1] if stood is not None and is_office(stood[1]) else "")
    filled = False
    for i, sentence in enumerate(sentences):
        found = list(_elected_by(sentence, [*sentences[i:], follows]))
        if not found and _ELECTIONS.search(title):
            found = [replace(held, elected=True) for held in of_letterhead([sentence])]
        if (
            not found
            and post
            and not _LOST.search(sentence)
            and (match := _ONLY_ELECTED.search(sentence))
            and not _IS_ASKED.search(match[0])
        ):
            found = list(_held(match[1], post, elected=True))
        filled = filled or bool(found)
        yield from found
    if not post or filled:
        return
    nominees = {next(filter(None, match.groups())) for sentence in sentences for match in _NOMINATED.finditer(sentence)}
    if len(nominees) == 1 and _is_carried(f"{text} {follows}") and not _LOST.search(text):
        yield from _held(nominees.pop(), post, elected=True)


def _is_carried(text: str) -> bool:
    """Whether the first outcome that a text tells is that something was carried."""
    carried, lost = _CARRIED.search(text), _LOST.search(text)
    return carried is not None and (lost is None or carried.start() < lost.start())


@lru_cache(4096)
def _post_of(title: str) -> str:
    """The one office that a minute's title is about, "" where it is about none."""
    named = _TITLE_OF_ELECTION.search(title)
    post = _YEARS.sub("", named[1] if named else title).strip(" .")
    singular = re.sub(r"^(trustee|director|governor)s$", r"\1", post, flags=re.I)
    plain = all(word[0].isupper() or word in {"of", "the", "and", "for"} for word in singular.split())
    one = not singular.endswith("s") and len(singular.split()) < 7 and (plain or named is not None)
    return singular if one and is_office(singular) else ""


def _elected_by(sentence: str, told: Sequence[str]) -> Iterator[Held]:
    """The offices that a sentence fills; `told` is the sentence and what follows it, which may tell an outcome."""
    elected = list(_WAS_ELECTED.finditer(sentence)) if says_any(sentence, _FILLED) else []
    shall = _BE.search(sentence) if says_any(sentence, _FILLING) else None
    elects = _ELECT.search(sentence) if says_any(sentence, _ELECTING) else None
    if not elected and shall is None and elects is None:
        return
    decided = _is_carried(_ASKING.sub("", " ".join(told)))
    found: list[Held] = []
    for match in elected:
        if decided or not _IS_ASKED.search(match[0]) and not _LOST.search(sentence):
            found += _held(match[1], match[2], elected=True)
    if not found and decided and shall is not None:
        found += _held(shall[1] or shall[3], shall[2] or shall[4], elected=True)
    if not found and decided and elects is not None:
        found += [held for piece in _AND.split(elects[1]) for held in _pair(piece)]
    yield from found


def _pair(words: str) -> Iterator[Held]:
    """A name and the office behind it: "Donna Zook Vice Chairman", "Pam Orr as District Clerk"."""
    parted = re.match(rf"{_NAME} (?:as|to be|to the (?:office|position) of) {_POST}", words)
    if parted is not None:
        yield from _held(parted[1], parted[2], elected=True)
        return
    tokens = re.match(rf"(?:{_TITLED}\.? )?{_WORD} {_WORD}(?= )", words)
    if tokens is not None and (post := re.match(_POST, words[tokens.end() :].strip())):
        yield from _held(tokens[0], post[1], elected=True)


def _held(name: str, office: str, *, elected: bool) -> Iterator[Held]:
    """The office as held by the person whom the words name, where both are."""
    person, _ = person_of(re.sub(r"^(?:(?:That|RESOLVED|Resolved|Agreed|The|Nomination of)\b[: ]*)+", "", name.strip()))
    office = office.strip(" .,")
    if (
        person is None
        or person.name in _PRONOUNS
        or not is_office(office)
        or _OTHER_BODY.search(office)
        and not _CHAIRS.match(office)
        or _ACTS.search(office)
    ):
        return
    if not is_plain(office) or elected and not _NO_OFFICE.match(office):
        yield Held(person.name, office, elected)


def named_in(text: str) -> Iterator[Held]:
    """The offices that sentences put beside a name: "Councillor Dimmock, Cabinet Member for Leisure, moved ..."."""
    for sentence in sentences_of(text) if _COMMA.search(text) and says_any(text, _OFFICES) else ():
        for match in _APPOSED.finditer(sentence):
            if len(match[2].split()) > 1 and _is_of_one(match[2]):
                yield from _held(match[1], match[2], elected=False)
        for match in _POST_FIRST.finditer(sentence):
            yield from _held(match[2], match[1], elected=False)


def _is_of_one(words: str) -> bool:
    """Whether an office is one that one person holds: "Head of Wardens", not "Wardens Update"."""
    noun = last_office(words)
    return noun is not None and noun[0].lower() not in _PLURALS


def before_names(text: str, by_surname: Mapping[str, str]) -> Iterator[Held]:
    """The offices that a text prints right before one of these surnames, each of the name that it stands for: "Vice Mayor Pruett"."""
    if not says_any(text, _OFFICES) or not any([surname in text for surname in by_surname]):
        return
    for match in _BEFORE.finditer(text):
        office = _MOVES.sub("", match["office"].strip())
        named = match["name"] in by_surname and is_office(office) and not is_plain(office)
        if named and not _ENDS_AS_TITLE.search(office):
            yield Held(by_surname[match["name"]], office)


def of_letterhead(lines: Sequence[str]) -> Iterator[Held]:
    """The offices that lines of a paper's head give: "Chair - Walt Sorrell, District E"."""
    for line in lines:
        parted = re.split(r"\s+[-–—]\s+|:\s+", line, maxsplit=1)
        if len(parted) == 2 and is_office(parted[0]) and len(line) < 90:
            yield from _held(re.split(r"[,(]", parted[1])[0], parted[0], elected=False)
