"""Conversations → the JSON of the machine interface."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.conversations.conversation import Conversation, ConversationEntry
from assistant.machine.answers import citation_object
from assistant.machine.text import Json, fields_of


def conversations_object(entries: Iterable[ConversationEntry]) -> list[Json]:
    """The list of conversations."""
    return [fields_of(one) for one in entries]


def conversation_object(conversation: Conversation) -> Json:
    """One with its questions and what was quoted to each."""
    turns = [
        {
            "asked": turn.asked,
            "understood": turn.understood,
            "verdict": turn.verdict,
            "reason": turn.reason,
            "citations": [citation_object(citation) for citation in turn.citations],
        }
        for turn in conversation.turns
    ]
    return {"name": conversation.name, "turns": turns}
