"""The documents: the list, the text, a page of it, the original file."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.requests import FilterFields
from assistant.api.routes.narrowing import Reader, filters_of
from assistant.machine.documents import document_object, page_object, record_object
from ingest.errors import NotFoundError

router = APIRouter(prefix="/v1/documents", tags=["documents"], responses=PROBLEMS)

Name = Annotated[str, Path(description="The document's id, file name or path.", max_length=500)]


@router.get("", responses=described_by("documents"), summary="List the documents")
def documents(caller: Reader, fields: Annotated[FilterFields, Query()]) -> MachineReply:
    """The documents in the library, by date and name."""
    records = caller.assistant.documents(filters_of(caller, fields))
    return MachineReply([record_object(record) for record in records])


@router.get("/{document}", responses=described_by("show"), summary="One document with its text")
def document(caller: Reader, document: Name) -> MachineReply:
    """The whole text that citations' offsets count in."""
    return MachineReply(document_object(caller.assistant.show(document)))


@router.get("/{document}/pages/{index}", summary="The text of one page")
def page(
    caller: Reader, document: Name, index: Annotated[int, Path(ge=0, le=1_000_000, description="From 0.")]
) -> MachineReply:
    """A page's slice of the document's text; 404 where there is no such page."""
    shown = caller.assistant.show(document)
    if index >= len(shown.pages):
        raise NotFoundError("The document has no such page.", f"It has {len(shown.pages)} pages, from 0.")
    return MachineReply(page_object(shown, shown.pages[index]))


@router.get("/{document}/original", summary="The file itself", response_class=Response)
def original(caller: Reader, document: Name) -> Response:
    """The bytes of the file as it was ingested, always as a download and never as a page."""
    record, data = caller.assistant.original(document)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(record.source, safe='')}"}
    return Response(data, media_type="application/octet-stream", headers=headers)
