"""Words that have an opposite, and which of two opposites a text names. Pure."""

from functools import lru_cache

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.stems import stem_of

_OPPOSITES = """
continue, extend, remain / discontinue, cease, stop, scrap, abandon, halt, finish, expire, end
restore, reinstate / withdraw, remove, lose
successful, success, succeed / unsuccessful, fail, failure
start, begin, open, launch / end, finish, close, cease, expire
accept, agree, concur / reject, refuse, decline, disagree
uphold, allow / dismiss, overturn
support, favour / oppose, against, object
proponent / opponent
include / exclude, remove, omit
join / leave
appoint, add / remove, resign
win, carry / lose, defeat
gain, develop / lose
income, revenue, receipt / expenditure, spending, spend, outlay
surplus, underspend / deficit, overspend, shortfall
profit / loss
asset / liability
gross / net
capital / revenue
buy, purchase, acquire / sell, sale, dispose
lend / borrow
child, children / adult
boy / girl
male / female
man, men / woman, women
mother / father
primary / secondary / nursery
major / minor
fostering, foster / adoption, adopt
urban / rural
internal / external
local / national, nationally
public / private
temporary, interim / permanent
urgent, emergency / routine
north, northern / south, southern / east, eastern / west, western
weekday / weekend
morning / afternoon / evening / night
minimum, least / maximum, most
inside, within / outside, beyond
early / late
before / after
indoor / outdoor
formal / informal
statutory / discretionary, voluntary
domestic, household / commercial, business, trade
tenant / landlord / leaseholder
red / amber / green
low / medium / high
inadequate / outstanding / good / requires improvement
upward / downward
urban / rural
first / second / third / fourth / last
lowest, least, fewest, smallest / highest, most, largest, biggest, greatest
quarterly / monthly / fortnightly / weekly / annually, annual, yearly / daily
full-time / part-time
present / absent
strong / weak
fast / slow
possible / impossible
likely / unlikely
suitable / unsuitable
lawful / unlawful
satisfied / dissatisfied
able / unable
available / unavailable
sufficient, adequate / insufficient
affordable / unaffordable
known / unknown
occupied / vacant, empty
online / paper
owner / occupier
deputy / chief
employer / employee
landlord / tenant
victim / offender, perpetrator
maximum / average
mean / median
good / poor, bad
monday / tuesday / wednesday / thursday / friday / saturday / sunday
welcome, pleased, please / concern, worry, regret, complain, disappoint, disappointment
cost / save, saving
double / halve
long / short
hot / cold
wide / narrow
old, older, elderly / young, younger
old / new
deep / shallow
heavy / light
wet / dry
halfyear / full
rich / poor
open, reopen / closed, close
receive, secure, obtain / refuse, deny
delay, postpone / hasten, forward
always / rarely, seldom, sometimes, occasionally
same, identical / separate, different
positive, praise, commend / critical, criticise, negative
keep, retain, retention / close, closure, scrap, abolish, remove
unanimous / majority
progress, improve, improvement, recover, recovery / deteriorate, deterioration, worsen, decline
"""


@lru_cache(maxsize=1)
def _opposites() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(_OPPOSITES.strip().splitlines()):
        for side, words in enumerate(line.split("/")):
            for word in words.split(","):
                found.setdefault(stem_of(word.strip().split()[-1]), []).append((row, side))
    return {stem: tuple(sides) for stem, sides in found.items()}


def sides_of(token: Token) -> tuple[tuple[int, int], ...]:
    """The rows of opposites that a word stands in, and on which side of each."""
    if token.kind not in (TokenKind.WORD, TokenKind.NAME):
        return ()
    found = _opposites().get(token.stem, ())
    return found or (_opposites().get(token.stem[:-3], ()) if token.stem.endswith("est") else ())


@read_once
def sided(wording: AnnotatedText) -> list[int]:
    """Positions of the words that have an opposite."""
    return [n for n, token in enumerate(wording.tokens) if sides_of(token) and not _tells_an_age(wording, n)]


def _tells_an_age(wording: AnnotatedText, n: int) -> bool:
    """Whether "old" only tells an age ("0-19 year olds")."""
    return wording.tokens[n].low in ("old", "olds") and n > 0 and wording.tokens[n - 1].kind is TokenKind.FIGURE


TURNING = ("un", "in", "im", "ir", "il", "dis", "non", "mis")


def is_turned(one: str, other: str) -> bool:
    """Whether one word is the other behind a prefix that turns it round."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    return longer.startswith(TURNING) and any(
        longer.startswith(prefix) and stem_of(longer[len(prefix) :]) == stem_of(shorter) for prefix in TURNING
    )
