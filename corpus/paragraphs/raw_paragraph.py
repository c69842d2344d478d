"""A paragraph before it gets its id. Pure."""

from dataclasses import dataclass

from corpus.models import Access, Box, Status


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph before it gets its id; the fields are those of `Paragraph`."""

    text: str
    own: str
    intro: str
    item: str | None
    item_title: str | None
    section: str | None
    ref: str | None
    page: int | None
    line: int | None
    end_line: int | None
    status: Status
    access: Access
    heading: bool
    box: Box | None
    twin: int = 0
    behind_title: str = ""  # its own words behind a title in the same block, where there is one
