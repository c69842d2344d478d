"""The support gate over paragraphs as the catalogue keeps them, with what a reader knows of them besides their words. Pure."""

import re
from collections.abc import Sequence

from assistant.support.gate import Verdict, judge
from corpus.dates import long_date
from corpus.models import Status
from index.models import Placed


def judged(text: str, places: Sequence[Placed]) -> Verdict:
    """What the support gate says of a statement on these paragraphs and their meetings."""
    if (body := _other_decider(text, places)) is not None:
        return Verdict(False, f"It was {body} that decided this", "body")
    return judge(
        text,
        [place.paragraph.text for place in places],
        [place.paragraph.status.value for place in places],
        context=[context_of(place) for place in places],
    )


_DECIDING = re.compile(
    r"\b(?:the )?(?:full )?council (?:has |had |have |also |then |unanimously )*(?:voted|resolved|agreed|approved|decided|rejected|refused|adopted)\b",
    re.I,
)


def _other_decider(text: str, places: Sequence[Placed]) -> str | None:
    """The body whose resolution a statement tells as the Council's, or None."""
    if not _DECIDING.search(text):
        return None
    bodies = [place.part.meeting.body for place in places if place.paragraph.status is Status.RESOLUTION]
    if len(bodies) < len(places) or any(not body or "council" in body.lower() for body in bodies):
        return None
    if any("council" in place.paragraph.text.lower() for place in places):
        return None
    return f"the {bodies[0]}" if bodies else None


def context_of(place: Placed) -> str:
    """What a reader of a paragraph knows of it besides its words: council, body, part, date, number, item, resolved."""
    meeting, paragraph = place.part.meeting, place.paragraph
    facts = [meeting.council, meeting.body, place.part.kind.value.replace("-", " ")]
    facts += [f"meeting on {long_date(meeting.date)}" if meeting.date else None]
    facts += [f"minute {paragraph.ref}" if paragraph.ref else None, paragraph.item_title, place.part.title]
    facts += ["Resolved" if paragraph.status is Status.RESOLUTION else None]
    return "; ".join(fact for fact in facts if fact) + "."
