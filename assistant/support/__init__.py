"""Support: a sentence and the paragraphs it cites in, a verdict with its reason out.

In: a sentence, the paragraphs' words, their statuses and context. Out: whether it follows, and if not, which rule stopped
it and why. No model, no network. `judge` reads words alone; `evidence.judged` reads paragraphs with their meetings, and is
the gate of answers.
"""

from assistant.support.alignment import Aligned, align
from assistant.support.fault import Fault, Flaw
from assistant.support.gate import RULES, Verdict, judge

__all__ = ["RULES", "Aligned", "Fault", "Flaw", "Verdict", "align", "judge"]
