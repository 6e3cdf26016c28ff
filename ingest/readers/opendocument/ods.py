"""Read ODS: each sheet is a page, each row with text a table row under the sheet's header."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from ingest.draft import Draft, DraftBlock, Strand
from ingest.errors import ReadError
from ingest.readers.colours import Row
from ingest.readers.office import Element, attribute, child, children, local
from ingest.readers.opendocument.package import OpenDocument
from ingest.readers.opendocument.text import cells_of, count, rows_of, text_within
from ingest.readers.sheets import (
    MOST_BLANK,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Box,
    add_sheet,
    date_text,
    number_text,
    page_of,
    without_hidden,
)

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_NOTES = 5_000


def read_ods(data: bytes, name: str) -> Draft:
    """The draft of an OpenDocument workbook. Raises ReadError where it is damaged or too large."""
    document = OpenDocument(data, name)
    draft = Draft(metadata=document.metadata())
    tables, filled = 0, 0
    for element in children(document.body("spreadsheet"), "table")[:MOST_SHEETS]:
        title = attribute(element, "name") or ""
        if document.is_hidden("table", attribute(element, "style-name") or ""):
            draft.pages.append(page_of(title, {"sheet"}))
            continue
        sheet = _Sheet(document, MOST_CELLS - filled)
        sheet.read(element)
        draft.pages.append(page_of(title, sheet.left_out))
        filled += sheet.filled
        tables = add_sheet(draft, sheet.rows, sheet.merged, tables, sheet.hidden_rows)
        draft.blocks += [
            DraftBlock("paragraph", Strand(text), page=len(draft.pages) - 1)
            for text in sheet.notes[:_MOST_NOTES]
        ]
    return draft


@dataclass
class _Sheet:
    """The rows of a sheet, merged cells among them, and its notes; `most` cells may be filled."""

    document: OpenDocument
    most: int
    rows: list[list[str]] = field(default_factory=list)
    merged: list[Box] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    filled: int = 0
    blank: int = 0
    hidden: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)

    def read(self, sheet: Element) -> None:
        """Reads all rows, each as often as it stands, but for columns and rows that are hidden."""
        self.hidden = _hidden_columns(sheet)
        for element, _ in rows_of(sheet):
            shown = attribute(element, "visibility") != "collapse"  # a filter's are "filter"
            row, often = self._row(element, shown=shown), count(element, "number-rows-repeated", _LAST_ROW)
            if not row:
                kept = max(0, min(often, MOST_BLANK - self.blank))
                self.blank += kept
                self.rows += [Row([], {}) for _ in range(kept)]
                continue
            self.filled += often * sum(map(bool, row))
            if self.filled > self.most or len(self.rows) + often - self.blank > MOST_ROWS:
                raise ReadError(
                    f"{self.document.package.name} has more rows or cells than are read.",
                    "Split it into smaller workbooks.",
                )
            if not shown:
                self.left_out.add("rows")
                self.hidden_rows.update(range(len(self.rows) + 1, len(self.rows) + often + 1))
            self.rows += [row] * often

    def _row(self, element: Element, *, shown: bool) -> Row:
        """The cells of a row as texts, with their colours; blank ends are cut."""
        texts: list[str] = []
        colours: dict[int, str] = {}
        column = 0
        for cell in cells_of(element):
            often = count(cell, "number-columns-repeated", _LAST_COLUMN)
            text = self._text(cell) if local(cell) == "table-cell" else ""
            colour = self.document.colour(cell)
            for at in range(column, min(column + often, MOST_COLUMNS) if text or colour else column):
                texts += [""] * (at - len(texts)) + [text]
                if colour:
                    colours[at] = colour
            self._note(cell, column, shown=shown and column not in self.hidden)
            column += often
        self.left_out |= {"columns" for at, text in enumerate(texts) if text and at in self.hidden}
        return without_hidden(Row(texts, colours), self.hidden)

    def _note(self, cell: Element, column: int, *, shown: bool) -> None:
        """What else is told of a cell: a note on it, and the cells it is merged with."""
        row = len(self.rows) + 1
        note = child(cell, "annotation")
        if shown and note is not None and (text := text_within(note, self.document)):
            self.notes.append(f"Note on {_letters(column)}{row}: {text}")
        right = count(cell, "number-columns-spanned", _LAST_COLUMN)
        down = count(cell, "number-rows-spanned", _LAST_ROW)
        if right > 1 or down > 1:
            self.merged.append((column + 1, row, column + right, row + down - 1))

    def _text(self, cell: Element) -> str:
        """A cell's value as a reader of the sheet sees it, numbers and dates as in other workbooks."""
        kind, shown = attribute(cell, "value-type"), text_within(cell, self.document)
        try:
            if kind in ("float", "percentage"):
                return number_text(float(attribute(cell, "value") or ""), percent=kind == "percentage")
            if kind == "date":
                return date_text(_date(attribute(cell, "date-value") or ""))
        except (ValueError, OverflowError):
            return shown
        if kind == "boolean":
            return "Yes" if attribute(cell, "boolean-value") == "true" else "No"
        return shown


def _hidden_columns(sheet: Element) -> set[int]:
    """The columns that are not shown, counted from 0."""
    hidden: set[int] = set()
    at = 0
    for column in (one for one in sheet.iter() if local(one) == "table-column"):
        often = count(column, "number-columns-repeated", _LAST_COLUMN)
        if attribute(column, "visibility") in ("collapse", "filter"):
            hidden.update(range(at, min(at + often, MOST_COLUMNS)))
        at += often
    return hidden


def _date(value: str) -> datetime.date:
    return datetime.datetime.fromisoformat(value) if "T" in value else datetime.date.fromisoformat(value)


def _letters(column: int) -> str:
    """The name of a column counted from 0: A to Z, then AA."""
    name = ""
    while column >= 0:
        name, column = chr(ord("A") + column % 26) + name, column // 26 - 1
    return name
