"""Papers as plain text, Markdown and HTML, and where each block came to stand."""

import html
import re
import textwrap
from dataclasses import replace

from sample_source.blocks import TABLES, Block, Paper, fill, plain, ranges_of

Places = dict[tuple[int, int], tuple[int, int]]
"""(block, row) -> (first, last) line or page, from 1; a block that is no table has row 0."""


def render_text(paper: Paper, markdown: bool) -> tuple[bytes, Places, dict[str, str]]:
    """The paper as text, a paragraph a line (or wrapped where its header says so)."""
    ranges = _page_ranges(paper)
    lines: list[str] = []
    places: Places = {}
    wrap = int(paper.meta.get("wrap", "0"))
    pages = 1 + sum({"page": 1, "blank": 2}.get(block.kind, 0) for block in paper.blocks)
    page = 1
    previous = ""
    for index, block in enumerate(paper.blocks):
        if block.kind == "agenda":
            block = replace(block, rows=tuple(tuple(fill(c, ranges) for c in row) for row in block.rows))
        tight = block.kind == previous and block.kind in ("bullet", "listed", "resolution-more")
        previous = block.kind
        if lines and not tight and block.kind != "part":
            lines.append("")
        first = len(lines) + 1
        if block.kind in TABLES:
            rows = _markdown_rows(block) if markdown else ["\t".join(plain(c) for c in row) for row in block.rows]
            for offset in range(len(rows)):
                row_number = max(0, offset - 1) if markdown else offset
                places[index, row_number] = (first + offset, first + offset)
            lines += rows
        elif block.kind in ("page", "blank"):
            lines += [f"Page {page} of {pages}", ""]
            page += 1
            if block.kind == "blank":
                lines += ["This page is intentionally left blank", "", f"Page {page} of {pages}", ""]
                page += 1
        elif block.kind != "part":
            words = _text_line(block, markdown)
            lines += textwrap.wrap(words, wrap, break_long_words=False, break_on_hyphens=False) if wrap else [words]
        places.setdefault((index, 0), (first, max(first, len(lines))))
    if pages > 1:
        lines += ["", f"Page {page} of {pages}"]
    return ("\n".join(lines) + "\n").encode(), places, ranges


def _page_ranges(paper: Paper) -> dict[str, str]:
    page, starts = 1, []
    for block in paper.blocks:
        page += {"page": 1, "blank": 2}.get(block.kind, 0)
        if block.kind == "part" and len(block.fields) > 4:
            starts.append((block.fields[4], page))
    return ranges_of(starts, page)


def _markdown_rows(block: Block) -> list[str]:
    rows = ["| " + " | ".join(cell or " " for cell in row) + " |" for row in block.rows]
    return [rows[0], "|" + "---|" * len(block.rows[0]), *rows[1:]]


def _text_line(block: Block, markdown: bool) -> str:
    if not markdown:
        words = plain(block.text)
        if block.kind == "h1":
            return words.upper()
        if block.kind == "bullet":
            return f"- {words}"
        return f"{block.label}  {words}" if block.label else words
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "minute": "### ", "bullet": "- "}
    return marks.get(block.kind, "") + (f"{block.label} " if block.label else "") + block.text


def render_html(paper: Paper) -> bytes:
    """The paper as a page of the council's web site, navigation around it."""
    out: list[str] = []
    listing = False
    for block in paper.blocks:
        if block.kind in ("bullet", "listed") and not listing:
            out.append("<ul>" if block.kind == "bullet" else '<ul class="lettered">')
        if listing and block.kind not in ("bullet", "listed"):
            out.append("</ul>")
        listing = block.kind in ("bullet", "listed")
        out += _html_block(block)
    title = html.escape(paper.meta["title"])
    page = SITE.replace("{title}", title).replace("{main}", "\n".join(out))
    return page.encode()


def _html_block(block: Block) -> list[str]:
    words = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html.escape(block.text, quote=False))
    if block.kind in TABLES:
        cells = [[html.escape(cell, quote=False).replace("**", "") for cell in row] for row in block.rows]
        head = "<tr>" + "".join(f'<th scope="col">{cell}</th>' for cell in cells[0]) + "</tr>"
        body = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells[1:]]
        return ["<table>", f"<thead>{head}</thead>", "<tbody>", *body, "</tbody>", "</table>"]
    if block.kind == "minute":
        number = f'<span class="minute-number">{block.label}</span> ' if block.label else ""
        return [f"<h3>{number}{words}</h3>"]
    if block.kind in ("h1", "h2", "h3"):
        return [f"<{block.kind}>{words}</{block.kind}>"]
    if block.kind in ("bullet", "listed"):
        return [f"<li>{words}</li>"]
    if block.kind in ("part", "page", "blank"):
        return []
    css = block.kind.removesuffix("-more")
    attribute = f' class="{css}"' if css in ("resolution", "item") else ""
    label = f"{block.label} " if block.label else ""
    return [f"<p{attribute}>{label}{words}</p>"]


SITE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} | Aldermere Borough Council</title>
<style>body{font-family:Arial,sans-serif;margin:0}
nav ul{list-style:none;display:flex;gap:1rem}.skip{position:absolute}</style>
<script>window.siteSettings = {"analytics": false, "section": "meetings"};</script>
</head>
<body>
<a class="skip" href="#content">Skip to main content</a>
<div class="cookie-banner" role="region" aria-label="Cookies">
<p>We use essential cookies to make this website work. You can change your cookie settings at any time.</p>
<button>Accept additional cookies</button> <button>Reject additional cookies</button>
</div>
<header>
<p class="logo"><a href="/">Aldermere Borough Council</a></p>
<nav aria-label="Main">
<ul>
<li><a href="/">Home</a></li>
<li><a href="/bins">Bins and recycling</a></li>
<li><a href="/council-tax">Council tax</a></li>
<li><a href="/planning">Planning</a></li>
<li><a href="/meetings">Councillors and meetings</a></li>
<li><a href="/contact">Contact us</a></li>
</ul>
</nav>
<form role="search"><label for="q">Search</label><input id="q" name="q"><button>Search</button></form>
</header>
<nav class="breadcrumb" aria-label="Breadcrumb">
<a href="/">Home</a> &gt; <a href="/meetings">Meetings</a> &gt; {title}</nav>
<div class="layout">
<main id="content">
{main}
</main>
<aside>
<h2>Related pages</h2>
<ul>
<li><a href="/meetings/calendar">Calendar of meetings</a></li>
<li><a href="/meetings/councillors">Find your councillor</a></li>
<li><a href="/meetings/petitions">Petitions</a></li>
</ul>
<p>Was this page useful? <a href="/feedback?yes">Yes</a> <a href="/feedback?no">No</a></p>
</aside>
</div>
<footer>
<ul>
<li><a href="/accessibility">Accessibility statement</a></li>
<li><a href="/privacy">Privacy notice</a></li>
</ul>
<p>&copy; Aldermere Borough Council, The Guildhall, Bell Street, Aldermere</p>
</footer>
</body>
</html>
"""
