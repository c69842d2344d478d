"""Who did what: each verb of a text with the words told as its agent and those told as its patient.

No parser stands behind this. Committee papers are written in a plain order: agent, verb and patient, or patient, "was",
verb and "by". Where the order is another (a pronoun, "there was", a list), the agent is not known and nothing is made of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.entities import OFFICES, TITLES
from assistant.language.stems import PAST, stem_of

_BE = frozenset("is are was were be been being remain remains remained".split())
_MODAL = frozenset("will would shall should can could may might must cannot did does do".split())
HELPING = _BE | _MODAL | frozenset("has have had having".split())
OF_MINDS = frozenset(map(stem_of, "expect hope want intend say tell report note mention state".split()))
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
_QUANTIFYING = frozenset("all every each both none most some".split())
_MANY = frozenset("staff people police children".split())
_UNCHANGED = frozenset("set put cut let hit cost split spread read".split())  # in the past as in the present
_PLACING = frozenset("in at on across for among during by from".split())
_LEADING = frozenset(
    "able allowed asked due eligible entitled expected free going invited likely permitted ready required set".split()
)
_ADVERBS = frozenset("not never also now still already since then only just both yet later again first back".split())
_ABOUT = frozenset("a an the about around some only just nearly almost over".split())  # before an amount
_RELATIVE = frozenset(("which", "who", "that"))
_ENDS_CLAUSE, _ENDS_SENTENCE = 0.4, 0.8
_FARTHEST = 12  # tokens between a verb and the words told of it
_BY_FARTHEST, _BY_LONGEST = 6, 8  # tokens from a passive verb to its "by", and behind it

Tokens = tuple[Token, ...]
Positions = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb's position, and the positions of the words told as its agents (who does it) and patients (what it is done to).

    Each is empty where the text's order does not tell. Both are the same words where it tells only that one is meant.
    """

    at: int
    agents: Positions
    patients: Positions
    passive: bool
    finite: bool  # the verb of a clause, not the "received" of "the petition received in May"
    helped: bool = False  # behind "was", "had", "will"
    count: int | None = None  # the figure, "all" or "both" that opens what stands before the verb
    amount: int | None = None  # the figure right behind the verb


@read_once
def acts(text: AnnotatedText) -> dict[int, Predicate]:
    """Return the predicates of a text by their verb's position, in order."""
    tokens = text.tokens
    found: dict[int, Predicate] = {}
    for i in range(len(tokens)):
        if is_verb(tokens, i):
            predicate = _predicate(tokens, i, found)
            found[i] = replace(predicate, count=_count(tokens, i, found), amount=_amount(tokens, i))
    return found


def tells(text: AnnotatedText) -> bool:
    """Whether a text has the verb of a sentence."""
    return bool(acts(text)) or any(token.low in HELPING for token in text.tokens)


def is_past(token: Token) -> bool:
    """Whether a word has the form of a past tense or participle."""
    return token.low.endswith("ed") or token.low in PAST


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a word is used as a verb: behind "was", "had", "will" or "to", or in the past behind its agent."""
    token = tokens[i]
    if token.kind is not TokenKind.WORD or token.low.endswith("ly"):
        return False
    j = _before_adverbs(tokens, i)
    before = tokens[j] if j >= 0 else None
    if before is None or before.text == '"':
        return False
    if before.low == "to" and _leads(tokens, j - 1):
        return True
    if before.low in _BE:
        return is_past(token) or token.low in _UNCHANGED or token.low.endswith("ing")  # not "was free", "were members"
    if before.low in HELPING:
        return is_past(token) or before.low in _MODAL
    if token.low in _UNCHANGED and i + 1 < len(tokens) and tokens[i + 1].low == "by":
        return True  # "a price set by a valuer"
    if is_past(token):
        return before.low not in _DETERMINERS and before.kind is not TokenKind.FIGURE
    return _is_present(tokens, i, before)


def _is_present(tokens: Tokens, i: int, before: Token) -> bool:
    """Whether a word is a verb in the present: "the Board notes that", "members approve the"."""
    word = tokens[i].low
    plural = before.low in _MANY or (before.low.endswith("s") and not before.low.endswith("ss"))
    if word.endswith(("ss", "ing")) or not (word.endswith("s") or plural):
        return False
    return (
        before.kind in (TokenKind.WORD, TokenKind.NAME)
        and i + 1 < len(tokens)
        and tokens[i + 1].low in ("that", "the", "a", "an")
        and not before.low.endswith("ing")
    )


def _leads(tokens: Tokens, i: int) -> bool:
    """Whether a word makes what stands before it the agent of the verb behind "to": "were eligible to vote"."""
    return tokens[i].low in _LEADING and i > 0 and tokens[i - 1].low in _BE


def _before_adverbs(tokens: Tokens, i: int) -> int:
    """Return the position before a word, adverbs left out; -1 at the text's start."""
    j = i - 1
    while j >= 0 and (tokens[j].low in _ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    return j


def _ends_clause(token: Token) -> bool:
    return token.kind is TokenKind.BREAK and token.boundary >= _ENDS_CLAUSE


def _ends_sentence(token: Token) -> bool:
    return token.kind is TokenKind.BREAK and token.boundary >= _ENDS_SENTENCE


def _tells_a_thing(token: Token) -> bool:
    return token.kind in (TokenKind.WORD, TokenKind.NAME)


def _count(tokens: Tokens, i: int, found: dict[int, Predicate]) -> int | None:
    """Return the position of the figure or "all" that opens the words before a verb's group, or None.

    It stands right behind a mark, "and" or the text's start.
    """
    last: int | None = None
    for j in range(i - 1, max(-1, i - _FARTHEST), -1):
        token = tokens[j]
        if (
            token.low in ("which", "whom")
            and j > 1
            and tokens[j - 1].low == "of"
            and tokens[j - 2].kind is TokenKind.FIGURE
        ):
            return j - 2  # "eleven complaints, seven of which were upheld"
        if _ends_clause(token) or token.low in _JOINING or token.low in _OPENING:
            return last if last == j + 1 else None
        if j in found and found[j].finite:
            return None
        if token.kind is TokenKind.FIGURE or token.low in _QUANTIFYING:
            last = j
    return last if last == 0 else None


def _amount(tokens: Tokens, i: int) -> int | None:
    """Return the position of the figure that opens what stands behind a verb, or None."""
    j = i + 1
    while j < len(tokens) and tokens[j].low in _ABOUT:
        j += 1
    return j if j < len(tokens) and tokens[j].kind is TokenKind.FIGURE else None


def _predicate(tokens: Tokens, i: int, found: dict[int, Predicate]) -> Predicate:
    """Return the predicate of a verb; `found` are those before it."""
    start, passive = _group(tokens, i)
    helped = start < i
    before = _before_adverbs(tokens, start)
    by_next = i + 1 < len(tokens) and tokens[i + 1].low == "by"
    last = _last(found, helped, by_next)
    if not helped and before >= 0 and tokens[before].low in _JOINING and last:
        passive = last.passive and is_past(tokens[i])
    ahead = _words_before(tokens, start, found, last)
    if passive:
        return Predicate(i, _by(tokens, i), ahead, True, True, helped)
    if not helped and by_next and (by := _by(tokens, i)):
        return Predicate(i, by, ahead, True, False)  # "a crew funded by the District"
    if not helped and _shares_its_patient(tokens, i):
        return Predicate(i, ahead, (), False, True)
    if not helped and not _takes_a_patient(tokens, i):
        # "the petition received in May", "the motion passed": agent or patient
        return Predicate(i, ahead, ahead, False, False, helped)
    return Predicate(i, ahead, _words_behind(tokens, i), False, True, helped)


def _group(tokens: Tokens, i: int) -> tuple[int, bool]:
    """Return where a verb's group begins ("had been" of "had been approved"), and whether the group is passive."""
    start, passive = i, False
    j = _before_adverbs(tokens, i)
    if j > 0 and tokens[j].low == "to" and _leads(tokens, j - 1):
        start = _before_adverbs(tokens, j)
        j = _before_adverbs(tokens, start)
        while j >= 0 and tokens[j].low in HELPING:
            start = j
            j = _before_adverbs(tokens, j)
    while j >= 0 and tokens[j].low in HELPING:
        passive = passive or (tokens[j].low in _BE and not tokens[i].low.endswith("ing"))
        start = j
        j = _before_adverbs(tokens, j)
    return start, passive


def _last(found: dict[int, Predicate], helped: bool, by_next: bool = False) -> Predicate | None:
    """Return the predicate that a verb behind "and" goes on with: of the last two, the one told with or without a helping verb.

    A verb before "by" ("and considered by") goes on with the last.
    """
    last = [predicate for predicate in reversed(found.values()) if predicate.finite][:2]
    if last and by_next:
        return last[0]
    return next((predicate for predicate in last if predicate.helped is helped), last[0] if last else None)


def _takes_a_patient(tokens: Tokens, i: int) -> bool:
    """Whether the patient follows a verb, not "in", "by" or a mark."""
    if i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return after.low not in _PREPOSITIONS and after.low not in _JOINING and after.kind is not TokenKind.BREAK


def _shares_its_patient(tokens: Tokens, i: int) -> bool:
    """Whether the patient stands behind another's verb: "Mr Vance proposed, and Ms Joshi seconded, the motion"."""
    first = i + 1
    while first < len(tokens) and (tokens[first].text == "," or tokens[first].low == "and"):
        first += 1
    j = first
    while j < len(tokens) and tokens[j].kind is TokenKind.NAME:
        j += 1
    joined = any(token.low == "and" for token in tokens[i + 1 : first])
    return joined and j < len(tokens) and is_past(tokens[j]) and (j > first or _takes_a_patient(tokens, j))


def _words_before(tokens: Tokens, start: int, found: dict[int, Predicate], last: Predicate | None) -> Positions:
    """Return the words before a verb's group that it is told of; nothing where a pronoun, a list or "there" stands there."""
    j = _before_adverbs(tokens, start)
    if j < 0:
        return ()
    if tokens[j].low in _JOINING and last:
        between = tokens[last.at : j]
        if any(_ends_sentence(token) or token.low in ("who", "whom") for token in between):
            return ()
        return last.patients if last.passive else last.agents
    aside: Positions = ()
    if tokens[j].text == ",":
        opened = _comma_before(tokens, j)
        if opened is None and tokens[start].low not in ("having", "being"):
            return ()
        if opened is not None:
            aside = _run_before(tokens, j - 1, found)  # "Ms Vance, Head of Roads, said": either name will do
        j = (j if opened is None else opened) - 1
    if j > 0 and tokens[j].low == "which" and tokens[j - 1].low == "of":
        return ()  # "the outcome of which recommended": something told before
    if j >= 0 and tokens[j].low in _RELATIVE:
        j = j - 2 if j and tokens[j - 1].text == "," else j - 1
    return (*_run_before(tokens, j, found), *aside)


def _comma_before(tokens: Tokens, i: int) -> int | None:
    """Return the position of the last comma before a token in its sentence, or None."""
    for j in range(i - 1, -1, -1):
        if _ends_sentence(tokens[j]):
            return None
        if tokens[j].text == ",":
            return j
    return None


def _run_before(tokens: Tokens, i: int, found: dict[int, Predicate]) -> Positions:
    """Return the words and names that end at token i and reach back to the clause's start, or to the verb before."""
    run: list[int] = []
    joined: int | None = None  # the last "and" before token i
    figured: int | None = None  # the last figure before it
    for j in range(i, max(-1, i - 2 * _FARTHEST), -1):
        token = tokens[j]
        if token.low in _PRONOUNS:
            return _meant(tokens, j, found)
        if (j in found and found[j].finite) or (token.low in HELPING and run):
            if joined is None:
                return ()  # the end of a clause inside the agent ("the claim that he had bullied an officer")
            run = [k for k in run if k > joined]
            break
        if token.low in _OPENING or _ends_clause(token):
            break
        if token.low in _PLACING and figured is not None and (j == 0 or tokens[j - 1].kind is TokenKind.BREAK):
            run = [k for k in run if k > figured]  # "In primary schools 26% of children are": the children
            break
        if token.kind is TokenKind.FIGURE and figured is None:
            figured = j
        if token.low == "and":
            joined = joined if joined is not None else j
        elif _tells_a_thing(token) and token.text[0].isalpha() and j not in found:
            run.append(j)
    return tuple(reversed(run))


def _meant(tokens: Tokens, i: int, found: dict[int, Predicate]) -> Positions:
    """Return whom a pronoun means: "he" or "she" the last named agent, the "it" of "said that it" the one who said it."""
    pronoun = tokens[i].low
    if pronoun == "it" and i and tokens[i - 1].low == "that":
        last = next(reversed(found.values()), None)
        same = last is not None and not any(token.boundary >= _ENDS_SENTENCE for token in tokens[last.at : i])
        return last.agents if last and same and not last.passive else ()
    if pronoun not in ("he", "she"):
        return ()
    agents = [predicate.agents for predicate in reversed(found.values()) if predicate.finite]
    return next(_people(tokens, agents), ())


def _people(tokens: Tokens, agents: list[Positions]) -> Iterator[Positions]:
    """Yield the agents with a title or an office, then those with a name."""
    yield from (each for each in agents if any(tokens[i].low in TITLES or tokens[i].stem in OFFICES for i in each))
    yield from (each for each in agents if any(tokens[i].kind is TokenKind.NAME for i in each))


def _words_behind(tokens: Tokens, i: int) -> Positions:
    """Return the words and names behind a verb, up to its clause's end."""
    run: list[int] = []
    for j in range(i + 1, min(i + 1 + _FARTHEST, len(tokens))):
        token = tokens[j]
        if _ends_clause(token) or token.low in _OPENING or token.low in HELPING:
            break
        if _tells_a_thing(token):
            run.append(j)
    return tuple(run)


def _by(tokens: Tokens, i: int) -> Positions:
    """Return the words behind the "by" that belongs to a passive verb, or nothing."""
    for j in range(i + 1, min(i + _BY_FARTHEST, len(tokens) - 1)):
        token = tokens[j]
        if _ends_clause(token) or token.low in HELPING:
            return ()
        if token.low == "by":
            behind = tokens[j + 1]
            by_how = behind.kind in (TokenKind.FIGURE, TokenKind.MOMENT) or behind.low.endswith("ing")
            return () if by_how else _run_behind_by(tokens, j)
    return ()


def _run_behind_by(tokens: Tokens, i: int) -> Positions:
    """Return the words and names behind a "by", up to a preposition other than "of" or another verb."""
    run: list[int] = []
    for j in range(i + 1, min(i + _BY_LONGEST, len(tokens))):
        token = tokens[j]
        if _ends_clause(token) or token.low in _OPENING or (token.low in _PREPOSITIONS and token.low != "of"):
            break
        if token.low in _JOINING and j + 1 < len(tokens) and is_past(tokens[j + 1]):
            break  # "proposed by Mr Vance and seconded by"
        if _tells_a_thing(token):
            run.append(j)
    return tuple(run)
