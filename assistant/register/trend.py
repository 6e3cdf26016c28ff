"""Trend: how many of each year's recommendations meet each letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.charts.chart import Chart
from assistant.charts.make import shares_by_year
from assistant.check.assessment import LETTERS
from assistant.register.entry import Entry


@dataclass(frozen=True, slots=True)
class Year:
    """One year: how many recommendations, and the share that meets each letter (and names an owner).

    A share is of those whose wording gives a basis for the letter; None where there is none.
    """

    year: str
    count: int
    shares: dict[str, float | None]


def trend_of(entries: Sequence[Entry]) -> list[Year]:
    """The years in order, counted with context; what has no date is left out."""
    years: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.year:
            years.setdefault(entry.year, []).append(entry)
    return [Year(year, len(held), _shares(held)) for year, held in sorted(years.items())]


def trend_chart(years: Sequence[Year]) -> Chart:
    """The trend as a line a letter."""
    names = (*LETTERS, "owner")
    shares = {name: {year.year: year.shares[name] for year in years} for name in names}
    return shares_by_year(shares, {year.year: year.count for year in years})


def _shares(entries: Sequence[Entry]) -> dict[str, float | None]:
    shares: dict[str, float | None] = {}
    for letter in LETTERS:
        levels = [entry.criteria_with_context[letter] for entry in entries]
        known = [level for level in levels if level is not None]
        shares[letter] = sum(level == 2 for level in known) / len(known) if known else None
    return {**shares, "owner": sum(entry.owner is not None for entry in entries) / len(entries)}
