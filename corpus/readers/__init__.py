"""Readers: a file in, its words as blocks in reading order out.

In: the path of a PDF, Word, HTML, ModernGov XML, Markdown or text file. Out: a Reading, nothing left out, with page or
line of each block; or a PaperError. `corpus.read` picks the reader and imports it only then, so nothing is exported here.
"""
