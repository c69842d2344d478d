"""Answer: ranked paragraphs in, an answer with cited words out.

In: a Question and its candidates. Out: the spans that answer, worded and cited; with a model, its statements as each
passes the support gate.
"""
