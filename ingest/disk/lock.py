"""One writer at a time: a lock of the operating system, which ends with its owner however that ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.disk.steps import step
from ingest.errors import LibraryBusyError, LibraryDamagedError, ScrutinyError, SettingsError, StorageError

LOCK = "write.lock"
OWNER = "writer.json"


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's writer lock. LibraryBusyError at once, naming the owner, when it is taken;
    SettingsError where the folder cannot be written to.

    The owner's note is for that message. After a kill, or where the disk failed, it is left behind and tells
    that there may be something to clear away; the next owner writes over it.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise _busy(folder) from None
    except OSError as error:
        raise SettingsError(
            f"The library in {folder} cannot be written to: {error.strerror}.",
            "Check the folder's permissions, or choose another library folder.",
        ) from error
    owner = folder / OWNER
    try:
        command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])
        owner.write_text(json.dumps({"pid": os.getpid(), "command": command}), encoding="utf-8")
        step("lock taken")
        yield
        owner.unlink(missing_ok=True)
    except ScrutinyError as error:
        if not isinstance(error, StorageError | LibraryDamagedError):
            owner.unlink(missing_ok=True)
        raise
    finally:
        lock.release()


def was_interrupted(folder: Path) -> bool:
    """Whether the last writer did not end well, or is still at work."""
    return (folder / OWNER).exists()


def _busy(folder: Path) -> LibraryBusyError:
    return LibraryBusyError(
        f"The library in {folder} is being written to by {_owner(folder / OWNER)}.",
        "Wait until it has finished; questions can be asked meanwhile.",
    )


def _owner(note: Path) -> str:
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return f"process {told['pid']} ({told['command']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
