"""What came of a challenge: the commands of `scrutiny challenges` that record it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.journal_options import DateOption
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of

if TYPE_CHECKING:
    from assistant.journal.log import ChallengeLog
    from ingest.journal import EntryKind

IdArgument = Annotated[str, argument("ID", "The challenge's id, such as C3.")]


def respond(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    text: Annotated[list[str], argument("TEXT", "What was answered.")],
    on: DateOption = None,
    json: JsonOption = False,
) -> None:
    """Record the answer that was given."""
    assistant = session_of(context).assistant()
    print_challenge(assistant.add_to_challenge(id, [("response", " ".join(text))], on=on), json)


def close(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    outcome: Annotated[str, option("--outcome TEXT", "What was decided or done.")],
    impact: Annotated[
        str | None, option("--impact TEXT", "What changed for children; may be recorded later.")
    ] = None,
    on: DateOption = None,
    json: JsonOption = False,
) -> None:
    """Record what was decided, and what changed, and close it."""
    entries: list[tuple[EntryKind, str]] = [("outcome", outcome)]
    entries += [("impact", impact)] if impact is not None else []
    print_challenge(session_of(context).assistant().add_to_challenge(id, entries, on=on), json)


def impact(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    text: Annotated[list[str], argument("TEXT", "What changed for children, and how it is known.")],
    on: DateOption = None,
    json: JsonOption = False,
) -> None:
    """Record what changed for children because of it."""
    assistant = session_of(context).assistant()
    print_challenge(assistant.add_to_challenge(id, [("impact", " ".join(text))], on=on), json)


def reopen(
    context: typer.Context,
    id: IdArgument,  # noqa: A002
    why: Annotated[list[str], argument("TEXT", "Why it is open again.")],
    on: DateOption = None,
    json: JsonOption = False,
) -> None:
    """Open a closed challenge again."""
    assistant = session_of(context).assistant()
    print_challenge(assistant.add_to_challenge(id, [("reopened", " ".join(why))], on=on), json)


def print_challenge(log: ChallengeLog, json: bool) -> None:
    """One challenge with all that came of it."""
    if json:
        from assistant.machine.journal import challenges_object

        print_json(challenges_object(log))
        return
    from assistant.render.journal import challenge_paragraphs

    print_text(challenge_paragraphs(log))
