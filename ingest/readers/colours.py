"""Colours: the fills of a table's cells by name, and which of them tell a status."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from ingest.cell_colour import explained, marked
from ingest.errors import ReadError
from ingest.readers.office import Package, local
from prompts.load import load_data

_NAMES = ((15, "red"), (70, "amber"), (165, "green"), (190, ""), (255, "blue"), (340, ""), (360, "red"))
"""Hues in degrees up to which a colour has a name; yellow counts as amber, as in RAG ratings."""
_GREY = 35
"""Of 255: the least spread of red, green and blue in a colour; Excel's pale green for "Good" has 41."""
_LONGEST_KEY = 12
"""Rows of a key to colours."""
_LONGEST_MEANING = 8
"""Words by which a key tells what a colour means."""
_MOST_UNNAMED = 4
"""Columns of colours alone, one a quarter; more are the bars of a timetable."""
_RAG = re.compile(r"\bb?rags?b?\b", re.IGNORECASE)


class Row(list[str]):
    """The texts of a row's cells; `colours` names the fills of some by column."""

    def __init__(self, texts: Iterable[str], colours: dict[int, str]) -> None:
        super().__init__(texts)
        self.colours = colours


def colour_name(rgb: str | None) -> str:
    """The name of a colour of a status, given as RRGGBB; "" for greys and all others."""
    if not rgb or not re.fullmatch("[0-9A-Fa-f]{6}", rgb):
        return ""
    parts = [int(rgb[at : at + 2], 16) for at in (0, 2, 4)]
    if max(parts) - min(parts) < _GREY:
        return ""
    hue = colorsys.rgb_to_hsv(*(part / 255 for part in parts))[0] * 360
    return next(name for last, name in _NAMES if hue <= last)


def tinted(rgb: str, tint: float) -> str:
    """A theme's colour made lighter (`tint` up to 1) or darker (down to -1), as ECMA-376 18.8.19 has it."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(max(0.0, min(part, 1.0)) * 255):02X}" for part in parts)


def theme_colours(package: Package, document: str) -> dict[str, str]:
    """The colours of a document's theme by name (dk1, accent1, …), as RRGGBB; none where it is damaged."""
    try:
        part = package.related(document, "theme")
        root = package.xml(part) if part else None
    except ReadError:
        return {}
    scheme = next((one for one in root.iter() if local(one) == "clrScheme"), ()) if root is not None else ()
    return {
        local(one): value.get("lastClr") or value.get("val") or ""
        for one in scheme
        for value in list(one)[:1]
    }


def with_colours(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows of a table, with the fills that tell a status in their cells.

    A column tells it where its name says so or where it holds nothing but two colours or more; a fill that a
    cell shares with the whole row is decoration, unless the rows of a column of status differ in it.
    """
    texts = [list(row) for row in rows]
    if is_key(rows):
        texts = [[_meaning(row, at) for at in range(len(row))] for row in rows]
    columns = sorted({at for row in rows if isinstance(row, Row) for at in row.colours})
    told = {column: found for column in columns if (found := _statuses(rows, column))}
    unnamed = [column for column in told if not _is_status(_at(rows[0], column))]
    for column in [one for one in told if one not in unnamed or len(unnamed) <= _MOST_UNNAMED]:
        for at, colour in told[column].items():
            texts[at] += [""] * (column + 1 - len(texts[at]))
            texts[at][column] = marked(texts[at][column], colour)
    return texts


def is_key(rows: Sequence[list[str]]) -> bool:
    """Whether rows explain colours: each text is filled with one, or stands beside one, and all differ."""
    if len(rows) > _LONGEST_KEY:
        return False
    told = [colour for row in rows for colour in _explained(row)]
    return len(told) > 1 and all(told) and len(set(told)) == len(told)


def _explained(row: list[str]) -> list[str]:
    """The colour of each text of a row, or of the one blank cell beside it; "" where there is none."""
    colours = row.colours if isinstance(row, Row) else {}
    texts = {at: colours.get(at, "") for at, text in enumerate(row) if text}
    blank = [colour for at, colour in colours.items() if not _at(row, at)]
    if any(len(row[at].split()) > _LONGEST_MEANING for at in texts):
        return [""]
    return blank if list(texts.values()) == [""] and len(blank) == 1 else list(texts.values())


def _meaning(row: list[str], column: int) -> str:
    colour = row.colours.get(column, "") if isinstance(row, Row) else ""
    return explained(row[column], colour) if colour and row[column] else row[column]


def _statuses(rows: Sequence[list[str]], column: int) -> dict[int, str]:
    """The fills of a column that tell a status no word of their cells tells, by row."""
    label, told = _at(rows[0], column), _fills(rows, column, shared=False)
    blank = {at for at, row in enumerate(rows) if not _at(row, column)}
    if not _is_status(label):
        alone = _differ(told) and len(blank) >= len(rows) - 1
        return {at: colour for at, colour in told.items() if at in blank} if alone else {}
    shared = _fills(rows[1:], column, shared=True)
    if not told and _differ(shared):
        told = {at + 1: colour for at, colour in shared.items()}
    words = _RAG.search(label)
    return {
        at: colour
        for at, colour in told.items()
        if at in blank or (words and at and not _is_colour(_at(rows[at], column)))
    }


def _fills(rows: Sequence[list[str]], column: int, *, shared: bool) -> dict[int, str]:
    found = {at: _colour(row, column, shared=shared) for at, row in enumerate(rows)}
    return {at: colour for at, colour in found.items() if colour}


def _differ(fills: dict[int, str]) -> bool:
    return len(set(fills.values())) > 1


def _colour(row: list[str], column: int, *, shared: bool) -> str:
    """The fill of a cell, "" where it is that of every cell of the row with words and `shared` is not set."""
    colour = row.colours.get(column, "") if isinstance(row, Row) else ""
    if not colour or shared or not isinstance(row, Row):
        return colour
    others = [row.colours.get(at) for at, text in enumerate(row) if text and at != column]
    return "" if others and all(other == colour for other in others) else colour


def _at(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""


@cache
def _status() -> re.Pattern[str]:
    entries: Any = load_data("actions/columns.yaml")["status"]
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)


def _is_status(label: str) -> bool:
    """Whether a column is called as one that holds the status of actions."""
    plain = re.sub(r"[\s:*]+", " ", label).strip()
    return bool(_RAG.search(plain) or (plain and _status().fullmatch(plain)))


def _is_colour(text: str) -> bool:
    """Whether a cell names its colour itself, by a word or the letter that stands for it."""
    data: Any = load_data("actions/status.yaml")
    word = re.sub(r"\W+", "", text).lower() or text.strip()
    return word in data["colours"] or word in data["letters"]
