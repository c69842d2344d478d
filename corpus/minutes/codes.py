"""Headings numbered with letters: "GM7.1", "CA-1", "PL12", "B.", and letters behind a title, "(I-2)". Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.minutes.heading import Heading, heading_at, is_listed, is_set_apart, line_like, title_like
from corpus.minutes.numbers import Numbered, Places, best_run, places_of
from corpus.models import Block, BlockKind

_CODE = re.compile(
    r"^(((?!Q\d)[A-Z]{1,4})([-.]|\s(?=\d))?(\d{1,4}(?:\.\d{1,3}){0,2}[A-Za-z]?)(?:/[A-Z]{1,4}-?\d{1,3})*)(?![\d/-])[.):]?\s*"
    r"(?:(?=[A-Z(“‘\"'\d])(.*)|$)$",
    re.S,
)
_FILE = re.compile(r"^[A-Z]{0,4}\d{2,4}-\d{2,6}\s+(?=\S)")  # a file's number between code and title
_SECTION = re.compile(r"^([A-Z]{1,4})[.:]?\s+([A-Z][A-Z ,&’'/–-]{3,80})$")
_LETTER = re.compile(r"^([A-Z])[.)]\s+(?=[A-Z\d(“‘\"'])(.*)$", re.S)
_BEHIND = re.compile(r"^([A-Z][^\n]{2,100}?)\s+\(([A-Z])(?:-(\d{1,2}))?\)(?:\n(.*))?$", re.S)
_LEAST, _LEAST_PARTED = 3, 2  # codes of a family; where a dash or full stop parts it two are no chance
_LEAST_LETTERS = 3  # sections that count A, B, C
_LEAST_BEHIND = 3
_Family = tuple[str, str, int]  # letters, what parts them from the number, how many full stops the number has


@dataclass(frozen=True, slots=True)
class _Code:
    """A block that begins with a code."""

    numbered: Numbered
    family: _Family
    rank: int  # as a heading


def code_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings numbered by letters and a number, each family of letters by itself; none where no family runs on.

    Where one does, a code that is set as its are belongs to the numbering too, and the letters alone that head a family.
    Where sections count A, B, C, their letters and the codes inside them are one count: A, B, B-1, B-2, C.
    """
    codes = list(_codes(blocks))
    lettered = _lettered(blocks, codes)
    if lettered:
        return _without_files([heading_at(blocks, one.index, one.ref, one.rest) for one in lettered])
    families: dict[_Family, list[_Code]] = defaultdict(list)
    for code in codes:
        families[code.family].append(code)
    accepted = [code for members in families.values() for code in _running(members)]
    if not accepted:
        return []
    accepted += _set_alike(families, accepted)
    headings = [heading_at(blocks, code.numbered.index, code.numbered.ref, code.numbered.rest) for code in accepted]
    headings += _sections(blocks, {code.family[0] for code in accepted})
    return sorted(_without_files(headings), key=lambda heading: heading.first)


def count_of_one_letter(blocks: Sequence[Block]) -> list[Heading]:
    """Headings that one letter counts from 1 on, set apart from the words around them: "E1", "E2"; a lone "E1" too."""
    counts: dict[str, list[Numbered]] = defaultdict(list)
    for code in _codes(blocks):
        one = code.numbered
        if len(code.family[0]) == 1 and one.set_apart and one.places == (len(counts[code.family[0]]) + 1.0,):
            counts[code.family[0]].append(one)
    return [heading_at(blocks, one.index, one.ref, one.rest) for found in counts.values() for one in found]


def _codes(blocks: Sequence[Block]) -> Iterator[_Code]:
    for i, block in enumerate(blocks):
        match = None if is_listed(block) else _CODE.match(block.text)
        if match is None:
            continue
        rest = match[5] or ""
        apart = is_set_apart(block, rest)
        if apart or match[3] == "-" or title_like(rest):
            rank = block.level if block.kind is BlockKind.HEADING else 0
            numbered = Numbered(i, places_of(match[4]), match[1], rest, set_apart=apart)
            yield _Code(numbered, (match[2], (match[3] or "").strip(), match[4].count(".")), rank)


def _running(members: Sequence[_Code]) -> list[_Code]:
    """The codes of one family that run on, where they are enough; a year behind the number counts for nothing: "C11.25"."""
    years = {code.numbered.places[1:] for code in members}
    yearly = len(members) > 1 and len(years) == 1
    numbered = {code.numbered.index: _with_places(code.numbered, 1 if yearly else 3) for code in members}
    run = {one.index for one in best_run(list(numbered.values()))}
    _, between, dots = members[0].family
    least = _LEAST_PARTED if between == "-" or dots else _LEAST
    return [code for code in members if code.numbered.index in run] if len(run) >= least else []


def _with_places(one: Numbered, most: int) -> Numbered:
    return replace(one, places=one.places[:most])


def _set_alike(families: dict[_Family, list[_Code]], accepted: Sequence[_Code]) -> list[_Code]:
    """The first codes of other families that are set as those accepted: with a dash, or as headings of one rank."""
    known = {code.family for code in accepted}
    dashed = any(code.family[1] == "-" for code in accepted)
    ranks = {code.rank for code in accepted}
    rank = ranks.pop() if len(ranks) == 1 else 0
    firsts = (members[0] for family, members in families.items() if family not in known)
    return [code for code in firsts if dashed and code.family[1] == "-" or rank and code.rank == rank]


def _lettered(blocks: Sequence[Block], codes: Sequence[_Code]) -> list[Numbered]:
    """The sections that count A, B, C and the codes inside them, in one count; none where fewer than three run on."""
    found = []
    for i, block in enumerate(blocks):
        match = None if is_listed(block) else _LETTER.match(block.text)
        apart = match is not None and is_set_apart(block, match[2])
        if match and (apart or line_like(match[2])):
            found.append(Numbered(i, _letter_places(match[1]), match[1], match[2], set_apart=apart))
    run = best_run(found)
    plain = not all(one.set_apart for one in run)
    if len(run) < _LEAST_LETTERS + plain or plain and run[0].ref != "A":
        return []
    inside = [
        replace(code.numbered, places=_letter_places(code.family[0]) + code.numbered.places, set_apart=True)
        for code in codes
        if len(code.family[0]) == 1
    ]
    return best_run(sorted([*found, *inside], key=lambda one: one.index))


def _letter_places(letter: str) -> Places:
    return (float(ord(letter) - ord("A") + 1),)


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
            places = _letter_places(match[2]) + ((float(match[3]),) if match[3] else ())
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
