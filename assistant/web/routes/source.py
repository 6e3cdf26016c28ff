"""The page of a quotation in its document: how the page looks, with the words boxed, and what it says."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from assistant.api.routes.pages import picture_reply
from assistant.web.addresses import address, own_address, source_address
from assistant.web.pages import page
from assistant.web.sheet import sheet_of
from assistant.web.trail import Trail
from assistant.web.visitor import Reading
from ingest.errors import UsageError
from prompts.load import load_data

router = APIRouter(include_in_schema=False)

PDF = b"%PDF-"

Offset = Annotated[int, Query(ge=0, le=1_000_000_000)]
Number = Annotated[int, Query(ge=0, le=1_000_000)]


@router.get("/source/{document_id}")
def source(
    request: Request,
    caller: Reading,
    document_id: str,
    start: Offset = 0,
    end: Offset = 0,
    number: Annotated[int, Query(alias="page", ge=0, le=1_000_000)] = 0,
    n: Number = 0,
    back: str = "",
) -> HTMLResponse:
    """The words `start:end` within their page, or page `number`. UsageError where there is no such place."""
    document = caller.assistant.show(document_id)
    if not start <= end <= len(document.text):
        raise UsageError("The document has no such place.", "Follow the link on the page that quotes it.")
    sheet = sheet_of(caller, document, start, end, number)
    back = own_address(back) if back else ""
    before, after = _trail(request).around(caller, back, n)
    own = f"/source/{quote(document.id, safe='')}"

    def on_page(wanted: int) -> str:
        fields = (("start", start), ("end", end), ("page", wanted), ("n", n or None), ("back", back))
        return address(own, fields)

    return page(
        request,
        "source.html",
        document=document,
        sheet=sheet,
        note=load_data("pages.yaml")[sheet.note] if sheet.note else "",
        own=own,
        n=n,
        before=before,
        after=after,
        beside=lambda citation: source_address(citation, back),
        on_page=on_page,
        back=back,
    )


@router.get("/source/{document_id}/pages/{index}")
def picture(
    request: Request, caller: Reading, document_id: str, index: Annotated[int, Path(ge=0, le=1_000_000)]
) -> Response:
    """The picture of a page, for the page above."""
    return picture_reply(request, caller.assistant.page_picture(document_id, index))


@router.get("/source/{document_id}/original")
def original(caller: Reading, document_id: str) -> Response:
    """The file itself: a PDF is opened in the browser's own reader, anything else is only downloaded."""
    record, data = caller.assistant.original(document_id)
    opens = data.startswith(PDF) and record.source.lower().endswith(".pdf")
    shown = "inline" if opens else "attachment"
    headers = {"content-disposition": f"{shown}; filename*=UTF-8''{quote(record.source, safe='')}"}
    return Response(
        data, media_type="application/pdf" if opens else "application/octet-stream", headers=headers
    )


def _trail(request: Request) -> Trail:
    trail: Trail = request.app.state.trail
    return trail
