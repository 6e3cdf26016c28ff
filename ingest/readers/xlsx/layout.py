"""What a worksheet tells beside its values: formulas never calculated, merged cells, rules of colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import CellCoordinatesException

from ingest.readers.office import Element, Package, children, local
from ingest.readers.sheets import MOST_COLUMNS, Box
from ingest.readers.xlsx.rules import Rule, boxes_of, rules_of

_TAGS = ("{*}c", "{*}row", "{*}col", "{*}mergeCell", "{*}conditionalFormatting", "{*}autoFilter")
_UNKNOWN = "=…"
"""Stands for a formula that is only told with another cell's."""

_COLOURS = ("red", "amber", "green")
"""Of the icons of a set of three, the least value first; sets of arrows and of other numbers rate nothing."""
_SETS = ("3TrafficLights1", "3TrafficLights2", "3Signs", "3Symbols", "3Symbols2", "3Flags")


@dataclass
class Layout:
    """`formulas`: row → column → the formula of a cell without a value, all counted from 1; of `rules` the
    first that holds counts; `hidden`: the columns that are hidden, counted from 0, and `hidden_rows` the
    rows, counted from 1. Those that a closed outline or a filter takes away are none of these: whoever gets
    the workbook is shown that there are more.
    """

    formulas: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    merged: list[Box] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)

    def hides(self, cell: str) -> bool:
        """Whether a cell, such as "B4", is hidden; one that is not named so is none."""
        try:
            row, column = coordinate_to_tuple(cell)
        except (CellCoordinatesException, ValueError):
            return False
        return row in self.hidden_rows or column - 1 in self.hidden

    def show(self, boxes: Iterable[Box]) -> None:
        """Takes the rows of these filters for shown."""
        for _, first, _, last in boxes:
            self.hidden_rows -= {row for row in self.hidden_rows if first <= row <= last}


def layout_of(xml: bytes) -> Layout:
    """The layout of a worksheet; an empty one where its XML is damaged, which reading its values tells."""
    found = Layout()
    if not any(sign in xml for sign in (b"f>", b"<f", b"mergeCell", b"conditionalFormatting", b"hidden=")):
        return found
    try:
        events = etree.iterparse(BytesIO(xml), tag=_TAGS, resolve_entities=False, no_network=True)
        for _, element in events:
            name = etree.QName(element).localname
            if name == "c":
                _note_formula(element, found)
            elif name == "row":
                if _is_hidden(element):
                    found.hidden_rows.add(int(element.get("r", "0")))
            elif name == "col":
                found.hidden.update(_hidden(element))
            elif name == "autoFilter":
                found.show(_filtered(element))
            elif name == "mergeCell":
                found.merged.append(range_boundaries(element.get("ref", "")))
            else:
                found.rules += [*rules_of(element), *icon_rules(element, xml)]
            element.clear()
    except (etree.XMLSyntaxError, ValueError, TypeError):
        return found
    found.rules.sort(key=lambda rule: rule.priority)
    return found


def with_formulas(texts: list[str], formulas: dict[int, str]) -> list[str]:
    """A row's cells, with the formula where there is no value: better than a cell that is lost."""
    texts = texts + [""] * (max(formulas, default=0) - len(texts))
    return [text or formulas.get(column, "") for column, text in enumerate(texts, 1)]


def filters_of(package: Package, sheet: str) -> Iterator[Box]:
    """The cells that filters of a worksheet's tables are set on; `sheet` is the name of its part."""
    related = package.relations(sheet).values() if sheet in package.names else []
    for part in [path for kind, path in related if kind == "table"]:
        for element in children(package.xml(part), "autoFilter"):
            yield from _filtered(element)


def _filtered(element: Element) -> list[Box]:
    """The cells of a filter, where it is set."""
    return [range_boundaries(element.get("ref", ""))] if len(element) else []


def _is_hidden(element: Element) -> bool:
    """Whether rows or columns are hidden by hand, and not as parts of an outline that is closed."""
    return element.get("hidden") in ("1", "true") and element.get("outlineLevel", "0") == "0"


def _hidden(columns: etree._Element) -> range:
    """The columns that an element hides, counted from 0."""
    if not _is_hidden(columns):
        return range(0)
    return range(int(columns.get("min", "1")) - 1, min(int(columns.get("max", "1")), MOST_COLUMNS))


def _note_formula(cell: etree._Element, found: Layout) -> None:
    """A formula whose result was never kept; a kept text may well be blank."""
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if formula is None or cell.get("t") == "str" or (value is not None and value.text):
        return
    row, column = coordinate_to_tuple(cell.get("r", ""))
    found.formulas[row][column] = f"={formula.text}" if formula.text else _UNKNOWN


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
