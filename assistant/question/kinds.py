"""The two ways in which a question says what would answer it. Pure.

`Wanted` is read of the question alone and steers the search: which paragraphs (decisions, votes, recommendations) and
which features count. `AnswerType` is finer and is also looked for in a text: the words that an answer must hold.
They stay apart since neither follows from the other: "Did more people come?" is a YES_NO whose answer holds a FIGURE,
"What was the rent?" holds MONEY whether or not NUMBER is wanted, and a DECISION has no words of its own. The weights of
declining are fitted on both, by these names.
"""

from enum import StrEnum


class Wanted(StrEnum):
    """What a question asks for."""

    NUMBER = "number"  # its answer type says which: MONEY, SHARE, COUNT, RATE, LENGTH or FIGURE
    DATE = "date"  # its answer type says which: DAY or TIME
    PERSON = "person"  # "who", "which officer"; NAME is the answer type of most
    PLACE = "place"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    VOTE = "vote"
    REASON = "reason"  # always the answer type REASON
    YES_NO = "yes-no"
    THING = "thing"  # none of the others
    TOPIC = "topic"  # none of the others, in four words or fewer: "potholes"


class AnswerType(StrEnum):
    """The kind of words that an answer must hold."""

    MONEY = "money"
    SHARE = "share"  # a percentage, a fraction, "three of the ten"
    COUNT = "count"  # a number of things, no sum and no share
    FIGURE = "figure"  # an amount of whatever unit: "How much had calls gone up?"
    RATE = "rate"
    LENGTH = "length of time"
    DAY = "day"  # a day of the month
    TIME = "time"  # any point in time: a day, a month, a year, an hour
    NAME = "name"  # a person or a post
    PROPER = "proper name"  # a firm's, a school's, a street's
    GRADE = "grade"  # an inspector's
    REASON = "reason"
