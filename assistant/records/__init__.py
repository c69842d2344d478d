"""Records: answers, checks and registers in, what leaves the program out.

In: an answer, a check, a register, a brief or a matter; a reader's word on an answer. Out: JSON (docs/formats.md), files to
save, tables, audit records that can be replayed, and feedback that is kept and becomes gold questions.
"""

from assistant.records.as_json import answer_record, check_record, plain_record, register_record, status_record
from assistant.records.audit import AnswerRecord, Replay, read_record, write_record
from assistant.records.csv import as_csv, write_csv
from assistant.records.feedback import CitedWords, Feedback, FeedbackStore, as_gold
from assistant.records.save import write_answer

__all__ = [
    "AnswerRecord",
    "CitedWords",
    "Feedback",
    "FeedbackStore",
    "Replay",
    "answer_record",
    "as_csv",
    "as_gold",
    "check_record",
    "plain_record",
    "read_record",
    "register_record",
    "status_record",
    "write_answer",
    "write_csv",
    "write_record",
]
