"""WordsScreen: asks for a line of the user's own words, over what is on the screen."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class WordsScreen(ModalScreen[str | None]):
    """Its result is what was typed, or None where Escape gave it up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Give up", id="words.leave")]

    def __init__(self, asked: str) -> None:
        super().__init__()
        self.asked = asked

    def compose(self) -> ComposeResult:
        """What is asked for, and the line."""
        with Vertical():
            yield Static(Text(self.asked), markup=False)
            yield Input(id="words")
            yield Static(Text("Enter keeps it, Escape gives it up.", "dim"), markup=False)

    @on(Input.Submitted)
    def done(self, event: Input.Submitted) -> None:
        """Ends with what was typed."""
        event.stop()
        self.dismiss(event.value.strip())
