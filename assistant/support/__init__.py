"""Support: a sentence and the paragraphs it cites in, a verdict with its reason out.

In: a sentence, the paragraphs' words, their statuses and context. Out: whether it follows, and if not, which rule stopped
it and why. No model, no network.
"""
