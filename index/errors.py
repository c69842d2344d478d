"""What can go wrong with an index, as a tree under MinutebookError.

MinutebookError
 └─ IndexProblem
     ├─ IndexMissing       nothing was indexed in this store
     ├─ ModelMismatch      the store was built with another embedding model
     ├─ ModelMissing       the embedding model is not on this machine
     ├─ StoreFormat        the store was built by another version
     ├─ StoreBusy          another build holds the store
     ├─ WorkerEnded        the process that reads papers was stopped
     └─ VectorStoreDown    Chroma cannot be reached, or fails
"""

from corpus.errors import MinutebookError


class IndexProblem(MinutebookError):
    """Anything wrong with the index."""


class IndexMissing(IndexProblem):
    """Nothing was indexed in this store."""


class ModelMismatch(IndexProblem):
    """The store was built with another embedding model."""


class ModelMissing(IndexProblem):
    """The embedding model is not on this machine."""


class StoreFormat(IndexProblem):
    """The store was built by another version."""


class StoreBusy(IndexProblem):
    """Another build holds the store."""


class WorkerEnded(IndexProblem):
    """The process that reads papers was stopped."""


class VectorStoreDown(IndexProblem):
    """Chroma cannot be reached, or fails."""
