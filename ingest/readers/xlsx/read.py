"""Read XLSX: each sheet is a page, each row with text a table row under the sheet's header."""

from __future__ import annotations

import datetime
import warnings
import zipfile
from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from ingest.draft import Draft
from ingest.errors import ReadError
from ingest.readers.colours import Row
from ingest.readers.office import Package
from ingest.readers.sheets import (
    MOST_BLANK,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    add_sheet,
    date_text,
    number_text,
    page_of,
    without_hidden,
)
from ingest.readers.xlsx.colours import Fills
from ingest.readers.xlsx.layout import Layout, filters_of, layout_of, with_formulas
from ingest.readers.xlsx.notes import note_blocks

_DAMAGED = (
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    zipfile.BadZipFile,
    OverflowError,
    AssertionError,
)


def read_xlsx(data: bytes, name: str) -> Draft:
    """The draft of a workbook, with the values its formulas last had, or the formulas where they had none.
    Raises ReadError where it is damaged or too large.
    """
    package = Package(data, name)
    for part in sorted(package.names):  # in one order, so that a damaged file is refused in the same words
        if part.endswith((".xml", ".rels")) and b"<!ENTITY" in (package.read(part) or b""):
            raise ReadError(
                f"{name} declares XML entities in {part}, which Excel never writes.",
                "Save it again in Excel.",
            )
    try:
        return _read_workbook(data, name, package)
    except ReadError:
        raise
    except (*_DAMAGED, SyntaxError) as error:
        message = f"{name} is a damaged workbook ({type(error).__name__}: {error})."
        raise ReadError(message, "Open and save it again in Excel.") from error


def _read_workbook(data: bytes, name: str, package: Package) -> Draft:
    """All sheets through openpyxl, row by row."""
    import openpyxl

    draft = Draft(metadata=package.metadata())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of features it does not keep when saving
        workbook = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        filled, tables, fills = 0, 0, Fills(workbook, package)
        for sheet in workbook.worksheets[:MOST_SHEETS]:
            if getattr(sheet, "sheet_state", "visible") != "visible":
                draft.pages.append(page_of(str(sheet.title), {"sheet"}))
                continue
            layout = layout_of(package.read(_part_of(sheet)) or b"")
            layout.show(filters_of(package, _part_of(sheet)))
            every = list(_rows(sheet, name, MOST_CELLS - filled, layout, fills))
            rows: list[list[str]] = [without_hidden(row, layout.hidden) for row in every]
            draft.pages.append(page_of(str(sheet.title), _left_out(every, rows, layout.hidden_rows)))
            filled += sum(bool(cell) for row in rows for cell in row)
            tables = add_sheet(draft, rows, layout.merged, tables, layout.hidden_rows)
            draft.blocks += note_blocks(package, _part_of(sheet), len(draft.pages) - 1, layout)
        workbook.close()
    return draft


def _left_out(
    every: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], hidden: Collection[int]
) -> set[str]:
    """Whether hidden columns, and hidden rows (counted from 1), hold words."""
    columns = {"columns"} if _told(every) - _told(rows) else set()
    return columns | {"rows" for number, row in enumerate(rows, 1) if number in hidden and row}


def _told(rows: Sequence[Sequence[str]]) -> set[int]:
    """The columns that hold words."""
    return {at for row in rows for at, text in enumerate(row) if text}


def _part_of(sheet: Any) -> str:
    """The name of the part that a worksheet is read from."""
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/")


def _rows(sheet: Any, name: str, left: int, layout: Layout, fills: Fills) -> Iterator[Row]:
    """A sheet's rows as texts; blank rows are blank lists. The size that it states is never believed."""
    sheet.reset_dimensions()
    blank = 0
    for number, row in enumerate(sheet.iter_rows(max_row=1_048_576)):
        texts = with_formulas(_texts(row), layout.formulas.get(number + 1, {}))
        left -= sum(map(bool, texts))
        if left < 0 or (texts and number - blank > MOST_ROWS):
            raise ReadError(
                f"{name} has more rows or cells than are read.", "Split it into smaller workbooks."
            )
        blank += not texts
        if texts or blank < MOST_BLANK:
            yield Row(texts, fills.of(row[:MOST_COLUMNS], number + 1, layout.rules) if texts else {})


def _texts(row: tuple[Any, ...]) -> list[str]:
    """The cells of a row as texts; those in far columns close up to the others, blank ends are cut."""
    texts = [cell_text(cell) for cell in islice(row, MOST_COLUMNS)]
    texts += [cell_text(cell) for cell in islice(row, MOST_COLUMNS, None) if cell.value is not None]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def cell_text(cell: Any) -> str:
    """A cell's value as a reader sees it: dates in words, percentages, whole numbers without ".0"."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.date):
        return date_text(value)
    if isinstance(value, float | int):
        return number_text(float(value), percent="%" in str(getattr(cell, "number_format", "") or ""))
    return " ".join(str(value).split())
