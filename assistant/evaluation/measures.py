"""Gold questions answered and scored, as the field measures retrieval and grounding. Pure but for `load_gold`.

The measures are those of the gold files' own scorer: hit@k, recall@k, MRR@10, correct, cited, grounded,
citation precision, abstention recall and precision. A question without results counts 0, never "missing".
"""

import json
import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MOST_CITED = 2500  # characters; a longer citation points at no paragraph and counts for nothing
_DASHES = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question's figures; None where a figure does not apply to it."""

    id: str
    kind: str | None
    question: str
    answerable: bool
    declined: bool
    rank: int | None  # of the first passage that holds evidence, from 1
    recall20: float | None
    correct: bool | None
    cited: bool | None
    precision: float | None
    meeting: bool | None
    ref: bool | None
    page: bool | None
    words: int | None
    seconds: float | None

    @property
    def grounded(self) -> bool:
        """Right, and every evidence paragraph cited."""
        return bool(self.correct and self.cited)


def load_gold(path: Path) -> list[dict[str, Any]]:
    """The lines of a gold file. Raises: ValueError that names the line where one is no JSON object."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name}: not UTF-8 ({error.reason} at byte {error.start}). Save it as UTF-8.") from error
    rows = []
    for n, line in enumerate(text.split("\n"), 1):  # not splitlines: a string may hold U+2028 and the like
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{path.name}, line {n}: not JSON ({error.msg}). Mend the line.") from error
        if not isinstance(row, dict) or "id" not in row:
            raise ValueError(f"{path.name}, line {n}: no id. Each line is a JSON object with an id.")
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
    """One question's figures from its gold line and its answer line (contract: an answer)."""
    evidence = gold.get("evidence") or []
    also = gold.get("also") or []
    declined = bool(answer.get("abstained"))
    passages = answer.get("passages") or []
    citations = (
        [] if declined else [c for c in answer.get("citations") or [] if len(c.get("text") or "") <= _MOST_CITED]
    )
    if not evidence:
        return QuestionRow(
            str(gold["id"]),
            gold.get("kind"),
            str(gold.get("question")),
            False,
            declined,
            *(None,) * 9,
            answer.get("seconds"),
        )
    ranks = [next((n for n, p in enumerate(passages, 1) if _satisfied(p, e, also)), None) for e in evidence]
    found = [rank for rank in ranks if rank]
    good = [c for c in citations if any(_holds(c, e) for e in evidence)]
    must = gold.get("must") or []
    paged = [(c, e) for c in citations for e in [*evidence, *also] if e.get("page") and _holds(c, e)]
    return QuestionRow(
        id=str(gold["id"]),
        kind=gold.get("kind"),
        question=str(gold.get("question")),
        answerable=True,
        declined=declined,
        rank=min(found) if found else None,
        recall20=sum(rank <= 20 for rank in found) / len(evidence),
        correct=not declined and _has(str(answer.get("answer")), must),
        cited=bool(citations) and all(any(_satisfied(c, e, also) for c in citations) for e in evidence),
        precision=sum(
            any(_satisfied(c, e, also) for e in evidence) or bool(must) and _has(str(c.get("text") or ""), must)
            for c in citations
        )
        / len(citations)
        if citations
        else None,
        meeting=all(c.get("meeting_date") == gold["meeting_date"] for c in good)
        if good and gold.get("meeting_date")
        else None,
        ref=any(squash(str(c.get("ref") or "")) == squash(str(gold["ref"])) for c in good)
        if good and gold.get("ref") and len(evidence) == 1
        else None,
        page=any(c.get("page") == e["page"] for c, e in paged) if paged else None,
        words=None if declined else len(str(answer.get("answer")).split()),
        seconds=answer.get("seconds"),
    )


def _satisfied(passage: Mapping[str, Any], evidence: Mapping[str, Any], also: Iterable[Mapping[str, Any]]) -> bool:
    return _holds(passage, evidence) or any(_holds(passage, other) for other in also)


def _holds(passage: Mapping[str, Any], evidence: Mapping[str, Any]) -> bool:
    wanted, got = _stem(evidence.get("file")), _stem(passage.get("file"))
    return (not wanted or not got or wanted == got) and squash(str(evidence["quote"])) in squash(
        str(passage.get("text") or "")
    )


def _stem(file: str | None) -> str:
    """A file's name without folder and ending."""
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", str(file or "").replace("\\", "/").rsplit("/", 1)[-1]).lower()


def _has(text: str, must: Sequence[Any]) -> bool:
    """Whether a text holds one alternative of every group; a figure must stand by itself."""
    plain = _plain(text)

    def one(alternative: str) -> bool:
        wanted = _plain(alternative)
        if re.fullmatch(r"[\d.,%£]+", wanted):
            pence = r"(?:\.\d\d)?" if "," in wanted else ""
            return re.search(rf"(?<![\d.,]){re.escape(wanted)}{pence}(?:\.0+|,000)?(?!\d|[.,]\d)", plain) is not None
        return wanted in plain or len(squash(alternative)) > 3 and squash(alternative) in squash(text)

    return all(
        any(one(alternative) for alternative in (group if isinstance(group, list) else [group])) for group in must
    )


def summary(rows: Sequence[QuestionRow]) -> dict[str, Any]:
    """The figures over all questions, each 0..1 but words (median) and seconds."""
    answerable = [row for row in rows if row.answerable]
    unanswerable = [row for row in rows if not row.answerable]
    declined = [row for row in rows if row.declined]
    seconds = sorted(row.seconds for row in rows if row.seconds is not None)
    words = [row.words for row in answerable if row.words is not None]
    kinds: dict[str, list[QuestionRow]] = {}
    for row in answerable:
        kinds.setdefault(str(row.kind), []).append(row)
    return {
        "questions": len(rows),
        "unanswerable": len(unanswerable),
        **{f"hit@{k}": _mean(row.rank is not None and row.rank <= k for row in answerable) for k in (1, 5, 10)},
        "recall@20": _mean(row.recall20 for row in answerable),
        "mrr@10": _mean(1 / row.rank if row.rank and row.rank <= 10 else 0.0 for row in answerable),
        "correct": _mean(row.correct for row in answerable),
        "cited": _mean(row.cited for row in answerable),
        "grounded": _mean(row.grounded for row in answerable),
        "cite_precision": _mean(row.precision for row in answerable),
        "meeting": _mean(row.meeting for row in answerable),
        "ref": _mean(row.ref for row in answerable),
        "page": _mean(row.page for row in answerable),
        "answered": _mean(not row.declined for row in answerable),
        "abstain_recall": _mean(row.declined for row in unanswerable),
        "abstain_precision": _mean(not row.answerable for row in declined),
        "words": statistics.median(words) if words else None,
        "seconds_p50": round(statistics.median(seconds), 3) if seconds else None,
        "seconds_p95": round(seconds[max(0, int(len(seconds) * 0.95) - 1)], 3) if seconds else None,
        "kinds": {kind: _of_kind(found) for kind, found in sorted(kinds.items(), key=lambda one: -len(one[1]))},
    }


def _of_kind(rows: Sequence[QuestionRow]) -> dict[str, float | None]:
    """What the answerable questions of one kind give."""
    return {
        "questions": len(rows),
        "hit@5": _mean(row.rank is not None and row.rank <= 5 for row in rows),
        "correct": _mean(row.correct for row in rows),
        "grounded": _mean(row.grounded for row in rows),
        "answered": _mean(not row.declined for row in rows),
    }


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim's figures."""

    id: str
    claim: str
    gold: str  # supported, refuted or not-found
    given: str
    cited: bool  # every evidence paragraph is cited
    seconds: float | None

    @property
    def right(self) -> bool:
        """Whether the verdict is the gold one."""
        return self.given == self.gold


def score_claim(gold: Mapping[str, Any], check: Mapping[str, Any]) -> ClaimRow:
    """One gold claim against its check as a record."""
    evidence = gold.get("evidence") or []
    citations = check.get("citations") or []
    cited = bool(evidence) and all(any(_holds(one, quoted) for one in citations) for quoted in evidence)
    return ClaimRow(
        str(gold["id"]), str(gold["claim"]), str(gold["verdict"]), str(check["verdict"]), cited, check.get("seconds")
    )


def claim_summary(rows: Sequence[ClaimRow]) -> dict[str, Any]:
    """The figures over all claims, each 0..1.

    accuracy: right verdicts; dangerous: opposite ones; invented: verdicts on what no paper says; grounded: right with
    all the evidence cited.
    """
    decided = [row for row in rows if row.gold != "not-found"]
    seconds = sorted(row.seconds for row in rows if row.seconds is not None)
    return {
        "claims": len(rows),
        "accuracy": _mean(row.right for row in rows),
        "dangerous": _mean({row.gold, row.given} == {"supported", "refuted"} for row in decided),
        "invented": _mean(row.given != "not-found" for row in rows if row.gold == "not-found"),
        "grounded": _mean(row.right and row.cited for row in decided),
        "claim_seconds_p95": round(seconds[max(0, int(len(seconds) * 0.95) - 1)], 3) if seconds else None,
    }


def _mean(values: Iterable[float | bool | None]) -> float | None:
    known = [float(value) for value in values if value is not None]
    return round(sum(known) / len(known), 3) if known else None
