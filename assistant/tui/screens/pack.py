"""PackScreen: the challenge pack written to a file, with how far that is and where it lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.render.plain import one_line
from assistant.tui.background import Background
from assistant.tui.copying import exports_folder, free_place, home_named

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

STEPS = ("Weighing the key questions and gathering the tables", "Writing the Word file")
LEAVE = "Escape leaves this; the pack is finished all the same."


class PackScreen(ModalScreen[None]):
    """Begins at once. Leaving it does not stop it: a notice then tells where the file lies."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", id="pack.back")]

    @dataclass
    class Reached(Message):
        """The step, counted from 0, that is being done now."""

        step: int

    @dataclass
    class Ended(Message):
        """How it ended, in a sentence."""

        text: str

    def __init__(self, assistant: ScrutinyAssistant, background: Background) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background
        self._step, self._began, self._ended = 0, monotonic(), ""

    def compose(self) -> ComposeResult:
        """What is done, and how it can be left."""
        with Vertical():
            yield Static(Text("Challenge pack", "bold"), markup=False)
            yield Static(id="step", markup=False)
            yield Static(Text(LEAVE, "dim"), id="leave", markup=False)

    def on_mount(self) -> None:
        """Starts the work, and a clock beside it."""
        self._say()
        self.set_interval(1, self._say)
        tell = self._tell
        self.background.run(lambda: self._make(tell), lambda reason: tell(self.Ended(reason)))

    def _make(self, tell: Callable[[Message], None]) -> None:
        pack = self.assistant.pack()
        tell(self.Reached(1))
        place = free_place(exports_folder(), f"challenge-pack-{datetime.now():%Y-%m-%d-%H%M}", ".docx")
        self.assistant.write_pack(pack, [place])
        tell(self.Ended(f"Saved as {home_named(place)}."))

    def _tell(self, message: Message) -> None:
        """To this screen, or to the user where it has been left."""
        if self.is_attached:
            self.post_message(message)
        elif isinstance(message, self.Ended):
            self.app.call_from_thread(self.app.notify, message.text, timeout=30)

    def _say(self) -> None:
        if self._ended:
            return
        seconds = int(monotonic() - self._began)
        told = f"Step {self._step + 1} of {len(STEPS)}: {STEPS[self._step]} … {seconds} s"
        self.query_one("#step", Static).update(Text(told))

    @on(Reached)
    def go_on(self, message: Reached) -> None:
        """The next step is being done."""
        self._step = message.step
        self._say()

    @on(Ended)
    def end(self, message: Ended) -> None:
        """Where the file lies, or what went wrong."""
        self._ended = message.text
        self.query_one("#step", Static).update(Text(one_line(message.text)))
        self.query_one("#leave", Static).update(Text("Escape goes back.", "dim"))
