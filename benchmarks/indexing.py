"""Times indexing a folder against the LangChain tutorial's pipeline on the same text, side by side in one run.

    python benchmarks/indexing.py [PAPERS]        # default corpus/sample; `make bench` installs what it needs

Prints four lines of seconds and their ratios: the tutorial's pipeline; Minutebook's whole build; an unchanged second run
and one cold question, each as a whole process.

The tutorial: splits of 1,000 characters with 200 overlap (RecursiveCharacterTextSplitter), all-MiniLM-L6-v2 as
sentence-transformers loads it, one Chroma collection. Needs `pip install langchain-text-splitters`. Both models are loaded
before the clock starts; Minutebook's time holds reading, outlining and the keyword index too.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")

import chromadb
from langchain_text_splitters import RecursiveCharacterTextSplitter
from sentence_transformers import SentenceTransformer

from corpus.files import walk
from corpus.read import read_paper
from index.build import build
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder, _resolved
from index.stores import Limits, open_stores

LIMIT = 200_000_000


def main() -> int:
    """Print the figures; exit status 0."""
    papers = Path(sys.argv[1] if len(sys.argv) > 1 else "corpus/sample")
    texts = [" \n\n".join(block.text for block in read_paper(path, LIMIT).blocks) for path in walk([papers])]
    with tempfile.TemporaryDirectory() as folder:
        tutorial = time_tutorial(texts, Path(folder) / "tutorial")
        ours = time_ours(papers, Path(folder) / "store")
        again = time_command(["index", str(papers), "--store", f"{folder}/store"])
        cold = time_command(["ask", "What was decided about the minutes?", "--store", f"{folder}/store"])
    print(f"LangChain tutorial pipeline   {tutorial:7.2f} s   1.00")
    print(f"Minutebook, whole build       {ours:7.2f} s   {ours / tutorial:.2f} of the tutorial's time")
    print(f"unchanged run, whole process  {again:7.2f} s   {again / ours:.1%} of the first build")
    print(f"one cold question             {cold:7.2f} s")
    return 0


def time_tutorial(texts: list[str], folder: Path) -> float:
    """Seconds to split, embed and store."""
    model = SentenceTransformer(_resolved("all-MiniLM-L6-v2"), device="cpu")
    model.encode(["warm"])
    began = time.perf_counter()
    splits = [
        s for text in texts for s in RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200).split_text(text)
    ]
    collection = chromadb.PersistentClient(path=str(folder)).create_collection("tutorial", embedding_function=None)
    collection.add(
        ids=[str(n) for n in range(len(splits))],
        embeddings=model.encode(splits, show_progress_bar=False),
        documents=splits,
    )
    return time.perf_counter() - began


def time_ours(papers: Path, folder: Path) -> float:
    """Seconds of a whole build."""
    embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
    embedder.embed_query("warm")
    began = time.perf_counter()
    build([papers], open_stores(folder, create=True), embedder, Limits(LIMIT, 200), lambda what: None)
    return time.perf_counter() - began


def time_command(arguments: list[str]) -> float:
    """Seconds of a whole minutebook process."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "assistant", *arguments], check=False, capture_output=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
