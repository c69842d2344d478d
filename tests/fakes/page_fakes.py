"""A made-up assistant over made-up papers, for the tests of the page. Run it to look at the page by hand."""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import gradio as gr

from assistant.brief.models import Brief, BriefFor, Change, CitedStatement, ItemBrief, OpenQuestion
from assistant.decisions.models import (
    Decision,
    DecisionFilters,
    EntryKind,
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
    Looking,
    Mode,
    Nearby,
    Source,
    Statement,
    StoreStatus,
    Turn,
)
from corpus.errors import MinutebookError
from corpus.models import Box, Meeting, Outcome, Role
from index.build import BuildReport
from index.stores import Step
from page.chat import Exchange
from page_papers import (
    AGAINST,
    AMENDMENT,
    BODY,
    BUDGET,
    COUNCIL,
    HOSTILE,
    MINUTES_2024,
    NOTES,
    PDF,
    RECOMMENDED,
    RESOLVED,
    ROW,
    answer,
    citation,
    make_pdf,
    store_status,
)

_NO_FILTERS = Filters()


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
    looks: tuple[str, ...] = ()  # what it says that it looks for

    def __init__(self, folder: Path, pause: float = 0.0, open_pages: frozenset[int] | None = None) -> None:
        self.folder, self.pause, self.pages = folder, pause, open_pages
        self.asked: list[Asked] = []
        make_pdf(folder / PDF)
        (folder / NOTES).write_text("# Notes\n", encoding="utf-8")

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
                1, HOSTILE, "${1+1}", paragraph="h1", file="<b>x</b>.md", page=None, line=3, path=self._at(NOTES)
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
                file=NOTES,
                ref=None,
                part="tracker",
                status="discussion",
                path=self._at(NOTES),
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
        unclear = "ponds" in claim
        if unclear:
            told = "The papers speak of this and do not settle it as worded; read: Minute 7/24, 8 January 2024."
        cited = (
            () if found is Finding.NOT_FOUND and not unclear else (citation(1, RESOLVED, BUDGET, path=self._at(PDF)),)
        )
        say = "Minute 7/24, 8 January 2024" if cited and not unclear else None
        statement = Statement(claim, found, told, correction, say, tuple(c.n for c in cited), unclear)
        searched = "1,204 paragraphs of 18 papers"
        return Check(claim, found, told, correction, say, cited, (statement,), 0.1, searched, unclear)

    def decisions(self, filters: DecisionFilters, role: Role) -> Register:
        """One resolution and one lost amendment, unless a topic is asked for that is not in them."""
        if filters.query and "transport" not in filters.query:
            return Register((), (), (), "1,204 paragraphs", 0.01)
        cited = citation(1, RESOLVED, BUDGET, path=self._at(PDF))
        lost = citation(2, AMENDMENT, "lost", path=self._at(PDF), status="amendment-lost")
        both = [entry for entry in _entries(cited, lost) if filters.kind in (None, entry.kind)]
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
        said = CitedStatement(
            "The Board is recommended to keep the free bus pass.", cited, "2024-03-25", "Report, 4.10"
        )
        change = Change("Pupils with a pass", said, said)
        question = OpenQuestion("What would it cost to stop?", said)
        item = ItemBrief("7", "School transport", (said,), (said,), (said,), (said,), (change,), (question,))
        return Brief(
            COUNCIL,
            wanted.body or BODY,
            wanted.date or "2024-03-25",
            (item,),
            (),
            ("1 Apologies",),
            searched="41 paragraphs",
        )

    def matter(self, topic: str, filters: Filters, role: Role) -> Matter:
        """A recommendation, a decision and three figures; nothing of any other topic than the pass."""
        if "pass" not in topic:
            return Matter(topic, (), (), "41 paragraphs")
        cited = (citation(1, RECOMMENDED, "", paragraph="r1", path=self._at(PDF)),)
        said = CitedStatement("That the pass be kept.", cited, "2024-01-08", "Minute 7/24")
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

    def stream(self, asked: Asked) -> Iterator[str | Looking | Answer]:
        whole = self.ask(asked)
        yield from map(Looking, self.looks)
        for word in whole.answer.split(" "):
            time.sleep(self.pause)
            yield word + " "
        yield whole

    def status(self, role: Role) -> StoreStatus:
        return store_status(self.folder)

    def examples(self) -> tuple[str, ...]:
        return (
            "What was decided about the school transport budget?",
            "What is recommended about the free bus pass?",
            "Are there any mermaids in Aldermere?",
        )

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        return self.pages


def _entries(cited: Citation, lost: Citation) -> tuple[Decision, Decision]:
    """A resolution, and an amendment that was lost at the same minute."""
    resolved = Decision(
        id="p1",
        kind=EntryKind.RESOLUTION,
        resolved=True,
        fate=None,
        standing=Standing.ACTIVE,
        council=COUNCIL,
        body=BODY,
        date="2024-01-08",
        ref="7/24",
        item="7",
        title="School transport",
        words=BUDGET,
        draft=False,
        proposer="Councillor Hale",
        seconder=None,
        tally="9 for, 2 against",
        citations=(cited,),
    )
    moved = replace(
        resolved,
        id="p2",
        kind=EntryKind.AMENDMENT_LOST,
        resolved=False,
        fate=Outcome.LOST,
        standing=None,
        words=AMENDMENT,
        proposer=None,
        tally=None,
        citations=(lost,),
    )
    return resolved, moved


def answered(fake: FakeAssistant, question: str, filters: Filters = _NO_FILTERS) -> Exchange:
    """A question and its answer, as a chat keeps them."""
    return Exchange(Turn(question, fake.ask(Asked(question))), filters)


def chat_of(fake: FakeAssistant, *questions: str) -> tuple[Exchange, ...]:
    """A chat of these questions, each asked of the Cabinet's minutes since 2024."""
    return tuple(answered(fake, question, MINUTES_2024) for question in questions)


def event(**data: object) -> gr.EventData:
    """What Gradio gives a handler when the browser sends these fields."""
    return gr.EventData(None, data)


if __name__ == "__main__":
    from ui import serve

    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    serve(FakeAssistant(place, pause=0.05), port=int(sys.argv[2]))
