import sqlite3
import threading

import numpy as np
import pytest

from ingest.catalogue.connect import CATALOGUE
from ingest.document import Block, Page
from ingest.errors import LibraryDamagedError, NoLibraryError, NotFoundError, SettingsError
from ingest.filters import Filters
from ingest.library import Library
from ingest.places import Places


def test_a_folder_without_a_library_is_not_made_into_one_by_asking(tmp_path):
    with pytest.raises(NoLibraryError, match="no library"):
        Library.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_document_comes_back_as_it_was_added(library, written):
    places = Places(np.zeros(9, np.int32), np.arange(36, dtype=np.int16).reshape(9, 4))
    document, passages, data = written(
        "a/Audit.txt",
        "One. Two.",
        pages=(Page(0, "iii", 0, 4), Page(1, "iv", 4, 9, "unread")),
        blocks=(Block("table_row", 0, 9, 0, "•", 2, ((0, 4), (5, 9))),),
        places=places,
        cleaned={"bidi": 2},
        published="2016-03",
    )
    library.add(document, passages, np.ones((1, 16), np.float32), data, "fake-16")
    back = library.document(document.id)
    assert (back.places.pages == places.pages).all()
    assert (back.places.boxes == places.boxes).all()
    assert {**vars(back), "places": places} == vars(document)
    assert library.passages_of(document.id) == passages
    assert (library.folder / "sources" / document.sha256).read_bytes() == data


def test_the_record_counts_what_the_document_holds(library, put):
    id_ = put("Audit.txt", "One.\nTwo.", pages=(Page(0, "1", 0, 9, "unread"),), label="restricted")
    record = library.record(id_)
    assert (record.pages, record.passages, record.recommendations) == (1, 2, 0)
    assert (record.unread_pages, record.label) == ((0,), "restricted")
    assert record.added == "2026-01-02T03:04:05+00:00"


def test_documents_are_listed_by_date_and_then_by_name(library, put):
    put("c.txt", "3", published="2016")
    put("b.txt", "2", published="2015-07")
    put("d.txt", "4")
    put("a.txt", "1", published="2016")
    assert [record.source for record in library.documents()] == ["d.txt", "b.txt", "a.txt", "c.txt"]


def test_a_document_is_found_by_id_by_the_start_of_its_id_by_path_and_by_name(library, put):
    id_ = put("2016/Audit.txt", "One.")
    for asked in (id_, id_[:6], id_[:6].upper(), "2016/Audit.txt", "Audit.txt"):
        assert library.record(asked).id == id_


def test_a_name_that_is_not_there_brings_up_those_that_come_close(library, put):
    put("2016/Audit report.txt", "One.")
    with pytest.raises(NotFoundError, match=r"Did you mean Audit report\.txt"):
        library.record("Audit reprot.txt")


def test_a_name_that_two_documents_share_is_not_guessed(library, put):
    put("2015/Audit.txt", "One.")
    put("2016/Audit.txt", "Two.")
    with pytest.raises(NotFoundError, match=r"could be any of: 2015/Audit\.txt"):
        library.record("Audit.txt")


def test_passages_and_vectors_come_in_the_order_asked(library, put, embedder):
    id_ = put("a.txt", "One.\nTwo.\nThree.")
    first, second, third = library.passages_of(id_)
    assert library.passages([third.id, first.id, second.id]) == [third, first, second]
    assert (library.vectors([third.id, first.id]) == embedder.encode(["Three.", "One."])).all()
    assert library.passages([]) == []


def test_what_is_not_there_names_the_command_that_lists_what_is(library, put):
    put("a.txt", "One.")
    for ask in (library.text, library.record, library.document):
        with pytest.raises(NotFoundError) as caught:
            ask("0123456789abcdef")
        assert "`scrutiny documents`" in caught.value.next_step


def test_a_passage_that_is_gone_is_an_error_and_not_left_out(library, put):
    put("a.txt", "One.")
    with pytest.raises(NotFoundError):
        library.passages(["0123-0-4"])
    with pytest.raises(NotFoundError):
        library.vectors(["0123-0-4"])


def test_the_same_history_has_the_same_version_in_another_folder_and_year(open_library, put):
    versions = []
    for library in (open_library("one", 2025), open_library("two", 2026)):
        history = [library.version]
        id_ = put("a.txt", "One.", into=library)
        history.append(library.version)
        library.edit(id_, title="New")
        versions.append([*history, library.version])
    assert versions[0] == versions[1]
    assert len(set(versions[0])) == 3


def test_what_changes_nothing_leaves_the_version_alone(library, put):
    id_ = put("a.txt", "One.")
    before = library.version
    put("a.txt", "One.")
    library.seen_at(id_, "elsewhere/a.txt")
    library.edit(id_, title="a")
    library.refresh_index()
    library.nearest(np.ones(16, np.float32), Filters(), 5)
    assert library.version == before


def test_new_bytes_at_a_path_supersede_the_old_ones(library, put):
    old, new = put("a.txt", "Old."), put("a.txt", "New.")
    assert [record.id for record in library.documents()] == [new]
    assert library.record(old).superseded_by == new
    assert library.record("a.txt").id == new
    assert len(library.documents(Filters(include_superseded=True))) == 2


def test_an_older_version_that_comes_back_is_current_again(library, put):
    old, new = put("a.txt", "Old."), put("a.txt", "New.")
    assert library.seen_at(old, "a.txt") == "updated"
    assert [record.id for record in library.documents()] == [old]
    assert library.record(new).superseded_by == old


def test_removing_the_newest_version_makes_the_one_before_current(library, put):
    first, second, third = (put("a.txt", text) for text in ("1st", "2nd", "3rd"))
    library.erase(second)
    assert library.record(first).superseded_by == third
    library.erase(third)
    assert [record.id for record in library.documents()] == [first]


def test_a_copy_under_another_path_is_not_a_second_document(library, put):
    id_ = put("a.txt", "One.")
    assert put("copy/a.txt", "One.") == id_
    assert len(library.documents()) == 1


def test_a_corrected_title_is_found_and_the_old_one_is_not(library, put):
    id_ = put("Herringbone.txt", "One.")
    record = library.edit(id_, title="Annual report", kind="annual_report", published="2016")
    assert (record.title, record.kind, record.published) == ("Annual report", "annual_report", "2016")
    assert library.full_text([["herringbone"]], Filters(), 5) == []
    assert len(library.full_text([["annual"]], Filters(), 5)) == 1


@pytest.mark.parametrize("fields", [{"sha256": "0"}, {"kind": "novel"}, {"title": ""}, {"label": None}])
def test_what_may_not_be_edited_is_refused(library, put, fields):
    id_ = put("a.txt", "One.")
    with pytest.raises(SettingsError):
        library.edit(id_, **fields)


def test_vectors_of_another_model_are_refused_and_nothing_is_added(library, put, written):
    put("a.txt", "One.")
    document, passages, data = written("b.txt", "Two.")
    with pytest.raises(SettingsError, match="fake-16"):
        library.add(document, passages, np.ones((1, 16), np.float32), data, "other-16")
    assert [record.source for record in library.documents()] == ["a.txt"]
    assert library.identity == "fake-16"


def test_a_document_that_fails_half_way_leaves_nothing(library, put, written):
    put("a.txt", "One.")
    before = library.version
    document, passages, data = written("b.txt", "Two.\nThree.")
    with pytest.raises(ValueError, match="zip"):
        library.add(document, passages, np.ones((1, 16), np.float32), data, "fake-16")
    assert (library.version, library.passage_count()) == (before, 1)
    assert library.full_text([["two"]], Filters(), 5) == []


def test_a_string_that_was_embedded_before_has_its_vector_here(library, put, embedder):
    put("a.txt", "One.\nTwo.")
    found = library.embedded(["One.", "Three."])
    assert list(found) == ["One."]
    assert (found["One."] == embedder.encode(["One."])[0]).all()


def test_a_removed_document_leaves_no_byte_behind(library, put):
    put("a.txt", "Kept.")
    id_ = put("Zanzibar.txt", "Quetzalcoatl was in the meeting.\nQuetzalcoatl left.")
    library.refresh_index()
    vector = library.vectors([library.passages_of(id_)[0].id]).tobytes()
    library.erase(id_)
    left = b"".join(file.read_bytes() for file in library.folder.rglob("*") if file.is_file())
    assert not any(trace in left.lower() for trace in (b"quetzalcoatl", b"zanzibar", id_.encode()))
    assert vector not in left
    assert library.passage_count() == 1


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits long for another who reads or writes."""
    monkeypatch.setattr("ingest.catalogue.connect.BUSY_SECONDS", 0.1)


def test_an_erasure_that_was_cut_short_is_finished_by_the_next_writer(impatient, library, put, open_library):
    id_ = put("a.txt", "Quetzalcoatl.")
    reader = open_library()
    with reader.reading():
        assert reader.version == library.version
        library.erase(id_)
    put("b.txt", "Two.")
    with library.writing():
        pass
    left = b"".join(file.read_bytes() for file in library.folder.rglob("*") if file.is_file())
    assert b"quetzalcoatl" not in left.lower()


def test_reading_sees_one_state_while_another_connection_writes(library, put, open_library):
    put("a.txt", "One.")
    reader = open_library()
    with reader.reading():
        before = (reader.version, len(reader.documents()))
        put("b.txt", "Two.")
        assert (reader.version, len(reader.documents())) == before
    assert len(reader.documents()) == 2


def test_the_version_is_one_while_reading_and_the_new_one_afterwards(library, put, open_library):
    put("a.txt", "One.", subject="Leeds")
    with library.reading():
        before, subjects = library.version, library.subjects()
        with library.reading():
            put("b.txt", "Two.", into=open_library(), subject="York")
            assert (library.version, library.subjects()) == (before, {"Leeds"})
    assert subjects == {"Leeds"}
    assert library.version == open_library().version != before
    assert library.subjects() == {"Leeds", "York"}


def test_what_is_told_of_documents_follows_their_correction_by_another(library, put, open_library):
    id_ = put("a.txt", "One.", subject="Leeds", published="2016")
    assert (library.record(id_).called, library.record(id_).dated) == ("leeds a", "2016  a")
    open_library().edit(id_, subject="York", published="2017")
    assert library.subjects() == {"York"}
    assert (library.record(id_).called, library.record(id_).dated) == ("york a", "2017  a")


def test_several_threads_may_search_one_library(library, put):
    put("a.txt", "\n".join(f"Finding {n}." for n in range(50)))
    library.refresh_index()
    found = []

    def search():
        for _ in range(10):
            found.append(
                (
                    library.nearest(np.ones(16, np.float32), Filters(), 5),
                    library.full_text([["finding"]], Filters(), 5),
                )
            )

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 40
    assert all(one == found[0] for one in found)


def test_a_library_of_a_newer_program_is_refused(library):
    library.close()
    with sqlite3.connect(library.folder / CATALOGUE) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryDamagedError, match="newer version"):
        Library.open(library.folder)


def test_a_catalogue_that_is_none_is_said_to_be_damaged(tmp_path):
    (tmp_path / CATALOGUE).write_bytes(b"This is no database at all." * 100)
    with pytest.raises(LibraryDamagedError, match="cannot be used"):
        Library.open(tmp_path)


@pytest.mark.parametrize("name", ["OneDrive - Council/library", "dropbox/library"])
def test_no_library_is_made_in_a_synchronised_folder(tmp_path, name):
    with pytest.raises(SettingsError, match="synchronised"):
        Library.open(tmp_path / name, create=True)


def test_originals_that_no_document_needs_are_cleared_away(library, put):
    id_ = put("a.txt", "One.")
    stray = library.folder / "sources" / "0123.part"
    stray.write_bytes(b"half a file")
    with library.writing():
        pass
    assert not stray.exists()
    assert (library.folder / "sources" / library.record(id_).sha256).exists()
