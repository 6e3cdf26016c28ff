"""Server: the tools over standard input and output. This file alone knows the protocol's library.

https://modelcontextprotocol.io/specification
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import anyio
import mcp_types as types
from anyio.to_thread import run_sync
from jsonschema import Draft202012Validator
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from assistant.machine.text import to_json
from assistant.mcp.tools import Json, Tool, all_tools
from assistant.version import program_version
from ingest.errors import ScrutinyError
from prompts.load import load_data

if TYPE_CHECKING:
    from mcp.server import ServerRequestContext

    from assistant.facade import ScrutinyAssistant

AT_ONCE = 2
"""Calls that are carried out at the same time, as in the service; the others wait for their turn."""

_ONLY_READS = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def serve(assistant: ScrutinyAssistant, labels: Sequence[str] = ()) -> None:
    """Serve the tools until the client closes our input; `labels` leaves only documents of these."""
    anyio.run(_serve, build_server(assistant, labels))


def build_server(assistant: ScrutinyAssistant, labels: Sequence[str] = ()) -> Server[Any]:
    """The server of an assistant. Nothing of the library is opened before the first call."""
    tools = {tool.name: tool for tool in all_tools()}
    turns = anyio.CapacityLimiter(AT_ONCE)

    @cache
    def seen() -> ScrutinyAssistant:
        return assistant.restricted(labels) if labels else assistant

    async def listed(_: ServerRequestContext[Any], __: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in tools.values()])

    async def called(
        _: ServerRequestContext[Any], asked: types.CallToolRequestParams
    ) -> types.CallToolResult:
        if asked.name not in tools:
            return _failed(f"There is no tool {asked.name!r}. There are: {', '.join(tools)}.")
        return await run_sync(call, tools[asked.name], seen, asked.arguments or {}, limiter=turns)

    return Server(
        "scrutiny",
        version=program_version(),
        title="Scrutiny assistant",
        instructions=load_data("mcp.yaml")["instructions"],
        on_list_tools=listed,
        on_call_tool=called,
    )


def call(tool: Tool, seen: Callable[[], ScrutinyAssistant], given: Json) -> types.CallToolResult:
    """What a tool gives, as structured content and as JSON in text; or what is wrong, and what to do."""
    if wrong := next(iter(Draft202012Validator(tool.takes).iter_errors(given)), None):
        place = "/".join(str(part) for part in wrong.absolute_path) or tool.name
        return _failed(f"{place}: {wrong.message[:300]}")
    try:
        result = tool.run(seen(), given)
    except ScrutinyError as error:
        return _failed(f"{error.message} {error.next_step}".strip())
    except Exception:
        # The other end is a program: it gets a sentence, and whoever started us the details.
        logging.getLogger(__name__).exception("The tool %s failed.", tool.name)
        return _failed("The tool failed. Its server's error output says where.")
    return types.CallToolResult(content=[_text(to_json(result))], structured_content=result)


async def _serve(server: Server[Any]) -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.takes,
        output_schema=tool.gives,
        annotations=_ONLY_READS,
    )


def _text(text: str) -> types.TextContent:
    return types.TextContent(type="text", text=text)


def _failed(message: str) -> types.CallToolResult:
    return types.CallToolResult(content=[_text(message)], is_error=True)
