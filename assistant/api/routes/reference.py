"""/docs: the service described for people, made from /openapi.json without script or outside file."""

from __future__ import annotations

import json
from functools import cache

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader

router = APIRouter(include_in_schema=False)

POLICY = {"content-security-policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'"}


@cache
def _templates() -> Environment:
    loader = PackageLoader("assistant.api", "templates")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@router.get("/docs")
def reference(request: Request) -> HTMLResponse:
    """Each operation with its parameters, an example request and its replies."""
    described = request.app.openapi()
    operations = [
        {"method": method.upper(), "path": path, "examples": _examples(operation)} | operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    page = _templates().get_template("reference.html")
    return HTMLResponse(page.render(info=described["info"], operations=operations), headers=POLICY)


@router.get("/docs/style.css")
def style() -> HTMLResponse:
    """The page's style."""
    text = _templates().get_template("reference.css").render()
    return HTMLResponse(text, media_type="text/css")


def _examples(operation: dict[str, object]) -> list[tuple[str, str]]:
    body = operation.get("requestBody")
    if not isinstance(body, dict):
        return []
    examples = body["content"].get("application/json", {}).get("examples", {})
    return [(name, json.dumps(item["value"], indent=2)) for name, item in examples.items()]
