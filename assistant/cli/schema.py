"""`scrutiny schema`: the JSON Schema of a command's output."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json
from assistant.machine.text import schema_names, schema_of

_ALIKE = ("keys", "evidence", "challenges")
"""Groups whose subcommands print what they do."""


def _complete_name(incomplete: str) -> list[str]:
    return [name for name in schema_names() if name.startswith(incomplete)]


def schema(
    command: Annotated[
        list[str] | None,
        argument(
            "COMMAND",
            "The command, such as ask or “version info”; without one, those that have a schema.",
            autocompletion=_complete_name,
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Print the JSON Schema of a command's output."""
    if command:
        print_json(schema_of(_schema_name("-".join(command).replace(" ", "-"))))
    elif json:
        print_json({"commands": list(schema_names())})
    else:
        typer.echo("\n".join(schema_names()))


def _schema_name(command: str) -> str:
    """The command itself, its only subcommand with a schema, or its group, whichever has one."""
    group, names = command.partition("-")[0], schema_names()
    below = [name for name in names if name.startswith(f"{command}-")]
    chosen = [command, *below[: len(below) == 1], *([group] if group in _ALIKE else [])]
    return next((name for name in chosen if name in names), command)
