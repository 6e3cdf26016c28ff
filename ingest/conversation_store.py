"""ConversationStore: the named conversations of one library; keeping one leaves its version as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from ingest.catalogue import conversations
from ingest.conversation import Turn
from ingest.errors import NotFoundError


class ConversationStore:
    """Reads and writes conversations. Writing holds the writer lock; LibraryBusyError where another does."""

    def __init__(
        self,
        here: Callable[[], sqlite3.Connection],
        changing: Callable[[], AbstractContextManager[sqlite3.Connection]],
    ) -> None:
        self._here, self._changing = here, changing

    def names(self) -> list[str]:
        """Their names, the latest first."""
        return conversations.names(self._here())

    def turns(self, name: str) -> list[Turn]:
        """The turns of one, in order; none where there is none of that name."""
        return conversations.turns(self._here(), name)

    def add(self, name: str, turn: Turn) -> None:
        """Put a turn at the end; the first makes the conversation."""
        with self._changing() as connection:
            conversations.add_turn(connection, name, turn)

    def delete(self, name: str) -> None:
        """Delete one. NotFoundError."""
        with self._changing() as connection:
            if not conversations.delete(connection, name):
                raise NotFoundError(f"There is no conversation “{name}”.", "Check its name.")
