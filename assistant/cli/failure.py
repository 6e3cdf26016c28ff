"""What the user is told when a run does not end well, and the exit code that goes with it."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.cli.main import NO_SPACE
from assistant.crash import write_log
from assistant.render.plain import plain
from ingest.errors import ScrutinyError

INTERNAL = 3
INTERRUPTED = 130
USAGE = 2


class Interrupted(BaseException):
    """The user stopped a run; the message says what was kept and how to go on."""


def report(error: BaseException, logs: Path | None = None) -> int:
    """Tells the user on standard error what happened and returns the exit code for it."""
    import typer

    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else INTERNAL
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | typer.Abort | Interrupted):
        _say("Interrupted.", str(error))
        return INTERRUPTED
    if isinstance(error, ScrutinyError):
        _say(f"Error: {error.message}", error.next_step)
        return error.exit_code
    if isinstance(error, OSError) and error.errno in NO_SPACE:
        _say("Error: there is no space left on the disk.", "Free some, then run the same command again.")
        return USAGE
    if hasattr(
        error, "format_message"
    ):  # the parser's own errors; their class has moved between its releases
        _say(f"Error: {error.format_message()}", _help_hint(error))
        return USAGE
    return _internal(error, logs)


def _internal(error: BaseException, logs: Path | None) -> int:
    _say(
        f"Error: the program failed in a way it should not ({type(error).__name__}).",
        f"The details are in {write_log(error, logs)}; nothing has been sent anywhere.",
    )
    return INTERNAL


def _help_hint(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    return f"Try '{context.command_path} --help'." if context else ""


def _say(message: str, next_step: str) -> None:
    for line in (message, next_step):
        if line:
            print(plain(line), file=sys.stderr)  # noqa: T201 - standard error is the place for it
