"""Forks: work done in a copy of this process, which may be killed without harm.

What takes long to import is imported once, before; no Chroma client may be open then.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

MOST_BYTES = 32 * 2**20
"""No file of the small library comes near this; a runaway index would."""
MOST_SECONDS = 120


@dataclass(frozen=True)
class Ended:
    """How a fork ended: the `signal` that killed it (0: none), what it `returned`, what it raised."""

    signal: int
    returned: Any = None
    raised: str = ""


def forked(
    work: Callable[[], object], *, kill_after: float | None = None, most_bytes: int = MOST_BYTES
) -> Ended:
    """Do some work in a fork; SIGKILL it after so many seconds where `kill_after` is given."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile("w+") as stacks:
        child = os.fork()
        if child == 0:
            os.close(reading)
            _serve(work, writing, most_bytes, stacks=stacks)
        os.close(writing)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return Ended(os.WTERMSIG(status))
        stacks.seek(0)
        return Ended(0, **json.loads(told)) if told else Ended(0, raised=f"it hangs: {stacks.read()}")


def in_parallel(workers: int, tasks: Sequence[Any], work: Callable[[Any], Any]) -> list[Any]:
    """What `work` says of every task, in order, done by so many forks at once."""
    pipes = []
    for worker in range(workers):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.close(reading)
            _serve(partial(_all, work, tasks[worker::workers]), writing, 0, stacks=None)
        os.close(writing)
        pipes.append(reading)
    results: list[Any] = [None] * len(tasks)
    for worker, reading in enumerate(pipes):
        with os.fdopen(reading, "rb") as pipe:
            told = json.loads(pipe.read() or b'{"raised": "a worker died"}')
        if told.get("raised"):
            raise SystemExit(f"the harness itself failed: {told['raised']}")
        results[worker::workers] = told["returned"]
    for _ in pipes:
        os.wait()
    return results


def _all(work: Callable[[Any], Any], tasks: Sequence[Any]) -> list[Any]:
    return [work(task) for task in tasks]


def _serve(work: Callable[[], object], writing: int, most_bytes: int, *, stacks: IO[str] | None) -> None:
    """Do the work, tell of it, and end this process without cleaning up after the other.

    Where it takes too long, it ends without a word, and `stacks` tells where it stood.
    """
    told: dict[str, object] = {}
    try:
        if most_bytes:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
        if stacks is not None:
            faulthandler.dump_traceback_later(MOST_SECONDS, exit=True, file=stacks)
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), 2)
        told["returned"] = work()
    except BaseException as error:
        told["raised"] = _told(error)
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(json.dumps(told).encode())
    sys.stdout.flush()
    os._exit(0)


def _told(error: BaseException) -> str:
    import traceback

    where = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(where[-1].filename).name}:{where[-1].lineno}" if where else ""
    return f"{type(error).__name__}: {error}{place}"
