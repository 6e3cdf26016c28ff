"""ScrutinyApp: the terminal app around one assistant."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from assistant.tui.background import Background
from assistant.tui.screens.conversation import ConversationScreen

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


class ScrutinyApp(App[None]):
    """Asks the assistant it is given. `failure` is the error that ended it, None where it ended well."""

    CSS_PATH = "scrutiny.tcss"
    TITLE = "Scrutiny assistant"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-wider")]  # noqa: RUF012 - as declared
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", id="quit", priority=True)]

    failure: BaseException | None = None

    def __init__(self, assistant: ScrutinyAssistant) -> None:
        super().__init__()
        self.assistant = assistant
        self.background = Background()

    def on_mount(self) -> None:
        """Shows the conversation; nothing has been opened or loaded yet."""
        self.push_screen(ConversationScreen(self.assistant, self.background))

    def _fatal_error(self) -> None:
        """Keeps the error for the caller, instead of Textual's traceback, which would print document text."""
        self.failure = self._exception
        self._close_messages_no_wait()
