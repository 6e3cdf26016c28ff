"""`scrutiny tui`: the terminal app."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.session import Session, at_a_terminal, session_of
from ingest.errors import UsageError

if TYPE_CHECKING:
    from assistant.tui.preferences import Preferences


def tui(
    context: typer.Context,
    keys: Annotated[
        bool, option("--keys", "Print the keys as they may stand in scrutiny.toml, and stop.")
    ] = False,
    subject: Annotated[
        str | None,
        option("--subject AREA", "Whose key questions. Default: the area most documents are about."),
    ] = None,
) -> None:
    """Open the terminal app: ask, read the answer, open each source."""
    if keys:
        from assistant.tui.bindings import key_lines

        typer.echo("\n".join(key_lines(_preferences().keys)))
        return
    open_app(session_of(context), subject)


def open_app(session: Session, subject: str | None = None) -> None:
    """Runs the terminal app; without a terminal it would wait for ever, so that is a UsageError."""
    if not at_a_terminal():
        raise UsageError("The terminal app needs a terminal.", 'Use scrutiny ask "QUESTION" instead.')
    if os.environ.get("TERM") == "dumb":
        raise UsageError("This terminal shows plain lines only.", "Use scrutiny chat instead.")
    from assistant.tui.app import ScrutinyApp

    ended = ScrutinyApp(session.assistant(), _preferences(), subject)
    ended.run()
    if ended.failure:
        raise ended.failure
    if ended.background.busy:  # an answer nobody waits for any more: it only reads, and may take a minute
        sys.stdout.flush()
        os._exit(0)


def _preferences() -> Preferences:
    """Theme and keys from the nearest scrutiny.toml, else from the user's own."""
    from platformdirs import user_config_path

    from assistant.tui.preferences import find_preferences

    return find_preferences(Path.cwd(), user_config_path("scrutiny", appauthor=False), _known)


def _known() -> tuple[Collection[str], Collection[str]]:
    """The ids of the app's bindings, and the themes."""
    from textual.theme import BUILTIN_THEMES

    from assistant.tui.bindings import all_bindings

    return all_bindings(), BUILTIN_THEMES
