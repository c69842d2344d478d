"""A text's clauses, and what a later clause says of the one before. Pure."""

import re

from assistant.language.annotated import AnnotatedText, TokenKind, read_once

_JOINS = frozenset("but although though while whilst whereas however because until unless".split())


@read_once
def clauses(wording: AnnotatedText) -> list[range]:
    """The token ranges of a text's clauses, parted by sentences' ends, semicolons and joining words."""
    found: list[range] = []
    start = 0
    for n, token in enumerate(wording.tokens):
        ends = token.kind is TokenKind.BREAK and token.boundary >= 0.8
        if ends or (token.low in _JOINS and n > start) or _new_subject(wording, n):
            found.append(range(start, n))
            start = n + 1
    found.append(range(start, len(wording.tokens)))
    return [one for one in found if len(one)]


def _new_subject(wording: AnnotatedText, n: int) -> bool:
    """Whether an "and" behind a comma, or a comma before "of which" or "with", begins another clause."""
    tokens = wording.tokens
    if tokens[n].text == "," and n + 2 < len(tokens):
        return tokens[n + 1].low == "with" or (tokens[n + 1].low == "and" and tokens[n + 2].kind is not TokenKind.NAME)
    return False


def since_done(wording: AnnotatedText, n: int) -> bool:
    """Whether the next sentence says of a thing that it has been done since ("This has now been carried out")."""
    at = next((k for k in range(n, len(wording.tokens)) if wording.tokens[k].text == "."), len(wording.tokens))
    return at < len(wording.tokens) and bool(_SINCE.match(wording.text, wording.tokens[at].end))


_SINCE = re.compile(
    r"\s*(?:this|it|these|both|which) (?:has|have|had|was|were) (?:now |since |already |all )*(?:been )?(?:done|carried out|completed|actioned|resolved|addressed|fixed|implemented)\b",
    re.I,
)
