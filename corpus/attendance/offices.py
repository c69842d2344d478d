"""Who holds what office: as lists print it beside a name, as sentences elect and name people. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.attendance.names import is_office, is_plain, person_of
from corpus.attendance.sentences import sentences_of

_NAME = r"((?:[A-ZÀ-Þ][\w’'.-]*\s+){0,5}?[A-ZÀ-Þ][\w’'-]+)"
_POST = r"((?:[\w’'&/-]+ ?){1,8}?)"
_ENDS = r"(?=[,.;:)(]| for the| by | on the| until | and [A-Z]|$| with | unopposed| of the council for| in place| to succeed| as )"
_ELECTED = re.compile(
    rf"{_NAME},? (?:be|is|was|were|being|to be|be and is hereby|was duly|was therefore|was unanimously|duly|was then|was declared)? ?(?:duly |hereby )?(?:re-)?(?:elected|appointed|chosen)(?: as| to be| to the office of| the)?(?: the)? {_POST}{_ENDS}"
)
_BE_POST = re.compile(rf"\b[Tt]hat {_NAME} (?:be|become) (?:the )?{_POST}{_ENDS}")
_TO_ELECT = re.compile(r"\bto (?:re-)?(?:elect|appoint) (.+)$")
_PAIR = re.compile(rf"{_NAME} (?:as |to be )?(?:the )?((?:[A-Z][\w’'-]+ ?)(?:(?:of|for|and|the|[A-Z][\w’'-]+) ?)*?)(?= and [A-Z]|,|\.|$)")
_PLAIN = re.compile(rf"{_NAME} (?:was |were |is )?(?:duly |therefore )?(?:re-)?(?:elected|appointed)\b")
_NOMINATED = re.compile(rf"\b[Nn]omination of {_NAME}|{_NAME} was nominated")
_APPOSED = re.compile(rf"{_NAME}, ((?:[A-Z][\w’'-]+ ?)(?:(?:of|for|and|the|&|[A-Z][\w’'-]+) ?)*?),")
_TO_THE = re.compile(r"\b(?:the )?((?:[A-Z][\w’'-]+ ?){1,3})\((?=[A-Z])([^()]{4,40})\)")
_CARRIED = re.compile(r"\b(?:carried|passed|agreed|adopted|approved|all in favour|unanimous|resolved|elected|appointed|no other nominations|yes \d)\b", re.I)
_LOST = re.compile(r"\b(?:no majority|put over|defeated|lost|not elected|declined|not carried|failed|withdrawn)\b", re.I)
_ELECTION = re.compile(r"\b(?:election|appointment|re-election)s? (?:of|for) (?:an? |the )?(.+)$", re.I)
_LATER = re.compile(r"\b(?:committee|panel|board|partnership|working group|forum|body|bodies|commission|association)\b", re.I)


@dataclass(frozen=True, slots=True)
class Held:
    """That a sentence or a list gives somebody an office."""

    name: str
    office: str
    elected: bool = False


def elections_in(text: str, title: str) -> Iterator[Held]:
    """The offices that a minute's words fill; its title may name them ("Election of Chair")."""
    named = _ELECTION.search(title)
    post = named[1].strip(" .") if named else title.strip(" .")
    post = re.sub(r"\s*(?:for|\d{4}).*$", "", post) if is_office(re.sub(r"\s*(?:for|\d{4}).*$", "", post)) else ""
    sentences = sentences_of(text)
    for sentence in sentences:
        found = list(_elected_by(sentence, text))
        yield from found
        if not found and post and (match := _PLAIN.search(sentence)) and "not elected" not in sentence:
            yield from _held(match[1], post, elected=True)
    if post and not _LOST.search(text) and _CARRIED.search(text):
        nominees = [match for sentence in sentences for match in _NOMINATED.finditer(sentence)]
        if len(nominees) == 1:
            yield from _held(nominees[0][1] or nominees[0][2], post, elected=True)


def _elected_by(sentence: str, text: str) -> Iterator[Held]:
    if _LOST.search(sentence):
        return
    match = _ELECTED.search(sentence)
    if match is not None:
        yield from _held(match[1], match[2], elected=True)
        return
    match = _BE_POST.search(sentence)
    if match is not None and _CARRIED.search(text):
        yield from _held(match[1], match[2], elected=True)
        return
    match = _TO_ELECT.search(sentence)
    if match is not None and (_CARRIED.search(text) or re.search(r"\b\d+\s*[-–]\s*0\b", text)):
        for pair in _PAIR.finditer(match[1]):
            yield from _held(pair[1], pair[2], elected=True)


def _held(name: str, office: str, *, elected: bool) -> Iterator[Held]:
    """The office as held by the person that the words name, where both are."""
    person, _ = person_of(re.sub(r"^(?:That|RESOLVED|Resolved|It was agreed that|The)\s+", "", name.strip()))
    office = re.sub(r"^(?:as|the|to be)\s+", "", office.strip(" .,"))
    if person is not None and office and not _LATER.search(office) and is_office(office) and not is_plain(office):
        yield Held(person.name, office, elected)


def named_in(text: str) -> Iterator[Held]:
    """The offices that sentences put behind a name: "Councillor Dimmock, Cabinet Member for Leisure, moved ..."."""
    for sentence in sentences_of(text):
        for match in _APPOSED.finditer(sentence):
            if is_office(match[2]) and len(match[2].split()) > 1:
                yield from _held(match[1], match[2], elected=False)


def prefixed_in(text: str, offices: Sequence[str]) -> Iterator[Held]:
    """The holders whom a text names with one of these offices before the name: "Vice Mayor Pruett"."""
    for office in offices:
        for match in re.finditer(rf"\b{re.escape(office)} ((?:[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+)?)\b", text):
            yield from _held(match[1], office, elected=False)
