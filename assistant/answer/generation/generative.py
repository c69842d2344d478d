"""An answer that a language model writes: each statement shown when it has passed the support gate, with its citations.

What the gate stops is kept with its reason and not shown as an answer. A model that was caught once in an answer is not
relied on to have told all of it: the papers' own words stand below what is left.
"""

import re
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from langchain_core.language_models import BaseChatModel
from langchain_core.retrievers import BaseRetriever

from assistant.answer.abstention import is_declined_by_model
from assistant.answer.generation import chat
from assistant.answer.generation.claim_parser import Claim, ClaimReader
from assistant.answer.generation.draft import Draft, stems_in
from assistant.answer.generation.looks import Writer, found, looked, looking, with_looks
from assistant.answer.generation.prompts import Prompt
from assistant.answer.generation.searches import Asking, as_search, searches_prompt
from assistant.answer.given import Given, given
from assistant.answer.sanitise import as_data
from assistant.citations import CitedSpan, citation
from assistant.errors import ModelTrouble
from assistant.models import Answer, Citation, Looking, Mode
from assistant.retrieval.pieces import EvidencePiece
from index.text import sentences

_MOST_MENDED = 4  # statements that a model is asked to make again
_LEAST = 0.5  # seconds that must be left for it
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
    """The answer statement by statement as each passes the gate, with what is looked for before, then the whole.

    `plain` is the answer in the papers' own words: it stands instead where the model fails or says nothing that is
    borne out, and below what is borne out where that does not cover it; `nothing` is the abstention for a model that finds
    no answer. Takes at most the writer's seconds and the gate's time.
    """
    until = time.monotonic() + writer.seconds
    model = writer.model
    pieces, looks = yield from looked(writer, retriever, asking)
    said = yield from _heard(writer, _given(writer, pieces, asking), asking, until)
    prompts = [chat.prompt_of(model), *([searches_prompt()] if looks else [])]
    search = as_search(said.reader.search, (asking.completed, *looks))
    if search and writer.searches and not (said.draft.told or said.trouble) and until - time.monotonic() > _LEAST:
        yield looking(search)
        looks = (*looks, search)
        more = _given(writer, [*found(retriever, search), *pieces], asking)
        said = yield from _heard_again(writer, more, asking, until, said)
    draft = said.draft
    left = min(until - time.monotonic(), writer.seconds / 2)
    if draft.stopped and not (said.trouble or draft.full) and left > _LEAST:
        yield from _mended(model, draft, said.asked, left)
        prompts.insert(1, chat.repair_prompt())
    stopped = tuple(draft.stopped)
    base = replace(base, left_out=len(stopped), stopped=stopped, model=chat.name_of(model), prompt=_versions(prompts))
    if draft.told:
        answer = _with_own_words(base, draft, plain, said.trouble)
        words = " ".join(_lines(draft))
        if len(answer.answer) > len(words):
            yield answer.answer[len(words) :]
    else:
        answer = _instead(base, plain, nothing, said.trouble, chat.declines(said.reader.text), writer.looks_further)
        yield answer.answer
    yield with_looks(answer, looks)


def _given(writer: Writer, pieces: Sequence[EvidencePiece], asking: Asking) -> Given:
    """The first of these pieces, as many as the model takes."""
    return given(pieces, chat.room(writer.model, asking.completed, writer.tokens))


def _heard(
    writer: Writer, shown: Given, asking: Asking, until: float, before: Draft | None = None
) -> Generator[str, None, _Said]:
    """What the model says of what it is given; each statement as it passes. `before`: what it said of other evidence."""
    draft, reader, trouble = Draft(shown), ClaimReader(), ""
    if before:
        draft.stopped, draft.caught = list(before.stopped), before.caught
    asked = {"paragraphs": shown.text, "question": asking.completed}
    try:
        yield from _stated(chat.pieces(writer.model, asked, until - time.monotonic()), reader, draft)
    except ModelTrouble as error:
        trouble = str(error)
    return _Said(asked, draft, reader, trouble)


def _heard_again(
    writer: Writer, shown: Given, asking: Asking, until: float, before: _Said
) -> Generator[str, None, _Said]:
    """What the model says of further evidence; what it said before where that has nothing new, or the model fails."""
    if set(shown.places) <= set(before.draft.given.places):
        return before
    said = yield from _heard(writer, shown, asking, until, before.draft)
    return said if said.draft.told or not said.trouble else before


def _stated(pieces: Iterator[str], reader: ClaimReader, draft: Draft) -> Iterator[str]:
    """The statements that pass the gate, as the model's words arrive, until there are enough.

    Raises: ModelTrouble.
    """
    for piece in pieces:
        yield from filter(None, map(draft.add, reader.feed(piece)))
        if draft.full or len(reader.heard) > _LONGEST:
            return
    yield from filter(None, map(draft.add, reader.finish()))


def _versions(prompts: Sequence[Prompt]) -> str:
    """The prompts used, with their versions: "answer/2, repair/1"."""
    return ", ".join(f"{prompt.name}/{prompt.version}" for prompt in prompts)


def _mended(model: BaseChatModel, draft: Draft, asked: dict[str, str], seconds: float) -> Iterator[str]:
    """What passes of the statements that the gate stopped when the model has made them again, their faults named.

    Asked once. A model that fails here leaves the statements stopped, which the answer counts.
    """
    faults = "\n".join(f"- {as_data(one.text)} ({one.reason}.)" for one in draft.stopped[:_MOST_MENDED])
    reader = ClaimReader()
    try:
        for piece in chat.pieces(model, {**asked, "faults": faults}, seconds, chat.repair_prompt()):
            yield from filter(None, map(draft.mend, reader.feed(piece)))
            if len(reader.heard) > _LONGEST // 4:
                return
        yield from filter(None, map(draft.mend, reader.finish()))
    except ModelTrouble:
        return


def _instead(base: Answer, plain: Answer, nothing: Answer, trouble: str, declined: bool, has_read: bool) -> Answer:
    """The abstention or the answer in the papers' own words, with a note of what became of the model's."""
    about = {name: getattr(base, name) for name in ("left_out", "stopped", "model", "prompt")}
    caught = bool(base.left_out)
    if declined and is_declined_by_model(plain, base.confidence, caught, has_read):
        return replace(nothing, **about, mode=Mode.LLM)
    if declined:
        trouble = "The language model found no answer in the paragraphs."
    trouble = trouble or "The language model said nothing that the paragraphs it cited bear out."
    note = trouble if plain.abstained else f"{trouble} Shown instead: the papers' own words."
    return replace(plain, **about, notes=(*plain.notes, note))


def _lines(draft: Draft) -> list[str]:
    return [
        f"{told.claim.text} {''.join(f'[{draft.marks[place.paragraph.id]}]' for place in told.places)}"
        for told in draft.told
    ]


def _with_own_words(base: Answer, draft: Draft, plain: Answer, trouble: str) -> Answer:
    """The statements that passed, and the papers' own words below them where they do not cover those."""
    cited = _citations(draft)
    text = " ".join(_lines(draft))
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
    """Where the words relied on stand: the exact words where the model gave them truly, else the likest sentence."""
    if len(claim.words) > 8 and (at := own.find(claim.words)) >= 0:
        return at, at + len(claim.words)
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
