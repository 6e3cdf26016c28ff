"""The console script's entry: every way that a run can end becomes an exit code here, and nowhere else.

0 fine (a refusal is fine), 1 findings or some documents failed, 2 usage, configuration or input error,
3 internal error, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.cli.session import Build

NO_SPACE = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a write fails with where the disk, or what this user may have of it, is full."""


def run() -> None:
    """Runs the command line given to this process and ends the process with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str], build: Build | None = None, logs: Path | None = None) -> int:
    """Runs one command line and returns its exit code; it raises nothing.

    `build` makes the assistant from settings (the real one by default); `logs` is the folder for the
    traceback of an internal error (the user's log folder by default).
    """
    open_closed()
    use_utf8()
    try:
        # The version is told before the parser is loaded: half the time of a start.
        code = _print_version() if list(arguments) == ["--version"] else _invoke(list(arguments), build)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has all it wanted
        discard_output()
        return 0
    except BaseException as error:
        from assistant.cli.failure import report

        if isinstance(error, OSError) and error.errno in NO_SPACE:
            discard_output()  # what is still to be written would fail again at the end of the process
        return report(error, logs)


def _print_version() -> int:
    from assistant.version import program_version

    sys.stdout.write(f"scrutiny {program_version()}\n")
    return 0


def _invoke(arguments: list[str], build: Build | None) -> int:
    """Parses and runs; the parser's own `main` is not used because it turns crashes into exit code 1."""
    from assistant.cli.app import command_line
    from assistant.cli.session import Session

    command = command_line()
    session = Session(build) if build else Session()
    if "_SCRUTINY_COMPLETE" in os.environ:  # a shell asks for completions
        command.main(arguments, prog_name="scrutiny", obj=session)
    try:
        with command.make_context("scrutiny", arguments, obj=session) as context:
            command.invoke(context)
    finally:
        session.close()
    return session.exit_code


def open_closed() -> None:
    """Opens nothing in the place of each standard stream that whoever started the program had closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def use_utf8() -> None:
    """Makes the standard streams UTF-8, whatever the locale or the Windows code page says.

    A lone surrogate (from a file name that is not UTF-8) is written as its escape. Line ends are LF when
    the output is a file or a pipe, so that a result has the same bytes on every system.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            newline = None if stream.isatty() else "\n"
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def discard_output() -> None:
    """Points standard output at nothing, so that the interpreter's last flush does not complain."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
