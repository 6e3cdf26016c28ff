"""Framework: the key questions as a board writes them down, shipped ones and its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Plain = Literal["for", "against", "leave"]


@dataclass(frozen=True, slots=True)
class Signal:
    """What makes a statement evidence for a question: the concepts it must, may and must not hold.

    `under` are concepts of which its headings must hold one. `side` "tone": praise is for, blame against,
    and `plain` says what becomes of a statement that is neither; "praise": praise is for, and nothing else
    counts; else every statement is on that side. `most`: so many of its statements are shown (0: no bound).
    `across`: what `all` asks for may stand in different clauses of the statement.
    `weight` puts some signals before others when a side is cut to its best.
    """

    name: str
    all: frozenset[str] = frozenset()
    any: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    side: Literal["tone", "praise", "for", "against"] = "tone"
    plain: Plain = "leave"
    basis: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    across: bool = False
    weight: int = 1
    most: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """Evidence that should be there: silent unless a statement of one of the signals is found."""

    what: str
    unless: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ("for", "against")


@dataclass(frozen=True, slots=True)
class Stem:
    """The beginning of a challenge: asked where the ledger holds what `on` names.

    `on` is for, against, silent or claimed (praise of itself without evidence). `signals` narrow it to
    statements of these signals, `about` to one silence. It is not asked where a statement for gives one of
    the signals in `unless`, which answer it.
    """

    ask: str
    on: str
    signals: frozenset[str] = frozenset()
    about: str = ""
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    """One question: its wording, what good looks like, what counts, and how evidence is recognised."""

    id: str
    number: int
    part: str
    question: str
    good: str
    counts: tuple[str, ...]
    probe: str
    aside: bool
    asked_as: tuple[str, ...]
    signals: tuple[Signal, ...]
    expected: tuple[Expected, ...]
    challenges: tuple[Stem, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Framework:
    """A board's key questions, with concepts of its own and what its Parts A and B are."""

    id: str
    name: str
    about: str
    parts: Mapping[str, str]
    questions: tuple[KeyQuestion, ...]
    concepts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    source: str = ""

    @property
    def listing(self) -> str:
        """The questions by number and id, apart those that are answered only where they are named."""
        usual, aside = (
            ", ".join(f"{one.number} {one.id}" for one in self.questions if one.aside is apart)
            for apart in (False, True)
        )
        return f"{usual}; and, only where it is named: {aside}" if aside else usual

    def named(self, id_or_number: str) -> KeyQuestion | None:
        """The question of that id or number."""
        wanted = id_or_number.strip().lower().replace("-", "_")
        return next((one for one in self.questions if wanted in (one.id, str(one.number))), None)
