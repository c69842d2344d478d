"""Decisions: paragraphs in, the register of what was decided out.

In: the paragraphs of minutes, trackers and forward plans. Out: decisions with their motions, votes, amendments and what
later papers say of them; actions; planned decisions. Knows no search.
"""
