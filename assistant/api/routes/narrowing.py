"""What a request's filters come to for the caller who sends them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from starlette.exceptions import HTTPException

from assistant.api.caller import Caller, needs
from assistant.api.requests import FilterFields
from assistant.understanding.narrow import filters_for
from ingest.filters import Filters

Reader = Annotated[Caller, Depends(needs("read"))]
Checker = Annotated[Caller, Depends(needs("check"))]
Writer = Annotated[Caller, Depends(needs("write"))]
Feeder = Annotated[Caller, Depends(needs("ingest"))]


def filters_of(caller: Caller, fields: FilterFields) -> Filters:
    """The filters, with documents named in any way that the library knows them by. NotFoundError."""
    return filters_for(
        caller.assistant, fields.kinds, fields.organisations, fields.documents, fields.since, fields.until
    )


def require_every_label(caller: Caller) -> None:
    """The challenge log's words may speak of any document, so no label can be kept out of them. 403."""
    if caller.key.labels is not None:
        raise HTTPException(403, "This is for keys that may see every label.")
