"""Errors as `application/problem+json` (RFC 9457), every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from assistant.api.replies import MachineReply
from assistant.conversations.conversation import NotKeptError
from assistant.crash import write_log
from ingest.errors import (
    LibraryBusyError,
    NoLibraryError,
    NotFoundError,
    ReadError,
    ScrutinyError,
    UsageError,
)
from prompts import load_data

CRASHED = "The service failed in a way it should not; the details are in its log folder."

STATUSES: tuple[tuple[type[ScrutinyError], int], ...] = (
    (NotFoundError, 404),
    (NoLibraryError, 503),
    (UsageError, 422),
    (ReadError, 422),
    (LibraryBusyError, 503),
    (NotKeptError, 503),
)
"""The status of each expected failure; the first that fits counts, 500 where none does."""

Fault = dict[str, Any]
_NOT_JSON, _UNKNOWN = "json_invalid", "extra_forbidden"


def _described(status: int) -> dict[str, Any]:
    fields = {
        "type": {"type": "string", "description": "Names the kind of problem."},
        "title": {"type": "string", "description": "The kind of problem in words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What happened, for a person."},
        "next_step": {"type": "string", "description": "What to do about it."},
        "errors": {"type": "array", "description": "Which fields are wrong.", "items": {"type": "object"}},
    }
    schema = {
        "type": "object",
        "properties": fields,
        "required": ["type", "title", "status", "detail", "next_step"],
    }
    return {
        "description": HTTPStatus(status).phrase,
        "content": {"application/problem+json": {"schema": schema}},
    }


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: _described(status) for status in (401, 403, 404, 413, 422, 429, 500, 503)
}
"""The descriptions of the problems that an endpoint may reply with."""


class ProblemReply(MachineReply):
    """A reply that says what went wrong."""

    media_type = "application/problem+json"


def problem_reply(
    status: int, detail: str, headers: dict[str, str] | None = None, *, next_step: str = "", **more: Any
) -> ProblemReply:
    """A problem with this HTTP status; `more` are further fields of it. A next step is never missing."""
    phrase = HTTPStatus(status).phrase
    words = load_data("service.yaml")
    problem = {
        "type": f"urn:scrutiny-assistant:problem:{phrase.lower().replace(' ', '-')}",
        "title": phrase,
        "status": status,
        "detail": detail,
        "next_step": next_step or words["next_steps"].get(status, words["described"]),
    }
    return ProblemReply(problem | more, status_code=status, headers=headers)


def add_problem_handlers(app: FastAPI) -> None:
    """Makes every error of the service a problem."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ScrutinyError, _expected)
    app.add_exception_handler(Exception, _crashed)


async def _http(request: Request, error: Exception) -> ProblemReply:
    assert isinstance(error, HTTPException)
    told = load_data("service.yaml")["routing"].get(error.detail, error.detail)
    return problem_reply(error.status_code, told, headers=dict(error.headers or {}))


async def _invalid(request: Request, error: Exception) -> ProblemReply:
    assert isinstance(error, RequestValidationError)
    wrong = [fault_of(fault) for fault in error.errors()]
    step = known_fields(request, error.errors())
    return problem_reply(422, "The request is not one that can be carried out.", next_step=step, errors=wrong)


async def _expected(request: Request, error: Exception) -> ProblemReply:
    assert isinstance(error, ScrutinyError)
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
    headers = {"Retry-After": "10"} if isinstance(error, LibraryBusyError) else None
    return problem_reply(status, error.message, headers, next_step=error.next_step)


async def _crashed(request: Request, error: Exception) -> ProblemReply:
    write_log(error)
    return problem_reply(500, CRASHED)


def fault_of(found: Fault) -> dict[str, str]:
    """Where it stands, as a JSON pointer into query or body, and what it is."""
    if found["type"] == _NOT_JSON:
        why = str(found.get("ctx", {}).get("error", "")).rstrip(".")
        return {"pointer": "", "detail": f"The body is not JSON: {why} at character {found['loc'][-1]}."}
    pointer = "/" + "/".join(str(part) for part in found["loc"][1:])
    return {"pointer": pointer, "detail": "There is no such field." if _is_unknown(found) else found["msg"]}


def known_fields(request: Request, faults: Sequence[Fault]) -> str:
    """What to send in place of the first field that there is not; "" where the faults are of other kinds."""
    if any(fault["type"] == _NOT_JSON for fault in faults):
        return "Send one JSON object, with names and texts in double quotation marks."
    unknown = next(filter(_is_unknown, faults), None)
    names = _names_beside(request, unknown["loc"]) if unknown else []
    return f"Give no other fields than {', '.join(names)}." if names else ""


def _is_unknown(fault: Fault) -> bool:
    return str(fault["type"]) == _UNKNOWN


def _names_beside(request: Request, place: Sequence[Any]) -> list[str]:
    """The names of the fields that may stand where one stands that may not."""
    takes = getattr(request.scope.get("route"), "dependant", None)
    params = getattr(takes, f"{place[0]}_params", ())
    models = [one for param in params if (one := _model(param.field_info.annotation))]
    for part in place[1:-1]:
        inner = [model.model_fields[part].annotation for model in models if part in model.model_fields]
        models = [one for annotation in inner if (one := _model(annotation))]
    return [name for model in models for name in model.model_fields]


def _model(annotation: Any) -> type[BaseModel] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
