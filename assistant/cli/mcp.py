"""`scrutiny mcp`: the library as tools of another assistant, over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.session import session_of
from ingest.errors import SettingsError


def mcp(
    context: typer.Context,
    label: Annotated[
        list[str] | None, option("--label LABEL", "Only documents of this label; repeatable.")
    ] = None,
) -> None:
    """Let another assistant ask, search, check and weigh questions here (Model Context Protocol, stdio).

    It can read and change nothing. The other assistant starts this command; it is not for typing at.
    """
    try:
        from assistant.mcp.server import serve
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"The extra “mcp” is not installed ({error.name} is missing).",
            'Install it with pip install "scrutiny-assistant[mcp]".',
        ) from error
    serve(session_of(context).assistant(), label or ())
