"""What a brief or a matter says, each sentence with the paragraphs that bear it out. Pure.

A sentence that the support gate stops is not said. It is the gate of answers, support/evidence.py.
"""

import re
from collections.abc import Sequence

from assistant.brief.models import CitedStatement
from assistant.citations import CitedSpan, citation
from assistant.decisions.models import Decision, Progress, TrackedAction
from assistant.models import Citation
from assistant.references import minute_title, short_reference
from assistant.retrieval.topic import Topic
from assistant.support.evidence import judged, judged_on_citations
from index.models import Placed
from index.text import sentences, words_of

_LONG_DECISION = 480  # letters from which only some lines of a decision are told
_LONG_PARAGRAPH = 420  # letters from which only the first sentences of a paragraph are told
_OPENING = re.compile(r"(?:that|to)\b", re.I)  # of a line that stood behind the word Resolved


def statement(text: str, places: Sequence[Placed], quote: str = "") -> CitedStatement | None:
    """The text with a citation for each paragraph; None where the support gate stops it.

    `quote` are the words of the paragraphs that the text rests on; "" for all of them.
    """
    if not judged(text, places).supported:
        return None
    cited = tuple(_cited(n, place, quote) for n, place in enumerate(places, 1))
    return CitedStatement(text, cited, places[0].part.meeting.date, short_reference(places[0]))


def decision_statement(decision: Decision, topic: Topic) -> CitedStatement | None:
    """A decision's words, behind the word Resolved where that stood before them; None where the gate stops a line.

    Of a long decision only the line that leads in and the lines nearest to the topic are told; the reference says how many
    there are.
    """
    lines = [line for line in decision.words.splitlines() if line.strip()]
    told = _lines_changed(lines, decision) or _lines_told(lines, topic)
    cited: list[Citation] = []
    for i in told:
        holder = next((one for one in decision.citations if lines[i] in one.text), None)
        if holder is None or not _passes(_opened(lines[i]) if i == 0 else lines[i], holder):
            return None
        cited.append(holder)
    text = "\n".join(_opened(lines[i]) if i == 0 else lines[i] for i in told)
    minuted = decision.citations[0].part == "minutes"
    number = minute_title(decision.ref) if decision.ref and minuted else decision.ref
    where = ", ".join(piece for piece in (decision.body, number, decision.title) if piece)
    where += f"; {len(told)} of {len(lines)} lines" if len(told) < len(lines) else ""
    return CitedStatement(text, tuple(dict.fromkeys(cited)), decision.date, where)


def action_statement(action: TrackedAction) -> CitedStatement | None:
    """An action with its owner and its latest status; None where no tracker gives one."""
    return progress_statement(
        action, action.progress[-1], f"Action tracker, raised {action.raised or 'at no date given'}"
    )


def progress_statement(action: TrackedAction, step: Progress, where: str) -> CitedStatement | None:
    """An action with its owner and a status that a tracker reports, or the tracker's row where the gate stops that.

    None where the tracker gives no status.
    """
    if not step.status:
        return None
    owner = f" ({action.owner})" if action.owner else ""
    row = step.citation.text.split("\n")[-1]
    for text in (f"{action.action.rstrip('.')}{owner}: {step.status}", row):
        if _passes(text, step.citation):
            return CitedStatement(text, (step.citation,), step.date, where)
    return None


def first_sentences(text: str) -> str:
    """A paragraph's words; of a long one its first sentences, as many as 420 letters hold."""
    if len(text) <= _LONG_PARAGRAPH:
        return text
    ends = [end for _, end in sentences(text) if end <= _LONG_PARAGRAPH]
    return text[: ends[-1]] if ends else text


def _passes(text: str, cited: Citation) -> bool:
    """Whether the support gate lets a text pass on one cited paragraph."""
    return judged_on_citations(text, [cited]).supported


def _cited(n: int, place: Placed, quote: str) -> Citation:
    """The paragraph as citation `n`, for the quote where its own words hold it, else for all of them."""
    own = place.paragraph.own
    start = max(own.find(quote), 0)
    return citation(n, CitedSpan(place, start, start + len(quote) if quote and quote in own else len(own), 1.0))


def _opened(line: str) -> str:
    return f"Resolved {line}" if _OPENING.match(line) else line


def _lines_changed(lines: Sequence[str], decision: Decision) -> list[int]:
    """Indexes of an amendment's first line and of those whose words its motion has not; none where nothing is added."""
    added = [words_of(edit.added) for edit in decision.edits if edit.added]
    changed = [
        i for i, line in enumerate(lines) if i and any(set(new[:3]) <= set(words_of(line)) for new in added if new)
    ]
    return [0, *changed] if changed else []


def _lines_told(lines: Sequence[str], topic: Topic) -> list[int]:
    """Indexes of the lines to tell: all of a short decision; of a long one its lead and the lines nearest to the topic."""
    if sum(map(len, lines)) <= _LONG_DECISION:
        return list(range(len(lines)))
    lead = [0] if lines[0].rstrip().endswith(":") else []
    rest = (i for i in range(len(lines)) if i not in lead)
    ranked = sorted(rest, key=lambda i: (-topic.covered(lines[i]), lines[i].rstrip().endswith(":")))
    told, room = list(lead), _LONG_DECISION
    least = topic.covered(lines[ranked[0]]) / 2
    for i in ranked:
        room -= len(lines[i])
        if told != lead and (room < 0 or topic.covered(lines[i]) < least):
            break
        told.append(i)
    return sorted(told)
