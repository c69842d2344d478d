"""The gate beside true rewordings of every paragraph of the sample: hardly one may be held back."""

from collections import defaultdict

from assistant.assistant import Assistant
from assistant.support.gate import judge
from corpus.models import Access, Status
from reworder import KINDS, rewordings


def test_hardly_a_true_rewording_of_the_sample_papers_is_held_back(assistant: Assistant) -> None:
    made: dict[str, int] = defaultdict(int)
    held: dict[str, list[str]] = defaultdict(list)
    for paragraph in sorted(
        {place.paragraph.text for place in assistant.stores.catalogue.with_status(list(Status), frozenset(Access))}
    ):
        for kind, told in rewordings(paragraph):
            made[kind] += 1
            verdict = judge(told, [paragraph])
            if not verdict.supported:
                held[kind].append(f"{told}: {verdict.reason}")
    assert set(made) == set(KINDS)
    assert sum(made.values()) > 1_000
    assert sum(map(len, held.values())) <= 0.01 * sum(made.values()), dict(held)
    assert not [kind for kind, each in held.items() if len(each) > max(2, 0.05 * made[kind])], dict(held)
