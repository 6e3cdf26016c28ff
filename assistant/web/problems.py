"""What went wrong, as a page for visitors; programs go on getting a problem document."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import Scope

from assistant.api.problem import ProblemReply, problem_reply
from assistant.web.addresses import address
from assistant.web.pages import page
from ingest.errors import ScrutinyError

PROGRAMS = ("/v1/", "/docs", "/openapi.json", "/healthz", "/readyz", "/version", "/static/")
"""Where programs ask; everywhere else a visitor is answered."""

Handler = Callable[[Request, Exception], Awaitable[ProblemReply]]


def add_problem_pages(app: FastAPI) -> None:
    """Turns the service's problems into pages wherever a visitor may see them."""
    for kind in (HTTPException, RequestValidationError, ScrutinyError, Exception):
        app.add_exception_handler(kind, _shown_as_page(app.exception_handlers[kind]))  # type: ignore[arg-type]


def refused(scope: Scope, status: int, detail: str) -> Response:
    """The reply to what is refused unread, such as too large a file."""
    request, reply = Request(scope), problem_reply(status, detail)
    if not _of_a_visitor(request):
        return reply
    return _told(request, reply)


def _told(request: Request, reply: ProblemReply) -> Response:
    """The problem without a next step that is meant for programs."""
    problem = json.loads(bytes(reply.body))
    if "/docs" in problem["next_step"]:
        del problem["next_step"]
    written = request.method == "POST"
    return page(request, "problem.html", reply.status_code, problem=problem, written=written)


def _of_a_visitor(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return "text/html" in accepted and not request.url.path.startswith(PROGRAMS)


def _shown_as_page(handler: Handler) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def shown(request: Request, error: Exception) -> Response:
        reply = await handler(request, error)
        if not _of_a_visitor(request):
            return reply
        if reply.status_code == HTTPStatus.UNAUTHORIZED:
            here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            wanted = here if request.method == "GET" else "/"
            return RedirectResponse(address("/sign-in", [("next", wanted)]), status_code=303)
        told = _told(request, reply)
        if wait := reply.headers.get("retry-after"):
            told.headers["retry-after"] = wait
        return told

    return shown
