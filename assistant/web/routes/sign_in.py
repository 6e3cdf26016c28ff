"""Signing in with a key, where the service needs one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.api.caller import Door
from assistant.web.addresses import own_address
from assistant.web.pages import page
from assistant.web.visitor import COOKIE, from_here

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def form(request: Request) -> HTMLResponse:
    """The form; `next` is where to go afterwards."""
    return page(request, "sign_in.html", next=own_address(request.query_params.get("next", "/")), fault="")


@router.post("/sign-in", dependencies=[Depends(from_here)])
def sign_in(
    request: Request,
    key: Annotated[str, Form(max_length=500)] = "",
    next_: Annotated[str, Form(alias="next", max_length=5000)] = "/",
) -> Response:
    """Keeps the key in a cookie that no script can read and no other site can have sent."""
    door: Door = request.app.state.door
    given = key.strip()
    if not door.knows(given):
        fault = "That is no valid key. Ask whoever runs this service for one."
        return page(request, "sign_in.html", 401, next=own_address(next_), fault=fault)
    reply = RedirectResponse(own_address(next_), status_code=303)
    secure = request.url.scheme == "https"
    reply.set_cookie(COOKIE, given, httponly=True, samesite="strict", secure=secure, path="/")
    return reply


@router.post("/sign-out", dependencies=[Depends(from_here)])
def sign_out() -> Response:
    """Forgets the key."""
    reply = RedirectResponse("/", status_code=303)
    reply.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return reply
