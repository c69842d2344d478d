"""Acronyms and the names that they stand for, in a sentence and in the paragraphs beside it. Pure."""

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once

Runs = dict[str, tuple[int, int]]


@read_once
def initials_of(wording: AnnotatedText) -> dict[str, tuple[int, int]]:
    """The initials of every run of two to nine words, little ones kept or left out, with the run's first and last word."""
    found: dict[str, tuple[int, int]] = {}
    for little in (True, False):
        runs = [
            (n, token.text[0].lower())
            for n, token in enumerate(wording.tokens)
            if token.kind in (TokenKind.WORD, TokenKind.NAME) or (little and token.kind is TokenKind.STOP)
        ]
        letters = "".join(letter for _, letter in runs)
        for size in range(2, 10):
            for at in range(len(letters) - size + 1):
                if wording.tokens[runs[at][0]].text[0].isupper() or size > 2:
                    found.setdefault(letters[at : at + size], (runs[at][0], runs[at + size - 1][0]))
    return found


def as_initials(n: int, said: AnnotatedText, printed: AnnotatedText, initials: Runs, spelt: Runs) -> dict[int, float]:
    """Where an acronym is spelt out, or a spelt-out name is shortened, in the paragraphs."""
    token = said.tokens[n]
    if is_acronym(token):
        run = initials.get(token.text.rstrip("s").lower())
        return {run[0]: 1.0} if run else {}
    found: dict[int, float] = {}
    if token.kind in (TokenKind.WORD, TokenKind.NAME):
        for at in acronyms(printed):
            letters = printed.tokens[at].text.rstrip("s").lower()
            run = spelt.get(letters)
            if run and run[0] <= n <= run[1] and (token.text[0].isupper() or len(letters) > 2):
                found[at] = 0.9
    return found


@read_once
def acronyms(wording: AnnotatedText) -> list[int]:
    """Positions of a text's acronyms."""
    return [n for n, token in enumerate(wording.tokens) if is_acronym(token)]


def is_acronym(token: Token) -> bool:
    """Whether a name is an acronym: mostly capitals, two to nine letters."""
    letters = token.text.rstrip("s")
    return (
        token.kind is TokenKind.NAME
        and 2 <= len(letters) <= 9
        and sum(c.isupper() for c in letters) >= 2
        and letters.isalpha()
    )
