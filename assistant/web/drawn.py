"""Drawn: a chart as an inline picture that the pages' policy allows, with its figures as a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from assistant.charts.chart import Chart

FEWEST_POINTS = 3
"""A picture of fewer values than this says less than its table."""

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_STYLE = re.compile(r'\sstyle="([^"]*)"')


@dataclass(frozen=True)
class Drawn:
    """`header` and `rows` hold the same figures, a row a category; `numeric` are the columns of figures."""

    title: str
    svg: Markup
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def numeric(self) -> tuple[int, ...]:
        """All columns but the first."""
        return tuple(range(1, len(self.header)))


def drawn(chart: Chart) -> Drawn | None:
    """The chart with its table; None where there are too few points to draw."""
    if points_of(chart) < FEWEST_POINTS:
        return None
    from assistant.charts.draw import draw_svg

    header, rows = figures(chart)
    svg = Markup(without_styles(draw_svg(chart)))  # noqa: S704 - the drawing escapes the words of documents
    return Drawn(chart.title, svg, header, rows)


def points_of(chart: Chart) -> int:
    """Places on a line, or segments of bars."""
    if chart.kind == "lines":
        columns = zip(*(series.values for series in chart.series), strict=True)
        return sum(any(value is not None for value in column) for column in columns)
    return sum(bool(value) for series in chart.series for value in series.values)


def figures(chart: Chart) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Header and rows of the chart's values as they are printed."""
    notes = ("Number",) if any(chart.notes) else ()
    header = ("Year" if chart.kind == "lines" else "Name", *notes, *(series.name for series in chart.series))
    rows = []
    for place, category in enumerate(chart.categories):
        note = (chart.notes[place].removeprefix("n = "),) if notes else ()
        values = (series.values[place] for series in chart.series)
        rows.append((category, *note, *("–" if value is None else chart.shown(value) for value in values)))
    return header, tuple(rows)


def without_styles(svg: str) -> str:
    """The same picture with attributes in place of style, which a page without inline style may hold."""
    return _TAG.sub(lambda tag: _STYLE.sub(_attributes, tag.group()), svg)


def _attributes(style: re.Match[str]) -> str:
    pairs = (part.split(":", 1) for part in style.group(1).split(";") if ":" in part)
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)
