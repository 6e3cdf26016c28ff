"""QuestionInput: the line that a question is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from assistant.render.plain import plain
from assistant.tui.messages import QuestionAsked


class QuestionInput(Input):
    """Enter asks. The question leaves the line; `give_back` returns one that could not be answered."""

    HELP = "Type a question about your documents and press Enter."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Ask", id="question.ask"),
        Binding("escape", "screen.focus_answers", "Answers", id="question.leave"),
        Binding("f3", "screen.tables", "Tables", id="screen.tables"),
        Binding("f1", "app.help", "Help", id="help"),
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
