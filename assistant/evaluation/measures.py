"""Figures of answers to gold questions, as the field measures retrieval and grounding. Pure but for `load_gold`.

The measures are those of the gold files' own scorer: hit@k, recall@k, MRR@10, correct, cited, grounded,
citation precision, abstention recall and precision. A question without results counts 0, never "missing".
"""

import json
import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]

_MOST_CITED = 2500  # characters; a longer citation points at no paragraph and counts for nothing
_RECALLED = 20  # passages: recall@20
_TELLING = 3  # letters and digits; shorter words must be found with their spaces
_DASHES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question's figures; None where a figure does not apply to it."""

    id: str
    kind: str | None
    question: str
    answerable: bool
    declined: bool
    seconds: float | None
    rank: int | None = None  # of the first passage that holds evidence, from 1
    recall20: float | None = None
    correct: bool | None = None
    cited: bool | None = None
    precision: float | None = None
    meeting: bool | None = None
    ref: bool | None = None
    page: bool | None = None
    words: int | None = None

    @property
    def grounded(self) -> bool:
        """Right, and every evidence paragraph cited."""
        return bool(self.correct and self.cited)


def load_gold(path: Path, key: str = "id") -> list[dict[str, Any]]:
    """The lines of a gold file, each with its key.

    Raises: ValueError that names the line where one is no JSON object or has no key.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name}: not UTF-8 ({error.reason} at byte {error.start}). Save it as UTF-8.") from error
    rows = []
    for i, line in enumerate(text.split("\n"), 1):  # not splitlines: a string may hold U+2028 and the like
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path.name}, line {i}: not JSON ({error.msg}). Mend the line.") from error
        if not isinstance(row, dict) or key not in row:
            raise ValueError(f"{path.name}, line {i}: no {key}. Each line is a JSON object with its {key}.")
        rows.append(row)
    return rows


def squash(text: str) -> str:
    """Letters, digits, £ and % alone, so that layout does not count."""
    return re.sub(r"[^a-z0-9£%]+", "", _plain(text))


def _plain(text: str) -> str:
    """Lower case, without tags and marks of layout, white space folded."""
    text = re.sub(r"<[^>]{1,20}>", " ", unicodedata.normalize("NFKC", text or "").lower())
    text = re.sub(r"[*`|•❖✓_]+", " ", text.replace("\\_", "_").translate(_DASHES))
    return re.sub(r"\s+", " ", text).strip()


def score(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> QuestionRow:
    """One question's figures from its gold line and its answer as a record."""
    row = QuestionRow(
        id=str(gold["id"]),
        kind=gold.get("kind"),
        question=str(gold.get("question")),
        answerable=bool(gold.get("evidence")),
        declined=bool(answer.get("abstained")),
        seconds=answer.get("seconds"),
    )
    if not row.answerable:
        return row
    rank, recall20 = _found(gold, answer.get("passages") or [])
    citations = [] if row.declined else _counted(answer.get("citations") or [])
    return replace(
        row,
        rank=rank,
        recall20=recall20,
        correct=not row.declined and _has(str(answer.get("answer")), gold.get("must") or []),
        cited=bool(citations) and all(_any_satisfies(citations, quoted, gold) for quoted in gold["evidence"]),
        precision=_precision(gold, citations),
        meeting=_meeting(gold, citations),
        ref=_ref(gold, citations),
        page=_page(gold, citations),
        words=None if row.declined else len(str(answer.get("answer")).split()),
    )


def _found(gold: Record, passages: Sequence[Record]) -> tuple[int | None, float]:
    """The rank of the first passage that holds evidence, and the share of the evidence in the first twenty."""
    evidence = gold["evidence"]
    ranks = [next((i for i, passage in enumerate(passages, 1) if satisfies(passage, e, gold)), None) for e in evidence]
    found = [rank for rank in ranks if rank]
    return min(found, default=None), sum(rank <= _RECALLED for rank in found) / len(evidence)


def _counted(citations: Sequence[Record]) -> list[Record]:
    """The citations that point at a paragraph: those that are not too long for one."""
    return [citation for citation in citations if len(citation.get("text") or "") <= _MOST_CITED]


def _precision(gold: Record, citations: Sequence[Record]) -> float | None:
    """The share of the citations that hold evidence, or everything that the answer must hold."""
    if not citations:
        return None
    must = gold.get("must") or []
    good = sum(
        any(satisfies(citation, quoted, gold) for quoted in gold["evidence"])
        or (bool(must) and _has(str(citation.get("text") or ""), must))
        for citation in citations
    )
    return good / len(citations)


def _meeting(gold: Record, citations: Sequence[Record]) -> bool | None:
    """Whether every citation that holds evidence gives the right meeting date; None where none does or none is known."""
    good = _holding(gold, citations)
    if not good or not gold.get("meeting_date"):
        return None
    return all(citation.get("meeting_date") == gold["meeting_date"] for citation in good)


def _ref(gold: Record, citations: Sequence[Record]) -> bool | None:
    """Whether a citation that holds the evidence gives the printed number; None where there are several numbers or none."""
    good = _holding(gold, citations)
    if not good or not gold.get("ref") or len(gold["evidence"]) != 1:
        return None
    return any(squash(str(citation.get("ref") or "")) == squash(str(gold["ref"])) for citation in good)


def _page(gold: Record, citations: Sequence[Record]) -> bool | None:
    """Whether a citation that holds evidence gives its page; None where no such evidence has a page."""
    places = [quoted for quoted in [*gold["evidence"], *(gold.get("also") or [])] if quoted.get("page")]
    pages = [(cited.get("page"), quoted["page"]) for cited in citations for quoted in places if holds(cited, quoted)]
    return any(page == wanted for page, wanted in pages) if pages else None


def _holding(gold: Record, citations: Sequence[Record]) -> list[Record]:
    """The citations that hold a quote of the evidence itself."""
    return [citation for citation in citations if any(holds(citation, quoted) for quoted in gold["evidence"])]


def _any_satisfies(passages: Iterable[Record], quoted: Record, gold: Record) -> bool:
    return any(satisfies(passage, quoted, gold) for passage in passages)


def satisfies(passage: Record, quoted: Record, gold: Record) -> bool:
    """Whether a passage holds a quote, or another that says the same."""
    return holds(passage, quoted) or any(holds(passage, other) for other in gold.get("also") or [])


def holds(passage: Record, quoted: Record) -> bool:
    """Whether a passage is of the quote's file, as far as both name one, and has the quote's words."""
    wanted, got = _stem(quoted.get("file")), _stem(passage.get("file"))
    if wanted and got and wanted != got:
        return False
    return squash(str(quoted["quote"])) in squash(str(passage.get("text") or ""))


def _stem(file: str | None) -> str:
    """A file's name without folder and ending."""
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", str(file or "").replace("\\", "/").rsplit("/", 1)[-1]).lower()


def _has(text: str, must: Sequence[Any]) -> bool:
    """Whether a text holds one alternative of every group."""
    groups = (group if isinstance(group, list) else [group] for group in must)
    return all(any(_has_alternative(text, alternative) for alternative in group) for group in groups)


def _has_alternative(text: str, alternative: str) -> bool:
    """Whether a text holds some words; a figure must stand by itself."""
    plain, wanted = _plain(text), _plain(alternative)
    if re.fullmatch(r"[\d.,%£]+", wanted):
        pence = r"(?:\.\d\d)?" if "," in wanted else ""
        return re.search(rf"(?<![\d.,]){re.escape(wanted)}{pence}(?:\.0+|,000)?(?!\d|[.,]\d)", plain) is not None
    squashed = squash(alternative)
    return wanted in plain or (len(squashed) > _TELLING and squashed in squash(text))


def summary(rows: Sequence[QuestionRow]) -> dict[str, Any]:
    """The figures over all questions, each 0..1 but words (median) and seconds."""
    answerable = [row for row in rows if row.answerable]
    unanswerable = [row for row in rows if not row.answerable]
    declined = [row for row in rows if row.declined]
    seconds = [row.seconds for row in rows if row.seconds is not None]
    words = [row.words for row in answerable if row.words is not None]
    kinds: dict[str, list[QuestionRow]] = {}
    for row in answerable:
        kinds.setdefault(str(row.kind), []).append(row)
    return {
        "questions": len(rows),
        "unanswerable": len(unanswerable),
        **{f"hit@{k}": mean(row.rank is not None and row.rank <= k for row in answerable) for k in (1, 5, 10)},
        "recall@20": mean(row.recall20 for row in answerable),
        "mrr@10": mean(1 / row.rank if row.rank and row.rank <= 10 else 0.0 for row in answerable),
        "correct": mean(row.correct for row in answerable),
        "cited": mean(row.cited for row in answerable),
        "grounded": mean(row.grounded for row in answerable),
        "cite_precision": mean(row.precision for row in answerable),
        "meeting": mean(row.meeting for row in answerable),
        "ref": mean(row.ref for row in answerable),
        "page": mean(row.page for row in answerable),
        "answered": mean(not row.declined for row in answerable),
        "abstain_recall": mean(row.declined for row in unanswerable),
        "abstain_precision": mean(not row.answerable for row in declined),
        "words": statistics.median(words) if words else None,
        "seconds_p50": round(statistics.median(seconds), 3) if seconds else None,
        "seconds_p95": percentile_95(seconds),
        "kinds": {kind: _of_kind(found) for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))},
    }


def _of_kind(rows: Sequence[QuestionRow]) -> dict[str, float | None]:
    """What the answerable questions of one kind give."""
    return {
        "questions": len(rows),
        "hit@5": mean(row.rank is not None and row.rank <= 5 for row in rows),
        "correct": mean(row.correct for row in rows),
        "grounded": mean(row.grounded for row in rows),
        "answered": mean(not row.declined for row in rows),
    }


def percentile_95(seconds: Iterable[float | None]) -> float | None:
    """The time within which nineteen of twenty were done, to the millisecond; None where none was timed."""
    known = sorted(value for value in seconds if value is not None)
    return round(known[max(0, int(len(known) * 0.95) - 1)], 3) if known else None


def mean(values: Iterable[float | bool | None]) -> float | None:
    """The mean of the values that are known, to three places; None where none is."""
    known = [float(value) for value in values if value is not None]
    return round(sum(known) / len(known), 3) if known else None
