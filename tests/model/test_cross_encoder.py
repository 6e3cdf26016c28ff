"""Cross-encoders of sentence-transformers, by name or path."""

import numpy as np
import pytest

from ingest.embedding.reference import CrossEncoder
from ingest.errors import ModelError

pytestmark = pytest.mark.model


def test_a_model_that_is_not_here_says_so_and_what_to_do():
    with pytest.raises(ModelError, match="is not on this machine"):
        CrossEncoder("/no/such/model")


def test_any_cross_encoder_in_a_folder_can_be_used(tmp_path):
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "who", "chairs", "the", "board"]
    (tmp_path / "vocab.txt").write_text("\n".join(words), "utf-8")
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    size = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8}
    config = BertConfig(vocab_size=len(words), num_labels=1, **size)
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    scores = CrossEncoder(str(tmp_path)).score("who chairs", ["the board", "the chairs"])
    assert len(scores) == 2
    assert all(np.isfinite(scores))
