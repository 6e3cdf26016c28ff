"""Chart and Series: what is to be drawn, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["lines", "stacked_bars"]
"""Lines run from the first category to the last; stacked bars lie one below another, a bar a category."""

Unit = Literal["share", "count"]
"""A share lies between 0 and 1 and is shown in per cent; a count is a whole number."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or one sort of segment: a value for each category of the chart, None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of some series over the same categories.

    `notes` stand under the categories of a line chart ("n = 12"), one each, or are empty. Names and notes
    may come from documents: what draws them escapes them. ValueError where lengths differ.
    """

    title: str
    kind: Kind
    unit: Unit
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wanted = len(self.categories)
        if any(len(series.values) != wanted for series in self.series):
            raise ValueError("A series needs one value for each category.")
        if self.notes and len(self.notes) != wanted:
            raise ValueError("There must be one note for each category, or none.")

    @property
    def description(self) -> str:
        """All values in words, category by category."""
        if not self.categories:
            return "There is nothing to show."
        notes = self.notes or ("",) * len(self.categories)
        return " ".join(
            f"{name}{f' ({note})' if note else ''}: {self._row(place)}."
            for place, (name, note) in enumerate(zip(self.categories, notes, strict=True))
        )

    def _row(self, place: int) -> str:
        known = [(series.name, series.values[place]) for series in self.series]
        shown = [f"{name} {self.shown(value)}" for name, value in known if value is not None]
        return ", ".join(shown) or "nothing known"

    def shown(self, value: float) -> str:
        """A value as it is printed: "40 %", "3"."""
        return f"{value * 100:.0f} %" if self.unit == "share" else f"{value:g}"
