"""Pulse: a reader's sign of life after each page, so that a long document is told from one that hangs."""

from __future__ import annotations

from collections.abc import Callable

_listener: Callable[[], None] | None = None


def beat() -> None:
    """Say that another page, or another step of the work, has been done."""
    if _listener is not None:
        _listener()


def listen(listener: Callable[[], None] | None) -> None:
    """Have `listener` called at every beat; None ends it."""
    global _listener
    _listener = listener
