"""Bindings: every action of the app that has a key of its own, by the id it has in the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from assistant.tui.app import ScrutinyApp
from assistant.tui.screens.add import AddScreen
from assistant.tui.screens.conversation import ConversationScreen
from assistant.tui.screens.conversations import ConversationsScreen
from assistant.tui.screens.keys import KeysScreen
from assistant.tui.screens.pack import PackScreen
from assistant.tui.screens.source import SourceScreen
from assistant.tui.screens.tables import TablesScreen
from assistant.tui.screens.words import WordsScreen
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.listing_table import ListingTable
from assistant.tui.widgets.question_input import QuestionInput

PARTS: tuple[type[DOMNode], ...] = (
    ScrutinyApp,
    ConversationScreen,
    QuestionInput,
    Conversation,
    SourceScreen,
    TablesScreen,
    ListingTable,
    AddScreen,
    ConversationsScreen,
    PackScreen,
    WordsScreen,
    KeysScreen,
)


def all_bindings() -> dict[str, Binding]:
    """Each binding by its id, in the order a user meets them."""
    return {binding.id: binding for part in PARTS for binding in own_bindings(part) if binding.id}


def key_lines(keys: Mapping[str, str]) -> Iterator[str]:
    """A line each of a settings file: id, key and what it does; `keys` are those that were set."""
    yield "[app.keys]"
    for id_, binding in all_bindings().items():
        yield f'"{id_}" = "{keys.get(id_, binding.key)}"  # {binding.description or binding.action}'


def parts_of(screen: Screen[object]) -> list[DOMNode]:
    """The parts of a screen that have keys of their own, one of each kind, the last first."""
    found = {type(node): node for node in screen.query("*") if type(node) in PARTS}
    return list(reversed(found.values()))


def own_bindings(part: type[DOMNode]) -> Iterator[Binding]:
    """The keys that a part of the app adds to those it has from Textual."""
    for binding in part.__dict__.get("BINDINGS", ()):
        if isinstance(binding, Binding):
            yield binding
