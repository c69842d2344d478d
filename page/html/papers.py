"""The Papers tab: what is indexed by body and date, and what could not be read. Pure, everything escaped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from assistant.models import PaperStatus, StoreStatus
from page.wording import NO_BODY, counted, date_words, indexed


@dataclass(frozen=True, slots=True)
class Acts:
    """What an officer may do with a paper, by its key."""

    key: str
    removable: bool


Link = Callable[[PaperStatus], str | None]  # the address of a paper's download, None where it may not be downloaded
ActsOf = Callable[[PaperStatus], Acts] | None  # None where nothing may be done


def papers_html(status: StoreStatus, link: Link, acts: ActsOf = None, public: Mapping[str, int] | None = None) -> str:
    """Everything on the Papers tab.

    `public`: how many paragraphs of each paper everybody may see, by its path; None where exempt ones are not counted.
    """
    parts = [f'<section class="papers"><h2>Papers</h2><p>{escape(indexed(status))}.</p>']
    if status.refused:
        parts.append(_refused(status.refused, acts))
    if status.papers:
        parts.append(
            '<label class="find" for="find-paper">Find a paper</label>'
            '<input type="search" id="find-paper" data-act="find" autocomplete="off" '
            'placeholder="Part of a name, a committee or a date">'
            '<p class="meta" role="status" id="found-papers"></p>'
        )
        parts.append(_table(status.papers, link, acts, public or {}))
    else:
        add = "Add papers above, or run" if acts else "Run"
        parts.append(f"<p>{add} <code>minutebook index FOLDER</code> to read the papers in a folder.</p>")
    return "".join([*parts, "</section>"])


def _table(papers: Iterable[PaperStatus], link: Link, acts: ActsOf, public: Mapping[str, int]) -> str:
    by_name = sorted(papers, key=lambda paper: paper.name)
    ordered = sorted(by_name, key=lambda paper: max(paper.dates, default=""), reverse=True)
    ordered.sort(key=_body)
    groups = "".join(_group(body, list(group), link, acts, public) for body, group in groupby(ordered, _body))
    return (
        '<table class="listing">'
        '<caption class="sr">Indexed papers by committee, latest meeting first</caption><thead><tr>'
        '<th scope="col">Paper</th><th scope="col">Meetings</th><th scope="col" class="figure">Pages</th>'
        f'<th scope="col" class="figure">Paragraphs</th>{"<th scope=col>Actions</th>" if acts else ""}</tr></thead>{groups}</table>'
    )


def _body(paper: PaperStatus) -> str:
    return paper.bodies[0] if paper.bodies else NO_BODY


def _group(body: str, papers: list[PaperStatus], link: Link, acts: ActsOf, public: Mapping[str, int]) -> str:
    rows = "".join(_row(paper, link(paper), acts, public.get(paper.path, 0) if public else None) for paper in papers)
    head = f"{escape(body)} <span>{counted(len(papers), 'paper')}</span>"
    return f'<tbody><tr class="group"><th scope="rowgroup" colspan="{5 if acts else 4}">{head}</th></tr>{rows}</tbody>'


def _row(paper: PaperStatus, address: str | None, acts: ActsOf, public: int | None) -> str:
    name = escape(paper.name)
    shown = f'<a href="{escape(address)}" download>{name}</a>' if address else name
    also = f'<br><span class="meta">also as {escape("; ".join(paper.also))}</span>' if paper.also else ""
    others = f'<br><span class="meta">also {escape("; ".join(paper.bodies[1:]))}</span>' if paper.bodies[1:] else ""
    pages = f"{paper.pages:,}" if paper.pages is not None else "–"
    return (
        f'<tr><td data-label="Paper">{shown}{also}</td>'
        f'<td data-label="Meetings">{escape(_meetings(paper.dates)) or "no date"}{others}</td>'
        f'<td data-label="Pages" class="figure">{pages}</td>'
        f'<td data-label="Paragraphs" class="figure">{paper.paragraphs:,}{_exempt(paper, public)}</td>'
        f"{_buttons(paper, acts)}</tr>"
    )


def _exempt(paper: PaperStatus, public: int | None) -> str:
    hidden = paper.paragraphs - public if public is not None else 0
    return f'<br><span class="meta">{hidden:,} exempt</span>' if hidden else ""


def _buttons(paper: PaperStatus, acts: ActsOf) -> str:
    if acts is None:
        return ""
    may = acts(paper)
    name = f'<span class="sr"> {escape(paper.name)}</span>'
    again = f'<button type="button" class="quiet" data-act="paper" data-way="again" data-key="{may.key}">Read again{name}</button>'
    remove = f'<button type="button" class="quiet" data-act="paper" data-way="remove" data-key="{may.key}">Take out{name}</button>'
    return f'<td data-label="Actions">{again}{remove if may.removable else ""}</td>'


def _refused(papers: Iterable[PaperStatus], acts: ActsOf) -> str:
    papers = list(papers)
    rows = "".join(
        f'<tr><td data-label="Paper">{escape(paper.name)}</td>'
        f'<td data-label="Why">{escape(paper.refused or "")}</td>'
        f'<td data-label="What to do">{escape(paper.remedy or "")}</td>{_buttons(paper, acts)}</tr>'
        for paper in papers
    )
    return (
        f'<section class="refused"><h3>{counted(len(papers), "paper")} could not be read</h3>'
        "<p>Nothing in such a paper is searched or answered from.</p>"
        '<table class="listing"><caption class="sr">Papers that could not be read</caption><thead><tr>'
        '<th scope="col">Paper</th><th scope="col">Why</th><th scope="col">What to do</th>'
        f"{'<th scope=col>Actions</th>' if acts else ''}</tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def _meetings(dates: Sequence[str]) -> str:
    """The dates of a paper's meetings, the latest first; from four on, two of them and how many more."""
    latest = [date_words(date) for date in sorted(dates, reverse=True)]
    if len(latest) <= 3:
        return "; ".join(latest)
    return f"{'; '.join(latest[:2])} and {len(latest) - 2} more"
