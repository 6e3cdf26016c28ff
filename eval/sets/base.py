"""What every question set is made of, and how a thing found is matched to what should have been found."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from eval.sets.gold import Place, Split

GOLD = "gold"
"""The id given to whatever stands in the right place, where the gold is a page and not a unit."""

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
"""Public test data beside the checkout; every set taken from it says so and is skipped where it is absent."""


class SetAbsentError(Exception):
    """The data of a set is not on this machine; the message says which and where it was looked for."""


class Found(Protocol):
    """What a retriever returns: a slice `start:end` of a document, by file name and 0-based page."""

    @property
    def document(self) -> str:
        """The file's name."""
        ...

    @property
    def page_index(self) -> int | None:
        """The page of its first character, None where the format has no pages."""
        ...

    @property
    def text(self) -> str:
        """The slice itself."""
        ...

    @property
    def start(self) -> int:
        """Its first character, in code points of the document's text."""
        ...

    @property
    def end(self) -> int:
        """One past its last character."""
        ...


Search = Callable[[str, int], Sequence[Found]]
"""A retriever: (query, k) to at most k results, best first."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The plainest thing that can be found."""

    document: str
    page_index: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph given by the set's makers: a slice of its document's text, never cut anew."""

    id: str
    document: str
    title: str
    heading: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Query:
    """One question: `relevant` are the ids that should be found, empty where nothing answers.

    Page gold has the one id `GOLD`, the `places` it may stand in and a `locator` of the sentence. `earlier`
    holds the turns of the conversation before it, newest first. `answer` is the gold answer's own text.
    `within` is the one document that the question is put to, where answering (not finding) is what is tested.
    """

    text: str
    split: Split
    relevant: frozenset[str]
    places: tuple[Place, ...] = ()
    locator: str = ""
    earlier: tuple[str, ...] = ()
    answer: str = ""
    why: str = ""
    within: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the documents answer it."""
        return bool(self.relevant)

    @property
    def placed(self) -> bool:
        """Whether the gold says where the answer stands."""
        return bool(self.places or self.relevant - {GOLD})


@dataclass(frozen=True)
class QuestionSet:
    """Questions over either whole `files` or given `units`.

    `library` is the name of the set whose library it shares, being over the same documents; empty: its own.
    """

    name: str
    queries: tuple[Query, ...]
    files: tuple[Path, ...] = ()
    units: tuple[Unit, ...] = ()
    notes: str = field(default="", compare=False)
    library: str = ""

    @cached_property
    def _starts(self) -> dict[str, tuple[list[int], list[str]]]:
        grouped: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            grouped[unit.document].append(unit)
        ordered = {name: sorted(units, key=lambda unit: unit.start) for name, units in grouped.items()}
        return {name: ([u.start for u in units], [u.id for u in units]) for name, units in ordered.items()}

    def ranking(self, query: Query, results: Sequence[Found]) -> list[Hashable]:
        """The ids of the results, best first; several slices of one unit count once, as the unit."""
        if self.units:
            return list(dict.fromkeys(self._unit_id(result) for result in results))
        return [GOLD if in_place(query, one) else (one.document, one.start) for one in results]

    def _unit_id(self, result: Found) -> Hashable:
        starts, ids = self._starts.get(result.document, ([], []))
        at = bisect_right(starts, result.start) - 1
        return ids[at] if at >= 0 else (result.document, result.start)


def in_place(query: Query, result: Found) -> bool:
    """On a gold page, or holding the gold sentence's locator in a gold document."""
    return any(_stands(result, place, query.locator) for place in query.places)


def _stands(result: Found, place: Place, locator: str) -> bool:
    if result.document != place.document:
        return False
    on_page = result.page_index is not None and result.page_index in place.pages
    return on_page or holds(result.text, place.locator or locator)


def holds(text: str, locator: str) -> bool:
    """Whether the locator's letters and digits stand in the text, whatever stands between them."""
    return bool(locator) and squashed(locator) in squashed(text)


def squashed(text: str) -> str:
    """Letters and digits alone, lower-cased: the same however hyphens, quotes and line ends were read."""
    return "".join(filter(str.isalnum, text.lower()))
