"""Conversation: questions asked one after the other under a name, with what was quoted to each; its name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assistant.answer import Answer, Citation
from ingest.errors import ScrutinyError, UsageError

LONGEST = 80


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


def checked_name(name: str) -> str:
    """The name without the spaces around it. UsageError where it is empty, too long or cannot be shown."""
    plain = name.strip()
    if not plain or len(plain) > LONGEST or not plain.isprintable():
        raise UsageError(
            f"“{plain[:LONGEST]}” is no name for a conversation.", f"Use 1 to {LONGEST} characters."
        )
    return plain


def name_for(now: datetime) -> str:
    """A name for a conversation that was given none: when it began."""
    return f"{now:%Y-%m-%d %H:%M:%S}"


class NotKeptError(ScrutinyError):
    """Carries the answer, so that whoever asked gets it all the same."""

    def __init__(self, answer: Answer, reason: str) -> None:
        super().__init__(f"The conversation could not be kept. {reason}", "Ask without a conversation.")
        self.answer = answer
