"""What the papers say instead of a refuted statement, in words that can be said in a debate. Pure."""

import re

from assistant.claims.classifier import Classified
from assistant.claims.contradiction import other_charge, other_holder, other_name, other_rank
from assistant.claims.features import Laid
from assistant.language.annotated import TokenKind
from assistant.references import source_says
from assistant.support.fault import Fault
from corpus.models import Status
from index.models import Placed

# Flaws whose reason tells what the paper says, in the order in which they are told.
_TOLD = ("direction", "negation", "opposite", "decision", "status", "figure-for-another-thing", "unit", "scope", "date")
_OF_PARAGRAPH = re.compile(r"The paragraph (?P<verb>says|gives|does not say|proposes|lists|names|has|holds)\b")
_VERBS = {"says": "say", "gives": "give", "does not say": "do not say", "proposes": "propose", "lists": "list",
           "names": "name", "has": "have", "holds": "hold"}  # fmt: skip


def correction(refuting: Classified) -> str:
    """A sentence on what a paragraph that refutes a statement says instead.

    It is told by the first of these that there is: the other figure or time, the two sides of a comparison, the other holder,
    name or rank, what the support gate found wrong.
    """
    laid = refuting.weighed.laid
    place = refuting.weighed.candidate.placed
    if place.paragraph.status is Status.AMENDMENT_LOST:
        return f"{source_says(place, 'tell')} of it as an amendment, which was lost."
    if value := _other_value(laid):
        return f"{source_says(place, 'say')} {value}."
    for turn in laid.turns:
        if not turn.agrees:
            return f"{source_says(place, 'give')} {turn.words}."
    if person := other_holder(laid.pair, laid.own):
        return f"{source_says(place, 'name')} {person}."
    for find in (other_name, other_charge, other_rank):
        if other := find(laid.pair, laid.own):
            return f"{source_says(place, 'say')} {other}."
    listed = next((fault for fault in laid.faults if fault.reason.startswith("The paragraph lists")), None)
    fault = listed or next((fault for flaw in _TOLD for fault in laid.faults if fault.flaw == flaw), None)
    return f"{_worded(fault, place)}." if fault else f"{source_says(place, 'say')} otherwise."


def _other_value(laid: Laid) -> str | None:
    """The paragraph's figure or time and the statement's, "13,102, not 12,900"; None where none conflicts."""
    sentence, source = laid.pair.sentence.tokens, laid.pair.source.tokens
    conflicts = [slot for slot in laid.slots if slot.conflicts and slot.other_at >= 0]
    if not conflicts:
        return None
    slot = max(conflicts, key=lambda slot: (sentence[slot.sentence_at].kind is TokenKind.FIGURE, slot.other))
    told, given = sentence[slot.sentence_at].text.strip(" ,."), source[slot.other_at].text.strip(" ,.")
    return f"{given}, not {told}"


def _worded(fault: Fault, place: Placed) -> str:
    """The gate's reason with the paper in the paragraph's place."""
    return _OF_PARAGRAPH.sub(lambda match: source_says(place, _VERBS[match["verb"]]), fault.reason)
