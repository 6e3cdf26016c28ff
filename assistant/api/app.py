"""Builds the HTTP service around one assistant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from assistant.api.guard import Guard
from assistant.api.problem import add_problem_handlers
from assistant.api.routes import answer_router, health_router, library_router
from assistant.version import program_version

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def build_app(assistant: ScrutinyAssistant) -> FastAPI:
    """The service. It has no documentation page, since the usual one loads its parts from elsewhere.

    The description of its interface is at /openapi.json.
    """
    app = FastAPI(
        title="Scrutiny assistant",
        summary="Cited answers from a safeguarding partnership's own documents.",
        version=program_version(),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    add_problem_handlers(app)
    for router in (answer_router(assistant), library_router(assistant), health_router(assistant)):
        app.include_router(router)
    app.add_middleware(Guard)
    return app
