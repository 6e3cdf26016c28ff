"""What visitors are owed: how accessible the pages are, and what is kept about them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.web.pages import page

router = APIRouter(include_in_schema=False)


@router.get("/accessibility")
def accessibility(request: Request) -> HTMLResponse:
    """How the pages are made to be used, and how that is tested."""
    return page(request, "accessibility.html")


@router.get("/privacy")
def privacy(request: Request) -> HTMLResponse:
    """What is kept: next to nothing."""
    return page(request, "privacy.html")
