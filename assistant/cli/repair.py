"""`scrutiny repair`: what is wrong with the library, mended."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.care import repair_object


def repair(
    context: typer.Context,
    apply: Annotated[bool, option("--apply", "Do it; else only say what would be done.")] = False,
    json: JsonOption = False,
) -> None:
    """Say what is wrong and what would mend it; with --apply, mend it.

    The index, the full text and other derived parts are made anew from the catalogue; nothing is embedded.
    """
    session = session_of(context)
    report = session.assistant().repair(apply=apply)
    session.exit_code = 1 if report.left.faults else 0
    if json:
        print_json(repair_object(report))
        return
    from assistant.render.care_report import repair_paragraphs

    print_text(repair_paragraphs(report))
