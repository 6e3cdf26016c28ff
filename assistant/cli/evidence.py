"""`scrutiny evidence`: evidence that the scrutineer accepts, rejects with a reason, or annotates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

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
from assistant.cli.options import AsOfOption, JsonOption
from assistant.cli.output import console, print_json, print_text, say
from assistant.cli.session import session_of
from ingest.errors import UsageError

if TYPE_CHECKING:
    from ingest.journal import Decision

app = typer.Typer(cls=Group)

EvidenceArgument = Annotated[
    str,
    argument("EVIDENCE", "QUESTION:N as `scrutiny questions` prints it (impact:4), or DOCUMENT:START-END."),
]
QuestionOption = Annotated[
    str | None, option("--question QUESTION", "For this key question. Default: that of EVIDENCE, else all.")
]
AllOption = Annotated[bool, option("--all", "For all key questions.")]


@dataclass(frozen=True)
class Judging:
    """What goes with every judgement."""

    question: QuestionOption = None
    everywhere: AllOption = False
    on: DateOption = None
    by: ByOption = ""
    json: JsonOption = False

    def record(
        self, context: typer.Context, ledger: LedgerOptions, place: str, decision: Decision, words: str
    ) -> None:
        """Keeps the judgement and prints all the words judged, so that nobody judges others unseen."""
        log = (
            session_of(context)
            .assistant()
            .judge(
                place,
                decision,
                words,
                question="" if self.everywhere else self.question,
                on=self.on,
                judge=self.by,
                weighing=ledger.weighing,
            )
        )
        if self.json:
            from assistant.machine.journal import evidence_object

            print_json(evidence_object(log))
            return
        from assistant.render.journal import judgement_paragraphs

        print_text(judgement_paragraphs(log))


@app.callback(
    invoke_without_command=True,
    help="List your judgements of the evidence; or accept, reject or annotate a piece of it.",
)
@app.command("list", help="List your judgements of the evidence, and how each stands.")
def evidence(
    context: typer.Context,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: LogFormatOption = LogFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """List the judgements, unless another command follows."""
    if context.invoked_subcommand is not None:
        return
    from assistant.machine.journal import evidence_object
    from assistant.render.journal import EVIDENCE_HEADINGS, evidence_csv, evidence_rows
    from assistant.render.table import print_table

    log = session_of(context).assistant().judgements(as_of=as_of)
    form = LogFormat.JSON if json else output_format
    if write_data(form, output, lambda: evidence_csv(log), lambda: evidence_object(log)):
        return
    if not log.judgements:
        say(f"No judgements as of {log.as_of}.")
    else:
        print_table(console(), EVIDENCE_HEADINGS, evidence_rows(log))


@app.command()
@grouped
def accept(
    context: typer.Context,
    judging: Judging,
    ledger: LedgerOptions,
    place: EvidenceArgument,
    note: Annotated[str, option("--note TEXT", "Words to stand beside it.")] = "",
) -> None:
    """Record that you have looked at a piece of evidence and it counts."""
    judging.record(context, ledger, place, "accepted", note)


@app.command()
@grouped
def reject(
    context: typer.Context,
    judging: Judging,
    ledger: LedgerOptions,
    place: EvidenceArgument,
    words: Annotated[
        list[str] | None, argument("REASON", "Why it does not count.", show_default=False)
    ] = None,
    reason: Annotated[str, option("--reason TEXT", "The same as an option.")] = "",
) -> None:
    """Take a piece of evidence out of the ledger, with the reason."""
    judging.record(context, ledger, place, "rejected", _reason(" ".join(words or ()), reason))


@app.command()
@grouped
def note(
    context: typer.Context,
    judging: Judging,
    ledger: LedgerOptions,
    place: EvidenceArgument,
    text: Annotated[list[str], argument("TEXT", "The note.")],
) -> None:
    """Put a note beside a piece of evidence; it counts as before."""
    judging.record(context, ledger, place, "noted", " ".join(text))


@app.command()
def undo(
    context: typer.Context,
    id: Annotated[str, argument("ID", "The judgement's id, such as E2.")],  # noqa: A002
    json: JsonOption = False,
) -> None:
    """Take a judgement back, as if it had not been made."""
    session_of(context).assistant().unjudge(id)
    if json:
        print_json({"deleted": id})
        return
    say(f"{id} is taken back.")


def _reason(words: str, option: str) -> str:
    """The reason, however it was given. UsageError where it was given twice, or not at all."""
    if words and option:
        raise UsageError("The reason was given twice.", "Leave --reason out.")
    if not (told := words or option).strip():
        raise UsageError(
            "A rejection needs its reason.", 'Write it behind: scrutiny evidence reject impact:4 "Too old".'
        )
    return told
