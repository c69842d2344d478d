"""The encoder's arithmetic: weights of our own added to a packaged model, a question's tokens without PyTorch, late interaction.

In: words, token vectors. Out: vectors of length one; likenesses. The names are imported from their modules.
"""
