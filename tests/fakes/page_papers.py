"""Made-up papers of a made-up council, and citations and answers from them, for the tests of the page."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.models import Answer, Citation, Filters, Mode, Nearby, PaperStatus, Source, StoreStatus

BODY, COUNCIL = "Overview and Scrutiny Board", "Aldermere Borough Council"
PDF, NOTES = "2024-03-25 Agenda pack.pdf", "notes.md"
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
MINUTES_2024 = Filters(body="Cabinet", since="2024-01-01", kind="minutes")
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


def source_of(cited: Citation, before: tuple[Nearby, ...] = (), after: tuple[Nearby, ...] = ()) -> Source:
    """A citation in its surroundings."""
    return Source(cited, before, after)


def store_status(folder: Path) -> StoreStatus:
    """A store of ten papers, and one that was refused."""
    pack = PaperStatus(PDF, str(folder / PDF), (), 3, 41, COUNCIL, (BODY,), ("2024-01-08", "2024-03-25"), None)
    notes = PaperStatus(NOTES, str(folder / NOTES), ("copy.md",), None, 12, COUNCIL, ("Cabinet",), (), None)
    scan = PaperStatus(
        "scan.pdf",
        str(folder / "scan.pdf"),
        (),
        None,
        0,
        None,
        (),
        (),
        "The pages are pictures without text",
        "Run OCR on it and index it again.",
    )
    return StoreStatus(
        store="store",
        papers=(pack, notes, *(_cabinet_paper(folder, month) for month in range(1, 9))),
        refused=(scan,),
        paragraphs=1204,
        passages=800,
        meetings=11,
        councils=(COUNCIL,),
        bodies=(BODY, "Cabinet"),
        first_date="2022-01-08",
        last_date="2025-03-13",
        model="fake",
    )


def _cabinet_paper(folder: Path, month: int) -> PaperStatus:
    day, path = f"2023-{month:02}-14", str(folder / f"{month}.docx")
    return PaperStatus(f"{day} Cabinet.docx", path, (), None, 60 + month, COUNCIL, ("Cabinet",), (day,), None)
