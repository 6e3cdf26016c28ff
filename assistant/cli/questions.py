"""`scrutiny questions`: the ledger of each key question: for, against, silent, and what to ask."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument
from assistant.cli.option_groups import LedgerOptions, Narrowing, grouped
from assistant.cli.options import FormatOption, JsonOption, OutputFormat, wants_json
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of


@grouped
def questions(
    context: typer.Context,
    ledger: LedgerOptions,
    narrowing: Narrowing,
    ids: Annotated[
        list[str] | None,
        argument("ID", "A question by number or id; all where none is named.", show_default=False),
    ] = None,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """Weigh the key questions: what speaks for, what against, what is silent, what to ask."""
    assistant = session_of(context).assistant()
    filters = narrowing.filters(assistant)
    found = assistant.questions(ids or (), **ledger.weighing.options, filters=filters)
    if wants_json(json, output_format):
        from assistant.machine.ledgers import ledger_object

        print_json([ledger_object(one) for one in found])
    else:
        from assistant.render.ledger import ledgers_paragraphs

        print_text(ledgers_paragraphs(found))
