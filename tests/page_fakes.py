"""A made-up assistant over made-up papers, for the tests of the page. Run it to look at the page by hand."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.models import Answer, Asked, Citation, Mode, PaperStatus, StoreStatus
from corpus.models import Box, Role

BODY, COUNCIL, PDF = "Overview and Scrutiny Board", "Aldermere Borough Council", "2024-03-25 Agenda pack.pdf"
RESOLVED = (
    "RESOLVED: (1) That the school transport budget for 2024/25 be set at £4.2 million; and "
    "(2) that officers report back on the free bus pass in six months."
)
BUDGET = "the school transport budget for 2024/25 be set at £4.2 million"
AMENDMENT = (
    "Councillor Hale moved an amendment, seconded by Councillor Osei, that the budget be set at £3.9 "
    "million. On being put to the vote the amendment was lost."
)
RECOMMENDED = (
    "The Board is recommended to ask Cabinet to keep the free bus pass for pupils aged 16 to 18 who live "
    "more than three miles from their school or college by the nearest safe walking route. The pass was "
    "brought in by a minute of 12 July 2021 and has been renewed each year since. In the last full year "
    "1,914 pupils held one, of whom 612 lived in the eastern wards, where there is no sixth form and the "
    "last direct bus leaves before the end of the teaching day. Keeping the pass is estimated to cost "
    "£610,000 in 2024/25, which is within the sum proposed for school transport as a whole. If it were "
    "withdrawn, the Director expects about 240 pupils to change college or to stop, and the saving to be "
    "partly lost to hardship payments."
)
ROW = "Ward | Pupils | Cost\nEastgate | 612 | £198,000"
HOSTILE = '<script>window.hacked = true</script> <img src=x onerror="window.hacked = true"> ${1+1} {{value}}'


def make_pdf(path: Path) -> None:
    """Three pages: an agenda, earlier minutes with a resolution printed twice, and a report."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setTitle("Agenda pack")
    _page(
        canvas,
        ["Aldermere Borough Council", BODY, "25 March 2024", "", "Agenda", "1. Minutes of 8 January 2024"],
    )
    filler = ["6/24 Apologies", "There were none.", "RESOLVED: That the report be noted.", ""]
    last = ["", "8/24 Any other business", "RESOLVED: That the report be noted."]
    _page(canvas, [*filler, "7/24 School transport", *_wrapped(AMENDMENT), "", *_wrapped(RESOLVED), *last])
    _page(canvas, ["School transport: report of the Director", "", *_wrapped("4.10 " + RECOMMENDED)])
    canvas.save()


def _page(canvas: Canvas, lines: list[str]) -> None:
    text = canvas.beginText(72, 770)
    text.setFont("Times-Roman", 12)
    text.setLeading(17)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.showPage()


def _wrapped(text: str, width: int = 80) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def citation(n: int, text: str, quote: str, **more: object) -> Citation:
    """A citation of the January minutes in the March pack unless told otherwise."""
    known: dict[str, object] = {
        "paragraph": f"p{n}",
        "file": PDF,
        "page": 2,
        "line": None,
        "council": COUNCIL,
        "body": BODY,
        "meeting_date": "2024-01-08",
        "part": "minutes",
        "part_title": "Minutes of the meeting held on 8 January 2024",
        "item": "7",
        "ref": "7/24",
        "status": "resolution",
        "item_title": "School transport",
    }
    return Citation(n=n, text=text, quote=quote, **{**known, **more})  # type: ignore[arg-type]


def answer(question: str, text: str, *citations: Citation, **more: object) -> Answer:
    """An answer from the made-up papers."""
    known: dict[str, object] = {
        "abstained": False,
        "reason": None,
        "mode": Mode.EXTRACTIVE,
        "passages": (),
        "seconds": 0.12,
        "searched": "1,204 paragraphs of 18 papers, 8 January 2022 to 13 March 2025",
        "confidence": 0.86,
    }
    return Answer(question, text, citations=citations, **{**known, **more})  # type: ignore[arg-type]


class FakeAssistant:
    """Answers by key words and remembers what it was asked. `pause`: seconds between pieces."""

    def __init__(self, folder: Path, pause: float = 0.0, open_pages: frozenset[int] | None = None) -> None:
        self.folder, self.pause, self.pages = folder, pause, open_pages
        self.asked: list[Asked] = []
        make_pdf(folder / PDF)
        (folder / "notes.md").write_text("# Notes\n", encoding="utf-8")

    def ask(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        words = asked.question.lower()
        if "broken" in words:
            raise RuntimeError("boom")
        if "mermaid" in words:
            return self._declined(asked.question)
        if "script" in words:
            hostile = citation(1, HOSTILE, "${1+1}", file="<b>x</b>.md", page=None, line=3, path=self._at("notes.md"))
            return answer(asked.question, f"{HOSTILE} **bold** [link](http://evil.example/) [1]", hostile)
        if "pass" in words:
            return self._two_sources(asked.question)
        path = self._at(PDF)
        box = Box(72, 170, 500, 182)
        return answer(
            asked.question,
            "That the school transport budget for 2024/25 be set at £4.2 million [1]. An amendment to set "
            "it at £3.9 million was lost [2].",
            citation(1, RESOLVED, BUDGET, path=path, box=box),
            citation(2, AMENDMENT, "the amendment was lost", status="amendment-lost", path=path),
        )

    def _at(self, name: str) -> str:
        return str(self.folder / name)

    def _two_sources(self, question: str) -> Answer:
        report = {"part": "report", "part_title": "School transport: report of the Director", "ref": "4.10"}
        quote = "keep the free bus pass for pupils aged 16 to 18"
        return answer(
            question,
            "The Director recommends to keep the free bus pass for pupils aged 16 to 18 [1].\n\n"
            "- 612 pupils in Eastgate held one [2]\n- The papers do not yet record a decision",
            citation(
                1,
                RECOMMENDED,
                quote,
                page=3,
                status="recommendation",
                meeting_date="2024-03-25",
                path=self._at(PDF),
                **report,
            ),
            citation(
                2,
                ROW,
                "Eastgate | 612",
                page=None,
                line=44,
                file="notes.md",
                ref=None,
                part="tracker",
                status="discussion",
                path=self._at("notes.md"),
            ),
            mode=Mode.LLM,
            confidence=0.5,
            left_out=2,
            notes=("A later meeting, on 25 March 2024, took this up again.",),
        )

    def _declined(self, question: str) -> Answer:
        near = citation(1, "There are 14 ponds in the borough.", "", status="discussion", path=self._at(PDF))
        text = "Nothing in the papers searched mentions mermaids."
        return answer(question, text, near, abstained=True, reason="no-support", confidence=0.0)

    def stream(self, asked: Asked) -> Iterator[str | Answer]:
        whole = self.ask(asked)
        for word in whole.answer.split(" "):
            time.sleep(self.pause)
            yield word + " "
        yield whole

    def status(self, role: Role) -> StoreStatus:
        papers = (
            PaperStatus(PDF, self._at(PDF), (), 3, 41, COUNCIL, (BODY,), ("2024-01-08", "2024-03-25"), None),
            PaperStatus("notes.md", self._at("notes.md"), ("copy.md",), None, 12, COUNCIL, ("Cabinet",), (), None),
            *(
                PaperStatus(
                    f"2023-{n:02}-14 Cabinet.docx",
                    self._at(f"{n}.docx"),
                    (),
                    None,
                    60 + n,
                    COUNCIL,
                    ("Cabinet",),
                    (f"2023-{n:02}-14",),
                    None,
                )
                for n in range(1, 9)
            ),
        )
        refused = (
            PaperStatus(
                "scan.pdf",
                self._at("scan.pdf"),
                (),
                None,
                0,
                None,
                (),
                (),
                "The pages are pictures without text",
                "Run OCR on it and index it again.",
            ),
        )
        return StoreStatus(
            "store",
            papers,
            refused,
            1204,
            800,
            11,
            (COUNCIL,),
            (BODY, "Cabinet"),
            "2022-01-08",
            "2025-03-13",
            "fake",
        )

    def examples(self) -> tuple[str, ...]:
        return (
            "What was decided about the school transport budget?",
            "What is recommended about the free bus pass?",
            "Are there any mermaids in Aldermere?",
        )

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        return self.pages


if __name__ == "__main__":
    from ui import serve

    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    serve(FakeAssistant(place, pause=0.05), port=int(sys.argv[2]))
