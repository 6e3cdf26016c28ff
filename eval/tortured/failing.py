"""Failing calls: the nth opening, write, renaming, SQLite or Chroma call of a process goes wrong."""

from __future__ import annotations

import builtins
import errno
import io
import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from eval.tortured.forks import forked
from eval.tortured.judge import problems_after
from eval.tortured.kills import scene
from eval.tortured.work import work
from ingest.errors import ScrutinyError

KINDS = ("open", "write", "rename", "SQLite", "Chroma")


def load_once() -> None:
    """Import what takes long, for every fork."""
    import chromadb.api.rust  # noqa: F401


@dataclass(frozen=True)
class Failing:
    """The `nth` call of a kind fails, once."""

    kind: str
    nth: int

    def __str__(self) -> str:
        return f"{self.kind} call {self.nth} fails"


class Countdown:
    """Raises an error at the nth call, and never again."""

    def __init__(self, nth: int, error: Callable[[], Exception]) -> None:
        self._left, self._error = nth, error
        self.raised = False

    def __call__(self) -> None:
        """Count one call."""
        self._left -= 1
        if not self._left:
            self.raised = True
            raise self._error()


def failed(failing: Failing, wanted: Sequence[str]) -> list[str]:
    """What is wrong after one failing call: the error itself, or what is left, or what a retry ends in."""
    with scene() as place:

        def run() -> object:
            place.prepare()
            countdown = INSTALL[failing.kind](failing.nth, (str(place.library.parent), str(place.inbox)))
            try:
                work(place)
            except ScrutinyError as error:
                return {"error": error.message, "next": error.next_step, "raised": countdown.raised}
            return {"raised": countdown.raised}

        ended = forked(run)
        told = ended.returned
        if told is None:
            return [f"no clear error: {ended.raised or ended}"]
        found = [] if told["raised"] else ["the call was never made"]
        if "error" in told and not (told["error"] and told["next"]):
            found.append(f"an error without a next step: {told['error']}")
        judged = forked(lambda: problems_after(place, wanted, in_order=False))
    return found + (judged.returned if judged.returned is not None else [f"the check fails: {judged}"])


def _fail_opening(nth: int, root: tuple[str, ...]) -> Countdown:
    countdown = Countdown(nth, lambda: OSError(errno.EIO, os.strerror(errno.EIO)))
    really, by_handle = io.open, os.open

    def opening(file: Any, *arguments: Any, **options: Any) -> Any:
        if _below(file, root):
            countdown()
        return really(file, *arguments, **options)

    def opening_handle(file: Any, *arguments: Any, **options: Any) -> Any:
        if _below(file, root):
            countdown()
        return by_handle(file, *arguments, **options)

    builtins.open = io.open = opening
    setattr(os, "open", opening_handle)  # noqa: B010 - it stands for the real one
    return countdown


class HalfWritten:
    """A file whose nth write stops in the middle for want of space."""

    def __init__(self, file: Any, countdown: Countdown) -> None:
        self._file, self._countdown = file, countdown

    def write(self, data: Any) -> Any:
        """Write it, or half of it."""
        try:
            self._countdown()
        except OSError:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> HalfWritten:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Any:
        return iter(self._file)


def _fail_writing(nth: int, root: tuple[str, ...]) -> Countdown:
    countdown = Countdown(nth, lambda: OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    really = io.open

    def opening(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        opened = really(file, mode, *arguments, **options)
        return HalfWritten(opened, countdown) if set(mode) & set("wax+") and _below(file, root) else opened

    builtins.open = io.open = opening
    return countdown


def _fail_renaming(nth: int, root: tuple[str, ...]) -> Countdown:
    countdown = Countdown(nth, lambda: OSError(errno.EACCES, os.strerror(errno.EACCES)))
    for name in ("rename", "replace"):
        setattr(os, name, _renaming(getattr(os, name), countdown, root))
    return countdown


def _renaming(really: Any, countdown: Countdown, root: tuple[str, ...]) -> Any:
    def renaming(source: Any, target: Any, **options: Any) -> None:
        if _below(source, root):
            countdown()
        really(source, target, **options)

    return renaming


def _fail_sqlite(nth: int, _: tuple[str, ...]) -> Countdown:
    countdown = Countdown(nth, lambda: sqlite3.OperationalError("disk I/O error"))
    connect = sqlite3.connect

    class Failing(sqlite3.Connection):
        def execute(self, *arguments: Any) -> Any:
            countdown()
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> Any:
            countdown()
            return super().executemany(*arguments)

        def executescript(self, *arguments: Any) -> Any:
            countdown()
            return super().executescript(*arguments)

    failing = partial(connect, factory=Failing)
    setattr(sqlite3, "connect", failing)  # noqa: B010 - it stands for the real one
    return countdown


def _fail_chroma(nth: int, _: tuple[str, ...]) -> Countdown:
    import chromadb
    from chromadb.api.models.Collection import Collection

    countdown = Countdown(nth, lambda: RuntimeError("Failed to apply logs to the hnsw segment writer"))
    for owner, names in (
        (chromadb, ("PersistentClient",)),
        (Collection, ("upsert", "get", "query", "count")),
    ):
        for name in names:
            setattr(owner, name, _calling(getattr(owner, name), countdown))
    return countdown


def _calling(really: Any, countdown: Countdown) -> Any:
    def calling(*arguments: Any, **options: Any) -> Any:
        countdown()
        return really(*arguments, **options)

    return calling


INSTALL: dict[str, Callable[[int, tuple[str, ...]], Countdown]] = {
    "open": _fail_opening,
    "write": _fail_writing,
    "rename": _fail_renaming,
    "SQLite": _fail_sqlite,
    "Chroma": _fail_chroma,
}


def _below(file: Any, root: tuple[str, ...]) -> bool:
    """Whether a path, or what a handle stands for, is below one of these folders."""
    try:
        path = os.readlink(f"/proc/self/fd/{file}") if isinstance(file, int) else os.fspath(file)
    except (OSError, TypeError):
        return False
    return str(Path(os.fsdecode(path))).startswith(root)
