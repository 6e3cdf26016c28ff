"""`scrutiny chat`: question and answer line by line, for screen readers and pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from assistant.cli.session import session_of
from assistant.render.plain import counted, one_line
from assistant.render.spoken import answer_lines
from ingest.errors import ScrutinyError

app = typer.Typer()


@app.command()
def chat(
    context: typer.Context,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Plain lines without borders or movement: the only way there is."),
    ] = True,
) -> None:
    """Ask one question after another; each answer is read out in plain lines. An empty line ends it."""
    assistant = session_of(context).assistant()
    _say(f"Assistant: {counted(len(assistant.documents()), 'document')}.")
    _say("Assistant: Ask a question and press Enter. An empty line ends the conversation.")
    for question in _questions():
        try:
            for line in answer_lines(assistant.ask(question)):
                _say(line)
        except ScrutinyError as error:
            _say(f"Assistant: That could not be asked. {one_line(str(error))}")


def _questions() -> Iterator[str]:
    """What is typed, until an empty line or the end."""
    while True:
        sys.stdout.write("You: ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            _say(one_line(line))  # so that a transcript of a pipe reads as a conversation
        if not line.strip():
            return
        yield line.strip()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
