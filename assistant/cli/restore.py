"""`scrutiny restore`: a library from a backup."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.care import restored_object
from ingest.filters import Filters


def restore(
    context: typer.Context,
    file: Annotated[Path, argument("FILE", "A file made by scrutiny backup.")],
    replace: Annotated[bool, option("--replace", "Replace the library that is there.")] = False,
    json: JsonOption = False,
) -> None:
    """Make the library from a backup. What was erased since the backup was taken is erased again."""
    assistant = session_of(context).assistant()
    records = assistant.restore(file.expanduser(), replace=replace)
    if json:
        print_json(restored_object(records))
        return
    from assistant.render.care_report import restored_paragraphs

    every = [*assistant.documents(Filters(include_superseded=True)), *assistant.removed_documents()]
    print_text(restored_paragraphs(records, len(every) - len(records)))
