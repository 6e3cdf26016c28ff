"""Whatever is done in whatever order, and wherever it is cut short, the library holds together."""

import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.catalogue.connect import CATALOGUE
from ingest.filters import Filters
from ingest.index.index import current
from ingest.library import Library
from ingest.pipeline import ingest

EVERYTHING = Filters(include_superseded=True)


def check(library):
    """Passages, words, vectors and originals tell the same story; the full text agrees with the passages."""
    connection = library._here()
    connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    passages = connection.execute("SELECT number FROM passages ORDER BY number").fetchall()
    assert connection.execute("SELECT passage FROM vectors ORDER BY passage").fetchall() == passages
    records = library.documents(EVERYTHING)
    ids = {record.id for record in records}
    assert all(record.superseded_by in ids | {None} for record in records)
    assert not any(record.superseded_by == record.id for record in records)
    assert {record.sha256 for record in records} == {
        file.name for file in (library.folder / "sources").glob("*")
    }
    for record in records:
        document = library.document(record.id)
        assert all(document.text[p.start : p.end] == p.text for p in library.passages_of(record.id))


steps = st.one_of(
    st.tuples(st.just("put"), st.sampled_from("abc"), st.sampled_from(["One.", "Two.\nThree.", "Four.", ""])),
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("edit"), st.integers(0, 5), st.sampled_from(["New", "Other"])),
    st.tuples(st.just("refresh")),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(steps, max_size=10))
def test_any_sequence_of_changes_leaves_a_sound_library(some):
    written = load_conftest().write_document
    embedder = load_conftest().FakeEmbedder()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), create=True) as library:
        for step in some:
            take(library, step, written, embedder)
        with library.writing():
            version = library.version
        check(library)
        library.refresh_index()
        found = library.nearest(np.ones(16, np.float32), EVERYTHING, 99)
        assert {hit.passage_id for hit in found} == {
            p.id for r in library.documents(EVERYTHING) for p in library.passages_of(r.id)
        }
        assert library.version == version


def take(library, step, written, embedder):
    records = library.documents(EVERYTHING)
    if step[0] == "put":
        document, passages, data = written(f"{step[1]}.txt", step[2])
        library.add(document, passages, embedder.encode([p.text for p in passages]), data, embedder.identity)
    elif step[0] == "refresh":
        library.refresh_index(always=True)
    elif records and step[0] == "remove":
        library.erase(records[step[1] % len(records)].id, refresh=False)
    elif records:
        library.edit(records[step[1] % len(records)].id, title=step[2])


def load_conftest():
    """This folder's fakes, which the killed process needs too."""
    specification = importlib.util.spec_from_file_location("fakes", Path(__file__).with_name("conftest.py"))
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


KILLED = """
import importlib, os, signal, sys
sys.path.insert(0, sys.argv[4])
import test_library_invariants as here
module, name, times = sys.argv[3].split(":")
kept = importlib.import_module(module)
*owner, last = name.split(".")
for part in owner:
    kept = getattr(kept, part)
original, calls = getattr(kept, last), []
def killed(*arguments, **options):
    calls.append(1)
    if len(calls) == int(times.rstrip("+")):
        if times.endswith("+"):
            original(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments, **options)
setattr(kept, last, killed)
here.run(sys.argv[1], sys.argv[2])
"""


def run(inbox, folder):
    """One ingest run over the folder, by this process."""
    fakes = load_conftest()
    clock = lambda: datetime(2026, 1, 2, tzinfo=UTC)  # noqa: E731
    with Library.open(Path(folder), create=True, clock=clock) as library:
        ingest([Path(inbox)], library, fakes.FakeEmbedder(), read=fakes.read_lines)
        return library.version


@pytest.mark.parametrize(
    "step",
    [
        "ingest.catalogue.schema:migrate:1",
        "ingest.disk.sources:keep:2",
        "ingest.disk.sources:keep:2+",
        "ingest.catalogue.write:insert_document:2+",
        "ingest.catalogue.write:insert_passages:3+",
        "ingest.catalogue.write:count_change:2+",
        "ingest.library:Library.add:2+",
        "ingest.index.vectors:Generation.add:1+",
        "ingest.index.vectors:build:1+",
        "ingest.index.vectors:sweep:2",
        "ingest.index.vectors:sweep:2+",
    ],
)
def test_a_kill_at_any_step_leaves_a_sound_library_that_ends_as_if_there_had_been_none(tmp_path, step):
    inbox, folder = tmp_path / "inbox", tmp_path / "library"
    inbox.mkdir()
    for name in "abc":
        (inbox / f"{name}.txt").write_text(f"Of {name}.\nThe end.")
    command = [sys.executable, "-c", KILLED, str(inbox), str(folder), step, str(Path(__file__).parent)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run(command, env=environment).returncode == -signal.SIGKILL
    if (folder / CATALOGUE).exists():
        assert documents_seen(folder) <= 3
    assert run(inbox, folder) == run(inbox, tmp_path / "unkilled")
    with Library.open(folder) as library:
        check(library)
        assert current(library._here()).passages == 6
        assert len(list((folder / "vectors").iterdir())) == 1


def documents_seen(folder):
    """How many documents a reader sees right after the kill, before any writer has cleared up."""
    with Library.open(folder) as library:
        return len(library.documents())
