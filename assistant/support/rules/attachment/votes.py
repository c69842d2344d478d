"""Who voted which way: a sentence's names against the lists of names that minutes print. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.decision_verbs import DecisionAct, deeds
from assistant.language.entities import Entity, Form, entities
from assistant.language.figures import FigureKind
from assistant.language.roll_calls import called
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_SIDE = re.compile(
    r"\b(?P<yes>for|in favour)\b(?=(?: the)?(?: \w+){0,2}?\s?[:(\d])|\b(?P<no>against)\b(?=(?: the)?(?: \w+){0,2}?\s?[:(\d])"
    r"|\b(?P<none>abstain\w*|abstentions?)\b(?=(?: \w+){0,2}?\s?[:(\d])", re.I
)  # fmt: skip
_SAID = re.compile(
    r"\bvot(?:ed?|ing) (?P<yes>for|in favour)\b|\bvot(?:ed?|es|ing) (?P<no>against)\b|\b(?P<none>abstained)\b", re.I
)
_WORDS = {"yes": "for", "no": "against", "none": "abstained"}


def vote_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says that somebody voted one way and the paragraphs list the name on the other side."""
    told = list(_SAID.finditer(pair.sentence.text))
    lists = _lists(pair.source) if told else {}
    if not told or not lists:
        return
    for name, stems, side in _told_to_vote(pair.sentence, told):
        sides = {listed for listed, others in lists.items() if stems & others}
        if sides and side not in sides:
            yield Fault(Flaw.NAME, f"The paragraph lists {name} as “{_WORDS[next(iter(sides))]}”, not “{_WORDS[side]}”")
            return


def _told_to_vote(sentence: AnnotatedText, told: list[re.Match[str]]) -> Iterator[tuple[str, frozenset[str], str]]:
    """Each name of the sentence with its stems and the side that is told nearest to it; a word that opens it may be one."""
    for one in entities(sentence):
        if one.form in (Form.PERSON, Form.SHORT):
            yield one.text, one.stems, min(told, key=lambda mark: _between(sentence, one, mark)).lastgroup or ""
    opening = sentence.tokens[0]
    if len(told) == 1 and opening.text[0].isupper():
        yield opening.text, frozenset({opening.stem}), told[0].lastgroup or ""


def _between(wording: AnnotatedText, one: Entity, mark: re.Match[str]) -> float:
    """How far a name stands from the words that tell a vote, in characters; a joining word or comma counts for more."""
    first, last = wording.tokens[one.at[0]].start, wording.tokens[one.head].end
    text = wording.text[last : mark.start()] if mark.start() >= last else wording.text[mark.end() : first]
    return len(text) + 100.0 * len(_APART.findall(text))


_APART = re.compile(r"\b(?:while|whilst|but|whereas)\b|;", re.I)


def body_votes(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a body is said to have voted against what more members voted for, or the other way round."""
    match = _BODY_AGAINST.search(pair.sentence.text)
    if match is None:
        return
    counts, done = _counts(pair.source), set(deeds(pair.source).values())
    if "for" in counts and "against" in counts:
        if min(counts["for"]) > max(counts["against"]):
            yield Fault(
                Flaw.NEGATION,
                f"The paragraph counts {min(counts['for']):g} “for”, {max(counts['against']):g} “against”",
            )
    elif DecisionAct.DECIDED in done and DecisionAct.REFUSED not in done:
        yield Fault(Flaw.DECISION, f"The paragraph does not say “{match[0]}”")


_BODY_AGAINST = re.compile(
    r"\b(?:council|cabinet|committee|board|panel|township|meeting) (?:has |had )?voted against\b",
    re.I,
)


def counted_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a number of votes is told for one side and the paragraphs give it for the other."""
    told, source = _counts(pair.sentence), _counts(pair.source)
    for side, values in told.items():
        other = "against" if side == "for" else "for"
        if side in source and not values <= source[side]:
            given = next(iter(source[side]))
            yield Fault(Flaw.OTHER_THING, f"The paragraph counts {given:g} “{side}”")
            return
        if side not in source and values <= source.get(other, set()):
            yield Fault(Flaw.NEGATION, f"The paragraph counts {min(values):g} “{other}”, not “{side}”")
            return


def _counts(wording: AnnotatedText) -> dict[str, set[float]]:
    """The numbers of votes that a text gives for and against."""
    found: dict[str, set[float]] = {}
    for n, side in _sides(wording).items():
        figure = wording.tokens[n].figure
        if figure and side != "none" and _VOTE.search(wording.text):
            found.setdefault(side, set()).add(figure.value)
    return found


@read_once
def _sides(wording: AnnotatedText) -> dict[int, str]:
    """Position of each number of votes, and whether it is "for", "against" or "none" (abstentions)."""
    found: dict[int, str] = {}
    for n in wording.all_of(TokenKind.FIGURE):
        figure = wording.tokens[n].figure
        behind = [token.low for token in wording.tokens[n + 1 : n + 5] if token.low not in _VOTING]
        ahead = [token.low for token in wording.tokens[max(0, n - 2) : n]]
        mark = ahead[0] if len(ahead) == 2 and ahead[1] in ("(", ":") else ""
        side = ""
        if behind[:1] == ["for"] or behind[:2] == ["in", "favour"] or mark == "for":
            side = "for"
        elif behind[:1] == ["against"] or mark == "against":
            side = "against"
        elif (behind and behind[0].startswith("abst")) or mark.startswith("abst"):
            side = "none"
        elif _TO_NONE.match(wording.text, wording.tokens[n].end) and not _LOST.search(wording.text):
            side = "for"
        if figure and figure.kind is FigureKind.COUNT and side:
            found[n] = side
    return found


_TO_NONE = re.compile(r" votes to (?:none|nil|nobody|nought|zero|0|one|1)\b", re.I)
_LOST = re.compile(r"\b(?:lost|defeated|rejected|fell|voted down|turned down)\b", re.I)


def counted(pair: Aligned) -> set[int]:
    """Return the positions of the sentence's numbers of votes that the paragraphs give for the same side."""
    source = _sides(pair.source)
    return {n for n, side in _sides(pair.sentence).items() if any(source.get(at) == side for at, _ in pair.met[n])}


_VOTING = frozenset("votes vote voted members member councillors voting were was".split())
_VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bshow of hands\b", re.I)


def _lists(source: AnnotatedText) -> dict[str, frozenset[str]]:
    """The stems of the names behind each "for", "against" and "abstained" that opens a list; the vote's own words are none."""
    marks = list(_SIDE.finditer(source.text))
    found: dict[str, frozenset[str]] = {}
    for side, names in called(source).items():
        found[side] = frozenset(map(stem_of, names))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        end = following.start() if following else len(source.text)
        stems = {token.stem for token in source.tokens if mark.end() <= token.start < end and token.text[:1].isupper()}
        found[mark.lastgroup or ""] = found.get(mark.lastgroup or "", frozenset()) | stems
    return found
