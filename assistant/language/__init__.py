"""Language: plain text in, annotated text out.

In: the words of a sentence or paragraph. Out: its tokens with their figures, times and names, what it denies, the
deeds that it tells, and what words mean to each other (stems, synonyms, antonyms). Knows no paper, question or check.

`read` annotates a text; the readers of one subject (`negation`, `decision_verbs` ...) are called from their modules.
"""

from assistant.language.annotated import AnnotatedText, Token, TokenKind, joined, read, weight_of
from assistant.language.figures import Figure, FigureKind, FoundFigure, find_figures
from assistant.language.stems import stem_of
from assistant.language.times import FoundMoment, TimeExpression, find_moments

__all__ = [
    "AnnotatedText",
    "Figure",
    "FigureKind",
    "FoundFigure",
    "FoundMoment",
    "TimeExpression",
    "Token",
    "TokenKind",
    "find_figures",
    "find_moments",
    "joined",
    "read",
    "stem_of",
    "weight_of",
]
