"""A made-up assistant over made-up papers, for the tests of the page. Run it to look at the page by hand."""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.brief.models import Brief, BriefFor, Change, ItemBrief, OpenQuestion
from assistant.brief.models import CitedStatement as BriefStatement
from assistant.decisions.models import (
    Decision,
    DecisionFilters,
    EntryKind,
    Fate,
    PlannedDecision,
    Progress,
    Register,
    Standing,
    TrackedAction,
)
from assistant.errors import WrongFilter
from assistant.matter import Event, EventKind, Matter
from assistant.measures.series import Point, Series
from assistant.models import (
    Answer,
    Asked,
    Check,
    Citation,
    Filters,
    Finding,
    LeftOut,
    Mode,
    Nearby,
    PaperStatus,
    Source,
    Statement,
    StoreStatus,
)
from corpus.errors import MinutebookError
from corpus.models import Box, Meeting, Role
from index.build import BuildReport
from index.stores import Step

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
AGAINST = "Against (20) " + ", ".join(
    f"Councillor {name}"
    for name in "Abbot Birch Crane Dale Elm Finch Grove Hart Ivey Joy Kerr Lark Marsh Nash Oaks Penn Quill Reeve Stone Thorne".split()
)
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


class FakeShelf:
    """Takes papers whose names do not begin with "bad"; or tells the steps it was given. Remembers what it did."""

    def __init__(self, *steps: Step | BuildReport | MinutebookError) -> None:
        self.steps = steps
        self.done: list[tuple[str, object]] = []

    def holds(self, path: str) -> bool:
        return path.endswith(".md")

    def add(self, files: Sequence[Path]) -> Iterator[Step | BuildReport]:
        self.done.append(("add", [file.name for file in files]))
        good = [file.name for file in files if not file.name.startswith("bad")]
        for n, name in enumerate(good, 1):
            yield Step(f"Reading {n}/{len(good)} {name}", name, n, len(good), 1, 2, "reading")
        for name in sorted({file.name for file in files} - set(good)):
            yield Step(f"Refused {name}: it is not a PDF. Save it as a PDF again.", name, stage="refused")
        yield from self._told(BuildReport(len(good), 0, 0, ()))

    def remove(self, path: str) -> Iterator[Step | BuildReport]:
        self.done.append(("remove", Path(path).name))
        yield from self._told(BuildReport(0, 1, 1, ()))

    def again(self, paths: Sequence[str] = ()) -> Iterator[Step | BuildReport]:
        self.done.append(("again", [Path(path).name for path in paths]))
        yield from self._told(BuildReport(len(paths), 1, 0, ()))

    def _told(self, report: BuildReport) -> Iterator[Step | BuildReport]:
        for step in self.steps:
            if isinstance(step, MinutebookError):
                raise step
            yield step
        yield report


class FakeAssistant:
    """Answers by key words and remembers what it was asked. `pause`: seconds between pieces."""

    model: object | None = None

    def __init__(self, folder: Path, pause: float = 0.0, open_pages: frozenset[int] | None = None) -> None:
        self.folder, self.pause, self.pages = folder, pause, open_pages
        self.asked: list[Asked] = []
        make_pdf(folder / PDF)
        (folder / "notes.md").write_text("# Notes\n", encoding="utf-8")

    def ask(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        return self._answered(asked.question)

    def in_own_words(self, asked: Asked) -> Answer:
        return self._answered(asked.question)

    def _answered(self, question: str) -> Answer:
        words = question.lower()
        if "broken" in words:
            raise RuntimeError("boom")
        if "mermaid" in words:
            return self._declined(question)
        if "script" in words:
            hostile = citation(
                1, HOSTILE, "${1+1}", paragraph="h1", file="<b>x</b>.md", page=None, line=3, path=self._at("notes.md")
            )
            return answer(question, f"{HOSTILE} **bold** [link](http://evil.example/) [1]", hostile)
        if "pass" in words:
            return self._two_sources(question)
        path = self._at(PDF)
        if "recorded" in words:
            told = f"Minute 7/24, 8 January 2024: Amendment lost. [1]\nMinute 7/24, 8 January 2024: {AGAINST} [2]"
            lost = citation(1, AMENDMENT, "the amendment was lost", status="amendment-lost", path=path)
            return answer(question, told, lost, citation(2, AGAINST, AGAINST, paragraph="v1", status="vote", path=path))
        box = Box(72, 170, 500, 182)
        return answer(
            question,
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
                paragraph="r1",
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
                paragraph="r2",
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
            stopped=(
                LeftOut("It cost £900,000.", "the figure is not in the paragraph"),
                LeftOut("It ended.", "not said"),
            ),
            notes=("A later meeting, on 25 March 2024, took this up again.",),
        )

    def _declined(self, question: str) -> Answer:
        near = citation(
            1, "There are 14 ponds in the borough.", "", paragraph="m1", status="discussion", path=self._at(PDF)
        )
        text = "Nothing in the papers searched mentions mermaids."
        return answer(question, text, near, abstained=True, reason="no-support", confidence=0.0)

    def check(self, claim: str, role: Role, filters: Filters) -> Check:
        """Supported, refuted or not in the papers by its figure."""
        if "4.2" in claim:
            found, told, correction = Finding.SUPPORTED, "Minute 7/24 says so.", None
        elif "million" in claim:
            found, told, correction = Finding.REFUTED, "Minute 7/24 says £4.2 million.", "The minutes say £4.2 million."
        else:
            found, told, correction = Finding.NOT_FOUND, "The papers do not say.", None
        cited = () if found is Finding.NOT_FOUND else (citation(1, RESOLVED, BUDGET, path=self._at(PDF)),)
        say = "Minute 7/24, 8 January 2024" if cited else None
        one = Statement(claim, found, told, correction, say, tuple(c.n for c in cited))
        return Check(claim, found, told, correction, say, cited, (one,), 0.1, "1,204 paragraphs of 18 papers")

    def decisions(self, filters: DecisionFilters, role: Role) -> Register:
        """One resolution and one lost amendment, unless a topic is asked for that is not in them."""
        if filters.query and "transport" not in filters.query:
            return Register((), (), (), "1,204 paragraphs", 0.01)
        cited = citation(1, RESOLVED, BUDGET, path=self._at(PDF))
        lost = citation(2, AMENDMENT, "lost", path=self._at(PDF), status="amendment-lost")
        place = {"council": COUNCIL, "body": BODY, "date": "2024-01-08", "ref": "7/24", "item": "7", "draft": False}
        resolved = Decision(
            id="p1", kind=EntryKind.RESOLUTION, resolved=True, fate=None, standing=Standing.ACTIVE, title="School transport",
            words=BUDGET, proposer="Councillor Hale", seconder=None, tally="9 for, 2 against", citations=(cited,),
            **place,
        )  # fmt: skip
        moved = Decision(
            id="p2", kind=EntryKind.AMENDMENT_LOST, resolved=False, fate=Fate.LOST, standing=None, title="School transport",
            words=AMENDMENT, proposer=None, seconder=None, tally=None, citations=(lost,), **place,
        )  # fmt: skip
        both = [one for one in (resolved, moved) if filters.kind in (None, one.kind)]
        action = TrackedAction(
            BODY,
            "8 January 2024",
            "Buses",
            "Report back",
            "Director",
            "In hand",
            True,
            (Progress("2024-03-25", "In hand", cited),),
        )
        planned = PlannedDecision("16", "Bus pass", "2024-07-01", "Cabinet", True, cited)
        return Register(tuple(both), (action,), (planned,), "1,204 paragraphs", 0.01)

    def meetings(self, role: Role) -> tuple[Meeting, ...]:
        """One meeting of the Board, one of the Cabinet."""
        return (Meeting(COUNCIL, BODY, "2024-03-25"), Meeting(COUNCIL, "Cabinet", "2023-08-14"))

    def brief(self, wanted: BriefFor, role: Role) -> Brief:
        """One item of the meeting that is wanted; no other item is known."""
        if wanted.item not in (None, "7"):
            raise WrongFilter(f"No paper is for item {wanted.item}. Leave the item out for the whole meeting.")
        cited = (citation(1, RECOMMENDED, "keep the free bus pass", paragraph="r1", path=self._at(PDF)),)
        said = BriefStatement(
            "The Board is recommended to keep the free bus pass.", cited, "2024-03-25", "Report, 4.10"
        )
        change = Change("Pupils with a pass", said, said)
        question = OpenQuestion("What would it cost to stop?", said)
        item = ItemBrief("7", "School transport", (said,), (said,), (said,), (said,), (change,), (question,))
        return Brief(
            COUNCIL, wanted.body or BODY, wanted.date or "2024-03-25", (item,), (), ("1 Apologies",), "41 paragraphs"
        )

    def matter(self, topic: str, filters: Filters, role: Role) -> Matter:
        """A recommendation, a decision and three figures; nothing of any other topic than the pass."""
        if "pass" not in topic:
            return Matter(topic, (), (), "41 paragraphs")
        cited = (citation(1, RECOMMENDED, "", paragraph="r1", path=self._at(PDF)),)
        said = BriefStatement("That the pass be kept.", cited, "2024-01-08", "Minute 7/24")
        events = tuple(
            Event(when, COUNCIL, BODY, kind, "Bus pass", said)
            for when, kind in (("2024-01-08", EventKind.RECOMMENDED), ("2024-03-25", EventKind.DECIDED))
        )
        points = tuple(
            Point(f"31 March {y}", f"{y}-03-31", 1900 + y % 7, f"{1900 + y % 7:,}", cited[0])
            for y in (2022, 2023, 2024)
        )
        return Matter(topic, events, (Series("Pupils with a pass", "", COUNCIL, points),), "41 paragraphs")

    def recognised(self, question: str, role: Role) -> Filters:
        """The Cabinet and the year 2024 where a question names them."""
        body = "Cabinet" if "cabinet" in question.lower() else None
        year = ("2024-01-01", "2024-12-31") if "2024" in question else (None, None)
        return Filters(body=body, since=year[0], until=year[1])

    def follow_ups(self, asked: Asked, cited: Sequence[str]) -> tuple[str, ...]:
        """One question to go on with, unless it was just asked."""
        return () if "pass" in asked.question.lower() else ("What was recommended about the free bus pass?",)

    def source(self, paragraph: str, quote: str, role: Role) -> Source | None:
        """A paragraph that one of the answers given so far cited."""
        known = {c.paragraph: c for c in self._cited()}
        if paragraph not in known:
            return None
        around = (Nearby("Before it stood this.", False),) if known[paragraph].page is None else ()
        return Source(replace(known[paragraph], quote=quote), around, ())

    def _cited(self) -> list[Citation]:
        answers = [self._answered(question) for question in ("script", "pass", "mermaid", "budget")]
        return [citation for answer in answers for citation in answer.citations]

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
