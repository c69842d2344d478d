"""What the Papers tab does for one role: list what is indexed; for officers, also add, remove and re-read papers."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.models import PaperStatus
from corpus.errors import MinutebookError, PaperError
from corpus.models import Role
from index.build import BuildReport
from index.stores import Step
from page.delivery import paper_address, paper_key
from page.html.build_progress import progress_html, report_html
from page.html.papers import Acts, papers_html
from page.html.render import problem_note
from page.protocol import PageAssistant, PageShelf

KEPT: Any = gr.skip()


class PaperHandlers:
    """The Papers tab over an assistant, for one role; `shelf` is None where no papers may be added."""

    def __init__(self, assistant: PageAssistant, role: Role, shelf: PageShelf | None) -> None:
        self.assistant, self.role, self.shelf = assistant, role, shelf

    def papers(self) -> str:
        """The list of papers, with what this role may do with each."""
        status = self.assistant.status(self.role)
        public = {} if self.role is Role.PUBLIC else self._public()
        return papers_html(status, self._link, self._acts if self.shelf else None, public)

    def _public(self) -> dict[str, int]:
        """How many paragraphs of each paper everybody may see, by its path."""
        return {paper.path: paper.paragraphs for paper in self.assistant.status(Role.PUBLIC).papers}

    def _link(self, paper: PaperStatus) -> str | None:
        return paper_address(paper.path) if self.whole(paper.path) else None

    def _acts(self, paper: PaperStatus) -> Acts:
        assert self.shelf is not None
        return Acts(paper_key(paper.path), removable=self.shelf.holds(paper.path))

    def whole(self, path: str) -> bool:
        """Whether this role may have the whole paper."""
        return self.assistant.open_pages(path, self.role) is None

    def find(self, key: str) -> Path | None:
        """The file of a paper, by its key; None where this role may not have the whole of it."""
        path = self._path(key)
        return Path(path) if path and self.whole(path) else None

    def _path(self, key: str) -> str | None:
        status = self.assistant.status(self.role)
        papers = (*status.papers, *status.refused)
        return next((paper.path for paper in papers if paper_key(paper.path) == key), None)

    def add(self, files: Sequence[str] | None) -> Iterator[tuple[Any, Any]]:
        """Progress while the chosen files are indexed, then the new list of papers."""
        if not self.shelf or not files:
            yield problem_note("Choose one or more papers."), KEPT
            return
        paths = [Path(file) for file in files]
        yield from self._work(self.shelf.add(paths), names={path.name for path in paths})

    def act(self, event: gr.EventData) -> Iterator[tuple[Any, Any]]:
        """Progress while a paper is taken out or read again, as the pressed button says, then the new list."""
        path = self._path(str(event._data.get("key", "")))
        if not self.shelf or path is None:
            yield problem_note("That paper is no longer here. Reload this page."), KEPT
        elif event._data.get("way") == "remove" and self.shelf.holds(path):
            yield from self._work(self.shelf.remove(path), f"{Path(path).name} was taken out.")
        elif event._data.get("way") == "again":
            yield from self._work(self.shelf.again([path]))

    def refresh(self) -> Iterator[tuple[Any, Any]]:
        """Progress while every paper is read again whose file changed, came back or went, then the new list."""
        if self.shelf:
            yield from self._work(self.shelf.again())

    def _work(
        self, steps: Iterator[Step | BuildReport], told: str = "", names: Collection[str] = ()
    ) -> Iterator[tuple[Any, Any]]:
        """Progress and an unchanged list for each step, then a report and the new list.

        `told`: the report's first words. `names`: the papers just added. A build reports refusals of earlier
        builds too; of those, only these papers' are told.
        """
        refused: list[str] = []
        yield progress_html(Step("Starting"), refused), KEPT
        try:
            for step in steps:
                if isinstance(step, BuildReport):
                    added = [refusal for refusal in step.refused if refusal.name in names]
                    words = [str(PaperError(paper.name, paper.page, paper.what, paper.remedy)) for paper in added]
                    refused += [line for line in words if line not in refused]
                    yield report_html(step, refused, told), self.papers()
                    return
                if step.stage == "refused":
                    refused.append(step.words.removeprefix("Refused "))
                yield progress_html(step, refused), KEPT
        except MinutebookError as error:
            yield problem_note(str(error)), KEPT
