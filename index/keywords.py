"""The keyword index: bm25s over the same passages, saved and memory-mapped, one for each access level.

Source: BM25 in Lucene's form, as bm25s (Lù, arXiv:2407.03618) computes it.
"""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.models import Access
from index.errors import IndexMissing
from index.text import words_of

_POINTER = "version"  # the file that names the index to read
_IDS, _WORDS = "ids.json", "words.json"
_PRINTED = re.compile(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")
_LONG_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]{5,}(?![\w'’-])")  # shorter ones are one letter away from too many
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class _Level:
    """The index of one access level."""

    index: Any  # a bm25s.BM25
    ids: list[str]  # of the passages, by number
    vocabulary: dict[str, int]  # stem to number
    words: dict[str, int]  # as printed, in lower case, by how often; of a store from before none


class KeywordIndex:
    """bm25s indexes in a folder, one for each access level.

    Each version of the catalogue has an index in a folder of its own, and a file beside them names the one to read. That
    file is replaced in one step, so that a reader finds a whole index whenever it comes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[Access, _Level] = {}
        self._version: str | None = None

    def build(self, version: str, passages: Sequence[tuple[str, str, Access]]) -> None:
        """Index (id, text, access) rows anew, let readers read that, and remove the index before.

        `version` is that of the catalogue that the rows are from, and none that is indexed already.
        """
        fresh = self._folder / version
        shutil.rmtree(fresh, ignore_errors=True)  # of a build that was cut off
        fresh.mkdir(parents=True)
        for access in Access:
            rows = [(name, text) for name, text, level in passages if level is access]
            if rows:
                _write(fresh / access.value, rows)
        pointer = self._folder / f"{_POINTER}.new"
        pointer.write_text(version, encoding="utf-8")
        pointer.replace(self._folder / _POINTER)
        for old in self._folder.iterdir():
            if old.is_dir() and old != fresh:
                shutil.rmtree(old, ignore_errors=True)

    def version(self) -> str | None:
        """The catalogue version that this index was built from, or None."""
        path = self._folder / _POINTER
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def best(
        self, words: Sequence[str], k: int, access: frozenset[Access], allowed: frozenset[str] | None = None
    ) -> dict[str, float]:
        """The k best passages for stemmed words: id to BM25 score (above 0, no upper bound).

        `allowed` limits the passages to these ids. Raises: IndexMissing where nothing was indexed.
        """
        loaded = self._refresh()
        if not loaded:
            raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.")
        found: dict[str, float] = {}
        for level in [loaded[name] for name in access if name in loaded]:
            tokens = [level.vocabulary[word] for word in words if word in level.vocabulary]
            if not tokens:
                continue
            scores = level.index.get_scores_from_ids(tokens)
            if allowed is not None:
                mask = np.fromiter((name in allowed for name in level.ids), dtype=bool, count=len(level.ids))
                scores = np.where(mask, scores, 0.0)
            top = min(k, len(level.ids))
            best = np.argpartition(-scores, top - 1)[:top]
            found.update({level.ids[i]: float(scores[i]) for i in best if scores[i] > 0})
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:k])

    def rarity(self, words: Sequence[str], access: frozenset[Access]) -> dict[str, float]:
        """For each stemmed word ln(1 + N / df), of N passages in reach and df that hold it; 0 where none does."""
        loaded = self._refresh()
        levels = [loaded[name] for name in access if name in loaded]
        total = sum(len(level.ids) for level in levels)
        found: dict[str, float] = {}
        for word in words:
            holding = sum(_passages_with(word, level) for level in levels)
            found[word] = float(np.log(1 + total / holding)) if holding else 0.0
        return found

    def spelled(self, text: str, access: frozenset[Access], is_word: Callable[[str], bool]) -> str:
        """The text with each slip of typing mended: what is no word and in no passage, by the commonest one a letter away.

        A capital letter within the text begins a name, which is left as it is. `is_word` tells the words of the language.
        Source: candidates at one edit, Norvig, norvig.com/spell-correct.html.
        """
        levels = [level for name, level in self._refresh().items() if name in access]

        def times(word: str) -> int:
            return sum(level.words.get(word, 0) for level in levels)

        def mended(match: re.Match[str]) -> str:
            word, low = match.group(), match.group().lower()
            is_name = word != low and match.start() > 0
            if is_name or times(low) or self._is_held(word, access) or is_word(low):
                return word
            best = max(one_edit_away(low), key=lambda other: (times(other), -len(other), other))
            return best if times(best) > 1 else word

        return _LONG_WORD.sub(mended, text)

    def _is_held(self, text: str, access: frozenset[Access]) -> bool:
        """Whether a word is too common to be searched for, or a passage holds it in some form."""
        stems = words_of(text)
        return not stems or any(self.rarity(stems, access).values())

    def rarest(self, access: frozenset[Access]) -> float:
        """The rarity of a word that one passage alone holds: ln(1 + N)."""
        loaded = self._refresh()
        return float(np.log(1 + sum(len(level.ids) for name, level in loaded.items() if name in access)))

    def _refresh(self) -> dict[Access, _Level]:
        """The indexes as they now lie in the folder, loaded where they changed; whole, whoever else is asking."""
        version = self.version()
        while version is not None and version != self._version:
            try:
                self._loaded, self._version = self._load(version), version
            except FileNotFoundError:
                if self.version() == version:
                    raise
            # A build may have replaced the index, and so removed files, while they were loaded.
            version = self.version()
        return self._loaded

    def _load(self, version: str) -> dict[Access, _Level]:
        import bm25s

        # Stores of before hold their one index beside the pointer itself.
        folder = self._folder / version if (self._folder / version).is_dir() else self._folder
        loaded: dict[Access, _Level] = {}
        for access in Access:
            path = folder / access.value
            if path.is_dir():
                index = bm25s.BM25.load(str(path), mmap=True, load_vocab=True)
                ids = json.loads((path / _IDS).read_text(encoding="utf-8"))
                printed = path / _WORDS
                words = json.loads(printed.read_text(encoding="utf-8")) if printed.is_file() else {}
                loaded[access] = _Level(index, ids, index.vocab_dict, words)
        return loaded


def one_edit_away(word: str) -> set[str]:
    """The words that a letter left out, put in, put for another or exchanged with its neighbour makes of a word."""
    parts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    left_out = {a + b[1:] for a, b in parts if b}
    exchanged = {a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1}
    instead = {a + letter + b[1:] for a, b in parts if b for letter in _LETTERS}
    put_in = {a + letter + b for a, b in parts for letter in _LETTERS}
    return left_out | exchanged | instead | put_in


def _write(folder: Path, rows: Sequence[tuple[str, str]]) -> None:
    """Write the index of (id, text) rows into a folder of its own."""
    import bm25s

    index = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
    index.index([words_of(text) or ["_"] for _, text in rows], show_progress=False)
    index.save(str(folder))
    (folder / _IDS).write_text(json.dumps([name for name, _ in rows]), encoding="utf-8")
    printed = Counter(word for _, text in rows for word in _PRINTED.findall(text.lower()))
    (folder / _WORDS).write_text(json.dumps(printed, ensure_ascii=False), encoding="utf-8")


def _passages_with(word: str, level: _Level) -> int:
    """How many passages of an index hold a word."""
    number = level.vocabulary.get(word)
    if number is None:
        return 0
    # Where each word's passages begin among those of all words.
    starts = level.index.scores["indptr"]
    return int(starts[number + 1] - starts[number])
