"""A text's clauses, and what a later sentence says of the one before."""

import re

from assistant.language.annotated import AnnotatedText, TokenKind, read_once

_JOINING = frozenset("but although though while whilst whereas however because until unless".split())
_SINCE_DONE = re.compile(
    r"\s*(?:this|it|these|both|which) (?:has|have|had|was|were) (?:now |since |already |all )*(?:been )?(?:done|carried out|completed|actioned|resolved|addressed|fixed|implemented)\b",
    re.I,
)
_ENDS_CLAUSE = 0.8


@read_once
def clauses(text: AnnotatedText) -> list[range]:
    """Return the clauses as ranges of tokens, without the sentences' ends, semicolons and joining words that part them."""
    found: list[range] = []
    start = 0
    for i, token in enumerate(text.tokens):
        ends = token.kind is TokenKind.BREAK and token.boundary >= _ENDS_CLAUSE
        if ends or (token.low in _JOINING and i > start) or _opens_another(text, i):
            found.append(range(start, i))
            start = i + 1
    found.append(range(start, len(text.tokens)))
    return [clause for clause in found if len(clause)]


def _opens_another(text: AnnotatedText, i: int) -> bool:
    """Whether a comma before "with", or before an "and" that lists no name, begins another clause."""
    tokens = text.tokens
    if tokens[i].text != "," or i + 2 >= len(tokens):
        return False
    return tokens[i + 1].low == "with" or (tokens[i + 1].low == "and" and tokens[i + 2].kind is not TokenKind.NAME)


def since_done(text: AnnotatedText, i: int) -> bool:
    """Whether the sentence behind that of token i says that the thing has been done since ("This has now been done")."""
    tokens = text.tokens
    end = next((j for j in range(i, len(tokens)) if tokens[j].text == "."), None)
    return end is not None and bool(_SINCE_DONE.match(text.text, tokens[end].end))
