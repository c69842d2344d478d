"""Support: a sentence and the paragraphs it cites in, a verdict with its reason out.

In: a sentence, the paragraphs' words, their statuses and context. Out: whether it is surely at fault, and if so, which check
found it and why. No model, no network. `judge` reads words alone; `evidence.judged` reads paragraphs with their meetings,
and is the gate of answers.
"""

from assistant.support.fault import Fault, Flaw
from assistant.support.gate import CHECKS, Verdict, judge

__all__ = ["CHECKS", "Fault", "Flaw", "Verdict", "judge"]
