"""An answer that a language model writes: each statement shown when it has passed the support gate, with its citations.

What the gate stops is kept with its reason and not shown as an answer. A model that was caught once in an answer is not
relied on to have told all of it: the papers' own words stand below what is left.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from langchain_core.language_models import BaseChatModel

from assistant import generate
from assistant.candidates import Candidate
from assistant.cite import citation
from assistant.claims import Claim, ClaimReader
from assistant.errors import ModelTrouble
from assistant.extract import Pick
from assistant.models import Answer, Citation, LeftOut, Mode
from assistant.question import Question
from assistant.support import Verdict, judge
from assistant.untrusted import gives_orders
from assistant.words import stem_of
from corpus.dates import long_date
from corpus.models import Status
from index.catalogue import Placed
from index.passages import sentences

NOTHING_FOUND = "the language model found no answer in the paragraphs"
SURE = 0.6  # from here on the papers' own words stand although the model finds no answer in them
_TO_MODEL = 14  # paragraphs that a model is given at most
_MOST_CLAIMS = 12  # further ones are not read: a model that rambles has said what it had to say
_LONGEST = 12_000  # characters read of a model
_WORDS_A_QUOTE = 90
_HALF = 0.5
_TELLING = 2  # words that a statement and its paragraphs share at least
_TO_READER = re.compile(r"\b(?:you|your|i|i'm|me|my)\b", re.I)
_OF_PARAGRAPHS = re.compile(
    r"(?:the|a|this|these|each|your)\s(?:\w+\s)?(?:paragraphs?|answers?|sentences?|texts?|documents?|questions?)\b",
    re.I,
)
_CITED_WRONGLY = frozenset({"absent", "figure", "name", "date", "time"})  # faults that another paragraph may mend


@dataclass(frozen=True)
class Told:
    """A statement that passed the gate, and the paragraphs that bear it out."""

    claim: Claim
    places: tuple[Placed, ...]


@dataclass
class Draft:
    """What a model has said so far: what passed the gate, and what did not."""

    given: Sequence[Placed]
    told: list[Told] = field(default_factory=list)
    stopped: list[LeftOut] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)  # paragraph ids to markers, in order

    def add(self, claim: Claim) -> str:
        """The statement with its markers where it passes, else ""."""
        if generate.declines(claim.text) or any(claim.text == told.claim.text for told in self.told):
            return ""
        places, verdict = borne_out(claim, self.given)
        if verdict.supported and not says_something(claim, places):
            verdict = Verdict(False, "It says nothing of what the paragraphs say", "absent")
        if not verdict.supported:
            self.stopped.append(LeftOut(claim.text, verdict.reason or "The paragraphs do not bear it out"))
            return ""
        for place in places:
            self.marks.setdefault(place.paragraph.id, len(self.marks) + 1)
        lead = " " if self.told else ""
        self.told.append(Told(claim, tuple(places)))
        return f"{lead}{claim.text} {''.join(f'[{self.marks[place.paragraph.id]}]' for place in places)}"

    @property
    def full(self) -> bool:
        """Whether enough was read."""
        return len(self.told) + len(self.stopped) >= _MOST_CLAIMS


def borne_out(claim: Claim, given: Sequence[Placed]) -> tuple[list[Placed], Verdict]:
    """The paragraphs that bear a claim out: each that does so alone, else all it cites together, else another given one.

    A claim that cites nothing it was given, or paragraphs about something else, may be borne out by a paragraph that it
    should have cited; one that its paragraphs speak against may not.
    """
    cited = [given[n - 1] for n in claim.numbers if 1 <= n <= len(given)]
    alone = [place for place in cited if _judged(claim, [place]).supported]
    if alone:
        return alone, _judged(claim, alone)
    verdict = _judged(claim, cited)
    if verdict.supported or (cited and (verdict.flaw not in _CITED_WRONGLY or _is_about(claim, cited))):
        return cited, verdict
    for place in given:
        if place not in cited and (other := _judged(claim, [place])).supported:
            return [place], other
    return cited, verdict


def says_something(claim: Claim, places: Sequence[Placed]) -> bool:
    """Whether a claim is a statement of what the paragraphs say: not a heading, not their labels, not about the paragraphs."""
    printed = " ".join(place.paragraph.text for place in places)
    if claim.text.endswith(":") or (_OF_PARAGRAPHS.match(claim.text) and claim.text[:20] not in printed):
        return False
    if _TO_READER.search(claim.text) and not _TO_READER.search(printed):
        return False
    if all(_stems(claim.text) <= _stems(context_of(place)) for place in places):
        return False
    return len(_stems(claim.text) & _stems(printed)) >= _TELLING


def _is_about(claim: Claim, places: Sequence[Placed]) -> bool:
    """Whether paragraphs hold most of a claim's words, so that it is of them and wrong, not of another and miscited."""
    words = _stems(claim.text)
    held = {stem for place in places for stem in _stems(place.paragraph.text)}
    return len(words & held) > _HALF * len(words)


def _judged(claim: Claim, places: Sequence[Placed]) -> Verdict:
    """What the support gate says of a claim on these paragraphs and their meetings."""
    return judge(
        claim.text,
        [place.paragraph.text for place in places],
        [place.paragraph.status.value for place in places],
        context=[context_of(place) for place in places],
    )


def context_of(place: Placed) -> str:
    """What a reader of a paragraph knows of it besides its words: council, body, part, date, number, item, resolved."""
    meeting, paragraph = place.part.meeting, place.paragraph
    facts = [meeting.council, meeting.body, place.part.kind.value.replace("-", " ")]
    facts += [f"meeting on {long_date(meeting.date)}" if meeting.date else None]
    facts += [f"minute {paragraph.ref}" if paragraph.ref else None, paragraph.item_title, place.part.title]
    facts += ["Resolved" if paragraph.status is Status.RESOLUTION else None]
    return "; ".join(fact for fact in facts if fact) + "."


def write(
    model: BaseChatModel,
    context_tokens: int,
    seconds: float,
    base: Answer,
    question: Question,
    candidates: Sequence[Candidate],
    plain: Answer,
    nothing: Answer,
) -> Iterator[str | Answer]:
    """The answer statement by statement as each passes the gate, then the whole.

    `plain` is the answer in the papers' own words: it stands instead where the model fails or says nothing that is
    borne out, and below what is borne out where that does not cover it; `nothing` is the abstention for a model that finds
    no answer. Takes at most `seconds` and the gate's time.
    """
    prompt = generate.prompt_of(model)
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        best.setdefault(candidate.placed.paragraph.id, candidate)
    open_to_it = [one.placed for one in best.values() if not gives_orders(one.placed.paragraph.text)][:_TO_MODEL]
    draft = Draft(generate.packed(open_to_it, generate.room(model, question.text, context_tokens)))
    asked = {"paragraphs": generate.as_context(draft.given), "question": question.text}
    reader = ClaimReader()
    trouble = ""
    try:
        for piece in generate.pieces(model, asked, seconds):
            yield from filter(None, map(draft.add, reader.feed(piece)))
            if draft.full or len(reader.heard) > _LONGEST:
                break
        else:
            yield from filter(None, map(draft.add, reader.finish()))
    except ModelTrouble as error:
        trouble = str(error)
    base = replace(
        base,
        left_out=len(draft.stopped),
        stopped=tuple(draft.stopped),
        model=generate.name_of(model),
        prompt=f"{prompt.name}/{prompt.version}",
    )
    if draft.told:
        answer = _with_own_words(base, draft, plain, trouble)
        said = " ".join(_lines(draft))
        if len(answer.answer) > len(said):
            yield answer.answer[len(said) :]
    else:
        answer = _instead(base, plain, nothing, trouble, generate.declines(reader.text))
        yield answer.answer
    yield answer


def _instead(base: Answer, plain: Answer, nothing: Answer, trouble: str, declined: bool) -> Answer:
    """The abstention or the answer in the papers' own words, with a note of what became of the model's."""
    about = {name: getattr(base, name) for name in ("left_out", "stopped", "model", "prompt")}
    caught = bool(base.left_out)  # a model that said something else besides is not relied on in this either
    if declined and (plain.abstained or (base.confidence < SURE and not caught)):
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
    if not plain.abstained and not _covered(draft, plain, sure=not (draft.stopped or trouble)):
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
        words = _stems(one.quote)
        if not sure and len(words & _stems(" ".join(of_it))) < _HALF * len(words):
            return False
    return True


def _citations(draft: Draft) -> dict[int, Citation]:
    """A citation for each marker, its quote the words of the paragraph that bear out what is said of it."""
    found: dict[int, Citation] = {}
    for told in draft.told:
        for place in told.places:
            mark = draft.marks[place.paragraph.id]
            start, end = _stretch(place.paragraph.own, told.claim)
            made = citation(mark, Pick(place, start, end, 0.0))
            found[mark] = replace(made, quote=_joined(made, found.get(mark)))
    return found


def _stretch(own: str, claim: Claim) -> tuple[int, int]:
    """Where the words relied on stand: the exact words where the model gave them truly, else the likest sentence."""
    if len(claim.words) > 8 and (at := own.find(claim.words)) >= 0:
        return at, at + len(claim.words)
    said = _stems(claim.text)
    return max(sentences(own) or [(0, len(own))], key=lambda span: len(said & _stems(own[span[0] : span[1]])))


def _joined(one: Citation, other: Citation | None) -> str:
    """The words from the first quote to the end of the last, where that is not too much; else the first's."""
    if other is None or other.quote in one.quote:
        return one.quote
    starts = [one.text.find(quote) for quote in (one.quote, other.quote)]
    if min(starts) < 0:
        return one.quote
    whole = one.text[min(starts) : max(at + len(q) for at, q in zip(starts, (one.quote, other.quote), strict=True))]
    return whole if len(whole.split()) <= _WORDS_A_QUOTE else one.quote


def _stems(text: str) -> set[str]:
    return {
        stem_of(word)
        for word in re.findall(r"[a-z0-9£%][a-z0-9.,'’-]*[a-z0-9%]|\d", text.lower())
        if len(word) > 3 or word[0].isdigit()
    }
