"""WordsScreen: asks for a line of the user's own words, over what is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from assistant.render.plain import one_line


class WordsScreen(ModalScreen[str | None]):
    """Its result is what was typed, or None where Escape gave it up."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Give up", id="words.leave")]

    def __init__(self, asked: str, known: Sequence[str] = ()) -> None:
        """`known`: the answers there are, where it is one of some; the beginning of one brings it up."""
        super().__init__()
        self.asked = asked
        self.known = tuple(map(one_line, known))

    def compose(self) -> ComposeResult:
        """What is asked for, and the line."""
        with Vertical():
            yield Static(Text(self.asked), markup=False)
            if self.known:
                yield Static(Text(", ".join(self.known), "dim"), id="known", markup=False)
            yield Input(id="words", suggester=SuggestFromList(self.known, case_sensitive=False))
            yield Static(Text("Enter keeps it, Escape gives it up.", "dim"), markup=False)

    @on(Input.Submitted)
    def done(self, event: Input.Submitted) -> None:
        """Ends with what was typed."""
        event.stop()
        self.dismiss(event.value.strip())
