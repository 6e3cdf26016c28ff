"""`scrutiny show`: the stored text of a document, which every quotation is a slice of."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.options import FormatOption, JsonOption, OutputFormat, wants_json
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from assistant.machine.documents import document_object


def show(
    context: typer.Context,
    document: Annotated[str, argument("DOCUMENT", "Its id (or the beginning of it), file name or path.")],
    page: Annotated[
        str | None, option("--page N", "Only this page: as printed on it, else counted from 1.")
    ] = None,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """Show the text of a document, page by page.

    JSON always has the whole text, so that offsets hold; --page then only narrows the list of pages.
    """
    from assistant.render.documents import document_paragraphs, pages_named

    shown = session_of(context).assistant().show(document)
    pages = shown.pages if page is None else pages_named(shown, page)
    if wants_json(json, output_format):
        print_json(document_object(replace(shown, pages=pages)))
    else:
        print_text(document_paragraphs(shown, pages))
