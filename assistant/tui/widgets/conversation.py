"""Conversation: the exchanges so far, and the keys that walk through their sources."""

from __future__ import annotations

from string import Template
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.render.plain import one_line
from assistant.tui.messages import QuestionBegun, SourceChosen, SourceMarked
from assistant.tui.widgets.exchange import Exchange
from prompts import load_data

OWN_KEYS = "[]123456789"
"""Characters that do something here, and so cannot begin a question."""

KEYS = {
    "contents": ("screen.contents", "f2"),
    "tables": ("screen.tables", "f3"),
    "add": ("screen.add", "f4"),
    "export": ("screen.export", "f5"),
    "copy": ("screen.copy", "f6"),
    "conversations": ("screen.conversations", "f7"),
    "pack": ("screen.pack", "f8"),
    "put": ("screen.put", "f9"),
    "area": ("screen.area", "f10"),
    "help": ("help", "f1"),
    "quit": ("quit", "ctrl+q"),
}
"""The bindings that the welcome names, with the keys they have where the user has set no other."""


class Conversation(VerticalScroll):
    """Holds the exchanges; `current` is the one whose sources are shown and walked through."""

    PART = "In the answers"
    HELP = "The answers. ] and [ walk through the sources, Enter or a digit opens one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "mark(1)", "Source", key_display="[ ]", id="source.next"),
        Binding("left_square_bracket", "mark(-1)", "Previous source", show=False, id="source.previous"),
        Binding("enter", "open_marked", "Open", id="source.open"),
        *(
            Binding(str(digit), f"open({digit - 1})", show=False, id=f"source.open_{digit}")
            for digit in range(1, 10)
        ),
        Binding("ctrl+up", "turn(-1)", "Earlier answer", show=False, id="answer.earlier"),
        Binding("ctrl+down", "turn(1)", "Later answer", show=False, id="answer.later"),
        Binding("escape", "screen.focus_question", "Ask", id="answer.leave"),
        Binding("f5", "screen.export", "Save", id="screen.export"),
        Binding("f2", "screen.contents", "Library", show=False, id="screen.contents"),
        Binding("f1", "app.help", "All keys", id="help"),
    ]

    def __init__(self) -> None:
        super().__init__(id="conversation", can_focus=True)
        self.exchanges: list[Exchange] = []
        self.current: Exchange | None = None

    def compose(self) -> ComposeResult:
        """What a new user needs to know, until the first question."""
        yield Static(Text(self._welcome()), id="welcome", markup=False)

    def _welcome(self) -> str:
        told = {name: self.app.key_of(*binding) for name, binding in KEYS.items()}  # type: ignore[attr-defined]
        return Template(load_data("terminal.yaml")["welcome"]).substitute(told)

    def begin(self, question: str) -> Exchange:
        """Adds an exchange that waits for its answer, in view."""
        self.query("#welcome").remove()
        exchange = Exchange(len(self.exchanges), question)
        self.exchanges.append(exchange)
        self.mount(exchange)
        exchange.scroll_visible(animate=False)
        return exchange

    def clear(self) -> None:
        """Takes every exchange away."""
        self.query(Exchange).remove()
        self.query("#welcome").remove()
        self.exchanges, self.current = [], None

    def offer(self, text: str) -> None:
        """A line under the welcome, where that is still there."""
        for welcome in self.query("#welcome").results(Static):
            welcome.update(Text(f"{self._welcome()}\n\n{one_line(text)}"))

    def stop_waiting(self) -> Exchange | None:
        """Gives up the latest exchange that waits for its answer, and returns it; None where none waits."""
        waiting = next((one for one in reversed(self.exchanges) if one.waiting), None)
        if waiting:
            waiting.stop()
        return waiting

    def make_current(self, exchange: Exchange) -> None:
        """Brings an exchange into view and lets the keys walk through its sources."""
        self.current = exchange
        self.call_after_refresh(exchange.scroll_visible, top=True, animate=False)
        self.post_message(SourceMarked(exchange.number, exchange.marked))

    def action_mark(self, step: int) -> None:
        """Walks to the next or the previous source, and round at the ends."""
        if self.current and self.current.sources:
            self.current.mark((self.current.marked + step) % len(self.current.sources))
            self.post_message(SourceMarked(self.current.number, self.current.marked))

    def action_open_marked(self) -> None:
        """Opens the marked source."""
        if self.current:
            self.action_open(self.current.marked)

    def action_open(self, source: int) -> None:
        """Opens a source by its place, where there is one."""
        if self.current and source < len(self.current.sources):
            self.current.mark(source)
            self.post_message(SourceChosen(self.current.number, source))

    def action_turn(self, step: int) -> None:
        """Goes to the answer before or after this one."""
        if self.current:
            number = min(max(self.current.number + step, 0), len(self.exchanges) - 1)
            self.make_current(self.exchanges[number])

    def on_key(self, event: events.Key) -> None:
        """Whatever is typed and is no key of ours begins the next question."""
        if event.is_printable and event.character and event.character not in OWN_KEYS:
            event.stop()
            self.post_message(QuestionBegun(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """So does a text that is pasted."""
        event.stop()
        self.post_message(QuestionBegun(event.text))
