"""Extremes: does a question ask which is the highest or lowest, and which rows of a table are?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.register.bodies import agencies_in
from assistant.words import stems
from ingest.draft import CELL_JOINER
from prompts import load_data

LEAST = 3
"""A table of fewer rows needs no search for its extremes."""

MOSTLY = 2 / 3
"""A column is one of figures where so large a share of its cells are figures."""

_KIND = re.compile(r"which (\w+)")
_FIGURE = re.compile(r"[£<]?(\d[\d,]*(?:\.\d+)?)\s?%?")


def extreme_asked(text: str) -> str:
    """The word of a question for the highest or lowest ("worst" of "Which team is worst …?"), or ""."""
    rules = load_data("vocabulary/facts.yaml")["extremes"]
    asks = phrased("extremes", "openings").match(text.lower().strip())
    words = "|".join(word for name in ("high", "low", "either") for word in rules[name])
    found = re.search(rf"\b(?:{words})\b", text.lower()) if asks else None
    return found[0] if found else ""


def untold_extreme(text: str, first: Sequence[Evidence]) -> str:
    """The question's word for the highest or lowest, where no sentence is a row, or tells of more, less or
    none but one in speaking of what is asked for ("Which agency …?") or naming a body; or "".
    """
    asked = phrased("extremes", "asked").match(text.lower().strip())
    kind = _KIND.match(text.lower().strip())
    wanted, tell = stems(kind[1] if kind else ""), phrased("extremes", "tells")
    told = any(
        CELL_JOINER in item.quote
        or (tell.search(item.quote) and (wanted <= stems(item.quote) or agencies_in(item.quote)))
        for item in first
    )
    return asked[0].split()[-1] if asked and not told else ""


def extreme_rows(text: str, rows: Sequence[Evidence], header: str) -> list[Evidence]:
    """The rows of a table with the extremes asked for: of a word that may mean either ("worst"), both, with
    the one that it rather means first. None where no column is one of figures.
    """
    rules, word = load_data("vocabulary/facts.yaml")["extremes"], extreme_asked(text)
    rows = [row for row in rows if row.quote.split(CELL_JOINER)[0].strip().lower() not in rules["sums"]]
    values = _values(text, rows, header) if len(rows) >= LEAST else {}
    ranked = sorted(values, key=lambda at: (values[at], at))
    if not ranked or values[ranked[0]] == values[ranked[-1]]:
        return []
    low, high = rows[ranked[0]], rows[ranked[-1]]
    if _changed(text):
        return [low] if _changed(text) < 0 else [high]
    if word in rules["either"]:
        return [high, low] if word == "best" else [low, high]
    return [high] if word in rules["high"] else [low]


def _values(text: str, rows: Sequence[Evidence], header: str) -> dict[int, float]:
    """By row, the figure in the column that is asked about, or what the last column of figures has more than
    the first, where a change is asked for.
    """
    table = [[_figure(cell) for cell in row.quote.split(CELL_JOINER)] for row in rows]
    columns = [
        at
        for at in range(1, min(map(len, table)))
        if sum(cells[at] is not None for cells in table) >= MOSTLY * len(table)
    ]
    if not columns:
        return {}
    names = [*header.split(CELL_JOINER), *[""] * max(map(len, table))]
    if _changed(text) and len(columns) > 1:
        first, last = columns[0], columns[-1]
        pairs = {at: (cells[first], cells[last]) for at, cells in enumerate(table)}
        return {at: new - old for at, (old, new) in pairs.items() if old is not None and new is not None}
    asked = max(columns, key=lambda at: (len(stems(names[at]) & stems(text)), at))
    return {at: value for at, cells in enumerate(table) if (value := cells[asked]) is not None}


def _figure(cell: str) -> float | None:
    found = _FIGURE.fullmatch(cell.strip())
    return float(found[1].replace(",", "")) if found else None


def _changed(text: str) -> int:
    """-1 where it is asked what fell most, 1 where what rose most, else 0."""
    signs = ((-1, "fell"), (1, "rose"))
    return next((sign for sign, name in signs if phrased("extremes", name).search(text.lower())), 0)
