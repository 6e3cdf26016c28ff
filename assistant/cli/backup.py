"""`scrutiny backup`: the library in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.declared import argument
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.care import backup_object


def backup(
    context: typer.Context,
    file: Annotated[Path, argument("FILE", "A new file, such as library-2026-11.zip.")],
    json: JsonOption = False,
) -> None:
    """Write the library to one file, also while documents are being added.

    It holds documents and their text as they are, without encryption: keep it as safe as the documents.
    """
    report = session_of(context).assistant().back_up(file.expanduser())
    if json:
        print_json(backup_object(report))
        return
    from assistant.render.care_report import backup_paragraphs

    print_text(backup_paragraphs(report))
