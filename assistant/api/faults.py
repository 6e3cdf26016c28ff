"""Faults: what is wrong with a request that does not fit its description, and which fields would."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import Request
from pydantic import BaseModel

Fault = dict[str, Any]
_NOT_JSON, _UNKNOWN = "json_invalid", "extra_forbidden"


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
