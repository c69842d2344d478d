"""Parts: a paper's blocks in, where its agenda, minutes, reports and appendices begin out.

In: blocks in reading order. Out: a Start for each part with its kind, title, body, meeting date and access.
"""
