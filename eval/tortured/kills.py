"""Kills: at every named step, at random times, and with what was not made to last torn off (a power cut)."""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.tortured.forks import forked
from eval.tortured.judge import digest, problems_after
from eval.tortured.scene import Scene
from eval.tortured.work import work
from ingest.disk import steps

NOT_TORN = ("catalogue.db", "chroma.sqlite3", "write.lock", "writer.json", "acknowledged")
"""SQLite makes its own files last, out of our sight; the rest is the harness's, or says nothing."""


@dataclass(frozen=True)
class Kill:
    """When to kill: at the `nth` time a step is reached, or after so many seconds.

    `power`: files and parts of files that were never made to last are torn, as when the power goes.
    """

    step: str = ""
    nth: int = 1
    after: float | None = None
    power: bool = False

    def __str__(self) -> str:
        when = f"after {self.after:.3f} s" if self.after is not None else f"at “{self.step}” ({self.nth})"
        return f"{'power cut' if self.power else 'kill'} {when}"


@dataclass(frozen=True)
class Unkilled:
    """A run that nobody disturbed: how often it reached each step, and the digests of its end."""

    reached: dict[str, int]
    digests: Sequence[str]
    seconds: float


def unkilled() -> Unkilled:
    """Run once in peace."""
    with scene() as place:

        def run() -> object:
            reached: Counter[str] = Counter()
            steps.watch(lambda name: reached.update([name]))
            began = time.monotonic()
            work(place)
            took = time.monotonic() - began
            return [dict(reached), [digest(place), digest(place, in_order=False)], took]

        ended = forked(run)
    if ended.returned is None:
        raise SystemExit(f"the work fails by itself: {ended}")
    return Unkilled(*ended.returned)


def plan(reference: Unkilled, kills: int, seed: int) -> list[Kill]:
    """Every step at least once; then power cuts and random times, about a quarter each, and steps again."""
    chance = random.Random(seed)  # noqa: S311 - a plan that can be repeated, no secret
    names = list(reference.reached)
    found = [Kill(name, chance.randint(1, reference.reached[name])) for name in names]
    while len(found) < kills:
        name = chance.choice(names)
        at = Kill(name, chance.randint(1, reference.reached[name]), power=True)
        found.append(at if len(found) % 2 else Kill(after=chance.uniform(0, reference.seconds)))
    return found


def killed(kill: Kill, wanted: Sequence[str], breaking: Callable[[], None] = lambda: None) -> list[str]:
    """What is wrong after one kill; `breaking` changes the program beforehand, in the killed process."""
    with scene() as place:

        def run() -> object:
            synced = _note_synced()
            breaking()
            _watch(kill, place, synced)
            work(place)
            return None

        ended = forked(run, kill_after=kill.after)
        if kill.after is None and ended.signal != signal.SIGKILL:
            return [f"it was not killed: {ended}"]
        judged = forked(lambda: problems_after(place, wanted))
    return judged.returned if judged.returned is not None else [f"the check itself fails: {judged}"]


class scene:  # noqa: N801 - used as a function
    """A fresh scene in memory where there is such a folder, removed afterwards."""

    def __enter__(self) -> Scene:
        memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
        self._folder = Path(tempfile.mkdtemp(prefix="torture-", dir=memory if memory.is_dir() else None))
        return Scene(self._folder)

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _watch(kill: Kill, place: Scene, synced: dict[int, tuple[int, int]]) -> None:
    left = [kill.nth]

    def watcher(name: str) -> None:
        if name == kill.step:
            left[0] -= 1
            if not left[0]:
                if kill.power:
                    _tear(place, synced)
                os.kill(os.getpid(), signal.SIGKILL)

    if kill.step:
        steps.watch(watcher)


def _note_synced() -> dict[int, tuple[int, int]]:
    """From now on, the size and time of every file that was made to last, by inode."""
    synced: dict[int, tuple[int, int]] = {}
    really = os.fsync

    def fsync(handle: int) -> None:
        really(handle)
        told = os.fstat(handle)
        synced[told.st_ino] = (told.st_size, told.st_mtime_ns)

    setattr(os, "fsync", fsync)  # noqa: B010 - it stands for the real one
    return synced


def _tear(place: Scene, synced: dict[int, tuple[int, int]]) -> None:
    """Cut the files that were not made to last in half. Derived facts may be lost: they come back."""
    for file in _files(place.library.parent):
        told = file.stat()
        if synced.get(told.st_ino) != (told.st_size, told.st_mtime_ns):
            os.truncate(file, told.st_size // 2)


def _files(folder: Path) -> Sequence[Path]:
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(NOT_TORN) and file.parent.name != "derived"
    ]
