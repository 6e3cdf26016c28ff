import socket
import subprocess
import sys

import numpy as np
import pytest

from ingest import weights
from ingest.embed import Embedder, hash_of_folder
from ingest.errors import ModelError
from ingest.tokens import count_tokens
from ingest.weights import SHA256, weights_folder

pytestmark = pytest.mark.model

TEXTS = [
    "Neglect was the most common theme.",
    "The audit looked at twelve cases, and in nine of them the voice of the child had been recorded.",
    "Parking charges rose in April.",
    "Short.",
]


@pytest.fixture(scope="module")
def embedder():
    return Embedder()


def test_the_weights_are_the_published_ones():
    assert (weights_folder() / "model.safetensors").is_file()


def test_altered_weights_are_refused(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"altered")
    with pytest.raises(ModelError, match="not the published ones"):
        weights.check(tmp_path / "model.safetensors", SHA256)


def test_missing_weights_are_said_to_be_missing(monkeypatch):
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package_here")
    with pytest.raises(ModelError, match="not installed"):
        weights.weights_folder.__wrapped__()


def test_naming_a_model_and_counting_tokens_loads_no_runtime():
    code = (
        "import sys; from ingest.embed import Embedder; from ingest.tokens import count_tokens;"
        "Embedder().identity; Embedder().dimensions; count_tokens('a');"
        "assert not {'torch', 'transformers', 'sentence_transformers', 'chromadb'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_vectors_have_length_one_and_keep_the_order_of_the_texts(embedder):
    vectors = embedder.encode(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((4, embedder.dimensions), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    (question,) = embedder.encode(["Which issue came up most often?"])
    assert np.argmax(vectors @ question) == 0
    assert embedder.encode([]).shape == (0, 384)


def test_a_text_alone_and_among_others_has_the_same_vector_to_a_millionth(embedder):
    together = embedder.encode(TEXTS)
    alone = np.concatenate([embedder.encode([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-6
    assert (alone == np.concatenate([embedder.encode([text]) for text in TEXTS])).all()


def test_a_text_is_read_up_to_256_tokens(embedder):
    long = "word " * 254
    assert (embedder.encode([long]) == embedder.encode([long + "and nothing more"])).all()
    assert not (embedder.encode([long]) == embedder.encode(["word " * 200])).all()


def test_token_vectors_leave_out_marks_and_padding(embedder):
    found = embedder.tokens(TEXTS)
    assert [len(tokens) for tokens in found] == [count_tokens(text) for text in TEXTS]
    for tokens in found:
        assert (tokens.vectors.shape, tokens.vectors.dtype) == ((len(tokens), 128), np.float32)
        assert (np.linalg.norm(tokens.vectors, axis=1) <= 1 + 1e-3).all()
    assert embedder.tokens([]) == []


def test_tokens_are_counted_without_limit_and_without_marks():
    assert count_tokens("") == 0
    assert count_tokens("word " * 1000) == 1000


def test_another_model_is_a_folder_and_has_another_identity(embedder, tmp_path):
    copy = tmp_path / "model"
    copy.mkdir()
    for file in weights_folder().rglob("*"):
        target = copy / file.relative_to(weights_folder())
        target.parent.mkdir(exist_ok=True)
        if file.is_file():
            target.symlink_to(file)
    other = Embedder(str(copy))
    assert other.identity != embedder.identity
    assert other.identity.startswith(hash_of_folder(copy)[:16])
    assert (other.encode(TEXTS[:1]) == embedder.encode(TEXTS[:1])).all()


@pytest.mark.parametrize("name", ["no/such-model", "not a name at all"])
def test_a_model_that_is_not_here_is_never_downloaded(name, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the network was asked"))
    with pytest.raises(ModelError, match="neither a folder nor"):
        _ = Embedder(name).identity


def test_a_folder_without_a_model_cannot_be_loaded(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Embedder(str(tmp_path)).load()
