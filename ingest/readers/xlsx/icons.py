"""Workbook icons: traffic lights and the like beside values, as rules that a value meets or not."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

from ingest.readers.office import Element, local
from ingest.readers.sheets import Box
from ingest.readers.xlsx.rules import Rule, boxes_of

_COLOURS = ("red", "amber", "green")
"""Of the icons of a set of three, the least value first; sets of arrows and of other numbers rate nothing."""
_SETS = ("3TrafficLights1", "3TrafficLights2", "3Signs", "3Symbols", "3Symbols2", "3Flags")


def icon_rules(element: Element, xml: bytes) -> Iterator[Rule]:
    """The rules of one conditional format's icons, the greatest value first; `xml` is that of the sheet."""
    boxes = boxes_of(element)
    for one in element:
        icons = next((part for part in one if local(part) == "iconSet"), None)
        if icons is None or icons.get("iconSet", _SETS[0]) not in _SETS:
            continue
        colours = _COLOURS[::-1] if icons.get("reverse") in ("1", "true") else _COLOURS
        limits = _limits(icons, boxes, xml)
        priority = one.get("priority") or ""
        for limit, colour in reversed(list(zip(limits, colours, strict=False))):
            at = int(priority) if priority.isdigit() else 0
            yield Rule(boxes, "greaterThanOrEqual", (limit,), -1, at, colour)


def _limits(icons: Element, boxes: tuple[Box, ...], xml: bytes) -> list[float]:
    """From which value on each icon is shown; none where a formula or a rank tells it."""
    told = [(one.get("type"), one.get("val") or "") for one in icons if local(one) == "cfvo"]
    if len(told) != len(_COLOURS) or {kind for kind, _ in told} - {"num", "percent"}:
        return []
    try:
        numbers = [float(value) for _, value in told]
    except ValueError:
        return []
    values = _values(xml, boxes) if any(kind == "percent" for kind, _ in told) else [0.0]
    if not values:
        return []
    least, span = min(values), max(values) - min(values)
    limits = [
        least + number / 100 * span if kind == "percent" else number
        for (kind, _), number in zip(told, numbers, strict=True)
    ]
    return [float("-inf"), *limits[1:]]


def _values(xml: bytes, boxes: tuple[Box, ...]) -> list[float]:
    """The numbers in some cells."""
    found = []
    for _, cell in etree.iterparse(BytesIO(xml), tag="{*}c", resolve_entities=False, no_network=True):
        value = cell.findtext("{*}v") or ""
        if value and cell.get("t", "n") == "n":
            row, column = coordinate_to_tuple(cell.get("r", ""))
            if any(box[0] <= column <= box[2] and box[1] <= row <= box[3] for box in boxes):
                found.append(float(value))
        cell.clear()
    return found
