"""`scrutiny chat`: question and answer line by line, for screen readers and pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.session import session_of
from assistant.render.plain import counted, one_line
from assistant.render.spoken import answer_lines, turn_lines
from ingest.errors import NotFoundError, ScrutinyError

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.facade import ScrutinyAssistant

HOW = "Assistant: Ask a question and press Enter. An empty line or “quit” ends the conversation."
HELP = ("help", "/help", "?", "/?")


def chat(
    context: typer.Context,
    plain: Annotated[
        bool,
        option(
            "--plain", "Plain lines without borders or movement: the only way there is.", show_default=False
        ),
    ] = True,
    conversation: Annotated[
        str | None,
        option("NAME", "Go on with a conversation, or begin one. Default: a new one, named by the time."),
    ] = None,
) -> None:
    """Ask one question after another; each answer is read out in plain lines. An empty line ends it."""
    from assistant.conversations.conversation import checked_name, name_for

    name = checked_name(conversation or name_for(datetime.now()))
    assistant = session_of(context).assistant()
    _say(f"Assistant: {counted(len(assistant.documents()), 'document')}.")
    if conversation:
        _recall(assistant, name)
    _say(HOW)
    asked = 0
    for question in _questions():
        if question.casefold() in HELP:
            _say(HOW)
            continue
        asked += 1
        try:
            for line in answer_lines(_asked(assistant, question, name)):
                _say(line)
        except ScrutinyError as error:
            _say(f"Assistant: That could not be asked. {one_line(str(error))}")
    if asked:
        _say(f'Assistant: Kept. To go on: scrutiny chat --conversation "{name}"')


def _asked(assistant: ScrutinyAssistant, question: str, name: str) -> Answer:
    """The answer, also where it cannot be kept."""
    from assistant.conversations.conversation import NotKeptError

    try:
        return assistant.ask(question, conversation=name)
    except NotKeptError as error:
        _say(f"Assistant: {one_line(str(error))}")
        return error.answer


def _recall(assistant: ScrutinyAssistant, name: str) -> None:
    """Reads out what was asked before."""
    try:
        turns = assistant.conversation(name).turns
    except NotFoundError:
        _say(f"Assistant: A new conversation, “{name}”.")
        return
    for turn in turns:
        for line in turn_lines(turn):
            _say(line)


def _questions() -> Iterator[str]:
    """What is typed, until an empty line, a word such as "bye", or the end."""
    from assistant.follow_up.cues import ends

    while True:
        sys.stdout.write("You: ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            _say(one_line(line))  # so that a transcript of a pipe reads as a conversation
        if not line.strip() or ends(line):
            return
        yield line.strip()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
