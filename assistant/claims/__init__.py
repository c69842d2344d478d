"""Claims: a claim and a search in, a verdict with its citations out.

In: a sentence that somebody said. Out: supported, refuted or not found, statement by statement, with what the papers say
instead.
"""
