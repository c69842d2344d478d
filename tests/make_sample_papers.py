"""Write the made-up papers that ship with the project, and the gold outlines of some of them.

    python tests/make_sample_papers.py [--papers DIR] [--outlines DIR]

The same bytes on every run. The words stand in tests/sample_source/*.paper; blocks.py there says how.
"""

import argparse
import json
import sys
from pathlib import Path

from sample_source.blocks import Paper, read_paper
from sample_source.outline import gold_outline
from sample_source.pdf import render_pdf
from sample_source.text import Places, render_html, render_text
from sample_source.word import render_docx

HERE = Path(__file__).resolve().parent
OUTLINED = (".pdf", ".md", ".txt")


def render(paper: Paper) -> tuple[bytes, Places, dict[str, str]]:
    """The paper in the format that its name says, where its blocks stand, and its page ranges."""
    match Path(paper.name).suffix:
        case ".pdf":
            return render_pdf(paper)
        case ".docx":
            return render_docx(paper), {}, {}
        case ".html":
            return render_html(paper), {}, {}
        case ".md":
            return render_text(paper, markdown=True)
        case ".txt":
            return render_text(paper, markdown=False)
        case suffix:
            raise ValueError(f"{paper.name}: no way to write {suffix}")


def main() -> int:
    """Write every paper; the exit status."""
    parser = argparse.ArgumentParser(description="Write the made-up sample papers.")
    parser.add_argument("--papers", type=Path, default=HERE.parent / "corpus" / "sample")
    parser.add_argument("--outlines", type=Path, default=HERE / "questions" / "sample-outlines")
    args = parser.parse_args()
    args.papers.mkdir(parents=True, exist_ok=True)
    args.outlines.mkdir(parents=True, exist_ok=True)
    for source in sorted((HERE / "sample_source").glob("*.paper")):
        paper = read_paper(source)
        data, places, ranges = render(paper)
        (args.papers / paper.name).write_bytes(data)
        if paper.meta.get("outline") == "yes" and paper.name.endswith(OUTLINED):
            outline = gold_outline(paper, places, ranges, paged=paper.name.endswith(".pdf"))
            target = args.outlines / (Path(paper.name).stem + ".structure.json")
            target.write_text(json.dumps(outline, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
