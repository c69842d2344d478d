"""A Word file's parts, opened with care: a ZIP archive of XML that anybody may have made."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from corpus.errors import CorruptPaper, EmptyPaper, EncryptedPaper, UnknownType

MOST_XML = 64 * 1024 * 1024  # bytes unpacked in all; a council's longest reports have 10 MB. A bomb has more
_MOST_TAGS = 4_000_000  # an element takes more memory than its name takes in the file
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Properties, codes of fields, and what stands beside the text but is not read.
SKIPPED = frozenset(
    ("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "instrText")
    + ("delInstrText", "fldData", "ffData", "rt", "binData", "numbering")
)
DELETED = frozenset(("del", "moveFrom"))
_RELATIONS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")


@dataclass(slots=True)
class Package:
    """The XML of a Word file's parts; an absent part is None."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    heads: list[Element] = field(default_factory=list)
    feet: list[Element] = field(default_factory=list)
    title: str = ""


def local(element: Element) -> str:
    """The element's name without its namespace: strict and transitional files differ only in that."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute of this name in any namespace."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def child(element: Element | None, *names: str) -> Element | None:
    """The element found by going down by these names, the first of each; None where there is none."""
    for name in names:
        element = next((kid for kid in element if local(kid) == name), None) if element is not None else None
    return element


def shown(element: Element) -> Iterator[Element]:
    """The element's children; of two versions of one drawing only the first."""
    for kid in element:
        if local(kid) != "AlternateContent":
            yield kid
        elif len(kid):
            choices = [version for version in kid if local(version) == "Choice"]
            yield choices[0] if choices else kid[0]


def open_package(path: Path) -> Package:
    """The parts of a Word file.

    Raises: EmptyPaper, EncryptedPaper, UnknownType (a Word 97 file), CorruptPaper (no ZIP archive, no
    Word document in it, broken XML, XML with entities of its own, or too much of it).
    """
    with path.open("rb") as file:
        start = file.read(len(_OLE))
    if not start:
        raise EmptyPaper(path.name, None, "the file is empty", "Send the paper again.")
    if start == _OLE:
        raise _ole(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _parts(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise CorruptPaper(path.name, None, f"no Word file: {error}", "Save it again as .docx.") from error


def _ole(path: Path) -> EncryptedPaper | UnknownType:
    """Why a file in Microsoft's older container is not read: it is encrypted, or of Word 97."""
    data = path.read_bytes()
    if "WordDocument".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data:
        return UnknownType(path.name, None, "a Word 97 file", "Save it as .docx.")
    return EncryptedPaper(path.name, None, "it needs a password", "Save a copy without one.")


def _parts(archive: zipfile.ZipFile, file: str) -> Package:
    reader = _Reader(archive, file)
    main = next((target for kind, target in reader.relations("").values() if kind == "officeDocument"), "")
    document = reader.xml(main or "word/document.xml")
    if document is None or local(document) != "document":
        raise CorruptPaper(file, None, "no Word document in it", "Save it again as .docx.")
    relations = reader.relations(main or "word/document.xml")
    found: dict[str, Element | None] = {}
    for kind, target in relations.values():
        if kind in _RELATIONS[:4]:
            found[kind] = reader.xml(target)
    package = Package(
        document, found.get("styles"), found.get("numbering"), found.get("footnotes"), found.get("endnotes")
    )
    package.heads = _running(document, "headerReference", relations, reader)
    package.feet = _running(document, "footerReference", relations, reader)
    core = reader.xml(next((target for kind, target in reader.relations("").values() if kind == "core-properties"), ""))
    title = child(core, "title")
    package.title = (title.text or "") if title is not None else ""
    return package


def _running(
    document: Element, reference: str, relations: dict[str, tuple[str, str]], reader: "_Reader"
) -> list[Element]:
    """The page heads or feet that a section uses, each once."""
    targets: list[str] = []
    for element in document.iter():
        if local(element) == reference:
            _kind, target = relations.get(attribute(element, "id") or "", ("", ""))
            if target and target not in targets:
                targets.append(target)
    return [part for part in map(reader.xml, targets) if part is not None]


@dataclass(slots=True)
class _Reader:
    """Unpacks parts, and stops where they come to too much."""

    archive: zipfile.ZipFile
    file: str
    unpacked: int = 0
    tags: int = 0

    def xml(self, name: str) -> Element | None:
        """The part's root element, None where there is no such part."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise EncryptedPaper(self.file, None, "it needs a password", "Save a copy without one.")
        room = MOST_XML - self.unpacked
        with self.archive.open(info) as part:  # not by the size that the archive claims: that may be a lie
            data = part.read(room + 1)
        if len(data) > room:
            size = f"more than {MOST_XML // 1024 // 1024} MB of XML in it"
            raise CorruptPaper(self.file, None, size, "Split the paper, or save it again as .docx.")
        self.unpacked += len(data)
        self.tags += data.count(b"<")
        if self.tags > _MOST_TAGS:
            raise CorruptPaper(self.file, None, "far too many elements in it", "Split the paper, or save it again.")
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
            raise CorruptPaper(self.file, None, "its XML declares types, which Word never does", "Save it again.")
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            raise CorruptPaper(self.file, None, f"broken XML in {name}: {error}", "Save it again.") from error

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part of the file refers to, "" for the file itself: by id, the kind and the other part's name."""
        place = PurePosixPath(name) if name else PurePosixPath("")
        root = self.xml(str(place.parent / "_rels" / f"{place.name}.rels") if name else "_rels/.rels")
        out: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target = attribute(relation, "Target") or ""
            kind = (attribute(relation, "Type") or "").rpartition("/")[2]
            if attribute(relation, "TargetMode") != "External":
                full = target.lstrip("/") if target.startswith("/") else str(place.parent / target)
                out[attribute(relation, "Id") or ""] = (kind, _tidy(full))
        return out


def _tidy(name: str) -> str:
    """A part's name without "." and ".."."""
    out: list[str] = []
    for step in name.split("/"):
        if step == "..":
            del out[-1:]
        elif step not in ("", "."):
            out.append(step)
    return "/".join(out)
