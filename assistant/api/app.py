"""Builds the HTTP service around one assistant."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI

from assistant.api.audit import Audit, Write
from assistant.api.caller import Door
from assistant.api.guard import OWN_NAMES, Guard
from assistant.api.job import Jobs
from assistant.api.limits import Limits, TokenBucket, Turns
from assistant.api.problem import add_problem_handlers
from assistant.api.routes import (
    answers,
    checks,
    conversations,
    documents,
    health,
    jobs,
    packs,
    pages,
    reference,
    scrutiny,
)
from assistant.version import program_version
from assistant.web.problems import refused
from assistant.web.site import add_pages
from ingest.disk.leftovers import Incoming

if TYPE_CHECKING:
    from assistant.access.key_ring import KeyRing
    from assistant.facade import ScrutinyAssistant


def build_app(
    assistant: ScrutinyAssistant,
    ring: KeyRing | None = None,
    *,
    keys_needed: bool = False,
    names: Collection[str] = OWN_NAMES,
    limits: Limits = Limits(),  # noqa: B008 - it is frozen
    audit: Write | None = None,
) -> FastAPI:
    """The service. `ring` holds the keys, by default those of the library; `names` are its host names.

    Its documentation is at /docs, made here: the usual page loads its parts from elsewhere.
    """
    from assistant.access.key_ring import KeyRing

    app = FastAPI(
        title="Scrutiny assistant",
        summary="Cited answers from a safeguarding partnership's own documents.",
        version=program_version(),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
    )
    app.state.assistant = assistant
    app.state.limits = limits
    app.state.turns = Turns(limits)
    app.state.jobs = Jobs()
    app.state.incoming = Incoming(assistant.settings.library)
    app.state.stopping = asyncio.Event()  # set by whoever runs the service, when it is to stop
    ring = ring or KeyRing(assistant.settings.library)
    app.state.door = Door(assistant, ring, TokenBucket(limits.rate), open_=not keys_needed)
    add_problem_handlers(app)
    for part in (answers, conversations, scrutiny, packs, checks, documents, pages, jobs, health, reference):
        app.include_router(part.router)
    add_pages(app)
    app.add_middleware(Guard, names=names, limits=limits, refuse=refused)
    app.add_middleware(Audit, write=audit or (lambda _: None))
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Bounds the threads that work on requests; on the way out, waits for the ingest that runs."""
    current_default_thread_limiter().total_tokens = app.state.limits.threads
    yield
    app.state.jobs.close()
    app.state.incoming.close()
