"""Guard: what is checked of a request before anything else sees it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.limits import Limits
from assistant.api.problem import problem_reply

OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""What the service may be called; a web page that points its own name at this machine is refused."""

UPLOADS = ("/v1/checks/upload", "/v1/jobs", "/documents", "/check")
"""Where files are sent to, and a body may be as large as a file."""

HEADERS = {
    b"cache-control": b"no-store",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
}

Refuse = Callable[[Scope, int, str], ASGIApp]
"""Makes the reply that says no: to what, with which status, in which words."""


class Guard:
    """Refuses foreign host names (421) and large bodies (413); forbids that replies are kept or framed."""

    def __init__(
        self, app: ASGIApp, names: Collection[str], limits: Limits, refuse: Refuse | None = None
    ) -> None:
        self.app = app
        self.names = names
        self.limits = limits
        self.refuse = refuse or _as_problem

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts the body while it is read, whatever length it claims to have."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = _with_headers(send)
        if _host(scope) not in self.names:
            await self.refuse(scope, 421, "This service does not go by that name.")(scope, receive, send)
            return
        most = self.limits.upload if scope["path"] in UPLOADS else self.limits.body
        if _announced(scope) > most:
            await self.refuse(scope, 413, _too_large(most))(scope, receive, send)
            return
        await self.app(scope, _counted(receive, most), send)


def _as_problem(scope: Scope, status: int, detail: str) -> ASGIApp:
    return problem_reply(status, detail)


def _host(scope: Scope) -> str:
    """The host's name that the client used, without the port."""
    host: str = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _announced(scope: Scope) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


def _too_large(most: int) -> str:
    return f"A request may have {most:,} bytes."


def _counted(receive: Receive, most: int) -> Receive:
    """The same messages; HTTPException 413 once they hold more than `most` bytes."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise HTTPException(413, _too_large(most))
        return message

    return counting


def _with_headers(send: Send) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message.get("headers", [])}
            more = [(name, value) for name, value in HEADERS.items() if name not in given]
            message["headers"] = [*message.get("headers", []), *more]
        await send(message)

    return wrapped
