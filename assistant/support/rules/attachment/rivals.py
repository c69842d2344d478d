"""Which figures of the paragraphs could stand in the place of one that a sentence gives. Pure."""

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.figures import Figure, FigureKind
from assistant.support.alignment import Aligned


def is_pronoun(wording: AnnotatedText, n: int) -> bool:
    """Whether a "one" counts nothing ("unable to get one", "the one at the quay")."""
    behind = wording.tokens[n + 1] if n + 1 < len(wording.tokens) else None
    if (
        is_one(wording, n)
        and n
        and wording.tokens[n - 1].low in _SETTING
        and (not behind or behind.kind is not TokenKind.WORD)
    ):
        return True
    if not is_one(wording, n) or behind is None:
        return is_one(wording, n)
    if behind.low == "of" and n + 2 < len(wording.tokens) and wording.tokens[n + 2].kind is TokenKind.FIGURE:
        return True  # "a higher one of 21.2"
    return behind.low == "due" or (behind.kind is not TokenKind.WORD and behind.low not in ("as", "of"))


_SETTING = frozenset("the this that which another each every other same".split())


def is_one(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure is a bare "one", which is as often a pronoun as a number."""
    return wording.tokens[n].low == "" and wording.tokens[n].text.lower() == "one"


def could_stand_for(pair: Aligned, sentence: int, source: int) -> bool:
    """Whether two figures are of one kind, and both tell a change or neither does."""
    one, other = pair.sentence.tokens[sentence].figure, pair.source.tokens[source].figure
    if not one or not other or is_pronoun(pair.source, source):
        return False
    if one.kind is not other.kind:
        return is_told_of(pair, sentence, other)
    return is_change(pair.sentence, sentence) == is_change(pair.source, source)


def is_told_of(pair: Aligned, sentence: int, other: Figure) -> bool:
    """Whether a share is told of figures of another kind ("half of them") and compares nothing."""
    if [token.low for token in pair.sentence.tokens[sentence + 1 : sentence + 2]] == ["as"]:
        return False
    one = pair.sentence.tokens[sentence].figure
    kinds = {figure.kind for at, _ in pair.met[sentence] if (figure := pair.source.tokens[at].figure)}
    if one is None or one.kind not in _SHARES:
        return False
    return other.kind in kinds or (bool(kinds) and kinds.isdisjoint(_SHARES) and other.kind in _OF_WHOLES)


_OF_WHOLES = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.SIZE)
_SHARES = (FigureKind.FRACTION, FigureKind.PERCENT)


def is_change(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure tells by how much something changed or differs, not how much it is."""
    before = [token.low for token in wording.tokens[max(0, n - 3) : n]]
    after = [token.low for token in wording.tokens[n + 1 : n + 3]]
    changed = any(
        word in ("increase", "decrease", "rise", "fall", "reduction", "drop", "decline", "growth") for word in before
    )
    if before and before[-1] == "by":
        return any(
            direction in before for direction in ("rose", "rise", "risen", "fell", "fall", "fallen", "up", "down")
        ) or any(
            word.startswith(("increas", "decreas", "reduc", "grew", "grow", "drop", "declin", "cut", "climb"))
            for word in before
        )
    return (changed and before[-1:] in (["of"], ["by"])) or (
        bool(after) and after[0] in ("more", "fewer", "less", "higher", "lower") and after[1:] != ["or"]
    )
