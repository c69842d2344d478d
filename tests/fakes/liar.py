"""Lies made of true sentences, a kind at a time: what a language model gets wrong about committee papers."""

import re
from collections.abc import Callable, Sequence

_NUMBER = re.compile(r"(?<![\w./])\d[\d,]*(?:\.\d+)?(?![\w/]|[.,]\d)")
_NUMBERING = re.compile(r"\W*(?:\d+(?:\.\d+)*\.?\s)?")
_YEAR = re.compile(r"\b(20[12]\d)\b(?!/)")
_BE = re.compile(r"\b(was|were|is|are|has|had|have|will)\b(?! not\b)")
_NOT = re.compile(r"\b(?:was|were|is|are|has|had|have|will|do|did|does|could|should) (not )")
_TURNS = {"rose": "fell", "fell": "rose", "increased": "decreased", "above": "below", "below": "above", "up from": "down from",
          "higher": "lower", "lower": "higher", "increase": "decrease", "risen": "fallen", "fallen": "risen"}  # fmt: skip
_PEOPLE = re.compile(r"\b(?:Councillor|Mr|Mrs|Ms|Dr) ([A-Z][a-z]+)\b")
_PROPOSED = re.compile(
    r"^(?:\W*[\d.()a-z]{0,6}\W*)?That (?:the )?(Cabinet|Council|Committee|Panel) (agrees|approves|notes)\b"
)
_BODIES = {"Cabinet": "Planning Committee", "the Council": "the Licensing Committee", "Panel": "Cabinet"}
_IRREGULAR = (
    "held|made|took|gave|began|led|won|lost|sold|bought|built|sent|set|saw|kept|heard|told|found|left|paid|spent|met|drew|"
    "brought|wrote|chose|withdrew|sought|ran|thought"
)
# A past tense behind a word that may end its subject, and before its object.
_MAIN_VERB = re.compile(
    rf"(?P<before>\b[\w’'-]+ )(?P<verb>(?!aged |need )[a-z]+ed|{_IRREGULAR}) (?=(?:the|a|an|its|their|his|her|this|that|all|both|no)\b|£?\d|[A-Z])"
)
_NO_SUBJECT = frozenset(
    "was were is are be been being has had have having not to of in by with for at on from and or as if the a an its their who "
    "which that those".split()
)
_OTHER_VERBS = "used delivered paid ran spent found understood needed served feared wanted missed".split()


def wrong_figure(sentence: str, others: Sequence[str]) -> str | None:
    """One digit of the longest figure changed."""
    start = len(_NUMBERING.match(sentence)[0])  # type: ignore[index]
    figures = [m for m in _NUMBER.finditer(sentence, start) if not _YEAR.fullmatch(m[0]) and len(m[0]) > 1]
    if not figures:
        return None
    match = max(figures, key=lambda match: len(match[0]))
    digit = next(at for at in range(match.start(), match.end()) if sentence[at].isdigit())
    return sentence[:digit] + str(int(sentence[digit]) % 9 + 1) + sentence[digit + 1 :]


def another_figure(sentence: str, others: Sequence[str]) -> str | None:
    """Two figures of one form changed for each other."""
    start = len(_NUMBERING.match(sentence)[0])  # type: ignore[index]
    found = [match for match in _NUMBER.finditer(sentence, start) if not _YEAR.fullmatch(match[0])]
    for one, two in zip(found, found[1:], strict=False):
        if one[0] != two[0] and _form(sentence, one) == _form(sentence, two):
            middle = sentence[one.end() : two.start()]
            return sentence[: one.start()] + two[0] + middle + one[0] + sentence[two.end() :]
    return None


def _form(sentence: str, match: re.Match[str]) -> tuple[bool, bool]:
    return sentence[match.start() - 1 : match.start()] == "£", bool(
        re.match(r" ?(?:%|per cent)", sentence[match.end() :])
    )


def wrong_year(sentence: str, others: Sequence[str]) -> str | None:
    """A year that the sentence does not have."""
    return _YEAR.sub(lambda match: str(int(match[1]) + 7), sentence, count=1) if _YEAR.search(sentence) else None


def negated(sentence: str, others: Sequence[str]) -> str | None:
    """A "not" put in or taken out."""
    if match := _NOT.search(sentence):
        return sentence[: match.start(1)] + sentence[match.end(1) :]
    return _BE.sub(r"\1 not", sentence, count=1) if _BE.search(sentence) else None


def turned(sentence: str, others: Sequence[str]) -> str | None:
    """Rose for fell."""
    if re.search(r"\b(?:set out|listed|shown) (?:above|below)\b", sentence):
        return None  # where something stands on the page is no fact
    for word, other in _TURNS.items():
        if re.search(rf"\b{word}\b", sentence):
            return re.sub(rf"\b{word}\b", other, sentence, count=1)
    return None


def wrong_name(sentence: str, others: Sequence[str]) -> str | None:
    """A person that another paragraph names in this one's stead."""
    match = _PEOPLE.search(sentence)
    if match is None:
        return None
    known = set(_PEOPLE.findall(sentence))
    other = next((name for text in others for name in _PEOPLE.findall(text) if name not in known), None)
    return sentence.replace(match[1], other) if other else None


def wrong_body(sentence: str, others: Sequence[str]) -> str | None:
    """Another body for the one named."""
    for body, other in _BODIES.items():
        if re.search(rf"\b{body}\b(?! Member| Forward| [A-Z])", sentence) and other not in sentence:
            return re.sub(rf"\b{body}\b", other, sentence, count=1)
    return None


def half_true(sentence: str, others: Sequence[str]) -> str | None:
    """True, and then something that no paper says."""
    return f"{sentence.rstrip('.; ')}, and a new swimming pool was opened at Fennel Park by the Mayor."


def told_as_decided(sentence: str, others: Sequence[str]) -> str | None:
    """A recommendation or motion told as what was done."""
    match = _PROPOSED.match(sentence)
    if match is None or match[2] == "notes":
        return None
    done = {"agrees": "agreed", "approves": "approved"}[match[2]]
    return f"The {match[1]} {done}{sentence[match.end() :]}"


def another_verb(sentence: str, others: Sequence[str]) -> str | None:
    """Another verb for the active one in the past: who did it and what it was done to stay as they are."""
    for match in _MAIN_VERB.finditer(sentence):
        if match["before"].strip().lower() not in _NO_SUBJECT:
            start = len(sentence) % len(_OTHER_VERBS)  # each verb in its turn, and the same one on every run
            verb = next(verb for verb in (*_OTHER_VERBS[start:], *_OTHER_VERBS) if verb not in sentence)
            return f"{sentence[: match.start('verb')]}{verb}{sentence[match.end('verb') :]}"
    return None


def sentences_of(paragraph: str) -> list[str]:
    """The whole sentences of middling length of a paragraph, as a model would copy them."""
    words = re.sub(
        r"^(?:\d{1,2}[.)]|[-*•])\s+", "", paragraph.split("\n")[-1]
    )  # a list's mark is no part of what is said
    pieces = re.split(r"(?<=[a-z0-9)]\.)\s+(?=[A-Z])", words)
    pieces = [piece for piece in pieces if not re.match(r"[\w ]{2,20}: ", piece)]  # what a label names is no sentence
    return [piece for piece in pieces if 6 <= len(piece.split()) <= 45 and piece.endswith(".") and "|" not in piece]


KINDS: dict[str, Callable[[str, Sequence[str]], str | None]] = {
    "wrong figure": wrong_figure,
    "another figure": another_figure,
    "wrong year": wrong_year,
    "negated": negated,
    "turned": turned,
    "wrong name": wrong_name,
    "wrong body": wrong_body,
    "half true": half_true,
    "told as decided": told_as_decided,
    "another verb": another_verb,
}
