"""Papers as Word documents: automatic numbers, joined cells, tracked changes."""

import datetime
import io
import re
import zipfile
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from sample_source.blocks import TABLES, Block, Paper

NUMBERING = """<w:abstractNum {ns} w:abstractNumId="77">
<w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
</w:abstractNum>"""
CHANGED = 'w:author="Democratic Services" w:date="2023-11-20T09:00:00Z"'
CHANGE = '<w:{tag} {ns} w:id="{id}" ' + CHANGED + ">{run}</w:{tag}>"


def render_docx(paper: Paper) -> bytes:
    """The paper as a Word document; the same bytes on every run."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = parse_xml(NUMBERING.format(ns=nsdecls("w"), start=paper.meta.get("autonumber", "1")))
    numbering.insert(0, abstract)
    number = numbering.add_num(77).numId
    for block in paper.blocks:
        _add(document, block, number)
    document.sections[0].footer.paragraphs[0].text = paper.meta.get("footer", "")
    core = document.core_properties
    created = datetime.datetime.strptime(paper.meta["created"], "%Y%m%d")
    core.created = core.modified = created
    core.title, core.author, core.last_modified_by = paper.meta["title"], "Democratic Services", ""
    core.comments = ""
    _drop_unused_styles(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return _stable_zip(buffer.getvalue())


def _drop_unused_styles(document: Any) -> None:
    for style in list(document.styles.element):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in (
            "TableNormal",
            "TableGrid",
        ):
            document.styles.element.remove(style)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[key]


def _stable_zip(data: bytes) -> bytes:
    """The same archive with fixed times and no compression, whose bytes vary with the zlib."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if "thumbnail" not in name:
                content = source.read(name)
                if name == "_rels/.rels":
                    content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
                entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
                entry.create_system = 0
                target.writestr(entry, content)
    return out.getvalue()


def _add(document: Any, block: Block, number: int) -> None:
    if block.kind in TABLES:
        _add_table(document, block)
    elif block.kind in ("page", "blank"):
        document.add_page_break()
    elif block.kind != "part":
        styles = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "bullet": "List Bullet"}
        paragraph = document.add_paragraph(style=styles.get(block.kind))
        automatic = {"minute": 0, "auto": 1}.get(block.kind)
        if automatic is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = automatic
            properties.get_or_add_numId().val = number
        if block.kind == "numbered":
            paragraph.add_run(f"{block.label}\t")
        _add_words(paragraph, block.text, bold=block.kind == "minute")


def _add_words(paragraph: Any, text: str, bold: bool = False) -> None:
    for piece in re.split(r"(\*\*.+?\*\*|\{\{(?:del|ins):.+?\}\})", text):
        change = re.fullmatch(r"\{\{(del|ins):(.+?)\}\}", piece)
        if change:
            tag = "delText" if change[1] == "del" else "t"
            run = f'<w:r><w:{tag} xml:space="preserve">{change[2]}</w:{tag}></w:r>'
            identity = len(paragraph._p) + 900
            paragraph._p.append(parse_xml(CHANGE.format(tag=change[1], ns=nsdecls("w"), id=identity, run=run)))
        elif piece:
            run = paragraph.add_run(piece.strip("*") if piece.startswith("**") else piece)
            run.bold = bold or piece.startswith("**") or None


def _add_table(document: Any, block: Block) -> None:
    table = document.add_table(rows=len(block.rows), cols=len(block.widths))
    table.style = "Table Grid"
    for r, row in enumerate(block.rows):
        for c, words in enumerate(row):
            if words not in ("^", "<"):
                paragraph = table.cell(r, c).paragraphs[0]
                _add_words(paragraph, words, bold=r == 0)
    for r, row in enumerate(block.rows):
        for c, words in enumerate(row):
            if words == "^":
                table.cell(r - 1, c).merge(table.cell(r, c))
            elif words == "<":
                table.cell(r, c - 1).merge(table.cell(r, c))
    for cell in table.columns[0].cells:  # an empty paragraph is left behind by each join
        for paragraph in cell.paragraphs[1:]:
            if not paragraph.text:
                paragraph._p.getparent().remove(paragraph._p)
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    assert table._tbl.find(qn("w:tr")) is not None
