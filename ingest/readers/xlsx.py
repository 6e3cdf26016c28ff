"""Read XLSX: each sheet is a page, each row with text a table row under the sheet's header."""

from __future__ import annotations

import datetime
import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from ingest.draft import Draft, DraftBlock, DraftPage, Strand
from ingest.errors import ReadError
from ingest.readers.colours import Row, is_key, with_colours
from ingest.readers.office import Package
from ingest.readers.tables import table_blocks
from ingest.readers.xlsx_colours import Fills
from ingest.readers.xlsx_layout import Layout, layout_of, with_formulas, with_whole_headers
from ingest.readers.xlsx_notes import note_blocks

_MOST_ROWS = 100_000
_MOST_COLUMNS = 500
_MOST_CELLS = 1_000_000
"""Filled cells of the whole workbook."""
_MOST_SHEETS = 500
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
    for part in package.names:
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
        for sheet in workbook.worksheets[:_MOST_SHEETS]:
            page = len(draft.pages)
            draft.pages.append(DraftPage(_label(sheet)))
            layout = layout_of(package.read(_part_of(sheet)) or b"")
            rows = list(_rows(sheet, name, _MOST_CELLS - filled, layout, fills))
            filled += sum(bool(cell) for row in rows for cell in row)
            for region in _regions(with_whole_headers(rows, layout.merged)):
                draft.blocks += _region_blocks(region, tables, page)
                tables += 1
            draft.blocks += note_blocks(package, _part_of(sheet), page)
        workbook.close()
    return draft


def _label(sheet: Any) -> str:
    """A sheet's name, and whether a reader of the workbook does not see it."""
    shown = getattr(sheet, "sheet_state", "visible") == "visible"
    return str(sheet.title) if shown else f"{sheet.title} (hidden sheet)"


def _part_of(sheet: Any) -> str:
    """The name of the part that a worksheet is read from."""
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/")


def _rows(sheet: Any, name: str, left: int, layout: Layout, fills: Fills) -> Iterator[list[str]]:
    """The rows of a sheet as texts; blank rows are blank lists. The stated size of a sheet is
    never believed.
    """
    sheet.reset_dimensions()
    blank = 0
    for number, row in enumerate(sheet.iter_rows(max_row=1_048_576)):
        texts = with_formulas(_texts(row), layout.formulas.get(number + 1, {}))
        left -= sum(map(bool, texts))
        if left < 0 or (texts and number - blank > _MOST_ROWS):
            raise ReadError(
                f"{name} has more rows or cells than are read.", "Split it into smaller workbooks."
            )
        blank += not texts
        if texts or blank < 10_000:
            yield Row(texts, fills.of(row[:_MOST_COLUMNS], number + 1, layout.rules) if texts else {})


def _texts(row: tuple[Any, ...]) -> list[str]:
    """The cells of a row as texts; those in far columns close up to the others, blank ends are cut."""
    texts = [cell_text(cell) for cell in islice(row, _MOST_COLUMNS)]
    texts += [cell_text(cell) for cell in islice(row, _MOST_COLUMNS, None) if cell.value is not None]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _regions(rows: list[list[str]]) -> list[list[list[str]]]:
    """The rows between blank rows; a part that does not begin like a table goes on with the one before it."""
    regions: list[list[list[str]]] = []
    gap = True
    for row in rows:
        if not row:
            gap = True
            continue
        if gap and (
            not regions or sum(map(bool, row)) != sum(map(bool, regions[-1][-1])) or len(regions[-1]) == 1
        ):
            regions.append([])
        regions[-1].append(row)
        gap = False
    return regions


def _region_blocks(region: list[list[str]], number: int, page: int) -> list[DraftBlock]:
    """Lines of one text before the table are paragraphs, the rest is a table."""
    blocks: list[DraftBlock] = []
    while region and sum(map(bool, region[0])) == 1 and not is_key(region):
        text = next(filter(None, region.pop(0)))
        short = len(text.split()) <= 12 and not blocks
        blocks.append(
            DraftBlock("heading" if short else "paragraph", Strand(text), 1 if short else 0, page=page)
        )
    rows = [[Strand(cell) for cell in row] for row in with_colours(region)]
    return blocks + table_blocks(rows, number, page)


def cell_text(cell: Any) -> str:
    """A cell's value as a reader of the sheet sees it: dates in words, percentages, whole numbers without
    ".0".
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.datetime):
        day = f"{value.day} {value:%B %Y}"
        return day if value.time() == datetime.time() else f"{day} {value:%H:%M}"
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, float | int):
        return _number(float(value), str(getattr(cell, "number_format", "") or ""))
    return " ".join(str(value).split())


def _number(value: float, number_format: str) -> str:
    """A number without the noise of binary fractions."""
    if "%" in number_format:
        return f"{round(value * 100, 2):g}%"
    rounded = round(value, 10)
    return str(int(rounded)) if rounded == int(rounded) and abs(rounded) < 1e15 else repr(rounded)
