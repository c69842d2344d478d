"""An answer's text as HTML: paragraphs, lists, statements under their references, markers as chips.

Pure, everything escaped.
"""

import re
from html import escape

from assistant.models import Citation
from assistant.references import parted
from page.html.cards import chip

# A marker, with the word before it and the stop behind it, from which no line break may part it.
_MARKER = re.compile(r"(?:(?<!\S)([^\s\[\]]{1,20}))?\s?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]([.,;:!?)’”]*)")
_BULLET = re.compile(r"^\s*[-•*]\s+")
# "For (57) Mr Baker, Mrs Bell, ...": a side of a recorded vote with all its names.
_VOTERS = re.compile(
    r"^((?:in favour|for|against|abst\w*)\W{0,3}\d+\W{0,3})\s*((?:[^,;]{2,60},\s*){15,}.*)$", re.I | re.S
)
_NAMESAKES = 3  # more often than this in a list, a word is a title such as Councillor
_MARKS_AT_END = re.compile(r"(?:\s*\[[\d,\s]+\])+\s*$")


def prose(text: str, known: dict[int, Citation], n: int, question: str) -> str:
    """Escaped paragraphs and lists, the markers of known citations as chips. Nothing else is markup.

    A long list of voters is folded, unless it holds a name that the question names.
    """
    blocks = [block for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    return "".join(_block(block.split("\n"), known, n, question) for block in blocks)


def _block(lines: list[str], known: dict[int, Citation], n: int, question: str) -> str:
    if all(_BULLET.match(line) for line in lines):
        items = "".join(f"<li>{_chipped(_BULLET.sub('', line), known, n)}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    if all(parted(line)[0] for line in lines):
        return "".join(_statement(*parted(line), known, n, question) for line in lines)
    if lines[0].endswith(":") and len(lines) > 1 and all(parted(line)[0] for line in lines[1:]):
        return f'<h3 class="said-so">{escape(lines[0].removesuffix(":"))}</h3>{_block(lines[1:], known, n, question)}'
    return f"<p>{'<br>'.join(_chipped(line, known, n) for line in lines)}</p>"


def _statement(reference: str, words: str, known: dict[int, Citation], n: int, question: str) -> str:
    """The words of one cited paragraph, led by their reference; a long list of voters is folded."""
    lead = f'<span class="lead">{escape(reference)}<span class="sr">:</span></span> '
    marks = _MARKS_AT_END.search(words)
    said = words[: marks.start()] if marks else words
    voters = _VOTERS.match(said)
    if not voters or _named(question, voters[2]):
        return f'<p class="said">{lead}{_chipped(words, known, n)}</p>'
    chips = _chipped(marks[0], known, n) if marks else ""
    names = f"<p>{escape(voters[2])}</p>"
    return (
        f'<div class="said">{lead}{escape(voters[1].strip())} {chips}'
        f'<details class="names"><summary>Show the names</summary>{names}</details></div>'
    )


def _named(question: str, names: str) -> bool:
    """Whether a list of names holds one that the question names; a word that stands there often is a title."""
    asked = re.findall(r"(?<!^)\b[A-Z][\w'’-]{2,}", question)
    return any(0 < len(re.findall(rf"\b{re.escape(name)}\b", names)) <= _NAMESAKES for name in asked)


def _chipped(text: str, known: dict[int, Citation], n: int) -> str:
    """Escaped text with the markers of known citations as chips."""
    html: list[str] = []
    written = 0  # characters of the text that the HTML holds
    for match in _MARKER.finditer(text):
        numbers = [int(number) for number in match[2].split(",")]
        if not all(number in known for number in numbers):
            continue
        chips = "".join(chip(known[number], n) for number in numbers)
        tied = f'<span class="tied">{escape(match[1] or "")}{chips}{escape(match[3])}</span>'
        html.extend((escape(text[written : match.start()]), tied))
        written = match.end()
    return "".join([*html, escape(text[written:])])
