"""Files that are written whole or not at all, and files sent to a service that has ended."""

import os
import stat

import pytest

from ingest.disk import durable
from ingest.disk.durable import UNFINISHED, put_whole
from ingest.disk.leftovers import INCOMING, Incoming
from ingest.library import Library


def test_writing_that_fails_midway_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    file = tmp_path / "pack.pdf"
    put_whole(file, b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "sync_file", full)
    with pytest.raises(OSError, match="space"):
        put_whole(file, b"new")
    assert (file.read_bytes(), [*tmp_path.iterdir()]) == (b"old", [file])


def test_what_a_kill_has_left_goes_with_the_next_writing(tmp_path):
    (tmp_path / f".pack.pdf{UNFINISHED}").write_bytes(b"half")
    put_whole(tmp_path / "pack.pdf", b"new")
    assert [place.name for place in tmp_path.iterdir()] == ["pack.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such links and modes")
def test_a_link_and_the_rights_of_a_file_stay(tmp_path):
    file, link = tmp_path / "log.csv", tmp_path / "link.csv"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    put_whole(link, b"new")
    assert (link.is_symlink(), file.read_bytes()) == (True, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="there is no such pipe")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    reader, writer = os.pipe()
    put_whole(tmp_path.__class__(f"/dev/fd/{writer}"), b"to a pipe")
    assert os.read(reader, 100) == b"to a pipe"
    for end in (reader, writer):
        os.close(end)


def test_files_sent_to_a_service_stay_while_it_runs_and_go_when_it_has_ended(library):
    incoming = Incoming(library.folder)
    sent = incoming.place("standard") / "a.txt"
    sent.write_text("The panel met.")
    with library.writing():
        pass
    assert sent.exists()
    incoming.close()
    with Library.open(library.folder) as again, again.writing():
        pass
    assert not (library.folder / INCOMING).exists()
