"""ReadingProcess: a child process that reads files one by one, and what is made of it when it does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

from ingest import errors
from ingest.discover import Found
from ingest.errors import ReadError
from ingest.reading.child import READER
from ingest.reading.frames import receive, send
from ingest.reading.limits import OUT_OF_MEMORY, OUT_OF_TIME, Limits
from ingest.reading.parcel import Parcel, unpacked

FILES_EACH = 100
"""After so many files a process is replaced: what a library leaks does not add up."""

RESAVE = "Open and save it again in the program that made it, or export it as PDF."
SPLIT = "Split it into smaller files, or allow more with SCRUTINY_READ_MEMORY_MB."
WAIT = "Export it as PDF, split it, or allow more time with SCRUTINY_READ_SECONDS."


class ReadingProcess:
    """Started when the first file is read, and again after each one that brought it down."""

    def __init__(self, limits: Limits, reader: str = READER) -> None:
        self.limits = limits
        self._reader = reader
        self._process: subprocess.Popen[bytes] | None = None
        self._environment: dict[str, str] = {}
        self._read = 0
        self._late = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def started(self) -> bool:
        """Whether there is a process by now."""
        return self._process is not None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with _broken_pipes_ignored():
                    pipe.close()
        process.wait()

    def read(self, file: Found, beat: Callable[[], None] = lambda: None) -> Parcel:
        """The file, read; `beat` is called for every page read. ReadError, whatever the file does to it."""
        try:
            return self._ask(file, beat)
        except ReadError:
            raise
        except (EOFError, ConnectionError):
            raise self._death() from None
        except BaseException:
            self.close()
            raise

    def _ask(self, file: Found, beat: Callable[[], None]) -> Parcel:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        asked = {"path": str(file.path.absolute()), "shown_as": file.shown_as}
        send(process.stdin, b"?", json.dumps(asked).encode())
        while True:
            with self._deadline(process):
                kind, data = receive(process.stdout)
            if kind != b".":
                break
            if data:
                beat()
        if kind == b"=":
            return unpacked(data)
        raise self._failure(*json.loads(data))

    def _running(self) -> subprocess.Popen[bytes]:
        ended = self._process is not None and self._process.poll() is not None
        environment = _environment()
        if ended or self._late or self._read == FILES_EACH or environment != self._environment:
            self.close()
        if self._process is None:
            self._process, self._read, self._late = _start(self._reader, self.limits, environment), 0, False
            self._environment = environment
        self._read += 1
        return self._process

    @contextmanager
    def _deadline(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Kill the process where it gives no sign of life in time; the pending read then ends."""

        def late() -> None:
            self._late = True
            process.kill()

        timer = threading.Timer(self.limits.clock, late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _failure(self, kind: str, message: str, next_step: str) -> ReadError:
        """The error that the reader reported. After one of memory the process is not used again."""
        if kind == "MemoryError":
            self.close()
            return self._too_large()
        found = getattr(errors, kind, None)
        if isinstance(found, type) and issubclass(found, ReadError):
            return found(message, next_step)
        return ReadError(f"The file could not be read ({message}).", RESAVE)

    def _death(self) -> ReadError:
        """Why the process has ended."""
        process = self._process
        code = None if process is None else _exit_code(process)
        self.close()
        if self._late or code == OUT_OF_TIME:
            return ReadError(
                f"Reading it was given up after {self.limits.seconds:g} s without a page being read.", WAIT
            )
        if code == OUT_OF_MEMORY:
            return self._too_large()
        return ReadError(f"The file made its reader stop ({_told(code)}).", RESAVE)

    def _too_large(self) -> ReadError:
        return ReadError(f"Reading it takes more than {self.limits.memory_mb} MB of memory.", SPLIT)


def _environment() -> dict[str, str]:
    """What a process is started in: our own import path and no other, and one thread."""
    paths = [entry for entry in sys.path if entry and os.path.isabs(entry)]
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**os.environ, **single, "PYTHONPATH": os.pathsep.join(paths)}


def _start(reader: str, limits: Limits, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A new process; the working folder is not searched for modules."""
    arguments = [reader, f"{limits.seconds:g}", str(limits.memory_mb)]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
        [sys.executable, "-P", "-m", "ingest.reading.child", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        # On Windows a Ctrl+C goes to every process of the group.
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _exit_code(process: subprocess.Popen[bytes]) -> int | None:
    try:
        return process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return None


def _told(code: int | None) -> str:
    if code is None:
        return "it closed its pipe"
    return f"signal {-code}" if code < 0 else f"exit code {code}"


@contextmanager
def _broken_pipes_ignored() -> Iterator[None]:
    try:
        yield
    except OSError:
        return
