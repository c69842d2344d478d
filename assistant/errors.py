"""What can go wrong while answering, as a tree under MinutebookError.

MinutebookError
 └─ AnswerProblem
     ├─ WrongFilter     a filter that names nothing indexed, or a date that is none
     ├─ PromptBroken    a prompt file lacks a placeholder or has an unknown one
     ├─ RecordBroken    a file that is no record of an answer, or one made for a role that may see more
     └─ ModelTrouble    the language model is not installed, does not answer, or refuses
"""

from corpus.errors import MinutebookError


class AnswerProblem(MinutebookError):
    """Anything wrong while answering."""


class WrongFilter(AnswerProblem):
    """A filter that names nothing indexed, or a date that is none."""


class PromptBroken(AnswerProblem):
    """A prompt file lacks a placeholder or has an unknown one."""


class RecordBroken(AnswerProblem):
    """A file that is no record of an answer, or one made for a role that may see more."""


class ModelTrouble(AnswerProblem):
    """The language model is not installed, does not answer, or refuses."""
