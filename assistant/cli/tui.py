"""`scrutiny tui`: the terminal app."""

from __future__ import annotations

import os
import sys

import typer

from assistant.cli.session import Session, at_a_terminal, session_of
from ingest.errors import UsageError

app = typer.Typer()


@app.command()
def tui(context: typer.Context) -> None:
    """Open the terminal app: ask, read the answer, open each source."""
    open_app(session_of(context))


def open_app(session: Session) -> None:
    """Runs the terminal app; without a terminal it would wait for ever, so that is a UsageError."""
    if not at_a_terminal():
        raise UsageError("The terminal app needs a terminal.", 'Use scrutiny ask "QUESTION" instead.')
    from assistant.tui.app import ScrutinyApp

    ended = ScrutinyApp(session.assistant())
    ended.run()
    if ended.failure:
        raise ended.failure
    if ended.background.busy:  # an answer nobody waits for any more: it only reads, and may take a minute
        sys.stdout.flush()
        os._exit(0)
