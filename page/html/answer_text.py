"""An answer's text as HTML: paragraphs, lists, statements behind their references, markers as chips. Pure, all escaped."""

import re
from html import escape

from assistant.models import Citation
from assistant.references import parted
from page.html.cards import chip

# A marker with the word before it and the stop after it, which stay on one line with it.
_MARKER = re.compile(r"(?:(?<!\S)([^\s\[\]]{1,20}))?\s?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]([.,;:!?)’”]*)")
_BULLET = re.compile(r"^\s*[-•*]\s+")
# "For (57) Mr Baker, Mrs Bell, ...": a side of a recorded vote with all its names.
_VOTERS = re.compile(
    r"^((?:in favour|for|against|abst\w*)\W{0,3}\d+\W{0,3})\s*((?:[^,;]{2,60},\s*){15,}.*)$", re.I | re.S
)
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
    """The words of one paragraph under the reference that they are said with."""
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
    """Whether a name of the question's stands in a list of names; a word that stands there often is a title."""
    asked = re.findall(r"(?<!^)\b[A-Z][\w'’-]{2,}", question)
    return any(0 < len(re.findall(rf"\b{re.escape(name)}\b", names)) <= 3 for name in asked)


def _chipped(text: str, known: dict[int, Citation], n: int) -> str:
    out: list[str] = []
    at = 0
    for match in _MARKER.finditer(text):
        numbers = [int(number) for number in match[2].split(",")]
        if not all(number in known for number in numbers):
            continue
        chips = "".join(chip(known[number], n) for number in numbers)
        tied = f'<span class="tied">{escape(match[1] or "")}{chips}{escape(match[3])}</span>'
        out.extend((escape(text[at : match.start()]), tied))
        at = match.end()
    return "".join([*out, escape(text[at:])])
