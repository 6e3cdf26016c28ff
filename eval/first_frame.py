"""`python -m eval first_frame`: how long the terminal app takes to its first frame, and to follow typing.

The app runs in a pseudo-terminal over a library of 2,000 documents. Times are from the start of the process;
the slowest key is the longest time between a key's press and its letter on the screen, while the documents
are listed and the model is loaded.
"""

from __future__ import annotations

import argparse
import codecs
import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

from eval.large_library import cached_large_library

QUESTION = "What do audits say about supervision?"
MEANWHILE = "is being loaded"
ANSWERED = "Answered|Not found in"
PLACEHOLDER = "sk your documents"
"""Without its first letter, which stands under the cursor."""
TYPED = "zqjxkvwqzjxkvqjzqxkz"
"""Letters of which no word on the screen is made, so that their echo cannot be mistaken."""
CLEAR = "\x15"
"""Ctrl+U. What is written together with it would be taken away too."""


class Screen:
    """A program in a pseudo-terminal of 140 columns, and what it has written there."""

    def __init__(self, command: list[str]) -> None:
        import pty

        self.began = time.perf_counter()
        self._ours, theirs = pty.openpty()
        environment = os.environ | {"COLUMNS": "140", "LINES": "40", "TERM": "xterm-256color"}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.written = ""

    def press(self, keys: str) -> None:
        """Types."""
        os.write(self._ours, keys.encode())

    def until(self, pattern: str, seconds: float = 120.0, since: int = 0) -> float:
        """Seconds from the start until something written after `since` fits the pattern."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if re.search(pattern, self.written[since:]):
                return time.perf_counter() - self.began
            if select.select([self._ours], [], [], 0.005)[0]:
                self.written += self._decode(os.read(self._ours, 65536))
        raise SystemExit(f"“{pattern}” was never shown.")

    def close(self) -> None:
        """Ends the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


def measure(folder: Path) -> dict[str, float]:
    """Seconds for each thing a user waits for."""
    start = "import sys; from assistant.cli.main import main; sys.exit(main(sys.argv[1:]))"
    screen = Screen([sys.executable, "-c", start, "tui", "--library", str(folder)])
    try:
        times = {"first frame": screen.until(PLACEHOLDER)}
        times["slowest key"] = max(_echo(screen, TYPED[:number]) for number in range(1, len(TYPED) + 1))
        times["documents listed"] = screen.until(r"Documents \(\d+\)")
        _press(screen, CLEAR, PLACEHOLDER)
        _press(screen, QUESTION, re.escape(QUESTION))
        asked = time.perf_counter() - screen.began
        screen.press("\r")
        times["first passages, from asking"] = screen.until(f"{MEANWHILE}|{ANSWERED}") - asked
        times["first answer, from asking"] = screen.until(ANSWERED) - asked
    finally:
        screen.close()
    return times


def _echo(screen: Screen, typed: str) -> float:
    """Seconds from pressing the last of these letters until all of them stand there."""
    began = time.perf_counter() - screen.began
    return _press(screen, typed[-1], typed) - began


def _press(screen: Screen, keys: str, pattern: str) -> float:
    """Types, and waits until something that fits has been written since."""
    since = len(screen.written)
    screen.press(keys)
    return screen.until(pattern, since=since)


def main(argv: list[str]) -> int:
    """Five starts over 2,000 documents, or over the library that is named."""
    parser = argparse.ArgumentParser(prog="python -m eval first_frame", description=__doc__)
    parser.add_argument("--library", type=Path, help="measure over this library instead")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args(argv)
    folder = given.library or cached_large_library(2000)
    runs = [measure(folder) for _ in range(given.runs)]
    for name in runs[0]:
        found = sorted(run[name] for run in runs)
        print(f"{name:26} median {found[len(found) // 2] * 1000:6.0f} ms, slowest {found[-1] * 1000:6.0f} ms")
    return 0
