"""Driving the terminal app in tests: keys in, words on the screen out."""

import asyncio

from textual.widgets import Static

from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.question_input import QuestionInput


async def until(pilot, condition):
    """Waits for what a thread is doing, without a fixed sleep."""
    for _ in range(500):
        if condition():
            return
        await pilot.pause()
        await asyncio.sleep(0.01)
    raise AssertionError("it never came")


def shown(app):
    """The words of the screen in focus, as far as they are displayed."""
    statics = [part for part in app.screen.query(Static) if part.display and part.region.width]
    return "\n".join(str(part.render()) for part in statics)


async def ask(pilot, question="Why?"):
    pilot.app.screen.query_one(QuestionInput).focus()
    await pilot.press(
        *[{"?": "question_mark", " ": "space"}.get(letter, letter) for letter in question], "enter"
    )


async def answered(pilot, question="Why?"):
    await ask(pilot, question)
    conversation = pilot.app.screen.query_one(Conversation)
    await until(pilot, lambda: conversation.exchanges and conversation.exchanges[-1].shown)
    await pilot.pause()
    return conversation
