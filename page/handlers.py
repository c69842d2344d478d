"""What the page does with an assistant for one role: Gradio calls these when a reader does something."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

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
    "Something went wrong on the server. Press “Ask again”. If it happens again, tell whoever looks after Minutebook."
)

KEPT: Any = gr.skip()
_IDLE = (gr.update(visible=True), gr.update(visible=False))  # Ask and Stop while nothing is on its way
_BUSY = (gr.update(visible=False), gr.update(visible=True))


@dataclass(eq=False)
class Draft:
    """The last question and its answer as far as it has come.

    One object shared by the handler that fills it, the one that stops it and the next question. Gradio's own
    cancelling counts as a failure and lets a last piece overwrite what Stop has shown; this does neither.
    """

    question: str
    text: str = ""
    state: Literal["running", "stopped", "over"] = "running"
    replaced: bool = False  # another question stands in its place: show nothing more of this one


class Shown(NamedTuple):
    """What to update while a question is answered; what is left out stays as it is."""

    past: Any = KEPT
    current: Any = KEPT
    box: Any = KEPT
    note: Any = KEPT
    turns: Any = KEPT
    draft: Any = KEPT
    ask: Any = KEPT
    stop: Any = KEPT


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
        last: Draft | None,
    ) -> Iterator[Shown]:
        """Answer a question under its filters, in the chat so far, unless the last one is still running."""
        question = question.strip()
        try:
            filters = read_filters(council, body, since, until, kind)
            if not question:
                raise BadFilter("Write a question first, then press Ask.")
        except BadFilter as problem:
            yield Shown(note=render.problem_note(str(problem)))
            return
        if last and last.state == "running":
            yield Shown()
            return
        if last:
            last.replaced = True
        yield from self._answered(Asked(question, turns[-_REMEMBERED:], filters, self.role), turns)

    def _answered(self, asked: Asked, turns: tuple[Turn, ...]) -> Iterator[Shown]:
        question, n, draft = asked.question, len(turns), Draft(asked.question)
        pending = render.pending_html(question, "", n)
        yield Shown(render.turns_html(turns), pending, "", "", draft=draft, ask=_BUSY[0], stop=_BUSY[1])
        try:
            for piece in self.assistant.stream(asked):
                if draft.state == "stopped":
                    break
                if isinstance(piece, Answer):
                    draft.state, turn = "over", Turn(question, piece)
                    yield Shown(KEPT, render.turn_html(turn, n), KEPT, KEPT, (*turns, turn), KEPT, *_IDLE)
                    return
                draft.text += piece
                yield Shown(current=render.pending_html(question, draft.text, n))
        except MinutebookError as error:
            draft.state = "over"
            yield Shown(current=render.failed_html(question, str(error), n), ask=_IDLE[0], stop=_IDLE[1])
            return
        if draft.state == "stopped" and not draft.replaced:
            current, ask, stop = self.stopped(draft, turns)
            yield Shown(current=current, ask=ask, stop=stop)

    def example(
        self,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        turns: tuple[Turn, ...],
        last: Draft | None,
        event: gr.EventData,
    ) -> Iterator[Shown]:
        """Ask the example question that was pressed."""
        question = str(event._data.get("question", ""))[:LONGEST_QUESTION]
        yield from self.run(question, council, body, since, until, kind, turns, last)

    def again(
        self,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        turns: tuple[Turn, ...],
        last: Draft | None,
    ) -> Iterator[Shown]:
        """Ask the last question once more, in place of its answer."""
        question = last.question if last else ""
        before = turns[:-1] if turns and turns[-1].question == question else turns
        yield from self.run(question, council, body, since, until, kind, before, last)

    def stopped(self, draft: Draft | None, turns: tuple[Turn, ...]) -> tuple[Any, Any, Any]:
        """Stop the answer that is on its way and show it as far as it has come."""
        if draft is None or draft.state == "over":
            return KEPT, *_IDLE
        draft.state = "stopped"
        return render.stopped_html(draft.question, draft.text, len(turns)), *_IDLE

    def broke(self, draft: Draft | None, turns: tuple[Turn, ...]) -> tuple[Any, Any, Any]:
        """What is shown where a question failed for a reason that nobody foresaw."""
        if draft:
            draft.state = "over"
        return render.failed_html(draft.question if draft else "", _BROKE, len(turns)), *_IDLE

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

    def opened(self) -> tuple[Any, ...]:
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


def _choices(every: str, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(every, ""), *((name, name) for name in names)]


def _cited(turns: tuple[Turn, ...], event: gr.EventData) -> tuple[int, Citation | None]:
    """The turn and citation that a press in the browser names; None unless this chat holds it."""
    data = event._data
    n, number = data.get("turn"), data.get("n")
    if not isinstance(n, int) or not 0 <= n < len(turns):
        return 0, None
    return n, next((citation for citation in turns[n].answer.citations if citation.n == number), None)
