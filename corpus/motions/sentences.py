"""The sentences of a part's paragraphs, in order, as a walk over its motions reads them. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.models import Paragraph
from corpus.motions.votes import side_of

_SHORT = (
    "Smt Hon'ble Cllr Cllrs Clr Cr Crs Mr Mrs Ms Dr Rev Hon St No Nos Ald Coun Sgt Prop prop Sec sec con Pg Comm Dir approx Jr Sr Supt Messrs Prof Ltd Inc Co Corp Pt Reg Ref ref"
).split()
_ABBREVIATED = r"(?<!\b[A-Z]\.)(?<![\s.]\.)(?<!p\.m\.)(?<!a\.m\.)" + "".join(rf"(?<!\b{word}\.)" for word in _SHORT)
_BREAK = re.compile(
    rf"(?=[\s;])(?:(?:(?<=[.!?])|(?<=[.!?][\"”’)\]])){_ABBREVIATED}\s+(?=[\"“(\[]*[A-Z0-9À-Þ])|(?:(?<=Corp\.)|(?<=Ltd\.)|(?<=Inc\.))\s+(?=(?:Director|Councill?or|Cllr|Commissioner|Trustee|Member|Mr|Mrs|Ms|The|It|Moved|Motion|Carried)\b)|(?<=con\.)\s+(?=[A-Z])|(?<=[ap]\.m\.)\s+(?=(?:Carried|Motion|Defeated|Lost|Agreed)\b)|;\s+(?!\d{{1,3}} (?:for|against|in favou?r|abst))|(?<=[\d)])\s+(?=For (?:the )?(?:motion|amendment|counter|original|proposal))|(?<=[\w.)])\s+(?=(?:FOR|AGAINST|Against|AYES|NAYS|Nays|NOES|Noes|No(?:es)?|ABSTAIN\w*|Abstain\w*|Opposed|OPPOSED|ABSENT|Absent)\s*(?:\(\d+\)\s*)?[:–-])|\n(?!(?:and|or|of|the|to|by|from|be)\b))"
)
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


_SIDE = 25  # letters of a line that can name a side ("Ayes:") over those who voted so
_LONGEST_QUOTE = 40  # paragraphs
_ENDS_QUOTE = re.compile(r"”\W*$")
_PROSE = 80  # letters of a cell from which it is prose, and no name or vote


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a line or a row's cells, with the paragraph that it stands in."""

    text: str
    paragraph: str  # its id
    item: str | None  # its number as printed
    minute: str | None  # the title of the minute that it stands in
    cells: tuple[str, ...] = ()  # of a table's row
    headers: tuple[str, ...] = ()  # and of the row's header
    starts: bool = False  # whether it opens its paragraph
    heading: bool = False
    quoted: bool = False  # whether it goes on with a quotation that a paragraph above opened


def quoted_of(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The ids of the paragraphs that go on with a quotation: from behind that which opens it, to that which ends with its end."""
    found: set[str] = set()
    inside: list[Paragraph] = []  # since the one that opened the quotation
    for paragraph in paragraphs:
        opens, ends = paragraph.own.rfind("“"), paragraph.own.rfind("”")
        if inside and (
            paragraph.item_title != inside[0].item_title or opens >= 0 > ends or len(inside) > _LONGEST_QUOTE
        ):
            inside = []
        if inside:
            inside.append(paragraph)
            if ends >= 0:
                found |= {one.id for one in inside[1:]} if _ENDS_QUOTE.search(paragraph.own) else set()
                inside = []
        elif opens > ends:
            inside = [paragraph]
    return frozenset(found)


def sentences_of(paragraph: Paragraph, quoted: bool = False) -> Iterator[Sentence]:
    """Each sentence of a paragraph in order; a table's row is one sentence with its cells.

    `quoted`: the paragraph goes on with a quotation.
    """
    text = _EMPHASIS.sub("", paragraph.own) if "*" in paragraph.own or "_" in paragraph.own else paragraph.own
    item = paragraph.ref or paragraph.item
    minute = paragraph.item_title
    if "|" in text:
        cells = tuple(cell.strip() for cell in text.split("|"))
        if not any(len(cell) > _PROSE or " THAT " in cell for cell in cells):
            headers = tuple(cell.strip() for cell in paragraph.intro.split("|")) if "|" in paragraph.intro else ()
            yield Sentence(text.replace("|", " "), paragraph.id, item, minute, cells, headers, True, paragraph.heading)
            return
        text = "\n".join(cells)
    if len(paragraph.intro) < _SIDE and side_of(paragraph.intro):
        yield Sentence(text, paragraph.id, item, minute, (text,), (paragraph.intro,), True, paragraph.heading)
        return
    starts = True
    for sentence in _BREAK.split(text):
        if sentence and (folded := " ".join(sentence.split())):
            yield Sentence(folded, paragraph.id, item, minute, starts=starts, heading=paragraph.heading, quoted=quoted)
            starts = False


def whole(paragraph: Paragraph) -> Sentence:
    """A paragraph as one sentence, for one that says nothing of motions."""
    words = " ".join(paragraph.own.split())
    return Sentence(words, paragraph.id, paragraph.ref, paragraph.item_title, heading=paragraph.heading)
