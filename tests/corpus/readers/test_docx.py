"""Word files to blocks. All papers here are made up, with python-docx and raw XML."""

import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import CorruptPaper, EmptyPaper, EncryptedPaper, PaperError, UnknownType
from corpus.models import Block, BlockKind
from corpus.readers import docx_package
from corpus.readers.docx import read_docx
from corpus.readers.docx_styles import in_format
from corpus.readers.words import readable
from places import PAPERS

TEXT, HEADING, ITEM, ROW, FURNITURE = BlockKind
LEVELS = {
    0: ("decimal", "%1.", 4, ""),
    1: ("decimal", "%1.%2", 9, ""),
    2: ("lowerLetter", "(%3)", 1, ""),
    3: ("lowerRoman", "%4)", 1, ""),
    4: ("bullet", "\uf0b7", 1, ""),
    5: ("upperLetter", "%6)", 26, '<w:lvlRestart w:val="0"/>'),
}


def element(xml: str) -> Any:
    return parse_xml(re.sub(r"(<w:\w+)", rf"\1 {nsdecls('w')}", xml, count=1))


def numbered(document: Any, overrides: dict[int, dict[int, int]] | None = None) -> None:
    """Give the document lists 71, 72 ... of one definition, with start overrides by level."""
    part = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text, start, more) in LEVELS.items()
    )
    part.insert(0, element(f'<w:abstractNum w:abstractNumId="70">{levels}</w:abstractNum>'))
    lists: dict[int, dict[int, int]] = {71: {}, **(overrides or {})}
    for number, starts in lists.items():
        changed = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in starts.items()
        )
        part.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="70"/>{changed}</w:num>'))


def add(document: Any, text: str, level: int, number: int = 71, bold: bool = False) -> Any:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
    return paragraph


def add_xml(document: Any, *paragraphs: str) -> None:
    for xml in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, element(xml))


def run(text: str, tag: str = "t", look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def read(document: Any, tmp_path: Path) -> list[Block]:
    path = tmp_path / "paper.docx"
    document.save(path)
    return list(read_docx(path).blocks)


def seen(blocks: list[Block]) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_numbers_are_rendered_as_word_prints_them(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document, {72: {1: 20}})
    for text, level in [
        ("a", 0),
        ("b", 1),
        ("c", 1),
        ("d", 2),
        ("e", 2),
        ("f", 3),
        ("g", 4),
        ("h", 0),
        ("i", 1),
    ]:
        add(document, text, level, bold=level == 0)
    add(document, "j", 1, 72)
    add(document, "k", 1, 72)
    add(document, "l", 5)
    add(document, "m", 0)
    add(document, "n", 5)
    blocks = read(document, tmp_path)
    assert [block.text for block in blocks] == [
        "4. a", "4.9 b", "4.10 c", "(a) d", "(b) e", "i) f", "• g",
        "5. h", "5.9 i", "5.20 j", "5.21 k", "Z) l", "6. m", "AA) n",
    ]  # fmt: skip
    assert [block.kind for block in blocks[:7]] == [TEXT, TEXT, TEXT, ITEM, ITEM, ITEM, ITEM]
    assert [block.level for block in blocks[3:7]] == [3, 3, 4, 5]
    assert blocks[0].bold


def test_styles_give_headings_lists_and_bold(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Report", 0)
    document.add_heading("Costs", 2)
    document.add_paragraph("one", style="List Number")
    document.add_paragraph("two", style="List Number")
    document.add_paragraph("dot", style="List Bullet")
    document.add_paragraph().add_run("Present").bold = True
    part = document.add_paragraph("Apologies: ")
    part.add_run("Cllr Ash").bold = True
    blocks = read(document, tmp_path)
    assert seen(blocks) == [
        (HEADING, "Report"), (HEADING, "Costs"), (ITEM, "1. one"), (ITEM, "2. two"), (ITEM, "• dot"),
        (TEXT, "Present"), (TEXT, "Apologies: Cllr Ash"),
    ]  # fmt: skip
    assert [block.level for block in blocks[:2]] == [1, 2]
    assert [block.bold for block in blocks[-2:]] == [True, False]


def test_numbers_linked_to_a_heading_style(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document)
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(element('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="71"/></w:numPr>'))
    document.add_heading("Purpose", 1)
    document.add_heading("Costs", 1)
    plain = document.add_heading("Unnumbered", 1)
    plain._p.get_or_add_pPr().append(element('<w:numPr><w:numId w:val="0"/></w:numPr>'))
    assert [block.text for block in read(document, tmp_path)] == ["4. Purpose", "5. Costs", "Unnumbered"]


def test_what_is_struck_or_hidden_is_not_said(tmp_path: Path) -> None:
    document = docx.Document()
    inserted, deleted = (f'<w:{tag} w:id="1" w:author="a">' for tag in ("ins", "del"))
    unstruck = '<w:strike w:val="0"/>'
    add_xml(
        document,
        f"<w:p>{run('does ')}{deleted}{run('not ', 'delText')}</w:del>"
        f"{inserted}{run('always ')}</w:ins>{run('apply')}</w:p>",
        f"<w:p>{run('Pay ')}{run('£5', look='<w:strike/>')}{run(' £7', look=unstruck)}</w:p>",
        f"<w:p>{run('Shown')}{run('hidden', look='<w:vanish/>')}</w:p>",
        f'<w:p><w:pPr><w:rPr><w:del w:id="2" w:author="a"/></w:rPr></w:pPr>'
        f"{deleted}{run('All gone. ', 'delText')}</w:del></w:p>",
        f"<w:p>{run('Stays.')}</w:p>",
        f"<w:p>{run('Out', look='<w:dstrike/>')}</w:p>",
    )
    blocks = read(document, tmp_path)
    assert [(block.text, block.struck) for block in blocks] == [
        ("does always apply", "not"), ("Pay £7", "£5"), ("Shown", ""), ("Stays.", "All gone."), ("", "Out"),
    ]  # fmt: skip


def test_a_deleted_list_item_takes_no_number(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document)
    add(document, "one", 0)
    gone = '<w:rPr><w:del w:id="2" w:author="a"/></w:rPr>'
    lists = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="71"/></w:numPr>'
    words = run("gone", "delText")
    add_xml(document, f'<w:p><w:pPr>{lists}{gone}</w:pPr><w:del w:id="3" w:author="a">{words}</w:del></w:p>')
    add(document, "two", 0)
    assert [block.text for block in read(document, tmp_path)] == ["4. one", "5. two"]


def test_tables_keep_headers_and_merged_cells(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    for row, texts in zip(
        table.rows,
        [("Date", "Action", "Owner"), ("4 May", "Mend", "AB"), ("", "Paint", ""), ("Nothing", "", "x")],
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    single = document.add_table(2, 1)
    single.cell(0, 0).text, single.cell(1, 0).text = "Boxed.", "Again."
    blocks = read(document, tmp_path)
    assert seen(blocks) == [
        (ROW, "Date | Action | Owner"), (ROW, "4 May | Mend | AB"), (ROW, "4 May | Paint |"),
        (ROW, "Nothing |  | x"),
        (TEXT, "Boxed."), (TEXT, "Again."),
    ]  # fmt: skip
    assert [block.header for block in blocks[:4]] == [True, False, False, False]
    assert {block.table for block in blocks[:4]} == {1}
    assert blocks[3].cells == ("Nothing", "", "x")


def test_a_marked_header_row_and_numbers_in_cells(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document)
    table = document.add_table(2, 2)
    table.rows[0]._tr.get_or_add_trPr().append(element("<w:tblHeader/>"))
    table.cell(0, 0).text, table.cell(0, 1).text = "1", "2"
    add(table.cell(1, 0), "first", 0)
    table.cell(1, 1).text = "b"
    blocks = read(document, tmp_path)
    assert [(block.text, block.header) for block in blocks] == [("1 | 2", True), ("4. first | b", False)]


def test_text_boxes_content_controls_notes_and_page_heads(tmp_path: Path) -> None:
    document = docx.Document()
    box = f"<w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add_xml(
        document,
        f"<w:p {mc}>{run('Before')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('Controlled')}</w:p></w:sdtContent></w:sdt>",
        f"<w:p>{run('One')}<w:r><w:tab/></w:r>{run('two')}<w:r><w:br/></w:r>{run('three')}"
        "<w:r><w:noBreakHyphen/></w:r><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>",
    )
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "Lower Marsh Council", "Page 1"
    assert seen(read(document, tmp_path)) == [
        (FURNITURE, "Lower Marsh Council"), (TEXT, "Before"), (TEXT, "In a box"), (TEXT, "Controlled"),
        (TEXT, "One two three-✓"), (FURNITURE, "Page 1"),
    ]  # fmt: skip


def test_a_title_and_its_text_in_one_paragraph_are_parted(tmp_path: Path) -> None:
    document = docx.Document()
    numbered(document)
    add(document, "MINUTES OF MAY\nThese were agreed.", 0)
    document.add_paragraph("The Town Hall\nHigh Street")
    assert [block.text for block in read(document, tmp_path)] == [
        "4. MINUTES OF MAY", "These were agreed.", "The Town Hall High Street",
    ]  # fmt: skip


def archive(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(name, text)
    return path


def body(inner: str) -> str:
    return f"<w:document {nsdecls('w')}><w:body>{inner}</w:body></w:document>"


def test_footnotes_stand_at_the_end(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    path = archive(
        tmp_path / "a.docx",
        {
            "word/document.xml": body(
                f"<w:p>{run('£300')}{reference.format(5)}{run(' more')}{reference.format(2)}</w:p>"
            ),
            "word/_rels/document.xml.rels": f'<Relationships><Relationship Id="r" Type="{kind}/footnotes" '
            'Target="footnotes.xml"/></Relationships>',
            "word/footnotes.xml": f"<w:footnotes {nsdecls('w')}>"
            f'<w:footnote w:id="2"><w:p>{run("Second.")}</w:p></w:footnote>'
            f'<w:footnote w:id="5"><w:p>{run("First.")}</w:p></w:footnote></w:footnotes>',
        },
    )
    assert seen(list(read_docx(path).blocks)) == [
        (TEXT, "£300 [1] more [2]"),
        (TEXT, "[1] First."),
        (TEXT, "[2] Second."),
    ]


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for name, data, error in [
        ("empty", b"", EmptyPaper),
        ("text", b"not a zip", CorruptPaper),
        ("locked", ole + "EncryptedPackage".encode("utf-16-le"), EncryptedPaper),
        ("old", ole + "WordDocument".encode("utf-16-le"), UnknownType),
        ("cut", b"PK\x03\x04" + b"\x00" * 50, CorruptPaper),
    ]:
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        with pytest.raises(error, match=name):
            read_docx(path)
    for name, xml, error in [
        ("broken", "<w:document>", CorruptPaper),
        ("blank", body("<w:p/>"), EmptyPaper),
        ("entities", '<!DOCTYPE a [<!ENTITY b "c">]>' + body(""), CorruptPaper),
        ("deep", body("<w:sdt>" * 5000 + "</w:sdt>" * 5000), CorruptPaper),
    ]:
        with pytest.raises(error, match=name):
            read_docx(archive(tmp_path / f"{name}.docx", {"word/document.xml": xml}))
    monkeypatch.setattr(docx_package, "MOST_XML", 100_000)
    with pytest.raises(CorruptPaper, match="bomb"):
        read_docx(archive(tmp_path / "bomb.docx", {"word/document.xml": body(" " * 200_000)}))


def test_formats_of_numbers() -> None:
    forms = (
        "decimal",
        "upperRoman",
        "lowerLetter",
        "decimalZero",
        "ordinal",
        "ordinalText",
        "none",
        "chicago",
    )
    assert [in_format(12, form) for form in forms] == ["12", "XII", "l", "12", "12th", "Twelfth", "", "12"]
    assert in_format(28, "lowerLetter") == "bb"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", readable(text)))


def kept(blocks: list[Block] | tuple[Block, ...]) -> Counter[str]:
    return words(" ".join(f"{block.text} {block.struck}" for block in blocks))


WORDS = st.lists(st.text("abcé£–", min_size=1, max_size=6), max_size=5).map(" ".join)
PARAGRAPHS = st.tuples(st.sampled_from(["p", "del", "box", "table", "sdt"]), WORDS)


def made_up(kind: str, text: str) -> str:
    match kind:
        case "del":
            return f'<w:p>{run(text)}<w:del w:id="1" w:author="a">{run(text, "delText")}</w:del></w:p>'
        case "box":
            return f"<w:p>{run(text)}<w:r><w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent></w:r></w:p>"
        case "table":
            cell = f"<w:tc><w:p>{run(text)}</w:p></w:tc>"
            return f"<w:tbl><w:tr>{cell * 2}</w:tr><w:tr>{cell}</w:tr></w:tbl>"
        case "sdt":
            return f"<w:sdt><w:sdtContent><w:p>{run(text)}</w:p></w:sdtContent></w:sdt>"
    return f"<w:p>{run(text)}</w:p>"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PARAGRAPHS, max_size=8))
def test_no_word_of_a_made_up_paper_is_lost(tmp_path: Path, paragraphs: list[tuple[str, str]]) -> None:
    times = {"p": 1, "del": 2, "box": 2, "table": 3, "sdt": 1}
    path = archive(tmp_path / "a.docx", {"word/document.xml": body("".join(made_up(*one) for one in paragraphs))})
    there = sum((words(" ".join([text] * times[kind])) for kind, text in paragraphs), Counter[str]())
    if any(text for _, text in paragraphs):
        assert kept(read_docx(path).blocks) == there


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_raises_nothing_but_a_paper_error(tmp_path: Path, data: st.DataObject) -> None:
    document = docx.Document()
    document.add_paragraph("words", style="List Number")
    path = tmp_path / "a.docx"
    document.save(str(path))
    content = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
    try:
        read_docx(path)
    except PaperError:
        pass


@pytest.mark.skipif(not PAPERS.exists(), reason="the real papers are not here")
def test_real_papers_keep_their_words() -> None:
    paths = sorted(PAPERS.glob("**/*.docx"))
    assert paths
    for path in paths:
        with zipfile.ZipFile(path) as parts:
            xml = parts.read("word/document.xml").decode()
        xml = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", xml, flags=re.S)
        text = re.sub(r"<w:(?:p|tab|br|tc)[ />]", " \\g<0>", xml)
        there = words(re.sub(r"&\w+;", " ", re.sub(r"<[^>]+>", "", text)))
        if not there:
            with pytest.raises(EmptyPaper):
                read_docx(path)
            continue
        lost = there - kept(read_docx(path).blocks)
        assert sum(lost.values()) <= 0.005 * sum(there.values()), (path.name, lost)
