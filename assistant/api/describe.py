"""Prints the description of the service's interface, which `make openapi` keeps in docs/openapi.json."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.api.app import build_app
from assistant.bootstrap import build_assistant
from assistant.settings import Settings


def description() -> str:
    """The OpenAPI document as text; it does not depend on any library or release."""
    app = build_app(build_assistant(Settings(Path("library"))))
    described = app.openapi()
    described["info"]["version"] = "1"
    return json.dumps(described, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    print(description(), end="")  # noqa: T201 - its output is its purpose
