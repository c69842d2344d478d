"""Retrieval: a question in, ranked paragraphs out, and how likely they answer it.

In: a Question and a Scope. Out: passages found, their units ranked, and the confidence that decides an abstention.
"""
