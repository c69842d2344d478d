"""Whether the sentence tells of the doer and the thing done that the paragraphs tell a verb of. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.language.acronyms import is_acronym
from assistant.language.annotated import AnnotatedText, TokenKind, weight_of
from assistant.language.entities import TITLES, Form, entities
from assistant.language.predicates import OF_MINDS, Predicate, acts
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.attachment.corrected import corrected

_BESIDE = 0.6  # how near a noun of the deed stands to its doer
_BY_ROOT = 0.7  # "Management" is not the Manager
_GIVING = frozenset(map(stem_of, "give award pay grant offer allow send tell ask show".split()))  # to one, or a thing


def doer_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence tells a verb of another agent or patient than the paragraphs do, and they name both."""
    sentence = acts(pair.sentence)
    if not sentence:
        return
    source = acts(pair.source)
    amended = corrected(pair.source) is not None
    for n, act in sentence.items():
        places = [(at, strength) for at, strength in pair.met[n]]
        by = act.passive and act.agents
        if not places or not (
            weight_of(pair.sentence.tokens[n]) >= 1.0 or by or pair.sentence.tokens[n].stem in OF_MINDS
        ):
            continue
        told = [source[at] for at, _ in places if at in source]
        told += [given for at, _ in places if at not in source and (given := _given(pair.source, at, source))]
        same = [one for one in told if pair.source.tokens[one.at].stem == pair.sentence.tokens[n].stem]
        if not same:
            continue
        if pair.sentence.tokens[n].stem not in OF_MINDS:
            told = same  # who "said" a thing may have "advised" it
        nouns = [at for at, _ in places if at not in source and _given(pair.source, at, source) is None]
        if fault := (not _by_noun(pair, act, nouns) and _another(pair, act, told, "agents")) or _another(
            pair, act, told, "patients"
        ):
            yield fault
            return
        if not amended and (other := _of_another_amount(pair, act, told)):
            yield Fault(Flaw.OTHER_THING, f"The paragraph says “{other}” of this")
            return
        if act.count is not None and not amended and (other := _counted_otherwise(pair, act, told)):
            yield Fault(
                Flaw.SCOPE, f"The paragraph says “{other}”, not “{pair.sentence.tokens[act.count].text}”, of this"
            )
            return


def _given(wording: AnnotatedText, at: int, source: dict[int, Predicate]) -> Predicate | None:
    """The act of a noun that was given: "the Cabinet gave approval" is to approve."""
    for n in range(at - 1, max(-1, at - 4), -1):
        if n in source and wording.tokens[n].stem == _GIVE:
            return replace(source[n], at=at)
    return None


_GIVE = stem_of("give")


def _by_noun(pair: Aligned, act: Predicate, nouns: list[int]) -> bool:
    """Whether the paragraphs tell the deed of the same doer by a noun: "the Council was the winner of"."""
    doers = [at for n in _heads(pair.sentence, act.agents) for at, _ in pair.met[n]]
    return any(pair.source.near(noun, doer) > _BESIDE for noun in nouns for doer in doers)


def _of_another_amount(pair: Aligned, act: Predicate, told: list[Predicate]) -> str | None:
    """The verb with its figure where the paragraphs tell it, wherever they do, of another figure of the kind."""
    mine = pair.sentence.tokens[act.amount].figure if act.amount is not None else None
    if mine is None or act.passive or not pair.met[act.amount or 0]:
        return None
    places = {at for at, _ in pair.met[act.amount or 0]}
    for one in told:
        theirs = pair.source.tokens[one.amount].figure if one.amount is not None else None
        if theirs is None or one.amount in places or theirs.kind is not mine.kind:
            return None
    first = told[0]
    return f"{pair.source.tokens[first.at].text} {pair.source.tokens[first.amount or 0].text}"


def _counted_otherwise(pair: Aligned, act: Predicate, told: list[Predicate]) -> str | None:
    """The figure or "all" that the paragraphs have, wherever they tell the verb, before it, where the sentence has another."""
    mine = pair.sentence.tokens[act.count or 0]
    theirs = [pair.source.tokens[one.count] for one in told if one.count is not None]
    behind = pair.sentence.tokens[(act.count or 0) + 1 : (act.count or 0) + 2]
    if behind and (behind[0].low == "of" or (mine.low == "some" and behind[0].kind is TokenKind.FIGURE)):
        return None  # "some 15%"; "six of the eighty vehicles": a part, which the paragraphs may give elsewhere
    if len(theirs) < len(told) or any(token.low == mine.low and token.low for token in theirs):
        return None
    places = {at for at, _ in pair.met[act.count or 0]}
    if any(one.count in places for one in told):
        return None
    if mine.figure and mine.figure.value == 1:
        return None
    if mine.figure and any(token.figure and token.figure.kind is not mine.figure.kind for token in theirs):
        return None
    return theirs[0].text


def _another(pair: Aligned, act: Predicate, told: list[Predicate], part: str) -> Fault | None:
    """The fault of a verb told of one where the paragraphs tell it, wherever they do, of another."""
    own = _heads(pair.sentence, getattr(act, part))
    if not own or (part == "patients" and (not act.passive or pair.sentence.tokens[act.at].stem in _GIVING)):
        return None
    named = [n for n in own if pair.sentence.tokens[n].low not in TITLES] or own
    met = {at for n in named for at, strength in pair.met[n] if strength > _BY_ROOT}
    if not met:
        return _another_kind(pair, own, told) if part == "agents" else None
    for one in told:
        theirs = getattr(one, part)
        if (
            part == "patients"
            and not one.passive
            and _are_people(pair.source, one.agents)
            and one.agents == one.patients
        ):
            return None  # "Mr Vance proposed, and Ms Joshi seconded, the motion": what was proposed is told later
        if act.agents == act.patients or one.agents == one.patients:
            theirs = (*one.agents, *one.patients)
        if not _heads(pair.source, theirs) or met & set(theirs) or (part == "patients" and met & set(one.agents)):
            return None  # the last: "are registered" and "have registered" are told of the same
        if any(is_acronym(pair.source.tokens[at]) for at in _heads(pair.source, theirs)) and not any(
            pair.sentence.tokens[n].kind is TokenKind.NAME for n in own
        ):
            return None  # "the LCSPR was ratified": the sentence may spell it out
        if _stands_for_another(pair.source, theirs) and any(
            pair.sentence.tokens[n].kind is TokenKind.NAME for n in own
        ):
            return None
    if not told:
        return None
    first = told[0]
    other = " ".join(pair.source.tokens[at].text for at in _heads(pair.source, getattr(first, part))[:3])
    mine = " ".join(pair.sentence.tokens[n].text for n in own[:3])
    return Fault(Flaw.NAME, f"The paragraph says this of {other}, not of {mine}")


def _are_people(wording: AnnotatedText, run: tuple[int, ...]) -> bool:
    """Whether a run ends in a person's name."""
    return bool(run) and any(run[-1] in one.at and one.form is Form.PERSON for one in entities(wording))


def _another_kind(pair: Aligned, own: list[int], told: list[Predicate]) -> Fault | None:
    """The fault of a deed told of one kind of people ("councillors") where the paragraphs tell it, wherever they do, of another."""
    mine = [kind for kind in _KINDS if pair.sentence.tokens[own[-1]].stem in kind]
    if not mine or any(stem in pair.source.index for stem in mine[0]):
        return None
    others = []
    for one in told:
        heads = [at for at in one.agents if any(pair.source.tokens[at].stem in kind for kind in _KINDS)]
        if not heads:
            return None
        others += heads
    other, word = pair.source.tokens[others[0]].text, pair.sentence.tokens[own[-1]].text
    return Fault(Flaw.NAME, f"The paragraph says this of {other}, not of {word}")


_KINDS = tuple(
    frozenset(map(stem_of, row.split()))
    for row in (
        "councillor councillors cllr cllrs member members",
        "officer officers staff employee employees",
        "resident residents people public citizen citizens household householder",
        "parent parents carer carers mother mothers father fathers guardian guardians",
        "child children pupil pupils student students",
        "teacher teachers headteacher headteachers",
        "tenant tenants leaseholder leaseholders",
        "landlord landlords",
        "trader traders shopkeeper shopkeepers retailer retailers business businesses",
        "contractor contractors supplier suppliers",
        "inspector inspectors ofsted",
        "applicant applicants",
        "minister ministers government parliament",
        "volunteer volunteers",
        "doctor doctors gp gps nurse nurses",
        "police",
    )
)


def _heads(wording: AnnotatedText, run: tuple[int, ...]) -> list[int]:
    """The telling words of a run up to its first "of", "in" or "for"; all where there is none before."""
    if not run:
        return []
    first: list[int] = []
    for at, behind in zip(run, (*run[1:], None), strict=True):
        first.append(at)
        if behind is not None and any(
            token.low in ("of", "in", "for", "at", "on", "to", "from", "with", "by")
            for token in wording.tokens[at + 1 : behind]
        ):
            break
    if weight_of(wording.tokens[first[-1]]) < 1.0 and wording.tokens[first[-1]].kind is TokenKind.WORD:
        first = list(run)  # "the number of children"
    return [at for at in first if wording.tokens[at].kind is TokenKind.NAME or weight_of(wording.tokens[at]) >= 1.0]


def _stands_for_another(wording: AnnotatedText, run: tuple[int, ...]) -> bool:
    """Whether a run is "the" and one common word ("the applicant") that may mean somebody named before."""
    before = wording.tokens[run[0] - 1].low if run and run[0] else ""
    return len(run) == 1 and wording.tokens[run[0]].kind is TokenKind.WORD and before in ("the", "its", "their", "this")
