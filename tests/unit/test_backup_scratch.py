"""What a killed backup has left beside its file: gone at the next start, and nobody else's with it."""

import os
import signal
import subprocess
import sys

import pytest

from ingest.care.backup import back_up
from ingest.care.verify import verify
from ingest.disk.backup_scratch import NOTE, PREFIX, backup_scratch
from ingest.errors import LibraryBusyError
from ingest.library import Library

KILLED = """
import os, signal, sys
from pathlib import Path
from ingest.disk import steps
from ingest.care.backup import back_up
steps.watch(lambda name: name == sys.argv[3] and os.kill(os.getpid(), signal.SIGKILL))
back_up(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def folder(library, written, embedder):
    """A library with one document, closed."""
    document, passages, data = written("a.txt", "The panel met.\nNobody asked why.")
    library.add(document, passages, embedder.encode([p.text for p in passages]), data, embedder.identity)
    library.close()
    return library.folder


@pytest.fixture
def outside(tmp_path):
    """The folder that backups go to."""
    place = tmp_path / "outside"
    place.mkdir()
    return place


def kill(folder, file, step):
    """Take a backup that is killed at a step; the folder it has left."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", KILLED, str(folder), str(file), step]
    assert subprocess.run(command, env=environment).returncode == -signal.SIGKILL
    [left] = file.parent.glob(f"{PREFIX}*")
    return left


def write_once(folder):
    """Whoever writes to the library clears up first."""
    with Library.open(folder) as library, library.writing():
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("step", ["backup begun", "backup packed"])
def test_the_next_backup_removes_what_a_killed_one_has_left(folder, outside, step):
    kill(folder, outside / "b.zip", step)
    assert not (outside / "b.zip").exists()
    back_up(folder, outside / "b.zip")
    assert [place.name for place in outside.iterdir()] == ["b.zip"]
    assert not (folder / NOTE).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_next_to_write_removes_what_a_killed_backup_has_left(folder, outside):
    kill(folder, outside / "b.zip", "backup packed")
    assert verify(folder, deep=True).faults == ()
    write_once(folder)
    assert [*outside.iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_files_that_others_put_there_stay(folder, outside):
    left = kill(folder, outside / "b.zip", "backup begun")
    for name in ("catalogue.db", "mine.txt"):
        (outside / name).write_text("another's")
    (left / "theirs.txt").write_text("another's")
    write_once(folder)
    assert sorted(place.name for place in outside.rglob("*.*")) == sorted(
        [left.name, "catalogue.db", "mine.txt", "theirs.txt"]
    )


def test_a_note_cannot_point_to_a_folder_that_is_no_backup_s(folder, outside, tmp_path):
    other = tmp_path / "another library"
    other.mkdir()
    (other / "catalogue.db").write_text("another's")
    (folder / NOTE).write_text(f'["{other}"]')
    write_once(folder)
    assert (other / "catalogue.db").read_text() == "another's"
    assert not (folder / NOTE).exists()


def test_a_backup_at_work_is_let_be_and_is_the_only_one(folder, outside):
    with backup_scratch(folder, outside) as place:
        (place / "backup.zip").write_text("half")
        write_once(folder)
        assert (place / "backup.zip").read_text() == "half"
        with pytest.raises(LibraryBusyError, match="backup"):
            back_up(folder, outside / "b.zip")
    assert [*outside.iterdir()] == []


def test_a_backup_keeps_another_s_file_of_a_like_name(folder, outside):
    (outside / "b.zip.part").write_text("another's")
    back_up(folder, outside / "b.zip")
    assert (outside / "b.zip.part").read_text() == "another's"
