"""Measures: paragraphs in, figures that repeat over time out.

In: paragraphs of any papers, sentences and table rows. Out: each figure with what it measures and when; and series, one
measure over time, every point with the paragraph that gives it.
"""

from assistant.measures.measured import Measured, measured_in
from assistant.measures.series import Point, Series, series_of

__all__ = ["Measured", "Point", "Series", "measured_in", "series_of"]
