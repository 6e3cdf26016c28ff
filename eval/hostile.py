"""`python -m eval hostile`: damaged, odd and hostile files, each read as `scrutiny ingest` reads it.

Exit code 1 where one brings its reader down, or takes longer than `LONGEST`.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.sets.base import SHARED
from ingest.discover import Found
from ingest.processors import processors
from ingest.reading.limits import Limits
from ingest.reading.parcel import Parcel
from ingest.reading.pool import Outcome, read_ahead
from ingest.reading.process import ReadingProcess

LONGEST = 30.0
"""Seconds that a file may take."""


class Timed(ReadingProcess):
    """Notes how many seconds each file took."""

    def __init__(self, seconds: dict[Found, float]) -> None:
        super().__init__(Limits())
        self._seconds = seconds

    def read(self, file: Found, beat: Callable[[], None] = lambda: None) -> Parcel:
        """The file, read."""
        began = time.monotonic()
        try:
            return super().read(file, beat)
        finally:
            self._seconds[file] = time.monotonic() - began


def told(outcome: Outcome | None, name: str) -> str:
    """What became of a file, the same words for the same fate."""
    if isinstance(outcome, Parcel):
        unread = len(outcome.document.unread_pages)
        if not unread:
            return "read"
        return "read but for some pages" if outcome.document.text else "no page could be read"
    message = getattr(outcome, "message", None) or str(outcome)
    return "refused: " + re.sub(r"\(.*\)", "(…)", message.replace(name, "").strip())


def main(argv: Sequence[str] | None = None) -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m eval hostile", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "bench" / "hostile-pdf")
    parser.add_argument("--workers", type=int, default=processors())
    options = parser.parse_args(argv)
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file())
    if not paths:
        print(f"no files in {options.folder}", file=sys.stderr)
        return 2
    files = [Found(path, path.name) for path in paths]
    seconds: dict[Found, float] = {}
    fates = Counter(
        told(outcome, file.path.name)
        for file, outcome in read_ahead(
            files, lambda _: True, options.workers, lambda: Timed(seconds), lambda _: None
        )
    )
    crashes = sum(count for fate, count in fates.items() if "made its reader stop" in fate)
    late = [file for file, took in seconds.items() if took > LONGEST]
    print("\n".join(f"{count:6}  {fate}" for fate, count in fates.most_common()))
    harm = f"{crashes} crashes, {len(late)} over {LONGEST:.0f} s"
    print(f"{len(files)} files, {fates.total()} accounted for; {harm}")
    slowest = sorted(seconds.items(), key=lambda one: -one[1])[:5]
    print("slowest: " + ", ".join(f"{file.path.name} {took:.1f} s" for file, took in slowest))
    return int(bool(crashes or late))
