"""Earlier: what papers of a library had asked before a text that is checked. It is given to the check,
which opens no library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.answer import Citation
    from assistant.check.gather import Gathered


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier request, cited, and in words what became of it; "" where the papers do not tell.

    Where it is not `sure`, it is only among the nearest.
    """

    citation: Citation
    since: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """With how many earlier papers of which area ("" for those of none) a text was compared."""

    area: str
    papers: int


Before = Callable[["Gathered"], tuple[Compared, list[tuple[int, Earlier]]]]
"""For a source what it was compared with and, by the places of its recommendations, what was asked before."""
