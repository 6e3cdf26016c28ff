"""`scrutiny evidence`: evidence that the scrutineer accepts, rejects with a reason, or annotates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.group import Group
from assistant.cli.journal_options import (
    ByOption,
    DateOption,
    LogFormat,
    LogFormatOption,
    OutputOption,
    date_of,
    write_csv,
)
from assistant.cli.options import AsOfOption, JsonOption
from assistant.cli.output import console, print_json, print_text, say
from assistant.cli.session import session_of
from assistant.cli.weighing import weighed
from assistant.journal.weighing import Weighing
from ingest.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.facade import ScrutinyAssistant
    from assistant.journal.log import EvidenceLog

app = typer.Typer(cls=Group)

EvidenceArgument = Annotated[
    str,
    typer.Argument(
        metavar="EVIDENCE",
        help="QUESTION:N as `scrutiny questions` prints it (impact:4), or DOCUMENT:START-END.",
    ),
]
QuestionOption = Annotated[
    str | None,
    typer.Option(
        "--question", metavar="QUESTION", help="For this key question. Default: that of EVIDENCE, else all."
    ),
]
AllOption = Annotated[bool, typer.Option("--all", help="For all key questions.")]


@app.callback(invoke_without_command=True)
def evidence(
    context: typer.Context,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: LogFormatOption = LogFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """List your judgements of the evidence; or accept, reject or annotate a piece of it."""
    if context.invoked_subcommand is None:
        _list(session_of(context).assistant(), as_of, json, output_format, output)


@app.command("list")
def list_(
    context: typer.Context,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: LogFormatOption = LogFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """List your judgements of the evidence, and how each stands."""
    _list(session_of(context).assistant(), as_of, json, output_format, output)


@app.command()
@weighed
def accept(
    context: typer.Context,
    weighing: Weighing,
    place: EvidenceArgument,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Words to stand beside it.")] = "",
    question: QuestionOption = None,
    everywhere: AllOption = False,
    on: DateOption = None,
    by: ByOption = "",
    json: JsonOption = False,
) -> None:
    """Record that you have looked at a piece of evidence and it counts."""
    asked = "" if everywhere else question
    judged = session_of(context).assistant().judge
    _tell(judged(place, "accepted", note, question=asked, on=date_of(on), judge=by, weighing=weighing), json)


@app.command()
@weighed
def reject(
    context: typer.Context,
    weighing: Weighing,
    place: EvidenceArgument,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="REASON", help="Why it does not count.", show_default=False)
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="The same as an option.")] = "",
    question: QuestionOption = None,
    everywhere: AllOption = False,
    on: DateOption = None,
    by: ByOption = "",
    json: JsonOption = False,
) -> None:
    """Take a piece of evidence out of the ledger, with the reason."""
    told = _reason(" ".join(words or ()), reason)
    asked = "" if everywhere else question
    judged = session_of(context).assistant().judge
    _tell(judged(place, "rejected", told, question=asked, on=date_of(on), judge=by, weighing=weighing), json)


@app.command()
@weighed
def note(
    context: typer.Context,
    weighing: Weighing,
    place: EvidenceArgument,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="The note.")],
    question: QuestionOption = None,
    everywhere: AllOption = False,
    on: DateOption = None,
    by: ByOption = "",
    json: JsonOption = False,
) -> None:
    """Put a note beside a piece of evidence; it counts as before."""
    words, asked = " ".join(text), "" if everywhere else question
    judged = session_of(context).assistant().judge
    _tell(judged(place, "noted", words, question=asked, on=date_of(on), judge=by, weighing=weighing), json)


@app.command()
def undo(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The judgement's id, such as E2.")],  # noqa: A002
) -> None:
    """Take a judgement back, as if it had not been made."""
    session_of(context).assistant().unjudge(id)
    say(f"{id} is taken back.")


def _list(
    assistant: ScrutinyAssistant,
    as_of: str | None,
    json: bool,
    output_format: LogFormat,
    output: Path | None,
) -> None:
    log = assistant.judgements(as_of=date_of(as_of))
    if output_format is LogFormat.CSV or output is not None:
        from assistant.render.journal import evidence_csv

        write_csv(evidence_csv(log), output)
        return
    _print(log, json or output_format is LogFormat.JSON)


def _reason(words: str, option: str) -> str:
    """The reason, however it was given. UsageError where it was given twice, or not at all."""
    if words and option:
        raise UsageError("The reason was given twice.", "Leave --reason out.")
    if not (told := words or option).strip():
        raise UsageError(
            "A rejection needs its reason.", 'Write it behind: scrutiny evidence reject impact:4 "Too old".'
        )
    return told


def _tell(log: EvidenceLog, json: bool) -> None:
    """The judgement with all the words that were judged, so that nobody judges others unseen."""
    if json:
        _print(log, json)
        return
    from assistant.render.journal import judgement_paragraphs

    print_text(judgement_paragraphs(log))


def _print(log: EvidenceLog, json: bool) -> None:
    if json:
        from assistant.journal.objects import evidence_object

        print_json(evidence_object(log))
        return
    from assistant.render.journal import EVIDENCE_HEADINGS, evidence_rows
    from assistant.render.table import print_table

    if not log.judgements:
        say(f"No judgements as of {log.as_of}.")
        return
    print_table(console(), EVIDENCE_HEADINGS, evidence_rows(log))
