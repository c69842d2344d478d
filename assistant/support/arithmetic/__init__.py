"""Arithmetic: whether a figure is another in other words, or is worked out of others."""
