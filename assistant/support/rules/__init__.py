"""Rules: a sentence laid beside its paragraphs in, the faults found out.

Three rooms, asked in this order by `support/old_rules.py`: `presence` (is it there at all?), `attachment` (for this thing?),
`assertion` (said of it in this way?). A rule is a function from an aligned pair to faults.
"""
