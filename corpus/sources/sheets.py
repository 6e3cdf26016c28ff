"""XLSX rendering with openpyxl: one sheet a list of rows, numbers as numbers."""

from __future__ import annotations

import random
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from corpus.sources.archive import settle
from corpus.sources.markup import expand, marks, plain
from corpus.sources.world import World


def sheets_of(source: str, world: World, chance: random.Random) -> list[dict[str, Any]]:
    """The sheets of a workbook's source with this seed's words; `keep` and `fill` bound the rows of a log."""
    sheets = yaml.safe_load(source)["sheets"]
    for sheet in sheets:
        lines = expand(sheet["rows"], world, chance).splitlines()
        rows = [[cell.strip() for cell in re.split(r" \|(?= |$)", line)] for line in lines]
        if "keep" in sheet:
            rows = rows[: int(world.names[sheet["keep"]]) + 1]
        if "fill" in sheet:
            column, count = sheet["fill"]
            for number, row in enumerate(rows[1:], 1):
                _limit(row, column, number, int(world.names[count]))
        sheet["rows"] = rows
    return list(sheets)


def _limit(row: list[str], column: int, number: int, count: int) -> None:
    """Outcomes stand beside the first `count` rows only."""
    if number > count:
        row[column], row[column + 1] = "", "No"
    elif not row[column]:
        row[column] = "Answered at the next meeting and changed."


def marks_of(sheets: list[dict[str, Any]]) -> tuple[dict[str, str], dict[str, int]]:
    """The quotes of a workbook by their mark, and the 0-based sheet of each."""
    quotes: dict[str, str] = {}
    places: dict[str, int] = {}
    for index, sheet in enumerate(sheets):
        for row in sheet["rows"]:
            for cell in row:
                found = marks(cell)
                quotes |= found
                places |= dict.fromkeys(found, index)
    return quotes, places


def _value(text: str) -> str | int | float:
    if re.fullmatch(r"\d+", text):
        return int(text)
    if re.fullmatch(r"\d+\.\d+", text):
        return float(text)
    return plain(text)


def write_xlsx(path: Path, sheets: list[dict[str, Any]], plan: dict[str, str], made: datetime) -> None:
    """Write the workbook, with the same bytes for the same sheets."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet["name"])
        table = len(sheet["rows"][0]) > 1
        for number, row in enumerate(sheet["rows"], 1):
            for column, text in enumerate(row, 1):
                cell = page.cell(number, column, _value(text) if text else None)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if number == 1:
                    cell.font = Font(bold=True)
                    if table:
                        cell.fill = PatternFill("solid", fgColor="DDE6EE")
        for column, width in enumerate(sheet["widths"], 1):
            page.column_dimensions[get_column_letter(column)].width = width
        if table:
            page.freeze_panes = "A2"
    properties = book.properties
    properties.title, properties.creator = plan["title"], plan["organisation"]
    properties.created = properties.modified = made
    book.save(path)
    settle(path, modified=f"{made:%Y-%m-%d}")
