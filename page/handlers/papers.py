"""The Papers tab at work: what is indexed, and for officers putting papers in, taking them out, reading them again."""

from collections.abc import Collection, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.models import PaperStatus
from assistant.uploads import Shelf
from corpus.errors import MinutebookError, PaperError
from corpus.models import Role
from index.build import BuildReport
from index.stores import Step
from page.delivery import paper_address, paper_key
from page.html.papers import Acts, papers_html
from page.protocol import PageAssistant
from page.wording import counted

KEPT: Any = gr.skip()


class Shelving:
    """The papers of a store for one role; `shelf` is None where nothing may be put in."""

    def __init__(self, assistant: PageAssistant, role: Role, shelf: Shelf | None) -> None:
        self.assistant, self.role, self.shelf = assistant, role, shelf

    def papers(self) -> str:
        """The Papers tab."""
        status = self.assistant.status(self.role)
        public = {} if self.role is Role.PUBLIC else self._public()
        return papers_html(status, self._link, self._acts if self.shelf else None, public)

    def _public(self) -> dict[str, int]:
        """Paragraphs of each paper that everybody may see, by its path."""
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
        """The file of a paper that this role may have whole."""
        path = self._path(key)
        return Path(path) if path and self.whole(path) else None

    def _path(self, key: str) -> str | None:
        status = self.assistant.status(self.role)
        papers = (*status.papers, *status.refused)
        return next((paper.path for paper in papers if paper_key(paper.path) == key), None)

    def add(self, files: Sequence[str] | None) -> Iterator[tuple[Any, Any]]:
        """Index the files chosen; progress, then the Papers tab."""
        if not self.shelf or not files:
            yield _problem("Choose one or more papers."), KEPT
            return
        paths = [Path(file) for file in files]
        yield from self._work(self.shelf.add(paths), names={path.name for path in paths})

    def act(self, event: gr.EventData) -> Iterator[tuple[Any, Any]]:
        """Take a paper out, or read it again, as the button pressed says."""
        path = self._path(str(event._data.get("key", "")))
        if not self.shelf or path is None:
            yield _problem("That paper is no longer here. Reload this page."), KEPT
        elif event._data.get("way") == "remove" and self.shelf.holds(path):
            yield from self._work(self.shelf.remove(path), f"{Path(path).name} was taken out.")
        elif event._data.get("way") == "again":
            yield from self._work(self.shelf.again([path]))

    def refresh(self) -> Iterator[tuple[Any, Any]]:
        """Read every paper whose file changed, came back or went."""
        if self.shelf:
            yield from self._work(self.shelf.again())

    def _work(
        self, steps: Iterator[Step | BuildReport], told: str = "", names: Collection[str] = ()
    ) -> Iterator[tuple[Any, Any]]:
        """Progress, then what was done. `names`: papers whose refusal is told though they were refused before."""
        refused: list[str] = []
        yield progress_html(Step("Starting"), refused), KEPT
        try:
            for step in steps:
                if isinstance(step, BuildReport):
                    before = [one for one in step.refused if one.name in names]
                    words = [str(PaperError(one.name, one.page, one.what, one.remedy)) for one in before]
                    refused += [one for one in words if one not in refused]
                    yield report_html(step, refused, told), self.papers()
                    return
                if step.stage == "refused":
                    refused.append(step.words.removeprefix("Refused "))
                yield progress_html(step, refused), KEPT
        except MinutebookError as error:
            yield _problem(str(error)), KEPT


def progress_html(step: Step, refused: Sequence[str]) -> str:
    """How far a build is: a bar by file and page, in words too, and what was refused on the way."""
    done = step.n - 1 + (step.page / step.pages if step.pages else 0.0) if step.n else 0.0
    share = done / step.of if step.of else 0.0
    whole = 0.5 + share / 2 if step.stage == "embedding" else share / 2
    words = {
        "reading": f"Reading paper {step.n} of {step.of}: {step.file}"
        + (f", page {step.page} of {step.pages}" if step.page else ""),
        "embedding": f"Making paper {step.n} of {step.of} searchable: {step.file}",
    }.get(step.stage, step.words.removeprefix("Refused ") if step.stage == "refused" else f"{step.words} …")
    return (
        f'<div class="progress"><label>{escape(words)}<progress max="100" value="{round(100 * whole)}"></progress></label>'
        f"{_refused(refused)}</div>"
    )


def report_html(report: BuildReport, refused: Sequence[str], told: str = "") -> str:
    """What a build did."""
    parts = [
        told,
        f"{counted(report.indexed, 'paper')} read." if report.indexed else "",
        f"{counted(report.removed, 'paper')} removed." if report.removed and not told else "",
    ]
    words = " ".join(part for part in parts if part) or (
        "No paper could be read." if refused else "Nothing had changed."
    )
    return f'<div class="progress" data-say="{escape(words)}"><p><b>{escape(words)}</b></p>{_refused(refused)}</div>'


def _refused(refused: Sequence[str]) -> str:
    if not refused:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in refused)
    return f'<p>{counted(len(refused), "paper")} could not be read:</p><ul class="refusals">{items}</ul>'


def _problem(words: str) -> str:
    return f'<p class="problem" role="alert">{escape(words)}</p>'
