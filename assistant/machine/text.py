"""JSON as text, and the schemas that describe it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.errors import NotFoundError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMAS = Path(__file__).parent.parent / "schemas"

Json = dict[str, Any]

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that JSON lets through and that a terminal or a reader may act upon."""


def to_json(value: Any, *, indent: int | None = None) -> str:
    """The value as JSON text: readable Unicode, but whatever a terminal would act upon as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], text)


def fields_of(one: DataclassInstance, *left_out: str, **told: Any) -> Json:
    """What an object and those within it hold, but for the fields left out, and what else is told of it."""
    held = asdict(one, dict_factory=_listed)
    return {name: value for name, value in held.items() if name not in left_out} | told


def _listed(fields: list[tuple[str, Any]]) -> Json:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields}


def schema_names() -> list[str]:
    """The commands whose JSON has a schema."""
    return sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))


def schema_of(command: str) -> Json:
    """The JSON Schema (draft 2020-12) of a command's output; NotFoundError where the command has none."""
    if command not in schema_names():
        raise NotFoundError(
            f"There is no schema for {command!r}.", f"There is one for: {', '.join(schema_names())}."
        )
    schema: Json = json.loads((SCHEMAS / f"{command}.schema.json").read_text("utf-8"))
    return _with_shared(schema)


def _with_shared(schema: Json) -> Json:
    """The schema with each shared definition that it, or another definition, names: readable on its own."""
    shared: Json = json.loads((SCHEMAS / "shared.json").read_text("utf-8"))["$defs"]
    own: Json = schema.get("$defs", {})
    while missing := [name for name in _named(schema) if name not in own]:
        own |= {name: shared[name] for name in missing}
        schema["$defs"] = own
    return schema


def _named(schema: Json) -> list[str]:
    return sorted(set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema))))
