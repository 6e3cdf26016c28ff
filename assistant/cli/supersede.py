"""`scrutiny supersede`: which document is an earlier version of which."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.documents import record_object
from ingest.errors import UsageError


def supersede(
    context: typer.Context,
    old: Annotated[str, argument("OLD", "The earlier version: id, file name or path.")],
    new: Annotated[
        str | None, argument("NEW", "The version that takes its place.", show_default=False)
    ] = None,
    undo: Annotated[bool, option("--undo", "Make OLD a current document again.")] = False,
    json: JsonOption = False,
) -> None:
    """Mark a document as an earlier version of another; answers then leave it out.

    A file that was changed and ingested again from the same place is marked by itself.
    """
    if (new is None) != undo:
        what = "A newer version is missing." if new is None else "NEW and --undo were both given."
        raise UsageError(what, "Give OLD and NEW, or OLD and --undo.")
    record = session_of(context).assistant().supersede(old, new)
    if json:
        print_json(record_object(record))
        return
    from assistant.render.care import superseded_paragraphs

    print_text(superseded_paragraphs(record))
