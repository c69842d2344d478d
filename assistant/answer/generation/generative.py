"""An answer that a language model writes: each statement shown when it is attributed, checked and verified, with its citations.

What is stopped is made again once, or kept with its reason and not shown as an answer. A model that was caught once in an
answer is not relied on to have told all of it: the papers' own words stand below what is left. Where no verifier answers,
they stand alone.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from langchain_core.retrievers import BaseRetriever

from assistant.answer.abstention import is_declined_by_model
from assistant.answer.generation import chat
from assistant.answer.generation.claim_parser import Claim, ClaimReader
from assistant.answer.generation.draft import Draft, stems_in
from assistant.answer.generation.looks import Writer, found, looked, looking, with_looks
from assistant.answer.generation.prompts import Prompt
from assistant.answer.generation.searches import Asking, as_search, searches_prompt
from assistant.answer.generation.verifying import verify_prompt
from assistant.answer.given import Given, given
from assistant.answer.sanitise import as_data
from assistant.citations import CitedSpan, citation
from assistant.errors import ModelTrouble
from assistant.models import Answer, Citation, Looking, Mode
from assistant.retrieval.pieces import EvidencePiece
from assistant.support.verifier import span_of
from index.text import sentences

_MOST_MENDED = 4  # statements that a model is asked to make again
_LEAST = 0.5  # seconds that must be left for it
_CHECKING = 0.3  # of an answer's time that is kept for the verifier
_REPAIRING = 0.6  # of the time left then: the rest is for the verifier of what was made again
_LONGEST = 12_000  # characters read of a model
_WORDS_A_QUOTE = 90
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Said:
    """What a model said of what it was given."""

    asked: dict[str, str]
    draft: Draft
    reader: ClaimReader
    trouble: str


def write(
    writer: Writer, retriever: BaseRetriever, asking: Asking, base: Answer, plain: Answer, nothing: Answer
) -> Iterator[str | Looking | Answer]:
    """What is looked for, the statements that are borne out as they are judged, then the whole answer.

    `plain` is the answer in the papers' own words: it stands instead where the model or the verifier fails or nothing is
    borne out, and below what is borne out where that does not cover it; `nothing` is the abstention for a model that finds
    no answer. Takes at most the writer's seconds and the time of the hard checks.
    """
    until = time.monotonic() + writer.seconds
    hear_until = until - _CHECKING * writer.seconds
    pieces, looks = yield from looked(writer, retriever, asking)
    said = _heard(writer, _given(writer, pieces, asking), asking, hear_until)
    prompts = [chat.prompt_of(writer.model), *([searches_prompt()] if looks else [])]
    search = as_search(said.reader.search, (asking.completed, *looks))
    if search and writer.searches and not (said.draft.waiting or said.trouble) and _left(hear_until) > _LEAST:
        yield looking(search)
        looks = (*looks, search)
        more = _given(writer, [*found(retriever, search), *pieces], asking)
        said = _heard_again(writer, more, asking, hear_until, said)
    trouble = said.trouble
    try:
        yield from _judged(writer, said, until, prompts)
    except ModelTrouble as error:
        trouble = f"What the language model said could not be checked. {error}"
    stopped = tuple(said.draft.stopped)
    base = replace(
        base, left_out=len(stopped), stopped=stopped, model=chat.name_of(writer.model), prompt=_versions(prompts)
    )
    if said.draft.told:
        answer = _with_own_words(base, said.draft, plain, trouble)
        words = " ".join(map(said.draft.line, said.draft.told))
        if len(answer.answer) > len(words):
            yield answer.answer[len(words) :]
    else:
        declined = trouble == said.trouble and chat.declines(said.reader.text)
        answer = _instead(base, plain, nothing, trouble, declined, writer.looks_further)
        yield answer.answer
    yield with_looks(answer, looks)


def _judged(writer: Writer, said: "_Said", until: float, prompts: list[Prompt]) -> Iterator[str]:
    """What the verifier bears out of what a model said, and then of what it made again of the rest; the prompts used are noted.

    Raises: ModelTrouble where the verifier does not answer the first time: then nothing is told.
    """
    draft = said.draft
    if draft.waiting:
        prompts.append(verify_prompt())
        yield from draft.verify(writer.verifier, _left(until))
    if said.trouble or draft.full or not draft.stopped or _left(until) < _LEAST:
        return
    prompts.insert(1, chat.repair_prompt())
    faulty = tuple(draft.stopped)
    try:
        for claim in _made_again(writer, said, _left(until) * _REPAIRING):
            draft.add(claim)
        del draft.stopped[len(faulty) :]  # what fails twice was told the first time
        if draft.waiting and verify_prompt() not in prompts:
            prompts.append(verify_prompt())
        yield from draft.verify(writer.verifier, _left(until), faulty)
    except ModelTrouble:
        del draft.stopped[len(faulty) :]


def _left(until: float) -> float:
    return until - time.monotonic()


def _given(writer: Writer, pieces: Sequence[EvidencePiece], asking: Asking) -> Given:
    """The first of these pieces, as many as the model takes."""
    return given(pieces, chat.room(writer.model, asking.completed, writer.tokens))


def _heard(writer: Writer, shown: Given, asking: Asking, until: float, before: Draft | None = None) -> _Said:
    """What the model says of what it is given, until there is enough. `before`: what it said of other evidence."""
    draft, reader, trouble = Draft(shown), ClaimReader(), ""
    if before:
        draft.stopped, draft.caught = list(before.stopped), before.caught
    asked = {"paragraphs": shown.text, "question": asking.completed}
    try:
        for piece in chat.pieces(writer.model, asked, _left(until)):
            for claim in reader.feed(piece):
                draft.add(claim)
            if draft.full or len(reader.heard) > _LONGEST:
                return _Said(asked, draft, reader, "")
        for claim in reader.finish():
            draft.add(claim)
    except ModelTrouble as error:
        trouble = str(error)
    return _Said(asked, draft, reader, trouble)


def _heard_again(writer: Writer, shown: Given, asking: Asking, until: float, before: _Said) -> _Said:
    """What the model says of further evidence; what it said before where that has nothing new, or the model fails."""
    if set(shown.places) <= set(before.draft.given.places):
        return before
    said = _heard(writer, shown, asking, until, before.draft)
    return said if said.draft.waiting or not said.trouble else before


def _made_again(writer: Writer, said: _Said, seconds: float) -> Iterator[Claim]:
    """The statements that were stopped as the model makes them again, their faults named. Asked once.

    Raises: ModelTrouble.
    """
    faults = "\n".join(f"- {as_data(one.text)} ({one.reason}.)" for one in said.draft.stopped[:_MOST_MENDED])
    reader = ClaimReader()
    for piece in chat.pieces(writer.model, {**said.asked, "faults": faults}, seconds, chat.repair_prompt()):
        yield from reader.feed(piece)
        if len(reader.heard) > _LONGEST // 4:
            return
    yield from reader.finish()


def _versions(prompts: Sequence[Prompt]) -> str:
    """The prompts used, with their versions: "answer/2, repair/1"."""
    return ", ".join(f"{prompt.name}/{prompt.version}" for prompt in prompts)


def _instead(base: Answer, plain: Answer, nothing: Answer, trouble: str, declined: bool, has_read: bool) -> Answer:
    """The abstention or the answer in the papers' own words, with a note of what became of the model's."""
    about = {name: getattr(base, name) for name in ("left_out", "stopped", "model", "prompt")}
    caught = bool(base.left_out)
    if declined and is_declined_by_model(plain, base.confidence, caught, has_read):
        return replace(nothing, **about, mode=Mode.LLM)
    if declined:
        trouble = "The language model found no answer in the paragraphs."
    trouble = trouble or "The language model said nothing that the paragraphs bear out."
    note = trouble if plain.abstained else f"{trouble} Shown instead: the papers' own words."
    return replace(plain, **about, notes=(*plain.notes, note))


def _with_own_words(base: Answer, draft: Draft, plain: Answer, trouble: str) -> Answer:
    """The statements that passed, and the papers' own words below them where they do not cover those."""
    cited = _citations(draft)
    text = " ".join(map(draft.line, draft.told))
    notes = (f"{trouble} What it had said by then is shown.",) if trouble else ()
    if not plain.abstained and not _covered(draft, plain, sure=not (draft.caught or trouble)):
        marks = dict(draft.marks)
        for one in plain.citations:
            number = marks.setdefault(one.paragraph, len(marks) + 1)
            cited[number] = replace(one, n=number, quote=_joined(one, cited.get(number)))
        again = {one.n: marks[one.paragraph] for one in plain.citations}
        own = re.sub(r"\[(\d+)\]", lambda m: f"[{again.get(int(m[1]), m[1])}]", plain.answer)
        text += f"\n\nIn the papers' own words:\n{own}"
    return replace(
        base,
        answer=text,
        mode=Mode.LLM,
        citations=tuple(cited[n] for n in sorted(cited)),
        notes=(*plain.notes, *notes) if not plain.abstained else notes,
    )


def _covered(draft: Draft, plain: Answer, sure: bool) -> bool:
    """Whether the statements tell what the papers' own words would: the same paragraphs, and, of an unsure model, half the words."""
    for one in plain.citations:
        of_it = [
            told.claim.text for told in draft.told if any(place.paragraph.id == one.paragraph for place in told.places)
        ]
        if not of_it:
            return False
        words = stems_in(one.quote)
        if not sure and len(words & stems_in(" ".join(of_it))) < _HALF * len(words):
            return False
    return True


def _citations(draft: Draft) -> dict[int, Citation]:
    """A citation for each marker, its quote the words of the paragraph that bear out what is said of it."""
    found: dict[int, Citation] = {}
    for told in draft.told:
        for place in told.places:
            mark = draft.marks[place.paragraph.id]
            start, end = _stretch(place.paragraph.own, told.claim)
            made = citation(mark, CitedSpan(place, start, end, 0.0))
            found[mark] = replace(made, quote=_joined(made, found.get(mark)))
    return found


def _stretch(own: str, claim: Claim) -> tuple[int, int]:
    """Where the words relied on stand: the exact words where the model gave them, else the likest sentence."""
    if claim.words and (exact := span_of(claim.words, own)):
        return exact
    said = stems_in(claim.text)
    return max(sentences(own) or [(0, len(own))], key=lambda span: len(said & stems_in(own[span[0] : span[1]])))


def _joined(one: Citation, other: Citation | None) -> str:
    """The words from the first quote to the end of the last, where that is not too much; else the first's."""
    if other is None or other.quote in one.quote:
        return one.quote
    starts = [one.text.find(quote) for quote in (one.quote, other.quote)]
    if min(starts) < 0:
        return one.quote
    whole = one.text[min(starts) : max(at + len(q) for at, q in zip(starts, (one.quote, other.quote), strict=True))]
    return whole if len(whole.split()) <= _WORDS_A_QUOTE else one.quote
