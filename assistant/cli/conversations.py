"""`scrutiny conversations`: what was asked in conversations that are kept."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.declared import argument
from assistant.cli.group import Group
from assistant.cli.options import JsonOption
from assistant.cli.output import print_json, print_text, say
from assistant.cli.session import session_of
from assistant.render.plain import one_line

app = typer.Typer(cls=Group)

NameArgument = Annotated[str, argument("NAME", "The conversation's name.")]


@app.callback(invoke_without_command=True)
def conversations(context: typer.Context, json: JsonOption = False) -> None:
    """List the conversations that are kept, show one or delete one."""
    if context.invoked_subcommand is not None:
        return
    entries = session_of(context).assistant().conversations()
    if json:
        from assistant.machine.conversations import conversations_object

        print_json(conversations_object(entries))
        return
    from assistant.render.conversation import NONE_KEPT, conversation_list

    print_text(conversation_list(entries))
    if not entries:
        say(f'{NONE_KEPT} Keep one with scrutiny ask --conversation NAME "QUESTION", or scrutiny chat.')


@app.command()
def show(context: typer.Context, name: NameArgument, json: JsonOption = False) -> None:
    """Show a conversation: its questions, and what was quoted to each."""
    conversation = session_of(context).assistant().conversation(name)
    if json:
        from assistant.machine.conversations import conversation_object

        print_json(conversation_object(conversation))
        return
    from assistant.render.conversation import conversation_paragraphs

    print_text(conversation_paragraphs(conversation))


@app.command()
def delete(context: typer.Context, name: NameArgument, json: JsonOption = False) -> None:
    """Delete a conversation for good."""
    session_of(context).assistant().delete_conversation(name)
    if json:
        print_json({"deleted": name})
        return
    say(f"The conversation “{one_line(name)}” is deleted.")
