"""The page of a quotation in its document."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from assistant.web.addresses import own_address
from assistant.web.pages import page
from assistant.web.visitor import Reading
from ingest.errors import UsageError

router = APIRouter(include_in_schema=False)

ROUND = 1500
"""Characters shown before and after a quotation in a document without pages."""


@router.get("/source/{document_id}")
def source(
    request: Request,
    caller: Reading,
    document_id: str,
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = 0,
    back: str = "",
) -> HTMLResponse:
    """The words `start:end` marked within their page. UsageError where the document has no such place."""
    document = caller.assistant.show(document_id)
    if not start <= end <= len(document.text):
        raise UsageError("The document has no such place.", "Follow the link on the page that quotes it.")
    printed = document.page_at(start)
    first = min(printed.start, start) if printed else max(0, start - ROUND)
    last = max(printed.end, end) if printed else min(len(document.text), end + ROUND)
    return page(
        request,
        "source.html",
        document=document,
        printed=printed,
        before=document.text[first:start],
        quote=document.text[start:end],
        after=document.text[end:last],
        back=own_address(back) if back else "",
    )
