"""What a query is about, and what of the register is about it. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.decisions.models import Decision, DecisionFilters, PlannedDecision, Register, TrackedAction
from assistant.models import Citation
from assistant.question import Question
from assistant.retrieval.search import SearchResult
from index.text import words_of

T = TypeVar("T")


_OFFICERS = re.compile(
    r"\b(?:(?:contact|lead|report|responsible) officers?|report author|director)\s*:.*", re.I | re.S
)  # who stands behind a planned decision's title


_COVERED = 0.6  # share of a topic's words, by their rarity, from which an entry is about it


_MEANT = 0.5  # likeness in meaning from which an entry is about a topic that it has no word of


_BOTH, _SOME = 0.34, 0.4  # the same, for an entry that has some of the words, and how many


_TELLING = 2.4  # rarity of a word that about one passage in ten has


_STRETCH = 8  # telling words between the first and the last of a topic's words that stand together


_FAR, _NEAREST = 0.3, 0.36  # likeness, and likeness with half the words' share, where no entry has the words


_ALONE = 0.25  # the same, where a topic of one word stands in another form, which may mean another thing ("adoption", "be adopted")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a query asks for, and how like in meaning each paragraph found is to it."""

    question: Question
    rarity: Mapping[str, float]
    likeness: Mapping[str, float]  # by paragraph

    def covered(self, text: str) -> float:
        """The share of the topic's words that a text has, weighed by their rarity, 0..1.

        The papers' words for everyday words count for less, and once.
        """
        absent = max(self.rarity.values(), default=1.0)  # a word of no paper weighs as much as the rarest
        weights = {stem: self.rarity.get(stem) or absent for stem in self.question.words}
        have = set(words_of(text))
        total = sum(weights.values()) or 1.0
        share = sum(value for stem, value in weights.items() if stem in have) / total
        extra = max((self.rarity.get(stem, 1.0) for stem in self.question.extra if stem in have), default=0.0)
        return min(1.0, share + 0.6 * extra / total)

    def tells(self, text: str) -> int:
        """How many words of the topic that few passages have are in a text."""
        have = set(words_of(text))
        return sum(stem in have and self.rarity.get(stem, 0.0) >= _TELLING for stem in set(self.question.words))

    def meant(self, citations: Sequence[Citation]) -> float:
        """How like the topic in meaning the nearest of these paragraphs is, -1..1; 0 where none was found."""
        return max((self.likeness.get(one.paragraph, 0.0) for one in citations), default=0.0)

    def score(self, text: str, citations: Sequence[Citation]) -> float | None:
        """How much an entry is about the topic, 0..2; None where it is not."""
        covered, meant = self.covered(text), self.meant(citations)
        together = self.together(text)
        worded = covered >= _COVERED and self.sure(text, meant) and together
        if worded or meant >= _MEANT or covered >= _SOME and meant >= _BOTH and together:
            return covered + meant
        return None

    def sure(self, text: str, meant: float) -> bool:
        """Whether a topic of one word is meant where its stem stands: it is printed as typed, or is like in meaning."""
        return len(self.question.words) > 1 or meant >= _ALONE or self._prints(text)

    def together(self, text: str) -> bool:
        """Whether a text has two words of a topic near each other, where it has two, or one that few passages have."""
        asked = {*self.question.words, *self.question.extra}
        return self.beside(text) or any(self.rarity.get(stem, 0.0) >= _TELLING for stem in asked & set(words_of(text)))

    def beside(self, text: str) -> bool:
        """Whether a text has two words of a topic near each other; true of a topic of one word."""
        wanted, stems = set(self.question.words), words_of(text)
        at = [n for n, stem in enumerate(stems) if stem in wanted]
        return len(wanted) < 2 or any(stems[n] != stems[m] for n in at for m in at if n < m < n + _STRETCH)

    def _prints(self, text: str) -> bool:
        """Whether a text has a word of the topic as it was typed, but for a plural's s."""
        typed = re.findall(r"[a-z]{3,}", self.question.text.lower())
        return any(re.search(rf"\b{word.removesuffix('s')}s?\b", text, re.I) for word in typed)

    def near(self, text: str, citations: Sequence[Citation]) -> float | None:
        """The same for an entry that is only near the topic in meaning: for topics that no entry has the words of."""
        covered, meant = self.covered(text), self.meant(citations)
        return meant + covered / 2 if meant >= _FAR and meant + covered / 2 >= _NEAREST else None


def topic_of(found: SearchResult) -> Topic:
    """A search as a topic."""
    likeness: dict[str, float] = {}
    for one in found.ranked:
        for unit, like in zip(one.passage.units, one.likeness, strict=True):
            likeness[unit.paragraph] = max(like, likeness.get(unit.paragraph, 0.0))
    return Topic(found.question, found.rarity, likeness)


def chosen(register: Register, filters: DecisionFilters, topic: Topic | None) -> Register:
    """What of a register the filters leave; by how much it is about the topic where there is one."""
    decisions = [one for one in register.decisions if _fits(one, filters)]
    actions = [one for one in register.actions if _fits_action(one, filters)]
    planned = [one for one in register.planned if _fits_plan(one, filters)]
    if topic is None:
        return Register(tuple(decisions), tuple(actions), tuple(planned))
    about = _ranked(decisions, [topic.score(_words(one), one.citations) for one in decisions])
    return Register(
        about or _ranked(decisions, [topic.near(_words(one), one.citations) for one in decisions]),
        _ranked(actions, [topic.score(_action_words(one), [one.progress[-1].citation]) for one in actions]),
        _ranked(planned, [topic.score(_OFFICERS.sub("", one.title), [one.citation]) for one in planned]),
    )


def _ranked(entries: Sequence[T], scores: Sequence[float | None]) -> tuple[T, ...]:
    kept = [(score, entry) for score, entry in zip(scores, entries, strict=True) if score is not None]
    return tuple(entry for _, entry in sorted(kept, key=lambda pair: -round(pair[0], 1)))


def _words(one: Decision) -> str:
    return f"{one.title or ''}\n{one.words}"


def _action_words(one: TrackedAction) -> str:
    return f"{one.topic or ''}\n{one.action}\n{one.status or ''}"


def _fits(one: Decision, filters: DecisionFilters) -> bool:
    return (
        _placed_in(filters, one.council, one.body, one.date)
        and filters.kind in (None, one.kind)
        and filters.standing in (None, one.standing)
        and (filters.person is None or _names(filters.person, [*_texts(one)]))
    )


def _texts(one: Decision) -> Iterator[str]:
    yield from (text for text in (one.words, one.proposer, one.seconder) if text)
    yield from (citation.text for citation in (*one.citations, *one.votes))


def _fits_action(one: TrackedAction, filters: DecisionFilters) -> bool:
    last = one.progress[-1]
    return (
        filters.kind is None
        and filters.standing is None
        and _placed_in(filters, last.citation.council, one.body, last.date)
        and (filters.person is None or _names(filters.person, [one.owner or "", one.action]))
    )


def _fits_plan(one: PlannedDecision, filters: DecisionFilters) -> bool:
    cited_at = one.citation
    return (
        filters.kind is None
        and filters.standing is None
        and _placed_in(filters, cited_at.council, cited_at.body, cited_at.meeting_date)
        and (filters.person is None or _names(filters.person, [cited_at.text]))
    )


def _placed_in(filters: DecisionFilters, council: str | None, body: str | None, date: str | None) -> bool:
    return (
        filters.council in (None, council)
        and filters.body in (None, body)
        and (filters.since is None or (date or "") >= filters.since)
        and (filters.until is None or (date or "9999") <= filters.until)
    )


def _names(person: str, texts: Sequence[str]) -> bool:
    """Whether one of the texts holds every word of a name."""
    words = [word for word in re.findall(r"[\w'’-]+", person) if word.lower() not in _TITLES]
    return any(all(re.search(rf"\b{re.escape(word)}\b", text, re.I) for word in words) for text in texts)


_TITLES = frozenset("councillor councillors cllr mr mrs ms miss dr sir dame".split())
