"""Metrics: what is usual in a document: the size of its body text, its line spacing, its right margins."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

from ingest.readers.pdf.lines import Line

_NEIGHBOURS = 6
"""Lines looked at before and after a line to find the right margin it was set to."""


@dataclass(frozen=True)
class Metrics:
    """Usual values, in points. `body` is the size of most of the text, `bold_body` whether that is bold."""

    body: float
    bold_body: bool
    leading: dict[float, float]

    def leading_of(self, size: float) -> float:
        """The usual distance between the bottoms of two lines of this size."""
        return self.leading.get(size, size * 1.25)


def measure(lines: list[Line]) -> Metrics:
    """The metrics of a document from all its lines in reading order."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    steps: dict[float, Counter[float]] = {}
    lines = [line for line in lines if line.table is None]
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    for line, following in itertools.pairwise(lines):
        if line.size == body:
            bold[line.bold] += len(line.text)
        step = following.bottom - line.bottom
        if (
            line.page == following.page
            and line.size == following.size
            and 0.9 < step / max(line.size, 1) < 2.2
        ):
            steps.setdefault(line.size, Counter())[round(step * 2) / 2] += 1
    leading = {size: _typical(counts) for size, counts in steps.items()}
    return Metrics(body, bold[True] > bold[False], leading)


def _typical(counts: Counter[float]) -> float:
    """The commonest step, the smaller one where two are about as common.

    Steps half a point apart are taken together, since those measured on a scan vary by as much.
    """
    near = {step: sum(counts[step + shift] for shift in (-0.5, 0.0, 0.5)) for step in counts}
    most = max(near.values())
    first = min(step for step, count in near.items() if count >= 0.7 * most)
    return max((first, first + 0.5, first + 1.0), key=lambda step: (counts[step], -step))


def right_margins(lines: list[Line]) -> list[float]:
    """For each line, the right edge that the text round it reaches, in points."""
    margins = []
    for at, line in enumerate(lines):
        near = lines[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        alike = [other.right for other in near if other.page == line.page and other.column == line.column]
        margins.append(max(alike, default=line.right))
    return margins
