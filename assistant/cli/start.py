"""`scrutiny` with no command: the terminal app where there is a library, else the help."""

from __future__ import annotations

import typer

from assistant.cli.session import Session, at_a_terminal, session_of
from ingest.errors import NoLibraryError


def start(context: typer.Context) -> None:
    """Opens the app for a person at a terminal who has a library; shows everyone else the help."""
    session = session_of(context)
    if at_a_terminal() and _has_library(session):
        from assistant.cli.tui import open_app

        open_app(session)
        return
    typer.echo(context.get_help())


def _has_library(session: Session) -> bool:
    try:
        return bool(session.assistant().documents())
    except NoLibraryError:
        return False
