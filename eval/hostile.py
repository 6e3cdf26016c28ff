"""`python -m eval hostile`: damaged, odd and hostile files, each read as `scrutiny ingest` reads it.

Exit code 1 where one brings its reader down, or takes longer than `LONGEST`.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eval.peers.ingest_worker import used_by
from eval.sets.base import SHARED
from ingest.discover import Found
from ingest.processors import processors
from ingest.reading.limits import Limits
from ingest.reading.parcel import Parcel
from ingest.reading.pool import Outcome, read_ahead
from ingest.reading.process import ReadingProcess

FOLDER = SHARED / "bench" / "hostile-pdf"

CRASH = "made its reader stop"

LONGEST = 30.0
"""Seconds that a file may take; other work on the machine is not held against it."""


class Timed(ReadingProcess):
    """Notes how many seconds each file took: of the processor, where the system tells, as its limit is."""

    def __init__(self, seconds: dict[Found, float]) -> None:
        super().__init__(Limits())
        self._seconds = seconds

    def read(self, file: Found, beat: Callable[[], None] = lambda: None) -> Parcel:
        """The file, read."""
        began, before, reader = time.monotonic(), self._used(), self._process
        try:
            return super().read(file, beat)
        finally:
            used = self._used() - (before if self._process is reader else 0.0)
            self._seconds[file] = used if used > 0 else time.monotonic() - began

    def _used(self) -> float:
        """Processor seconds of the reader so far; 0 where there is none or nobody tells."""
        with contextlib.suppress(OSError):
            return used_by(self._process.pid)[0] if self._process else 0.0
        return 0.0


def told(outcome: Outcome | None, name: str) -> str:
    """What became of a file, the same words for the same fate."""
    if isinstance(outcome, Parcel):
        unread = len(outcome.document.unread_pages)
        if not unread:
            return "read"
        return "read but for some pages" if outcome.document.text else "no page could be read"
    message = getattr(outcome, "message", None) or str(outcome)
    return "refused: " + re.sub(r"\(.*\)", "(…)", message.replace(name, "").strip())


@dataclass(frozen=True)
class Fates:
    """What became of files, by name, and how many seconds each took."""

    told: dict[str, str]
    seconds: dict[str, float]

    def wrong(self) -> dict[str, list[str]]:
        """The files that brought their reader down or took too long, and which of the two it was."""
        found = {name: ["its reader crashed"] for name, fate in self.told.items() if CRASH in fate}
        late = {name: [f"{took:.0f} s"] for name, took in self.seconds.items() if took > LONGEST}
        return found | late

    def counts(self) -> list[tuple[str, int]]:
        """How many files met each fate, the commonest first."""
        return Counter(self.told.values()).most_common()


def read_all(folder: Path, workers: int) -> Fates:
    """Read every file of a folder, as `ingest` does."""
    files = [Found(path, path.name) for path in sorted(folder.rglob("*")) if path.is_file()]
    seconds: dict[Found, float] = {}
    outcomes = read_ahead(files, lambda _: True, max(1, workers), lambda: Timed(seconds))
    fates = {file.shown_as: told(outcome, file.shown_as) for file, outcome in outcomes}
    return Fates(fates, {file.shown_as: took for file, took in seconds.items()})


def main(argv: list[str]) -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m eval hostile", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--workers", type=int, default=processors())
    options = parser.parse_args(argv)
    fates = read_all(options.folder, options.workers)
    if not fates.told:
        print(f"no files in {options.folder}", file=sys.stderr)
        return 2
    wrong = fates.wrong()
    print("\n".join(f"{count:6}  {fate}" for fate, count in fates.counts()))
    print(f"{len(fates.told)} files, each accounted for; {len(wrong)} crashed or over {LONGEST:.0f} s")
    print("\n".join(f"  {name}: {'; '.join(why)}" for name, why in wrong.items()), end="\n" if wrong else "")
    slowest = sorted(fates.seconds.items(), key=lambda one: -one[1])[:5]
    print("slowest: " + ", ".join(f"{name} {took:.1f} s" for name, took in slowest))
    return int(bool(wrong))
