"""Times an answer in the papers' own words against embedding the question alone, side by side in one run.

    python benchmarks/answering.py STORE GOLD.jsonl [STORE GOLD.jsonl ...]

STORE is an index, GOLD.jsonl questions over its papers, of which the first hundred are asked. Prints for each store the
median processor and wall time of both, in milliseconds, and their ratio.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from assistant.assistant import Assistant
from assistant.evaluation.measures import load_gold
from assistant.models import Asked
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.stores import open_stores

_MOST = 100  # questions of a store


def main(arguments: Sequence[str]) -> int:
    """Print the times; 2 for wrong use."""
    if not arguments or len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
    alone = SentenceTransformerEmbedder(DEFAULT_MODEL)  # one that has not read the question for its answer
    alone.embed_query("warm")
    for store, gold in zip(arguments[::2], arguments[1::2], strict=True):
        assistant = Assistant(stores=open_stores(Path(store)), embedder=embedder)
        questions = [line["question"] for line in load_gold(Path(gold)) if "turns" not in line][:_MOST]
        assistant.ask(Asked(questions[0]))  # what is read once
        answers, embeddings = [], []
        for question in questions:
            answers.append(_timed(partial(assistant.ask, Asked(question))))
            embeddings.append(_timed(partial(alone.embed_query, question)))
        for i, name in enumerate(("processor", "wall")):
            answer, embedding = (statistics.median(pair[i] for pair in times) for times in (answers, embeddings))
            print(
                f"{store} {name}: answer {answer:.1f} ms, embedding {embedding:.1f} ms, ratio {answer / embedding:.2f}"
            )
    return 0


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the processor and of the clock."""
    processor, wall = time.process_time(), time.perf_counter()
    act()
    return (time.process_time() - processor) * 1000, (time.perf_counter() - wall) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
