"""Limits: what reading one file may cost, and how a reading process is held to it."""

from __future__ import annotations

import math
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ingest.errors import SettingsError

OUT_OF_MEMORY, ORPHANED = 86, 87
"""Exit codes of a reading process that ends itself."""

OUT_OF_TIME = -24
"""How a process ends that the system has stopped for its time (SIGXCPU, on Linux and macOS)."""

SECONDS, MEGABYTES = "SCRUTINY_READ_SECONDS", "SCRUTINY_READ_MEMORY_MB"

WAITING = 2
"""Times as many seconds by the clock as of the processor; Windows is held to the clock alone."""

CHECKED_EVERY = 0.5
"""Seconds between two looks at the memory in use, where the system does not hold the limit."""


@dataclass(frozen=True)
class Limits:
    """`seconds` without a sign of life (a page read, a step done); `memory_mb` of address space.

    The seconds are those of the processor, so that a busy machine reads the same files as an idle one; a
    reader that does nothing has `WAITING` times as long by the clock. Measured on 1,400 PDFs and scans a page
    takes 0.03 s, one that is recognised optically 3 s, and a reading process 0.4 GB of address space, 1.1 GB
    with the recognition.
    """

    seconds: float = 25.0
    memory_mb: int = 3072

    @property
    def clock(self) -> float:
        """Seconds by the clock without a sign of life."""
        return self.seconds * (1 if sys.platform == "win32" else WAITING)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Limits:
        """The limits set by SCRUTINY_READ_SECONDS and SCRUTINY_READ_MEMORY_MB. SettingsError."""
        seconds = _positive(environment, SECONDS, cls.seconds)
        return cls(seconds, int(_positive(environment, MEGABYTES, cls.memory_mb)))


def hold(limits: Limits) -> None:
    """Hold this process to the memory limit, and end it when the process that started it is gone.

    On Linux the system refuses memory above the limit, so that the reader fails in good order. Elsewhere the
    process looks at its own memory and ends itself.
    """
    watches: list[Callable[[], int | None]] = []
    if sys.platform == "linux":
        import resource

        above = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = limits.memory_mb * 2**20
        most = most if above == resource.RLIM_INFINITY else min(most, above)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    else:
        watches.append(lambda: OUT_OF_MEMORY if used_mb() > limits.memory_mb else None)
    parent = os.getppid()
    watches.append(lambda: ORPHANED if os.getppid() != parent else None)
    threading.Thread(target=_watch, args=(watches,), daemon=True).start()


def go_on(limits: Limits) -> None:
    """Another so many seconds of the processor for this process, from now; then the system ends it."""
    if sys.platform == "win32":
        return
    import resource

    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = math.ceil(time.process_time() + limits.seconds)
    soft = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, most))


def used_mb() -> float:
    """The most memory this process has used so far, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return _used_on_windows()
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def _watch(watches: list[Callable[[], int | None]]) -> None:
    while True:
        for watch in watches:
            code = watch()
            if code is not None:
                os._exit(code)
        time.sleep(CHECKED_EVERY)


def _used_on_windows() -> float:
    """The working set's peak: PROCESS_MEMORY_COUNTERS of psapi.h."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32),
            ("faults", ctypes.c_uint32),
            ("peak", ctypes.c_size_t),
            ("rest", ctypes.c_size_t * 7),
        )

    counters = Counters(size=ctypes.sizeof(Counters))
    system = getattr(ctypes, "windll").kernel32  # noqa: B009 - it is there on Windows alone
    system.GetCurrentProcess.restype = ctypes.c_void_p
    told = system.K32GetProcessMemoryInfo(
        ctypes.c_void_p(system.GetCurrentProcess()), ctypes.byref(counters), counters.size
    )
    return counters.peak / 2**20 if told else 0.0


def _positive(environment: Mapping[str, str], name: str, default: float) -> float:
    value = environment.get(name, "").strip()
    try:
        number = float(value) if value else float(default)
    except ValueError:
        number = -1.0
    if not 0 < number < 1e9:
        raise SettingsError(f"{name} is {value!r}, which is no number above 0.", f"Default: {default:g}.")
    return number
