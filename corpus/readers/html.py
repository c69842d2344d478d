"""HTML pages, fragments of HTML and a ModernGov site's XML answers to blocks."""

import codecs
import re
from pathlib import Path

from corpus.errors import CorruptPaper, EmptyPaper
from corpus.models import Reading
from corpus.readers.cycles import no_search_for_cycles
from corpus.readers.html_blocks import blocks_of_tree
from corpus.readers.html_tree import MarkupError, Node, descendants, parse_html, parse_xml, text_of
from corpus.readers.modern_gov import modern_gov_blocks
from corpus.readers.words import fold

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_SINGLE_BYTE = ("cp1252", "iso8859-1", "ascii", "iso8859-15")
_BINARY = re.compile(rb"%PDF-|PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8|\xd0\xcf\x11\xe0|Rar!|\x1f\x8b|\x7fELF")


@no_search_for_cycles()
def read_html(path: Path) -> Reading:
    """The blocks of a web page, a fragment of one, or a ModernGov site's XML answer, with source lines.

    Navigation, page heads and feet and notices about cookies are furniture; hidden words are left out.
    A block whose words are all struck out has no `text`.

    Raises: EmptyPaper where there are no words, CorruptPaper where the bytes are not text or the XML is
    broken, UnknownType where the XML is none that we know.
    """
    data = path.read_bytes()
    title = ""
    if not data.strip():
        raise EmptyPaper(path.name, None, "the file is empty", "Send the paper again.")
    if _BINARY.match(data):
        raise CorruptPaper(path.name, None, "the bytes are not text", "Give it the ending of its real format.")
    if path.suffix.lower() == ".xml":
        try:
            tree = parse_xml(data)
        except MarkupError as error:
            raise CorruptPaper(path.name, None, f"the XML is broken: {error}", "Download it again.") from error
        blocks = modern_gov_blocks(tree, path.name)
    else:
        tree = parse_html(decode(data))
        blocks = blocks_of_tree(tree)
        title = _page_title(tree)
    if not any(block.text or block.struck for block in blocks):
        raise EmptyPaper(path.name, None, "no words in it", "Send the paper again.")
    return Reading(blocks=tuple(blocks), title=title)


def _page_title(tree: Node) -> str:
    """What the page calls itself, "" where it does not."""
    for node in descendants(tree):
        if isinstance(node, Node) and node.tag == "title":
            return fold(text_of(node))
    return ""


def decode(data: bytes) -> str:
    """The text of the bytes: by byte order mark, by the charset that they declare, else as UTF-8, Windows-1252 or Latin-1.

    No character is ever replaced.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(data, encoding) or data.decode("latin-1")
    if b"\x00" in data[:200]:
        guess = "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"
        text = _decoded(data, guess)
        if text is not None:
            return text
    for encoding in (*_declared(data), "utf-8", "cp1252"):
        text = _decoded(data, encoding)
        if text is not None:
            return text
    return data.decode("latin-1")


def _declared(data: bytes) -> list[str]:
    """Encodings to try first, by what the page says of itself."""
    found = _CHARSET.search(data[:4096])
    if not found:
        return []
    try:
        name = codecs.lookup(found.group(1).decode("ascii", "ignore")).name
    except LookupError:
        return []
    if name.startswith("utf"):
        return ["utf-8"]  # a page whose bytes say "charset=utf-16" in ASCII is not UTF-16
    # Any bytes are Latin-1, few are UTF-8 by chance: UTF-8 goes first. To browsers Latin-1 is Windows-1252.
    return ["utf-8", "cp1252"] if name in _SINGLE_BYTE else [name]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: "rot13" and such are no encodings of text
        return None
