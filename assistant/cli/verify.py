"""The gate over lines of sentences with their paragraphs, for the command `verify --batch`. Pure but for the clock."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import Any

from assistant.answer.sanitise import as_data, gives_orders
from assistant.errors import ModelTrouble
from assistant.support.gate import Verdict, judge
from assistant.support.quotation import is_quoted
from assistant.support.verifier import Bearing, Judgement, Put, Verifier

CALL = 8  # sentences that a verifier judges in one call
_APART = (
    "Paragraphs taken out of their papers: who speaks, and which meeting, body and matter they are of, stands above them there "
    "and is not printed here. A word for it that fits is no fault"
)
_WORDS, _CHECKS, _VERIFIER = "words", "hard checks", "verifier"


def verify_lines(
    lines: Iterable[dict[str, Any]], verifier: Verifier | None = None, seconds: float = 60.0
) -> Iterator[dict[str, Any]]:
    """For each {"id", "sentence", "paragraphs"} its {"id", "supported", "by", "reason", "flaw", "rule", "seconds"}, in order.

    `by`: what decided. A paragraph's own words need no judge; what the hard checks stop is stopped; the verifier, where there
    is one, decides the rest, and where it gives no judgement the sentence is not supported. Every sentence is put to it, so
    that what is sent does not hang on the checks.
    """
    for group in _groups(lines):
        began = perf_counter()
        told = _told(group, verifier, seconds) if verifier else ("",) * len(group)
        share = (perf_counter() - began) / len(group)
        for line, judgement in zip(group, told, strict=True):
            started = perf_counter()
            by, verdict = _decided(line, judgement, verifier is not None)
            yield {
                "id": line.get("id"),
                "supported": verdict.supported,
                "by": by,
                "reason": verdict.reason,
                "flaw": verdict.flaw,
                "rule": verdict.rule,
                "seconds": round(perf_counter() - started + share, 6),
            }


def _groups(lines: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The lines, so many as one call takes at a time."""
    rest = iter(lines)
    while group := list(islice(rest, CALL)):
        yield group


def _told(group: Sequence[dict[str, Any]], verifier: Verifier, seconds: float) -> Sequence[Judgement | str]:
    """What the verifier says of each line of a group; in words why it says nothing."""
    put, evidence = as_put(group)
    try:
        return [one or "The verifier gave no clear verdict" for one in verifier(put, evidence, seconds)]
    except ModelTrouble as error:
        return [str(error).rstrip(".")] * len(group)


def as_put(group: Sequence[dict[str, Any]]) -> tuple[list[Put], str]:
    """The sentences of some lines with the numbers of their paragraphs, and these printed below each other."""
    put: list[Put] = []
    evidence = [f"# {_APART}"]
    n = 0
    for at, line in enumerate(group, 1):
        evidence.append(f"## For statement {at}")
        numbers = []
        statuses = [*(line.get("statuses") or ()), *[""] * len(line["paragraphs"])]
        for paragraph, status in zip(line["paragraphs"], statuses, strict=False):
            if not gives_orders(paragraph):
                n += 1
                numbers.append(n)
                beside = f"({status}) " if status and status != "discussion" else ""
                evidence.append(f"[{n}] {beside}{as_data(paragraph)}")
        put.append(Put(line["sentence"], tuple(numbers)))
    return put, "\n".join(evidence)


def _decided(line: dict[str, Any], judgement: Judgement | str, verified: bool) -> tuple[str, Verdict]:
    """What decided a line, and how."""
    sentence, paragraphs = line["sentence"], line["paragraphs"]
    verdict = judge(sentence, paragraphs, line.get("statuses") or ())
    if verdict.supported and any(is_quoted(sentence, paragraph) for paragraph in paragraphs):
        return _WORDS, verdict
    if not (verdict.supported and verified):
        return _CHECKS, verdict
    if isinstance(judgement, str):
        return _VERIFIER, Verdict(False, judgement, None, _VERIFIER)
    if judgement.bearing is Bearing.SUPPORTED:
        return _VERIFIER, verdict
    return _VERIFIER, Verdict(False, judgement.reason or "The paragraphs do not say it", None, _VERIFIER)
