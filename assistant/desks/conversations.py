"""ConversationDesk: the façade's part that shows and deletes conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.desks.desk import Desk

if TYPE_CHECKING:
    from assistant.conversations.conversation import Conversation, ConversationEntry


class ConversationDesk(Desk):
    """Conversations by name. `holder` is the id of a service's key; each sees its own, "" this machine's."""

    def conversations(self, holder: str = "") -> list[ConversationEntry]:
        """Those that are kept, the latest first."""
        from assistant.conversations.recall import listed

        return listed(self._open().conversations.of(holder))

    def conversation(self, name: str, holder: str = "") -> Conversation:
        """One with its questions and, read anew, what was quoted to them. NotFoundError."""
        from assistant.conversations.recall import recall

        library = self._open()
        with library.reading():
            return recall(name, library.conversations.of(holder), library)

    def delete_conversation(self, name: str, holder: str = "") -> None:
        """Delete one for good. NotFoundError."""
        self._open().conversations.of(holder).delete(name)
