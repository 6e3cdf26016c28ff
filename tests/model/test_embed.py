import hashlib
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from ingest import weights
from ingest.embed import Embedder, hash_of_folder
from ingest.embedding.published import from_bytes
from ingest.embedding.transformer import as_published, quantised
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
    with pytest.raises(ModelError, match="not the one published"):
        weights.check(tmp_path / "model.safetensors", SHA256)


def test_missing_weights_are_said_to_be_missing(monkeypatch):
    missing = replace(weights.EMBEDDING, module="no_such_package_here")
    with pytest.raises(ModelError, match="not installed"):
        weights.weights_folder(missing)


def test_naming_a_model_and_counting_tokens_loads_no_runtime():
    code = (
        "import sys; from ingest.embed import Embedder; from ingest.tokens import count_tokens;"
        "Embedder().identity; Embedder().dimensions; count_tokens('a');"
        "assert not {'torch', 'transformers', 'sentence_transformers', 'chromadb'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_the_shipped_model_runs_without_torch():
    code = (
        "import sys; from ingest.embed import Embedder; Embedder().embed(['Neglect.']);"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


def test_vectors_have_length_one_and_keep_the_order_of_the_texts(embedder):
    vectors = embedder.encode(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((4, embedder.dimensions), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    (question,) = embedder.encode(["Which issue came up most often?"])
    assert np.argmax(vectors @ question) == 0
    assert embedder.encode([]).shape == (0, 384)


def test_a_text_has_the_same_vectors_alone_and_in_any_company(embedder):
    alone = [embedder.embed([text]) for text in TEXTS]
    whole, tokens = embedder.embed([*TEXTS[::-1], "Another text.", *TEXTS])
    for number, (vectors, (token_vectors,)) in enumerate(alone):
        assert vectors[0].tobytes() == whole[len(TEXTS) + 1 + number].tobytes()
        assert vectors[0].tobytes() == whole[len(TEXTS) - 1 - number].tobytes()
        assert token_vectors.vectors.tobytes() == tokens[len(TEXTS) + 1 + number].vectors.tobytes()


@pytest.mark.parametrize("threads", ["1", "3"])
def test_another_process_with_other_threads_makes_the_same_bytes(embedder, threads):
    code = (
        "import sys, hashlib; from ingest.embed import Embedder;"
        "whole, tokens = Embedder().embed(sys.argv[1:]);"
        "print(hashlib.sha256(whole.tobytes() + b''.join(t.vectors.tobytes() for t in tokens)).hexdigest())"
    )
    environment = {"PYTHONPATH": ":".join(sys.path), "OMP_NUM_THREADS": threads}
    told = subprocess.run(
        [sys.executable, "-c", code, *TEXTS], check=True, env=environment, capture_output=True, text=True
    )
    whole, tokens = embedder.embed(TEXTS)
    own = hashlib.sha256(whole.tobytes() + b"".join(item.vectors.tobytes() for item in tokens))
    assert told.stdout.strip() == own.hexdigest()


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


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The same weights, named as a folder: they are run by sentence-transformers."""
    copy = tmp_path_factory.mktemp("published") / "model"
    copy.mkdir()
    for file in weights_folder().rglob("*"):
        target = copy / file.relative_to(weights_folder())
        target.parent.mkdir(exist_ok=True)
        if file.is_file():
            target.symlink_to(file)
    return Embedder(str(copy))


def test_another_model_is_a_folder_and_has_another_identity(embedder, published):
    assert published.identity != embedder.identity
    assert published.identity.startswith(hash_of_folder(Path(published._name))[:16])
    assert published.dimensions == 384


def test_eight_bits_come_near_to_the_published_model(embedder, published):
    texts = [*TEXTS, "Recommendation | Lead | By when\nShare the threshold document | Police | May 2024"]
    assert np.einsum("nd,nd->n", embedder.encode(texts), published.encode(texts)).min() > 0.985
    for ours, theirs in zip(embedder.tokens(texts, reduced=False), published.tokens(texts), strict=True):
        assert (ours.spans == theirs.spans).all()
        assert np.einsum("td,td->t", ours.vectors, theirs.vectors).mean() > 0.98


def test_a_library_made_with_the_published_model_is_continued_with_it(published):
    older = Embedder(like="53aa51172d142c89-torch-256")
    assert older.identity == "53aa51172d142c89-torch-256"
    assert np.abs(older.encode(TEXTS) - published.encode(TEXTS)).max() < 1e-6
    assert {len(item.vectors[0]) for item in older.tokens(TEXTS)} == {128}
    assert Embedder(like="some-other-model").identity == Embedder().identity


def test_weights_are_kept_in_seven_bits_to_half_a_step():
    weight = np.random.default_rng(1).standard_normal((5, 40)).astype(np.float32)
    whole, scale = quantised(weight)
    assert (whole.shape, whole.dtype, int(np.abs(whole).max())) == ((40, 5), np.int8, 63)
    assert (np.abs(whole.T * scale[:, None] - weight) <= scale[:, None] * 0.5001).all()


@pytest.mark.parametrize("name", ["no/such-model", "not a name at all"])
def test_a_model_that_is_not_here_is_never_downloaded(name, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the network was asked"))
    with pytest.raises(ModelError, match="neither a folder nor"):
        _ = Embedder(name).identity


def test_a_folder_without_a_model_cannot_be_loaded(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Embedder(str(tmp_path)).load()


def test_a_question_is_read_once_for_its_vector_and_its_tokens(monkeypatch):
    embedder = Embedder()
    read = []
    embedder.load()
    run = embedder._quantised.embed
    monkeypatch.setattr(embedder._quantised, "embed", lambda *a, **k: read.append(a) or run(*a, **k))
    whole, tokens = embedder.encode(TEXTS[:2]), embedder.tokens(TEXTS[:2])
    assert len(read) == 1
    expected, known = Embedder().embed(TEXTS[:2])
    assert (whole == expected).all()
    assert all((one.vectors == other.vectors).all() for one, other in zip(tokens, known, strict=True))


def test_weights_published_in_bytes_are_kept_to_the_byte():
    file = weights_folder(weights.READING) / "model.onnx"
    stored = {one.name: numpy_helper.to_array(one) for one in onnx.load(file).graph.initializer}
    found = from_bytes(file)["encoder.layer.0.attention.self.query.weight"]
    columns, scale = as_published(found)
    assert columns.tobytes() == stored["onnx::MatMul_1662_quantized"].tobytes()
    assert scale == pytest.approx(stored["onnx::MatMul_1662_scale"])
