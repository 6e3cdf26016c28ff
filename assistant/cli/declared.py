"""Options and arguments, declared as a command's help shows them."""

from __future__ import annotations

from typing import Any

import typer


def option(usage: str, told: str, **more: Any) -> Any:
    """An option: `usage` is "-o --output FILE", "--json", or "NAME" where the parameter is its name."""
    names = [part for part in usage.split() if part.startswith("-")]
    metavar = next((part for part in usage.split() if not part.startswith("-")), None)
    return typer.Option(*names, metavar=metavar, help=told, **more)


def argument(metavar: str, told: str, **more: Any) -> Any:
    """An argument."""
    return typer.Argument(metavar=metavar, help=told, **more)
