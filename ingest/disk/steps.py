"""Steps: named moments of writing, so that a test can stop the process at each of them.

In use they cost one comparison.
"""

from __future__ import annotations

from collections.abc import Callable

_watcher: Callable[[str], None] | None = None


def step(name: str) -> None:
    """Say that a step has been reached."""
    if _watcher is not None:
        _watcher(name)


def watch(watcher: Callable[[str], None] | None) -> None:
    """Have `watcher` called at every step; None ends it. For tests."""
    global _watcher
    _watcher = watcher
