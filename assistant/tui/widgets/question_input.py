"""QuestionInput: the line that a question is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from assistant.render.plain import one_line, plain
from assistant.tui.messages import QuestionAsked

WALKS = {"]": 1, "[": -1}
"""Characters that no question begins with, and the step to another source that they make."""


class QuestionInput(Input):
    """Enter asks. The question leaves the line; `give_back` returns one that could not be answered."""

    PART = "In the question"
    HELP = "Type a question about your documents and press Enter."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Ask", id="question.ask"),
        Binding("escape", "screen.focus_answers", "Answers", id="question.leave"),
        Binding("f3", "screen.tables", "Tables", id="screen.tables"),
        Binding("f1", "app.help", "All keys", id="help"),
    ]

    def __init__(self) -> None:
        super().__init__(
            placeholder="Ask your documents, then press Enter",
            id="question",
            select_on_focus=False,  # else the letter that brought the focus here is typed over
        )

    def validate_value(self, value: str) -> str:
        """What is pasted here may come from a document: the screen gets nothing that would act on it."""
        return plain(value).replace("\n", " ")

    async def on_key(self, event: events.Key) -> None:
        """A bracket that would begin a question walks through the sources, wherever the focus is."""
        step = WALKS.get(event.character or "")
        if step and not self.value:
            event.stop()
            event.prevent_default()
            await self.run_action(f"screen.walk({step})")

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted in several lines is one question; an `Input` would keep the first line alone."""
        event.stop()
        event.prevent_default()
        self.replace(one_line(event.text), *self.selection)

    @on(Input.Submitted)
    def ask(self, event: Input.Submitted) -> None:
        """Sends what was typed, unless that is nothing."""
        event.stop()
        question = event.value.strip()
        if question:
            self.clear()
            self.post_message(QuestionAsked(question))

    def give_back(self, question: str) -> None:
        """Puts a question back into the line, unless the user has typed another one meanwhile."""
        if not self.value:
            self.value = question
            self.cursor_position = len(question)
