"""`scrutiny optimize`: a tidy library."""

from __future__ import annotations

import typer

from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.care import optimize_object


def optimize(
    context: typer.Context,
    json: JsonOption = False,
) -> None:
    """Build the vector index anew, finish erasures, and give back freed space."""
    session = session_of(context)
    report = session.assistant().optimize()
    session.exit_code = 0 if report.complete else 1
    if json:
        print_json(optimize_object(report))
        return
    from assistant.render.care_report import optimize_paragraphs

    print_text(optimize_paragraphs(report))
