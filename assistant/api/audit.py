"""Audit: one line a request saying who did what and how it ended; never a question, a quotation or a key."""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

BYTES, FILES = 5_000_000, 5
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

Write = Callable[[str], None]


def audit_file(file: Path) -> Write:
    """Writes lines to a file that is followed by a new one at 5 MB; five are kept."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=BYTES, backupCount=FILES, encoding="utf-8", delay=True)

    def write(line: str) -> None:
        handler.emit(logging.LogRecord("audit", logging.INFO, "", 0, line, None, None))
        handler.close()  # it is opened again by the next line, and can be moved away meanwhile

    return write


class Audit:
    """Names each request (X-Request-ID, the caller's own if it is a plain one) and writes its line."""

    def __init__(self, app: ASGIApp, write: Write) -> None:
        self.app = app
        self.write = write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The path is told as its route, so that no document's name stands in the log."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.monotonic(), 500
        request_id = _request_id(scope)

        async def named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", []), (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, named)
        finally:
            self.write(_line(scope, request_id, status, time.monotonic() - began))


def _request_id(scope: Scope) -> str:
    given: str = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
    return given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)


def _line(scope: Scope, request_id: str, status: int, seconds: float) -> str:
    key, route = scope.get("state", {}).get("key"), scope.get("route")
    told = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "request_id": request_id,
        "key": key.id if key else None,
        "method": scope["method"],
        "route": getattr(route, "path", None),
        "status": status,
        "milliseconds": round(seconds * 1000),
    }
    return json.dumps(told)
