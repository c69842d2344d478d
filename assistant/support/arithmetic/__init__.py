"""Arithmetic: whether a figure is another in other words, or is worked out of others.

In: a figure of the sentence and the paragraphs' figures. Out: whether value, bound and unit are the same, and the printed
figures of which a share or multiple is told.
"""

from assistant.support.arithmetic.equality import same_bound, same_value
from assistant.support.arithmetic.ratios import in_ratio, is_part, pairs
from assistant.support.arithmetic.units import unit_elsewhere, unit_said

__all__ = ["in_ratio", "is_part", "pairs", "same_bound", "same_value", "unit_elsewhere", "unit_said"]
