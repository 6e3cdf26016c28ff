"""`scrutiny schema`: the JSON Schema of a command's output."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.output import print_json
from assistant.machine import schema_names, schema_of

app = typer.Typer()


def _complete_name(incomplete: str) -> list[str]:
    return [name for name in schema_names() if name.startswith(incomplete)]


@app.command()
def schema(
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND",
            help="The command; without one, the commands that have a schema.",
            autocompletion=_complete_name,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of a command's output."""
    if command is None:
        typer.echo("\n".join(schema_names()))
    else:
        print_json(schema_of(command))
