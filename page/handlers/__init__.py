"""Handlers: what a reader did in, what the page shows out; one module a tab."""
