"""Index: paragraphs in, passages and paragraphs for a question out, each within what the reader may see.

In: outlines of papers from `corpus`, an embedder. Out: passages by likeness to a vector, by words, by id; paragraphs with
their places. `build` writes the three stores, the catalogue last; whoever answers only reads them.

- what goes in and out: `models` (Placed, Passage, StoredPassage, Unit, Scope, Vectors), `errors`
- the stores: `stores` (Stores, open_stores) opens `catalogue` (SQLite), `vectors` (Chroma) and `keywords` (bm25s) together
- beneath the catalogue: `schema`, `rows`, `places`, `counting`, `open_pages`
- writing: `build`, `passages`, `embedder`, `version_links`; `worker` does the slow half in a process of its own
- words: `text` (tokenizer, stemmer, sentences, number words), `tokens`, `fusion`; `encoding` holds the arithmetic of the encoder

Names are imported from their modules: with them here, every reader of words (`text`) would load NumPy too.
"""
