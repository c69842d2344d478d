"""Headings numbered with letters: "GM7.1", "CA-1", "PL12", and letters alone behind a title, "(I-2)". Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.minutes.heading import Heading, heading_at, is_listed, is_set_apart, title_like
from corpus.minutes.numbers import Numbered, best_run, places_of
from corpus.models import Block, BlockKind

_CODE = re.compile(
    r"^(((?!Q\d)[A-Z]{1,4})([-.]|\s(?=\d))?(\d{1,4}(?:\.\d{1,3}){0,2}[A-Za-z]?)(?:/[A-Z]{1,4}-?\d{1,3})*)(?![\d/-])[.):]?\s*"
    r"(?:(?=[A-Z(“‘\"'\d])(.*)|$)$",
    re.S,
)
_FILE = re.compile(r"^[A-Z]{0,4}\d{2,4}-\d{2,6}\s+(?=\S)")  # a file's number between code and title
_SECTION = re.compile(r"^([A-Z]{1,4})[.:]?\s+([A-Z][A-Z ,&’'/–-]{3,80})$")
_BEHIND = re.compile(r"^([A-Z][^\n]{2,100}?)\s+\(([A-Z])(?:-(\d{1,2}))?\)(?:\n(.*))?$", re.S)
_LEAST, _LEAST_PARTED = 3, 2  # codes of a family; where a dash or full stop parts it two are no chance
_LEAST_BEHIND = 3


@dataclass(frozen=True, slots=True)
class _Code:
    """A block that begins with a code."""

    numbered: Numbered
    family: tuple[str, str, int]  # its letters, what parts them from the number, how many full stops the number has
    rank: int  # as a heading


def code_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings numbered by letters and a number, each family of letters by itself; none where no family runs on.

    Where one does, a code that is set as its are belongs to the numbering too, and the letters alone that head a family.
    """
    families: dict[tuple[str, str, int], list[_Code]] = defaultdict(list)
    for code in _codes(blocks):
        families[code.family].append(code)
    accepted: list[_Code] = []
    for (_, between, dots), members in families.items():
        run = best_run([code.numbered for code in members])
        if len(run) >= (_LEAST_PARTED if between == "-" or dots else _LEAST):
            accepted += [code for code in members if code.numbered in run]
    if not accepted:
        return []
    alike = {(code.family[1], code.rank) for code in accepted if code.family[1] == "-" or code.rank}
    known = {code.family for code in accepted}
    for family, members in families.items():
        if family not in known and (family[1], members[0].rank) in alike or _ranks_alike(members[0], accepted):
            accepted += [code for code in members[:1] if code not in accepted]
    headings = [_heading(blocks, code.numbered) for code in accepted]
    letters = {code.family[0] for code in accepted}
    headings += [*_sections(blocks, letters)]
    return sorted(_without_files(headings), key=lambda heading: heading.first)


def _codes(blocks: Sequence[Block]) -> Iterator[_Code]:
    for i, block in enumerate(blocks):
        match = None if is_listed(block) else _CODE.match(block.text)
        if match is None:
            continue
        rest = match[5] or ""
        apart = is_set_apart(block, rest)
        if apart or title_like(rest):
            rank = block.level if block.kind is BlockKind.HEADING else 0
            numbered = Numbered(i, places_of(match[4]), match[1], rest, set_apart=apart)
            yield _Code(numbered, (match[2], (match[3] or "").strip(), match[4].count(".")), rank)


def _ranks_alike(code: _Code, accepted: Sequence[_Code]) -> bool:
    """Whether a code heads its block as those accepted do, all with one rank."""
    return code.rank > 0 and {other.rank for other in accepted} == {code.rank}


def _heading(blocks: Sequence[Block], one: Numbered) -> Heading:
    return heading_at(blocks, one.index, one.ref, one.rest)


def _sections(blocks: Sequence[Block], letters: set[str]) -> Iterator[Heading]:
    """The headings over a family: its letters alone before a title in capitals."""
    for i, block in enumerate(blocks):
        match = None if is_listed(block) else _SECTION.match(block.text)
        if match and match[1] in letters:
            yield Heading(i, i + 1, match[1], match[2].strip(), None, False)


def _without_files(headings: list[Heading]) -> list[Heading]:
    """The headings, their titles without the numbers of files where most have one."""
    filed = [heading for heading in headings if _FILE.match(heading.title)]
    if 2 * len(filed) < len(headings):
        return headings
    return [replace(heading, title=_FILE.sub("", heading.title)) for heading in headings]


def codes_behind(blocks: Sequence[Block]) -> list[Heading]:
    """Headings whose code stands behind the title, "Call to Order (A)", "Leases (I-2)", where three and more run on."""
    found = []
    for i, block in enumerate(blocks):
        match = None if is_listed(block) else _BEHIND.match(block.text)
        if match:
            places = (float(ord(match[2]) - ord("A") + 1), *([float(match[3])] if match[3] else []))
            ref = f"{match[2]}-{match[3]}" if match[3] else match[2]
            found.append((Numbered(i, places, ref, match[1], set_apart=True), match[4]))
    run = best_run([one for one, _ in found])
    if len(run) < _LEAST_BEHIND:
        return []
    words = {one.index: behind or "" for one, behind in found}
    return [
        Heading(
            one.index, one.index + 1, one.ref, one.rest.strip(" :*–-"), None, bool(words[one.index]), words[one.index]
        )
        for one in run
    ]
