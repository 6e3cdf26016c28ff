"""Events: does a question name what happened to somebody (they died, they left), and who tells of that?

A count of children is no count of children who died, however like the question the rest of its sentence is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.words import spaced, stems_in_order
from prompts import load_data

Of = Literal["any", "deeds", "counted", "reason"]

Event = tuple[str, ...]
"""The words that tell of one event, each as the stems of its words in their order, with spaces round it."""


def events_asked(text: str, of: Of) -> dict[str, Event]:
    """The events that the text names, by its own word for each: of `any` question (and its
    `deeds`), a count or a reason.
    """
    named = {_as_written(text, asked): told for asked, told in _events(of)}
    return {word: told for word, told in named.items() if word}


def tells(text: str, events: Iterable[Event]) -> bool:
    """Does the text hold a word for each of the events?"""
    held = stems_in_order(text)
    return all(any(word in held for word in event) for event in events)


def counted_event(question: str, item: Evidence) -> bool:
    """Does the sentence, or its headings, tell of what happened to those who are to be counted?"""
    events = (*events_asked(question, "any").values(), *events_asked(question, "counted").values())
    passage = item.found.passage
    return tells(f"{passage.heading} {passage.header} {item.quote}", events)


def _as_written(text: str, asked: Event) -> str:
    """The words of the text that ask for an event; "" where it has none."""
    lowered = spaced(phrased("events", "idioms").sub("", text))
    return next((word for word in asked if f" {word} " in lowered), "")


@cache
def _events(of: Of) -> tuple[tuple[Event, Event], ...]:
    """The words that ask for each event, as they are written, and those that tell of it."""
    lines = load_data("vocabulary/facts.yaml")["events"][of]
    return tuple(
        (tuple(line["asked"]), tuple(map(stems_in_order, (*line["asked"], *line["told"])))) for line in lines
    )
