"""Transcripts: who spoke, and that each turn is a paragraph of its own. Pure."""

import re
from collections.abc import Sequence

from corpus.models import Block, BlockKind

_TURN = re.compile(
    r"^((?:[A-Z]|de |van |von )[^:.?!\n()]{1,90}?(?:\s*\((?:[^()\n]|\([^()\n]{1,80}\)){1,140}\))?):\s+(?=\S)"
)
_SHORTENED = re.compile(r"\b(Hon|Rt|Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|St|Jr|[A-Z])\.", re.I)
_NO_SPEAKER = re.compile(
    r"^(?:present|apologies|resolved|recommend|action|date|time|place|venue|subject|from|to|report|note|item|councillors?$|"
    r"contact|officers?$|members?$|also|in attendance|\d)",
    re.I,
)
_PARTICLES = ("de ", "van ", "von ")  # that open a name
_LEAST = 8  # turns; fewer are labels
_SEEN = 240  # characters of a turn, in which its speaker stands


def _speaker_of(text: str) -> str | None:
    """Who speaks in a line like "The Chair: Good evening.", or None."""
    if ":" not in text[:_SEEN] or not (text[0].isupper() or text.startswith(_PARTICLES)):
        return None
    match = _TURN.match(_SHORTENED.sub(r"\1", text[:_SEEN]))
    return None if match is None or _NO_SPEAKER.match(match[1]) else match[1].strip()


def is_transcript(blocks: Sequence[Block]) -> bool:
    """Whether most of a paper's words stand in turns of speakers, and speakers come again."""
    return _is_speech([block.text for block in blocks if block.kind is not BlockKind.FURNITURE])


def are_turns(lines: Sequence[str]) -> bool:
    """Whether a text's lines are the turns of speakers, one to a line."""
    return _is_speech([line.strip() for line in lines if line.strip()])


def _is_speech(texts: Sequence[str]) -> bool:
    """Whether seven tenths of the words and more stand in turns, and those who speak come again."""
    turns = [(speaker, text) for text in texts if (speaker := _speaker_of(text))]
    if len(turns) < _LEAST:
        return False
    said = sum(len(text) for _, text in turns)
    return said > 0.7 * sum(len(text) for text in texts) and len({speaker for speaker, _ in turns}) < 0.6 * len(turns)
