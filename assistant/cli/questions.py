"""`scrutiny questions`: the ledger of each key question: for, against, silent, and what to ask."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from assistant.cli.narrowing import Narrowing, narrowed
from assistant.cli.options import (
    AsOfOption,
    FormatOption,
    FrameworkOption,
    JsonOption,
    OutputFormat,
    PeriodOption,
    wants_json,
)
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.cli.weighing import SubjectOption

app = typer.Typer()


@app.command()
@narrowed
def questions(
    context: typer.Context,
    narrowing: Narrowing,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID", help="A question by number or id; all where none is named.", show_default=False
        ),
    ] = None,
    subject: SubjectOption = None,
    period: PeriodOption = None,
    framework: FrameworkOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """Weigh the key questions: what speaks for, what against, what is silent, what to ask."""
    assistant = session_of(context).assistant()
    found = assistant.questions(
        ids or (),
        subject=subject,
        period=period,
        framework=framework,
        as_of=date.fromisoformat(as_of) if as_of else None,
        filters=narrowing.filters(assistant),
    )
    if wants_json(json, output_format):
        from assistant.machine_ledger import ledger_object

        print_json([ledger_object(ledger) for ledger in found])
    else:
        from assistant.render.ledger import ledgers_paragraphs

        print_text(ledgers_paragraphs(found))
