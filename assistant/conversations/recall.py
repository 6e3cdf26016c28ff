"""Recall: a conversation that was kept, its quotations read from the documents as they are now."""

from __future__ import annotations

from assistant.conversations.conversation import Conversation, ConversationEntry, PastTurn
from assistant.slices import Citations, Slice
from ingest.conversation import Turn
from ingest.conversation_store import ConversationStore
from ingest.errors import NotFoundError
from ingest.library import Library


def recall(name: str, kept: ConversationStore, library: Library) -> Conversation:
    """The conversation of that name. NotFoundError where there is none.

    What `library` does not show (a removed document, one under a label that its reader may not see) is left
    out, without a word on how much that is.
    """
    turns = kept.turns(name)
    if not turns:
        raise NotFoundError(f"There is no conversation “{name}”.", "List them to see what there is.")
    return Conversation(name, tuple(_recalled(turn, library) for turn in turns))


def listed(kept: ConversationStore) -> list[ConversationEntry]:
    """Every conversation, the latest first."""
    return [ConversationEntry(name, count, first) for name, count, first in kept.entries()]


def _recalled(turn: Turn, library: Library) -> PastTurn:
    citations = Citations(library)
    for place in turn.slices:
        try:
            citations.number(Slice(*place))
        except NotFoundError:
            continue
    return PastTurn(turn.asked, turn.understood, citations.all(), turn.verdict, turn.reason)
