"""Whether a PDF's characters are the letters that its pages show.

A font with a wrong glyph map prints one letter and stores another. Where it affects a whole text layer, the layer is
refused. Where a font stores "/" for one capital letter, as some converters made it, the letter can be found:
it is the one that the font never stores, and that turns the odd words into words printed elsewhere in the paper.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase

from corpus.readers.pdf_runs import Run

_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\x80-\x9f]")
_SAMPLE = 20_000  # characters; enough to know gibberish by its missing vowels
_FEW = 15  # words without vowels, abbreviations and the like, that any text may hold
_STRANGE_SHARE = 0.2  # of all characters; a few bullets from symbol fonts are common
# What a character is, to count words by: "v" a vowel, "c" a consonant, "_" what else may stand in a word, " " the rest.
_SHAPES = (
    bytes(
        ord("v" if chr(code) in "aeiouyAEIOUY" else "c" if chr(code).isalpha() else "_" if chr(code).isalnum() else " ")
        for code in range(128)
    )
    + b" " * 128
)
_MISPLACED = re.compile(r"^/[A-Za-z]+\W*$")  # a word that starts with the sign, which no word does
_SUSPECT = re.compile(r"^[A-Za-z]*/[A-Za-z]*\W*$")


def repaired(pages: Sequence[list[Run]], text: str) -> list[list[Run]] | None:
    """The runs of each page, repaired where that is certain; None where the text cannot be trusted. `text` is all of it."""
    if _is_gibberish(text):
        return None
    if not re.search(r"/(?<!\S/)[A-Za-z]", text):
        return list(pages)
    mended = list(pages)
    for bold in (False, True):
        runs = [run for page in mended for run in page]
        if sum(1 for word in _words([run for run in runs if "/" in run.text], bold) if _MISPLACED.match(word)) < 2:
            continue
        words = _words(runs, bold)
        letter = _letter_for_slash(words, {word.strip(".,;:()").lower() for word in text.split()})
        if letter is None:
            return None
        mended = [[_with_letter(run, bold, letter) for run in page] for page in mended]
    return mended


def _words(runs: Sequence[Run], bold: bool) -> list[str]:
    """The words of the runs that are in bold type, or those that are not."""
    marked = [zip(run.texts, run.columns.bolds[run.first : run.end], strict=True) for run in runs]
    return [text for pairs in marked for text, flag in pairs if flag == bold]


def _is_gibberish(text: str) -> bool:
    if not text.isascii() and len(_STRANGE.findall(text)) > _STRANGE_SHARE * len(text):
        return True
    shapes = text[:_SAMPLE].encode("ascii", errors="replace").translate(_SHAPES)
    if shapes.count(b"cccccc") <= _FEW:
        return False
    words = [shape for shape in shapes.split() if len(shape) >= 4 and b"_" not in shape]
    vowelless = sum(1 for word in words if len(word) >= 6 and b"v" not in word)
    return len(words) > 50 and vowelless > 0.3 * len(words)


def _letter_for_slash(words: Sequence[str], printed: set[str]) -> str | None:
    """The capital that words of one type store as "/"; None where no single one stands out."""
    absent = set(ascii_uppercase) - {character for word in words for character in word}
    suspects = {word.strip(".,;:()") for word in words if _SUSPECT.match(word)}
    hits = {
        letter: sum(1 for suspect in suspects if suspect.replace("/", letter).lower() in printed) for letter in absent
    }
    best = sorted(hits.items(), key=lambda item: -item[1])[:2]
    if not best or best[0][1] < 2 or (len(best) > 1 and best[1][1] >= best[0][1]):
        return None
    return best[0][0]


def _with_letter(run: Run, bold: bool, letter: str) -> Run:
    if "/" not in run.text:
        return run
    texts = [
        text.replace("/", letter) if marked == bold and _SUSPECT.match(text) else text
        for text, marked in zip(run.texts, run.columns.bolds[run.first : run.end], strict=True)
    ]
    return replace(run, text=" ".join(texts))
