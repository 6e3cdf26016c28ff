"""Make the charts that reports need out of counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.charts.chart import Chart, Series


def shares_by_year(shares: Mapping[str, Mapping[str, float | None]], counts: Mapping[str, int]) -> Chart:
    """How the share that meets each letter moves: letter → year → share (0 to 1), and year → how many."""
    years = tuple(sorted(counts))
    series = tuple(
        Series(letter.replace("_", "-"), tuple(by_year.get(year) for year in years))
        for letter, by_year in shares.items()
    )
    notes = tuple(f"n = {counts[year]}" for year in years)
    title = "Share of recommendations that meet each letter, by year"
    return Chart(title, "lines", "share", years, series, notes)


def actions_by_status(
    counts: Mapping[str, Mapping[str, int]], statuses: Sequence[str], by: str = "agency"
) -> Chart:
    """Actions by agency (or theme) and status: agency → status → how many. Statuses in the order given."""
    return _stacked(f"Actions by {by} and status", counts, statuses)


def themes_by_year(counts: Mapping[str, Mapping[str, int]]) -> Chart:
    """Themes of recommendations: theme → year → how many, the commonest first, a segment a year."""
    years = sorted({year for by_year in counts.values() for year in by_year})
    ordered = sorted(counts, key=lambda theme: (-sum(counts[theme].values()), theme))
    return _stacked("Recommendations by theme and year", {theme: counts[theme] for theme in ordered}, years)


def _stacked(title: str, counts: Mapping[str, Mapping[str, int]], names: Sequence[str]) -> Chart:
    series = tuple(
        Series(name.replace("_", " "), tuple(row.get(name, 0) for row in counts.values())) for name in names
    )
    return Chart(title, "stacked_bars", "count", tuple(counts), series)
