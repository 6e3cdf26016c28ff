"""How far an ingest has got: a bar on a terminal, elsewhere a line every ten seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.cli.output import console, say
from assistant.render.plain import counted, one_line, shortened

if TYPE_CHECKING:
    from ingest.report import Progress

Report = Callable[["Progress"], None]

SECONDS_BETWEEN_LINES = 10.0


@contextmanager
def progress_shown() -> Iterator[Report]:
    """Something to tell progress to, for as long as the block runs; it writes on standard error."""
    if sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        yield line_reporter()


def line_reporter(clock: Callable[[], float] = time.monotonic) -> Report:
    """Prints a line when more than ten seconds have passed since the last one."""
    last = clock()

    def report(progress: Progress) -> None:
        nonlocal last
        if clock() - last >= SECONDS_BETWEEN_LINES:
            last = clock()
            say(f"{progress.done} of {progress.total}: {one_line(str(progress.current))}")

    return report


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    name = TextColumn("{task.description}", markup=False)
    pages = TextColumn("{task.fields[pages]}", markup=False)
    bar = Bar(
        BarColumn(), MofNCompleteColumn(), pages, TimeRemainingColumn(compact=True), name,
        console=console(error=True), transient=True,
    )  # fmt: skip
    with bar:
        task = bar.add_task("reading", total=None, pages="")

        def report(progress: Progress) -> None:
            described = shortened(str(progress.current or ""), 40)
            so_far = counted(progress.pages, "page")
            bar.update(
                task, completed=progress.done, total=progress.total, description=described, pages=so_far
            )

        yield report
