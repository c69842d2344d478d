"""What the Ask tab does for one role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import gradio as gr

from assistant.models import Answer, Asked, Filters, Looking, Turn
from corpus.errors import MinutebookError
from corpus.models import Role
from page.chat import FILTER_FIELDS, LONGEST_QUESTION, Chat, Exchange, read_link, seen, turns
from page.delivery import answer_file
from page.filters import BadFilter, read_filters, recognised_words
from page.html import render
from page.html.filter_chips import chips_html
from page.protocol import PageAssistant
from page.wording import date_words

_REMEMBERED = 12  # earlier turns that a follow-up is asked with
_CHANGED = (
    "This link was made for an answer that rested on other paragraphs. The papers, or how they are read, have "
    "changed since. What follows is from the papers as they are now."
)

KEPT: Any = gr.skip()  # leaves what is shown as it is
_IDLE = (gr.update(visible=True), gr.update(visible=False))  # Ask and Stop while nothing is on its way
_BUSY = (gr.update(visible=False), gr.update(visible=True))


@dataclass(eq=False)
class Pending:
    """The last question, and its answer as far as it has come.

    The handler that fills it, the one that stops it and the next question share this object. Gradio's own
    cancelling is not used: it counts as a failure, and a last piece can overwrite what Stop has shown.
    """

    question: str
    text: str = ""
    steps: tuple[str, ...] = ()  # what a language model looked for
    meanwhile: Answer | None = None  # in the papers' own words, while a language model writes
    state: Literal["running", "stopped", "over"] = "running"
    replaced: bool = False  # another question stands in its place: show nothing more of this one


class Shown(NamedTuple):
    """The updates of the Ask tab while a question is answered; a part that is not given stays as it is."""

    past: Any = KEPT
    current: Any = KEPT
    box: Any = KEPT
    note: Any = KEPT
    chat: Any = KEPT
    draft: Any = KEPT
    ask: Any = KEPT
    stop: Any = KEPT


class AskHandlers:
    """The Ask tab over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def run(
        self,
        question: str,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        chat: Chat,
        last: Pending | None,
    ) -> Iterator[Shown]:
        """Updates while a question is answered, in the chat so far; none while the last question is running."""
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
        yield from self._answered(question, filters, chat)

    def _answered(self, question: str, filters: Filters, chat: Chat, mark: str | None = None) -> Iterator[Shown]:
        """Updates from the question to its whole answer.

        `mark`: what the answer rested on when a link to it was made; None where no link is opened.
        """
        draft, n = Pending(question), len(chat)
        asked = Asked(question, turns(chat)[-_REMEMBERED:], filters, self.role)
        pending = render.pending_html(question, "", n)
        yield Shown(render.chat_html(chat), pending, "", "", draft=draft, ask=_BUSY[0], stop=_BUSY[1])
        try:
            if self.assistant.model is not None:
                draft.meanwhile = self.assistant.in_own_words(asked)
                yield Shown(current=render.pending_html(question, "", n, draft.meanwhile))
            for piece in self.assistant.stream(asked):
                if draft.state == "stopped":
                    break
                if isinstance(piece, Answer):
                    draft.state = "over"
                    yield self._over(chat, Turn(question, piece), filters, mark)
                    return
                if isinstance(piece, Looking):
                    draft.steps = (*draft.steps, piece.text)
                else:
                    draft.text += piece
                yield Shown(current=render.pending_html(question, draft.text, n, draft.meanwhile, draft.steps))
        except MinutebookError as error:
            draft.state = "over"
            yield Shown(current=render.failed_html(question, str(error), n), ask=_IDLE[0], stop=_IDLE[1])
            return
        if draft.state == "stopped" and not draft.replaced:
            current, ask, stop = self.stopped(draft, chat)
            yield Shown(current=current, ask=ask, stop=stop)

    def _over(self, chat: Chat, turn: Turn, filters: Filters, mark: str | None) -> Shown:
        how = recognised_words(filters, self.assistant.recognised(turn.question, self.role))
        chat = (*chat, Exchange(turn, filters, how))
        note = _CHANGED if mark and mark != seen(turn.answer) else ""
        return Shown(KEPT, render.exchange_html(chat, len(chat) - 1, note), KEPT, KEPT, chat, KEPT, *_IDLE)

    def example(
        self,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        chat: Chat,
        last: Pending | None,
        event: gr.EventData,
    ) -> Iterator[Shown]:
        """Updates while the example or suggested question that was pressed is answered."""
        question = str(event._data.get("question", ""))[:LONGEST_QUESTION]
        yield from self.run(question, council, body, since, until, kind, chat, last)

    def reopen(self, last: Pending | None, event: gr.EventData) -> Iterator[Shown]:
        """Updates while the questions of a link or a past chat are asked again, in order, in a new chat."""
        link = read_link(str(event._data.get("link", "")))
        if last:
            last.state, last.replaced = "stopped", True
        chat: Chat = ()
        for number, (question, filters) in enumerate(link.questions, 1):
            mark = link.seen if number == len(link.questions) else None
            for shown in self._answered(question, filters, chat, mark):
                chat = shown.chat if shown.chat is not KEPT else chat
                yield shown
            if len(chat) < number:
                return

    def again(
        self,
        council: str,
        body: str,
        since: str,
        until: str,
        kind: str,
        chat: Chat,
        last: Pending | None,
    ) -> Iterator[Shown]:
        """Updates while the last question is asked once more; the new answer replaces the old one."""
        question = last.question if last else ""
        before = chat[:-1] if chat and chat[-1].turn.question == question else chat
        yield from self.run(question, council, body, since, until, kind, before, last)

    def stopped(self, draft: Pending | None, chat: Chat) -> tuple[Any, Any, Any]:
        """The answer as far as it has come, once stopped, with Ask and Stop; what is shown stays if it was over."""
        if draft is None or draft.state == "over":
            return KEPT, *_IDLE
        draft.state = "stopped"
        return render.stopped_html(draft.question, draft.text, len(chat), draft.meanwhile), *_IDLE

    def broke(self, draft: Pending | None, chat: Chat) -> tuple[Any, Any, Any]:
        """What to show where a question failed for a reason that nobody foresaw, with Ask and Stop."""
        if draft:
            draft.state = "over"
        return render.failed_html(draft.question if draft else "", render.BROKE, len(chat)), *_IDLE

    def saved(self, chat: Chat, event: gr.EventData) -> str:
        """One answer of the chat as a file, in HTML from which the browser saves it; a note where it is gone."""
        n = event._data.get("turn")
        if not isinstance(n, int) or not 0 <= n < len(chat):
            return render.problem_note("This chat is no longer on the server. Ask again, then save.")
        return render.file_html(answer_file(chat[n].turn.answer, str(event._data.get("as"))))

    def opened(self) -> tuple[Any, ...]:
        """The header, the empty state, and the choices of Ask's council and committee and of Decisions' committee."""
        status = self.assistant.status(self.role)
        return (
            render.header(status, self.role),
            render.empty_state(self.assistant.examples() if status.papers else (), status, self.role),
            gr.update(choices=_choices("Any council", status.councils)),
            *(gr.update(choices=_choices("Any committee", status.bodies)) for _ in range(2)),
        )

    def narrowed(self, council: str, body: str, since: str, until: str, kind: str) -> tuple[Any, Any]:
        """No problem note, and the filters as chips; both stay as they are where a date cannot be read (yet)."""
        try:
            filters = read_filters(council, body, since, until, kind)
        except BadFilter:
            return KEPT, KEPT
        return "", chips_html(filters)

    def mistaken(self, council: str, body: str, since: str, until: str, kind: str) -> str:
        """A note of what is wrong with the filters; "" for nothing."""
        try:
            read_filters(council, body, since, until, kind)
        except BadFilter as problem:
            return render.problem_note(str(problem))
        return ""

    def set_filter(self, event: gr.EventData) -> tuple[Any, ...]:
        """The form's fields after a chip was pressed: it sets or clears its own, the others stay as they are."""
        wanted = {str(name): str(value) for name, value in event._data.get("fields", {}).items()}
        shown = {**wanted, **{name: date_words(wanted[name]) for name in ("since", "until") if wanted.get(name)}}
        return tuple(gr.update(value=shown[name]) if name in shown else KEPT for name in FILTER_FIELDS)

    def bodies(self, council: str, body: str) -> Any:
        """The choices of the committees' field for a council; the chosen one stays where it is among them."""
        status = self.assistant.status(self.role)
        papers = [paper for paper in status.papers if not council or paper.council == council]
        names = {name for paper in papers for name in paper.bodies}
        choices = _choices("Any committee", sorted(names) or status.bodies)
        # A value sent without need would undo one that the reader has chosen since.
        return gr.update(choices=choices, value="") if body not in {"", *names} else gr.update(choices=choices)


def _choices(every: str, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(every, ""), *((name, name) for name in names)]
