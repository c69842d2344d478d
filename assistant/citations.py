"""A paragraph, and the words of it that are relied on, as a citation. Pure."""

from dataclasses import dataclass

from assistant.models import AlsoIn, Citation
from index.models import Placed

_MOST_CITED = 2500  # characters of a cited paragraph; a longer one is cited by the part that matters
_MOST_LEAD = 600  # characters of the lines that lead in to such a one


@dataclass(frozen=True, slots=True)
class CitedSpan:
    """A paragraph that is relied on, with the stretch of its own words that matters."""

    placed: Placed
    start: int  # in the paragraph's own words
    end: int
    score: float  # of the ranking that chose it, 0 or 1 where none did

    @property
    def quote(self) -> str:
        """The words relied on, verbatim."""
        return self.placed.paragraph.own[self.start : self.end]


def citation(n: int, span: CitedSpan) -> Citation:
    """The paragraph as a clerk would point at it, under the marker n of an answer."""
    place = span.placed
    paragraph, part = place.paragraph, place.part
    text = paragraph.text
    if len(text) > _MOST_CITED:
        text = _part_that_matters(paragraph.intro, paragraph.own, span.start, span.end)
    return Citation(
        n=n,
        paragraph=paragraph.id,
        file=place.file,
        page=paragraph.page,
        line=paragraph.line,
        council=part.meeting.council,
        body=part.meeting.body,
        meeting_date=part.meeting.date,
        part=part.kind.value,
        part_title=part.title,
        item=paragraph.item,
        ref=paragraph.ref,
        status=paragraph.status.value,
        text=text,
        quote=span.quote,
        item_title=paragraph.item_title,
        path=place.path,
        box=paragraph.box,
        draft=part.draft,
        held=part.held or None,
        ocr=place.ocr,
        also=tuple(dict.fromkeys(AlsoIn(other.file, other.relation, other.draft) for other in place.also)),
    )


def _part_that_matters(intro: str, own: str, start: int, end: int) -> str:
    """At most 2,500 characters of a long paragraph, verbatim: the end of its lead-in, and what is around the words relied on."""
    room = _MOST_CITED - min(len(intro), _MOST_LEAD) - 2
    middle = (start + end) // 2
    first = max(0, min(start, middle - room // 2, len(own) - room))
    piece = own[first : first + room]
    lead = intro[-_MOST_LEAD:] if intro else ""
    return f"{lead}\n{piece}" if lead else piece


def whole(placed: Placed) -> CitedSpan:
    """A paragraph relied on with all its words."""
    return CitedSpan(placed, 0, len(placed.paragraph.own), 0.0)
