"""Guard: what is checked of a request before anything else sees it."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.problem import problem_reply

LARGEST_BODY = 64 * 1024
"""Bytes; a question with its filters needs a few hundred."""

OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""What the service may be called; a web page that points its own name at this machine is refused."""

HEADERS = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
]


class Guard:
    """Refuses foreign host names (421) and large bodies (413); forbids that replies are kept or framed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reads the whole body, at most `LARGEST_BODY` and one byte more, then lets the request in or not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = _with_headers(send)
        if _host(scope) not in OWN_NAMES:
            await problem_reply(421, "This service only answers on this machine.")(scope, receive, send)
            return
        body = await _body(receive)
        if body is None:
            return
        if len(body) > LARGEST_BODY:
            await problem_reply(413, f"A request may have {LARGEST_BODY} bytes.")(scope, receive, send)
            return
        await self.app(scope, _replayed(body, receive), send)


def _host(scope: Scope) -> str:
    """The host's name that the client used, without the port."""
    host: str = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


async def _body(receive: Receive) -> bytes | None:
    """The body, cut off once it is too large; None where the client has gone."""
    body = b""
    while len(body) <= LARGEST_BODY:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
    return body


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read once more, then whatever the client sends next."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _with_headers(send: Send) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *HEADERS]
        await send(message)

    return wrapped
