"""Pages: templates filled with what the documents say, every word of it escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant.answer import by_number
from assistant.in_words import version_in_words
from assistant.pack.shown import day_words, period_words
from assistant.pack.wording import wording
from assistant.render.answer import ADDRESSED, OUTCOMES
from assistant.render.ledger import claim_reference
from assistant.render.place import heading_below, page_name
from assistant.render.plain import counted, one_line, plain, shortened
from assistant.render.row import row_in_words
from assistant.web.addresses import log_address, source_address
from assistant.web.asked import Asked
from assistant.web.notes import by_paper, citation_name, quotation
from assistant.web.places import pages_named
from prompts import load_data

POLICY = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",  # with no-referrer a browser would hide where a form comes from
}
"""No script and no style stands in a page, and nothing is loaded from elsewhere."""


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of a template. `request` tells which part of the site it is in, and who is signed in."""
    return HTMLResponse(filled(request, template, **values), status_code=status, headers=POLICY)


def filled(request: Request, template: str, **values: Any) -> str:
    """The template as text."""
    common = {
        "site": str(request.base_url).rstrip("/"),
        "path": request.url.path,
        "signed_in": getattr(request.state, "signed_in", False),
    }
    return _environment().get_template(template).render(common | values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("assistant.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": day_words,
        "period": period_words,
        "line": one_line,
        "shortened": shortened,
        "counted": counted,
        "version_in_words": version_in_words,
        "first_big": lambda text: text[:1].upper() + text[1:],
    }
    environment.globals |= {
        "PLACES": load_data("web.yaml")["places"].items(),
        "ADDRESSED": ADDRESSED,
        "OUTCOMES": OUTCOMES,
        "VERDICTS": wording("verdicts"),
        "BASES": wording("bases"),
        "page_name": page_name,
        "source_address": source_address,
        "citation_name": citation_name,
        "log_address": log_address,
        "claim_reference": claim_reference,
        "by_number": by_number,
        "by_paper": by_paper,
        "heading_below": heading_below,
        "quotation": quotation,
        "row_in_words": row_in_words,
        "pages_named": pages_named,
        "asked_address": lambda question: Asked(question).address(),
    }
    return environment


def _safe(value: Any) -> Any:
    """Text without the characters that a screen acts upon; it is escaped after this."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def csv_reply(name: str, text: str) -> Response:
    """A sheet as a download; the mark at its beginning tells spreadsheets that it is Unicode."""
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(("\ufeff" + text).encode(), media_type="text/csv; charset=utf-8", headers=headers)
