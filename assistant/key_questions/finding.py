"""Finding: what a probe found, before it is numbered and judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.answer import Gap
from assistant.slices import Slice
from assistant.statements.said import Basis


@dataclass(frozen=True, slots=True)
class Point:
    """A statement on one side: its words, basis, slices (the first is where the words stand) and signal.

    `rank` orders a side, smallest first. `source` is what it counts as: points of one source count once.
    `core` is the statement without a sentence shown before it, where there is one.
    """

    text: str
    basis: Basis
    slices: tuple[Slice, ...]
    signal: str
    source: str
    rank: tuple[object, ...] = ()
    core: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A challenge with the slices it rests on."""

    text: str
    slices: tuple[Slice, ...] = ()


Line = tuple[tuple[str, ...], tuple[Slice, ...]]
"""The cells of a table's row, and the slices that it rests on."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table whose rows rest on slices."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    slices: tuple[tuple[Slice, ...], ...]

    @classmethod
    def of(cls, title: str, header: tuple[str, ...], lines: Iterable[Line]) -> Tabled:
        """The table of these lines."""
        listed = tuple(lines)
        return cls(title, header, tuple(cells for cells, _ in listed), tuple(pieces for _, pieces in listed))


@dataclass(slots=True)
class Finding:
    """What a probe hands on. `cannot_judge` says why no verdict is possible, "" where one is."""

    for_: list[Point] = field(default_factory=list)
    against: list[Point] = field(default_factory=list)
    earlier: list[Point] = field(default_factory=list)
    elsewhere: list[Point] = field(default_factory=list)
    silent: list[Gap] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    tables: list[Tabled] = field(default_factory=list)
    cannot_judge: str = ""
