"""A chat model that says what a function makes of the paragraphs it was given, at the pace that a test wants."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

Say = Callable[[list[str]], str]
Look = Callable[[str], str]
Judge = Callable[
    [str, list[str]], str
]  # a statement and its paragraphs to a verdict, or to all that follows its number


class Scripted(BaseChatModel):
    """Says a function's words in pieces of `size` characters, `pause` seconds apart; keeps the prompts.

    Asked what to look for, it says at once what `look` makes of the prompt, nothing where none is given; asked to verify, what
    `judge` makes of each statement, which is that all are supported where none is given.
    """

    say: Say
    look: Look = lambda prompt: ""
    judge: Judge = lambda statement, paragraphs: "supported"
    prompts: list[str] = Field(default_factory=list)
    look_prompts: list[str] = Field(default_factory=list)
    verify_prompts: list[str] = Field(default_factory=list)
    size: int = 20
    pause: float = 0.0

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=self._words(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        words = self._words(messages)
        for at in range(0, max(len(words), 1), self.size):
            yield ChatGenerationChunk(message=AIMessageChunk(content=words[at : at + self.size]))
            prompt = str(messages[-1].content)
            time.sleep(0.0 if asks_what_to_look_for(messages) or asks_to_verify(prompt) else self.pause)

    def _words(self, messages: list[BaseMessage]) -> str:
        prompt = str(messages[-1].content)
        if asks_what_to_look_for(messages):
            self.look_prompts.append(prompt)
            return self.look(prompt)
        if asks_to_verify(prompt):
            self.verify_prompts.append(prompt)
            return verdicts(prompt, self.judge)
        self.prompts.append(prompt)
        return self.say(given_in(prompt))


def asks_what_to_look_for(messages: Sequence[BaseMessage]) -> bool:
    """Whether a prompt is the one for searches: it gives no paragraphs."""
    return "\nParagraphs:\n" not in str(messages[-1].content)


def asks_to_verify(prompt: str) -> bool:
    """Whether a prompt is the one for verdicts."""
    return prompt.startswith("You check statements")


def verdicts(prompt: str, judge: Judge) -> str:
    """A line for each statement of a prompt for verdicts, as it asks for them."""
    evidence, stated = prompt.split("Paragraphs:\n", 1)[1].rsplit("\n\nStatements:\n", 1)
    paragraphs = given_in(f"Paragraphs:\n{evidence}")
    lines = []
    for line in stated.split("\n"):
        number, by, text = re.fullmatch(r"(\d+)\. (?:\((?:no )?paragraphs?([\d, ]*)\) )?(.*)", line).groups()  # type: ignore[union-attr]
        numbers = range(1, len(paragraphs) + 1) if by is None else [int(n) for n in re.findall(r"\d+", by)]
        told = judge(text, [paragraphs[n - 1] for n in numbers])
        named = ", ".join(map(str, numbers))
        lines.append(f"{number} | {told}" if "|" in told else f"{number} | {named} | nothing | {told} | - | -")
    return "\n".join(lines)


def given_in(prompt: str) -> list[str]:
    """The paragraphs of a prompt, in the order of their numbers, without the titles and lead-ins above them."""
    context = prompt.split("Paragraphs:\n", 1)[1].rsplit("\n\nQuestion:", 1)[0]
    lines = [line for line in context.split("\n") if line and line[0] not in "#>"]
    pieces = re.split(r"(?:^|\n)\[\d+\] ", "\n".join(lines))
    return [re.sub(r"^\([^()]*(?:\([^()]*\)[^()]*)*\) ", "", piece) for piece in pieces[1:]]


def numbered(paragraphs: Sequence[str], words: str) -> int:
    """The number of the first paragraph given that holds these words."""
    return next(n for n, text in enumerate(paragraphs, 1) if words in text)
