"""PackScreen: the challenge pack written to a file, with how far that is and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from assistant.render.plain import one_line
from assistant.tui.background import Background
from assistant.tui.copying import exports_folder, free_place, home_named

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

STEPS = ("Weighing the key questions and gathering the tables", "Writing the Word file")
WHOSE = "Whose pack? The name of an area; nothing for the one most documents are about."
MARKING = "A protective marking for every page, or nothing. Enter writes the pack."
LEAVE = "Escape leaves this; the pack is finished all the same."


class PackScreen(ModalScreen[None]):
    """Asks for area and marking, then begins. Leaving stops nothing: a notice tells where the file lies."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", id="pack.back")]

    @dataclass
    class Reached(Message):
        """The step, counted from 0, that is being done now."""

        step: int

    @dataclass
    class Ended(Message):
        """How it ended, in a sentence."""

        text: str

    def __init__(
        self, assistant: ScrutinyAssistant, background: Background, about: str = "", areas: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.areas = tuple(map(one_line, areas))
        self.assistant = assistant
        self.background = background
        self.about = about
        self._step, self._began, self._ended = 0, 0.0, ""

    def compose(self) -> ComposeResult:
        """What is asked for first; then what is done, and how it can be left."""
        with Vertical():
            yield Static(Text("Challenge pack", "bold"), markup=False)
            with Vertical(id="asked"):
                yield Static(Text(WHOSE), markup=False)
                if self.areas:
                    yield Static(Text(", ".join(self.areas), "dim"), id="known", markup=False)
                known = SuggestFromList(self.areas, case_sensitive=False)
                yield Input(one_line(self.about), id="area", suggester=known)
                yield Static(Text(MARKING), markup=False)
                yield Input(id="marking")
            yield Static(id="step", markup=False)
            yield Static(Text("Escape gives it up.", "dim"), id="leave", markup=False)

    @on(Input.Submitted, "#area")
    def ask_for_marking(self, event: Input.Submitted) -> None:
        """On to the marking."""
        event.stop()
        self.query_one("#marking", Input).focus()

    @on(Input.Submitted, "#marking")
    def begin(self, event: Input.Submitted) -> None:
        """Starts the work, and a clock beside it."""
        event.stop()
        area = self.query_one("#area", Input).value.strip()
        self.query_one("#asked").remove()
        self.query_one("#leave", Static).update(Text(LEAVE, "dim"))
        self._began = monotonic()
        self._say()
        self.set_interval(1, self._say)
        tell = self._tell
        marking = event.value.strip()
        self.background.run(lambda: self._make(area, marking, tell), lambda reason: tell(self.Ended(reason)))

    def _make(self, area: str, marking: str, tell: Callable[[Message], None]) -> None:
        pack = self.assistant.pack(subject=area or None, marking=marking)
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
