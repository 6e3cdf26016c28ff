"""Printing: results to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from assistant.machine.text import to_json
from ingest.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from assistant.render.paragraph import Paragraph


def console(*, error: bool = False) -> Console:
    """A console on standard output (or error) that never reads markup, and is plain off a terminal."""
    from rich.console import Console

    class PipedConsole(Console):
        def on_broken_pipe(self) -> None:
            """A reader that has all it wanted is no failure; rich would exit with 1, as for findings."""
            raise BrokenPipeError

    stream = sys.stderr if error else sys.stdout
    return PipedConsole(
        file=stream,
        force_terminal=stream.isatty(),  # not what FORCE_COLOR says: a pipe gets no colour
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=None if stream.isatty() else False,
    )


def print_text(paragraphs: Iterable[Paragraph]) -> None:
    """Prints paragraphs on standard output."""
    from assistant.render.paragraph import print_paragraphs

    print_paragraphs(console(), paragraphs)


def print_json(value: Any) -> None:
    """Prints one JSON value on standard output, indented."""
    sys.stdout.write(to_json(value, indent=2) + "\n")


def print_json_line(value: Any) -> None:
    """Prints one JSON value on one line of standard output, at once."""
    sys.stdout.write(to_json(value) + "\n")
    sys.stdout.flush()


def folder_for(file: Path) -> None:
    """Makes the folder of a file that is to be written, where it is missing, and says so. UsageError."""
    if file.parent.exists():
        return
    try:
        file.parent.mkdir(parents=True)
    except OSError as error:
        raise UsageError(
            f"The folder {file.parent} cannot be made ({error.strerror}).", "Choose another place."
        ) from error
    say(f"Made the folder {file.parent}.")


def say(text: str) -> None:
    """Prints one safe line on standard error."""
    from assistant.render.plain import one_line

    sys.stderr.write(one_line(text) + "\n")
    sys.stderr.flush()
