"""ConversationStore: the named conversations of one library; keeping one leaves its version as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from ingest.catalogue import conversations
from ingest.conversation import Turn
from ingest.errors import NotFoundError

BETWEEN = "\x1f"
"""Stands between a holder and a name in the catalogue; no name that a user gives may hold it."""


class ConversationStore:
    """Reads and writes the conversations of one holder; "" is whoever works on this machine.

    A turn is one short transaction of its own and takes no writer lock: questions are asked and kept while an
    ingest runs. LibraryDamagedError where it cannot be written.
    """

    def __init__(
        self,
        here: Callable[[], sqlite3.Connection],
        changing: Callable[[], AbstractContextManager[sqlite3.Connection]],
        holder: str = "",
    ) -> None:
        self._here, self._changing, self._holder = here, changing, holder

    def of(self, holder: str) -> ConversationStore:
        """The conversations of another holder."""
        return ConversationStore(self._here, self._changing, holder)

    def names(self) -> list[str]:
        """Their names, the latest first."""
        return [name for name, _, _ in self.entries()]

    def entries(self) -> list[tuple[str, int, str]]:
        """Name, number of questions and first question of each, the latest first."""
        found = []
        for stored, count, first in conversations.entries(self._here()):
            holder, _, name = stored.rpartition(BETWEEN)
            if holder == self._holder:
                found.append((name, count, first))
        return found

    def turns(self, name: str) -> list[Turn]:
        """The turns of one, in order; none where there is none of that name."""
        return conversations.turns(self._here(), self._stored(name))

    def add(self, name: str, turn: Turn) -> None:
        """Put a turn at the end; the first makes the conversation."""
        with self._changing() as connection:
            conversations.add_turn(connection, self._stored(name), turn)

    def delete(self, name: str) -> None:
        """Delete one. NotFoundError."""
        with self._changing() as connection:
            if not conversations.delete(connection, self._stored(name)):
                raise NotFoundError(f"There is no conversation “{name}”.", "Check its name.")

    def _stored(self, name: str) -> str:
        return f"{self._holder}{BETWEEN}{name}" if self._holder else name
