"""Adding documents: files are taken at once and ingested as a job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request, UploadFile

from assistant.api.caller import Caller
from assistant.api.job import Job, Jobs, Work
from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply
from assistant.api.routes.narrowing import Feeder
from assistant.api.uploads import saved
from ingest.errors import UsageError
from ingest.filters import Filters
from ingest.report import IngestedDocument, IngestReport, Progress

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

router = APIRouter(prefix="/v1/jobs", tags=["documents"], responses=PROBLEMS)


@router.post("", status_code=202, summary="Add documents")
def start(
    request: Request,
    caller: Feeder,
    files: list[UploadFile],
    label: Annotated[str, Form(min_length=1, max_length=100, pattern=r"^[\w .-]+$")] = "standard",
) -> MachineReply:
    """Takes the files and replies with the job that ingests them; the label must be one the key may see."""
    job = begin(request, caller, files, label)
    return MachineReply(job.as_object(), status_code=202, headers={"location": f"/v1/jobs/{job.id}"})


def begin(request: Request, caller: Caller, files: list[UploadFile], label: str) -> Job:
    """Keeps the files and queues the job that ingests them. UsageError for a label the key may not see."""
    if caller.key.labels is not None and label not in caller.key.labels:
        raise UsageError("This key may not add documents with that label.", "Give one of its own labels.")
    jobs: Jobs = request.app.state.jobs
    whole: ScrutinyAssistant = request.app.state.assistant
    # The path is the same each time, so that a name sent again is a new version.
    folder = request.app.state.incoming.place(label)
    places = [saved(file, folder) for file in files]
    return jobs.start(caller.key.id, _ingesting(whole, places, label))


@router.get("/{job_id}", summary="How far a job has got")
def show(request: Request, caller: Feeder, job_id: str) -> MachineReply:
    """State, counts and, at the end, what became of each file."""
    jobs: Jobs = request.app.state.jobs
    return MachineReply(jobs.get(job_id, caller.key.id).as_object())


def _ingesting(whole: ScrutinyAssistant, places: list[Path], label: str) -> Work:
    def work(tell: Callable[[Progress], None]) -> IngestReport:
        try:
            report = whole.ingest(places, label=label, progress=tell)
        finally:
            for place in places:
                place.unlink(missing_ok=True)
        labels = {record.id: record.label for record in whole.documents(Filters(include_superseded=True))}
        return replace(
            report,
            documents=tuple(
                _told(item, labels.get(item.id or "", label), label) for item in report.documents
            ),
        )

    return work


def _told(item: IngestedDocument, stands_under: str, label: str) -> IngestedDocument:
    """What may be told: not under which other label the library already has the same file."""
    if stands_under == label:
        return item
    reason = "The library already has this file under another label. Ask whoever keeps the library."
    return IngestedDocument(item.path, None, "failed", None, 0, 0, 0, (), reason)
