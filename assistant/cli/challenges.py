"""`scrutiny challenges`: the log of challenges put to the board, and what came of each."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from assistant.cli.challenge_results import (
    IdArgument,
    close,
    impact,
    print_challenge,
    reopen,
    respond,
)
from assistant.cli.declared import argument, option
from assistant.cli.group import Group
from assistant.cli.journal_options import (
    ByOption,
    DateOption,
    LogFormat,
    LogFormatOption,
    OutputOption,
    write_data,
)
from assistant.cli.option_groups import LedgerOptions, grouped
from assistant.cli.options import AsOfOption, JsonOption, day_of
from assistant.cli.output import console, print_json, say
from assistant.cli.session import session_of
from ingest.errors import UsageError

app = typer.Typer(cls=Group)

LIST = "List the challenges put to the board, and how each stands"


class Wanted(StrEnum):
    """Which challenges to list."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"
    OVERDUE = "overdue"


OwnerOption = Annotated[str | None, option("--owner --to NAME", "Who is asked to answer, or is to act.")]
DueOption = Annotated[date | None, option("--due DATE", "The day an answer is due.", parser=day_of)]
QuestionOption = Annotated[
    str | None, option("--question QUESTION", "The key question it belongs to: id or number.")
]


@app.callback(invoke_without_command=True, help=LIST + "; or record one, or what came of it.")
@app.command("list", help=LIST + ".")
def challenges(
    context: typer.Context,
    status: Annotated[Wanted | None, option("--status", "Only those that stand so.")] = None,
    question: QuestionOption = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: LogFormatOption = LogFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """List the log, unless another command follows."""
    if context.invoked_subcommand is not None:
        return
    wanted = status.value if status else None
    log = session_of(context).assistant().challenges(as_of=as_of, question=question, status=wanted)
    from assistant.machine.journal import challenges_object
    from assistant.render.journal import CHALLENGE_HEADINGS, challenge_csv, challenge_rows
    from assistant.render.table import print_table

    form = LogFormat.JSON if json else output_format
    if write_data(form, output, lambda: challenge_csv(log), lambda: challenges_object(log)):
        return
    if not log.challenges:
        say(f"No challenges as of {log.as_of}.")
    else:
        print_table(console(), CHALLENGE_HEADINGS, challenge_rows(log))


@app.command()
def show(context: typer.Context, id: IdArgument, as_of: AsOfOption = None, json: JsonOption = False) -> None:  # noqa: A002
    """Show one challenge with all that came of it, and the evidence it rests on."""
    print_challenge(session_of(context).assistant().challenge(id, as_of=as_of), json)


@app.command()
@grouped
def add(
    context: typer.Context,
    ledger: LedgerOptions,
    text: Annotated[list[str] | None, argument("TEXT", "The question put to the board.")] = None,
    copied: Annotated[str, option("--from QUESTION:N", "Take the N-th challenge of a ledger.")] = "",
    question: QuestionOption = None,
    owner: OwnerOption = None,
    due: DueOption = None,
    on: DateOption = None,
    by: ByOption = "",
    evidence: Annotated[
        list[str] | None, option("--evidence QUESTION:N", "It rests on evidence N of a ledger. Repeatable.")
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
            due=due,
            on=on,
            judge=by,
            evidence=evidence or (),
            weighing=ledger.weighing,
        )
    )
    print_challenge(log, json)


@app.command()
def edit(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    text: Annotated[str | None, option("--text", "Its words.")] = None,
    question: QuestionOption = None,
    owner: OwnerOption = None,
    due: Annotated[str | None, option("--due DATE", "The day an answer is due; none: no day.")] = None,
    on: DateOption = None,
    json: JsonOption = False,
) -> None:
    """Correct a challenge; what came of it stays as recorded."""
    given = {"text": text, "question": question, "owner": owner, "put": on.isoformat() if on else None}
    changes: dict[str, str | None] = {name: value for name, value in given.items() if value is not None}
    if due is not None:
        changes["due"] = None if due == "none" else day_of(due).isoformat()
    if not changes:
        raise UsageError(
            "Nothing to change was given.", "Give at least one of --text, --question, --owner, --due, --date."
        )
    print_challenge(session_of(context).assistant().edit_challenge(id, changes), json)


@app.command()
def delete(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    yes: Annotated[bool, option("--yes", "Yes, take it out of the log for good.")] = False,
    json: JsonOption = False,
) -> None:
    """Take a challenge out of the log for good, with all that came of it."""
    if not yes:
        raise UsageError(
            f"{id} would be gone from the log for good.", "Close it instead, or repeat with --yes."
        )
    session_of(context).assistant().delete_challenge(id)
    if json:
        print_json({"deleted": id})
        return
    say(f"{id} is deleted.")


for record in (respond, close, impact, reopen):
    app.command()(record)
