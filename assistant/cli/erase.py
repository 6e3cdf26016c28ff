"""`scrutiny erase`: documents out of the library for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import at_a_terminal, session_of
from assistant.machine.care import erased_object
from ingest.errors import UsageError

if TYPE_CHECKING:
    from ingest.records import DocumentRecord


def erase(
    context: typer.Context,
    documents: Annotated[list[str], argument("DOCUMENT", "Ids, file names or paths; removed ones too.")],
    yes: Annotated[bool, option("--yes", "Do not ask.")] = False,
    json: JsonOption = False,
) -> None:
    """Erase documents for good: original, text, vectors, and what was worked out or quoted from them.

    Your own file, and backups made before, are not touched; a backup that is restored is erased from again.
    """
    session = session_of(context)
    assistant = session.assistant()
    records = assistant.stored_documents(documents)
    if not yes:
        _ask(records)
    complete = assistant.erase_documents([record.id for record in records])
    session.exit_code = 0 if complete else 1
    if json:
        print_json(erased_object(records, complete))
        return
    from assistant.render.care import erased_paragraphs

    print_text(erased_paragraphs(records, complete))


def _ask(records: list[DocumentRecord]) -> None:
    from assistant.render.plain import one_line

    if not at_a_terminal():
        raise UsageError("Erasing cannot be undone, and nobody can be asked here.", "Add --yes to go ahead.")
    names = ", ".join(one_line(record.source) for record in records)
    typer.confirm(f"Erase {names}? This cannot be undone", abort=True, err=True)
