"""Visitors: the service's callers when they come with a browser, held to the same keys and labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from assistant.access.key import Scope
from assistant.api.caller import Caller, Door

COOKIE = "scrutiny_key"


def visits(scope: Scope) -> Callable[[Request], Caller]:
    """The dependency of a page that wants this scope; the key may come in the cookie of the sign-in page."""

    def admitted(request: Request) -> Caller:
        door: Door = request.app.state.door
        key = request.cookies.get(COOKIE)
        request.state.signed_in = key is not None
        given = request.headers.get("authorization")
        return door.admit(request, scope, given if given or not key else f"Bearer {key}")

    return admitted


def from_here(request: Request) -> None:
    """The dependency of a form that changes something: 403 unless one of our own pages sent it.

    Browsers name the sender of every form in Origin; a cookie alone would come along from anywhere.
    https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
    """
    origin = urlsplit(request.headers.get("origin", ""))
    if not origin.netloc or origin.netloc.lower() != request.headers.get("host", "").lower():
        raise HTTPException(403, "This form was not sent from a page of this service.")


def no_other_site(request: Request) -> None:
    """The dependency of a page that may ask within a conversation: 403 where another site leads to it.

    https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
    """
    sender = request.headers.get("sec-fetch-site", "none")
    if request.query_params.get("conversation") and sender not in ("none", "same-origin"):
        raise HTTPException(403, "Only a page of this service can go on with a conversation.")


Reading = Annotated[Caller, Depends(visits("read"))]
Checking = Annotated[Caller, Depends(visits("check"))]
Feeding = Annotated[Caller, Depends(visits("ingest"))]
Writing = Annotated[Caller, Depends(visits("write"))]
