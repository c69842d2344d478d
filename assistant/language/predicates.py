"""Who did what: each verb of a text with the words before it that it is told of and the words behind it. Pure.

No parser stands behind this. Committee papers are written in a plain order, doer, verb and thing done, or thing done, "was",
verb and "by"; where the order is another (a pronoun, "there was", a list), the act's doer is not known and nothing is
made of it.
"""

from dataclasses import dataclass, replace

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.entities import OFFICES, TITLES
from assistant.language.stems import PAST, stem_of

_BE = frozenset("is are was were be been being remain remains remained".split())
_MODAL = frozenset("will would shall should can could may might must cannot did does do".split())
HELPING = _BE | _MODAL | frozenset("has have had having".split())
_PRONOUNS = frozenset("he she it they we i you this these those there who".split())
_JOINING = frozenset("and or but then".split())
_OPENING = frozenset(
    "that which who whom whose where when while whilst whereas although though because if unless until as before after since whether so however but".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those its their his her our your any some no each every all more most other such of in by with for at on from into to under over between both two three".split()
)
_PREPOSITIONS = frozenset(
    "of in by with for at on from into to under over between within against about during across through among along around near outside inside".split()
)
_CLAUSE_END = 0.4
_FARTHEST = 12
_QUANTIFYING = frozenset("all every each both none most some".split())
_MANY = frozenset("staff people police children".split())
_UNCHANGED = frozenset("set put cut let hit cost split spread read".split())  # in the past as in the present
_PLACING = frozenset("in at on across for among during by from".split())
_LEADING = frozenset(
    "able allowed asked due eligible entitled expected free going invited likely permitted ready required set".split()
)
_ADVERBS = frozenset("not never also now still already since then only just both yet later again first back".split())


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb's position, and the positions of the words told as doing it and as having it done to them.

    Each is empty where the text's order does not tell; both are the same words where it tells only that one is meant.
    """

    at: int
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    passive: bool
    finite: bool  # the verb of a clause, not the "received" of "the petition received in May"
    helped: bool = False  # behind "was", "had", "will"
    count: int | None = None  # the figure, "all" or "both" that opens what stands before the verb
    amount: int | None = None  # the figure right behind the verb


@read_once
def acts(wording: AnnotatedText) -> dict[int, Predicate]:
    """The acts of a text by their verb's position."""
    tokens = wording.tokens
    verbs = [n for n in range(len(tokens)) if is_verb(tokens, n)]
    found: dict[int, Predicate] = {}
    for n in verbs:
        act = _act(tokens, n, found)
        found[n] = replace(act, count=_count(tokens, n, found), amount=_amount(tokens, n))
    return found


def _count(tokens: tuple[Token, ...], n: int, found: dict[int, Predicate]) -> int | None:
    """Position of the figure or "all" that opens the words before a verb's group, straight behind a mark, "and" or the start."""
    last: int | None = None
    for at in range(n - 1, max(-1, n - _FARTHEST), -1):
        token = tokens[at]
        if (
            token.low in ("which", "whom")
            and at > 1
            and tokens[at - 1].low == "of"
            and tokens[at - 2].kind is TokenKind.FIGURE
        ):
            return at - 2  # "eleven complaints, seven of which were upheld"
        if (
            (token.kind is TokenKind.BREAK and token.boundary >= _CLAUSE_END)
            or token.low in _JOINING
            or token.low in _OPENING
        ):
            return last if last == at + 1 else None
        if at in found and found[at].finite:
            return None
        if token.kind is TokenKind.FIGURE or token.low in _QUANTIFYING:
            last = at
    return last if last == 0 else None


def _amount(tokens: tuple[Token, ...], n: int) -> int | None:
    """Position of the figure that opens what stands behind a verb."""
    at = n + 1
    while at < len(tokens) and tokens[at].low in _NEARLY:
        at += 1
    return at if at < len(tokens) and tokens[at].kind is TokenKind.FIGURE else None


_NEARLY = frozenset("a an the about around some only just nearly almost over".split())


def is_verb(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a word is used as a verb: behind "was", "had", "will" or "to", or in the past behind its doer."""
    token = tokens[n]
    if token.kind is not TokenKind.WORD or token.low.endswith("ly"):
        return False
    at = _back(tokens, n)
    before = tokens[at] if at >= 0 else None
    if before is None or before.text == '"':
        return False
    if before.low == "to" and _leads(tokens, at - 1):
        return True
    if before.low in _BE:
        return is_past(token) or token.low in _UNCHANGED or token.low.endswith("ing")  # not "was free", "were members"
    if before.low in HELPING:
        return is_past(token) or before.low in _MODAL
    if token.low in _UNCHANGED and n + 1 < len(tokens) and tokens[n + 1].low == "by":
        return True  # "a price set by a valuer"
    if is_past(token):
        return before.low not in _DETERMINERS and before.kind is not TokenKind.FIGURE
    plural = before.low in _MANY or (before.low.endswith("s") and not before.low.endswith("ss"))
    if token.low.endswith(("ss", "ing")) or not (token.low.endswith("s") or plural):
        return False
    return (
        before.kind in (TokenKind.WORD, TokenKind.NAME)
        and n + 1 < len(tokens)
        and tokens[n + 1].low in ("that", "the", "a", "an")
        and not before.low.endswith("ing")
    )


def tells(wording: AnnotatedText) -> bool:
    """Whether a text has the verb of a sentence."""
    return bool(acts(wording)) or any(token.low in HELPING for token in wording.tokens)


def is_past(token: Token) -> bool:
    """Whether a word has the form of a past tense or participle."""
    return token.low.endswith("ed") or token.low in PAST


def _leads(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a word makes what stands before it the doer of the verb behind "to": "were eligible to vote"."""
    return tokens[n].low in _LEADING and n > 0 and tokens[n - 1].low in _BE


def _back(tokens: tuple[Token, ...], n: int) -> int:
    """The position before a word, adverbs left out; -1 at the text's start."""
    at = n - 1
    while at >= 0 and (tokens[at].low in _ADVERBS or tokens[at].low.endswith("ly")):
        at -= 1
    return at


def _act(tokens: tuple[Token, ...], n: int, found: dict[int, Predicate]) -> Predicate:
    start, passive = n, False
    at = _back(tokens, n)
    if at > 0 and tokens[at].low == "to" and _leads(tokens, at - 1):
        start = _back(tokens, at)
        at = _back(tokens, start)
        while at >= 0 and tokens[at].low in HELPING:
            start = at
            at = _back(tokens, at)
    while at >= 0 and tokens[at].low in HELPING:
        passive = passive or (tokens[at].low in _BE and not tokens[n].low.endswith("ing"))
        start = at
        at = _back(tokens, at)
    helped = start < n
    by_next = n + 1 < len(tokens) and tokens[n + 1].low == "by"
    last = _last(found, helped, by_next)
    if not helped and at >= 0 and tokens[at].low in _JOINING and last:
        passive = last.passive and is_past(tokens[n])
    ahead = _before(tokens, start, found, last)
    behind = _behind(tokens, n)
    if passive:
        return Predicate(n, _by(tokens, n), ahead, True, True, helped)
    if not helped and by_next and (by := _by(tokens, n)):
        return Predicate(n, by, ahead, True, False)  # "a crew funded by the District"
    if not helped and _shares_its_thing(tokens, n):
        return Predicate(n, ahead, (), False, True)
    if not helped and not _takes_a_thing(tokens, n):
        return Predicate(
            n, ahead, ahead, False, False, helped
        )  # "the petition received in May", "the motion passed": either
    return Predicate(n, ahead, behind, False, True, helped)


def _last(found: dict[int, Predicate], helped: bool, passive: bool = False) -> Predicate | None:
    """The act that a verb behind "and" goes on with: the last of a clause's verbs, of those told in one tense the last two.

    A `passive` one ("and considered by") goes on with the last.
    """
    last = [act for act in reversed(found.values()) if act.finite][:2]
    if last and passive:
        return last[0]
    return next((act for act in last if act.helped is helped), last[0] if last else None)


def _takes_a_thing(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether the thing done follows a verb, not "in", "by" or a mark."""
    if n + 1 >= len(tokens):
        return False
    after = tokens[n + 1]
    return after.low not in _PREPOSITIONS and after.low not in _JOINING and after.kind is not TokenKind.BREAK


def _shares_its_thing(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether another's verb, whose thing this one's is too, follows: "Mr Vance proposed, and Ms Joshi seconded, the motion"."""
    at = n + 1
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].low == "and"):
        at += 1
    first = at
    while at < len(tokens) and tokens[at].kind is TokenKind.NAME:
        at += 1
    joined = any(token.low == "and" for token in tokens[n + 1 : first])
    return joined and at < len(tokens) and is_past(tokens[at]) and (at > first or _takes_a_thing(tokens, at))


def _before(
    tokens: tuple[Token, ...], start: int, found: dict[int, Predicate], last: Predicate | None
) -> tuple[int, ...]:
    """The words before a verb's group that it is told of; nothing where a pronoun, a list or "there" stands there."""
    at = _back(tokens, start)
    if at < 0:
        return ()
    if tokens[at].low in _JOINING and last:
        between = tokens[last.at : at]
        if any(
            (token.boundary >= 0.8 and token.kind is TokenKind.BREAK) or token.low in ("who", "whom")
            for token in between
        ):
            return ()
        return last.patients if last.passive else last.agents
    aside: tuple[int, ...] = ()
    if tokens[at].text == ",":
        opened = _comma_before(tokens, at)
        if opened is None and tokens[start].low not in ("having", "being"):
            return ()
        if opened is not None:
            aside = _run_back(tokens, at - 1, found)  # "Ms Vance, Head of Roads, said": either name will do
        at = (at if opened is None else opened) - 1
    if at > 0 and tokens[at].low == "which" and tokens[at - 1].low == "of":
        return ()  # "the outcome of which recommended": something told before
    if at >= 0 and tokens[at].low in ("which", "who", "that"):
        at = at - 2 if at and tokens[at - 1].text == "," else at - 1
    return (*_run_back(tokens, at, found), *aside)


def _meant(tokens: tuple[Token, ...], n: int, found: dict[int, Predicate]) -> tuple[int, ...]:
    """Whom a pronoun means: "he" or "she" the last named doer; "said that it" the one who said it."""
    if tokens[n].low == "it" and n and tokens[n - 1].low == "that":
        last = next(reversed(found.values()), None)
        same = last is not None and not any(token.boundary >= 0.8 for token in tokens[last.at : n])
        return last.agents if last and same and not last.passive else ()
    if tokens[n].low not in ("he", "she"):
        return ()
    for act in reversed(found.values()):
        if act.finite and any(tokens[n].low in TITLES or tokens[n].stem in OFFICES for n in act.agents):
            return act.agents
    for act in reversed(found.values()):
        if act.finite and any(tokens[n].kind is TokenKind.NAME for n in act.agents):
            return act.agents
    return ()


def _comma_before(tokens: tuple[Token, ...], at: int) -> int | None:
    for n in range(at - 1, -1, -1):
        if tokens[n].kind is TokenKind.BREAK and tokens[n].boundary >= 0.8:
            return None
        if tokens[n].text == ",":
            return n
    return None


def _run_back(tokens: tuple[Token, ...], at: int, found: dict[int, Predicate]) -> tuple[int, ...]:
    run: list[int] = []
    joined: int | None = None
    figured: int | None = None
    n = at
    while n >= 0 and at - n < 2 * _FARTHEST:
        token = tokens[n]
        if token.low in _PRONOUNS:
            return _meant(tokens, n, found)
        if (n in found and found[n].finite) or (token.low in HELPING and run):
            if joined is None:
                return ()  # the end of a clause inside the doer ("the claim that he had bullied an officer")
            run = [k for k in run if k > joined]
            break
        if token.low in _OPENING or (token.kind is TokenKind.BREAK and token.boundary >= _CLAUSE_END):
            break
        if token.low in _PLACING and figured is not None and (n == 0 or tokens[n - 1].kind is TokenKind.BREAK):
            run = [k for k in run if k > figured]  # "In primary schools 26% of children are": the children
            break
        if token.kind is TokenKind.FIGURE and figured is None:
            figured = n
        if token.low == "and":
            joined = joined if joined is not None else n
        elif token.kind in (TokenKind.WORD, TokenKind.NAME) and token.text[0].isalpha() and n not in found:
            run.append(n)
        n -= 1
    return tuple(reversed(run))


def _behind(tokens: tuple[Token, ...], n: int) -> tuple[int, ...]:
    run: list[int] = []
    for at in range(n + 1, min(n + 1 + _FARTHEST, len(tokens))):
        token = tokens[at]
        if (token.kind is TokenKind.BREAK and token.boundary >= _CLAUSE_END) or token.low in _OPENING:
            break
        if token.low in HELPING:
            break
        if token.kind in (TokenKind.WORD, TokenKind.NAME):
            run.append(at)
    return tuple(run)


def _by(tokens: tuple[Token, ...], n: int) -> tuple[int, ...]:
    """The words behind a "by" that belongs to a passive verb."""
    for at in range(n + 1, min(n + 6, len(tokens) - 1)):
        token = tokens[at]
        if (token.kind is TokenKind.BREAK and token.boundary >= _CLAUSE_END) or token.low in HELPING:
            return ()
        if token.low == "by":
            behind = tokens[at + 1]
            if behind.kind in (TokenKind.FIGURE, TokenKind.MOMENT) or behind.low.endswith("ing"):
                return ()
            run = []
            for k in range(at + 1, min(at + 8, len(tokens))):
                if (tokens[k].kind is TokenKind.BREAK and tokens[k].boundary >= _CLAUSE_END) or tokens[
                    k
                ].low in _OPENING:
                    break
                if tokens[k].low in _PREPOSITIONS and tokens[k].low != "of":
                    break
                if tokens[k].low in _JOINING and k + 1 < len(tokens) and is_past(tokens[k + 1]):
                    break  # "proposed by Mr Vance and seconded by"
                if tokens[k].kind in (TokenKind.WORD, TokenKind.NAME):
                    run.append(k)
            return tuple(run)
    return ()


OF_MINDS = frozenset(map(stem_of, "expect hope want intend say tell report note mention state".split()))
