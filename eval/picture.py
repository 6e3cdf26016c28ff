"""The figures as a picture: a bar a line, its interval, a tick where the goal is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.report import Row

WIDTH, LEFT, RIGHT, LINE, TOP = 900, 470, 60, 24, 16
REACHED, SHORT, PLAIN, INK = "#2c6e49", "#b0532f", "#5b6b7a", "#1b1f23"


def picture(rows: Sequence[Row]) -> str:
    """As SVG: green where a goal is reached, red-brown where it is not, grey where there is none."""
    height = TOP + LINE * len(rows) + 12
    drawn = [_line(row, TOP + LINE * at) for at, row in enumerate(rows)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'aria-label="Figures and goals" font-family="sans-serif" font-size="12" fill="{INK}">',
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _line(row: Row, y: int) -> str:
    colour = PLAIN if row.reached is None else REACHED if row.reached else SHORT
    middle = y + LINE // 2
    parts = [
        f'<text x="{LEFT - 10}" y="{middle + 4}" text-anchor="end">{escape(f"{row.name}: {row.measure}")}'
        "</text>",
        f'<rect x="{LEFT}" y="{y + 5}" width="{_at(row.value.value) - LEFT:.1f}" height="{LINE - 10}" '
        f'fill="{colour}"/>',
        f'<path d="M{_at(row.value.low):.1f} {middle}H{_at(row.value.high):.1f}" stroke="{INK}"/>',
        f'<text x="{WIDTH - RIGHT + 8}" y="{middle + 4}">{row.value.value:.3f}</text>',
    ]
    if row.goal is not None:
        parts.append(
            f'<path d="M{_at(row.goal):.1f} {y + 2}V{y + LINE - 2}" stroke="{INK}" stroke-width="2"/>'
        )
    return "".join(parts)


def _at(value: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * min(1.0, max(0.0, value))
