"""Whether the service runs, can answer, and which release it is. These want no key and tell no content."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request

from assistant.api.problem import PROBLEMS, problem_reply
from assistant.api.replies import MachineReply
from assistant.version import program_version
from ingest.errors import ScrutinyError

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

router = APIRouter(tags=["service"])


@router.get("/healthz", summary="Whether the process runs")
def healthz() -> MachineReply:
    """Always ok: whoever gets a reply knows that the process runs."""
    return MachineReply({"status": "ok"})


@router.get("/readyz", summary="Whether questions can be answered", responses={503: PROBLEMS[503]})
def readyz(request: Request) -> MachineReply:
    """Ready once the library holds a document, the model is loaded and the folder can be written to.

    503 says in `failing` which of library, model and disk are not, and why the first of them is not.
    """
    found = dict(_failing(request.app.state.assistant))
    if found:
        return problem_reply(503, next(iter(found.values())), failing=list(found))
    return MachineReply({"status": "ready"})


def _failing(assistant: ScrutinyAssistant) -> Iterator[tuple[str, str]]:
    try:
        if not assistant.documents():
            yield "library", "The library holds no documents."
    except ScrutinyError as error:
        yield "library", error.message
    else:
        if not assistant.warm:
            yield "model", "The search model is being loaded."
        if not os.access(assistant.settings.library, os.W_OK):
            yield "disk", "The library's folder cannot be written to."


@router.get("/version", summary="Which release this is")
def version() -> MachineReply:
    """The program's release."""
    return MachineReply({"version": program_version()})
