"""Workbook colours: the fill that a cell shows, its own or that of a rule that its value meets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

from ingest.readers.colours import colour_name, theme_colours, tinted
from ingest.readers.office import Package
from ingest.readers.xlsx.rules import Rule

_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))
"""The order in which a workbook counts the colours of its theme."""


class Fills:
    """The colours of a workbook's cells by name."""

    def __init__(self, workbook: Any, package: Package) -> None:
        self._theme = theme_colours(package, "xl/workbook.xml")
        self._styles = [style.fill for style in workbook._differential_styles.styles]
        self._known: dict[int, str] = {}

    def of(self, row: Iterable[Any], number: int, rules: list[Rule]) -> dict[int, str]:
        """The colours of a row's cells by column, counted from 0; `number` counts rows from 1."""
        here = [rule for rule in rules if rule.has_row(number)]
        found = {at: self._of(cell, number, at + 1, here) for at, cell in enumerate(row)}
        return {at: name for at, name in found.items() if name}

    def _of(self, cell: Any, row: int, column: int, rules: list[Rule]) -> str:
        for rule in rules:
            if rule.holds(row, column, cell.value) and (name := rule.colour or self._of_style(rule.style)):
                return name
        style = getattr(cell, "_style_id", 0)
        if style and style not in self._known:
            fill = cell.fill
            self._known[style] = self._name(fill.fgColor) if fill and fill.fill_type == "solid" else ""
        return self._known.get(style, "")

    def _of_style(self, number: int) -> str:
        fill = self._styles[number] if number < len(self._styles) else None
        return self._name(getattr(fill, "bgColor", None))

    def _name(self, colour: Any) -> str:
        """The name of a colour given as such, by its place in the theme or in the old palette."""
        kind = getattr(colour, "type", "")
        if kind == "rgb":
            return colour_name(str(colour.rgb)[-6:])
        if kind == "indexed" and colour.indexed < len(COLOR_INDEX):
            return colour_name(COLOR_INDEX[colour.indexed][-6:])
        if kind == "theme" and colour.theme < len(_THEME):
            rgb = self._theme.get(_THEME[colour.theme], "")
            return colour_name(tinted(rgb, colour.tint or 0)) if len(rgb) == 6 else ""
        return ""
