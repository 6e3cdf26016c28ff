import os
import sys
from dataclasses import replace

import pytest

from ingest.care.verify import verify
from ingest.errors import EmptyFileError, LibraryBusyError, NotFoundError, ReadError, SettingsError
from ingest.filters import Filters
from ingest.pipeline import ingest


@pytest.fixture
def folder(tmp_path):
    inbox = tmp_path / "inbox"
    (inbox / "2016").mkdir(parents=True)
    (inbox / "b.txt").write_text("Second.")
    (inbox / "a.txt").write_text("First.\nOf two.")
    (inbox / "2016" / "c.txt").write_text("scan\nThird.")
    return inbox


@pytest.fixture
def run(library, embedder, reader):
    return lambda *paths, **options: ingest(paths, library, embedder, **{"read": reader, **options})


def statuses(report):
    return {document.path: document.status for document in report.documents}


def test_a_folder_is_taken_whole_and_in_order(run, folder, library):
    report = run(folder)
    assert [document.path for document in report.documents] == ["a.txt", "b.txt", "2016/c.txt"]
    assert {document.status for document in report.documents} == {"added"}
    assert report.documents[0].passages == 2
    assert len(library.documents()) == 3


def test_nothing_is_read_or_embedded_the_second_time(run, folder, library, embedder):
    run(folder)
    version, embedded = library.version, len(embedder.encoded)
    report = run(folder, read=lambda file: pytest.fail("read again"))
    assert set(statuses(report).values()) == {"unchanged"}
    assert (library.version, len(embedder.encoded)) == (version, embedded)


def test_the_whole_list_is_not_read_again_for_each_file(run, folder, library):
    for number in range(20):
        (folder / f"{number}.txt").write_text(f"Note {number}.")
        (folder / f"{number} copy.txt").write_text(f"Note {number}.")
    asked = []
    library._here().set_trace_callback(asked.append)
    run(folder)
    assert sum("FROM documents ORDER BY" in statement for statement in asked) < 10


def test_a_file_whose_name_holds_a_mark_that_is_not_shown_is_no_copy_of_itself(library, embedder, tmp_path):
    file = tmp_path / "\u202bminutes.txt"
    file.write_text("One.")
    assert [ingest([file], library, embedder).documents[0].reason for _ in range(2)] == ["", ""]


def test_a_second_file_that_cannot_be_read_is_told_like_the_first(run, folder):
    for name in ("x.txt", "y.txt"):
        (folder / name).write_text("broken")
    report = run(folder)
    reasons = [document.reason for document in report.documents if document.status == "failed"]
    assert len(reasons) == 2
    assert not any("before" in reason for reason in reasons)


def test_new_bytes_at_the_same_path_are_an_update(run, folder, library):
    run(folder)
    (folder / "a.txt").write_text("First, corrected.")
    report = run(folder)
    assert statuses(report) == {"a.txt": "updated", "b.txt": "unchanged", "2016/c.txt": "unchanged"}
    assert len(library.documents()) == 3
    (folder / "a.txt").write_text("First.\nOf two.")
    assert statuses(run(folder))["a.txt"] == "updated"
    assert statuses(run(folder))["a.txt"] == "unchanged"


def test_an_update_embeds_only_what_is_new(run, folder, embedder):
    run(folder / "a.txt")
    (folder / "a.txt").write_text("First.\nOf three.\nFirst.")
    run(folder / "a.txt")
    assert [text.split("\n")[-1] for text in embedder.encoded] == ["First.", "Of two.", "Of three."]


def test_files_of_the_same_name_in_two_folders_are_two_documents(run, folder, tmp_path, library):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text("Another.")
    run(folder)
    assert statuses(run(tmp_path / "other")) == {"a.txt": "added"}
    assert len(library.documents()) == 4


def test_identical_bytes_under_another_name_are_unchanged(run, folder):
    (folder / "copy.txt").write_text("Second.")
    report = run(folder)
    assert statuses(report)["copy.txt"] == "unchanged"
    assert report.documents[2].id == report.documents[1].id


def test_copies_that_are_read_side_by_side_are_one_document(library, embedder, tmp_path):
    inbox = tmp_path / "copies"
    inbox.mkdir()
    for name in "ab":
        (inbox / f"{name}.md").write_text("# Audit\n\nThe panel met in May.\n")
    report = ingest([inbox], library, embedder)
    assert [(document.status, document.reason) for document in report.documents] == [
        ("added", ""),
        ("unchanged", "the same file as a.md"),
    ]


def test_the_time_left_is_not_told_from_a_tiny_first_file(run, folder):
    told = []
    (folder / "a.txt").write_text("Tiny.")
    (folder / "b.txt").write_text("Long. " * 1000)
    run(folder, progress=told.append)
    first = next(one for one in told if one.done == 1)
    assert (first.left, told[-1].left is not None) == (None, True)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run, folder):
    (folder / "a.txt").write_text("empty")
    (folder / "b.txt").write_text("broken")
    report = run(folder)
    assert statuses(report) == {"a.txt": "failed", "b.txt": "failed", "2016/c.txt": "added"}
    assert report.documents[0].reason == "The file holds no text."
    assert "ZeroDivisionError: division by zero" in report.documents[1].reason
    assert report.documents[0].id is None


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a name be any bytes")
def test_a_name_that_is_no_text_fails_that_file_alone(run, folder, library):
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("Third of all.")
    report = run(folder)
    assert statuses(report).pop("caf\\udce9.txt") == "failed"
    (failed,) = (one for one in report.documents if one.status == "failed")
    assert failed.next_step == "Rename it."
    assert len(library.documents()) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_link_to_itself_among_the_papers_fails_and_is_not_waited_for(library, embedder, tmp_path):
    os.mkfifo(tmp_path / "minutes.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "review.txt").write_text("The review found that plans were clear.", encoding="utf-8")
    report = ingest([tmp_path], library, embedder)
    assert [(one.path, one.status) for one in report.documents] == [
        ("loop.txt", "failed"),
        ("minutes.txt", "failed"),
        ("review.txt", "added"),
    ]
    assert {one.reason for one in report.documents[:2]} == {"It is no file, or leads to none."}


def test_a_file_that_changes_while_it_is_read_is_not_taken(run, folder, reader):
    def change(file):
        file.path.write_text("Changed meanwhile.")
        return reader(file)

    report = run(folder / "a.txt", read=change)
    assert (report.documents[0].status, report.documents[0].path) == ("failed", "a.txt")
    assert "changed while" in report.documents[0].reason


def test_a_folder_that_is_shut_meanwhile_fails_alone(library, embedder, folder):
    report = ingest([folder], library, embedder, progress=lambda _: (folder / "2016").chmod(0))
    shut = not os.access(folder / "2016", os.R_OK)
    (folder / "2016").chmod(0o700)
    if not shut:
        pytest.skip("nothing is shut to this user")
    assert statuses(report) == {"a.txt": "added", "b.txt": "added", "2016/c.txt": "failed"}


def test_pages_without_text_are_named_by_their_printed_labels(run, folder):
    document = run(folder / "2016").documents[0]
    assert (document.status, document.pages, document.unread_pages) == ("added", 2, (1,))
    assert "on page iv" in document.reason


def test_hidden_and_lock_files_are_not_mentioned_and_other_files_are_listed_as_skipped(run, folder):
    for name in (".hidden.txt", "~$a.docx", "Thumbs.db", "photo.jpg", "2016/tool.exe"):
        (folder / name).write_text("x")
    report = run(folder)
    assert len(report.documents) == 3
    assert report.skipped == ("photo.jpg", "2016/tool.exe")


def test_a_folder_that_is_a_link_to_elsewhere_is_told_of_and_one_to_what_is_read_is_not(
    run, folder, tmp_path
):
    (tmp_path / "elsewhere").mkdir()
    (folder / "older").symlink_to(tmp_path / "elsewhere")
    (folder / "2016" / "up").symlink_to(folder)
    report = run(folder)
    assert (len(report.documents), report.skipped) == (3, ("older/",))


def test_a_folder_that_cannot_be_opened_fails(run, folder, monkeypatch):
    opened = os.scandir

    def scandir(path):
        if os.path.basename(path) == "2016":
            raise PermissionError(13, "Permission denied", path)
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert statuses(run(folder)) == {"a.txt": "added", "b.txt": "added", "2016/": "failed"}


def test_a_file_that_is_named_is_tried_whatever_its_suffix(run, folder):
    (folder / "notes.unknown").write_text("Some notes.")
    assert statuses(run(folder / "notes.unknown", folder / "notes.unknown")) == {"notes.unknown": "added"}


def test_a_path_that_does_not_exist_stops_the_run_before_anything_is_done(run, folder, library):
    with pytest.raises(NotFoundError, match="nowhere"):
        run(folder, folder / "nowhere")
    assert library.documents() == []


def test_every_document_gets_the_label_and_keeps_it(run, folder, library):
    run(folder / "a.txt", label="restricted")
    report = run(folder)
    assert report.documents[0].reason.startswith("kept its label “restricted”")
    assert [record.label for record in library.documents()] == ["restricted", "standard", "standard"]


def test_an_interrupted_run_is_resumed_and_ends_in_the_same_state(
    run, folder, library, open_library, embedder, reader
):
    def interrupt(file):
        if file.shown_as == "b.txt":
            raise KeyboardInterrupt
        return reader(file)

    with pytest.raises(KeyboardInterrupt):
        run(folder, read=interrupt)
    assert len(library.documents()) == 1
    run(folder)
    whole = open_library("whole")
    ingest([folder], whole, embedder, read=reader)
    assert library.version == whole.version


def test_progress_is_told_for_every_file_and_at_the_end(run, folder):
    told = []
    run(folder, progress=told.append)
    last = [(p.phase, p.done, p.passages, p.embedded) for p in told if p.current == "2016/c.txt"]
    assert last[:2] == [("reading", 2, 0, 0), ("reading", 3, 0, 0)]
    assert last[2:] == [("embedding", 2, 5, 3), ("embedding", 2, 5, 5), ("embedding", 3, 5, 5)]
    assert {p.total for p in told} == {3}
    assert (told[0].left, round(told[-1].left, 6)) == (None, 0)


def test_the_index_is_ready_after_a_run(run, folder, library, embedder, through_chroma):
    run(folder)
    library.nearest(embedder.encode(["a"])[0], Filters(), 2)
    assert library._index.candidates_used > 0


def test_another_model_is_refused_before_anything_is_read(run, folder, embedder):
    run(folder / "a.txt")
    embedder.identity = "other-16"
    with pytest.raises(SettingsError, match="fake-16"):
        run(folder, read=lambda file: pytest.fail("read"))


def test_two_runs_at_once_are_refused(run, folder, open_library):
    with open_library().writing(), pytest.raises(LibraryBusyError):
        run(folder)


def test_a_removed_document_is_not_brought_back_by_ingesting_its_file_again(
    library, embedder, reader, tmp_path
):
    file = tmp_path / "a.txt"
    file.write_text("One.")
    ingest([file], library, embedder, read=reader)
    library.remove("a.txt")
    (document,) = ingest([file], library, embedder, read=reader).documents
    assert (document.status, library.documents()) == ("unchanged", [])
    assert "remove --undo" in document.reason


def test_a_failed_file_is_reported_again_but_read_again_only_on_request(run, folder):
    (folder / "a.txt").write_text("broken")
    assert "ZeroDivisionError" in run(folder).documents[0].reason
    again = run(folder, read=lambda file: pytest.fail(f"read {file.shown_as} again")).documents[0]
    assert (again.status, again.id) == ("failed", None)
    assert again.reason.startswith("It could not be read before")
    assert "--retry-failed" in again.next_step
    assert statuses(run(folder, retry_failed=True))["a.txt"] == "failed"


def test_a_failed_file_is_told_of_by_the_name_that_it_has_now(run, folder):
    (folder / "a.txt").write_text("broken")
    first = run(folder, read=broken).documents[0].reason
    (folder / "a.txt").rename(folder / "0.txt")
    again = run(folder, read=broken).documents[0].reason
    assert (first, again.rpartition(": ")[2]) == ("a.txt is empty.", "0.txt is empty.")


def broken(file):
    raise EmptyFileError(f"{file.path.name} is empty.", "Check that it was saved.")


def test_a_failed_file_whose_bytes_change_is_read_again(run, folder):
    (folder / "a.txt").write_text("empty")
    assert statuses(run(folder))["a.txt"] == "failed"
    (folder / "a.txt").write_text("Full.")
    assert statuses(run(folder))["a.txt"] == "added"


def test_a_failure_that_a_later_try_overcomes_is_forgotten(run, folder, library, reader):
    def refuse(file):
        raise ReadError("Not yet.", "Install more.")

    assert statuses(run(folder, read=refuse))["b.txt"] == "failed"
    assert statuses(run(folder, retry_failed=True))["b.txt"] == "added"
    assert (library.folder / "failures.json").read_text("utf-8") == "{}"


@pytest.fixture
def stopped(embedder):
    """An embedder that is interrupted at its second document."""

    class Stopped(type(embedder)):
        def embed(self, texts):
            if self.encoded:
                raise KeyboardInterrupt
            return super().embed(texts)

    return Stopped()


def test_every_document_is_found_by_its_words_before_any_is_embedded(folder, library, reader, stopped):
    with pytest.raises(KeyboardInterrupt):
        ingest([folder], library, stopped, read=reader)
    for word, name in (("first", "a.txt"), ("second", "b.txt"), ("third", "2016/c.txt")):
        (hit,) = library.full_text([[word]], Filters(), 5)
        assert library.record(library.passages([hit.passage_id])[0].document_id).path == name
    assert len(library.unembedded()) == 2
    assert library.version.endswith("-waiting3")


def test_embedding_is_resumed_and_ends_in_the_same_state(
    folder, library, reader, embedder, open_library, stopped
):
    with pytest.raises(KeyboardInterrupt):
        ingest([folder], library, stopped, read=reader)
    report = ingest([folder], library, embedder, read=lambda file: pytest.fail("read again"))
    assert set(statuses(report).values()) == {"unchanged"}
    whole = open_library("whole")
    ingest([folder], whole, type(embedder)(), read=reader)
    assert (library.unembedded(), library.version) == ([], whole.version)
    query = embedder.encode(["Third."])[0]
    assert library.nearest(query, Filters(), 9) == whole.nearest(query, Filters(), 9)


def test_a_passage_that_waits_for_its_vector_has_no_similarity_and_stays_out_of_the_index(
    folder, library, reader, embedder, stopped
):
    with pytest.raises(KeyboardInterrupt):
        ingest([folder], library, stopped, read=reader)
    library.refresh_index(always=True)
    ids = [p.id for record in library.documents() for p in library.passages_of(record.id)]
    found = library.similarities(ids, embedder.encode(["First."])[0])
    assert sorted(value is None for value in found) == [False, False, True, True, True]
    ingest([folder], library, embedder, read=reader)
    assert None not in library.similarities(ids, embedder.encode(["First."])[0])
    hits = library.nearest(embedder.encode(["Second."])[0], Filters(), 1)
    assert library.passages([hits[0].passage_id])[0].text == "Second."


def test_files_are_read_in_processes_of_their_own_where_no_reader_is_given(tmp_path, library, embedder):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "audit.md").write_text("# Audit\n\nNeglect was common.\n", "utf-8")
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    report = ingest([tmp_path / "in"], library, embedder)
    assert statuses(report) == {"audit.md": "added", "broken.pdf": "failed"}
    assert "damaged" in report.documents[1].reason
    assert report.documents[1].next_step


@pytest.fixture
def late_ocr(run, folder, monkeypatch, reader):
    """A run without OCR, and what runs once it is there, by a reader that then reads every page."""
    monkeypatch.setattr("ingest.library_intake.ocr_there", lambda: False)
    run(folder)
    monkeypatch.setattr("ingest.library_intake.ocr_there", lambda: True)

    def better(file):
        document, passages = reader(file)
        pages = tuple(replace(page, read_by="ocr") for page in document.pages)
        return replace(document, pages=pages), passages

    return lambda: run(folder, read=better)


def test_a_page_unread_for_want_of_ocr_is_read_once_that_is_there(late_ocr, library):
    report = late_ocr()
    assert statuses(report) == {"a.txt": "unchanged", "b.txt": "unchanged", "2016/c.txt": "updated"}
    assert report.documents[2].reason == "1 page read by OCR now"
    assert library.record("c.txt").unread_pages == ()
    assert set(statuses(late_ocr()).values()) == {"unchanged"}


def test_a_better_reading_keeps_what_a_person_corrected_and_every_vector(late_ocr, library, embedder):
    library.edit(library.record("c.txt").id, title="Mine")
    made = len(embedder.encoded)
    late_ocr()
    assert library.record("c.txt").title == "Mine"
    assert len(embedder.encoded) == made
    assert verify(library.folder, deep=True).faults == ()


def test_a_page_that_ocr_could_not_read_is_not_tried_again_and_again(run, folder, library):
    run(folder)
    assert not library.waits_for_ocr(library.record("c.txt").id)
    assert set(statuses(run(folder)).values()) == {"unchanged"}
