"""The support gate over paragraphs as the catalogue keeps them, with what a reader knows of them besides their words. Pure."""

from collections.abc import Sequence

from assistant.support import Verdict, judge
from corpus.dates import long_date
from corpus.models import Status
from index.catalogue import Placed


def judged(text: str, places: Sequence[Placed]) -> Verdict:
    """What the support gate says of a statement on these paragraphs and their meetings."""
    return judge(
        text,
        [place.paragraph.text for place in places],
        [place.paragraph.status.value for place in places],
        context=[context_of(place) for place in places],
    )


def context_of(place: Placed) -> str:
    """What a reader of a paragraph knows of it besides its words: council, body, part, date, number, item, resolved."""
    meeting, paragraph = place.part.meeting, place.paragraph
    facts = [meeting.council, meeting.body, place.part.kind.value.replace("-", " ")]
    facts += [f"meeting on {long_date(meeting.date)}" if meeting.date else None]
    facts += [f"minute {paragraph.ref}" if paragraph.ref else None, paragraph.item_title, place.part.title]
    facts += ["Resolved" if paragraph.status is Status.RESOLUTION else None]
    return "; ".join(fact for fact in facts if fact) + "."
