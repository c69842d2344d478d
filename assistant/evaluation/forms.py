"""How a made-up paper was read, held against its right reading (tests/forms/README.md has the form). Pure.

Every figure is a pair (right, asked), so that papers can be added up.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.evaluation.form_motions import score_motions
from assistant.evaluation.form_people import score_people
from assistant.evaluation.form_tables import score_tables
from assistant.evaluation.measures import squash
from corpus.models import Outline, Paragraph, Part

Tally = Counter[str]  # by name of the figure: "NAME right" and "NAME asked"
_Form = Mapping[str, Any]
_NO_NAME_WORDS = {"of", "the", "and", "meeting", "regular"}


def score_form(form: _Form, read: Outline) -> Tally:
    """Return what is right of a paper's parts, councils, bodies, minutes, numbers and whole sentences.

    parts: kind and date, each expected part once; extra parts count as asked for too. bodies, councils: of the parts that
    were found. minutes: number and title of each item, extra ones asked for too. refs: the number of the paragraph that holds
    the words. whole: sentences that stand in one paragraph. clean: strings that were not taken for a name or number. Tables
    and their records: see `score_tables`.
    Who was there and who holds what office: `score_people`.
    """
    tally: Tally = Counter()
    _score_parts(form, read, tally)
    if "minutes" in form:
        wanted = [(squash(item["ref"] or ""), squash(item["title"])) for item in form["minutes"] if item["ref"]]
        found = [(squash(item.ref or ""), squash(item.title)) for item in read.minutes if item.ref]
        _count(tally, "minute refs", _common([ref for ref, _ in wanted], [ref for ref, _ in found]), wanted, found)
        _count(tally, "minutes", _common(wanted, found), wanted, found)
    texts = [(squash(paragraph.text), paragraph) for paragraph in read.paragraphs]
    for asked in form.get("paragraph_refs", ()):
        words = squash(asked["words"])
        holding = [paragraph for text, paragraph in texts if words in text and not paragraph.heading]
        right = {squash(ref or "") for ref in (asked["ref"], *_listed(asked.get("also")))}
        _add(tally, "refs", any(squash(paragraph.ref or "") in right for paragraph in holding))
        wrong = holding and not any(squash(paragraph.ref or "") in right | {""} for paragraph in holding)
        _add(tally, "refs not wrong", not wrong)
    for sentence in form.get("whole", ()):
        _add(tally, "whole", any(squash(sentence) in text for text, _ in texts))
    _score_traps(form, read, tally)
    if "motions" in form:
        tally += score_motions(form["motions"], read.motions, around(read.paragraphs))
    tally.update(score_tables(form, read))
    return tally + score_people(form, read)


def around(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """By the id of each paragraph its words and those of the one before."""
    before = ["", *(paragraph.own for paragraph in paragraphs)]
    return {paragraph.id: f"{last} {paragraph.own}" for last, paragraph in zip(before, paragraphs, strict=False)}


def _score_parts(form: _Form, read: Outline, tally: Tally) -> None:
    expected = list(form.get("parts", ())) or [form["meeting"]]
    left = list(read.parts)
    for wanted in expected:
        part = next((part for part in left if _is_same(wanted, part)), None)
        _add(tally, "parts", part is not None)
        if part is None:
            continue
        left.remove(part)
        for figure, field, name in (
            ("councils", "council", part.meeting.council),
            ("bodies", "body", part.meeting.body),
        ):
            if wanted.get(field):
                _add(tally, figure, any(_fits(value, name) for value in _values(wanted, field)))
    if form.get("parts"):
        tally["parts asked"] += len(left)


def _is_same(wanted: _Form, part: Part) -> bool:
    return part.kind.value in _values(wanted, "kind") and part.meeting.date in _values(wanted, "date")


def _values(wanted: _Form, field: str) -> list[Any]:
    """What is right in a field: its value and its alternatives."""
    also = wanted.get("also") or {}
    return [wanted.get(field), *_listed(also.get(field) if isinstance(also, Mapping) else None)]


def _listed(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def _fits(wanted: str | None, name: str | None) -> bool:
    """Whether a name is the one wanted: one's words hold the other's, or half of all their words are shared."""
    ours, theirs = _words(wanted), _words(name)
    shared = ours & theirs
    return bool(shared) and (shared in (ours, theirs) or 2 * len(shared) >= len(ours | theirs))


def _words(name: str | None) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w+", (name or "").lower())} - _NO_NAME_WORDS


def _score_traps(form: _Form, read: Outline, tally: Tally) -> None:
    names = {squash(name) for part in read.parts for name in (part.meeting.council, part.meeting.body) if name}
    for trap in form.get("no_names", ()):
        _add(tally, "clean", squash(trap) not in names)
    refs = {squash(ref or "") for ref in (*(m.ref for m in read.minutes), *(p.ref for p in read.paragraphs))}
    for trap in form.get("no_numbers", ()):
        _add(tally, "clean", squash(trap) not in refs)


def _common(wanted: Sequence[Any], found: Sequence[Any]) -> int:
    return (Counter(wanted) & Counter(found)).total()


def _count(tally: Tally, name: str, right: int, wanted: Sequence[Any], found: Sequence[Any]) -> None:
    """Add an F1's two halves: twice the hits, and all that was wanted and found."""
    tally[f"{name} right"] += 2 * right
    tally[f"{name} asked"] += len(wanted) + len(found)


def _add(tally: Tally, name: str, right: bool) -> None:
    tally[f"{name} right"] += right
    tally[f"{name} asked"] += 1


def shares(tallies: Iterable[Tally]) -> dict[str, float]:
    """Return each figure over all papers, 0..1, by name."""
    total: Tally = sum(tallies, Counter())
    names = dict.fromkeys(name.rsplit(" ", 1)[0] for name in total)
    return {name: round(total[f"{name} right"] / total[f"{name} asked"], 3) for name in names}
