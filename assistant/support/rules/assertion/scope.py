"""Faults of scope: all for some, most for a few, the highest for the second highest. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.figures import FigureKind, find_figures
from assistant.language.negation import deniers
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned, affinity
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.assertion.excepted import ONLY, excepted_faults

_ALL = re.compile(
    r"(?<!of )(?<!at )(?<!above )(?<!in )(?<!almost )(?<!nearly )(?<!virtually )\b(?:all|every(?! \d)|everyone|everybody|entire|entirely|always|wholly|completely|in full|fully|without exception)\b(?! but\b)(?! the time\b)(?! of which\b)(?! (?:other |second |third |two |three )?(?:year|quarter|month|week|day)s?\b)",
    re.I,
)
_LISTED_ALL = re.compile(
    r"\band (?:the )?[\w’'-]+(?: [\w’'-]+)? all (?!of|the|its|their)", re.I
)  # "pupils, parents and staff all"
_AT_ALL = re.compile(r"\b(?:at all (?:hours|times)|around the clock)\b", re.I)
_ALL_GIVEN = re.compile(
    r"\b(?:all|every\w*|each|any|both|entire\w*|whole|wholly|full|fully|complete\w*|always|throughout|consistent\w*|100%|100 per cent|unanimous\w*|total)\b",
    re.I,
)
_ALL_OF = re.compile(r"\ball (?:of )?(?:the |these |those )?(\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b", re.I)
_FULLY = re.compile(r"\b(?:in full|fully|entirely|wholly|completely)\b", re.I)
_PARTLY = re.compile(r"\b(?:partly|partially|in part|partial)\b", re.I)
_MOST = re.compile(
    r"(?<!at )(?<!the )\b(?:most of\b|most (?!recent|likely|important|vulnerable|appropriate|effective|common|notabl|significant|serious|complex|senior|needed|deprived)|majority|mostly|mainly|largely|the bulk|nearly all|almost all)",
    re.I,
)
_MOST_OF = re.compile(r"\bmost (?:of )?(?:the |these |those )?([a-z]{4,})", re.I)
_MOST_GIVEN = re.compile(
    r"\b(?:most|majority|mostly|mainly|main|largely|bulk|predominantly|primarily|chiefly|nearly all|almost all|(?:more|over|greater) (?:than )?half|all|every|vast|highest|biggest|dominant)\b",
    re.I,
)
_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|that alone|uniquely|unique to|no other|nowhere else|confined to|peculiar to|restricted to)\b",
    re.I,
)
_ONLY_GIVEN = re.compile(
    r"\b(?:only|sole|solely|exclusive\w*|unique\w*|just|limited|restricted|confined|alone|no other|other than|except|single|specific\w*|but|until|not|no|must|peculiar)\b",
    re.I,
)
_ANY = re.compile(r"\b(?:any|all|every) (?:the |of the )?([a-z]{4,})", re.I)
_ANY_ONE = re.compile(r"\b(?:any [a-z]+|anything|anyone|both)\b", re.I)
_SOME = re.compile(r"\b(?:some|several|certain|a few)\s(?:of the\s|of its\s)?([a-z]{4,})", re.I)
_WIDER = re.compile(r"\b(?:including those|all those|anyone|everyone|open to all)\b", re.I)
_SELDOM = re.compile(r"\b(?:rarely|seldom|sometimes|occasionally|hardly ever)\b", re.I)
_ALWAYS = re.compile(r"\b(?:always|invariably|consistently)\b", re.I)
_EVER = re.compile(r"\b(?:since records began|on record|ever|in (?:its )?history|of all time|unprecedented)\b", re.I)
_EVER_GIVEN = re.compile(r"\b(?:records?|ever|history|all[- ]time|unprecedented|never|inception|began)\b", re.I)
_TOP = frozenset(map(stem_of, "highest most largest biggest greatest best strongest commonest".split()))
_BOTTOM = frozenset(map(stem_of, "lowest least fewest smallest worst weakest poorest".split()))
_ALL_TIME = re.compile(r"\b(?:all-time|record) (high|low)\b", re.I)
_THAN_ANY = re.compile(r"\bthan (?:in |at )?any\b", re.I)
_RANKS = frozenset("second third fourth fifth joint among one".split())
_FRAMES = frozenset("in of since for across among on".split())


# long: kept as it was measured; the rule goes when a fitted model decides in its place
def scope_faults(pair: Aligned) -> Iterator[Fault]:  # noqa: C901, PLR0912 - as above
    """Yield a fault where a quantifier or limit of the sentence ("all", "only", "at least") is not in the paragraphs."""
    sentence, source = pair.sentence.text, pair.source.text
    if (match := _FULLY.search(sentence)) and (other := _PARTLY.search(source)) and not _FULLY.search(source):
        yield Fault(Flaw.SCOPE, f"The paragraph says “{other[0]}”, not “{match[0]}”")
    elif (match := _ALL.search(sentence)) and not _ALL_GIVEN.search(source) and not _LISTED_ALL.search(sentence):
        yield Fault(Flaw.SCOPE, f"The paragraph does not say “{match[0]}”")
    yield from excepted_faults(pair)
    if (match := _ALL.search(sentence)) and (share := _of_which(pair)):
        yield Fault(Flaw.SCOPE, f"The paragraph says {share}, not “{match[0]}”")
    if (match := _ALL_OF.search(sentence)) and (part := _some_of(pair.source, match[1])):
        yield Fault(Flaw.SCOPE, f"The paragraph says {part}, not “{match[0]}”")
    if (match := _PARTLY.search(sentence)) and not re.search(
        _PARTLY.pattern + r"|\bpart\b|\bsome\b|not (?:all|every|full)", source, re.I
    ):
        yield Fault(Flaw.SCOPE, f"The paragraph does not say “{match[0]}”")
    if (match := _MOST.search(sentence)) and not _most_given(pair, match.start()):
        yield Fault(Flaw.SCOPE, f"The paragraph does not say “{match[0].strip()}”")
    if (match := _MOST_OF.search(sentence)) and re.search(
        rf"\b(?:all|every) (?:of )?(?:the |these |those )?{re.escape(match[1][:6])}", source, re.I
    ):
        yield Fault(Flaw.SCOPE, f"The paragraph says “all”, not “{match[0]}”")
    if (match := _ONLY.search(sentence)) and not _counted(sentence, match) and not _ONLY_GIVEN.search(source):
        yield Fault(Flaw.SCOPE, f"The paragraph does not say “{match[0]}”")
    if (match := _ONLY.search(sentence)) and (wider := _WIDER.search(source)) and not ONLY.search(source):
        yield Fault(Flaw.SCOPE, f"The paragraph says “{wider[0]}”, not “{match[0]}”")
    only = None if deniers(pair.sentence) else ONLY.search(source)
    if only and (match := _ANY_ONE.search(sentence)) and match[0].lower() not in source.lower():
        yield Fault(Flaw.SCOPE, f"The paragraph says “{only[0]}”, not “{match[0]}”")
    if only and (match := _AT_ALL.search(sentence)):
        yield Fault(Flaw.SCOPE, f"The paragraph says “{only[0]}”, not “{match[0]}”")
    if only and (match := _ALL.search(sentence)) and match[0].lower() not in source.lower():
        yield Fault(Flaw.SCOPE, f"The paragraph says “{only[0]}”, not “{match[0]}”")
    if (match := _SOME.search(sentence)) and re.search(
        rf"\b(?:all|every|each)\s(?:the\s|of the\s)?{match[1][:5]}", source, re.I
    ):
        yield Fault(Flaw.SCOPE, f"The paragraph says “all”, not “{match[0]}”")
    if (match := _SELDOM.search(sentence)) and (other := _ALWAYS.search(source)) and not _SELDOM.search(source):
        yield Fault(Flaw.SCOPE, f"The paragraph says “{other[0]}”, not “{match[0]}”")
    if (match := _EVER.search(sentence)) and not _EVER_GIVEN.search(source):
        yield Fault(Flaw.SCOPE, f"The paragraph does not say “{match[0]}”")
    if (match := _ANY.search(sentence)) and _qualified(match[1]).search(source) and not _unqualified(match[1], source):
        yield Fault(Flaw.SCOPE, f"The paragraph does not say “{match[0]}”")
    yield from _averages(pair)
    yield from _superlatives(pair)
    yield from _narrower(pair)


_PARTS = frozenset("which whom these those them".split())


_IN_ALL = re.compile(r"\b(?:in all|in total|altogether|the total|a total)\b", re.I)


def _averages(pair: Aligned) -> Iterator[Fault]:
    """A figure told of all together that the paragraphs give as an average."""
    if not _IN_ALL.search(pair.sentence.text) or re.search(r"\b(?:average|mean)\b", pair.sentence.text, re.I):
        return
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        before = [pair.source.tokens[max(0, at - 5) : at] for at, _ in pair.met[n]]
        if before and all(any(token.low in ("average", "averaged", "mean") for token in tokens) for tokens in before):
            yield Fault(Flaw.SCOPE, f"The paragraph gives {pair.sentence.tokens[n].text} as an average")
            return


def _of_which(pair: Aligned) -> str | None:
    """Return "of which three" where the sentence has the verb of that part and no number, else None."""
    tokens = pair.source.tokens
    for n in pair.source.all_of(TokenKind.FIGURE):
        of_it = [token.low for token in (*tokens[max(0, n - 2) : n], *tokens[n + 1 : n + 3])]
        if "of" not in of_it or not _PARTS & set(of_it) or any(at == n for places in pair.met for at, _ in places):
            continue
        behind = [
            at for at in range(n + 1, min(n + 6, len(tokens))) if tokens[at].kind in (TokenKind.WORD, TokenKind.NAME)
        ]
        if behind and any(at == behind[0] for places in pair.met for at, _ in places):
            return f"{tokens[n].text} of them"
    return None


def _some_of(wording: AnnotatedText, number: str) -> str | None:
    """Return "5 of the 6" where that is what a text says of a number, else None."""
    whole = find_figures(number)
    for one, other in zip(figures := wording.all_of(TokenKind.FIGURE), figures[1:], strict=False):
        part, total = wording.tokens[one], wording.tokens[other]
        between = " ".join(token.low for token in wording.tokens[one + 1 : other])
        same = (
            whole and total.figure and part.figure and total.figure.value == whole[0].figure.value != part.figure.value
        )
        if same and re.fullmatch(r"(?:out )?of(?: the| these| those)?", between):
            return f"{part.text} {between} {total.text}"
    return None


def _most_given(pair: Aligned, start: int) -> bool:
    """Whether the paragraphs say "most" or give a share above half; "the highest" and "all" do where they give no share."""
    share = _share_given(pair, start)
    if share is not None:
        return share > 0.5 or bool(_MOST_SAID.search(pair.source.text))
    return bool(_MOST_GIVEN.search(pair.source.text))


_MOST_SAID = re.compile(r"\b(?:most|majority|mostly|mainly|main|largely|bulk|predominantly|primarily|chiefly)\b", re.I)


def _share_given(pair: Aligned, start: int) -> float | None:
    """The share, 0 to 1, that the paragraphs give of what "most" is said of, or None."""
    n = next((at for at, token in enumerate(pair.sentence.tokens) if token.start >= start), 0)
    shares = []
    for at in pair.source.all_of(TokenKind.FIGURE):
        figure = pair.source.tokens[at].figure
        if figure and figure.kind in (FigureKind.PERCENT, FigureKind.FRACTION):
            shares.append((affinity(pair, n, at), figure.value / (100 if figure.kind is FigureKind.PERCENT else 1)))
    return max(shares)[1] if shares else None


def _qualified(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:minor|some|certain|limited|several|small|few|many)\s{re.escape(word[:5])}", re.I)


def _unqualified(word: str, text: str) -> bool:
    """Whether a text uses the word somewhere without "minor", "some" or the like before it."""
    return bool(re.search(rf"\b{re.escape(word[:5])}", _qualified(word).sub("", text), re.I))


def _counted(text: str, match: re.Match[str]) -> bool:
    """Whether "only" is said of a number, which it may stress."""
    behind = text[match.end() : match.end() + 14]
    return bool(
        re.match(
            r"\s(?:about |around |the |£)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|a\b)",
            behind,
            re.I,
        )
    )


def _superlatives(pair: Aligned) -> Iterator[Fault]:
    """The highest said where the paragraphs have no such word, or only the second highest of the same thing."""
    sentence = _ranked(pair.sentence)
    source = _ranked(pair.source)
    for n, (side, rank) in sentence.items():
        if (unmet := _unmet_frame(pair, n)) and source:
            yield Fault(Flaw.SCOPE, f"The paragraph does not say “{pair.sentence.tokens[n].text} {unmet}”")
            return
        same = [at for at, (other, held) in source.items() if other == side and held == rank]
        rivals = [at for at, (other, held) in source.items() if other == side and held != rank]
        if not same and not rivals and pair.sentence.tokens[n].stem != "most":
            if not pair.met[n]:
                yield Fault(Flaw.SCOPE, f"The paragraph does not say “{pair.sentence.tokens[n].text}”")
            continue
        frame = _frame(pair, n)
        own = max((_framed(pair, frame, at) for at in same), default=0.0)
        for at in rivals:
            if _framed(pair, frame, at) > own * 1.1 + 0.15:
                word = pair.source.tokens[at - 1].text + " " + pair.source.tokens[at].text
                yield Fault(Flaw.SCOPE, f"The paragraph says “{word}”")
                return


def _unmet_frame(pair: Aligned, n: int) -> str:
    """The words behind a superlative that say among what it is one, where the paragraphs have none of them, else ""."""
    tokens = pair.sentence.tokens
    start = next((at for at in range(n + 1, min(n + 3, len(tokens))) if tokens[at].low in _FRAMES), None)
    if start is None:
        return ""
    words = []
    for at in range(start, min(start + 6, len(tokens))):
        if at > start and (tokens[at].kind is TokenKind.BREAK or tokens[at].boundary >= 0.35):
            break
        if tokens[at].kind in (TokenKind.FIGURE, TokenKind.MOMENT) or pair.met[at]:
            return ""
        words.append(tokens[at].text)
    return (
        " ".join(words)
        if len(words) > 1 and any(tokens[start + k].kind is not TokenKind.STOP for k in range(1, len(words)))
        else ""
    )


def _frame(pair: Aligned, n: int) -> list[int]:
    """The words behind a superlative that say among what it is one ("since the inception", "in the region")."""
    return [
        at
        for at in range(n + 1, min(n + 9, len(pair.sentence.tokens)))
        if pair.met[at] and pair.sentence.tokens[at].kind is not TokenKind.STOP
    ]


def _framed(pair: Aligned, frame: list[int], there: int) -> float:
    """How near the words of the frame stand to a superlative of the paragraphs."""
    return sum(max(strength * pair.source.near(at, there) for at, strength in pair.met[n]) for n in frame)


@read_once
def _ranked(wording: AnnotatedText) -> dict[int, tuple[int, bool]]:
    """Position of each superlative, whether top (1) or bottom (-1), and whether it is only second, or one of several."""
    found = {}
    for n, token in enumerate(wording.tokens):
        side = 1 if token.stem in _TOP else -1 if token.stem in _BOTTOM else 0
        if side and not (n and wording.tokens[n - 1].low == "at"):
            found[n] = (side, any(other.low in _RANKS for other in wording.tokens[max(0, n - 3) : n]))
    for match in _ALL_TIME.finditer(wording.text):
        at = next((n for n, token in enumerate(wording.tokens) if token.start >= match.start(1)), None)
        if at is not None:
            found[at] = (1 if match[1].lower() == "high" else -1, False)
    for match in _THAN_ANY.finditer(wording.text):
        at = next((n for n, token in enumerate(wording.tokens) if token.start >= match.start()), None)
        if at is not None:
            before = [token.low for token in wording.tokens[:at]]
            found[at] = (-1 if {"fewer", "less", "lower"} & set(before) else 1, False)
    return found


def _narrower(pair: Aligned) -> Iterator[Fault]:
    """A figure told of one place ("26 Harbour children") that the paragraphs give for all, the place having its own."""
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        figure = pair.sentence.tokens[n].figure
        behind = [
            at
            for at in range(n + 1, min(n + 3, len(pair.sentence.tokens)))
            if pair.sentence.tokens[at].kind is TokenKind.NAME and pair.sentence.tokens[n + 1].low != "and"
        ]
        if not figure or not behind or not pair.met[n] or not pair.met[behind[0]]:
            continue
        ties = [_tie(pair.source, at, pair.met[n], figure.kind) for at, _ in pair.met[behind[0]]]
        if ties and all(tie is not None for tie in ties):
            rival = pair.source.tokens[ties[0] or 0].text
            yield Fault(
                Flaw.OTHER_THING,
                f"The paragraph gives {rival}, not {pair.sentence.tokens[n].text}, for {pair.sentence.tokens[behind[0]].text}",
            )
            return


def _tie(source: AnnotatedText, at: int, own: tuple[tuple[int, float], ...], kind: FigureKind) -> int | None:
    """The other figure that a name stands closer to than to the figure itself, or None."""
    ours = max(source.near(at, place) for place, _ in own)
    rivals = [
        (source.near(at, place), place)
        for place in source.all_of(TokenKind.FIGURE)
        if place not in {place for place, _ in own} and (figure := source.tokens[place].figure) and figure.kind is kind
    ]
    best = max(rivals, default=(0.0, None))
    return best[1] if best[0] > 0.7 and ours < 0.45 else None
