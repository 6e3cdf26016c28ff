"""`scrutiny keys`: who may call the service, for what, and which labels they may see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.group import Group
from assistant.cli.options import JsonOption
from assistant.cli.output import console, print_json, say
from assistant.cli.session import session_of
from assistant.machine.text import fields_of
from assistant.render.plain import one_line

if TYPE_CHECKING:
    from assistant.access.key import Key
    from assistant.access.key_ring import KeyRing

app = typer.Typer(cls=Group)

HEADINGS = ("Id", "Name", "Scopes", "Labels", "Created", "Revoked")


@app.command()
def create(
    context: typer.Context,
    name: Annotated[str, argument("NAME", "Who will use it, such as “case system”.")],
    scope: Annotated[
        list[str] | None, option("--scope SCOPE", "read, check, write or ingest; repeatable.")
    ] = None,
    label: Annotated[
        list[str] | None, option("--label LABEL", "Only documents of this label; repeatable.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Make a key and show its secret, once."""
    key, token = _ring(context).create(name, scope or ["read"], label, date.today())
    if json:
        print_json(_object(key) | {"token": token})
        return
    say(f"Key {key.id} for {one_line(name)} ({', '.join(key.scopes)}). Keep it now: it is not shown again.")
    typer.echo(token)


@app.callback(
    invoke_without_command=True,
    help="List the keys that other programs call the service with; or make and revoke them.",
)
@app.command("list", help="List the keys, without their secrets.")
def keys(context: typer.Context, json: JsonOption = False) -> None:
    """List the keys, unless another command follows."""
    if context.invoked_subcommand is not None:
        return
    known = _ring(context).all()
    if json:
        print_json([_object(key) for key in known])
    elif not known:
        say("There are no keys. Make one with scrutiny keys create NAME.")
    else:
        from assistant.render.table import print_table

        print_table(console(), HEADINGS, [_row(key) for key in known])


@app.command()
def revoke(
    context: typer.Context,
    key: Annotated[str, argument("ID", "The key's id.")],
    json: JsonOption = False,
) -> None:
    """End a key at once, also in a service that is running."""
    ended = _ring(context).revoke(key, date.today())
    if json:
        print_json(_object(ended))
        return
    say(f"Key {ended.id} for {one_line(ended.name)} is revoked.")


def _ring(context: typer.Context) -> KeyRing:
    """The keys of the library, which must be there."""
    from assistant.access.key_ring import KeyRing

    session = session_of(context)
    session.assistant().documents()
    return KeyRing(session.settings.library)


def _row(key: Key) -> list[str]:
    labels = "all" if key.labels is None else ", ".join(key.labels)
    return [key.id, one_line(key.name), ", ".join(key.scopes), labels, key.created, key.revoked or ""]


def _object(key: Key) -> dict[str, object]:
    return fields_of(key, "hashed")
