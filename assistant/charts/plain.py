"""Charts as lines of text for a terminal, readable aloud: no colour, no box drawing."""

from __future__ import annotations

from assistant.charts.chart import Chart

_FULL, _LEAST_BAR = "█", 10


def draw_text(chart: Chart, width: int = 80) -> str:
    """A block a category: a bar a series, its value and its name. `width` counts columns."""
    longest = max((len(series.name) for series in chart.series), default=0)
    room = max(_LEAST_BAR, width - longest - 14)
    top = _top(chart)
    lines = [chart.title]
    notes = chart.notes or ("",) * len(chart.categories)
    for place, (category, note) in enumerate(zip(chart.categories, notes, strict=True)):
        lines.append(f"{category}  {note}".rstrip())
        for series in chart.series:
            value = series.values[place]
            if value is None or (chart.kind == "stacked_bars" and value == 0):
                continue
            bar = _FULL * round(room * value / top)
            lines.append(f"  {series.name:{longest}}  {chart.shown(value):>5}  {bar}".rstrip())
    return "\n".join(lines) + "\n"


def _top(chart: Chart) -> float:
    if chart.unit == "share":
        return 1.0
    values = [value for series in chart.series for value in series.values if value]
    return max(values, default=1.0)
