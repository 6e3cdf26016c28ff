"""`scrutiny ingest`: files and folders into the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.failure import Interrupted
from assistant.cli.options import FormatOption, JsonOption, OutputFormat, wants_json
from assistant.cli.output import console, print_json, print_text
from assistant.cli.progress import progress_shown
from assistant.cli.session import session_of
from assistant.machine.documents import ingest_object

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from ingest.report import IngestReport

RESUME = (
    "Every document read so far is in the library and is found by its words. "
    "Run the same command again to go on from there."
)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], argument("PATH", "Files and folders; folders with all below them.")],
    label: Annotated[
        str, option("--label LABEL", "Who may see these documents.", show_default=True)
    ] = "standard",
    retry_failed: Annotated[
        bool, option("--retry-failed", "Try files again that could not be read before.")
    ] = False,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """Read files and folders into the library.

    What is already there is not read again; a changed file becomes a new version. A document is found by its
    words as soon as it is read, and by its meaning at the end of the run.
    """
    session = session_of(context)
    assistant = session.assistant()
    report = ingest_with_progress(assistant, paths, label, retry_failed)
    if wants_json(json, output_format):
        print_json(ingest_object(report))
    else:
        print_report(report)
        print_versions(assistant)
    if any(document.status == "failed" for document in report.documents):
        session.exit_code = 1


def ingest_with_progress(
    assistant: ScrutinyAssistant, paths: list[Path], label: str = "standard", retry_failed: bool = False
) -> IngestReport:
    """Ingests while showing how far it has got; an interruption says that nothing finished is lost."""
    try:
        with progress_shown() as progress:
            return assistant.ingest(paths, label=label, progress=progress, retry_failed=retry_failed)
    except KeyboardInterrupt as error:
        raise Interrupted(RESUME) from error


def print_report(report: IngestReport) -> None:
    """Prints the table of what became of each file, the totals, and what to do about those that failed."""
    from assistant.render.ingested import HEADINGS, ingested_rows, report_paragraphs
    from assistant.render.table import print_table

    if rows := [*ingested_rows(report)]:
        print_table(console(), HEADINGS, rows)
    print_text(report_paragraphs(report))


def print_versions(assistant: ScrutinyAssistant) -> None:
    """Asks about the papers of the library that look like earlier versions of others."""
    from assistant.render.ingested import version_paragraphs

    print_text(version_paragraphs(assistant.documents(), assistant.earlier_versions()))
