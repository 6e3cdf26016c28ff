"""Trouble: what the disk, SQLite or the vector index fails with, told as one of the program's own errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.catalogue.connect import CATALOGUE, damaged
from ingest.errors import StorageError
from ingest.index.vectors import UnsoundGenerationError

AGAIN = "Check the disk's free space and the folder's permissions, then run the same command again."
SLOWER = "Every document is in and is searched exactly, which is slower. Run scrutiny optimize to build it."


@contextmanager
def told_clearly(folder: Path) -> Iterator[None]:
    """Raise StorageError or LibraryDamagedError for what goes wrong inside with the library in `folder`.

    A reader of our output who has gone (a broken pipe) is no trouble of the library's.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise damaged(folder / CATALOGUE, error) from error
    except UnsoundGenerationError as error:
        raise StorageError(f"The vector index could not be built. {error}", SLOWER) from error
    except ConnectionError:
        raise
    except OSError as error:
        told = error.strerror or str(error)
        raise StorageError(f"The library in {folder} could not be written: {told}.", AGAIN) from error
