"""Groups of commands, whose help tells of each command without cutting it off."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperGroup


class Group(TyperGroup):
    """Lists its commands under the headings of `sections`, each with the first clause of what it is for."""

    def sections(self, ctx: Any) -> dict[str, list[str]]:
        """Headings and the names of the commands below each."""
        return {"Commands": self.list_commands(ctx)}

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes the list; what is too long for a line goes on in the next one."""
        for heading, names in self.sections(ctx).items():
            commands = {name: self.get_command(ctx, name) for name in names}
            rows = [(name, first_clause(command.help or "")) for name, command in commands.items() if command]
            with formatter.section(heading):
                formatter.write_dl(rows)


def first_clause(text: str) -> str:
    """What stands before the first colon, semicolon or full stop that ends a word."""
    return re.split(r"[:;.](?=\s|$)", " ".join(text.split()), maxsplit=1)[0]
