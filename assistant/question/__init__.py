"""Question: the words asked in, what is asked for out.

In: a question and the turns before it. Out: the whole question, taken apart into a `Question`: what it wants, its dates,
bodies, councils and names; the kind of words that an answer must hold, the filters that it names, questions to ask next.
"""

from assistant.question.answer_type import answer_types_of, fit
from assistant.question.follow_up import EarlierTurn, complete
from assistant.question.formal_business import minuted
from assistant.question.kinds import AnswerType, Wanted
from assistant.question.named_filters import recognised
from assistant.question.suggestions import examples, follow_ups
from assistant.question.understanding import DateSpan, Question, plain_years, understand

__all__ = [
    "AnswerType",
    "DateSpan",
    "EarlierTurn",
    "Question",
    "Wanted",
    "answer_types_of",
    "complete",
    "examples",
    "fit",
    "follow_ups",
    "minuted",
    "plain_years",
    "recognised",
    "understand",
]
