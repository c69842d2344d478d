"""A plain look at what a cited statement says, which asks no rule of the program."""

import re

from assistant.brief.models import CitedStatement

_FIGURE_OR_NAME = re.compile(r"\d[\d,]*(?:\.\d+)?|\b[A-Z][\w'’-]*")
_PUT_BEFORE = frozenset({"Resolved"})  # the one word that the program puts before a paper's own


def not_in_its_paragraphs(said: CitedStatement) -> list[str]:
    """The figures and the words with a capital that stand in none of the paragraphs cited, nor over them as a title."""
    above = {title for cited in said.citations for title in (cited.item_title, cited.part_title) if title}
    sources = "\n".join([*(cited.text for cited in said.citations), *above])
    known = set(_FIGURE_OR_NAME.findall(sources)) | _PUT_BEFORE
    return [word for word in _FIGURE_OR_NAME.findall(said.text) if word not in known]
