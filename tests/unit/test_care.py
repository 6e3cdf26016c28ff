"""Checking, repairing, backing up and restoring a library."""

import shutil
import sqlite3
import zipfile

import numpy as np
import pytest

from ingest.care.backup import back_up
from ingest.care.optimize import optimize
from ingest.care.repair import repair
from ingest.care.restore import restore
from ingest.care.verify import verify
from ingest.disk.lock import writer_lock
from ingest.disk.rescue import MARK
from ingest.errors import LibraryBusyError, LibraryDamagedError, NoLibraryError, NotFoundError, SettingsError
from ingest.filters import Filters
from ingest.index.index import current
from ingest.library import Library
from ingest.reading.parcel import Parcel
from ingest.token_vectors import TokenVectors

EVERYTHING = Filters(include_superseded=True)


@pytest.fixture
def folder(library, written, embedder):
    """A library with everything in it, closed."""
    for n in range(4):
        document, passages, data = written(f"{n}.txt", f"First {n}.\nSecond {n}.\nThird {n}.")
        tokens = {
            p.id: TokenVectors(np.ones((2, 4), np.float32), np.zeros((2, 2), np.int32)) for p in passages
        }
        vectors = embedder.encode([p.text for p in passages])
        library.add(document, passages, vectors, data, embedder.identity, tokens=tokens)
        library.derived(document.id, "facts", "1", lambda n=n: [n])
    library.refresh_index(always=True)
    library.close()
    return library.folder


def change(folder, statement):
    with sqlite3.connect(folder / "catalogue.db") as connection:
        connection.execute(statement)
    connection.close()


def flip(file, at=None):
    data = bytearray(file.read_bytes())
    data[len(data) // 2 if at is None else at] ^= 1
    file.write_bytes(data)


def first(folder, name):
    return sorted((folder / name).glob("*"))[0]


def change_index(folder):
    with sqlite3.connect(next(folder.glob("vectors/*/chroma.sqlite3"))) as connection:
        changed = connection.execute("UPDATE embeddings SET embedding_id = 'another' WHERE id = 3").rowcount
    connection.close()
    assert changed == 1


FAULTS = {
    "a changed letter": lambda f: change(f, "UPDATE passages SET text = 'Furst 0.' WHERE text = 'First 0.'"),
    "a changed text": lambda f: change(f, "UPDATE contents SET text = replace(text, 'Third', 'Thirt')"),
    "another label": lambda f: change(f, "UPDATE documents SET label = 'open' WHERE source = '1.txt'"),
    "a lost vector": lambda f: change(f, "DELETE FROM vectors WHERE passage = 2"),
    "swapped vectors": lambda f: change(
        f,
        "UPDATE vectors SET vector = (SELECT vector FROM vectors v WHERE v.passage = 5 - vectors.passage)"
        " WHERE passage IN (2, 3)",
    ),
    "a vector of nothing": lambda f: change(f, "UPDATE vectors SET vector = zeroblob(64) WHERE passage = 3"),
    "a lost path": lambda f: change(f, "DELETE FROM paths WHERE origin = '1.txt'"),
    "another model": lambda f: change(f, "UPDATE meta SET value = 'other' WHERE key = 'identity'"),
    "words forgotten": lambda f: change(f, "INSERT INTO words (words) VALUES ('delete-all')"),
    "a lost trigger": lambda f: change(f, "DROP TRIGGER pages_INSERT_NEW"),
    "a lost index": lambda f: change(f, "DROP INDEX vectors_wording"),
    "another generation": lambda f: change(f, "UPDATE generations SET number = 7"),
    "a lost original": lambda f: first(f, "sources").unlink(),
    "a changed original": lambda f: flip(first(f, "sources")),
    "a stray original": lambda f: (f / "sources" / ("0" * 64)).write_bytes(b"x"),
    "changed token vectors": lambda f: flip(sorted(f.glob("tokens/*.vectors.npy"))[0], -1),
    "a torn token index": lambda f: sorted(f.glob("tokens/*.npz"))[0].write_bytes(b"PK"),
    "stray token vectors": lambda f: (f / "tokens" / "0123.vectors.npy").write_bytes(b"x"),
    "a changed fact": lambda f: first(f, "derived").write_text('{"version": "1", "digest": "", "value": 0}'),
    "a stray fact": lambda f: (f / "derived" / "0123.facts.json").write_text("{}"),
    "a stray file": lambda f: (f / "notes.txt").write_text("mine"),
    "a lost generation": lambda f: shutil.rmtree(first(f, "vectors")),
    "a changed generation": change_index,
    "a changed vector in a generation": lambda f: flip(next(f.glob("vectors/*/*/data_level0.bin")), 260),
    "a stray generation": lambda f: (f / "vectors" / "99").mkdir(),
}
NOT_MENDED = {"a lost original", "a changed original", "a stray file"}
MADE_AGAIN = ("a changed letter", "a changed text", "a lost vector", "swapped vectors", "a vector of nothing")


@pytest.fixture
def parcel_of(written):
    """Reads as the library's documents of lines were."""

    def read(file):
        document, passages, _ = written(file.shown_as, file.path.read_text())
        return Parcel(document, tuple(passages))

    return read


def everything(folder):
    with Library.open(folder) as library:
        connection = library._here()
        rows = connection.execute(
            "SELECT number, text, vector FROM passages JOIN vectors ON passage = number"
        )
        texts = connection.execute("SELECT * FROM contents ORDER BY document_id")
        return rows.fetchall(), texts.fetchall(), library.full_text([["second"]], EVERYTHING, 9)


def test_a_healthy_library_has_no_faults(folder):
    for deep in (False, True):
        report = verify(folder, deep=deep)
        assert (report.faults, report.notes) == ((), ())
        assert (report.documents, report.passages) == (4, 12)


def test_what_other_parts_of_the_program_keep_in_the_folder_is_no_stray(folder):
    for name in ("failures.json", "keys.json"):
        (folder / name).write_text("{}")
    (folder / "incoming").mkdir()
    assert verify(folder).faults == ()


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_found_and_mended_where_it_can_be(folder, name, parcel_of):
    FAULTS[name](folder)
    found = verify(folder, deep=True)
    assert found.faults
    assert repair(folder).left == found
    after = repair(folder, apply=True, read_file=parcel_of).left
    assert bool(after.faults) == (name in NOT_MENDED)


@pytest.mark.parametrize("name", MADE_AGAIN)
def test_a_document_is_made_again_from_its_original_without_embedding(folder, name, parcel_of):
    before = everything(folder)
    FAULTS[name](folder)
    assert repair(folder, apply=True, read_file=parcel_of).left.notes == ()
    assert everything(folder) == before


def test_a_document_whose_vectors_nobody_has_waits_for_the_next_ingest(folder, parcel_of):
    FAULTS["a lost vector"](folder)
    shutil.rmtree(folder / "vectors")
    left = repair(folder, apply=True, read_file=parcel_of).left
    assert left.faults == ()
    assert [note.split()[0] for note in left.notes] == ["3"]


def test_what_is_left_of_a_lost_document_is_not_swept_away(folder):
    change(folder, "DELETE FROM documents WHERE source = '1.txt'")
    originals = sorted((folder / "sources").iterdir())
    assert repair(folder, apply=True).left.faults
    assert sorted((folder / "sources").iterdir()) == originals


def test_the_index_is_built_anew_without_embedding(folder, embedder, through_chroma):
    shutil.rmtree(folder / "vectors")
    assert repair(folder, apply=True).left.faults == ()
    with Library.open(folder) as library:
        assert current(library._here()) is not None
        library.nearest(embedder.encode(["First 0."])[0], EVERYTHING, 1)
        assert library._index.candidates_used


def test_a_lost_original_is_fetched_from_where_it_was_ingested(folder, tmp_path):
    file = tmp_path / "0.txt"
    file.write_text("First 0.\nSecond 0.\nThird 0.")
    with Library.open(folder) as library:
        record = library.record("0.txt")
        library.seen_at(record.id, str(file))
    (folder / "sources" / record.sha256).unlink()
    assert repair(folder, apply=True).left.faults == ()
    assert (folder / "sources" / record.sha256).read_bytes() == file.read_bytes()


def test_a_catalogue_that_cannot_be_opened_is_a_fault_and_no_crash(folder):
    (folder / "catalogue.db").write_bytes(b"no database" * 500)
    assert verify(folder).faults
    assert repair(folder, apply=True).left.faults


def test_passages_without_vectors_yet_are_no_fault(folder, written):
    with Library.open(folder) as library, library.writing(), library._changing() as connection:
        connection.execute("DELETE FROM vectors WHERE passage = 12")
    report = verify(folder)
    assert [note.split()[0] for note in report.notes] == ["1"]
    assert all(fault.part == "vector index" for fault in report.faults)


def test_a_check_waits_for_no_writer_and_disturbs_no_reader(folder):
    with writer_lock(folder), pytest.raises(LibraryBusyError):
        verify(folder)
    with Library.open(folder) as reader, reader.reading():
        assert reader.version
        assert verify(folder, deep=True).faults == ()


def test_there_must_be_a_library_to_check(tmp_path):
    with pytest.raises(NoLibraryError):
        verify(tmp_path)


def contents(folder):
    with Library.open(folder) as library:
        records = library.documents(EVERYTHING)
        return library.version, records, [library.document(record.id).text for record in records]


def test_a_backup_brings_the_library_back_elsewhere_with_an_index(folder, tmp_path):
    report = back_up(folder, tmp_path / "b.zip")
    assert (report.documents, report.size > 0) == (4, True)
    restore(tmp_path / "b.zip", tmp_path / "a new" / "place")
    assert contents(tmp_path / "a new" / "place") == contents(folder)
    assert verify(tmp_path / "a new" / "place", deep=True).faults == ()
    assert sorted(place.name for place in tmp_path.glob("*")) == ["a new", "b.zip", folder.name]


def test_a_backup_is_taken_beside_a_writer_and_a_reader(folder, tmp_path):
    with Library.open(folder) as library, library.reading(), writer_lock(folder):
        back_up(folder, tmp_path / "b.zip")
    restore(tmp_path / "b.zip", tmp_path / "new")


@pytest.mark.parametrize("place", ["b.zip", "library/b.zip", "nowhere/b.zip"])
def test_a_backup_goes_nowhere_it_should_not(folder, tmp_path, place):
    (tmp_path / "b.zip").write_bytes(b"other")
    with pytest.raises((SettingsError, NotFoundError)):
        back_up(folder, tmp_path / place)
    assert (tmp_path / "b.zip").read_bytes() == b"other"


def test_a_library_is_replaced_only_if_so_told_and_what_was_erased_stays_erased(folder, tmp_path):
    back_up(folder, tmp_path / "b.zip")
    with Library.open(folder) as library:
        library.erase("0.txt")
    with pytest.raises(SettingsError, match="already"):
        restore(tmp_path / "b.zip", folder)
    restore(tmp_path / "b.zip", folder, replace=True)
    assert [record.source for record in contents(folder)[1]] == ["1.txt", "2.txt", "3.txt"]
    assert verify(folder, deep=True).faults == ()


def test_who_has_the_library_open_while_it_is_restored_reads_the_restored_one(folder, tmp_path):
    back_up(folder, tmp_path / "b.zip")
    with Library.open(folder) as library:
        library.remove("0.txt")
        library.remove("1.txt")
        assert len(library.documents()) == 2
        restore(tmp_path / "b.zip", folder, replace=True)
        assert library.version == contents(folder)[0]
        assert len(library.documents(EVERYTHING)) == 4


@pytest.mark.parametrize("end", [".restoring", ".before-restore"])
def test_another_s_folder_is_not_removed_for_a_restored_library(folder, tmp_path, end):
    other = folder.with_name(folder.name + end)
    other.mkdir()
    (other / "catalogue.db").write_text("another's")
    back_up(folder, tmp_path / "b.zip")
    with pytest.raises(SettingsError, match="in the way"):
        restore(tmp_path / "b.zip", folder, replace=True)
    with Library.open(folder) as library, library.writing():
        pass
    assert (other / "catalogue.db").read_text() == "another's"


@pytest.mark.parametrize("end", [".restoring", ".before-restore"])
def test_what_a_killed_restoring_has_left_goes_with_the_next_start(folder, end):
    left = folder.with_name(folder.name + end)
    (left / "sources").mkdir(parents=True)
    for name in (MARK, "catalogue.db", "sources/a"):
        (left / name).write_text("half")
    with Library.open(folder) as library, library.writing():
        pass
    assert not left.exists()


@pytest.mark.parametrize("how", ["cut", "flipped", "renamed", "no zip", "path"])
def test_a_backup_that_is_not_whole_replaces_nothing(folder, tmp_path, how):
    file = tmp_path / "b.zip"
    back_up(folder, file)
    if how == "cut":
        file.write_bytes(file.read_bytes()[:-200])
    elif how == "flipped":
        flip(file)
    elif how == "no zip":
        file.write_bytes(b"hello")
    else:
        name = "../evil" if how == "path" else "other"
        with zipfile.ZipFile(file) as old, zipfile.ZipFile(tmp_path / "c.zip", "w") as new:
            for item in old.namelist():
                data = old.read(item)
                if item == "manifest.json":
                    data = data.replace(b"catalogue.db", name.encode())
                new.writestr(item.replace("catalogue.db", name), data)
        file = tmp_path / "c.zip"
    before = contents(folder)
    with pytest.raises(LibraryDamagedError):
        restore(file, folder, replace=True)
    assert contents(folder) == before
    assert not (tmp_path / "evil").exists()


def test_tidying_keeps_everything_and_gives_back_space(folder):
    before = contents(folder)
    with Library.open(folder) as library:
        library.erase("3.txt", refresh=False)
        report = optimize(library)
    assert report.complete
    assert contents(folder)[1] == before[1][:3]
    assert verify(folder, deep=True).faults == ()


def test_a_check_and_a_backup_count_the_documents_the_same_way(folder, tmp_path):
    with Library.open(folder) as library:
        library.supersede(library.record("0.txt").id, library.record("1.txt").id)
        library.remove(library.record("2.txt").id)
    held, looked = back_up(folder, tmp_path / "b.zip"), verify(folder)
    assert (held.documents, held.aside) == (2, 2)
    assert (looked.documents, looked.aside) == (4, 2)
