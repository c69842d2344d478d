"""What can go wrong with a paper, as a tree.

MinutebookError
 └─ PaperError            a paper that cannot be read: refused, listed, the rest goes on
     ├─ UnknownType       not a format that any reader knows
     ├─ TooLarge          over the size limit of the settings
     ├─ EmptyPaper        no bytes, or no words
     ├─ CorruptPaper      the format's library cannot open it
     ├─ EncryptedPaper    needs a password
     └─ NoTextLayer       a scan without OCR
"""


class MinutebookError(Exception):
    """Anything that Minutebook says on purpose."""


class PaperError(MinutebookError):
    """A paper that cannot be read: which file and page, what is wrong, what to do."""

    def __init__(self, file: str, page: int | None, what: str, remedy: str) -> None:
        super().__init__(file, page, what, remedy)
        self.file, self.page, self.what, self.remedy = file, page, what, remedy

    def __str__(self) -> str:
        where = self.file if self.page is None else f"{self.file}, page {self.page}"
        return f"{where}: {self.what}. {self.remedy}"


class UnknownType(PaperError):
    """Not a format that any reader knows."""


class TooLarge(PaperError):
    """Over the size limit of the settings."""


class EmptyPaper(PaperError):
    """No bytes, or no words."""


class CorruptPaper(PaperError):
    """The format's library cannot open it."""


class EncryptedPaper(PaperError):
    """Needs a password."""


class NoTextLayer(PaperError):
    """A scan without OCR."""
