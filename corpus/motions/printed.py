"""All paragraphs that print the words of a motion: its lines, the points of its list, what goes on under its number. Pure."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from corpus.models import Motion, Paragraph
from corpus.motions.moves import BEGINS_WORDS

_INSIDE = re.compile(
    r"(?:\(|, para )(\d{1,3})\)?$"
)  # the number of a paragraph inside its minute: "12(3)", "12, para 3"
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]")
_WORDS = re.compile(rf"{BEGINS_WORDS.pattern}|^\W*and (?:whereas|further|be it)\b", re.I)


def with_words(motions: Sequence[Motion], paragraphs: Sequence[Paragraph]) -> Iterator[Motion]:
    """Each motion with every paragraph of its words.

    Shapes: `paragraphs` are those of the motions' part, in order.
    """
    at = {paragraph.id: i for i, paragraph in enumerate(paragraphs)}
    taken = {name for one in motions for name in (one.paragraph, one.put, *one.printed, *one.told) if name}
    for motion in motions:
        known = sorted(at[name] for name in motion.printed)
        own = [paragraphs[known[0]]]
        for i in range(known[0] + 1, len(paragraphs)):
            if (
                i in known
                or (i < known[-1] and _is_free(own, paragraphs[i], taken))
                or _goes_on(own, paragraphs[i], taken)
            ):
                own.append(paragraphs[i])
            elif not paragraphs[i].heading:  # a title among its words ends them not
                break
        printed = dict.fromkeys((*(one.id for one in own), *(paragraphs[i].id for i in known)))
        yield replace(motion, printed=tuple(sorted(printed, key=at.__getitem__)))


def _goes_on(own: Sequence[Paragraph], paragraph: Paragraph, taken: Container[str]) -> bool:
    """Whether a paragraph, none of those `taken`, prints more of the motion whose words so far are `own`."""
    if not _is_free(own, paragraph, taken):
        return False
    if any(paragraph.intro.startswith(one.own) for one in own):
        return True
    same = paragraph.ref == own[0].ref
    return same and (_is_numbered(own[0]) or _WORDS.match(paragraph.own) is not None)


def _is_free(own: Sequence[Paragraph], paragraph: Paragraph, taken: Container[str]) -> bool:
    """Whether a paragraph of the same minute, no title, is not known as one of a motion already."""
    return not paragraph.heading and paragraph.id not in taken and paragraph.item_title == own[0].item_title


def _is_numbered(paragraph: Paragraph) -> bool:
    """Whether a paragraph prints a number of its own inside its minute: "12(3)", whose next paragraph has the next one."""
    printed, number = _NUMBER.match(paragraph.own), _INSIDE.search(paragraph.ref or "")
    return printed is not None and number is not None and printed[1] == number[1]
