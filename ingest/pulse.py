"""Pulse: a reader's sign of life after each page, so that a long document is told from one that hangs."""

from __future__ import annotations

from collections.abc import Callable

_listener: Callable[[bool], None] | None = None


def beat(*, page: bool = False) -> None:
    """Say that another page has been read, or another step of the work done."""
    if _listener is not None:
        _listener(page)


def listen(listener: Callable[[bool], None] | None) -> None:
    """Have `listener` called at every beat, with whether it is that of a page; None ends it."""
    global _listener
    _listener = listener
