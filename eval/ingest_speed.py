"""`python -m eval ingest_speed`: ingesting against the tutorial's pipeline, paired in one run.

Both sides are fed the same few files in turn, the first of each turn changing, so that whatever else the
machine does falls on both alike. Processor seconds, which a busy machine stretches less, stand beside those
of the clock.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from eval.sets.base import SHARED

SIDES = ("peer", "ours", "passages")
"""The tutorial's pipeline, ours as it is, and ours with passage vectors and no token vectors."""

MEASURES = ("pages", "pieces", "read", "seconds", "processor")


class Worker:
    """A side in its own process."""

    def __init__(self, side: str, folder: Path) -> None:
        command = [sys.executable, "-m", "eval.peers.ingest_worker", side, str(folder / side)]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and arguments
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._answer()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def take(self, paths: Sequence[Path]) -> dict[str, float]:
        """Feed it some files."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([str(path) for path in paths]) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit("A side of the benchmark has ended early; is the extra “bench” installed?")
        told: dict[str, float] = json.loads(line)
        return told


def paired(files: Sequence[Path], turns: int) -> dict[str, Counter[str]]:
    """The sums of every measure by side, and the most memory."""
    totals: dict[str, Counter[str]] = {side: Counter() for side in SIDES}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        workers = {side: stack.enter_context(Worker(side, Path(folder))) for side in SIDES}
        for turn in range(turns):
            for side in SIDES[turn % len(SIDES) :] + SIDES[: turn % len(SIDES)]:
                told: dict[str, Any] = workers[side].take(files[turn::turns])
                totals[side].update({name: told[name] for name in MEASURES})
                totals[side]["memory"] = max(totals[side]["memory"], told["memory"])
    return totals


def rows(totals: dict[str, Counter[str]]) -> list[str]:
    """The table: what each side took, and how many times as fast as the first the others were."""
    peer, *ours = (totals[side] for side in SIDES)
    lines = [f"{'':34}{'tutorial':>10}{'ours':>10}{'ratio':>8}{'no tokens':>11}{'ratio':>8}"]
    for name, measure in (
        ("pages", "pages"),
        ("pieces embedded", "pieces"),
        ("reading (ours: found by words), s", "read"),
        ("everything, s", "seconds"),
        ("processor, s", "processor"),
        ("most memory of one process, MB", "memory"),
    ):
        others = [(one[measure], peer[measure] / one[measure]) for one in ours]
        lines.append(_row(name, peer[measure], others, ".1f"))
    speed, *speeds = (totals[side]["pages"] / totals[side]["seconds"] for side in SIDES)
    lines.append(_row("pages a second", speed, [(one, one / speed) for one in speeds], ".2f"))
    share = ours[0]["read"] / peer["seconds"]
    lines.append(f"found by words after {share:.3f} of the tutorial's whole time; “no tokens” keeps passage")
    lines.append("vectors alone, and makes a question's token vectors when it is asked")
    return lines


def _row(name: str, first: float, others: Sequence[tuple[float, float]], form: str) -> str:
    told = "".join(f"{one:{11 if at else 10}{form}}{ratio:8.2f}" for at, (one, ratio) in enumerate(others))
    return f"{name:34}{first:10{form}}{told}"


def main(argv: list[str]) -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m eval ingest_speed", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED / "corpus" / "inspections")
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--limit", type=int, help="at most so many files")
    options = parser.parse_args(argv)
    files = sorted(options.folder.glob("*.pdf"))[: options.limit]
    if not files:
        print(f"no PDF in {options.folder}", file=sys.stderr)
        return 2
    print("\n".join(rows(paired(files, options.turns))))
    return 0
