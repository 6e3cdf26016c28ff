"""How many things can be done at once here."""

from __future__ import annotations

import os


def processors() -> int:
    """How many processors this process may use; OMP_NUM_THREADS, where it is set, is the most."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return min(allowed, int(asked)) if asked.isdigit() and int(asked) > 0 else allowed
