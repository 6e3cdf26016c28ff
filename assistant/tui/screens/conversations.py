"""ConversationsScreen: the conversations that are kept, to be gone on with or deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from assistant.render.conversation import NONE_KEPT, entry_line
from assistant.render.plain import one_line
from assistant.tui.background import Background

if TYPE_CHECKING:
    from assistant.conversations.conversation import ConversationEntry
    from assistant.facade import ScrutinyAssistant

AGAIN = "Press d again to delete this conversation for good."
TITLE = "Conversations, the latest first. Enter goes on with one."


class ConversationsScreen(Screen[str | None]):
    """Its result is the name of the conversation to go on with, "" for a new one, None to change nothing."""

    AUTO_FOCUS = "#kept"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="conversations.back"),
        Binding("n", "dismiss('')", "New", id="conversations.new"),
        Binding("d", "delete", "Delete", id="conversations.delete"),
    ]

    @dataclass
    class Listed(Message):
        """The conversations are known; `problem` says what went wrong."""

        entries: list[ConversationEntry]
        problem: str = ""

    def __init__(self, assistant: ScrutinyAssistant, background: Background) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = background
        self.entries: list[ConversationEntry] = []
        self._warned = ""

    def compose(self) -> ComposeResult:
        """What this is, the list, the keys."""
        yield Static(TITLE, id="about", markup=False)
        yield OptionList(id="kept", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Reads the list in a thread."""
        self._list()

    def _list(self) -> None:
        self.background.run(
            lambda: self.post_message(self.Listed(self.assistant.conversations())),
            lambda reason: self.post_message(self.Listed([], reason)),
        )

    @on(Listed)
    def show_list(self, message: Listed) -> None:
        """A row each, or why there is none."""
        self.entries = message.entries
        kept = self.query_one("#kept", OptionList)
        at = kept.highlighted or 0
        kept.clear_options()
        kept.add_options(Option(Text(entry_line(entry))) for entry in self.entries)
        kept.highlighted = min(at, len(self.entries) - 1) if self.entries else None
        about = TITLE if self.entries else one_line(message.problem) or NONE_KEPT
        self.query_one("#about", Static).update(Text(about))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Goes on with the one that was chosen."""
        event.stop()
        self.dismiss(self.entries[event.option_index].name)

    def action_delete(self) -> None:
        """Deletes the one in focus, at the second time of asking."""
        at = self.query_one("#kept", OptionList).highlighted
        if at is None:
            return
        name = self.entries[at].name
        if self._warned != name:
            self._warned = name
            self.notify(AGAIN, severity="warning", markup=False)
            return
        self._warned = ""
        self.background.run(
            lambda: self._delete(name), lambda reason: self.post_message(self.Listed(self.entries, reason))
        )

    def _delete(self, name: str) -> None:
        self.assistant.delete_conversation(name)
        self.post_message(self.Listed(self.assistant.conversations()))
