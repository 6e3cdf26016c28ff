"""Whether the service runs, can answer, and which release it is. These want no key and tell no content."""

from __future__ import annotations

from fastapi import APIRouter, Request

from assistant.api.problem import PROBLEMS, problem_reply
from assistant.api.replies import MachineReply
from assistant.version import program_version
from ingest.errors import ScrutinyError

router = APIRouter(tags=["service"])


@router.get("/healthz", summary="Whether the process runs")
def healthz() -> MachineReply:
    """Always ok: whoever gets a reply knows that the process runs."""
    return MachineReply({"status": "ok"})


@router.get("/readyz", summary="Whether questions can be answered", responses={503: PROBLEMS[503]})
def readyz(request: Request) -> MachineReply:
    """Ready once the library opens and holds a document; 503 says what is wrong where it does not."""
    try:
        some = bool(request.app.state.assistant.documents())
    except ScrutinyError as error:
        return problem_reply(503, error.message, failing=["library"])
    if not some:
        return problem_reply(503, "The library holds no documents.", failing=["library"])
    return MachineReply({"status": "ready"})


@router.get("/version", summary="Which release this is")
def version() -> MachineReply:
    """The program's release."""
    return MachineReply({"version": program_version()})
