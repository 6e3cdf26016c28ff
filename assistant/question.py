"""Question: what a question is about, read from its words and the library's own names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Wanted = Literal["judgement", "number", "percentage", "money", "date", "frequency", "person"]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Question:
    """A question taken apart.

    `terms` are its content words but the years, in order, lower-case. `groups` are what the full-text
    search looks for: one tuple of alternatives each. `years` are four-digit years named, `periods` months
    and financial years ("March 2026", "2026-27"), `parts` quarters, seasons and halves of a year ("Q2"),
    `part_words` the words for these.
    `subjects` are the places and partnerships of the library that it names, `home` the names of the area
    whose library it is where it names none, `names` the other capitalised names, `bodies`
    the general words of a body's name beside a place ("partnership"). `wanted`
    is the kind of thing it asks for, where its wording shows that; `counted` are the words after "how
    many". `spelled` is the text with abbreviations followed by what they stand for, for comparing
    meanings. `others` gives other names of the terms that have some,
    `also` what the library's papers also call those it names. `kinds` are the kinds of document it
    names ("inspectors", "the audit"); `requests` whether it asks what was asked or required of somebody;
    `figure` whether it asks for a number, a share or a sum; `broad` whether it asks for all that is said on a
    matter rather than for one fact; `for_questions` whether a question may be what it wants. `things` are the
    terms that documents about them would use themselves: no names, no talk, no everyday words for something
    else.
    """

    text: str
    terms: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    years: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    part_words: frozenset[str] = frozenset()
    subjects: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    wanted: Wanted | None = None
    counted: tuple[str, ...] = ()
    spelled: str = ""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    requests: bool = False
    figure: bool = False
    broad: bool = False
    for_questions: bool = False
    things: tuple[str, ...] = ()

    @property
    def times(self) -> tuple[str, ...]:
        """The years and periods named, a year within a period once."""
        return (*self.periods, *(year for year in self.years if year not in " ".join(self.periods)))

    def names_of(self, thing: str) -> tuple[str, ...]:
        """A thing of the question and the other names by which documents may call it."""
        return (thing, *self.others.get(thing, ()))

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of its names, places, bodies, years and parts of a year, lower-case."""
        names = (*self.names, *self.subjects, *self.years, *self.bodies)
        return self.part_words.union(*(_WORD.findall(name.lower()) for name in names))
