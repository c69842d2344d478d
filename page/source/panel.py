"""The panel beside an answer: a page of the paper with its words marked. Pure, everything escaped."""

import base64
from html import escape

from assistant.models import Citation
from page.html.cards import badge, caveats, copy_button, meeting_html, meta_html
from page.source.page import SourcePage

_CLOSE = '<button type="button" class="quiet" data-act="close">Close<span class="sr"> the source</span></button>'
_LARGER = '<button type="button" class="quiet" data-act="larger" aria-pressed="false">Larger page</button>'
_GONE = (
    '<section class="source" aria-label="Source"><div class="panel-head"><h2 tabindex="-1">Not found</h2>{close}</div>'
    "<p>This paragraph is no longer in the index: its paper was changed or removed. Ask the question again.</p></section>"
)


def gone_html() -> str:
    """The panel where there is no such paragraph, or the reader may not see it."""
    return _GONE.format(close=_CLOSE)


def source_html(citation: Citation, key: str, source: SourcePage, download: str | None) -> str:
    """The panel beside an answer: the page of the paper, or its words where it has no pages.

    `key`: of the button that opened it, see `cards.opens`. `download`: the paper's address, None where it may not be
    downloaded.
    """
    title = (
        f'<div class="panel-head"><div><h2 tabindex="-1">{meeting_html(citation)}</h2>'
        f'<p class="meta">{meta_html(citation)}</p></div>'
        f"{_CLOSE}</div>"
    )
    tools = (
        f'<div class="tools">{copy_button(citation)}'
        + (f'<a class="quiet" href="{escape(download)}" download>Download the paper</a>' if download else "")
        + (_LARGER if source.drawn else "")
        + "</div>"
    )
    note = f'<p class="note">{escape(source.note)}</p>' if source.note else ""
    return (
        f'<section class="source" data-key="{escape(key)}" data-paragraph="{escape(citation.paragraph)}" '
        f'data-quote="{escape(citation.quote)}" data-n="{citation.n}" aria-label="Source {citation.n}">'
        f"{title}{badge(citation.status)}{caveats(citation)}{tools}{note}{_leaf(citation, source)}</section>"
    )


def _leaf(citation: Citation, source: SourcePage) -> str:
    if source.drawn is None:
        caption = ", ".join(part for part in (citation.file, source.label.lower()) if part)
        return f'<p class="meta">{escape(caption)}</p><div class="text-version">{source.html_text}</div>'
    image = base64.b64encode(source.drawn.png).decode()
    alt = f"{source.label} of {citation.file}. Its words follow under “The words of this page”."
    return (
        f"{_pager(source)}"
        f'<div class="leaf-frame" data-left="{source.drawn.left:.3f}" data-top="{source.drawn.top:.3f}">'
        f'<img class="leaf" src="data:image/png;base64,{image}" alt="{escape(alt)}"></div>'
        '<details class="whole"><summary>The words of this page</summary>'
        f'<div class="text-version">{source.html_text}</div></details>'
        f'<p class="meta file">{escape(citation.file)}</p>'
    )


def _pager(source: SourcePage) -> str:
    def turn(label: str, way: str, page: int | None) -> str:
        state = f'data-page="{page}"' if page else 'aria-disabled="true"'
        return (
            f'<button type="button" class="quiet" data-act="turn" data-way="{way}" {state}>'
            f'{label}<span class="on-wide"> page</span></button>'
        )

    return (
        f'<div class="pager">{turn("Previous", "back", source.before)}'
        f'<span class="page" role="status">{escape(source.label)}</span>'
        f"{turn('Next', 'on', source.after)}</div>"
    )
