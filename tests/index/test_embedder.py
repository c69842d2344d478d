"""The embedder: rows in the order of the texts, of length one, from a model that is on this machine."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.embedder import SentenceTransformerEmbedder, _batches
from index.errors import ModelMissing
from index.models import Vectors

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder("all-MiniLM-L6-v2")


TEXTS = ["The budget was approved.", "Benches " * 120, "Swings", "The budget was approved.", "Who chairs the Cabinet?"]


def rows_of(embedder: SentenceTransformerEmbedder, texts: list[str]) -> Vectors:
    """One vector a text."""
    return embedder.embed_passages(texts, [()] * len(texts)).vectors


def test_rows_stand_in_the_order_of_the_texts(embedder: SentenceTransformerEmbedder) -> None:
    rows = rows_of(embedder, TEXTS)
    assert rows.shape == (5, 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(5), abs=1e-2)
    for text, row in zip(TEXTS, rows, strict=True):
        assert float(row @ embedder.embed_query(text)) > 0.99
    assert (rows[0] == rows[3]).all()


def test_a_sentence_s_vector_knows_the_text_round_it(embedder: SentenceTransformerEmbedder) -> None:
    text = "Fees of the crematorium. They rise by 4% in April. The library opens on Mondays."
    spans = [(25, 50), (51, 80)]
    found = embedder.embed_passages([text], [spans])
    rows, inside = found.vectors, found.units[0]
    assert rows.shape == (1, 384) and inside.shape == (2, 384)
    question = embedder.embed_query("How much more will a cremation cost?")
    alone = rows_of(embedder, [text[25:50]])[0]
    assert inside[0] @ question > alone @ question
    assert inside[0] @ question > inside[1] @ question


def test_a_span_past_what_the_model_reads_is_embedded_alone(embedder: SentenceTransformerEmbedder) -> None:
    text = "Benches " * 900 + "The lodge needs a new roof."
    span = (len(text) - 27, len(text))
    (inside,) = embedder.embed_passages([text], [[span]]).units
    assert float(inside[0] @ embedder.embed_query("The lodge needs a new roof.")) > 0.99


def test_meaning_is_nearer_than_words(embedder: SentenceTransformerEmbedder) -> None:
    rows = rows_of(embedder, ["School transport for pupils", "The crematorium's fees"])
    near, far = rows @ embedder.embed_query("How do children get to class by bus?")
    assert near > far


def test_no_texts_make_no_rows(embedder: SentenceTransformerEmbedder) -> None:
    assert len(rows_of(embedder, [])) == 0
    assert rows_of(embedder, [""]).shape == (1, 384)


def test_questions_may_come_while_papers_are_embedded(embedder: SentenceTransformerEmbedder) -> None:
    texts = [f"Paragraph {n} of the report " * (1 + n % 40) for n in range(60)]
    with ThreadPoolExecutor(4) as pool:
        rows = pool.submit(rows_of, embedder, texts)
        asked = list(pool.map(embedder.embed_query, ["Who chairs the Cabinet?"] * 30))
        assert rows.result().shape == (60, 384)
    assert all((row == asked[0]).all() for row in asked)


def test_spans_are_found_while_many_threads_embed() -> None:
    """The tokenizer's padding is one for all threads: a call without it must not reach the others."""
    embedder = SentenceTransformerEmbedder("all-MiniLM-L6-v2", workers=8)
    texts = [f"Paragraph {n} of the report. " * (1 + n % 40) for n in range(200)]
    found = embedder.embed_passages(texts, [[(0, 12), (10, 24)]] * 200)
    assert found.vectors.shape == (200, 384)
    assert all(one.shape == (2, 384) for one in found.units)


def without_a_download(folder: Path, model_type: str, positions: int) -> Path:
    """A sentence-transformers model with random weights, seven words and so many positions."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import AutoConfig, AutoModel, PreTrainedTokenizerFast

    words = ["<s>", "<pad>", "</s>", "<unk>", "benches", "were", "mended"]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing("<s> $A </s>", None, [("<s>", 0), ("</s>", 2)])
    named = {"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **named)  # type: ignore[no-untyped-call]
    fast.save_pretrained(folder / "bare")
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    config = AutoConfig.for_model(
        model_type, vocab_size=len(words), max_position_embeddings=positions, pad_token_id=1, **sizes
    )
    AutoModel.from_config(config).save_pretrained(folder / "bare")  # type: ignore[no-untyped-call]
    whole = SentenceTransformer(modules=[Transformer(str(folder / "bare")), Pooling(16)], device="cpu")
    whole.save(str(folder / "model"))
    return folder / "model"


@pytest.mark.parametrize(("model_type", "reads"), [("bert", 20), ("roberta", 18), ("xlm-roberta", 18), ("mpnet", 18)])
def test_a_model_reads_as_many_tokens_as_it_has_positions_for(tmp_path: Path, model_type: str, reads: int) -> None:
    embedder = SentenceTransformerEmbedder(str(without_a_download(tmp_path, model_type, 20)))
    text = "benches were mended " * 10
    found = embedder.embed_passages([text, "benches"], [[(0, 7), (180, 187)], []])
    assert [found.vectors.shape, *(own.shape for own in found.units)] == [(2, 16), (2, 16), (0, 16)]
    assert embedder._model.max_seq_length == reads


def test_batches_hold_every_text_once_and_like_lengths() -> None:
    texts = [("word " * n, (), ()) for n in range(1, 300)]
    batches = _batches(texts)
    assert sorted(text for batch in batches for text in batch) == sorted(texts)
    for batch in batches:
        longest = max(len(text.split()) for text, *_ in batch)
        assert len(batch) == 1 or len(batch) * longest <= 1024
    assert all(
        min(len(text) for text, *_ in one) >= max(len(text) for text, *_ in two)
        for one, two in zip(batches, batches[1:], strict=False)
    )


def test_a_model_that_is_not_here_is_named_and_not_fetched() -> None:
    with pytest.raises(ModelMissing, match="no-such-model.*MINUTEBOOK_EMBEDDING_MODEL"):
        SentenceTransformerEmbedder("no-such-model").load()


def test_a_file_of_weights_that_is_not_there_is_named(tmp_path: Path) -> None:
    embedder = SentenceTransformerEmbedder(str(tmp_path / "parish.safetensors"))
    for use in (embedder.load, lambda: embedder.embed_query("Who?"), lambda: embedder.query_tokens("Who?")):
        with pytest.raises(ModelMissing, match=r"parish\.safetensors\. Set MINUTEBOOK_EMBEDDING_MODEL"):
            use()


def test_a_folder_that_holds_no_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="MINUTEBOOK_EMBEDDING_MODEL"):
        SentenceTransformerEmbedder(str(tmp_path)).load()


def test_a_folder_s_name_is_its_last_part() -> None:
    assert SentenceTransformerEmbedder("/models/bge-small").name == "bge-small"
    assert SentenceTransformerEmbedder("all-MiniLM-L6-v2").name == "all-MiniLM-L6-v2"
