"""Generations of the vector index, below and above the size at which Chroma writes its graph out."""

import struct

import numpy as np
import pytest

from ingest.index import vectors


@pytest.fixture(params=[3, 1_200])
def generation(request, tmp_path):
    count = request.param
    values = np.random.default_rng(7).standard_normal((count, 8)).astype(np.float32)
    values /= np.linalg.norm(values, axis=1, keepdims=True)
    ids = [f"passage-{n}" for n in range(count)]
    vectors.build(tmp_path, 1, ids, values)
    return tmp_path, ids, values


def test_a_generation_holds_what_was_put_in_also_when_it_is_opened_again(generation):
    folder, ids, values = generation
    opened = vectors.Generation(vectors.folder_of(folder, 1))
    try:
        opened.check(ids, values)
        assert opened.nearest(values[2], 1) == [ids[2]]
    finally:
        opened.close()


def test_no_id_of_a_passage_stands_in_the_graphs_file(generation):
    folder, _, _ = generation
    graphs = list(vectors.folder_of(folder, 1).glob("*/data_level0.bin"))
    assert graphs
    assert not any(b"passage-" in graph.read_bytes() for graph in graphs)


def contents(folder):
    """By name, the files of the graph of generation 1; Chroma's SQLite file notes each opening."""
    return {file.name: file.read_bytes() for file in vectors.folder_of(folder, 1).glob("*/*")}


def test_searching_a_generation_writes_nothing_to_its_graph(generation):
    folder, ids, values = generation
    before = contents(folder)
    opened = vectors.Generation(vectors.folder_of(folder, 1))
    try:
        assert opened.nearest(values[1], 1) == [ids[1]]
    finally:
        opened.close()
    assert before["data_level0.bin"].count(values[1].tobytes()) == 1
    assert contents(folder) == before


def test_what_the_graph_never_sets_is_blank(generation):
    folder, ids, _ = generation
    files = contents(folder)
    used = len(ids) * struct.unpack_from("<Q", files["header.bin"], 28)[0]
    assert not any(files["length.bin"])
    assert not any(files["data_level0.bin"][used:])


def test_a_generation_whose_graph_is_not_written_out_is_not_read(generation, monkeypatch):
    folder, ids, values = generation
    monkeypatch.setitem(vectors.GRAPH, "sync_threshold", 1_000)
    vectors.build(folder, 1, ids[:3], values[:3])
    before = contents(folder)
    with pytest.raises(vectors.UnsoundGenerationError, match="old"):
        vectors.Generation(vectors.folder_of(folder, 1))
    assert contents(folder) == before


def test_a_copy_is_extended_by_what_is_new(generation):
    folder, ids, values = generation
    more = np.eye(2, 8, dtype=np.float32)
    whole, names = np.concatenate([values, more]), [*ids, "new-1", "new-2"]
    vectors.build(folder, 2, names, whole, onto=1, new=2)
    opened = vectors.Generation(vectors.folder_of(folder, 2))
    try:
        opened.check(names, whole)
    finally:
        opened.close()
