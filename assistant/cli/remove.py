"""`scrutiny remove`: documents out of sight, and back."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.care import removed_object
from ingest.errors import UsageError


def remove(
    context: typer.Context,
    documents: Annotated[
        list[str] | None,
        argument("DOCUMENT", "Ids, file names or paths. None: list what was removed.", show_default=False),
    ] = None,
    undo: Annotated[bool, option("--undo", "Bring removed documents back.")] = False,
    json: JsonOption = False,
) -> None:
    """Hide documents at once from every list, search and answer.

    A removed document is still stored, and can be brought back. To be rid of it for good: scrutiny erase.
    """
    assistant = session_of(context).assistant()
    if undo and not documents:
        raise UsageError("No document to bring back was named.", "scrutiny remove lists those removed.")
    if not documents:
        action, records = "listed", assistant.removed_documents()
    elif undo:
        action, records = "put_back", assistant.put_back_documents(documents)
    else:
        action, records = "removed", assistant.remove_documents(documents)
    if json:
        print_json(removed_object(records, action))
        return
    from assistant.render.care import removed_paragraphs

    print_text(removed_paragraphs(records, action))
