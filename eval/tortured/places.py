"""Places that fail: a disk that is full, a folder that may only be read, a library that another writes to."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from eval.tortured.forks import MOST_BYTES, forked
from eval.tortured.judge import problems_after, seen
from eval.tortured.kills import scene
from eval.tortured.scene import Scene
from eval.tortured.work import OPERATIONS, open_library, work
from ingest.errors import LibraryBusyError, ScrutinyError

NOBODY = 65534
SOON = 1.0
"""Seconds within which a second writer has to be told."""


def full(kilobytes: int, wanted: Sequence[str]) -> list[str]:
    """No file may grow beyond so many kilobytes, as on a full disk; then there is space again."""
    with scene() as place:
        error = _clear_error(place, kilobytes * 1024)
        judged = forked(lambda: problems_after(place, wanted, in_order=False))
        return error + (judged.returned if judged.returned is not None else [f"the check fails: {judged}"])


def full_disk(kilobytes: int, wanted: Sequence[str]) -> list[str] | None:
    """The same on a disk of that size, where this user may mount one; None where not."""
    folder = Path(tempfile.mkdtemp(prefix="torture-disk-"))
    try:
        if not _mounted(folder, f"size={kilobytes}k"):
            return None
        place = Scene(folder)
        error = _clear_error(place, MOST_BYTES)
        read = forked(lambda: seen(place)) if error == [] else None
        _mounted(folder, f"remount,size={MOST_BYTES // 1024}k")
        judged = forked(lambda: problems_after(place, wanted, in_order=False))
        found = judged.returned if judged.returned is not None else [f"the check fails: {judged}"]
        return error + found + (read.returned or [] if read else [])
    finally:
        subprocess.run(["umount", str(folder)], check=False, capture_output=True)  # noqa: S603, S607
        shutil.rmtree(folder, ignore_errors=True)


def read_only() -> list[str]:
    """A library in a folder that this user may not write to is read, and not written."""
    with scene() as place:
        forked(partial(_fill, place))
        if os.geteuid() == 0:
            subprocess.run(["chmod", "a+rX", "-R", str(place.folder)], check=True)  # noqa: S603, S607
        else:
            subprocess.run(["chmod", "a-w", "-R", str(place.library)], check=True)  # noqa: S603, S607

        def run() -> object:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            found = seen(place)
            try:
                with open_library(place) as library:
                    library.edit("b minutes.txt", title="New")
                found.append("it could be written to")
            except ScrutinyError as error:
                found += [] if error.next_step else [f"an error without a next step: {error}"]
            return found

        ended = forked(run)
        subprocess.run(["chmod", "u+w", "-R", str(place.folder)], check=False)  # noqa: S603, S607
        return ended.returned if ended.returned is not None else [f"no clear error: {ended}"]


def two_writers() -> list[str]:
    """While one writes, a second is refused at once; readers go on; a killed writer's lock is free."""
    with scene() as place:
        forked(partial(_fill, place))
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            with open_library(place) as library, library.writing():
                os.write(writing, b"held")
                time.sleep(60)
            os._exit(0)
        os.read(reading, 4)

        def run() -> object:
            began = time.monotonic()
            found = seen(place)
            try:
                with open_library(place) as library:
                    library.edit("b minutes.txt", title="New")
                found.append("two write at once")
            except LibraryBusyError as error:
                found += [] if str(child) in error.message else [f"the first is not named: {error}"]
            return found + (["the second was kept waiting"] if time.monotonic() - began > SOON else [])

        second = forked(run)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        third = forked(lambda: work(place))
        told = second.returned if second.returned is not None else [f"no clear error: {second}"]
        return [*told, *([third.raised] if third.raised else [])]


def _fill(place: Scene) -> None:
    place.prepare()
    OPERATIONS[0](place)
    place.acknowledge("done")


def _clear_error(place: Scene, most_bytes: int) -> list[str]:
    def run() -> object:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        try:
            place.prepare()
            work(place)
        except ScrutinyError as error:
            return [] if error.next_step else [f"an error without a next step: {error}"]
        return []

    ended = forked(run, most_bytes=0)
    return ended.returned if ended.returned is not None else [f"no clear error: {ended}"]


def _mounted(folder: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603
    except OSError:
        return False
