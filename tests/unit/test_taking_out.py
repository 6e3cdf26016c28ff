"""Superseding, removing and erasing documents."""

import base64
import sqlite3
import threading

import numpy as np
import pytest

from ingest.catalogue import schema, seals
from ingest.conversation import Turn
from ingest.disk.rescue import MARK
from ingest.errors import NotFoundError, SettingsError
from ingest.filters import Filters

EVERYTHING = Filters(include_superseded=True)


def left(folder):
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file()).lower()


def places(folder, trace):
    """Where a trace stands, in any case: (file, offset of its first occurrence)."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    found = [(str(file.relative_to(folder)), file.read_bytes().lower().find(trace.lower())) for file in files]
    return [(file, at) for file, at in found if at >= 0]


def test_a_removed_document_is_told_of_nowhere_and_comes_back_whole(library, put):
    id_ = put("a.txt", "Quetzal.\nTwo.")
    put("b.txt", "Other.")
    passages, before = library.passages_of(id_), library.documents()
    library.remove(id_)
    assert [record.source for record in library.documents(EVERYTHING)] == ["b.txt"]
    assert library.full_text([["quetzal"]], EVERYTHING, 5) == []
    assert library.document_frequency("quetzal") == 0
    assert len(library.nearest(np.ones(16, np.float32), EVERYTHING, 5)) == 1
    assert library.passages_of(id_) == []
    for ask in (library.record, library.document, lambda _: library.passages([passages[0].id])):
        with pytest.raises(NotFoundError):
            ask(id_)
    assert [record.id for record in library.removed()] == [id_]
    library.put_back("a.txt")
    assert (library.documents(), library.passages_of(id_), library.removed()) == (before, passages, [])


def test_removing_and_putting_back_change_the_version(library, put):
    id_ = put("a.txt", "One.")
    versions = [library.version]
    library.remove(id_)
    versions.append(library.version)
    library.put_back(id_)
    assert len({*versions, library.version}) == 3


def test_what_a_removed_version_had_superseded_counts_as_superseded_by_the_next(library, put):
    first, second, third = (put("a.txt", text) for text in ("1st", "2nd", "3rd"))
    library.remove(second)
    assert library.record(first).superseded_by == third
    library.remove(third)
    assert library.record(first).superseded_by is None
    library.put_back(second)
    assert library.record(first).superseded_by == second


def test_superseding_goes_round_in_no_circle_and_can_be_undone(library, put):
    old, new, other = put("a.txt", "1"), put("b.txt", "2"), put("c.txt", "3")
    assert library.supersede(old, new).superseded_by == new
    assert library.supersede("b.txt", "c.txt").superseded_by == other
    for one, by in ((other, old), (new, new)):
        with pytest.raises(SettingsError, match="older version"):
            library.supersede(one, by)
    assert library.supersede(old, None).superseded_by is None
    with pytest.raises(NotFoundError):
        library.supersede(old, "nothing")


def test_a_removed_document_can_be_erased_and_leaves_neither_words_vectors_nor_id(library, put):
    put("a.txt", "Kept.")
    id_ = put("Zanzibar.txt", "Quetzalcoatl was in the meeting.\nQuetzalcoatl left.")
    library.derived(id_, "facts", "1", lambda: ["quetzalcoatl"])
    library.derived_of_all("pairs", lambda: [[id_, 0, 12]])
    library.refresh_index()
    vector = library.vectors([library.passages_of(id_)[0].id]).tobytes()
    library.remove(id_)
    assert library.erase(id_)
    for trace in (b"quetzalcoatl", b"zanzibar", id_.encode(), vector):
        assert places(library.folder, trace) == []
    assert library.removed() == []


def test_several_documents_are_erased_at_once(library, put):
    ids = [put(f"{name}.txt", f"{name} quetzal.") for name in "abc"]
    assert library.erase("a.txt", ids[1])
    assert [record.source for record in library.documents()] == ["c.txt"]


def test_an_erasure_that_a_reader_holds_up_is_said_to_be_incomplete(library, put, open_library, monkeypatch):
    id_ = put("a.txt", "Quetzal.")
    library._here().execute("PRAGMA busy_timeout = 50")
    reader = open_library()
    with reader.reading():
        assert reader.version
        assert not library.erase(id_)
    with library.writing():
        pass
    assert b"quetzal" not in left(library.folder)


def test_a_fact_worked_out_while_its_document_is_erased_is_not_left_behind(library, put, open_library):
    id_ = put("a.txt", "Quetzal.")
    reader = open_library()

    def slowly():
        eraser = threading.Thread(target=lambda: library.erase(id_))
        eraser.start()
        eraser.join(5)
        return ["quetzal"]

    library._here().execute("PRAGMA busy_timeout = 50")
    assert reader.derived(id_, "facts", "1", slowly) == ["quetzal"]
    assert not list((library.folder / "derived").glob("*"))


def test_nor_is_one_of_all_documents_and_it_outlasts_the_next_to_write(library, put, open_library):
    kept, id_ = put("a.txt", "Kept."), put("b.txt", "Quetzal.")
    library.derived_of_all("pairs", lambda: [kept])
    with open_library().writing():
        assert [file.name for file in (library.folder / "derived").glob("*")] == ["library.all.json"]

    def slowly():
        library.erase(id_)
        return [id_]

    assert open_library().derived_of_all("others", slowly) == [id_]
    assert places(library.folder, id_.encode()) == []


def test_a_derived_fact_that_was_changed_on_the_disk_is_worked_out_again(library, put):
    id_ = put("a.txt", "One.")
    library.derived(id_, "facts", "1", lambda: ["right"])
    (file,) = (library.folder / "derived").glob("*")
    file.write_text(file.read_text().replace("right", "wrong"))
    assert library.derived(id_, "facts", "1", lambda: ["right"]) == ["right"]


def test_every_change_leaves_the_catalogue_sealed(library, put):
    one, two = put("a.txt", "One.\nTwo."), put("b.txt", "Three.")
    put("b.txt", "Four.")
    library.supersede(one, two)
    library.edit(one, title="New")
    library.remove(two)
    library.refresh_index(always=True)
    connection = library._here()
    assert connection.execute("SELECT count(*) FROM unsealed").fetchone() == (0,)
    for record in [*library.documents(EVERYTHING), *library.removed()]:
        assert seals.kept(connection, record.id) == seals.digests(connection, record.id)
    assert seals.kept(connection, seals.LIBRARY) == {"rest": seals.digest_of_rest(connection)}


def test_a_change_behind_the_librarys_back_breaks_the_seal(library, put):
    id_ = put("a.txt", "One.")
    with sqlite3.connect(library.folder / "catalogue.db") as other:
        other.execute("UPDATE documents SET label = 'secret'")
    other.close()
    connection = library._here()
    kept, found = seals.kept(connection, id_), seals.digests(connection, id_)
    assert {part for part in kept if kept[part] != found[part]} == {"record"}


def test_a_library_from_before_there_were_seals_is_sealed_when_it_is_opened(tmp_path, open_library):
    (tmp_path / "old").mkdir()
    with sqlite3.connect(tmp_path / "old" / "catalogue.db") as old:
        old.executescript("".join(schema.STEPS[: schema.STEPS.index(seals.TABLES)]))
        old.execute(f"PRAGMA user_version = {schema.STEPS.index(seals.TABLES)}")
        old.execute(
            "INSERT INTO documents VALUES ('0', '0', 'A', 'other', NULL, NULL, NULL, NULL, 'standard',"
            " 'a.txt', 'a.txt', '{}', '2026', 0, NULL)"
        )
    old.close()
    opened = open_library("old", create=False)
    (record,) = opened.documents()
    assert seals.kept(opened._here(), record.id) == seals.digests(opened._here(), record.id)


SECRET = "Quetzalcoatl and the seven dwarfs were seen by nobody at all"


def test_a_byte_scan_after_erasing_finds_neither_text_nor_vectors_in_anything_kept(
    library, written, embedder
):
    document, passages, data = written("a.txt", f"{SECRET}.\nTwo.")
    vectors, tokens = embedder.embed([p.text for p in passages])
    kept = {passage.id: token for passage, token in zip(passages, tokens, strict=True)}
    library.add(document, passages, vectors, data, embedder.identity, tokens=kept)
    library.derived(document.id, "facts", "1", lambda: [SECRET])
    library.conversations.add("ours", Turn(f"Is it true that {SECRET}?", SECRET, ((document.id, 0, 9),)))
    library.refresh_index(always=True)
    aside = library.folder.with_name(library.folder.name + ".restoring")
    aside.mkdir()
    for name, text in ((MARK, ""), ("catalogue.db", SECRET)):
        (aside / name).write_text(text)
    assert library.erase(document.id)
    for trace in traces(SECRET, vectors[0]):
        assert places(library.folder, trace) + places(aside, trace) == []


def traces(text, vector):
    """A text and a vector as they might be left: in other encodings and precisions."""
    plain = text.encode()
    yield from (plain, text.encode("utf-16-le"), base64.b64encode(plain)[4:-4], b"quetzalcoatl")
    yield from (
        vector.astype("<f4").tobytes(),
        vector.astype("<f2").tobytes(),
        vector.astype("<f8").tobytes(),
    )
    yield np.rint(vector / np.abs(vector).max() * 127).astype(np.int8).tobytes()
