"""Steps: named moments of writing, so that a test can stop the process at each of them.

In use they cost one comparison. The order below is that in which a document goes in and out.
"""

from __future__ import annotations

from collections.abc import Callable

STEPS = (
    "lock taken",
    "source written",
    "source named",
    "tokens written",
    "tokens named",
    "transaction begun",
    "document inserted",
    "passages inserted",
    "document sealed",
    "document committed",
    "vectors inserted",
    "vectors committed",
    "index filled",
    "index checked",
    "index named",
    "index pointed to",
    "index swept",
    "rows erased",
    "erasure committed",
    "words merged",
    "file rewritten",
    "log folded back",
    "sources swept",
    "tokens swept",
    "derived swept",
    "schema step applied",
    "backup begun",
    "backup packed",
    "backup written",
    "restored aside",
    "old library set aside",
    "restored",
)

_watcher: Callable[[str], None] | None = None


def step(name: str) -> None:
    """Say that a step has been reached."""
    if _watcher is not None:
        _watcher(name)


def watch(watcher: Callable[[str], None] | None) -> None:
    """Have `watcher` called at every step; None ends it. For tests."""
    global _watcher
    _watcher = watcher
