"""One side of the ingest benchmark, in a process of its own: `python -m eval.peers.ingest_worker …`.

Takes lines of JSON, each a list of files, and answers each with what it cost.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ingest.embed import Embedder, Vectors
from ingest.token_vectors import TokenVectors

if sys.platform != "win32":
    import resource


class Side(Protocol):
    """A pipeline that can be fed some files at a time."""

    def warm_up(self) -> None:
        """Load the model."""

    def take(self, paths: Sequence[Path]) -> dict[str, float]:
        """Read and index some files: pages, pieces, seconds of reading."""
        ...


class PassagesOnly(Embedder):
    """Hands no token vectors over, so that none are kept."""

    def embed(self, texts: Sequence[str], *, reduced: bool = True) -> tuple[Vectors, list[TokenVectors]]:
        """The vectors, and nothing else."""
        return super().embed(texts, reduced=reduced)[0], []


class Ours:
    """The product, over one library; the seconds of reading end when every page is found by its words.

    Without `tokens` it keeps passage vectors alone.
    """

    def __init__(self, folder: Path, *, tokens: bool = True) -> None:
        from assistant.bootstrap import build_assistant
        from assistant.settings import Settings

        self._assistant = build_assistant(Settings(folder))
        if not tokens:
            self._assistant.embedder = PassagesOnly()

    def warm_up(self) -> None:
        """Load the model."""
        self._assistant.embedder.load()  # there is no library to search yet

    def take(self, paths: Sequence[Path]) -> dict[str, float]:
        """Read and index some files."""
        began, found = time.perf_counter(), [0.0]

        def tell(progress: object) -> None:
            if getattr(progress, "phase", "") == "reading":
                found[0] = time.perf_counter() - began

        report = self._assistant.ingest(paths, progress=tell)
        return {
            "pages": sum(document.pages for document in report.documents),
            "pieces": sum(document.passages for document in report.documents),
            "read": found[0],
        }


def used() -> tuple[float, float]:
    """Processor seconds of this process and its children, and the most memory of one of them, in MB."""
    own, ended = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    living = [used_by(int(pid)) for pid in _children()]
    seconds = own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime + sum(cpu for cpu, _ in living)
    return seconds, max(own.ru_maxrss, ended.ru_maxrss, *(most for _, most in living)) / 1024


def _children() -> list[str]:
    """The processes that are at work, or wait for it; the system tells on Linux alone."""
    return [pid for task in Path("/proc/self/task").glob("*/children") for pid in task.read_text().split()]


def used_by(pid: int) -> tuple[float, int]:
    """Processor seconds of a process, and the most memory it had, in KB."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK"), int(status["VmHWM"].split()[0])


def main(arguments: Sequence[str]) -> None:
    """Serve until the input ends."""
    from eval.peers.tutorial import TutorialPipeline

    folder = Path(arguments[1])
    kind = arguments[0]
    side: Side = TutorialPipeline(folder) if kind == "peer" else Ours(folder, tokens=kind == "ours")
    side.warm_up()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        before, began = used()[0], time.perf_counter()
        told = side.take([Path(path) for path in json.loads(line)])
        wall = time.perf_counter() - began
        seconds, memory = used()
        print(
            json.dumps({**told, "seconds": wall, "processor": seconds - before, "memory": memory}), flush=True
        )


if __name__ == "__main__":
    main(sys.argv[1:])
