"""Where the tests find papers and questions: those that ship, and the real ones that may lie beside the repository."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"
QUESTIONS = ROOT / "tests" / "questions"
PAIRS = ROOT / "tests" / "assistant" / "support" / "support-pairs.jsonl"
SHARED = ROOT.parent / "shared"
PAPERS = SHARED / "papers"
needs_papers = pytest.mark.skipif(not PAPERS.is_dir(), reason="the real papers are not beside the repository")
