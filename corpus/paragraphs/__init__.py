"""Paragraphs: a part's blocks in, the paragraphs that an answer may cite out.

In: blocks made whole. Out: paragraphs with their item, section, number, lead-in, kind of statement and access; the
resolutions of each minute.
"""
