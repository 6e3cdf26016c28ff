"""The packaged cross-encoder, and others of sentence-transformers by name or path."""

from dataclasses import replace

import numpy as np
import pytest

from ingest.embedding.reference import CrossEncoder
from ingest.errors import ModelError
from ingest.pair_scorer import PairScorer
from ingest.weights import READING

pytestmark = pytest.mark.model

QUESTION = "Who checks that lessons reach front-line staff?"
ANSWER = "The quality sub-group checks each quarter that lessons from reviews have reached social workers."
OTHER = "The car park behind the civic centre is closed on Sundays."


def test_the_packaged_one_tells_an_answer_from_other_text():
    answer, other = PairScorer().read(QUESTION, [ANSWER, OTHER])
    assert answer.score > other.score + 3


def test_what_it_holds_of_a_pair_does_not_depend_on_what_is_read_beside_it():
    scorer = PairScorer()
    both, alone = scorer.read(QUESTION, [OTHER * 20, ANSWER])[1], scorer.read(QUESTION, [ANSWER])[0]
    assert both.score == alone.score
    assert both.state.shape == (384,)
    assert both.state.tobytes() == alone.state.tobytes()
    assert both.state.tobytes() != scorer.read("Where is the car park?", [ANSWER])[0].state.tobytes()


def test_an_altered_model_is_refused(monkeypatch):
    altered = replace(READING, hashes={**READING.hashes, "model.onnx": "0" * 64}, distribution="altered")
    monkeypatch.setattr("ingest.pair_scorer.READING", altered)
    with pytest.raises(ModelError, match="not the one published"):
        PairScorer().load()


def test_a_model_that_is_not_here_says_so_and_what_to_do():
    with pytest.raises(ModelError, match="is not on this machine"):
        CrossEncoder("/no/such/model")


@pytest.mark.parametrize("name", ["no-such-model", "somebody/no-such-model", ""])
def test_a_model_that_cannot_be_had_sends_nobody_to_the_network(name, tmp_path):
    with pytest.raises(ModelError) as told:
        CrossEncoder(name or str(tmp_path))
    assert "://" not in str(told.value)
    assert "internet" not in str(told.value).lower()


def test_any_cross_encoder_in_a_folder_can_be_used(tmp_path):
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "who", "chairs", "the", "board"]
    (tmp_path / "vocab.txt").write_text("\n".join(words), "utf-8")
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    size = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8}
    config = BertConfig(vocab_size=len(words), num_labels=1, **size)
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    encoder = CrossEncoder(str(tmp_path))
    readings = encoder.read("who chairs", ["the board", "the chairs"])
    assert [one.state for one in readings] == [None, None]
    assert all(np.isfinite(one.score) for one in readings)
