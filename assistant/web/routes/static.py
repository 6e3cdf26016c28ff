"""The pages' own style, script and picture."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.exceptions import HTTPException

FOLDER = Path(__file__).parent.parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
def static(name: str) -> Response:
    """One of the files that lie there, by its name; 404 for anything else."""
    file = next((one for one in FOLDER.iterdir() if one.name == name), None)
    if file is None:
        raise HTTPException(404, "There is no such file.")
    return Response(file.read_bytes(), media_type=TYPES[file.suffix], headers={"cache-control": "no-cache"})
