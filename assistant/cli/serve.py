"""`scrutiny serve`: the HTTP service, on this machine only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import say
from assistant.cli.session import session_of
from ingest.errors import SettingsError

if TYPE_CHECKING:
    import socket

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")

app = typer.Typer()


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on.", show_default=True)
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port.", show_default=True)
    ] = 8000,
) -> None:
    """Serve answers over HTTP to programs on this machine."""
    if host not in LOCAL_HOSTS:
        raise SettingsError(
            f"The service has no access keys yet, so it only listens on this machine, not on {host}.",
            "Leave --host out, or give 127.0.0.1.",
        )
    import uvicorn

    from assistant.api.app import build_app

    listening = _listen(host, port)
    service = build_app(session_of(context).assistant())
    say(f"Listening on http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}")
    say("Ctrl+C stops it.")
    settings = uvicorn.Config(service, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(settings).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """The open port; SettingsError where another program has it."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise SettingsError(
            f"Port {port} cannot be used ({error.strerror or error}).",
            "Give another one with --port.",
        ) from error
