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


def line_reporter() -> Report:
    """Prints a line when more than ten seconds have passed since the last one."""
    last = time.monotonic()

    def report(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            say(f"{so_far(progress)}: {one_line(str(progress.current))}")

    return report


def so_far(progress: Progress) -> str:
    """How much is done of the phase, its rate and the time left: files and pages, passages, or documents."""
    if progress.phase == "reading":
        parts = [f"{progress.done:,} of {counted(progress.total, 'file')}", counted(progress.pages, "page")]
        made = "pages"
    elif progress.phase == "ledgers":
        parts = [f"{progress.done:,} of {counted(progress.total, 'document')} read for ledgers"]
        made = "documents"
    else:
        parts = [f"{progress.embedded:,} of {counted(progress.passages, 'passage')} embedded"]
        made = "passages"
    if progress.rate:
        parts.append(f"{progress.rate:.1f} {made} a second")
    if progress.left is not None:
        parts.append(f"about {duration(progress.left)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """A time to come, no finer than it can be known: "40 s", "5 min", "2 h 10 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    told = TextColumn("{task.fields[told]}", markup=False)
    name = TextColumn("{task.description}", markup=False)
    bar = Bar(BarColumn(20), told, name, console=console(error=True), transient=True)
    with bar:
        task = bar.add_task("", total=None, told="")

        def report(progress: Progress) -> None:
            embedding = progress.phase == "embedding"
            bar.update(
                task,
                completed=progress.embedded if embedding else progress.done,
                total=progress.passages if embedding else progress.total,
                description=shortened(str(progress.current or ""), 40),
                told=so_far(progress),
            )

        yield report
