"""A claim taken apart into statements that are judged one by one. Pure."""

import re

MOST = 8  # statements of one claim that are judged; a speech is no claim
_LONGEST = 600  # characters of a statement; the rest is cut off
_LEAST_WORDS = 4  # of a clause that says something by itself
_VERB_WITHIN = 9  # words of a clause in which its verb is looked for
_END = re.compile(
    r"(?<=[\w%)”\"'’][.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|St|No)\.)(?<!\bMrs\.)(?<!\bCllr\.)\s+(?=[A-Z“\"£\d])"
)
# Where two clauses of a sentence may be joined.
_JOINTS = re.compile(r"(?:; |[,.]? [-–—] |,? but |,? (?:while|whereas|whilst) |, and )(?=\S)")
_SUBJECT = re.compile(
    r"(?:the|a|an|its?|they|he|she|we|this|that|these|those|their|his|her|our|no|none|some|all|both|each|every|only|"
    r"\d[\d,.]*%?|[A-Z][\w'’-]*|[a-z]+ of (?:the|them|these))\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|should|may|must|went|rose|fell|grew|said|got|made|"
    r"kept|took|gave|won|lost|left|held|met|paid|spent|cost|ran|put|set|came|goes|says|costs|\w{3,}ed)\b"
)


def statements_of(claim: str) -> list[str]:
    """The claim's statements in order: its sentences, those parted whose clauses say something each by itself."""
    found: list[str] = []
    for line in claim.splitlines():
        line = re.sub(r"\s+", " ", line).strip().lstrip("-•* ")
        for sentence in _END.split(line):
            found += _clauses(sentence.strip(' "“”'))
    told = [text for text in found if re.search(r"[A-Za-z]{2}", text)]
    return [text[:_LONGEST] for text in told[:MOST]]


def _clauses(sentence: str) -> list[str]:
    """A sentence parted at the joints where both sides say something by themselves."""
    for match in _JOINTS.finditer(sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        anew = match[0].startswith(";")  # what stands behind needs no subject of its own
        if _says_something(left) and (_says_something(right) or anew and _tells(right)):
            return [left, *_clauses(right)]
    return [sentence]


def _says_something(clause: str) -> bool:
    """Whether a clause has a subject and a verb of its own."""
    words = clause.split()
    return (
        len(words) >= _LEAST_WORDS
        and _SUBJECT.match(clause) is not None
        and _VERB.search(" ".join(words[1:_VERB_WITHIN])) is not None
        and not re.match(r"(?:which|who|that|when|where)\b", clause)
    )


def _tells(clause: str) -> bool:
    """Whether a clause has a verb and is long enough to say something with the subject before it."""
    words = clause.split()
    return len(words) >= _LEAST_WORDS and _VERB.search(" ".join(words[:_VERB_WITHIN])) is not None
