"""The keyword index: bm25s over the same passages, saved and memory-mapped, one for each access level.

Source: BM25 in Lucene's form, as bm25s (Lù, arXiv:2407.03618) computes it.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.models import Access
from index.errors import IndexMissing
from index.text import words_of

_Loaded = dict[Access, tuple[Any, list[str], dict[str, int]]]  # index, passages' ids, word to number


class KeywordIndex:
    """bm25s indexes in a folder, one for each access level, swapped in whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: _Loaded = {}
        self._version: str | None = None

    def build(self, version: str, passages: Sequence[tuple[str, str, Access]]) -> None:
        """Index (id, text, access) rows anew and put the result in place of the old."""
        import bm25s

        fresh = self._folder.with_name(self._folder.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for access in Access:
            rows = [(name, text) for name, text, level in passages if level is access]
            if not rows:
                continue
            index = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
            index.index([words_of(text) or ["_"] for _, text in rows], show_progress=False)
            index.save(str(fresh / access.value))
            (fresh / access.value / "ids.json").write_text(json.dumps([name for name, _ in rows]), encoding="utf-8")
        (fresh / "version").write_text(version, encoding="utf-8")
        shutil.rmtree(self._folder, ignore_errors=True)
        fresh.rename(self._folder)

    def version(self) -> str | None:
        """The catalogue version that this index was built from, or None."""
        path = self._folder / "version"
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
        for level in access:
            if level not in loaded:
                continue
            index, ids, vocabulary = loaded[level]
            tokens = [vocabulary[word] for word in words if word in vocabulary]
            if not tokens:
                continue
            scores = index.get_scores_from_ids(tokens)
            if allowed is not None:
                mask = np.fromiter((name in allowed for name in ids), dtype=bool, count=len(ids))
                scores = np.where(mask, scores, 0.0)
            top = min(k, len(ids))
            best = np.argpartition(-scores, top - 1)[:top]
            found.update({ids[n]: float(scores[n]) for n in best if scores[n] > 0})
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:k])

    def rarity(self, words: Sequence[str], access: frozenset[Access]) -> dict[str, float]:
        """For each word its idf-like weight: ln(1 + N / df), 0 where no passage in reach holds it."""
        loaded = self._refresh()
        out: dict[str, float] = {}
        for word in words:
            hits = total = 0
            for level in access:
                if level in loaded:
                    index, ids, vocabulary = loaded[level]
                    total += len(ids)
                    if word in vocabulary:
                        pointers = index.scores["indptr"]
                        hits += int(pointers[vocabulary[word] + 1] - pointers[vocabulary[word]])
            out[word] = float(np.log(1 + total / hits)) if hits else 0.0
        return out

    def rarest(self, access: frozenset[Access]) -> float:
        """The rarity of a word that one passage alone holds: ln(1 + N)."""
        loaded = self._refresh()
        return float(np.log(1 + sum(len(ids) for level, (_, ids, _) in loaded.items() if level in access)))

    def _refresh(self) -> _Loaded:
        """The indexes as they now lie in the folder, loaded where they changed; whole, whoever else is asking."""
        version = self.version()
        if version is not None and version != self._version:
            self._loaded, self._version = self._load(), version
        return self._loaded

    def _load(self) -> _Loaded:
        import bm25s

        loaded: _Loaded = {}
        for access in Access:
            folder = self._folder / access.value
            if folder.is_dir():
                index = bm25s.BM25.load(str(folder), mmap=True, load_vocab=True)
                ids = json.loads((folder / "ids.json").read_text(encoding="utf-8"))
                loaded[access] = (index, ids, index.vocab_dict)
        return loaded
