"""Next meeting: the day that minutes give it, for the actions that are due then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.actions.days import day_in, last_day
from ingest.phrases import worded
from ingest.sentences import sentences

if TYPE_CHECKING:
    from assistant.actions.setdown import SetDown
    from ingest.document import Document

_due_then = worded("actions/promises.yaml", r"\b{due_next_meeting}\b")
_announced = worded("vocabulary/reckoned.yaml", r"\b{meeting.said}\b")
_NEAR = 2
"""The day stands in the sentence that announces the meeting, or in one of so many blocks behind it."""


def due_then(item: SetDown, text: str, day: str | None) -> SetDown:
    """An action without a day that is due at the next meeting, with that meeting's."""
    found = None if item.due or not day else _due_then().search(text, *(item.due_words or item.text))
    if not found:
        return item
    return replace(item, due=day, due_kind="date", due_words=found.span())


def next_meeting(document: Document, said_on: str | None) -> str | None:
    """The day of the meeting that minutes announce; None where they give none after their own."""
    if document.kind != "minutes" or not said_on:
        return None
    texts = [document.text[block.start : block.end] for block in document.blocks]
    for at in reversed(range(len(texts))):
        if not (found := _announced().search(texts[at])):
            continue
        ends = (stop for _, stop in sentences(texts[at]) if stop >= found.end())
        end = next(ends, len(texts[at]))
        behind = () if texts[at][end:].strip() else texts[at + 1 : at + 1 + _NEAR]
        for words in (texts[at][found.end() : end], *behind):
            day = day_in(words, said_on)
            if day and len(day) == len("2024-01-31") and day > last_day(said_on):
                return day
    return None
