"""What the page does with an assistant for one role: Gradio calls these when a reader does something."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import gradio as gr

from assistant.models import Answer, Asked, Citation, StoreStatus, Turn
from corpus.errors import MinutebookError
from corpus.models import Role
from page import render
from page.delivery import answer_json, paper_address, paper_key
from page.filters import BadFilter, read_filters, summary
from page.panel import source_html
from page.papers import papers_html
from page.source import source_page

LONGEST_QUESTION = 2000  # characters
_REMEMBERED = 12  # earlier turns that a follow-up is asked with
_BROKE = (
    "Something went wrong on the server. Press “Ask again”. "
    "If it happens again, tell whoever looks after Minutebook."
)

Updates = tuple[Any, ...]
Draft = tuple[str, str]  # the last question and as much of its answer as has come


class Assistant(Protocol):
    """What the page needs of an assistant."""

    def ask(self, asked: Asked) -> Answer: ...

    def stream(self, asked: Asked) -> Iterator[str | Answer]:
        """Pieces of the answer as they are ready, then the whole answer."""
        ...

    def status(self, role: Role) -> StoreStatus: ...

    def examples(self) -> tuple[str, ...]: ...

    def open_pages(self, path: str, role: Role) -> frozenset[int] | None:
        """The pages of a paper whose every word the role may see; None where it may have the whole paper."""
        ...


class Handlers:
    """What the page does with an assistant for one role; Gradio calls these."""

    def __init__(self, assistant: Assistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def run(
        self,
        question: str,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        turns: tuple[Turn, ...],
    ) -> Iterator[Updates]:
        """Updates of past, current, box, note, turns, draft, Ask and Stop while a question is answered."""
        question, kept = question.strip(), gr.skip()
        try:
            filters = read_filters(council, body, since, until, kind)
            if not question:
                raise BadFilter("Write a question first, then press Ask.")
        except BadFilter as problem:
            note = render.problem_note(str(problem))
            yield kept, kept, kept, note, kept, kept, *_idle()
            return
        n, text = len(turns), ""
        past, working = render.turns_html(turns), (gr.update(visible=False), gr.update(visible=True))
        yield past, render.pending_html(question, "", n), "", "", kept, (question, ""), *working
        asked = Asked(question, turns[-_REMEMBERED:], filters, self.role)
        try:
            for piece in self.assistant.stream(asked):
                if isinstance(piece, Answer):
                    turn = Turn(question, piece)
                    done = (*turns, turn)
                    yield kept, render.turn_html(turn, n), kept, kept, done, (question, ""), *_idle()
                    return
                text += piece
                pending = render.pending_html(question, text, n)
                yield kept, pending, kept, kept, kept, (question, text), kept, kept
        except MinutebookError as error:
            yield (
                kept,
                render.failed_html(question, str(error), n),
                kept,
                kept,
                kept,
                (question, ""),
                *_idle(),
            )

    def example(
        self,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        turns: tuple[Turn, ...],
        event: gr.EventData,
    ) -> Iterator[Updates]:
        """Ask the example question that was pressed."""
        question = str(event._data.get("question", ""))[:LONGEST_QUESTION]
        yield from self.run(question, council, body, since, until, kind, turns)

    def again(
        self,
        draft: Draft,
        turns: tuple[Turn, ...],
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
    ) -> Iterator[Updates]:
        """Ask the last question once more, in place of its answer."""
        if turns and turns[-1].question == draft[0]:
            turns = turns[:-1]
        yield from self.run(draft[0], council, body, since, until, kind, turns)

    def stopped(self, draft: Draft, turns: tuple[Turn, ...]) -> Updates:
        """The unfinished answer as it stands."""
        return render.stopped_html(*draft, len(turns)), *_idle()

    def broke(self, draft: Draft, turns: tuple[Turn, ...]) -> Updates:
        """What is shown where a question failed for a reason that nobody foresaw."""
        return render.failed_html(draft[0], _BROKE, len(turns)), *_idle()

    def source(self, turns: tuple[Turn, ...], event: gr.EventData) -> str:
        """The panel for a citation that the reader was given in this chat; nothing else can be opened."""
        n, citation = _cited(turns, event)
        if citation is None:
            return ""
        pages = self.assistant.open_pages(citation.path, self.role) if citation.path else None
        shown = source_page(citation, event._data.get("page"), pages)
        address = paper_address(citation.path) if citation.path and pages is None else None
        return source_html(citation, n, shown, address)

    def papers(self) -> str:
        """The Papers tab."""
        return papers_html(
            self.assistant.status(self.role),
            lambda paper: paper_address(paper.path) if self._whole(paper.path) else None,
        )

    def find_paper(self, key: str) -> Path | None:
        """The file of a paper that this role may have whole."""
        papers = self.assistant.status(self.role).papers
        path = next((paper.path for paper in papers if paper_key(paper.path) == key), None)
        return Path(path) if path and self._whole(path) else None

    def _whole(self, path: str) -> bool:
        return self.assistant.open_pages(path, self.role) is None

    def opened(self) -> Updates:
        """Header, empty state, papers and the choices of the filters, as the store is now."""
        status = self.assistant.status(self.role)
        return (
            render.header(status, self.role),
            render.empty_state(self.assistant.examples(), status),
            self.papers(),
            gr.update(choices=_choices("Any council", status.councils)),
            gr.update(choices=_choices("Any committee", status.bodies)),
        )

    def narrowed(self, council: str, body: str, since: str, until: str, kind: str) -> tuple[Any, Any]:
        """The filters in words, on the closed form and under the open one."""
        try:
            held = summary(read_filters(council, body, since, until, kind))
        except BadFilter as problem:
            return gr.update(), render.problem_note(str(problem))
        return gr.update(label=f"Searching only: {held}" if held else "Narrow the search"), ""

    def bodies(self, council: str, body: str) -> Any:
        """The committees of a council, the chosen one kept where it is one of them."""
        status = self.assistant.status(self.role)
        names = {name for p in status.papers if not council or p.council == council for name in p.bodies}
        kept = body if body in names else ""
        return gr.update(choices=_choices("Any committee", sorted(names) or status.bodies), value=kept)

    def answer(
        self,
        question: str,
        council: str = "",
        body: str = "",
        since: str = "",
        until: str = "",
        kind: str = "",
    ) -> dict[str, Any]:
        """Answer one question, as the page does but as JSON. Dates as 2024-01-08; "" for any."""
        if not 0 < len(question.strip()) <= LONGEST_QUESTION:
            raise gr.Error(f"The question must have 1 to {LONGEST_QUESTION:,} characters.")
        try:
            filters = read_filters(council, body, since, until, kind)
            return answer_json(self.assistant.ask(Asked(question.strip(), (), filters, self.role)))
        except (BadFilter, MinutebookError) as error:
            raise gr.Error(str(error)) from error


def _idle() -> tuple[Any, Any]:
    """Ask shown, Stop hidden."""
    return gr.update(visible=True), gr.update(visible=False)


def _choices(every: str, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(every, ""), *((name, name) for name in names)]


def _cited(turns: tuple[Turn, ...], event: gr.EventData) -> tuple[int, Citation | None]:
    """The turn and citation that a press in the browser names; None unless this chat holds it."""
    data = event._data
    n, number = data.get("turn"), data.get("n")
    if not isinstance(n, int) or not 0 <= n < len(turns):
        return 0, None
    return n, next((citation for citation in turns[n].answer.citations if citation.n == number), None)
