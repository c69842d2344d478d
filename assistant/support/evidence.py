"""The support gate over paragraphs as the catalogue keeps them, with what a reader knows of them besides their words.

This is the gate's second part. `gate.judge` reads words alone; `judged` knows the paragraphs' meetings too, so it can tell
a committee's resolution from the Council's. That check is no rule of `gate.RULES`, because a rule sees no meeting.
"""

import re
from collections.abc import Sequence

from assistant.support.fault import Flaw
from assistant.support.gate import Verdict, judge
from corpus.dates import long_date
from corpus.models import Status
from index.models import Placed

_COUNCIL_DECIDED = re.compile(
    r"\b(?:the )?(?:full )?council (?:has |had |have |also |then |unanimously )*(?:voted|resolved|agreed|approved|decided|rejected|refused|adopted)\b",
    re.I,
)


def judged(text: str, places: Sequence[Placed]) -> Verdict:
    """Return whether a statement follows from these paragraphs and what is known of their meetings."""
    if (body := other_decider(text, places)) is not None:
        return Verdict(False, f"It was {body} that decided this", Flaw.BODY, other_decider.__name__)
    return judge(
        text,
        [place.paragraph.text for place in places],
        [place.paragraph.status.value for place in places],
        context=[context_of(place) for place in places],
    )


def other_decider(text: str, places: Sequence[Placed]) -> str | None:
    """Return the body that resolved what a statement says the Council resolved; None where the statement may stand.

    It may stand where one of the paragraphs is no resolution, where a council's own meeting passed one of them, or where
    a paragraph names the Council.
    """
    if not _COUNCIL_DECIDED.search(text):
        return None
    bodies = [place.part.meeting.body for place in places if place.paragraph.status is Status.RESOLUTION]
    if len(bodies) < len(places) or any(not body or "council" in body.lower() for body in bodies):
        return None
    if any("council" in place.paragraph.text.lower() for place in places):
        return None
    return f"the {bodies[0]}" if bodies else None


def context_of(place: Placed) -> str:
    """Return what a reader of a paragraph knows besides its words: council, body, part, date, number, item, resolved."""
    meeting, paragraph = place.part.meeting, place.paragraph
    facts = [meeting.council, meeting.body, place.part.kind.value.replace("-", " ")]
    facts += [f"meeting on {long_date(meeting.date)}" if meeting.date else None]
    facts += [f"minute {paragraph.ref}" if paragraph.ref else None, paragraph.item_title, place.part.title]
    facts += ["Resolved" if paragraph.status is Status.RESOLUTION else None]
    return "; ".join(fact for fact in facts if fact) + "."
