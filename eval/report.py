"""`python -m eval report`: every goal beside its figure, as a table in the README and as a picture.

Each set is asked once in a process of its own, as many at a time as there are processors; what was measured
is kept until the code, the words and rules or the data change (`eval/set_values.py`). What is measured, on
how many questions and with which goal stands in `eval/goals.yaml`. A set that is not on this machine has no
line.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from eval import scores
from eval.picture import picture
from eval.scores import Interval
from eval.set_values import Values, set_values
from eval.sets.base import SetAbsentError
from eval.sets.sample import ROOT
from ingest.processors import processors

GOALS = Path(__file__).parent / "goals.yaml"
README, PICTURE = ROOT / "README.md", ROOT / "docs" / "pictures" / "figures.svg"
BEGIN, END = "<!-- figures: make eval -->", "<!-- end of figures -->"
AREA = "answerability AUROC"


@dataclass(frozen=True)
class Row:
    """One line of the table. `goal` is None where there is none; `at_most` turns it round."""

    name: str
    measure: str
    value: Interval
    goal: float | None = None
    at_most: bool = False
    peers: tuple[float | None, float | None] = (None, None)

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached, None where there is none."""
        if self.goal is None:
            return None
        value = round(self.value.value, 3)
        return value <= self.goal if self.at_most else value >= self.goal


def measured(goals: Mapping[str, Any], names: Sequence[str]) -> dict[str, dict[str, Values]]:
    """The values of each set that is here, by who was asked."""
    with ProcessPoolExecutor(processors()) as pool:
        tasks = {name: pool.submit(_of_set, name, goals["sets"][name]) for name in names}
        found = {name: task.result() for name, task in tasks.items()}
    return {name: values for name, values in found.items() if values is not None}


def rows(goals: Mapping[str, Any], values: Mapping[str, Mapping[str, Values]]) -> list[Row]:
    """The lines that can be written."""
    made = [_row(goals, one, values) for one in goals["rows"]]
    return [row for row in made if row is not None]


def table(made: Sequence[Row]) -> list[str]:
    """As Markdown."""
    lines = ["| set | measure | goal | this | BM25 | tutorial |", "|---|---|---|---|---|---|"]
    last = ""
    for row in made:
        goal = "" if row.goal is None else f"{'≤' if row.at_most else '≥'} {row.goal:.2f}"
        peers = ["" if peer is None else f"{peer:.3f}" for peer in row.peers]
        name, last = ("" if row.name == last else row.name), row.name
        shown = f"**{row.value}**" if row.reached else str(row.value)
        lines.append(f"| {name} | {row.measure} | {goal} | {shown} | {' | '.join(peers)} |")
    return lines


def main(argv: list[str]) -> int:
    """Measure what changed, print the table; with --write put it into the README and draw it."""
    parser = argparse.ArgumentParser(prog="python -m eval report", description=__doc__)
    parser.add_argument("--set", action="append", help="measure these alone; default: every set")
    parser.add_argument("--write", action="store_true", help="into the README, and as a picture")
    options = parser.parse_args(argv)
    goals = yaml.safe_load(GOALS.read_text("utf-8"))
    began = time.monotonic()
    made = rows(goals, measured(goals, options.set or list(goals["sets"])))
    print("\n".join(table(made)))
    print(f"{time.monotonic() - began:.0f} seconds", file=sys.stderr)
    if options.write:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        told = "Bold: the goal is reached. Square brackets are 95 % bootstrap intervals over the questions."
        inside = "\n".join([BEGIN, "", *table(made), "", told, "", END])
        README.write_text(before + inside + rest.partition(END)[2], "utf-8")
        PICTURE.write_text(picture(made), "utf-8")
    return 0


def _of_set(name: str, how: Mapping[str, Any]) -> dict[str, Values] | None:
    try:
        return set_values(name, how["limit"], search=how["search"], ask=how["ask"])
    except SetAbsentError as absent:
        print(f"{name}: skipped, {absent}", file=sys.stderr)
        return None


def _row(
    goals: Mapping[str, Any], one: Mapping[str, Any], values: Mapping[str, Mapping[str, Values]]
) -> Row | None:
    here = [name for name in one["sets"] if name in values]
    own, *peers = (_pooled(one["measure"], here, values, who) for who in ("assistant", "bm25", "langchain"))
    if own is None:
        return None
    goal = one.get("goal")
    name = "all" if len({each.split("-")[0] for each in here}) > 1 else here[0]
    return Row(
        goals["names"][name],
        goals["measures"][one["measure"]],
        own,
        None if goal is None else abs(goal),
        bool(goal and goal < 0),
        (_value(peers[0]), _value(peers[1])),
    )


def _pooled(
    measure: str, names: Sequence[str], values: Mapping[str, Mapping[str, Values]], who: str
) -> Interval | None:
    every = [values[name][who] for name in names if who in values[name]]
    if measure == AREA:
        told = [pair for one in every for pair in zip(one["confidence"], one["answerable"], strict=True)]
        return scores.bootstrap_auroc([(chance, bool(flag)) for chance, flag in told if chance is not None])
    return scores.bootstrap(chain.from_iterable(one.get(measure, []) for one in every))


def _value(one: Interval | None) -> float | None:
    return None if one is None else one.value
