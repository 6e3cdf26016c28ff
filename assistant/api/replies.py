"""How a reply is written: the machine interface's own JSON, described by its own schemas."""

from __future__ import annotations

from typing import Any

from fastapi.responses import JSONResponse

from assistant.machine.text import schema_of, to_json


class MachineReply(JSONResponse):
    """The same text that the command line prints for the same object."""

    def render(self, content: Any) -> bytes:
        """The object as UTF-8."""
        return to_json(content).encode()


def described_by(command: str, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The description of a successful reply: the schema of that command's output."""
    return {status: {"description": "Done.", "content": {"application/json": {"schema": schema_of(command)}}}}
