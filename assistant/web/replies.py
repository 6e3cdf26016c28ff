"""Files that pages offer to keep."""

from __future__ import annotations

from fastapi.responses import Response


def csv_reply(name: str, text: str) -> Response:
    """A sheet as a download; the mark at its beginning tells spreadsheets that it is Unicode."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(("\ufeff" + text).encode(), media_type="text/csv; charset=utf-8", headers=headers)
