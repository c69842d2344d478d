"""Generation: a chat model and evidence in, statements that passed the support gate out.

In: a LangChain chat model and retriever. Out: what is looked for, each statement as it passes, then the answer; the papers'
own words where the model fails. This room imports LangChain; it is imported late.
"""

from assistant.answer.generation.chat import open_model
from assistant.answer.generation.generative import write
from assistant.answer.generation.looks import Writer
from assistant.answer.generation.searches import Asking
from assistant.answer.generation.verifying import ChatVerifier, open_verifier

__all__ = ["Asking", "ChatVerifier", "Writer", "open_model", "open_verifier", "write"]
