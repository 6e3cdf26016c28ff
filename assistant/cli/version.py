"""`scrutiny version`: the release, and what it runs on."""

from __future__ import annotations

import platform
import sys
from typing import Any

import typer

from assistant.cli.group import Group
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import Session, session_of
from assistant.version import program_version

PACKAGES = ("chromadb", "langchain", "sentence-transformers", "torch", "pypdfium2", "textual", "typer")
"""The libraries whose release can change what a user sees."""

app = typer.Typer(cls=Group)


@app.callback(invoke_without_command=True)
def version(context: typer.Context, json: JsonOption = False) -> None:
    """Print the release; `version info` adds what it runs on, as does --json."""
    if context.invoked_subcommand is not None:
        return
    if json:
        print_json(version_facts(session_of(context)))
    else:
        typer.echo(f"scrutiny {program_version()}")


@app.command()
def info(context: typer.Context, json: JsonOption = False) -> None:
    """Print what a report of a fault should name: release, system, library, packages."""
    facts = version_facts(session_of(context))
    if json:
        print_json(facts)
        return
    from assistant.render.paragraph import Paragraph
    from assistant.render.plain import one_line

    packages = facts.pop("packages")
    lines = [*facts.items(), *packages.items()]
    print_text(Paragraph(one_line(str(value or "-")), lead=f"{name:<22} ") for name, value in lines)


def version_facts(session: Session) -> dict[str, Any]:
    """The release, the system, the library's folder and the packages' releases (None: not installed)."""
    settings = session.settings
    return {
        "version": program_version(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "executable": sys.executable,
        "library": str(settings.library),
        "model": settings.model,
        "packages": {name: _release(name) for name in PACKAGES},
    }


def _release(package: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
