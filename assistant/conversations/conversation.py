"""Conversation: questions asked one after the other under a name, with what was quoted to each."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Citation


@dataclass(frozen=True, slots=True)
class PastTurn:
    """`asked` is what was typed, `understood` the whole question it was taken for.

    `citations` are read from the documents anew, numbered from 1; one whose document is gone is not among
    them. `verdict` and `reason` are what was said where nothing was quoted; a refusal has both.
    """

    asked: str
    understood: str
    citations: tuple[Citation, ...]
    verdict: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that was asked under one name, in order."""

    name: str
    turns: tuple[PastTurn, ...]


@dataclass(frozen=True, slots=True)
class ConversationEntry:
    """A conversation in a list: its name, how many questions it has and the first of them."""

    name: str
    questions: int
    first: str
