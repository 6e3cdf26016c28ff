"""The challenge pack as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from assistant.api.problem import PROBLEMS
from assistant.api.requests import PackQuery
from assistant.api.routes.narrowing import Reader, require_every_label

router = APIRouter(prefix="/v1", tags=["scrutiny"], responses=PROBLEMS)

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}


@router.get("/packs", summary="The challenge pack", response_class=Response)
def pack(caller: Reader, asked: Annotated[PackQuery, Query()]) -> Response:
    """Every key question with both sides, quotations in notes, tables and sources; as a download.

    For keys that may see every label, since it holds the challenge log.
    """
    require_every_label(caller)
    from assistant.pack.write import rendered

    made = caller.assistant.pack(
        subject=asked.subject, period=asked.period, as_of=asked.as_of, marking=asked.marking
    )
    headers = {"content-disposition": f'attachment; filename="challenge-pack.{asked.format}"'}
    return Response(rendered(made, asked.format), media_type=TYPES[asked.format], headers=headers)
