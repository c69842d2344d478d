"""Paragraphs to index: passages, vectors in Chroma, keywords in bm25s, the SQLite catalogue."""
