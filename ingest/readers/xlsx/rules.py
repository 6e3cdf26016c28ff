"""Workbook rules: conditional formats that a cell's own value meets or not, whatever else changes."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.utils.cell import range_boundaries

from ingest.readers.office import Element, local
from ingest.readers.sheets import Box

_CONSTANT = re.compile(r'\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?))\s*')
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "equal": operator.eq,
    "notEqual": operator.ne,
    "greaterThan": operator.gt,
    "greaterThanOrEqual": operator.ge,
    "lessThan": operator.lt,
    "lessThanOrEqual": operator.le,
}
_SEARCHED: dict[str, Callable[[str, str], bool]] = {
    "containsText": operator.contains,
    "beginsWith": str.startswith,
    "endsWith": str.endswith,
}


@dataclass(frozen=True)
class Rule:
    """A format, by its place among the workbook's, for the cells of some boxes that compare so with
    constants; texts are in lower case, for Excel compares them so.
    """

    boxes: tuple[Box, ...]
    comparison: str
    constants: tuple[float | str, ...]
    style: int
    priority: int
    colour: str = ""
    """The name of the colour where it is no format's."""

    def has_row(self, row: int) -> bool:
        """Whether it is about a row at all."""
        return any(box[1] <= row <= box[3] for box in self.boxes)

    def holds(self, row: int, column: int, value: Any) -> bool:
        """Whether it is about a cell and its value meets it; a blank cell meets none."""
        if value is None or not any(b[0] <= column <= b[2] and b[1] <= row <= b[3] for b in self.boxes):
            return False
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return False
        plain = value.strip().lower() if isinstance(value, str) else float(value)
        first = self.constants[0]
        if self.comparison in _SEARCHED:
            return _SEARCHED[self.comparison](str(value).lower(), str(first))
        if any(isinstance(plain, str) != isinstance(constant, str) for constant in self.constants):
            return self.comparison == "notEqual"
        if self.comparison == "between":
            return bool(first <= plain <= self.constants[-1])  # type: ignore[operator]
        return _COMPARED[self.comparison](plain, first)


def boxes_of(element: Element) -> tuple[Box, ...]:
    """The cells that a conditional format is about."""
    return tuple(range_boundaries(one) for one in (element.get("sqref") or "").split())


def rules_of(element: Element) -> Iterator[Rule]:
    """The rules of one conditional format; those with formulas of other cells or of today are left out."""
    boxes = boxes_of(element)
    for one in element:
        kind, style = one.get("type"), one.get("dxfId") or ""
        if local(one) != "cfRule" or not style.isdigit():
            continue
        comparison = (one.get("operator") or "") if kind == "cellIs" else kind
        words = (
            [one.get("text")]
            if kind in _SEARCHED
            else [part.text for part in one if local(part) == "formula"]
        )
        constants = tuple(_constant(word or "", quoted=kind in _SEARCHED) for word in words)
        known = comparison in _COMPARED or comparison in _SEARCHED or comparison == "between"
        if known and constants and None not in constants:
            given = tuple(constant for constant in constants if constant is not None)
            priority = one.get("priority") or ""
            yield Rule(boxes, comparison, given, int(style), int(priority) if priority.isdigit() else 0)


def _constant(words: str, *, quoted: bool) -> float | str | None:
    """What a rule compares with: a text or a number; None for a formula."""
    if quoted:
        return words.lower() or None
    found = _CONSTANT.fullmatch(words)
    if not found:
        return None
    return float(found[2]) if found[2] else found[1].replace('""', '"').strip().lower()
