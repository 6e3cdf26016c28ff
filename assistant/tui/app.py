"""ScrutinyApp: the terminal app around one assistant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from assistant.render.plain import one_line
from assistant.tui.background import Background
from assistant.tui.messages import EvidenceJudged
from assistant.tui.opening import Opener
from assistant.tui.preferences import Preferences
from assistant.tui.screens.conversation import ConversationScreen

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


class ScrutinyApp(App[None]):
    """Asks the assistant it is given. `failure` is the error that ended it, None where it ended well."""

    CSS_PATH = "scrutiny.tcss"
    TITLE = "Scrutiny assistant"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-wider")]  # noqa: RUF012 - as declared
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", id="quit", priority=True),
        Binding("f1", "help", "All keys", show=False, id="help"),
    ]

    failure: BaseException | None = None

    def __init__(
        self,
        assistant: ScrutinyAssistant,
        preferences: Preferences = Preferences(),  # noqa: B008 - it is frozen
        subject: str | None = None,
    ) -> None:
        super().__init__()
        self.assistant = assistant
        self.preferences = preferences
        self.subject = subject
        self.background = Background()
        self.opener = Opener(assistant)
        self._clashes: set[str] = set()

    def on_mount(self) -> None:
        """Shows the conversation; nothing has been opened or loaded yet."""
        if self.preferences.theme:
            self.theme = self.preferences.theme
        self.set_keymap(dict(self.preferences.keys))
        self.push_screen(ConversationScreen(self.assistant, self.background, self.subject))

    def on_unmount(self) -> None:
        """Leaves no copy of a document behind."""
        self.opener.close()

    @on(EvidenceJudged)
    def weigh_again(self) -> None:
        """Evidence that was judged may change a verdict."""
        for screen in self.screen_stack:
            if isinstance(screen, ConversationScreen):
                screen.weigh_questions()

    def notify(self, message: str, **options: Any) -> None:
        """A notice on the screen; its words may be an error's that names a file, so they are only shown."""
        super().notify(one_line(message), **{**options, "markup": False})

    def action_help_quit(self) -> None:
        """What Ctrl+C does where nothing is selected: it says how to quit."""
        self.notify(f"{self.key_of('quit', 'ctrl+q')} quits.")

    def key_of(self, binding: str, default: str) -> str:
        """The key of a binding as it is told to the user."""
        keys = self.preferences.keys.get(binding, default).split(",")
        return "+".join(part.capitalize() for part in keys[0].split("+"))

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Says once that two actions have been given one key."""
        ids = sorted(binding.id or binding.action for binding in clashed_bindings)
        if self._clashes.isdisjoint(ids):
            self.notify(f"The key of another action was given to {', '.join(ids)}.", severity="warning")
        self._clashes.update(ids)

    def action_help(self) -> None:
        """Shows what our keys do on this screen; Textual's own list is full of those of any text field."""
        from assistant.tui.bindings import own_bindings, parts_of
        from assistant.tui.screens.keys import KeysScreen, Part

        parts: list[Part] = []
        seen: set[str | None] = set()
        for node in (self, self.screen, *parts_of(self.screen)):
            found = [one for one in own_bindings(type(node)) if one.description and one.id not in seen]
            seen.update(one.id for one in found)
            name = getattr(node, "PART", "Everywhere" if node is self else "On this screen")
            parts.append((name, [(self._shown_key(one), one.description) for one in found]))
        self.push_screen(KeysScreen([part for part in reversed(parts) if part[1]]))

    def _shown_key(self, binding: Binding) -> str:
        set_key = self.preferences.keys.get(binding.id or "")
        return self.key_of(binding.id or "", "") if set_key else self.get_key_display(binding)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette (Ctrl+P): what the conversation can do, then Textual's own commands."""
        if isinstance(screen, ConversationScreen):
            for title, described, call in (
                ("Library", "Key questions and documents", screen.action_contents),
                ("Tables", "Recommendations, actions and challenges", screen.action_tables),
                ("Add documents", "Take files and folders into the library", screen.action_add),
                ("Save the answer", "Write the answer in focus to a file", screen.action_export),
                ("Copy the answer", "Copy the answer in focus", screen.action_copy),
                ("Conversations", "Go on with an earlier conversation", screen.action_conversations),
                (
                    "Put a challenge",
                    "Put a challenge of the ledger into the challenge log",
                    screen.action_put,
                ),
                ("Area", "Whose key questions, actions and pack", screen.action_area),
                ("Challenge pack", "Write the challenge pack to a file", screen.action_pack),
            ):
                yield SystemCommand(title, described, call)
        for command in super().get_system_commands(screen):
            own = command.title == "Keys"
            yield SystemCommand("Keys", "What the keys do here", self.action_help) if own else command

    def _fatal_error(self) -> None:
        """Keeps the error for the caller, instead of Textual's traceback, which would print document text."""
        self.failure = self._exception
        self._close_messages_no_wait()
