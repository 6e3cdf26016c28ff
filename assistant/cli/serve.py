"""`scrutiny serve`: the HTTP service, on this machine or, with keys, beyond it."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.output import say
from assistant.cli.session import session_of
from ingest.errors import ScrutinyError, SettingsError

if TYPE_CHECKING:
    import socket
    from types import FrameType

    from fastapi import FastAPI

    from assistant.facade import ScrutinyAssistant

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


def serve(
    context: typer.Context,
    host: Annotated[str, option("--host HOST", "The address to listen on.", show_default=True)] = "127.0.0.1",
    port: Annotated[int, option("--port N", "The port.", min=0, max=65535, show_default=True)] = 8000,
    name: Annotated[
        list[str] | None, option("--name HOST", "A host name that callers use for it; repeatable.")
    ] = None,
    rate: Annotated[int, option("--rate N", "Requests a minute and key.", min=1, show_default=True)] = 120,
    audit: Annotated[
        Path | None, option("--audit FILE", "Where to log who asked for what; no text is logged.")
    ] = None,
) -> None:
    """Serve answers over HTTP; beyond this machine only to holders of a key."""
    from assistant.access.key_ring import KeyRing
    from assistant.api.app import build_app
    from assistant.api.audit import audit_file
    from assistant.api.guard import OWN_NAMES
    from assistant.api.limits import Limits

    assistant = session_of(context).assistant()
    ring, local = KeyRing(assistant.settings.library), host in LOCAL_HOSTS
    if not local and not any(key.revoked is None for key in ring.all()):
        raise SettingsError(
            f"On {host} the service answers to holders of a key only, and there is no key.",
            "Make one with scrutiny keys create NAME, or leave --host out.",
        )
    listening = _listen(host, port)
    service = build_app(
        assistant,
        ring,
        keys_needed=not local,
        names={*OWN_NAMES, host, *(name or ())},
        limits=Limits(rate=rate),
        audit=audit_file(audit or _audit_log()),
    )
    say(f"Listening on http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}")
    say("Open it in a browser. Programs find it described at /docs. Ctrl+C stops it.")
    threading.Thread(target=_warm_up, args=(assistant,), daemon=True).start()
    _run(service, listening)


def _run(service: FastAPI, listening: socket.socket) -> None:
    """Serves until it is told to stop."""
    import uvicorn

    settings = uvicorn.Config(
        service, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    server, stop = uvicorn.Server(settings), service.state.stopping.set

    def end(signal: int, frame: FrameType | None) -> None:
        stop()  # answers that stream are told, and end as they should
        type(server).handle_exit(server, signal, frame)

    server.handle_exit = end  # type: ignore[method-assign, assignment]
    server.run(sockets=[listening])


def _warm_up(assistant: ScrutinyAssistant) -> None:
    """Loads the model while the first caller is still on the way; /readyz tells when it is there."""
    with contextlib.suppress(ScrutinyError):  # whoever asks is told
        assistant.warm_up()


def _audit_log() -> Path:
    from platformdirs import user_log_path

    return user_log_path("scrutiny", appauthor=False) / "audit.jsonl"


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
