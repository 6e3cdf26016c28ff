"""`scrutiny verify`: whether the library on the disk is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.care import check_object


def verify(
    context: typer.Context,
    deep: Annotated[bool, option("--deep", "Read every byte; takes longer.")] = False,
    json: JsonOption = False,
) -> None:
    """Check the library: catalogue, full text, vectors, originals, index, and that nothing changed in them.

    Changes nothing. Exit code 1 where something is wrong.
    """
    session = session_of(context)
    report = session.assistant().verify(deep=deep)
    session.exit_code = 1 if report.faults else 0
    if json:
        print_json(check_object(report))
        return
    from assistant.render.care_report import check_paragraphs

    print_text(check_paragraphs(report))
