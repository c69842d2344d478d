"""Markings that keep words from the public: Schedule 12A, "not for publication", private items. Pure.

A marking labels the thing that it stands on: a line of its own, a label with its value, the tail of a title, the front
of a paragraph. A sentence about exempt information in general, or about another appendix, marks nothing.
"""

import re
from collections.abc import Sequence

from corpus.models import Block, BlockKind
from corpus.text_probe import says_any

_SECRET = r"(?:exempt|confidential|restricted|private and confidential|not for publication|official[- ]sensitive)"
_THING = r"(?:report|appendix|annex|item|items|business|minutes?|session|paper|supplement|document|pages?)"
_BANNER = re.compile(
    rf"^\W*(?:strictly )?{_SECRET}\W*$|"
    r"^\W*not for publication\b.{0,200}$|"
    r"^\W*(?:in confidence|private (?:report|item|session)|document is restricted|closed (?:item|session))\W*$|"
    rf"^\W*(?:strictly )?(?:exempt|confidential|restricted|private)\W+{_THING}\b.{{0,90}}$|"
    rf"^\W*(?:strictly )?(?:exempt|confidential|restricted)\s*[:–—-](?!\s*(?:no|none|n/?a|not)\b).{{0,90}}$|"
    r"^\W*part (?:2|ii|b|two)\b.{0,60}\b(?:exempt|private|confidential|closed|not open|excluded|absence)\b.{0,80}$|"
    r"^\W*part (?:2|ii|b|two) (?:report|item|minutes)\b.{0,60}$|"
    r"^\W*by virtue of paragraphs?\b.{0,120}\bschedule 12a\b|^\W*exempt (?:under|by virtue|from publication)\b.{0,120}$|"
    r"\b(?:confidential|exempt) minutes?\b(?!\s+(?:of|from) (?:the )?(?:previous|last)\b.{0,40}\bwere\b)",
    re.I | re.S,
)
_LABEL = re.compile(
    r"^\W*(?:classification|exempt(?:ion)?(?: information)?|confidential(?:ity)?|confidential (?:or|/) exempt(?: information)?|"
    r"exempt (?:or|/) confidential(?: information)?|security (?:marking|classification)|publication status|access|private|"
    r"not for publication|part (?:ii|2))\s*\??\s*[:|]\s*\W*"
    r"(?:yes|exempt|confidential|restricted|private|paragraphs?|official[- ]sensitive|not for publication|part (?:2|ii|b))\b",
    re.I,
)
_STATED = re.compile(
    rf"\b(?:this|the) (?:attached )?{_THING} (?:is|are|contains?|includes?|discloses?|involves?|has been|must be)\b.{{0,40}}"
    r"\b(?:not for publication|exempt|confidential|restricted)\b",
    re.I,
)
_TAIL = re.compile(rf"(?:[(\[]\s*{_SECRET}\b[^()\[\]]{{0,100}}[)\]]|[–—-]\s*{_SECRET})\W*$", re.I)
_FRONT = re.compile(rf"^\W{{0,40}}(?:[\d.]+[.)]?\s*)?[(\[]\s*{_SECRET}\b[^()\[\]]{{0,100}}[)\]]\s*\W*\w", re.I)
_DENIED = re.compile(
    r"\bunrestricted\b|\b(?:no|not) (?:\w+ )?(?:exempt|confidential|restricted)\b|\bdo(?:es)? not (?:include|contain)\b|\bnone\b|"
    r"\b(?:appendix|annex) \w{1,3},? (?:is|are|to this report|contains|which)\b|\bis likely to\b|\bmay be\b|\bcould\b|\bwould\b",
    re.I,
)
_LONGEST = 300  # characters of a marking
_SIGNS = (
    "exempt confiden restricted publi official privat closed part virtue classif access".split()
)  # every marking has one
_NUMBERED = re.compile(r"^\(?\d{1,3}(?:[.)]|\.\d+)\s")
_OF_ANOTHER = re.compile(r"^\W*(?:(?:exempt|confidential|restricted)\W+)?(?:appendix|annex|schedule)\b", re.I)


def is_marking(text: str) -> bool:
    """Whether a line says by itself that what it stands on is not for the public."""
    if len(text) > _LONGEST or not says_any(text, _SIGNS):
        return False
    if _DENIED.search(text) and not _LABEL.match(text):
        return False
    return bool(
        _BANNER.search(text) or _LABEL.match(text) or _STATED.search(text) or len(text) < 200 and _TAIL.search(text)
    )


def is_marked_paragraph(text: str) -> bool:
    """Whether a paragraph is marked by itself, at its front ("1.2 [EXEMPT] The price is ...")."""
    return bool(_FRONT.match(text))


def is_marked_part(head: Sequence[Block]) -> bool:
    """Whether a part's heading marks the whole part; it ends where numbered paragraphs or prose begin."""
    for i, block in enumerate(head):
        if i and (_NUMBERED.match(block.text) or _opens_section(block)):
            return False
        if is_marking(block.text) and not (i and _OF_ANOTHER.match(block.text)):  # a marking of an appendix alone
            return True
    return False


def _opens_section(block: Block) -> bool:
    return len(block.text) > _LONGEST or block.kind is BlockKind.HEADING and bool(re.match(r"^\d", block.text))
