"""Answer: a question and a reader in, an answer with cited words out.

In: what was asked and who reads. Out: the answer's text as it is ready, then the `Answer` with its citations, or an
abstention. `pipeline` has the way in one line; `generation` is met only where a chat model is set up.
"""

from assistant.answer.pipeline import answered
from assistant.answer.source import source

__all__ = ["answered", "source"]
