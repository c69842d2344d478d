"""Minutes: a part's blocks in, its minutes' headings and numbers out.

In: the blocks of minutes, as running text or as a table. Out: headings with their numbers as printed.
"""
