"""Draw charts as SVG and PNG. The only file that knows matplotlib.

Figures are made without pyplot, so nothing is kept between calls and no window is ever opened.
https://matplotlib.org/stable/users/explain/figure/backends.html
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from textwrap import fill
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure

from assistant.charts.chart import Chart, Series
from ingest.clean import clean

_STYLE = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, so widths are the same everywhere
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "svg.fonttype": "none",
    "text.parse_math": False,  # a dollar in a name is a dollar
    "hatch.linewidth": 0.6,
}
_MARKS = "osD^vPX*<>"
_DASHES = ("-", "--", "-.", ":")
_COLOURS = ("#0b3c5d", "#b3541e", "#3b7a57", "#6a3d9a", "#8c1c3a", "#4d4d4d", "#007c89", "#7a5c00")
_FILLS = ("#dfe7ee", "#9fb6c9", "#5f86a6", "#f3ddc9", "#d9a577", "#cfe3d4", "#8fbc9f", "#e3d7ef")
_HATCHES = ("", "///", "\\\\\\", "xxx", "---", "|||", "+++")
"""Patterns of lines: dots and circles would make the SVG ten times as long."""
_INCHES, _DOTS = 7.2, 200
_MOST_LABELS = 12
"""More under a line chart would touch: then only every second, third … is written."""


def draw_svg(chart: Chart) -> str:
    """The chart as one `<svg>` element. It holds no script and refers to nothing outside itself."""
    salt = hashlib.sha256(repr(chart).encode()).hexdigest()[:8]
    raw = io.BytesIO()
    with mpl.rc_context({**_STYLE, "svg.hashsalt": salt}):
        _figure(chart).savefig(raw, format="svg", metadata={"Date": None, "Creator": None})
    return _embeddable(raw.getvalue().decode("utf-8"), chart, salt)


def draw_png(chart: Chart) -> bytes:
    """The chart as a PNG picture of `_DOTS` dots an inch, `_INCHES` wide."""
    raw = io.BytesIO()
    with mpl.rc_context(_STYLE):
        _figure(chart).savefig(raw, format="png", dpi=_DOTS, metadata={"Software": None})
    return raw.getvalue()


def _embeddable(svg: str, chart: Chart, salt: str) -> str:
    """Without what only a file may have, with ids of its own, and with its words for those who cannot see."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>\s*", "", body, flags=re.DOTALL)
    body = re.sub(r"<style type=\"text/css\">.*?</style>", "", body, flags=re.DOTALL)
    body = re.sub(r'\bid="', f'id="c{salt}-', body)
    body = re.sub(r'((?:xlink:)?href="|url\()#', rf"\1#c{salt}-", body)
    head = f'<svg role="img" aria-labelledby="t{salt} d{salt}" stroke-linejoin="round" stroke-linecap="butt" '
    words = (
        f'<title id="t{salt}">{escape(_line(chart.title))}</title>'
        f'<desc id="d{salt}">{escape(_line(chart.description))}</desc>'
    )
    opening, rest = body.removeprefix("<svg ").split(">", 1)
    return f"{head}{opening}>\n {words}{rest}"


def _line(text: str) -> str:
    return " ".join(clean(text)[0].split())


def _figure(chart: Chart) -> Figure:
    height = 3.6 if chart.kind == "lines" else 1.3 + 0.42 * max(1, len(chart.categories))
    figure = Figure(figsize=(_INCHES, height), layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(_line(chart.title), fontsize=10, fontweight="bold", loc="left", x=0.0, pad=10)
    if not chart.categories or not chart.series:
        axes.text(0.5, 0.5, "There is nothing to show.", ha="center", transform=axes.transAxes)
        axes.set_axis_off()
    elif chart.kind == "lines":
        _lines(axes, chart)
    else:
        _stacked_bars(axes, chart)
    return figure


def _lines(axes: Any, chart: Chart) -> None:
    places = _places(chart.categories)
    for number, series in enumerate(chart.series):
        values = [float("nan") if value is None else value for value in series.values]
        axes.plot(
            *_with_gaps(places, values),
            _DASHES[number % len(_DASHES)],
            marker=_MARKS[number % len(_MARKS)],
            color=_COLOURS[number % len(_COLOURS)],
        )
    notes = chart.notes or ("",) * len(chart.categories)
    labels = [
        f"{_line(name)}\n{_line(note)}".rstrip() for name, note in zip(chart.categories, notes, strict=True)
    ]
    apart = -(-len(labels) // _MOST_LABELS)
    axes.set_xticks(places[::-apart], labels[::-apart])
    axes.set_xlim(-0.2, places[-1] + 0.2)
    if chart.unit == "share":
        axes.set_ylim(0, 1.03)
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    else:
        axes.set_ylim(bottom=0)
    axes.grid(axis="y", color="#d9d9d9", linewidth=0.6)
    _name_the_ends(axes, chart)


def _places(categories: Sequence[str]) -> list[int]:
    """Where each category stands: years as far apart as they are, anything else side by side."""
    years = [int(name) for name in categories if re.fullmatch(r"\d{4}", name)]
    if len(years) < len(categories) or years != sorted(set(years)):
        return list(range(len(categories)))
    return [year - years[0] for year in years]


def _with_gaps(places: Sequence[int], values: Sequence[float]) -> tuple[list[float], list[float]]:
    """Points of a line that is broken where a year is missing: nothing is known of the time between."""
    across: list[float] = []
    up: list[float] = []
    for place, value in zip(places, values, strict=True):
        if across and place - across[-1] > 1:
            across.append((place + across[-1]) / 2)
            up.append(float("nan"))
        across.append(place)
        up.append(value)
    return across, up


def _name_the_ends(axes: Any, chart: Chart) -> None:
    """Each line's name and last value to the right of its last point, moved apart where they would touch."""
    top, last = axes.get_ylim()[1], _places(chart.categories)[-1]
    ends = sorted(
        (value, number) for number, series in enumerate(chart.series) if (value := _last(series)) is not None
    )
    gap, lowest = top * 0.075, float("-inf")
    heights = []
    for value, _ in ends:
        lowest = max(value, lowest + gap)
        heights.append(lowest)
    overflow = max(0.0, heights[-1] - top) if heights else 0.0
    for (value, number), height in zip(ends, heights, strict=True):
        axes.annotate(
            f"{_line(chart.series[number].name)} {chart.shown(value)}",
            (last, value),
            xytext=(last + 0.035 * (last + 1), height - overflow),
            va="center",
            color=_COLOURS[number % len(_COLOURS)],
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.2},  # no line runs through a name
            annotation_clip=False,
        )


def _last(series: Series) -> float | None:
    return next((value for value in reversed(series.values) if value is not None), None)


def _stacked_bars(axes: Any, chart: Chart) -> None:
    names = [fill(_line(name), 30) for name in chart.categories]
    rows = range(len(names))
    left = [0.0] * len(names)
    for number, series in enumerate(chart.series):
        widths = [value or 0.0 for value in series.values]
        bars = axes.barh(
            rows,
            widths,
            left=left,
            height=0.66,
            label=_line(series.name),
            color=_FILLS[number % len(_FILLS)],
            hatch=_HATCHES[number % len(_HATCHES)],
            edgecolor="#333333",
            linewidth=0.6,
        )
        shown = [chart.shown(value) if value else "" for value in widths]
        labels = axes.bar_label(bars, shown, label_type="center", fontsize=8)
        for label in labels:
            label.set_bbox({"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"})
            label.set_visible(bool(label.get_text()))
        left = [start + width for start, width in zip(left, widths, strict=True)]
    axes.set_yticks(rows, names)
    axes.invert_yaxis()
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.get_figure().legend(loc="outside lower left", ncols=4, frameon=False)
