"""`python -m eval gate`: do the figures of the sample corpus hold? A figure that fell fails a change.

The sample corpus alone: everyone has it, and it is built and asked within a few minutes. Exact equality
would fail on another processor, whose vectors differ in the last places: a figure may fall by `LEEWAY`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from eval import scores
from eval.set_values import own_values
from eval.sets.base import QuestionSet

BASELINE = Path(__file__).parent / "baseline.json"
LEEWAY = 0.025
"""About two questions in a hundred."""

MEASURES = {"recall@5": "R@5", "mean reciprocal rank": "MRR"}
"""What the figures are measured as, where that has another name."""

FIGURES = (*MEASURES, "first quotation in place", "refused rightly", "refused wrongly", "quotes verbatim")

EXACT = ("quotes verbatim",)
"""Promises, not figures: these may not fall at all."""

LOWER_IS_BETTER = ("refused wrongly",)


def fallen(now: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """The lines to print for each figure of the baseline that is worse now, or is not measured any more."""
    lines = []
    for name, was in before.items():
        leeway = 0.0 if name in EXACT else LEEWAY
        value = now.get(name)
        if value is None or _worse_by(name, value, was) > leeway + 1e-9:
            lines.append(f"{name}: {'not measured' if value is None else f'{value:.3f}'}, was {was:.3f}")
    return lines


def measured(questions: QuestionSet) -> dict[str, float]:
    """The figures that gate, over all questions of the set."""
    values = own_values(questions, questions.queries, search=True, ask=True)
    figures = {name: scores.mean(values.get(MEASURES.get(name, name), ())) for name in FIGURES}
    return {name: round(value, 4) for name, value in figures.items() if value is not None}


def main(argv: list[str]) -> int:
    """Measure and compare; 1 where a figure fell. With --write the figures become the baseline."""
    parser = argparse.ArgumentParser(prog="python -m eval gate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="make today's figures the baseline")
    options = parser.parse_args(argv)
    from eval.sets.sample import sample

    now = measured(sample())
    print("\n".join(f"{name}: {value:.3f}" for name, value in now.items()))
    if options.write:
        BASELINE.write_text(json.dumps(now, indent=2) + "\n", "utf-8")
        return 0
    lines = fallen(now, json.loads(BASELINE.read_text("utf-8")))
    print("\n".join(f"FELL {line}" for line in lines), file=sys.stderr)
    return int(bool(lines))


def _worse_by(name: str, value: float, was: float) -> float:
    return value - was if name in LOWER_IS_BETTER else was - value
