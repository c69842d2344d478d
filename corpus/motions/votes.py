"""Votes as sentences, lines and rows of minutes print them: counts of sides, tallies, names, roll calls. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from corpus.models import Ballot
from corpus.motions.people import NAME, NAMES, names_in, plain_name
from corpus.text_probe import says_any


class Side(StrEnum):
    """How somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    AWAY = "away"  # absent, recused, in the chair: no vote


_FOR = r"in favou?r(?: of)?|in the affirmative|for|ayes?|yeas?|yes|t[áa]|ar son|o blaid|ten gunste"  # and in Irish, Welsh, Afrikaans
_AGAINST = r"in the negative|in opposition|n[íi]l|i gcoinne|(?:i n-|in )aghaidh|yn erbyn|teen|against|opposed?|nays?|noes|no(?= vot|\b)|dissent(?:ing|ed|s)?"
_ABSTAINED = r"abst(?:ain(?:ed|ing|s|ers?)?|entions?|\.)?|not voting|did not vote|neutral|declin(?:ed|ing) to vote|staon\w*|ymatal(?:iad|wyd)?"
_AWAY = r"absent|recused?|excused|vacant|left|not present|conflict(?:ed)?"
_SIDES = rf"(?:(?P<for>{_FOR})|(?P<against>{_AGAINST})|(?P<abstained>{_ABSTAINED})|(?P<away>{_AWAY}))"
_SIDE = re.compile(rf"^{_SIDES}\b", re.I)
_WORDS = {
    word: number
    for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"none": 0, "nil": 0, "zero": 0, "a": 1, "an": 1}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_OF_A_SIDE = re.compile(
    rf"^(?:those |votes? |voting |the )?(?:who )?(?:voted |voting |are |were )?{_SIDES}(?: (?:the )?[\w\- ]{{3,40}}?\b(?=\s*[^\w\s]))?(?: ?\(\d\)(?=\s*\W))?(?: votes?)?"
    rf"\s*(?:[(:–—.,|=-]+\s*)*(?P<count>{NUMBER}\b)?(?!\d)\s*\)?\s*(?:[:–—.|-]+\s*)?(?P<names>.*)$",
    re.I,
)
_KIND_OF_VOTE = r"an? (?:yes|no|aye|nay) votes?\b"  # "a no vote would be needed" counts nobody
_COUNTED = [
    (side, re.compile(rf"(?<![\d,.£$€])\b(?!{_KIND_OF_VOTE})(?P<count>{NUMBER}) (?:of them )?(?:votes? |members? |hands? |councillors? |persons? |were |was )*(?:cast |voting |voted |for it and )?(?:{words})\b", re.I))
    for side, words in ((Side.FOR, _FOR), (Side.AGAINST, _AGAINST), (Side.ABSTAINED, _ABSTAINED))
]  # fmt: skip
_LABELLED = [
    (side, re.compile(rf"\b(?:{words})\s*(?:[:–=(-]\s*)?(?P<count>\d{{1,3}})\b(?![\d/.:,]?\d)", re.I))
    for side, words in ((Side.FOR, _FOR), (Side.AGAINST, _AGAINST), (Side.ABSTAINED, _ABSTAINED))
]
_NAMED_AFTER = [
    (side, re.compile(rf"\b(?:{words})\s*\((?P<names>{NAMES})\)"))
    for side, words in (
        (Side.FOR, _FOR),
        (Side.AGAINST, _AGAINST),
        (Side.ABSTAINED, r"[Aa]bst(?:ain(?:ed|ing)?|entions?)"),
    )
]
_NAMED_BEHIND = [
    (side, re.compile(rf"\b(?i:{words})\s*:\s*(?:\d{{1,3}}\s*[-–—:]?\s*)?(?P<names>{NAMES})"))
    for side, words in ((Side.FOR, r"ayes?|yeas?|in favou?r"), (Side.AGAINST, r"nays?|noes|against|opposed"), (Side.ABSTAINED, r"abst\w+"))
]  # fmt: skip
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
_OF_TIME = rf"\s*(?:[ap]\.?m|years?|months?|weeks?|days?|hours?|minutes?|{_MONTH})"
_PAIR = re.compile(
    rf"(?<![\d/.:,£$€-])(?P<one>\d{{1,3}})\s*(?P<sign>[-–—:/]|to|votes? to)\s*(?P<two>\d{{1,3}})(?:\s*[-–—:/]\s*(?P<three>\d{{1,3}}))?"
    rf"(?![\d%]|[/.:,-]\d|{_OF_TIME})"
    rf"|\b(?P<one_word>{'|'.join(list(_WORDS)[1:16])})(?: votes?)? to (?P<two_word>{'|'.join(list(_WORDS)[:16])})\b(?!{_OF_TIME})",
    re.I,
)
_OF_A_VOTE = re.compile(
    r"\b(?:carried|carries|passe[sd]|lost|defeated|fail(?:ed|s)?|adopted|agreed|approved|rejected|negatived|vote[sd]?|amendment|division|elected|decided|fell|opposed|unanimous(?:ly)?)\b[^.]*$",
    re.I,
)
_ABSTAINING = re.compile(rf"\b(?:with|and) (?P<count>{NUMBER}) (?:members? )?abst\w+", re.I)
_MEMBER = re.compile(
    rf"^(?P<name>{NAME})(?: \([^)]*\))?[\s.,…:–—|-]*?(?:voted |votes )?(?i:{_SIDES})\s*(?:\(.*\))?\.?$"
)
_VOTE, _VOTE_ENDS = r"(?i:yes|no|aye|nay|yea|for|against|abstain(?:ed)?|absent)", r"(?=\s*(?:[,;.]|and\b|$))"
_MEMBERS = re.compile(rf"(?P<name>{NAME})\s*(?:[-–—:,]\s*|\s)(?P<vote>{_VOTE})\b{_VOTE_ENDS}")
_ANSWER = re.compile(rf"\b{_VOTE}\b{_VOTE_ENDS}")
_TOGETHER = re.compile(rf"^(?P<names>{NAMES}) (?P<vote>yes|no|aye|nay)\.?$")
_LAST_WORDS = tuple(f"{word}{stop}" for word in ("yes", "no", "aye", "nay") for stop in ("", "."))
_SAID = re.compile(
    rf"(?P<names>{NAMES}),? (?:who |each |both |all )?(?:(?:was |were |being )?(?P<dissent>dissent(?:ing|ed)|opposed|(?:in )?opposition|voting (?:no|nay|against|in the negative)|voted (?:no|nay|against)|recorded (?:his|her|their) votes? against|against)"
    r"|(?P<abstain>abstain(?:ed|ing)|abstention)|(?P<yes>voting (?:yes|aye|in favou?r|for)|voted (?:yes|aye|in favou?r|for)))\b",
)
_TO_BE_RECORDED = re.compile(
    rf"(?P<names>{NAMES}) (?:\w+ ){{0,5}}(?:noted|recorded|written|entered|minuted)[^.;]{{0,40}}?(?:(?P<for>for|in favou?r)|(?P<against>against|dissent\w*))\b"
    rf"|(?P<names2>{NAMES}) asked (?:\w+ )?for (?:his|her|their) (?:votes? )?(?:(?P<for2>for|in favou?r)|(?P<against2>against|dissent|opposition))\b[^.]*\b(?:recorded|written|noted|minuted)"
)
_NUMBERED = re.compile(r"^(?:\(\d{1,3}\)\s*|[-–•*·]\s+)")  # a number or a mark before a line
_PUT_BEFORE = re.compile(r"^[^:]{0,60}\b(?:vot(?:e|es|ing)|divided|division|roll call)\b[^:]{0,50}:\s*(?=\w)", re.I)
_SPEAKS = re.compile(
    r"\b(?:vot|abst|ayes?\b|nays?\b|yeas?\b|yes\b|no(?:es)?\b|for\b|to (?:one|two|three|four|five|six)\b)", re.I
)
_DIGIT = re.compile(r"\d")
_TWO = re.compile(r"\d\s*(?:[-–—:/]|to|votes? to)\s*\d", re.I)
_TO_A_NUMBER = re.compile(rf" to (?:{'|'.join(list(_WORDS)[:16])})\b")
# Quick looks: a text that says nothing of these is not asked for more.
_SPEAKING = ("favor", "favour", "against", "oppos", "dissent", "unan", "affirmative", "negative")
_COUNTING = (
    *("vot", "favo", "abst", "aye", "nay", "yea", "yes", "affirm", "carried", "lost", "passed", "oppos", "against"),
    *(" no ", " no:", " no,", " no.", " no(", "noes", "negativ", "dissent", "neutral", "declin", "níl", "nil"),
    *("gcoinne", "aghaidh", "ar son", "blaid", "gunste", "yn erbyn", "teen", "staon", "ymatal"),
)
_TAKING_SIDES = ("vot", "against", "oppos", "abst", "dissent")
_AGREEING = ("unan", "all ", "dissent", "oppos", "against", "objection")
_TELLS_NAMES = re.compile(r"dissent|oppos|\babst|\bvot(?:ing|ed|es?)\b|against", re.I)
_RECORDING = ("recorded", "noted", "written", "entered", "minuted")
_COUNTS = re.compile(
    r"\bvot|favou?r|\babst|\bayes?\b|\bnays?\b|\bnoes\b|\byeas?\b|affirmative|carried|lost|passed|opposed", re.I
)
_ALL = re.compile(r"^(?:all|unanimous(?:ly)?)\b[\w ]{0,30}$", re.I)
_UNANIMOUS = re.compile(
    r"\bunan(?:imous(?:ly)?)?\b|\ball (?:were |members )?(?:present )?(?:were |voted |voting )?(?:in favou?r|in the affirmative|for|ayes?|yes)\b|\ball (?:those )?present\b.{0,20}\bfavou?r|\bwithout dissent\b|\ball (?:voted|voting|said) (?:yes|ayes?|yea)\b|\bno (?:one )?(?:votes? )?(?:opposed|against|objections? and)\b",
    re.I,
)
_NOT_UNANIMOUS = re.compile(r"\bnot (?:\w+ )?unanimous", re.I)


_LETTERS = {"Y": Side.FOR, "N": Side.AGAINST, "A": Side.ABSTAINED, "X": Side.AWAY}  # over columns of ticks


@dataclass(frozen=True, slots=True)
class Cast:
    """What one sentence says of a vote: counts and names by side."""

    counts: tuple[tuple[Side, int], ...] = ()
    names: tuple[tuple[Side, tuple[str, ...]], ...] = ()
    unanimous: bool = False
    listed: bool = False  # a line that opens with its side or a member's name: one of a block

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.counts or self.names or self.unanimous)


def number_of(word: str) -> int:
    """A count in digits or words as a number."""
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def side_of(words: str) -> Side | None:
    """The side that a word is ("Nay", "Ar son / For"); None for any other words."""
    for word in words.split("/"):
        found = _SIDE.match(word.strip(" .*()[]"))
        if found:
            return _side(found)
    return None


def _side(found: re.Match[str]) -> Side:
    return next(Side(name) for name in ("for", "against", "abstained", "away") if found[name])


@lru_cache(64)  # a walk asks the same sentence more than once
def cast_in(text: str) -> Cast:
    """What a sentence or line says of a vote; empty where it says nothing of one."""
    if not (_DIGIT.search(text) or _SPEAKS.search(text) or says_any(text, _SPEAKING)):
        return Cast()
    text = _PUT_BEFORE.sub("", _NUMBERED.sub("", text))
    return _line_of_a_side(text) or _roll_call(text) or _in_prose(text)


def _line_of_a_side(text: str) -> Cast:
    """A line that opens with its side: "For (5): A, B", "Ayes 2: A, B", "Against: Nil"."""
    found = _OF_A_SIDE.match(text)
    if found is None:
        return Cast()
    side = _side(found)
    inside = re.match(r"^\(([^)]+)\)\.?$", found["names"].strip())
    names = names_in(inside[1]) if inside and found["count"] else names_in(found["names"])
    rest = found["names"].strip(" .)")
    behind = re.search(r"\((\d{1,3})\)$", found["names"].strip(" ."))
    if names:
        counted = found["count"] or (behind[1] if behind else None)
        return Cast(((side, number_of(counted) if counted else len(names)),), ((side, names),), listed=True)
    if found["count"] and (not rest or re.match(r"^[,;]|^\(", found["names"].strip()) or _SIDE.match(rest)):
        return replace(_in_prose(text) or Cast(((side, number_of(found["count"])),)), listed=True)
    if not rest and found["count"]:
        return Cast(((side, number_of(found["count"])),), listed=True)
    if side is Side.FOR and _ALL.match(rest):
        return Cast(unanimous=True, listed=True)
    return Cast()


def _roll_call(text: str) -> Cast:
    """A member with a vote, or several on one line: "Smith - yes, Jones - no", "Jim, Lew and Will yes"."""
    found = _MEMBER.match(text)
    if found:
        names = names_in(found["name"])
        return Cast((), ((_side(found), names),), listed=True) if names else Cast()
    together = _TOGETHER.match(text) if text.endswith(_LAST_WORDS) else None
    if together and (names := names_in(together["names"])):
        return Cast((), ((side_of(together["vote"]) or Side.FOR, names),), listed=True)
    answers = len(_ANSWER.findall(text))
    several = [match for match in _MEMBERS.finditer(text) if side_of(match["vote"])] if answers > 1 else []
    if len(several) > 1:
        by_side = {side: [plain_name(m["name"]) for m in several if side_of(m["vote"]) is side] for side in Side}
        return Cast((), tuple((side, tuple(names)) for side, names in by_side.items() if names), listed=True)
    return Cast()


def _in_prose(text: str) -> Cast:
    """What a sentence says in words: "carried 4 to 2, Smith dissenting", "by 8 votes to 2 with 1 abstention"."""
    counts = _counts(text) if says_any(f" {text}", _COUNTING) else {}
    if Side.FOR not in counts or Side.AGAINST not in counts:
        pair = _pair(text) if _TWO.search(text) or _TO_A_NUMBER.search(text.lower()) else []
        counts = (
            dict(pair) | {side: count for side, count in counts.items() if side is Side.ABSTAINED} if pair else counts
        )
    behind = _NAMED_AFTER if "(" in text else ()
    names = [(side, names_in(match["names"])) for side, pattern in behind for match in pattern.finditer(text)]
    listed = _NAMED_BEHIND if counts and ":" in text else ()
    names += [(side, names_in(match["names"])) for side, pattern in listed for match in pattern.finditer(text)]
    names += list(_told(text))
    agreed = says_any(text, _AGREEING) and _UNANIMOUS.search(text) is not None
    unanimous = agreed and not _NOT_UNANIMOUS.search(text)
    return Cast(tuple(counts.items()), tuple((side, found) for side, found in names if found), unanimous)


def _counts(text: str) -> dict[Side, int]:
    """The counts that a sentence gives beside words for a side."""
    counts: dict[Side, int] = {}
    for patterns in (_LABELLED, _COUNTED) if _DIGIT.search(text) else (_COUNTED,):
        for side, pattern in patterns:
            found = pattern.search(text)
            if found and side not in counts:
                counts[side] = number_of(found["count"])
    if len(counts) == 1 and not _COUNTS.search(text):
        return {}  # "until they are 25 for", "7 against the wall"
    return counts


def _pair(text: str) -> list[tuple[Side, int]]:
    """A tally told as two or three numbers, in a sentence that speaks of a vote."""
    for found in _PAIR.finditer(text):
        if found["one_word"]:
            return [(Side.FOR, number_of(found["one_word"])), (Side.AGAINST, number_of(found["two_word"]))]
        before = text[: found.start("one")]
        if found["sign"] == "/" and int(found["one"]) > 99:
            continue
        if not (_OF_A_VOTE.search(before) or found["sign"] != "/" and re.search(r"[(,]\s*$|^\W*$", before)):
            continue
        counts = [(Side.FOR, int(found["one"])), (Side.AGAINST, int(found["two"]))]
        return [*counts, (Side.ABSTAINED, int(found["three"]))] if found["three"] else counts
    return []


def _told(text: str) -> Iterator[tuple[Side, tuple[str, ...]]]:
    if not (says_any(text, _TAKING_SIDES) and _TELLS_NAMES.search(text)):
        return
    for found in _SAID.finditer(text):
        side = Side.AGAINST if found["dissent"] else Side.ABSTAINED if found["abstain"] else Side.FOR
        yield side, names_in(found["names"])
    for found in _TO_BE_RECORDED.finditer(text) if says_any(text, _RECORDING) else ():
        names = names_in(found["names"] or found["names2"])
        yield Side.FOR if found["for"] or found["for2"] else Side.AGAINST, names


def row_of(cells: Sequence[str], headers: Sequence[str]) -> list[tuple[str, Cast]]:
    """What a row of a table of votes says, by the heading of its column where each column is a vote of its own ("" else).

    Forms: a side, its count, its names; a member under a ticked side; a member and a vote for each column; names under sides.
    """
    sides = [side_of(header) if len(header) < 25 else None for header in headers]
    if {header for header in headers if header} <= set(_LETTERS) and len(headers) > 2:
        sides = [_LETTERS.get(header) for header in headers]
    if across := _across(cells, headers):
        return [("", across)]
    first = side_of(cells[0]) if len(cells[0]) < 25 else None
    if first is not None:
        return [("", _of_cells(first, cells[1:]))]
    if sum(side is not None for side in sides) >= 2 or len(sides) == len(cells) == 1 and sides[0] is not None:
        return [("", _under_sides(cells, sides))]
    name = names_in(cells[0])
    if len(name) == 1:
        told = zip(headers[1:] or [""] * len(cells), cells[1:], strict=False)
        votes = [(header, side_of(cell)) for header, cell in told if len(cell) < 25]
        if votes and all(side is not None for _, side in votes):
            alone = len(votes) == 1
            return [("" if alone else head, Cast((), ((side, name),), listed=True)) for head, side in votes if side]
    return []


def _across(cells: Sequence[str], headers: Sequence[str]) -> Cast:
    """A row of votes under the names of those who cast them; empty for any other row."""
    votes = [side_of(cell) if len(cell) < 25 else None for cell in cells]
    names = [names_in(header) for header in headers]
    if len(cells) < 3 or len(cells) != len(headers) or not all(votes) or any(len(name) != 1 for name in names):
        return Cast()
    cast = {side: tuple(name[0] for name, vote in zip(names, votes, strict=True) if vote is side) for side in Side}
    return Cast((), tuple((side, of_side) for side, of_side in cast.items() if of_side), listed=True)


def _of_cells(side: Side, cells: Sequence[str]) -> Cast:
    """A row that begins with its side: a count, names, or both."""
    count = next((int(cell) for cell in cells if cell.strip("() ").isdigit() for cell in [cell.strip("() ")]), None)
    names = next((names for cell in cells if (names := names_in(cell))), ())
    if count is None and names:
        count = len(names)
    return Cast(((side, count),) if count is not None else (), ((side, names),) if names else (), listed=True)


def _under_sides(cells: Sequence[str], sides: Sequence[Side | None]) -> Cast:
    """A row under headers that are sides: ticks behind a member's name, counts, or names."""
    name = names_in(cells[0]) if sides[0] is None else ()
    cast = [(side, cell) for side, cell in zip(sides, cells, strict=False) if side is not None and cell.strip()]
    if cells[0].strip().lower().startswith("total") or not name and cast and all(cell.isdigit() for _, cell in cast):
        return Cast(tuple((side, int(cell)) for side, cell in cast if cell.isdigit()), listed=True)
    if name and cast and all(len(cell) <= 3 for _, cell in cast):
        return Cast((), tuple((side, name) for side, _ in cast), listed=True)
    named = tuple((side, found) for side, cell in cast if (found := names_in(cell)))
    return Cast((), named, listed=True)


def added(ballot: Ballot, cast: Cast) -> Ballot:
    """A ballot with what one more sentence says; what was counted before stays."""
    counts = dict(cast.counts)
    names = {side: tuple(n for s, found in cast.names if s is side for n in found) for side in Side}
    return Ballot(
        votes_for=_first(ballot.votes_for, counts.get(Side.FOR)),
        against=_first(ballot.against, counts.get(Side.AGAINST)),
        abstained=_first(ballot.abstained, counts.get(Side.ABSTAINED)),
        names_for=_joined(ballot.names_for, names[Side.FOR]),
        names_against=_joined(ballot.names_against, names[Side.AGAINST]),
        names_abstained=_joined(ballot.names_abstained, names[Side.ABSTAINED]),
        unanimous=ballot.unanimous or cast.unanimous or None,
    )


def merged(one: Ballot, two: Ballot) -> Ballot:
    """Two ballots as one; what the first counts stays."""
    return Ballot(
        votes_for=_first(one.votes_for, two.votes_for),
        against=_first(one.against, two.against),
        abstained=_first(one.abstained, two.abstained),
        names_for=_joined(one.names_for, two.names_for),
        names_against=_joined(one.names_against, two.names_against),
        names_abstained=_joined(one.names_abstained, two.names_abstained),
        unanimous=one.unanimous or two.unanimous,
    )


def _first(one: int | None, two: int | None) -> int | None:
    return two if one is None else one


def _joined(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...]:
    """Both lists of names; the first alone where the second has the same people again ("Ash", then "Ann Ash")."""
    again = {name.split()[-1] for name in two} <= {name.split()[-1] for name in one}
    return one if again else (*one, *two)  # two members of one list may share a name


def is_won(ballot: Ballot) -> bool:
    """Whether more voted for than against, by the counts told."""
    return ballot.votes_for is not None and ballot.against is not None and ballot.votes_for > ballot.against


def counted(ballot: Ballot, whole: bool) -> Ballot:
    """A ballot whose names are counted where `whole` says that they are all there; unanimous where nobody was against."""
    votes_for, against, abstained = ballot.votes_for, ballot.against, ballot.abstained
    if whole:
        if votes_for is None and against is None and ballot.names_for:
            votes_for, against = len(ballot.names_for), len(ballot.names_against)
            abstained = len(ballot.names_abstained) if abstained is None and ballot.names_abstained else abstained
        elif votes_for is not None and against is None:
            against = len(ballot.names_against)
        elif against is not None and votes_for is None and ballot.names_for:
            votes_for = len(ballot.names_for)
    if abstained is None and votes_for is not None and ballot.names_abstained:
        abstained = len(ballot.names_abstained)
    unanimous = ballot.unanimous
    if against or ballot.names_against:
        unanimous = False
    elif votes_for is not None and against == 0 and not abstained and not ballot.names_abstained:
        unanimous = True
    return replace(ballot, votes_for=votes_for, against=against, abstained=abstained, unanimous=unanimous)
