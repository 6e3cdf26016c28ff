"""`scrutiny challenges`: the log of challenges put to the board, and what came of each."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.challenge_results import (
    IdArgument,
    close,
    impact,
    print_challenge,
    reopen,
    respond,
)
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
from assistant.cli.options import AsOfOption, JsonOption, day_of
from assistant.cli.output import console, print_json, say
from assistant.cli.session import session_of
from assistant.cli.weighing import weighed
from assistant.journal.weighing import Weighing
from ingest.errors import UsageError

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

app = typer.Typer(cls=Group)


class Wanted(StrEnum):
    """Which challenges to list."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    OVERDUE = "overdue"


OwnerOption = Annotated[
    str | None, typer.Option("--owner", metavar="NAME", help="Who is asked to answer, or is to act.")
]
DueOption = Annotated[
    str | None, typer.Option("--due", metavar="DATE", callback=day_of, help="The day an answer is due.")
]
QuestionOption = Annotated[
    str | None,
    typer.Option("--question", metavar="QUESTION", help="The key question it belongs to: id or number."),
]


@app.callback(invoke_without_command=True)
def challenges(
    context: typer.Context,
    status: Annotated[Wanted | None, typer.Option("--status", help="Only those that stand so.")] = None,
    question: QuestionOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: LogFormatOption = LogFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """List the challenges put to the board, and how each stands; or record one, or what came of it."""
    if context.invoked_subcommand is not None:
        return
    _list(session_of(context).assistant(), status, question, as_of, json, output_format, output)


@app.command("list")
def list_(
    context: typer.Context,
    status: Annotated[Wanted | None, typer.Option("--status", help="Only those that stand so.")] = None,
    question: QuestionOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: LogFormatOption = LogFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """List the challenges put to the board, and how each stands."""
    _list(session_of(context).assistant(), status, question, as_of, json, output_format, output)


@app.command()
def show(context: typer.Context, id: IdArgument, as_of: AsOfOption = None, json: JsonOption = False) -> None:  # noqa: A002
    """Show one challenge with all that came of it, and the evidence it rests on."""
    print_challenge(session_of(context).assistant().challenge(id, as_of=date_of(as_of)), json)


@app.command()
@weighed
def add(
    context: typer.Context,
    weighing: Weighing,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="The question put to the board.")
    ] = None,
    copied: Annotated[
        str, typer.Option("--from", metavar="QUESTION:N", help="Take the N-th challenge of a ledger.")
    ] = "",
    question: QuestionOption = None,
    owner: OwnerOption = None,
    due: DueOption = None,
    on: DateOption = None,
    by: ByOption = "",
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence", metavar="QUESTION:N", help="It rests on evidence N of a ledger. Repeatable."
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Put a challenge in the log, in your own words or as a ledger has it."""
    log = (
        session_of(context)
        .assistant()
        .put_challenge(
            " ".join(text or ()),
            copied=copied,
            question=question or "",
            owner=owner or "",
            due=date_of(due),
            on=date_of(on),
            judge=by,
            evidence=evidence or (),
            weighing=weighing,
        )
    )
    print_challenge(log, json)


@app.command()
def edit(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    text: Annotated[str | None, typer.Option("--text", help="Its words.")] = None,
    question: QuestionOption = None,
    owner: OwnerOption = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="The day an answer is due; none: no day.")
    ] = None,
    on: DateOption = None,
    json: JsonOption = False,
) -> None:
    """Correct a challenge; what came of it stays as recorded."""
    given = {"text": text, "question": question, "owner": owner, "put": on}
    changes: dict[str, str | None] = {name: value for name, value in given.items() if value is not None}
    if due is not None:
        changes["due"] = None if due == "none" else day_of(due)
    if not changes:
        raise UsageError(
            "Nothing to change was given.", "Give at least one of --text, --question, --owner, --due, --date."
        )
    print_challenge(session_of(context).assistant().edit_challenge(id, changes), json)


@app.command()
def delete(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    yes: Annotated[bool, typer.Option("--yes", help="Yes, take it out of the log for good.")] = False,
) -> None:
    """Take a challenge out of the log for good, with all that came of it."""
    if not yes:
        raise UsageError(
            f"{id} would be gone from the log for good.", "Close it instead, or repeat with --yes."
        )
    session_of(context).assistant().delete_challenge(id)
    say(f"{id} is deleted.")


def _list(
    assistant: ScrutinyAssistant,
    status: Wanted | None,
    question: str | None,
    as_of: str | None,
    json: bool,
    output_format: LogFormat,
    output: Path | None,
) -> None:
    wanted = status.value if status else None
    log = assistant.challenges(as_of=date_of(as_of), question=question, status=wanted)
    if json or output_format is LogFormat.JSON:
        from assistant.journal.objects import challenges_object

        print_json(challenges_object(log))
        return
    from assistant.render.journal import CHALLENGE_HEADINGS, challenge_csv, challenge_rows
    from assistant.render.table import print_table

    if output_format is LogFormat.CSV or output is not None:
        write_csv(challenge_csv(log), output)
    elif not log.challenges:
        say(f"No challenges as of {log.as_of}.")
    else:
        print_table(console(), CHALLENGE_HEADINGS, challenge_rows(log))


for record in (respond, close, impact, reopen):
    app.command()(record)
