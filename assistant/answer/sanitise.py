"""Papers as data: what a paragraph says is read, never obeyed. Pure.

Words may stand in a paper that a reader does not see (white text, Unicode tags) or that are meant for a model. Signs
that no reader sees are taken out of what a model is given, marks that a model takes for structure are made plain, and a
paragraph that gives orders to a model is not given to one at all.
"""

import re
import unicodedata
from functools import lru_cache

# Format signs (zero-width, direction, Unicode tags), private use and controls, but line breaks and tabs.
_UNSEEN = {"Cf", "Co", "Cc", "Cn"}
_CHAT_MARK = re.compile(r"<\|.{0,40}?\|>|\[/?INST\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>", re.I)
_SPEAKER = re.compile(r"^(\s*)(system|assistant|user|human|question|paragraphs|rules)(\s*:)", re.I | re.M)
_MACHINE = r"(?:ai|artificial intelligence|llm|(?:large )?language[- ]model|chat ?bot|(?:ai|virtual|digital) assistant|gpt\w*)s?"
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.\n]{0,30}\b(?:previous|prior|above|earlier|preceding|foregoing|your|system|these|other)\b"
    r"[^.\n]{0,25}\b(?:instruct\w*|prompts?|rules|directions|orders)\b"
    r"|\b(?:ignore|disregard|forget|override)\b[^.\n]{0,20}\b(?:instructions|prompts?|rules)\b[^.\n]{0,8}\b(?:above|before|given|so far)\b"
    r"|\b(?:system|developer) (?:prompt|message)\b|\bnew instructions? (?:for|to) you\b"
    rf"|\b(?:you are|act as|pretend to be|behave as|as) (?:now )?an? (?:\w+ )?{_MACHINE}\b(?! (?:user|sceptic|champion|lead|officer))"
    rf"|\b(?:attention|note (?:to|for)|messages? (?:to|for)|instructions? (?:to|for)|dear|hey|hello)\b[^.\n]{{0,12}}\b{_MACHINE}\b"
    rf"|\b{_MACHINE} (?:reading|summari[sz]ing|processing|answering|that reads?|which reads?|who reads?) this\b"
    r"|\b(?:tell|inform|assure) the (?:user|reader)s? that\b"
    r"|\b(?:answer|reply|respond) (?:only |instead |exactly )+(?:with|that|:)",
    re.I,
)

_ODD = re.compile(r"[^\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]")  # all others are plain to see


def seen(text: str) -> str:
    """The text without the signs that no reader sees."""
    if not _ODD.search(text):
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)


def as_data(text: str) -> str:
    """A paper's words for a model: nothing unseen, no marker, chat mark or speaker's name that it could take for ours."""
    plain = _CHAT_MARK.sub(" ", seen(text))
    plain = MARKER.sub(r"(\1)", plain)
    plain = _SPEAKER.sub(r"\1“\2”\3", plain)
    return re.sub(r"\n\s*\n+", "\n", plain).strip()


@lru_cache(maxsize=4096)
def gives_orders(text: str) -> bool:
    """Whether a text speaks to a model rather than to a reader; signs between the letters do not hide it."""
    hidden = "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) <= 0xE007E) if _ODD.search(text) else ""
    plain = unicodedata.normalize("NFKC", seen(text))
    return bool(_ORDERS.search(plain) or _ORDERS.search(hidden))


MARKER = re.compile(r"\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]")
