"""`scrutiny read`: what a review or a project was asked, did, achieved and has still to do."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument
from assistant.cli.options import FormatOption, JsonOption, OutputFormat, wants_json
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of


def read(
    context: typer.Context,
    document: Annotated[str, argument("DOCUMENT", "Its id, file name or path.")],
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """Read a review or a project: what was asked, done, found, achieved, and what follows."""
    studies = session_of(context).assistant().read_case(document)
    if wants_json(json, output_format):
        from assistant.machine.ledgers import case_object

        print_json([case_object(study) for study in studies])
    else:
        from assistant.render.case import case_paragraphs

        print_text(case_paragraphs(document, studies))
