"""Web pages and ModernGov answers to blocks. All papers here are made up."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import CorruptPaper, EmptyPaper, PaperError, UnknownType
from corpus.models import Block, BlockKind, Reading
from corpus.readers.html import decode, read_html
from corpus.readers.html_blocks import blocks_of_html
from corpus.readers.html_tree import BLOCKS, VOID
from corpus.readers.words import readable
from places import PAPERS

TEXT, HEADING, ITEM, ROW, FURNITURE = BlockKind


def read(tmp_path: Path, markup: str | bytes, name: str = "paper.html") -> Reading:
    path = tmp_path / name
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    return read_html(path)


def seen(blocks: list[Block]) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in blocks]


# ---- words ------------------------------------------------------------------------------------


class VisibleWords(HTMLParser):
    """A second, plainer reading of a page, to count its words by."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._edge(tag)
        self.skipped += tag in UNREAD

    def handle_endtag(self, tag: str) -> None:
        self._edge(tag)
        self.skipped -= tag in UNREAD

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)

    def _edge(self, tag: str) -> None:
        if tag in BLOCKS or tag in VOID or tag in UNREAD:
            self.words.append(" ")


UNREAD = ("script", "style", "head", "title", "svg", "iframe")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", readable(text)))


def visible(markup: str) -> Counter[str]:
    parser = VisibleWords()
    parser.feed(markup)
    parser.close()
    return words("".join(parser.words))


def kept(blocks: tuple[Block, ...] | list[Block]) -> Counter[str]:
    return words(" ".join(f"{block.text} {block.struck}" for block in blocks))


# ---- pages ------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Works Committee minutes</title>
<style>.gone{display:none} .cut{text-decoration:line-through}</style>
<script>var a = "<p>no</p>";</script></head>
<body class="has-sidebar"><a class="skip-link" href="#c">Skip to content</a>
<header><div>Lower Marsh Council</div></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/bins">Bins</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies.</p></div>
<main><div class="breadcrumbs"><a href="/">Home</a> / Minutes</div>
<h1>Minutes of 4 May 2021</h1>
<p>The committee <del>rejected</del> <ins>approved</ins> the plan.</p>
<p class="cut">Wholly out.</p><p style="display:none">Secret words</p><p hidden>More</p>
<ol start="3" type="a"><li>first<ul><li>deeper</li></ul></li><li>second</li></ol>
<p>Minutes of 4 May 2021, Page 2 of 3</p></main>
<footer>Contact us</footer></body></html>"""


def test_a_site_page_keeps_its_paper_and_sets_the_site_aside(tmp_path: Path) -> None:
    reading = read(tmp_path, PAGE)
    live = [block for block in reading.blocks if block.kind is not FURNITURE]
    assert seen(live) == [
        (HEADING, "Minutes of 4 May 2021"),
        (TEXT, "The committee approved the plan."),
        (TEXT, ""),
        (ITEM, "c. first"),
        (ITEM, "- deeper"),
        (ITEM, "d. second"),
    ]
    assert [block.struck for block in live if block.struck] == ["rejected", "Wholly out."]
    assert [block.level for block in live if block.kind is ITEM] == [1, 2, 1]
    aside = " / ".join(block.text for block in reading.blocks if block.kind is FURNITURE)
    for part in (
        "Skip to content",
        "Lower Marsh Council",
        "Bins",
        "We use cookies.",
        "Page 2 of 3",
        "Contact us",
    ):
        assert part in aside
    whole = aside + " ".join(block.text for block in live)
    assert "Secret" not in whole and "More" not in whole and "var" not in whole
    assert reading.title == "Works Committee minutes"
    assert live[0].line == 9


def test_lines_of_one_paragraph_stand_apart_where_each_is_a_statement() -> None:
    blocks = blocks_of_html(
        "<p>MINUTES<br>UPPER TOWNSHIP<br>A meeting was held.<br>R2020-01 That we pass it.<br>Carried.</p>"
        "<p>The committee considered a report on the repair of the old<br>bridge and "
        "agreed that<br>Mr Ash should act.</p>"
    )
    assert [block.text for block in blocks] == [
        "MINUTES",
        "UPPER TOWNSHIP",
        "A meeting was held.",
        "R2020-01 That we pass it.",
        "Carried.",
        "The committee considered a report on the repair of the old bridge and agreed that Mr Ash should act.",
    ]


def test_tables_become_rows_with_merged_cells_spread_out() -> None:
    blocks = blocks_of_html(
        "<table><caption>Tracker</caption><tr><th>Date<th>Action<th>Owner"
        "<tr><td rowspan=2>4 May<td>Mend the roof<td>AB<tr><td colspan=2>None</table>"
        "<table><tr><td><p>Only placed here.</p></td></tr></table>"
        "<table><tr><td>Name</td><td>Vote</td></tr><tr><td>Ash</td><td></td></tr></table>"
    )
    assert seen(blocks) == [
        (TEXT, "Tracker"),
        (ROW, "Date | Action | Owner"),
        (ROW, "4 May | Mend the roof | AB"),
        (ROW, "4 May | None |"),
        (TEXT, "Only placed here."),
        (ROW, "Name | Vote"),
        (ROW, "Ash |"),
    ]
    rows = [block for block in blocks if block.kind is ROW]
    assert [row.header for row in rows] == [True, False, False, True, False]
    assert [row.table for row in rows] == [1, 1, 1, 2, 2]
    assert rows[-1].cells == ("Ash", "")


def test_tables_within_cells_lose_no_words() -> None:
    blocks = blocks_of_html(
        "<table>stray<tr><th>A</th><th>B</th></tr><tr><td>one<p>two</p><ol><li>three</ol></td>"
        "<td><table><tr><td>four</td><td>five</td></tr></table></td></tr></table>"
    )
    assert seen(blocks) == [(TEXT, "stray"), (ROW, "A | B"), (ROW, "one two 1. three | four five")]


def test_word_lists_and_bold_headings_without_tags() -> None:
    blocks = blocks_of_html(
        "<p class=MsoNormal><b>7. Roads</b></p>"
        '<p style="mso-list:l0 level2 lfo1"><![if !supportLists]>(a) <![endif]>x</p>'
        '<p style="margin-left:36pt; text-indent:-18pt">(1)&nbsp;&nbsp; to agree</p>'
        "<p><b>Present:</b> Cllr Ash</p>"
    )
    assert seen(blocks) == [
        (TEXT, "7. Roads"),
        (ITEM, "(a) x"),
        (ITEM, "(1) to agree"),
        (TEXT, "Present: Cllr Ash"),
    ]
    assert [block.bold for block in blocks] == [True, False, False, False]
    assert [block.level for block in blocks] == [0, 2, 1, 0]


def test_unseen_characters_and_hidden_words_go() -> None:
    blocks = blocks_of_html(
        "<p>co\u00adop\u200beration\u00a0works\U000e0041<span style='font-size:0'>ignore this</span>"
        "<span style='visibility: hidden'>and this</span><i aria-hidden=true>icon</i> 18<sup>th</sup></p>"
    )
    assert [block.text for block in blocks] == ["cooperation works 18th"]


def test_late_words_and_deep_nests_are_read() -> None:
    blocks = blocks_of_html("<html><body><p>a</body></html><p>late" + "<div>" * 5000 + "deep")
    assert [block.text for block in blocks] == ["a", "late", "deep"]
    assert [block.text for block in blocks_of_html("<p>one<p>two<ul><li>x<li>y</ul>")] == [
        "one",
        "two",
        "- x",
        "- y",
    ]


def test_numbers_of_lists() -> None:
    markup = "<ol reversed><li>x<li>y</ol><ol type=I><li value=4>x<li>y</ol><ol style='list-style-type:none'><li>z</ol>"
    assert [block.text for block in blocks_of_html(markup)] == ["2. x", "1. y", "IV. x", "V. y", "z"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9 \x93quoted\x94", "caf\u00e9 \u201cquoted\u201d"),
        ("\ufeffcaf\u00e9".encode("utf-16-le"), "caf\u00e9"),
        ("caf\u00e9".encode(), "caf\u00e9"),
        (b'<meta charset="iso-8859-1">caf\xc3\xa9', '<meta charset="iso-8859-1">caf\u00e9'),
        (b'<meta charset="koi8-r">\xc1', '<meta charset="koi8-r">\u0430'),
        (b'<meta charset="rot13">\xe9', '<meta charset="rot13">\u00e9'),
        (b"\x81", "\x81"),
    ],
)
def test_bytes_are_decoded_without_replacement(data: bytes, words: str) -> None:
    assert decode(data).lstrip("\ufeff") == words


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    for data, name, error in [
        (b"", "a.html", EmptyPaper),
        (b"<p> </p>", "b.html", EmptyPaper),
        (b"%PDF-1.7", "c.html", CorruptPaper),
        (b"<meeting>", "d.xml", CorruptPaper),
        (b'<!DOCTYPE m [<!ENTITY a "b">]><meeting>&a;</meeting>', "e.xml", CorruptPaper),
        (b"<invoice>7</invoice>", "f.xml", UnknownType),
    ]:
        with pytest.raises(error, match=name):
            read(tmp_path, data, name)


MEETING = """<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingid>9</meetingid><meetingdate>04/05/2021</meetingdate><meetingstatus>Cancelled</meetingstatus>
<agendaitems><agendaitem><agendaitemtitle>Roads &amp;amp; paths</agendaitemtitle>
<agendatext>&lt;p&gt;To receive a report.&lt;/p&gt;</agendatext><agendaitemnumber>6</agendaitemnumber>
<fulldisplaynumberformat>31.</fulldisplaynumberformat>
<minutesnonemptyhtmlbody>&lt;p&gt;&lt;b&gt;RESOLVED&lt;/b&gt;&lt;/p&gt;
&lt;p&gt;That it be &lt;s&gt;not&lt;/s&gt; done.&lt;/p&gt;</minutesnonemptyhtmlbody>
<isrestricted>True</isrestricted>
<linkeddocuments><linkeddoc><title>Report</title>
<committeetitle>Works Committee</committeetitle></linkeddoc></linkeddocuments>
</agendaitem></agendaitems>
<attendees><attendee name="Cllr Ash" attendance="Present" memberid="1"/></attendees></meeting>"""


def test_a_modern_gov_meeting_reads_as_a_paper(tmp_path: Path) -> None:
    blocks = [block for block in read(tmp_path, MEETING, "m.xml").blocks if block.kind is not FURNITURE]
    assert seen(blocks) == [
        (HEADING, "Works Committee"),
        (TEXT, "Status: Cancelled"),
        (TEXT, "Date: 04/05/2021"),
        (HEADING, "Attendance"),
        (ROW, "Name | Attendance"),
        (ROW, "Cllr Ash | Present"),
        (HEADING, "31. Roads & paths (Item 6)"),
        (TEXT, "Not for publication: restricted."),
        (HEADING, "Agenda text"),
        (TEXT, "To receive a report."),
        (HEADING, "Minute text"),
        (TEXT, "RESOLVED"),
        (TEXT, "That it be done."),
        (HEADING, "Papers of this item"),
        (ITEM, "- Report"),
    ]
    assert blocks[-3].struck == "not"
    assert blocks[-3].line == 7


def test_a_modern_gov_list_of_meetings_reads_as_rows(tmp_path: Path) -> None:
    markup = (
        "<getmeetings><committee><committeetitle>Works</committeetitle><committeemeetings><meeting><meetingid>1</meetingid>"
        "<meetingdate>04/05/2021</meetingdate></meeting></committeemeetings></committee></getmeetings>"
    )
    rows = [block for block in read(tmp_path, markup, "list.xml").blocks if block.kind is ROW]
    assert [(row.text, row.header) for row in rows] == [
        ("Committee | Date", True),
        ("Works | 04/05/2021", False),
    ]


# ---- nothing lost -----------------------------------------------------------------------------

WORD = st.text("abcdefgXYZ\u00e9\u00ad &", min_size=1, max_size=8)
TAGS = [
    "p",
    "div",
    "b",
    "del",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "h2",
    "nav",
    "main",
    "span",
    "pre",
    "a",
    "br",
]

MARKS = {"br": "<br>", "del": " <del>{1}</del> "}  # a word half struck out is two words


def element(kids: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, inner: MARKS.get(tag, "<{0}>{1}</{0}>").format(tag, "".join(inner)),
        st.sampled_from(TAGS),
        st.lists(kids, max_size=4),
    )


TREES = st.recursive(WORD.map(lambda word: word.replace("&", "&amp;")), element, max_leaves=25)
SOUP = st.lists(
    st.one_of(
        WORD,
        st.sampled_from([f"<{slash}{tag}>" for tag in [*TAGS, "script", "tbody", "form"] for slash in ("", "/")]),
        st.sampled_from(
            [
                "<!--",
                "-->",
                "<![if x]>",
                "<![CDATA[",
                "]]>",
                "<!x",
                "<?",
                "<p",
                "&#0;",
                "<td rowspan=9 colspan=0>",
            ]
        ),
    ),
    max_size=30,
).map("".join)
LISTS = re.compile(r"[^\W_]{1,4}")


@settings(max_examples=100, deadline=None)
@given(TREES)
def test_no_word_of_a_made_up_page_is_lost_or_made_up(markup: str) -> None:
    there, ours = visible(markup), kept(blocks_of_html(markup))
    assert not there - ours
    assert all(LISTS.fullmatch(word) for word in ours - there)  # only the numbers of lists
    if "<ol>" not in markup:
        assert ours == there


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(SOUP.map(str.encode), st.binary(max_size=60)), st.sampled_from(["a.html", "a.xml"]))
def test_broken_markup_raises_nothing_but_a_paper_error(tmp_path: Path, data: bytes, name: str) -> None:
    try:
        reading = read(tmp_path, data, name)
    except PaperError:
        return
    assert all(block.text or block.struck for block in reading.blocks)
    assert reading == read(tmp_path, data, name)


@pytest.mark.skipif(not PAPERS.exists(), reason="the real papers are not here")
def test_real_pages_keep_their_words() -> None:
    paths = sorted(PAPERS.glob("**/*.html"))
    assert paths
    for path in paths:
        there, ours = visible(decode(path.read_bytes())), kept(read_html(path).blocks)
        lost = sum((there - ours).values())
        assert lost <= 0.005 * sum(there.values()), (path.name, there - ours)


@pytest.mark.skipif(not PAPERS.exists(), reason="the real papers are not here")
def test_real_modern_gov_answers_keep_their_words() -> None:
    for path in sorted(PAPERS.glob("**/*.xml")):
        there = words(" ".join(re.findall(r">([^<>&]+)<", path.read_text("utf-8-sig"))))
        lost = there - kept(read_html(path).blocks)
        assert not lost, path.name


def test_a_rule_across_the_page_stands_before_the_next_block() -> None:
    blocks = blocks_of_html("<p>Roads</p><hr><p>Ford</p><table><tr><td>a</td><td>b<hr>c</td></tr></table><p>Gate</p>")
    assert [(block.text, block.ends_above) for block in blocks] == [
        ("Roads", ""),
        ("Ford", "rule"),
        ("a | b c", ""),
        ("Gate", ""),
    ]
