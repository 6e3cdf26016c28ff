"""The documents, the form that adds some, and how far that has got."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.api.caller import Caller
from assistant.api.routes.jobs import begin
from assistant.web.choices import Choices, choices_in
from assistant.web.listed import listed
from assistant.web.pages import page
from assistant.web.places import records
from assistant.web.visitor import Feeding, Reading, from_here
from ingest.errors import UsageError
from ingest.filters import Filters
from ingest.records import DocumentRecord

router = APIRouter(include_in_schema=False)

NAMES = ("kind", "subject", "unread", "superseded", "page")


@router.get("/documents")
def documents(request: Request, caller: Reading) -> HTMLResponse:
    """What the library holds, and what of it could not be read."""
    choices = choices_in("/documents", request.query_params, NAMES)
    every = records(caller, Filters(include_superseded=True))
    shown = [record for record in every if _fits(record, choices)]
    return page(
        request,
        "documents.html",
        every=every,
        choices=choices,
        groups=_groups(every, choices),
        listed=listed(shown, choices),
        may_add="ingest" in caller.key.scopes,
        labels=_labels(caller, every),
        back=choices.address,
    )


@router.post("/documents", dependencies=[Depends(from_here)])
def add(
    request: Request,
    caller: Feeding,
    files: list[UploadFile],
    label: Annotated[str, Form(min_length=1, max_length=100, pattern=r"^[\w .-]+$")] = "standard",
) -> Response:
    """Takes the files and leads to the page of the job that reads them. UsageError without any."""
    given = [file for file in files if file.filename]
    if not given:
        raise UsageError("No file was chosen.", "Choose one or more files to add.")
    job = begin(request, caller, given, label)
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


@router.get("/jobs/{job_id}")
def job(request: Request, caller: Feeding, job_id: str) -> HTMLResponse:
    """How far it has got; at the end what became of each file."""
    found = request.app.state.jobs.get(job_id, caller.key.id)
    return page(request, "job.html", job=found, running=found.state in ("queued", "running"))


def _fits(record: DocumentRecord, choices: Choices) -> bool:
    return (
        choices.one("kind") in ("", record.kind)
        and choices.one("subject") in ("", record.subject or "")
        and (not choices.one("unread") or bool(record.unread_pages))
        and (bool(choices.one("superseded")) == bool(record.superseded_by))
    )


def _groups(every: list[DocumentRecord], choices: Choices) -> list[tuple[str, list[Any]]]:
    current = [record for record in every if not record.superseded_by]
    kinds = Counter(record.kind for record in current)
    areas = Counter(record.subject for record in current if record.subject)
    unread = sum(bool(record.unread_pages) for record in current)
    old = len(every) - len(current)
    state: list[tuple[str, list[Any]]] = []
    if unread:
        state += choices.chips("unread", [("yes", "with unread pages", unread)])  # type: ignore[arg-type]
    if old:
        state += choices.chips("superseded", [("yes", "older versions", old)])  # type: ignore[arg-type]
    return [
        (
            "Kind",
            choices.chips("kind", [(name, name.replace("_", " "), kinds[name]) for name in sorted(kinds)]),
        ),
        ("Area", choices.chips("subject", [(name, name, areas[name]) for name in sorted(areas)])),
        ("State", state),
    ]


def _labels(caller: Caller, every: list[DocumentRecord]) -> list[str]:
    if caller.key.labels is not None:
        return list(caller.key.labels)
    return sorted({"standard", *(record.label for record in every)})
