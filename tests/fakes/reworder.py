"""True sentences made of true ones, a kind at a time: what an assistant does to a paper's words without changing what they say."""

import re
from collections.abc import Callable, Iterator, Sequence

_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"(?<!to )(?<!and )\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (20\d\d)\b")
_LEAD = re.compile(
    r"((?:In|On|At|During|By|Since|Following|For|From|Over) [^,;:]{3,50}), ((?!and|but|or)[^:;,]+)\.$", re.I
)
_LOWERED = (
    "The",
    "A",
    "An",
    "This",
    "These",
    "There",
    "All",
    "Some",
    "Members",
    "It",
    "They",
    "In",
    "On",
    "At",
    "For",
    "No",
)
_PERSON = r"(?:Councillor|Mr|Mrs|Ms|Dr) [A-Z][\w’'-]+"
_SAID = re.compile(rf"({_PERSON}) (?:said|reported|explained|confirmed|advised) that ([^:;]{{20,}})\.$")
_MOVED = re.compile(rf"({_PERSON}) (?:moved|proposed),? and ({_PERSON}) seconded")
_LISTED = re.compile(r"(?<=[a-z] )([A-Z][a-z]+) and ([A-Z][a-z]+)\b(?! [A-Z])")


def _low(sentence: str) -> str:
    first = sentence.split(" ", 1)[0]
    return sentence[0].lower() + sentence[1:] if first in _LOWERED else sentence


def per_cent(sentence: str, following: str) -> str | None:
    """Write "%" for "per cent", or the other way round."""
    if "%" in sentence:
        return sentence.replace("%", " per cent")
    return re.sub(r" per cent\b", "%", sentence)


def dates_in_figures(sentence: str, following: str) -> str | None:
    """Write "02/07/2024" for "2 July 2024"."""
    return _DATE.sub(lambda m: f"{int(m[1]):02d}/{_MONTHS.index(m[2]) + 1:02d}/{m[3]}", sentence)


def turned(sentence: str, following: str) -> str | None:
    """What stands before the first comma put behind."""
    match = _LEAD.match(sentence)
    return f"{match[2][0].upper()}{match[2][1:]} {_low(match[1])}." if match else None


def attributed(sentence: str, following: str) -> str | None:
    """As what the report says."""
    return f"According to the report, {_low(sentence)}" if sentence[0].isalpha() else None


def said_behind(sentence: str, following: str) -> str | None:
    """Who said it, behind what was said."""
    match = _SAID.match(sentence)
    return f"{match[2][0].upper()}{match[2][1:]}, {match[1]} said." if match and " and " not in match[2] else None


def joined(sentence: str, following: str) -> str | None:
    """With the sentence that follows."""
    refers = re.match(r"(?:It|They|He|She|This|These|That|However|But)\b", following)
    return f"{sentence[:-1]}; {_low(following)}" if following and not refers else None


def aside_left_out(sentence: str, following: str) -> str | None:
    """Without what stands in brackets."""
    return re.sub(r" \([^()]{2,60}\)", "", sentence)


def other_order(sentence: str, following: str) -> str | None:
    """Two names of one list in the other order."""
    match = _LISTED.search(sentence)
    if match is None or match[1] in _MONTHS:
        return None
    return f"{sentence[: match.start()]}{match[2]} and {match[1]}{sentence[match.end() :]}"


def by_whom(sentence: str, following: str) -> str | None:
    """Who moved and who seconded, told by "by"."""
    match = _MOVED.search(sentence)
    return f"The motion was moved by {match[1]} and seconded by {match[2]}." if match else None


KINDS: dict[str, Callable[[str, str], str | None]] = {
    "per cent": per_cent,
    "dates in figures": dates_in_figures,
    "turned": turned,
    "attributed": attributed,
    "said behind": said_behind,
    "joined": joined,
    "aside left out": aside_left_out,
    "other order": other_order,
    "by whom": by_whom,
}


def rewordings(paragraph: str) -> Iterator[tuple[str, str]]:
    """The kind and the words of each true rewording of a paragraph's sentences."""
    sentences: Sequence[str] = re.split(r"(?<=[a-z0-9)]\.)\s+(?=[A-Z])", paragraph.replace("\n", " "))
    for sentence, following in zip(sentences, [*sentences[1:], ""], strict=True):
        if not 6 <= len(sentence.split()) <= 40 or "|" in sentence or not sentence.endswith("."):
            continue
        whole = following if following.endswith(".") and len(following.split()) <= 25 and "|" not in following else ""
        for kind, reword in KINDS.items():
            told = reword(sentence, whole)
            if told and told != sentence:
                yield kind, told
