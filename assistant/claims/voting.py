"""What became of a motion, how it was voted on and who moved it: statements decided by the records of motions. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.claims.ruling import Ruling, ruled
from assistant.decisions.recorded import Recorded, is_unanimous, is_won, named, stems_in, telling_words
from corpus.attendance import is_same, people_in
from corpus.models import Ballot, Outcome
from index.text import NUMBER_WORDS, words_of

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS)})"
_SIDE_OF_TALLY = r"(?: (?:votes?|members|councillors|in favou?r|for|against|opposed))*"
_TALLY = re.compile(
    rf"(?:,? (?:by|on|with)(?: a| the)?(?: vote(?: of)?| margin of)? ?|,? )\(?(?P<first>{_NUMBER}){_SIDE_OF_TALLY}"
    rf"(?:,? ?(?:-|–|/|to|and|against)|,) ?(?P<second>{_NUMBER})(?! (?:per|homes|days|years|weeks|months))(?![\w%£])"
    rf"{_SIDE_OF_TALLY}(?:(?: with|,| and)* (?P<third>{_NUMBER}|no) (?:abstentions?|abstaining|abstained))?\)?",
    re.I,
)
_CASTING = re.compile(r",? (?:only )?(?:by|on|with|through|after|thanks to)[^,;]{0,40} casting vote\b", re.I)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|nem(?:ine)? con\S*|without (?:dissent|a vote against)|by everyone|by all)\b", re.I
)
_WON = "carried|passed|approved|adopted|agreed(?: to)?|accepted|ratified|endorsed|successful|supported|upheld"
_LOST = "lost|defeated|rejected|refused|voted down|thrown out|turned down|unsuccessful"
_ELSE = "withdrawn|deferred|postponed|put off|held over|tied|seconded|rescinded|revoked"
_OUTCOME = re.compile(
    rf"^(?P<what>.+?),? (?:(?:was|were|is|has been|have been|had been|got)(?P<not> not|n[’']t|n[’']t been)?(?: \w+ly)?"
    rf" (?P<verb>{_WON}|{_LOST}|{_ELSE})|(?P<plain>fell|failed|passed|carried|succeeded|stands|remains in force|died)"
    r"|(?P<didnt>did not|didn[’']t|failed to) (?P<after>pass|carry|succeed|go through|find a seconder|get a seconder|receive a second(?:er)?))\b"
    r"(?P<rest>.*)$",
    re.I,
)
_ACTIVE = re.compile(
    r"^(?:the |full )*(?P<who>[\w’' ]{0,40}?(?:council|committee|board|cabinet|panel|members|councillors|trustees|directors|commission))"
    rf" (?P<not>did not )?(?:(?:has|have|had|then|also|unanimously|narrowly) )*(?P<verb>{_WON}|{_LOST}|deferred|postponed|rescinded|revoked|"
    r"pass|carry|approve|adopt|accept|reject|defeat|defer|rescind) (?P<what>(?!that |to ).+)$",
    re.I,
)
_VOTED = re.compile(
    r"^(?P<who>.{2,90}?) (?:(?:all|both|each) )?(?:(?P<not>did not |didn[’']t )?vot(?:ed|e)(?: (?P<yes>yes|aye|yea|no|nay))?"
    r"(?: (?P<side>for|in favou?r of|in support of|against|on))?|(?P<abstained>abstained)(?: from(?: voting)?)?(?: (?:on|in|over)?(?: the vote)?(?: on)?)?"
    r") (?P<what>.+)$",
    re.I,
)
_MOVED = re.compile(
    r"^(?P<who>.{2,60}?) (?P<not>did not |didn[’']t )?(?P<verb>moved?|proposed?|seconded?|tabled) (?P<what>.+)$",
    re.I,
)
_MOVED_BY = re.compile(
    r"^(?P<what>.+?) (?:was|were) (?P<not>not )?(?P<verb>moved|proposed|seconded|tabled) by (?P<who>.+)$", re.I
)
_COUNTED = re.compile(
    rf"^(?P<count>{_NUMBER}|nobody|no one|no) ?(?:members|councillors|people|trustees|directors|commissioners|of them)?"
    r" (?:(?:voted) (?P<side>for|in favou?r of|against)|(?P<abstained>abstained)(?: on| from)?(?: the vote)?(?: on)?) (?P<what>.+)$",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?:on|at|in|during) (?:[^,]{3,60}, |(?:the )?\d{1,2}(?:st|nd|rd|th)? \w+ \d{4} |\w+ \d{1,2}, \d{4},? |\w+ \d{4} ))",
    re.I,
)
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")
_CODES = re.compile(r"\S*\d\S*")
_CONTRARY = frozenset(
    words_of(
        "reject refuse decline defer postpone oppose object withdraw rescind revoke adjourn refer dismiss delete remove not against"
    )
)
_MOTION = re.compile(r"\b(?:motion|amendment|proposal|vote|resolution|recommendation)\b", re.I)
_FREE = frozenset(
    words_of(
        "narrowly vote votes voting council meeting members put when by on the at and majority show hands recorded heavily clearly only"
    )
)


def voted_in(statement: str, records: Sequence[Recorded]) -> Ruling | None:
    """What the records say of a statement of a vote, an outcome or a mover; None where it is none, or no record tells clearly."""
    text = _LEAD.sub("", statement.strip().rstrip(".")).strip()
    text = text[:1].upper() + text[1:]
    for tell in (_counted, _how_one_voted, _moved, _outcome):
        found: Ruling | None = tell(text, records)
        if found is not None:
            return found
    return None


def _number(word: str) -> int:
    low = word.lower()
    return NUMBER_WORDS[low] if low in NUMBER_WORDS else int(word) if word.isdigit() else 0


def _counted(text: str, records: Sequence[Recorded]) -> Ruling | None:
    """Decide "Two members voted against the grant"."""
    match = _COUNTED.match(text)
    record = named(match["what"], records) if match else None
    if match is None or record is None:
        return None
    ballot = record.motion.ballot
    side = match["side"].lower() if match["side"] else ""
    count = ballot.abstained if match["abstained"] else ballot.against if side == "against" else ballot.votes_for
    return None if count is None else ruled(record, count == _number(match["count"]), votes=True)


def _how_one_voted(text: str, records: Sequence[Recorded]) -> Ruling | None:
    """Decide "Councillor Ash voted against the first amendment"."""
    match = _VOTED.match(text)
    people = people_in(match["who"]) if match else []
    record = named(match["what"], records) if match and people else None
    if match is None or record is None:
        return None
    side = _side(match)
    if side is None:
        return None
    found = [_borne(record.motion.ballot, person.name, side) for person in people]
    if None in found:
        return None
    holds = all(found) if not match["not"] else not any(found)
    told = " and ".join(
        _vote_in_words(record.motion.ballot, f"{one.title} {one.name}".strip(), one.name) for one in people
    )
    ruling = ruled(record, holds, votes=True, people=tuple(person.name for person in people))
    return replace(ruling, told=f"that {told}")


def _vote_in_words(ballot: Ballot, called: str, name: str) -> str:
    """How a person voted: "Councillor Ash abstained"."""
    own = sides_of(ballot, name)
    if len(own) != 1:
        return f"{called} is on no such list"
    return f"{called} abstained" if own[0] == "abstained" else f"{called} voted {own[0]}"


def _side(match: re.Match[str]) -> str | None:
    """The side that a statement says somebody voted on; None for "voted on"."""
    if match["abstained"]:
        return "abstained"
    said = (match["yes"] or match["side"] or "").lower()
    if said in ("no", "nay", "against"):
        return "against"
    return "for" if said and said != "on" else None


def sides_of(ballot: Ballot, name: str) -> list[str]:
    """The sides on whose lists a person stands."""
    lists = {"for": ballot.names_for, "against": ballot.names_against, "abstained": ballot.names_abstained}
    return [side for side, names in lists.items() if any(is_same(name, one) for one in names)]


def _borne(ballot: Ballot, name: str, side: str) -> bool | None:
    """Whether a person voted on a side; None where the names that are printed do not tell it."""
    own = sides_of(ballot, name)
    if len(own) == 1:
        return own[0] == side
    lists = {
        "for": (ballot.names_for, ballot.votes_for),
        "against": (ballot.names_against, ballot.against),
        "abstained": (ballot.names_abstained, ballot.abstained),
    }
    names, count = lists[side]
    return False if not own and names and len(names) == count else None


def _moved(text: str, records: Sequence[Recorded]) -> Ruling | None:
    """Decide "Councillor Ash seconded the motion on the pool"."""
    match = _MOVED_BY.match(text) or _MOVED.match(text)
    people = people_in(match["who"]) if match else []
    record = named(match["what"], records) if match and len(people) == 1 else None
    if match is None or record is None or telling_words(match["what"]) - record.stems - record.title:
        return None
    who = record.motion.seconder if match["verb"].lower().startswith("second") else record.motion.mover
    if who is None or not people_in(who) or _INITIALS.fullmatch(who):
        return None
    return ruled(record, is_same(people[0].name, who) is not bool(match["not"]), moved=True)


@dataclass(frozen=True, slots=True)
class _OutcomeTold:
    """What a statement says became of a motion."""

    what: str  # the words that name it
    verb: str
    denied: bool
    tally: tuple[int, int, int | None] | None
    casting: bool
    unanimous: bool | None
    rest: str


def _outcome(text: str, records: Sequence[Recorded]) -> Ruling | None:
    """Decide "The amendment was lost by 3 votes to 4"."""
    told = _told(text)
    if told is None:
        return None
    record, holds = _of_rescission(told, records)
    if record is None:
        record = named(told.what, records)
        if (
            record is not None
            and telling_words(_CODES.sub(" ", told.what)) - record.stems - record.title
            and not _MOTION.search(told.what)
        ):
            return None  # another thing of the same minute
        holds = _holds(told, record) if record is not None else None
    if record is None or holds is None:
        return None
    if holds:
        figures = _figures_hold(told, record)
        known = record.stems | record.title | stems_in(" ".join(place.paragraph.own for place in record.told))
        if figures is None or stems_in(told.rest) - _FREE - known:
            return None
        holds = figures
    return ruled(record, holds, votes=told.tally is not None)


def _told(text: str) -> _OutcomeTold | None:
    """A statement of an outcome taken apart."""
    tally = next(reversed(list(_TALLY.finditer(text))), None)
    rest = text if tally is None else f"{text[: tally.start()]}{text[tally.end() :]}"
    casting, unanimous = bool(_CASTING.search(rest)), bool(_UNANIMOUS.search(rest))
    rest = re.sub(r"\s+", " ", _UNANIMOUS.sub("", _CASTING.sub("", rest))).strip(" ,")
    match = _ACTIVE.match(rest) or _OUTCOME.match(rest)
    if match is None:
        return None
    parts = match.groupdict()
    verb = (parts.get("verb") or parts.get("plain") or parts.get("after") or "").lower()
    counts = None
    if tally is not None:
        third = tally["third"]
        counts = (_number(tally["first"]), _number(tally["second"]), _number(third) if third else None)
    denied = bool(parts.get("not") or parts.get("didnt"))
    return _OutcomeTold(match["what"], verb, denied, counts, casting, unanimous or None, parts.get("rest") or "")


def _of_rescission(told: _OutcomeTold, records: Sequence[Recorded]) -> tuple[Recorded | None, bool | None]:
    """The motion to rescind the resolution that a statement says was rescinded or stands, and whether the statement holds."""
    verb = told.verb
    undone = re.match(r"rescind|revoke", verb) is not None
    if not undone and verb not in ("stands", "remains in force"):
        return None, None
    record = named(told.what, [one for one in records if one.rescinds])
    if record is None or record.motion.outcome is None:
        return None, None
    return record, is_won(record.motion.outcome) is (undone is not told.denied)


_BY_VERB: Sequence[tuple[str, Callable[[Outcome], bool]]] = (
    (r"withdrawn", lambda one: one is Outcome.WITHDRAWN),
    (r"defer|postponed|put off|held over", lambda one: one is Outcome.DEFERRED),
    (r"seconded|find|get|receive", lambda one: one is not Outcome.NOT_SECONDED),
    (rf"{_LOST}|fell|failed|died|reject|defeat", lambda one: one.is_lost),
    (rf"{_WON}|succeeded|pass|carry|succeed|go through|approve|adopt|accept", is_won),
)


def _holds(told: _OutcomeTold, record: Recorded) -> bool | None:
    """Whether the record bears out the outcome that a statement tells; None where it does not tell."""
    outcome, ballot = record.motion.outcome, record.motion.ballot
    if told.verb == "tied":
        return None if ballot.votes_for is None else (ballot.votes_for == ballot.against) is not told.denied
    if outcome is None or outcome is Outcome.REFERRED:
        return None
    if not _MOTION.search(told.what) and _is_of_the_contrary(told, record):
        return None
    test = next((test for verb, test in _BY_VERB if re.match(verb, told.verb)), None)
    return None if test is None else test(outcome) is not told.denied


def _is_of_the_contrary(told: _OutcomeTold, record: Recorded) -> bool:
    """Whether the motion would do the contrary of what a thing's approval means: to reject it, to defer it."""
    said = stems_in(told.what)
    against = _CONTRARY & (record.stems | ({"not"} if re.search(r"\bnot?\b", record.motion.words) else set()))
    return bool(against - said)


def _figures_hold(told: _OutcomeTold, record: Recorded) -> bool | None:
    """Whether the tally, the casting vote and the unanimity that a statement tells are the record's; None where it has none."""
    outcome, ballot = record.motion.outcome, record.motion.ballot
    if told.casting and outcome not in (Outcome.CARRIED_BY_CASTING_VOTE, Outcome.LOST_BY_CASTING_VOTE):
        return False
    if told.unanimous and not is_unanimous(ballot):
        return is_unanimous(ballot)
    if told.tally is None:
        return True
    first, second, third = told.tally
    counted = (ballot.votes_for, ballot.against)
    if None in counted:
        return None
    is_lost = outcome is not None and outcome.is_lost
    agrees = counted == (first, second) or is_lost and counted == (second, first)
    if third is None or not agrees:
        return agrees
    return None if ballot.abstained is None and third else (ballot.abstained or 0) == third
