"""TablesScreen: recommendations, actions and the challenge log as tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static, TabbedContent, TabPane

from assistant.tui.background import Background
from assistant.tui.screens.source import SourceScreen
from assistant.tui.tables import Listing, action_listing, challenge_listing, recommendation_listing
from assistant.tui.widgets.listing_table import ListingTable

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant

WAITING = "Reading the documents …"


class TablesScreen(Screen[None]):
    """A tab for each table, filled in the background; Enter on a row opens its source."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", "Back", id="tables.back"),
        Binding("right_square_bracket", "turn(1)", "Table", key_display="[ ]", id="tables.next"),
        Binding("left_square_bracket", "turn(-1)", "Previous table", show=False, id="tables.previous"),
    ]

    @dataclass
    class Filled(Message):
        """What a tab is to show is known; `problem` says why where it is not."""

        tab: str
        listing: Listing | None
        problem: str = ""

    def __init__(
        self, assistant: ScrutinyAssistant, background: Background, subject: str | None = None
    ) -> None:
        super().__init__()
        self.assistant = assistant
        self.subject = subject
        self.background = background

    @property
    def tabs(self) -> dict[str, tuple[str, Callable[[], Listing]]]:
        """Each tab's id, name, and how its table is made."""
        return {
            "recommendations": (
                "Recommendations",
                lambda: recommendation_listing(self.assistant.recommendations(), self.assistant.documents()),
            ),
            "actions": ("Actions", lambda: action_listing(self.assistant.actions(subject=self.subject))),
            "challenges": ("Challenges", lambda: challenge_listing(self.assistant.challenges())),
        }

    def compose(self) -> ComposeResult:
        """The tabs, each saying that it waits."""
        with TabbedContent():
            for tab, (name, _) in self.tabs.items():
                with TabPane(Text(name).plain, id=tab):
                    yield Static(WAITING, classes="note", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Makes the tables one after the other, off the screen's thread."""
        for tab, (_, make) in self.tabs.items():
            self.background.run(partial(self._make, tab, make), partial(self._fail, tab))

    def _make(self, tab: str, make: Callable[[], Listing]) -> None:
        self.post_message(self.Filled(tab, make()))

    def _fail(self, tab: str, reason: str) -> None:
        self.post_message(self.Filled(tab, None, reason))

    @on(Filled)
    async def fill(self, message: Filled) -> None:
        """Shows a table, or says why there is none."""
        pane = self.query_one(f"#{message.tab}", TabPane)
        listing = message.listing
        if listing is None or not listing.rows:
            note = message.problem or (listing.note if listing else "")
            pane.query_one(".note", Static).update(Text(note))
            return
        await pane.query(".note").remove()
        table = ListingTable(listing)
        await pane.mount(table, Static(Text(listing.legend), classes="legend", markup=False))
        self.query_one(TabbedContent).get_tab(message.tab).label = Text(listing.name).plain
        if self.query_one(TabbedContent).active == message.tab:
            table.focus()

    def action_turn(self, step: int) -> None:
        """Goes to the next or the previous table, and round at the ends."""
        tabs = [*self.tabs]
        tabbed = self.query_one(TabbedContent)
        tabbed.active = tabs[(tabs.index(tabbed.active) + step) % len(tabs)]
        for table in self.query_one(f"#{tabbed.active}").query(ListingTable):
            table.focus()

    @on(ListingTable.RowChosen)
    def open_sources(self, message: ListingTable.RowChosen) -> None:
        """Opens the sources of a row."""
        self.app.push_screen(SourceScreen(self.assistant, self.background, sources=message.sources))
