"""KeysScreen: what the keys of the screen below do, our own alone; those of every text field are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

Part = tuple[str, Sequence[tuple[str, str]]]
"""What a part of the screen is called, and its keys with what each does."""


class KeysScreen(ModalScreen[None]):
    """Shown over the screen; any of its keys puts it away again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "dismiss", "Back", id="keys.back", key_display="esc")
    ]

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self.parts = parts

    def compose(self) -> ComposeResult:
        """The parts side by side, two in a row."""
        with VerticalScroll():
            with Grid():
                for name, keys in self.parts:
                    yield Static(_listed(name, keys), markup=False)
            yield Static(Text("Escape puts this away. Ctrl+P finds everything by its name.", "dim"))


def _listed(name: str, keys: Sequence[tuple[str, str]]) -> Text:
    width = max((len(key) for key, _ in keys), default=0)
    text = Text(name, "bold")
    for key, does in keys:
        text.append(f"\n{key:>{width}}", "bold").append(f"  {does}", "not bold")
    return text
