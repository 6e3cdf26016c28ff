"""Pages as they look: the picture of one, and where on them a quotation stands."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.routes.documents import Name
from assistant.api.routes.narrowing import Reader
from assistant.machine.boxes import boxes_object
from ingest.pictures.picture import PagePicture

router = APIRouter(prefix="/v1/documents", tags=["documents"], responses=PROBLEMS)

PNG = "image/png"
Index = Annotated[int, Path(ge=0, le=1_000_000, description="From 0.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000, description="In code points of the document's text.")]


@router.get(
    "/{document}/pages/{index}/image",
    summary="A page as a picture",
    response_class=Response,
    responses={200: {"description": "Done.", "content": {PNG: {}}}, 304: {"description": "It is the same."}},
)
def image(request: Request, caller: Reader, document: Name, index: Index) -> Response:
    """A PDF's page as a PNG, at most 2480 pixels high or wide; 404 where the file has no pictures."""
    return picture_reply(request, caller.assistant.page_picture(document, index))


@router.get("/{document}/boxes", responses=described_by("boxes"), summary="Where a quotation stands")
def boxes(caller: Reader, document: Name, start: Offset, end: Offset) -> MachineReply:
    """Boxes round the words `start:end`, one a line; none, and a note, where the place is not certain."""
    return MachineReply(boxes_object(caller.assistant.marked(document, start, end)))


def picture_reply(request: Request, picture: PagePicture) -> Response:
    """The picture, or 304 where the caller has it already."""
    tag = f'"{hashlib.sha256(picture.png).hexdigest()[:32]}"'
    headers = {"etag": tag}
    if tag in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(picture.png, media_type=PNG, headers=headers)
