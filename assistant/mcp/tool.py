"""Tool: one thing that another assistant may have done, with the schemas of what goes in and comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

Json = dict[str, Any]
Run = Callable[["ScrutinyAssistant", Json], Json]


@dataclass(frozen=True)
class Tool:
    """`takes` and `gives` are JSON Schemas (draft 2020-12) of objects; `run` makes the one of the other.

    `run` may raise any ScrutinyError; its arguments have been checked against `takes`.
    """

    name: str
    title: str
    description: str
    takes: Json
    gives: Json
    run: Run
