"""Acronyms, and the runs of words whose initials an acronym may be."""

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once

Runs = dict[str, tuple[int, int]]  # initials in lower case: the positions of the run's first and last word

_LONGEST = 9  # letters of an acronym, and words of a run


@read_once
def initials_of(text: AnnotatedText) -> Runs:
    """Return the initials of every run of two to nine words, the first run of each; stop words may count or not."""
    found: Runs = {}
    for with_stop_words in (True, False):
        words = [
            (i, token.text[0].lower())
            for i, token in enumerate(text.tokens)
            if token.kind in (TokenKind.WORD, TokenKind.NAME) or (with_stop_words and token.kind is TokenKind.STOP)
        ]
        letters = "".join(letter for _, letter in words)
        for size in range(2, _LONGEST + 1):
            for start in range(len(letters) - size + 1):
                first, last = words[start][0], words[start + size - 1][0]
                if text.tokens[first].text[0].isupper() or size > 2:
                    found.setdefault(letters[start : start + size], (first, last))
    return found


@read_once
def acronyms(text: AnnotatedText) -> list[int]:
    """Return the positions of a text's acronyms."""
    return [i for i, token in enumerate(text.tokens) if is_acronym(token)]


def is_acronym(token: Token) -> bool:
    """Whether a name is an acronym: two to nine letters, at least two of them capitals."""
    letters = token.text.rstrip("s")
    return (
        token.kind is TokenKind.NAME
        and 2 <= len(letters) <= _LONGEST
        and sum(letter.isupper() for letter in letters) >= 2
        and letters.isalpha()
    )
