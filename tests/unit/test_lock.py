import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from ingest.disk.lock import LOCK, OWNER, writer_lock
from ingest.errors import LibraryBusyError, SettingsError

HOLDER = """
import sys, time
from pathlib import Path
from ingest.disk.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other_process(tmp_path):
    """A second process that holds the lock."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_writer_is_told_at_once_who_the_first_is(tmp_path, other_process):
    began = time.monotonic()
    with pytest.raises(LibraryBusyError, match=f"process {other_process.pid} "), writer_lock(tmp_path):
        pass
    assert time.monotonic() - began < 1


def test_the_lock_of_a_killed_process_is_free_again(tmp_path, other_process):
    os.kill(other_process.pid, signal.SIGKILL)
    other_process.wait()
    assert (tmp_path / OWNER).exists()
    with writer_lock(tmp_path):
        assert str(os.getpid()) in (tmp_path / OWNER).read_text()
    assert not (tmp_path / OWNER).exists()


def test_an_owner_that_cannot_be_named_is_another_process(tmp_path, other_process):
    (tmp_path / OWNER).write_text("half a no")
    with pytest.raises(LibraryBusyError, match="by another process"), writer_lock(tmp_path):
        pass


def test_another_thread_is_refused_too(tmp_path):
    refused = []

    def write():
        try:
            with writer_lock(tmp_path):
                pass
        except LibraryBusyError as error:
            refused.append(str(os.getpid()) in error.message)

    with writer_lock(tmp_path):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert refused == [True]


def test_the_lock_ends_with_an_error_inside(tmp_path):
    with pytest.raises(KeyboardInterrupt), writer_lock(tmp_path):
        raise KeyboardInterrupt
    with writer_lock(tmp_path):
        assert (tmp_path / LOCK).exists()


def test_a_folder_that_cannot_be_written_to_is_said_so(tmp_path):
    (tmp_path / LOCK).mkdir()
    with pytest.raises(SettingsError, match="cannot be written to"), writer_lock(tmp_path):
        pass


def test_a_library_is_read_while_another_process_writes(library, put):
    id_ = put("a.txt", "One.")
    command = [sys.executable, "-c", HOLDER, str(library.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        assert library.document(id_).text == "One."
        with pytest.raises(LibraryBusyError):
            library.erase(id_)
        process.kill()
    library.erase(id_)
    assert library.documents() == []


def test_writing_may_be_nested_and_is_released_at_the_end(library, open_library):
    other = open_library()
    with library.writing():
        with library.writing():
            pass
        with pytest.raises(LibraryBusyError), other.writing():
            pass
    with other.writing():
        pass
