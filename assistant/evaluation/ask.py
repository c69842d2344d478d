"""Gold questions put to an assistant, a conversation turn by turn. Pure but for the asking."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assistant.models import Answer, Asked, Turn
from corpus.models import Role

Ask = Callable[[Asked], Answer]


def ask_gold(ask: Ask, line: Mapping[str, Any], role: Role = Role.PUBLIC) -> Iterator[tuple[dict[str, Any], Answer]]:
    """Each gold question of a line with its answer.

    A line with turns is a conversation: each turn sees the turns before it, and they are named ID#1, ID#2, ...
    """
    if "turns" not in line:
        yield dict(line), ask(Asked(line["question"], role=role))
        return
    history: tuple[Turn, ...] = ()
    for i, turn in enumerate(line["turns"], 1):
        answer = ask(Asked(turn["question"], history, role=role))
        history = (*history, Turn(turn["question"], answer))
        yield {**turn, "id": f"{line['id']}#{i}"}, answer
