"""`scrutiny documents`: what is in the library, and corrections to what is known about a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.group import Group
from assistant.cli.option_groups import Narrowing, grouped
from assistant.cli.options import (
    FormatOption,
    JsonOption,
    OutputFormat,
    complete_kind,
    iso_date,
    known_kind,
    wants_json,
)
from assistant.cli.output import console, print_json, print_text, say
from assistant.cli.session import session_of
from assistant.machine.documents import listed_object, record_object
from ingest.errors import UsageError

if TYPE_CHECKING:
    from ingest.records import DocumentRecord

app = typer.Typer(cls=Group)


@app.callback(invoke_without_command=True)
@grouped
def documents(
    context: typer.Context,
    narrowing: Narrowing,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """List the documents, or correct what is known of one."""
    if context.invoked_subcommand is not None:
        return
    assistant = session_of(context).assistant()
    records = assistant.documents(narrowing.filters(assistant))
    copies = assistant.copies()
    if wants_json(json, output_format):
        print_json([listed_object(record, copies.get(record.id, ())) for record in records])
        return
    _print(records, copies)


def _print(records: list[DocumentRecord], copies: Mapping[str, Sequence[str]]) -> None:
    from assistant.render.documents import HEADINGS, WIDE, document_list, document_rows
    from assistant.render.table import print_table

    screen = console()
    if not records:
        say("No documents.")
    elif screen.is_terminal and screen.width < WIDE:
        print_text(document_list(records, copies))
    else:
        print_table(screen, HEADINGS, document_rows(records, copies))


@app.command()
def edit(
    context: typer.Context,
    document: Annotated[str, argument("DOCUMENT", "Its id (or the beginning of it), file name or path.")],
    kind: Annotated[
        str | None,
        option(
            "--kind KIND", "What kind of document it is.", callback=known_kind, autocompletion=complete_kind
        ),
    ] = None,
    title: Annotated[str | None, option("--title TEXT", "Its title.")] = None,
    organisation: Annotated[str | None, option("--organisation NAME", "Who wrote it.")] = None,
    subject: Annotated[str | None, option("--subject NAME", "The partnership or area it is about.")] = None,
    published: Annotated[
        str | None, option("--published DATE", "A year, month or day.", callback=iso_date)
    ] = None,
    label: Annotated[str | None, option("--label LABEL", "Who may see it.")] = None,
    json: JsonOption = False,
) -> None:
    """Correct what is known about a document; its text stays as it is."""
    given = {
        "kind": kind,
        "title": title,
        "organisation": organisation,
        "subject": subject,
        "published": published,
        "label": label,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    if not changes:
        raise UsageError(
            "Nothing to change was given.", "Give at least one of: --" + ", --".join(given) + "."
        )
    record = session_of(context).assistant().edit_document(document, **changes)
    if json:
        print_json(record_object(record))
        return
    from assistant.render.documents import record_paragraphs

    print_text(record_paragraphs(record))
