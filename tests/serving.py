"""The service on this machine, in a thread, for tests that need a real one."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from assistant.api.app import build_app
from assistant.api.limits import Limits


@contextmanager
def served(assistant: Any, *arguments: Any, **options: Any) -> Iterator[str]:
    """The address of the service around an assistant."""
    options = {"limits": Limits(rate=100_000)} | options
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(build_app(assistant, *arguments, **options), log_level="critical", ws="none")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
