"""Records: answers in, what leaves the program out.

In: answers, checks, registers. Out: JSON of the contract, audit records that can be replayed, files to save, feedback.
"""
