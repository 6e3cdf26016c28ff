"""What the XML of a worksheet tells beside its values: formulas never calculated, merged cells, and rules of
colour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from ingest.readers.xlsx_icons import icon_rules
from ingest.readers.xlsx_rules import Box, Rule, rules_of

_TAGS = ("{*}c", "{*}mergeCell", "{*}conditionalFormatting")
_UNKNOWN = "=…"
"""Stands for a formula that is only told with another cell's."""
_LAST_HEADER = 1_000
"""Rows among which headers of several rows are looked for, ..."""
_TALLEST = 4
"""... of at most so many rows."""


@dataclass
class Layout:
    """`formulas`: row → column → the formula of a cell without a value, all counted from 1; of `rules` the
    first that holds counts.
    """

    formulas: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    merged: list[Box] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def layout_of(xml: bytes) -> Layout:
    """The layout of a worksheet; an empty one where its XML is damaged, which reading its values tells."""
    found = Layout()
    if not (b"f>" in xml or b"<f" in xml or b"mergeCell" in xml or b"conditionalFormatting" in xml):
        return found
    try:
        events = etree.iterparse(BytesIO(xml), tag=_TAGS, resolve_entities=False, no_network=True)
        for _, element in events:
            name = etree.QName(element).localname
            if name == "c":
                _note_formula(element, found)
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


def with_whole_headers(rows: list[list[str]], merged: Iterable[Box]) -> list[list[str]]:
    """The rows with each header that is merged over several rows as one row, "Progress Quarter 1".

    Such a header has cells over all its rows, and where it has others, one over several columns.
    """
    boxes = [box for box in merged if box[1] <= min(len(rows), _LAST_HEADER)]
    gone: set[int] = set()
    for top in sorted({box[1] for box in boxes}):
        bottom = _bottom(rows, top, [box for box in boxes if box[1] == top])
        if bottom is None or top in gone:
            continue
        inner = [box for box in boxes if top <= box[1] and box[3] <= bottom]
        rows[top - 1] = _joined(rows[top - 1 : bottom], top, inner)
        gone |= set(range(top + 1, bottom + 1))
    return [row for number, row in enumerate(rows, 1) if number not in gone]


def _bottom(rows: list[list[str]], top: int, boxes: list[Box]) -> int | None:
    """The last row of the header that begins in row `top`; None where none does."""
    bottoms = {box[3] for box in boxes if box[3] > top}
    wide = [box for box in boxes if box[3] == top and box[2] > box[0]]
    anchors = {box[0] for box in boxes}
    alone = [at for at, text in enumerate(rows[top - 1], 1) if text and at not in anchors]
    if len(bottoms) != 1 or not (wide or not alone):
        return None
    bottom = bottoms.pop()
    below = [row[at - 1] for row in rows[top:bottom] for at in alone if at <= len(row)]
    return bottom if bottom < min(top + _TALLEST, len(rows)) and not any(below) else None


def _joined(header: list[list[str]], top: int, boxes: list[Box]) -> list[str]:
    """One row of a header's rows: what stands over a column, from top to bottom."""
    width = max(map(len, header))
    columns: list[list[str]] = [[] for _ in range(width)]
    for number, row in enumerate(header, top):
        spread = row + [""] * (width - len(row))
        for first, row_of, last, _ in boxes:
            if row_of == number:
                spread[first - 1 : last] = [spread[first - 1]] * len(spread[first - 1 : last])
        for column, text in zip(columns, spread, strict=True):
            if text and text not in column:
                column.append(text)
    return [" ".join(column) for column in columns]


def _note_formula(cell: etree._Element, found: Layout) -> None:
    """A formula whose result was never kept; a kept text may well be blank."""
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if formula is None or cell.get("t") == "str" or (value is not None and value.text):
        return
    row, column = coordinate_to_tuple(cell.get("r", ""))
    found.formulas[row][column] = f"={formula.text}" if formula.text else _UNKNOWN
