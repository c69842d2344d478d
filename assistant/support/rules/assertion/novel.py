"""Deeds told of a thing that the paragraphs name, where no paragraph tells of such a deed: "was disbanded". Pure."""

from collections.abc import Iterator

from assistant.language.annotated import TokenKind, weight_of
from assistant.language.antonyms import sides_of
from assistant.language.decision_verbs import DecisionAct, deeds
from assistant.language.direction import directions, points
from assistant.language.figure_roles import role_of
from assistant.language.negation import denied
from assistant.language.predicates import HELPING, Predicate, acts
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

# Verbs that tell how something is said, thought, wanted, counted or worded: a paraphrase may put them in.
_TELLING = frozenset(
    map(
        stem_of,
        (
            "say tell state report note mention explain describe add stress point highlight outline hear ask answer reply inform advise warn "
            "voice express think believe feel consider regard know understand wish want prefer hope expect need seek promise intend "
            "involve include cover concern relate cost total average amount reach stand number count range differ matter "
            "allow enable help let act deal serve work mean call name refer follow lack lag miss cast cite vote recommend decide agree "
            "do spend pay wait accord base compare judge find place use run deliver pass exist happen occur apply suffer fear doubt argue hurt"
        ).split(),
    )
)


_LIGHT = frozenset(map(stem_of, "give make send offer submit tender deliver present".split()))
_GIVEN = frozenset(
    map(
        stem_of,
        "apology apologies presentation update report talk overview statement speech declaration summary comment".split(),
    )
)


def novel_deeds(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence tells of a thing in the paragraphs with a verb that no paragraph has."""
    marks, decided = denied(pair.sentence), deeds(pair.sentence)
    told = acts(pair.sentence)
    alone = len(told) == 1 and not any(token.low in HELPING for token in pair.sentence.tokens)
    for n, act in told.items():
        token = pair.sentence.tokens[n]
        if (
            pair.met[n]
            or decided.get(n, DecisionAct.WITHDRAWN) not in (DecisionAct.WITHDRAWN, DecisionAct.DEFERRED)
            or marks[n]
            or not (act.finite or (alone and not points(token)))
            or weight_of(token) < 1.0
            or token.stem in _TELLING
            or token.low == "another"
        ):
            continue
        if token.stem in _LIGHT and any(
            pair.met[at] and pair.sentence.tokens[at].stem in _GIVEN for at in act.patients[:3]
        ):
            continue  # "sent apologies", "gave a presentation": the noun is the deed
        if (not points(token) and _tells_an_amount(pair, n)) or (points(token) and _tells_a_change(pair, n)):
            continue  # "drew 1,869 families", "topped up by £793m": what the figure is of has been judged
        if _names_its_thing(pair, act) and not _denied_in_print(pair, n):
            yield Fault(Flaw.ABSENT, f"The paragraph does not say “{token.text}” of this")
            return


def _tells_an_amount(pair: Aligned, n: int) -> bool:
    """Whether a figure that the paragraphs give stands right behind a verb, at most little words between."""
    for at in range(n + 1, min(n + 5, len(pair.sentence.tokens))):
        token = pair.sentence.tokens[at]
        if token.kind is TokenKind.FIGURE:
            return bool(pair.met[at])
        if token.kind is not TokenKind.STOP and weight_of(token) >= 1.0 and token.low not in ("top", "bottom"):
            return False
    return False


def _tells_a_change(pair: Aligned, n: int) -> bool:
    """Whether a change's start and end stand behind a verb, and the paragraphs tell them as that: "fell from 20 to 14"."""
    ends = {
        role: at
        for at in pair.sentence.all_of(TokenKind.FIGURE)
        if n < at < n + 9 and (role := role_of(pair.sentence, at))
    }
    if not {"from", "to"} <= set(ends):
        return False
    start, end = pair.sentence.tokens[ends["from"]].figure, pair.sentence.tokens[ends["to"]].figure
    told = any(role_of(pair.source, at) == "from" for at, _ in pair.met[ends["from"]]) and bool(pair.met[ends["to"]])
    way = directions(pair.sentence).get(n)
    return bool(told and start and end) and (end.value > start.value) == (way == "up")  # type: ignore[union-attr]


def _names_its_thing(pair: Aligned, act: Predicate) -> bool:
    """Whether the paragraphs name what the verb is told of."""
    return any(
        pair.met[n] and pair.sentence.tokens[n].kind in (TokenKind.WORD, TokenKind.NAME)
        for n in (*act.agents, *act.patients)
    )


def _denied_in_print(pair: Aligned, n: int) -> bool:
    """Whether the paragraphs deny the verb's opposite ("did not win" for "lost")."""
    sides = dict(sides_of(pair.sentence.tokens[n]))
    marks = denied(pair.source)
    return any(
        marks[at] and any(row in sides and sides[row] != side for row, side in sides_of(token))
        for at, token in enumerate(pair.source.tokens)
    )
