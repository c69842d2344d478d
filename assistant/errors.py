"""What can go wrong while answering, as a tree under MinutebookError.

MinutebookError
 └─ AnswerProblem
     ├─ WrongFilter     a filter that names nothing indexed, or a date that is none
     ├─ PromptBroken    a prompt file lacks a placeholder or has an unknown one
     └─ ModelTrouble    the language model is not installed, does not answer, or refuses
"""

from corpus.errors import MinutebookError


class AnswerProblem(MinutebookError):
    """Anything wrong while answering."""


class WrongFilter(AnswerProblem):
    """A filter that names nothing indexed, or a date that is none."""


class PromptBroken(AnswerProblem):
    """A prompt file lacks a placeholder or has an unknown one."""


class ModelTrouble(AnswerProblem):
    """The language model is not installed, does not answer, or refuses."""
