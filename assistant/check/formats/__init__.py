"""Formats: one file each, a pure function from a CheckReport to the bytes of a result."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from assistant.check.report import CheckReport

FORMATS = ("text", "concise", "json", "jsonl", "csv", "junit", "sarif", "github", "markdown")
"""The names of the formats; each is a module here with `render(report) -> str`."""

Render = Callable[[CheckReport], str]


def renderer(name: str) -> Render:
    """The function that renders a report in the format of that name."""
    module = {"json": "json_object", "csv": "csv_rows"}.get(name, name)
    render: Render = import_module(f"assistant.check.formats.{module}").render
    return render
