"""Sheets: the rows of a worksheet → headings, paragraphs and tables, whatever the workbook's format."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable

from ingest.draft import Draft, DraftBlock, DraftPage, Strand
from ingest.readers.colours import Row, is_key, with_colours
from ingest.readers.tables import table_blocks
from ingest.unread import LEFT_OUT

MOST_SHEETS = 500
MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_CELLS = 1_000_000
"""Filled cells of the whole workbook."""
MOST_BLANK = 10_000
"""Blank rows of a sheet that are kept."""
_LAST_HEADER = 1_000
"""Rows among which headers of several rows are looked for, ..."""
_TALLEST = 4
"""... of at most so many rows."""

Box = tuple[int, int, int, int]
"""First column, first row, last column and last row of merged cells, counted from 1."""


def page_of(title: str, left_out: Collection[str]) -> DraftPage:
    """The page of a sheet, which says what of it is `left_out` ("sheet", "rows", "columns"): what was hidden
    from whoever gets the workbook is not read.
    """
    hidden = " and ".join(one for one in ("sheet", "rows", "columns") if one in left_out)
    return DraftPage(f"{title} (hidden {hidden}{LEFT_OUT}" if hidden else title)


def without_hidden(row: Row, hidden: Collection[int]) -> Row:
    """A row without what stands in hidden columns, counted from 0; blank ends are cut."""
    texts = ["" if at in hidden else text for at, text in enumerate(row)]
    while texts and not texts[-1]:
        texts.pop()
    return Row(texts, {at: name for at, name in row.colours.items() if at not in hidden} if texts else {})


def add_sheet(
    draft: Draft, rows: list[list[str]], merged: Iterable[Box], tables: int, hidden: Collection[int] = ()
) -> int:
    """Adds the rows of the draft's last page, a table or a title wherever blank rows part them.

    `tables`: how many there are already; gives how many there are then. The `hidden` rows, counted from 1,
    are left out.
    """
    page = len(draft.pages) - 1
    for region in _regions(with_whole_headers(rows, merged, hidden)):
        draft.blocks += _region_blocks(region, tables, page)
        tables += 1
    return tables


def date_text(value: datetime.date) -> str:
    """A date in words, with its time where it has one."""
    day = f"{value.day} {value:%B %Y}"
    timed = isinstance(value, datetime.datetime) and value.time() != datetime.time()
    return f"{day} {value:%H:%M}" if timed else day


def number_text(value: float, *, percent: bool) -> str:
    """A number without the noise of binary fractions."""
    if percent:
        return f"{round(value * 100, 2):g}%"
    rounded = round(value, 10)
    return str(int(rounded)) if rounded == int(rounded) and abs(rounded) < 1e15 else repr(rounded)


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


def with_whole_headers(
    rows: list[list[str]], merged: Iterable[Box], hidden: Collection[int] = ()
) -> list[list[str]]:
    """The rows with each header that is merged over several rows as one row, "Progress Quarter 1".

    Such a header has cells over all its rows, and where it has others, one over several columns. The rows
    `hidden`, counted from 1, are left out.
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
    tops = gone | {number - 1 for number in gone}
    _carry_down(rows, [box for box in boxes if box[1] not in tops])
    return [row for number, row in enumerate(rows, 1) if number not in gone and number not in hidden]


def _carry_down(rows: list[list[str]], boxes: Iterable[Box]) -> None:
    """Gives each row what cells of one column that are merged over it hold: a source, a theme, an owner."""
    for column, top, last, bottom in boxes:
        text = rows[top - 1][column - 1] if column <= len(rows[top - 1]) else ""
        if column != last or bottom == top or not text:
            continue
        for row in rows[top : min(bottom, len(rows))]:
            if any(row):
                row += [""] * (column - len(row))
                row[column - 1] = row[column - 1] or text


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
