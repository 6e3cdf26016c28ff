"""Anew: pdfium as it is in a new process, for one file at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from pypdfium2._library_scope import destroy_lib, init_lib

_IN_USE = threading.Lock()


@contextmanager
def started_anew() -> Iterator[None]:
    """Start pdfium anew for one file: the fonts it puts in the place of others remember earlier files,
    and this one's letters would be as wide as theirs. It serves one thread at a time.
    """
    with _IN_USE:
        destroy_lib()
        init_lib()
        yield
