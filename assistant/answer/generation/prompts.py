"""Prompts from prompts/*.md: text only, with a version each."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.errors import PromptBroken

# Beside this package, in the source tree as in an installation: a folder of text is no package to import from.
_FOLDER = Path(__file__).resolve().parents[3] / "prompts"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt's text with {placeholders}, and its version."""

    name: str
    version: str
    text: str


@lru_cache(maxsize=8)
def load_prompt(name: str, placeholders: frozenset[str]) -> Prompt:
    """The prompt of this name.

    Raises: PromptBroken where it is missing, or its placeholders are not these.
    """
    path = _FOLDER / f"{name}.md"
    if not path.is_file():
        raise PromptBroken(f"prompts/{name}.md is missing. Install Minutebook again.")
    match = re.match(r"---\nversion: *(\S+)\n---\n(.*)", path.read_text(encoding="utf-8"), re.S)
    if match is None:
        raise PromptBroken(f"prompts/{name}.md does not begin with its version between two lines of ---.")
    found = frozenset(re.findall(r"\{(\w+)\}", match[2]))
    if found != placeholders:
        raise PromptBroken(
            f"prompts/{name}.md must hold the placeholders {sorted(placeholders)} and holds {sorted(found)}."
        )
    if re.search(r"[{}]", re.sub(r"\{\w+\}", "", match[2])):
        raise PromptBroken(f"prompts/{name}.md holds a brace outside its placeholders. Remove it.")
    return Prompt(name, match[1], match[2].strip())
