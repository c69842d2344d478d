"""Words and phrases that may stand for each other."""

import pytest

from assistant.language.stems import stems_of
from assistant.language.synonyms import SAME_ROW, synonym_keys


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("child", "young person", True),
        ("lorries", "heavy goods vehicle", True),
        ("pavement", "footway", True),
        ("rise", "fall", False),
        ("decided", "noted", False),
    ],
)
def test_two_phrases_are_synonyms_where_they_share_a_row(one: str, other: str, told: bool) -> None:
    first, second = (synonym_keys().get(stems_of(phrase), frozenset()) for phrase in (one, other))
    assert bool(first & second) is told


def test_a_row_s_key_is_told_from_a_stem() -> None:
    assert all(key.startswith(SAME_ROW) for keys in synonym_keys().values() for key in keys)
