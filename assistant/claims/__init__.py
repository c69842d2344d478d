"""Claims: something said in debate in, a verdict with its citations out.

In: a sentence or several, and a search. Out: a `Check`: supported, refuted or not found, statement by statement, with what
the papers say instead.
"""

from assistant.claims.check import check_claim

__all__ = ["check_claim"]
