"""Attendance: a part's blocks and paragraphs in, who was there and who holds what office out."""

from corpus.attendance.names import people_in
from corpus.attendance.read import is_same, people_of

__all__ = ["is_same", "people_in", "people_of"]
