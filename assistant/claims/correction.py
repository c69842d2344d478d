"""What the papers say instead, in plain words that can be said in a debate. Pure."""

import re

from assistant.claims.classifier import Classified
from assistant.claims.contradiction import other_charge, other_holder, other_name, other_rank
from assistant.language.annotated import TokenKind
from assistant.references import source_in_words
from assistant.support.fault import Fault
from corpus.models import PartKind, Status
from index.models import Placed

_MANY = frozenset({PartKind.MINUTES, PartKind.SLIDES, PartKind.LEGAL, PartKind.QUESTIONS})
_TOLD = ("direction", "negation", "opposite", "decision", "status", "figure-for-another-thing", "unit", "scope", "date")
_OF_PARAGRAPH = re.compile(r"The paragraph (?P<verb>says|gives|does not say|proposes|lists|names|has|holds)\b")
_PLURAL = {"says": "say", "gives": "give", "does not say": "do not say", "proposes": "propose", "lists": "list",
           "names": "name", "has": "have", "holds": "hold"}  # fmt: skip


def correction(one: Classified) -> str:
    """What stands in the paper in place of what was said, in a sentence."""
    laid = one.weighed.laid
    place = one.weighed.candidate.placed
    many = place.part.kind in _MANY
    said, printed = laid.pair.sentence.tokens, laid.pair.source.tokens
    if place.paragraph.status is Status.AMENDMENT_LOST:
        return f"{source_in_words(place)} {'tell' if many else 'tells'} of it as an amendment, which was lost."
    conflicts = [slot for slot in laid.slots if slot.conflicts and slot.other_at >= 0]
    if conflicts:
        slot = max(conflicts, key=lambda slot: (said[slot.sentence_at].kind is TokenKind.FIGURE, slot.other))
        told, given = said[slot.sentence_at].text.strip(" ,."), printed[slot.other_at].text.strip(" ,.")
        return f"{source_in_words(place)} {'say' if many else 'says'} {given}, not {told}."
    for turn in laid.turns:
        if not turn.agrees:
            return f"{source_in_words(place)} {'give' if many else 'gives'} {turn.words}."
    say = "say" if many else "says"
    if person := other_holder(laid.pair, laid.own):
        return f"{source_in_words(place)} {'name' if many else 'names'} {person}."
    if name := other_name(laid.pair, laid.own) or other_charge(laid.pair, laid.own):
        return f"{source_in_words(place)} {say} {name}."
    if rank := other_rank(laid.pair, laid.own):
        return f"{source_in_words(place)} {say} {rank}."
    listed = next((fault for fault in laid.faults if fault.reason.startswith("The paragraph lists")), None)
    fault = listed or next((fault for flaw in _TOLD for fault in laid.faults if fault.flaw == flaw), None)
    return f"{_worded(fault, place, many)}." if fault else f"{source_in_words(place)} {say} otherwise."


def _worded(fault: Fault, place: Placed, many: bool) -> str:
    """The gate's reason with the paper in the paragraph's place."""
    return _OF_PARAGRAPH.sub(
        lambda match: f"{source_in_words(place)} {_PLURAL[match['verb']] if many else match['verb']}", fault.reason
    )
